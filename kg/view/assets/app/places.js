// Where nodes stand that were not on the page before: near the node that brought them, where there is room.

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const ROOM = { x: 92, y: 46 }; // a node with a label of usual length

const broughtBy = new Map(); // node → the node whose expansion brought it, so that collapsing can take it away

function isFree(x, y) {
  for (const id of view.shown) {
    const point = points.get(id);
    if (point && Math.abs(point[0] - x) < ROOM.x && Math.abs(point[1] - y) < ROOM.y) return false;
  }
  return true;
}

function placeAround(anchor, ids) {
  view.stale = true;
  if (!points.has(anchor)) {
    const middle = network.getViewPosition();
    points.set(anchor, freeSpot([middle.x, middle.y], 0));
    view.shown.add(anchor);
  }
  let turn = 6;
  for (const id of ids) {
    if (!view.shown.has(id)) broughtBy.set(id, anchor);
    if (!points.has(id)) points.set(id, freeSpot(points.get(anchor), (turn += 1)));
    view.shown.add(id);
  }
}

function freeSpot([centreX, centreY], firstTurn) {
  for (let turn = firstTurn; ; turn += 1) {
    const radius = 42 * Math.sqrt(turn);
    const x = centreX + 1.3 * radius * Math.cos(GOLDEN_ANGLE * turn);
    const y = centreY + radius * Math.sin(GOLDEN_ANGLE * turn);
    if (turn > firstTurn + 600 || isFree(x, y)) return [Math.round(x), Math.round(y)];
  }
}

function startPlaces() {
  points.clear();
  for (const [id, x, y] of tables.start) points.set(id, [x, y]);
}
