// What part of the drawing the screen shows.

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const animation = () => (calm() || crowded() ? false : { duration: 350, easingFunction: "easeInOutQuad" });

// On a narrow screen the panel covers the lower part: what is selected then moves above it.
const narrow = () => matchMedia("(max-width: 900px)").matches;
const aside = () => (narrow() ? { x: 0, y: -0.34 * $("network").clientHeight } : { x: 0, y: 0 });

// The view stays where it is as long as what was chosen can be read in it.
const MARGIN = 0.05;

function inSight(id) {
  const [x, y] = placeOf(id);
  const spot = network.canvasToDOM({ x, y });
  const { clientWidth: width, clientHeight: height } = $("network");
  const inside = (at, size) => at > MARGIN * size && at < (1 - MARGIN) * size;
  return network.getScale() >= READABLE && inside(spot.x, width) && inside(spot.y, height);
}

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
  if (!drawnNodes.length) return;
  network.fit({ animation: false, maxZoomLevel: 1.4 });
  if (!view.all && network.getScale() < READABLE)
    network.focus(Math.min(...drawnNodes.getIds()), { scale: READABLE, animation: move });
}
