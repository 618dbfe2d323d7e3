// The shortest way between two chosen nodes over the claims that pass the filters.

const path = { from: null };

function startPath(id) {
  path.from = id;
  $("banner").replaceChildren(word("path.choose", nodes[id].label), button(word("path.cancel"), cancelPath));
  $("banner").hidden = false;
  $("search").focus();
}

function cancelPath() {
  path.from = null;
  $("banner").hidden = true;
}

function shortestPath(from, to) {
  const cameBy = new Map([[from, null]]);
  const queue = [from];
  for (const id of queue) {
    if (id === to) break;
    for (const edge of incident[id]) {
      const other = otherEnd(edge, id);
      if (cameBy.has(other) || !edge.claims.some(passes)) continue;
      cameBy.set(other, edge);
      queue.push(other);
    }
  }
  if (!cameBy.has(to)) return null;
  const steps = [];
  for (let id = to; cameBy.get(id); id = otherEnd(cameBy.get(id), id)) steps.unshift(cameBy.get(id));
  return steps;
}

function finishPath(to) {
  const from = path.from;
  cancelPath();
  const steps = shortestPath(from, to);
  const stations = [from];
  for (const edge of steps ?? []) stations.push(otherEnd(edge, stations.at(-1)));
  for (const [i, id] of stations.entries()) if (!view.shown.has(id)) placeAround(stations[Math.max(0, i - 1)], [id]);
  mark({
    path: { from, to, steps, stations },
    lit: lightOf(
      stations,
      (steps ?? []).map((edge) => edge.id),
    ),
  });
  network.unselectAll();
  showPath();
  openDrawer("panel");
  if (steps) lookAt(stations, 1.1);
}

function showPath() {
  const { from, to, steps, stations } = view.path;
  const rows = (steps ?? []).map((edge, i) =>
    relationRow(stations[i], { edge, other: stations[i + 1], members: passing(edge) }),
  );
  fillPanel(
    word("path"),
    el("h2", {}, word("path.title", nodes[from].label, nodes[to].label)),
    el("p", { class: "quiet" }, steps ? word("path.steps", number(steps.length)) : word("path.none")),
    el(
      "p",
      {},
      button(nodes[from].label, () => select(from, { focus: true }), { class: "plain" }),
    ),
    el("ol", { class: "relations" }, rows),
  );
  announce($("panel").innerText);
}
