// Moving through the network: selecting, expanding, collapsing, narrowing. What is selected lights up, the rest dims.

const LIGHT_LIMIT = 1500; // dimming redraws every node; above this many it would take longer than a glance

function lightOf(nodeIds, edgeIds) {
  return view.shown.size > LIGHT_LIMIT ? null : { nodes: new Set(nodeIds), edges: new Set(edgeIds) };
}

function lightNode(id) {
  const near = incident[id].filter((edge) => view.shown.has(otherEnd(edge, id)) && edge.claims.some(passes));
  return lightOf(
    [id, ...near.map((edge) => otherEnd(edge, id))],
    near.map((edge) => edge.id),
  );
}

function mark({ node = null, edge = null, path = null, lit = null }) {
  const before = { ...view };
  Object.assign(view, { node, edge, path, lit });
  if (lit || before.lit || view.stale) refresh();
  else touch([before.node, node], [before.edge, edge]);
}

// Draws these nodes and edges anew and leaves the thousands of others alone.
function touch(nodeIds, edgeIds) {
  drawnNodes.update(nodeIds.filter((id) => id !== null && drawnNodes.get(id)).map((id) => drawnNode(nodes[id])));
  drawnEdges.update(
    edgeIds
      .filter((id) => id !== null && drawnEdges.get(id))
      .map((id) => drawnEdge(edges[id], passing(edges[id]), false)),
  );
}

// Brings a node that is not shown, with its best connected neighbours so that it does not float.
function reveal(id) {
  if (view.shown.has(id)) return;
  const near = hiddenNeighbours(id);
  const connected = relationsOf(id).some((relation) => view.shown.has(relation.other));
  placeAround(id, connected ? near.slice(0, 5) : near.slice(0, EXPAND));
}

function select(id, { focus = false, quiet = false } = {}) {
  if (path.from !== null && path.from !== id) return finishPath(id);
  reveal(id);
  drawOnce(() => {
    mark({ node: id, lit: lightNode(id) });
    network.selectNodes([id], false);
  });
  showCard(id);
  openDrawer("panel");
  announce(`${nodes[id].label}, ${typeName(nodes[id])}`);
  if ((focus && !inSight(id)) || narrow())
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), offset: aside(), animation: animation() });
  if (!quiet) setAddress("node", nodes[id].key);
}

function openEdge(id, { target, focus = false, quiet = false } = {}) {
  const edge = edges[id];
  if (!view.shown.has(edge.from)) reveal(edge.from);
  if (!view.shown.has(edge.to)) placeAround(edge.from, [edge.to]);
  drawOnce(() => {
    mark({ edge: id, lit: lightOf([edge.from, edge.to], [id]) });
    network.unselectAll();
  });
  showEvidence(edge, target);
  openDrawer("panel");
  announce(`${nodes[edge.from].label} – ${nodes[edge.to].label}, ${counted("claims", passing(edge).length)}`);
  if ((focus && ![edge.from, edge.to].every(inSight)) || narrow()) lookAt([edge.from, edge.to], 1);
  if (!quiet) setAddress("claim", (target ? edge.claims.find((claim) => claim.id === target) : passing(edge)[0])?.id);
}

function clearSelection() {
  drawOnce(() => {
    mark({});
    network.unselectAll();
  });
  cancelPath();
  showWelcome();
  openDrawer("");
  setAddress("", "");
}

function expand(id) {
  placeAround(id, hiddenNeighbours(id).slice(0, EXPAND));
  select(id);
}

// Takes away the neighbours that this node brought, and those that hang on it alone.
function collapse(id) {
  const shownDegree = (other) =>
    new Set(
      incident[other]
        .filter((edge) => view.shown.has(edge.from) && view.shown.has(edge.to))
        .map((edge) => otherEnd(edge, other)),
    ).size;
  const goes = (other) => view.shown.has(other) && (broughtBy.get(other) === id || shownDegree(other) <= 1);
  for (const other of relationsOf(id)
    .map((relation) => relation.other)
    .filter(goes)) {
    view.shown.delete(other);
    view.stale = true;
    broughtBy.delete(other);
    if (!view.all) points.delete(other);
  }
  select(id);
}

function focusOn(id) {
  const near = relationsOf(id)
    .slice(0, 40)
    .map((relation) => relation.other);
  leaveAll();
  view.shown = new Set();
  points.clear();
  points.set(id, [0, 0]);
  placeAround(id, [id, ...new Set(near)]);
  select(id);
  fit();
}

function leaveAll() {
  view.all = false;
  $("all").setAttribute("aria-pressed", "false");
}

// Starts the drawing afresh: quicker than changing thousands of nodes, and their order decides what lies on top.
function redraw() {
  drawnEdges.clear();
  drawnNodes.clear();
  network.setOptions({ edges: { smooth: crowded() ? false : OPTIONS.edges.smooth } });
  refresh();
}

function showStart() {
  leaveAll();
  startPlaces();
  view.shown = new Set(points.keys());
  Object.assign(view, NOTHING_SELECTED);
  redraw();
  clearSelection();
  fit();
}

function showAll() {
  if (view.all) return showStart();
  view.all = true;
  $("all").setAttribute("aria-pressed", "true");
  points.clear();
  view.shown = new Set(nodes.map((node) => node.id));
  Object.assign(view, NOTHING_SELECTED);
  redraw();
  network.fit({ animation: false });
}
