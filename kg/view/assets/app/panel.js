// The panel beside the drawing: what it holds while nothing is selected, and the frame of all it can hold.

function fillPanel(kicker, ...children) {
  const close = button(word("panel.close"), clearSelection, { class: "close" });
  $("panel").replaceChildren(...[el("p", { class: "kicker" }, kicker, close), ...children].filter(Boolean));
  $("panel").scrollTop = 0;
}

const KEYS = [
  ["/", "key.search"],
  ["← → ↑ ↓", "key.arrows"],
  ["Enter", "key.enter"],
  ["B", "key.evidence"],
  ["+ −", "key.zoom"],
  ["0", "key.fit"],
  ["Esc", "key.escape"],
];

function showWelcome() {
  const top = nodes.slice(0, 12).map((node) => {
    const open = button("", () => select(node.id, { focus: true }), { class: "open" });
    open.append(groupSign(node.group), node.label, el("span", { class: "number" }, number(degree(node.id))));
    return el("li", {}, open);
  });
  fillPanel(
    word("evidence"),
    el("h2", {}, word("welcome")),
    el("p", {}, word("welcome.text")),
    el("h3", {}, word("welcome.top")),
    el("ul", { class: "relations" }, top),
    el("h3", { class: "keys-title" }, word("welcome.keys")),
    el(
      "dl",
      { class: "keys" },
      KEYS.flatMap(([key, name]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, word(name))]),
    ),
  );
}

// After filters changed the panel still shows what it showed, with what passes now.
function refillPanel() {
  if (view.path) showPath();
  else if (view.edge !== null) showEvidence(edges[view.edge]);
  else if (view.node !== null) showCard(view.node);
}
