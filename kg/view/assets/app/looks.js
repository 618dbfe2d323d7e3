// How each node and each edge looks, as vis-network takes it.

// The whole of a large network is seen from afar: nodes grow, and the best connected keep a label that can be read.
const spread = (values) => Math.max(...values) - Math.min(...values);
const extent = tables.whole ? Math.max(spread(nodes.map((node) => node.x)), spread(nodes.map((node) => node.y))) : 0;
const afar = () => (view.all ? Math.max(1, extent / 700) : 1);

// The landmarks of the whole: the best connected nodes whose labels, as large as they are then drawn, have room.
const LANDMARK_CANDIDATES = 60;
let landmarkIds;

function landmarks() {
  if (landmarkIds) return landmarkIds;
  const chosen = [];
  for (const node of nodes.slice(0, LANDMARK_CANDIDATES)) {
    const width = 7 * cut(node.label).length * afar();
    const isFree = chosen.every(
      (other) =>
        Math.abs(other.node.x - node.x) > (other.width + width) / 2 || Math.abs(other.node.y - node.y) > 30 * afar(),
    );
    if (isFree) chosen.push({ node, width });
  }
  landmarkIds = new Set(chosen.map(({ node }) => node.id));
  return landmarkIds;
}

const degree = (id) => degrees[id];
const nodeSize = (id) => (7 + Math.min(17, 2.6 * Math.sqrt(degree(id)))) * Math.sqrt(afar());
const fontSize = (id) => (view.all && landmarks().has(id) ? 13 * afar() : 14);

const placeOf = (id) => points.get(id) ?? [nodes[id].x, nodes[id].y];

function drawnNode(node) {
  const [x, y] = placeOf(node.id);
  const lit = !view.lit || view.lit.nodes.has(node.id);
  const chosen = node.id === view.node;
  const fill = lit ? colours[node.group] : colours.faint;
  return {
    id: node.id,
    x,
    y,
    label: cut(node.label),
    shape: SHAPES[node.group],
    size: nodeSize(node.id),
    borderWidth: chosen ? 3 : 1.5,
    borderWidthSelected: 3,
    color: {
      background: fill,
      border: chosen ? colours.ink : colours.outline,
      highlight: { background: fill, border: colours.ink },
    },
    font: {
      color: lit ? colours.ink : colours["faint-text"],
      size: fontSize(node.id),
      strokeWidth: 0.28 * fontSize(node.id),
      strokeColor: colours.paper,
      bold: chosen,
    },
  };
}

// An edge looks like the most certain of its claims: what is asserted at least once is drawn as asserted.
function edgeTraits(members) {
  return {
    modality: Math.min(...members.map((claim) => claim.modality)),
    denied: members.every((claim) => claim.denied),
    said: members.every((claim) => claim.speaker !== undefined),
    inferred: members.every(isInferred),
    directed: members.some((claim) => !tables.predicates[claim.predicate].symmetric),
  };
}

function edgeLabel(members) {
  const names = [...new Set(members.map((claim) => tables.predicates[claim.predicate].label))];
  const more = names.length > 1 ? ` +${names.length - 1}` : "";
  return cut(names[0]) + more + (members.length > 1 ? ` (${members.length})` : "");
}

const EDGE_FONT = { size: 12, strokeWidth: 4, align: "horizontal" };

function edgeLabelled(edge, members, show) {
  const { ink: color, paper } = colours;
  if (show) return { label: edgeLabel(members), font: { ...EDGE_FONT, color, strokeColor: paper, background: paper } };
  // vis-network keeps a label that is no longer given, so it is replaced by a blank.
  return drawnEdges.get(edge.id)?.label ? { label: " ", font: { background: "none" } } : {};
}

// Thousands of arrow heads would cover the lines and take a third of the drawing time; what is denied stays marked.
const crowded = () => view.all && edges.length > PLAIN_LIMIT;

function arrowsOf(traits) {
  if (traits.denied) return { to: { enabled: true, type: "bar", scaleFactor: 0.7 }, from: startMark(traits) };
  return { to: { enabled: traits.directed && !crowded(), type: "arrow", scaleFactor: 0.5 }, from: startMark(traits) };
}

const startMark = (traits) => ({ enabled: traits.said && !crowded(), type: "circle", scaleFactor: 0.4 });

// Between two near nodes a label would lie under both.
const LABEL_ROOM = 170;

function hasRoom(edge) {
  const [[ax, ay], [bx, by]] = [edge.from, edge.to].map(placeOf);
  return Math.hypot(ax - bx, ay - by) > LABEL_ROOM;
}

function drawnEdge(edge, members, labelled) {
  const traits = edgeTraits(members);
  const lit = !view.lit || view.lit.edges.has(edge.id);
  const strong = edge.id === view.edge || (view.path && view.path.steps?.includes(edge));
  const colour = !lit ? colours.faint : traits.denied ? colours.denied : strong ? colours["edge-strong"] : colours.edge;
  const show = lit && (labelled || edge.id === view.edge || (view.lit && view.lit.edges.size <= 14)) && hasRoom(edge);
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    dashes: traits.inferred ? INFERRED_DASHES : DASHES[traits.modality],
    width: (1.1 + 0.8 * Math.log2(members.length)) * (strong ? 1.6 : 1) * Math.sqrt(afar()),
    color: { color: colour, highlight: colour, hover: colour, inherit: false },
    ...edgeLabelled(edge, members, show),
    arrows: arrowsOf(traits),
  };
}
