// Colours come from the style sheet, so that the drawing and the page around it always agree.

const COLOUR_NAMES = [
  "paper",
  "ink",
  "muted",
  "edge",
  "edge-strong",
  "denied",
  "faint",
  "faint-text",
  "outline",
  "accent",
  "person",
  "place",
  "organisation",
  "event",
  "topic",
];
let colours = {};

function readColours() {
  const style = getComputedStyle(document.documentElement);
  colours = Object.fromEntries(COLOUR_NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

const SHAPES = { person: "dot", place: "triangle", organisation: "square", event: "diamond", topic: "hexagon" };

// The outline of each shape in a box of 2 by 2 around the origin: for the legend and for SVG export.
const OUTLINES = {
  dot: "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z",
  triangle: "M0-1.05 1.02.72-1.02.72Z",
  square: "M-.88-.88.88-.88.88.88-.88.88Z",
  diamond: "M0-1.15 1.15 0 0 1.15-1.15 0Z",
  hexagon: "M1 0 .5.87-.5.87-1 0-.5-.87 .5-.87Z",
};

const DASHES = [false, [11, 6], [2, 5], [11, 5, 2, 5]];
const INFERRED_DASHES = [5, 3];

function groupSign(group) {
  const path = svgEl("path", { d: OUTLINES[SHAPES[group]], fill: `var(--${group})` });
  return svgEl(
    "svg",
    { class: "sign", viewBox: "-1.3 -1.3 2.6 2.6", width: 16, height: 16, "aria-hidden": "true" },
    path,
  );
}

function lineSign({ dashes = false, denied = false, said = false }) {
  const colour = denied ? "var(--denied)" : "var(--edge)";
  const line = svgEl("path", { d: "M3 7H28", fill: "none", stroke: colour, "stroke-width": 2 });
  if (dashes) line.setAttribute("stroke-dasharray", dashes.map((length) => length * 0.62).join(" "));
  const head = denied
    ? svgEl("path", { d: "M29 1.5V12.5", stroke: colour, "stroke-width": 2.6 })
    : svgEl("path", { d: "M26 3 33 7 26 11Z", fill: colour });
  const start = said ? svgEl("circle", { cx: 5, cy: 7, r: 4, fill: colour }) : null;
  return svgEl("svg", { class: "sign line", viewBox: "0 0 34 14", "aria-hidden": "true" }, line, head, start);
}

function switchTheme() {
  const root = document.documentElement;
  const dark = getComputedStyle(root).colorScheme === "dark";
  root.dataset.theme = dark ? "light" : "dark";
  repaint();
}
