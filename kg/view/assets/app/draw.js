// The drawing: which nodes and edges vis-network holds, and how each looks.

const PLAIN_LIMIT = 1500; // up to here edges are drawn while the view moves
const LABELLED_EDGES = 25; // up to this many nodes every edge carries its label

const NOTHING_SELECTED = { node: null, edge: null, path: null, lit: null };
const view = { shown: new Set(), stale: true, all: false, ...NOTHING_SELECTED }; // stale: shown has changed since drawn
const points = new Map();
const drawnNodes = new vis.DataSet();
const drawnEdges = new vis.DataSet();
let network;

const OPTIONS = {
  physics: { enabled: false },
  layout: { improvedLayout: false },
  nodes: { borderWidth: 1.5, scaling: { label: { drawThreshold: 7 } } },
  edges: { smooth: { enabled: true, type: "continuous", roundness: 0.2 }, arrowStrikethrough: false, selectionWidth: 0, hoverWidth: 0, endPointOffset: { from: 2, to: 2 } },
  interaction: { keyboard: false, tooltipDelay: 1e9, multiselect: false, hover: false, selectConnectedEdges: false },
};

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
    const isFree = chosen.every((other) =>
      Math.abs(other.node.x - node.x) > (other.width + width) / 2 || Math.abs(other.node.y - node.y) > 30 * afar());
    if (isFree) chosen.push({ node, width });
  }
  landmarkIds = new Set(chosen.map(({ node }) => node.id));
  return landmarkIds;
}

const degree = (id) => incident[id].length;
const nodeSize = (id) => (7 + Math.min(17, 2.6 * Math.sqrt(degree(id)))) * Math.sqrt(afar());
const fontSize = (id) => (view.all && landmarks().has(id) ? 13 * afar() : 14);

const placeOf = (id) => points.get(id) ?? [nodes[id].x, nodes[id].y];

function drawnNode(node) {
  const [x, y] = placeOf(node.id);
  const lit = !view.lit || view.lit.nodes.has(node.id);
  const chosen = node.id === view.node;
  const fill = lit ? colours[node.group] : colours.faint;
  return {
    id: node.id, x, y, label: cut(node.label), shape: SHAPES[node.group], size: nodeSize(node.id), borderWidth: chosen ? 3 : 1.5, borderWidthSelected: 3,
    color: { background: fill, border: chosen ? colours.ink : colours.outline, highlight: { background: fill, border: colours.ink } },
    font: { color: lit ? colours.ink : colours["faint-text"], size: fontSize(node.id), strokeWidth: 0.28 * fontSize(node.id), strokeColor: colours.paper, bold: chosen },
  };
}

// An edge looks like the most certain of its claims: what is asserted at least once is drawn as asserted.
function edgeTraits(members) {
  return {
    modality: Math.min(...members.map((claim) => claim.modality)),
    denied: members.every((claim) => claim.denied),
    said: members.every((claim) => claim.speaker !== undefined),
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
    id: edge.id, from: edge.from, to: edge.to, dashes: DASHES[traits.modality],
    width: (1.1 + 0.8 * Math.log2(members.length)) * (strong ? 1.6 : 1) * Math.sqrt(afar()),
    color: { color: colour, highlight: colour, hover: colour, inherit: false },
    ...edgeLabelled(edge, members, show),
    arrows: arrowsOf(traits),
  };
}

function edgesToDraw() {
  const found = new Map();
  for (const edge of edges) {
    if (!view.shown.has(edge.from) || !view.shown.has(edge.to)) continue;
    const members = passing(edge);
    if (members.length) found.set(edge.id, members);
  }
  return found;
}

function nodesToDraw(edgeIds) {
  const found = new Set();
  for (const id of edgeIds) found.add(edges[id].from).add(edges[id].to);
  for (const id of view.shown) if (id === view.node || !incident[id].length) found.add(id);
  return found;
}

function replace(dataset, items) {
  const wanted = new Set(items.map((item) => item.id));
  dataset.remove(dataset.getIds().filter((id) => !wanted.has(id)));
  dataset.update(items);
}

// vis-network draws after every change of its data; here one drawing follows all of them.
let drawingOnce = false;

function drawOnce(change) {
  if (drawingOnce) return change();
  const { emitter } = network.body;
  emitter.emit("_blockRedraw");
  drawingOnce = true;
  change();
  drawingOnce = false;
  emitter.emit("_allowRedraw");
  emitter.emit("_requestRedraw");
}

function refresh() {
  view.stale = false;
  const toDraw = edgesToDraw();
  const ids = nodesToDraw(toDraw.keys());
  const labelled = ids.size <= LABELLED_EDGES;
  drawOnce(() => {
    drawnEdges.remove(drawnEdges.getIds().filter((id) => !toDraw.has(id)));
    replace(drawnNodes, [...ids].sort((a, b) => b - a).map((id) => drawnNode(nodes[id]))); // the best connected on top
    drawnEdges.update([...toDraw].map(([id, members]) => drawnEdge(edges[id], members, labelled)));
  });
  $("count").textContent = word("count", number(ids.size), number(nodes.length), number(toDraw.size));
}

function repaint() {
  readColours();
  refresh();
  drawTime();
}

function createNetwork() {
  const many = edges.length > PLAIN_LIMIT;
  const interaction = { ...OPTIONS.interaction, hideEdgesOnDrag: many, hideEdgesOnZoom: many };
  network = new vis.Network($("network"), { nodes: drawnNodes, edges: drawnEdges }, { ...OPTIONS, interaction });
  network.canvas.frame.tabIndex = -1;
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const animation = () => (calm() || crowded() ? false : { duration: 350, easingFunction: "easeInOutQuad" });

// On a narrow screen the panel covers the lower part: what is selected then moves above it.
const narrow = () => matchMedia("(max-width: 900px)").matches;
const aside = () => (narrow() ? { x: 0, y: -0.34 * $("network").clientHeight } : { x: 0, y: 0 });

function lookAt(ids, closest) {
  const places = ids.map(placeOf);
  const [xs, ys] = [0, 1].map((axis) => places.map((place) => place[axis]));
  const room = [$("network").clientWidth / (spread(xs) + 240), $("network").clientHeight / (spread(ys) + 160)];
  const scale = Math.min(closest, Math.max(narrow() ? 0.5 : 0.35, Math.min(...room)));
  const position = { x: Math.min(...xs) + spread(xs) / 2, y: Math.min(...ys) + spread(ys) / 2 };
  network.moveTo({ position, scale, offset: aside(), animation: animation() });
}

// On a narrow screen the whole would be too small to read: then the view opens on the best connected node.
const READABLE = 0.6;
function fit(move = animation()) {
  network.fit({ animation: false, maxZoomLevel: 1.4 });
  if (!view.all && network.getScale() < READABLE) network.focus(Math.min(...drawnNodes.getIds()), { scale: READABLE, animation: move });
}
