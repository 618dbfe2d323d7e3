// What happens when the page opens.

function clicked({ nodes: [node], edges: [edge] }) {
  if (node !== undefined) select(node);
  else if (edge !== undefined) openEdge(edge);
  else if (path.from === null) clearSelection();
}

function skipToPanel(event) {
  event.preventDefault(); // an address of its own would end the selection
  openDrawer("panel");
  $("panel").focus();
}

function startTools() {
  const actions = {
    fit: () => fit(),
    all: showAll,
    back: showStart,
    png: savePng,
    svg: saveSvg,
    theme: switchTheme,
    print: () => print(),
  };
  for (const [id, action] of Object.entries(actions)) $(id).addEventListener("click", action);
  document.querySelector(".skip").addEventListener("click", skipToPanel);
  $("filters").addEventListener("click", () => openDrawer(document.body.dataset.open === "legend" ? "" : "legend"));
  if (!tables.whole) {
    $("all").disabled = true;
    $("all").title = word("all.toomany");
  }
  addEventListener("beforeprint", preparePrint);
  addEventListener("afterprint", endPrint);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
}

function start() {
  readColours();
  clearFilters();
  sift();
  buildLegend();
  buildTime();
  startPlaces();
  view.shown = new Set(points.keys());
  createNetwork();
  refresh();
  updateLegend();
  updateTime();
  fit(false);
  network.on("click", clicked);
  network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && expand(node));
  startTools();
  startSearch();
  startKeys();
  startLinks();
  if (!followAddress()) showWelcome();
  network.once("afterDrawing", () => performance.mark("ready"));
}

start();
