// The drawing: what is shown and selected, and which nodes and edges vis-network holds.

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
  edges: {
    smooth: { enabled: true, type: "continuous", roundness: 0.2 },
    arrowStrikethrough: false,
    selectionWidth: 0,
    hoverWidth: 0,
    endPointOffset: { from: 2, to: 2 },
  },
  interaction: { keyboard: false, tooltipDelay: 1e9, multiselect: false, hover: false, selectConnectedEdges: false },
};

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
    replace(
      drawnNodes,
      [...ids].sort((a, b) => b - a).map((id) => drawnNode(nodes[id])),
    ); // the best connected on top
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
