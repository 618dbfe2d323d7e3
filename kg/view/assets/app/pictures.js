// The drawing as a picture: what the screen shows as PNG, everything drawn as SVG.

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

const caption = () => `${document.title} · ${$("count").textContent}`;

function savePng() {
  const source = network.canvas.frame.canvas;
  const scale = source.width / source.clientWidth;
  const canvas = el("canvas", { width: source.width, height: source.height + 34 * scale });
  const context = canvas.getContext("2d");
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0);
  context.fillStyle = colours.muted;
  context.font = `${13 * scale}px system-ui, sans-serif`;
  context.fillText(caption(), 14 * scale, source.height + 20 * scale);
  canvas.toBlob((blob) => save(blob, "belegnetz.png"));
}

function svgNode(id) {
  const { x, y } = network.getPosition(id);
  const style = drawnNodes.get(id);
  const shape = svgEl("path", {
    d: OUTLINES[style.shape],
    transform: `translate(${x} ${y}) scale(${style.size})`,
    fill: style.color.background,
  });
  return [shape, svgText(style.label, x, y + style.size + 14, style.font)];
}

function svgText(text, x, y, font) {
  return svgEl(
    "text",
    {
      x,
      y,
      "text-anchor": "middle",
      "font-size": font.size,
      fill: font.color,
      stroke: font.strokeColor,
      "stroke-width": 4,
      "paint-order": "stroke",
    },
    text,
  );
}

function svgEdge(id) {
  const style = drawnEdges.get(id);
  const [a, b] = [network.getPosition(style.from), network.getPosition(style.to)];
  const colour = style.color.color;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const [from, to] = [drawnNodes.get(style.from).size + 2, length - drawnNodes.get(style.to).size - 2];
  const at = (along, aside = 0) => `${a.x + dx * along - dy * aside} ${a.y + dy * along + dx * aside}`;
  const parts = [
    svgEl("path", {
      d: `M${at(from)}L${at(to)}`,
      stroke: colour,
      "stroke-width": style.width,
      "stroke-dasharray": style.dashes ? style.dashes.join(" ") : "none",
    }),
  ];
  if (style.arrows.to.enabled) {
    const bar = style.arrows.to.type === "bar";
    parts.push(
      svgEl(
        "path",
        bar
          ? { d: `M${at(to, 6)}L${at(to, -6)}`, stroke: colour, "stroke-width": 2.5 }
          : { d: `M${at(to)}L${at(to - 9, 4)}L${at(to - 9, -4)}Z`, fill: colour },
      ),
    );
  }
  if (style.arrows.from.enabled)
    parts.push(svgEl("circle", { cx: a.x + dx * from, cy: a.y + dy * from, r: 3.5, fill: colour }));
  if (style.label?.trim()) parts.push(svgText(style.label, (a.x + b.x) / 2, (a.y + b.y) / 2, style.font));
  return parts;
}

function picture() {
  const ids = drawnNodes.getIds();
  const places = ids.length ? Object.values(network.getPositions(ids)) : [{ x: 0, y: 0 }];
  const [left, top] = [Math.min(...places.map((p) => p.x)) - 130, Math.min(...places.map((p) => p.y)) - 60];
  const [right, bottom] = [Math.max(...places.map((p) => p.x)) + 130, Math.max(...places.map((p) => p.y)) + 90];
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  return svgEl(
    "svg",
    { viewBox: `${left} ${top} ${box.width} ${box.height}`, "font-family": "system-ui, Arial, sans-serif" },
    svgEl("title", {}, caption()),
    svgEl("rect", { ...box, fill: colours.paper }),
    ...drawnEdges.getIds().flatMap(svgEdge),
    ...ids.flatMap(svgNode),
  );
}

// Control characters may stand in a text but not in XML.
const saveSvg = () =>
  save(
    new Blob(
      [
        new XMLSerializer()
          .serializeToString(picture())
          .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ""),
      ],
      { type: "image/svg+xml" },
    ),
    "belegnetz.svg",
  );

// Paper gets the whole drawing as a vector picture in light colours, whatever the screen shows of it.
const paper = { theme: "auto", picture: null };

function preparePrint() {
  const root = document.documentElement;
  paper.theme = root.dataset.theme;
  root.dataset.theme = "light";
  repaint();
  paper.picture = give(picture(), { class: "for-print" }, []);
  $("network").after(paper.picture);
}

function endPrint() {
  paper.picture?.remove();
  document.documentElement.dataset.theme = paper.theme;
  repaint();
}
