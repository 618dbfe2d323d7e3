// The card of an entity: what it is, and every neighbour in words. For keyboard and screen reader this is the network.

const EXPAND = 15; // neighbours that one step brings
const LISTED = 60; // rows a list of neighbours starts with

function relationsOf(id) {
  const relations = incident[id].map((edge) => ({ edge, other: otherEnd(edge, id), members: passing(edge) }));
  return relations
    .filter((relation) => relation.members.length)
    .sort((a, b) => b.members.length - a.members.length || degree(b.other) - degree(a.other) || a.other - b.other);
}

function hiddenNeighbours(id) {
  const hidden = new Set(
    relationsOf(id)
      .map((relation) => relation.other)
      .filter((other) => !view.shown.has(other)),
  );
  return [...hidden].sort((a, b) => a - b);
}

function relationRow(id, { edge, other, members }) {
  const traits = edgeTraits(members);
  const arrow = !traits.directed ? "–" : edge.from === id ? "→" : "←";
  const what = edgeLabel(members);
  const open = button("", () => openEdge(edge.id, { focus: true }), { class: "open" });
  open.append(
    el("span", { class: view.shown.has(other) ? "" : "unshown" }, nodes[other].label),
    el("span", { class: "what" }, `${arrow} ${what}`),
  );
  const go = button("", () => select(other, { focus: true }), {
    class: "go",
    "aria-label": word("card.go", nodes[other].label),
    title: word("card.go", nodes[other].label),
  });
  go.append(groupSign(nodes[other].group));
  return el("li", {}, open, go);
}

function relationList(id, relations, limit) {
  const rest = relations.length - limit;
  const list = el(
    "ul",
    { class: "relations" },
    relations.slice(0, limit).map((relation) => relationRow(id, relation)),
  );
  if (rest <= 0) return [list];
  const more = button(word("more", number(rest)), () =>
    more.replaceWith(...relationList(id, relations.slice(limit), rest)),
  );
  return [list, more];
}

function cardActions(id, hidden) {
  const next = Math.min(EXPAND, hidden.length);
  return el(
    "div",
    { class: "actions" },
    button(next ? `${word("card.expand")} (${next})` : word("card.expand"), () => expand(id), {
      id: "expand",
      disabled: !next,
    }),
    button(word("card.collapse"), () => collapse(id), { id: "collapse" }),
    button(word("card.focus"), () => focusOn(id), { id: "focus" }),
    button(word("card.path"), () => startPath(id), { id: "path" }),
  );
}

function showCard(id) {
  const node = nodes[id];
  const relations = relationsOf(id);
  const hidden = hiddenNeighbours(id);
  const neighbours = new Set(relations.map((relation) => relation.other)).size;
  const total = relations.reduce((sum, relation) => sum + relation.members.length, 0);
  const facts = [
    counted("neighbours", neighbours),
    counted("claims", total),
    hidden.length && word("card.hidden", number(hidden.length)),
  ];
  fillPanel(
    [groupSign(node.group), typeName(node)],
    el("h2", {}, node.label),
    node.about ? el("p", {}, node.about) : null,
    node.aliases ? el("p", { class: "quiet" }, word("card.aliases", node.aliases.join(", "))) : null,
    el("p", { class: "quiet" }, facts.filter(Boolean).join(" · "), ...wikidataLink(node)),
    cardActions(id, hidden),
    el("h3", {}, word("card.neighbours")),
    ...relationList(id, relations, LISTED),
  );
}

function wikidataLink(node) {
  if (!/^Q\d+$/.test(node.wikidata ?? "")) return [];
  return [" · ", link(`https://www.wikidata.org/wiki/${node.wikidata}`, `${word("card.wikidata")} ${node.wikidata}`)];
}
