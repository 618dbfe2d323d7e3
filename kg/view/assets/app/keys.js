// The keyboard: everything a click can do.

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The neighbour that lies most nearly in the direction: the angle counts, then the distance.
function neighbourTowards(id, [dx, dy]) {
  const places = network.getPositions();
  let best = null;
  let bestScore = Infinity;
  for (const other of network.getConnectedNodes(id)) {
    const [x, y] = [places[other].x - places[id].x, places[other].y - places[id].y];
    const length = Math.hypot(x, y) || 1;
    const cosine = (x * dx + y * dy) / length;
    const score = length / Math.max(0.01, cosine) ** 2;
    if (cosine > 0.3 && score < bestScore) [best, bestScore] = [other, score];
  }
  return best;
}

function step(direction) {
  if (!drawnNodes.length) return;
  if (view.node === null) return select(Math.min(...drawnNodes.getIds()), { focus: true });
  const other = neighbourTowards(view.node, direction);
  if (other !== null) select(other, { focus: true });
}

// Goes through the evidence of the selected node's connections one after the other.
function nextEvidence() {
  const from = view.node ?? keys.node;
  if (from === null) return;
  keys.node = from;
  const relations = relationsOf(from);
  if (!relations.length) return;
  const at = relations.findIndex((relation) => relation.edge.id === view.edge);
  openEdge(relations[(at + 1) % relations.length].edge.id);
}

const keys = { node: null };
const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });

function networkKey(event) {
  if (DIRECTIONS[event.key]) step(DIRECTIONS[event.key]);
  else if (event.key === "Enter" && view.node !== null) expand(view.node);
  else if (event.key.toLowerCase() === "b") nextEvidence();
  else return;
  event.preventDefault();
}

function pageKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key !== "Escape" && event.target.matches("input, textarea")) return;
  if (event.key === "/") $("search").focus();
  else if (event.key === "0") fit();
  else if (event.key === "+") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "Escape") clearSelection();
  else return;
  event.preventDefault();
}

function startKeys() {
  $("network").addEventListener("keydown", networkKey);
  document.addEventListener("keydown", pageKey);
}
