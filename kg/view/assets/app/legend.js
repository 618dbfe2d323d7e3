// The legend explains the drawing and filters it; every row tells how many claims (or nodes) it stands for right now.

const LONG = 10; // rows of a facet that show without asking
const rows = []; // { facet, value, number, box } of every check box, for the live counts

function checkRow(facet, value, name, sign) {
  const box = el("input", { type: "checkbox", checked: true, onchange: () => toggle(facet, value, box.checked) });
  const counter = el("span", { class: "number" });
  const row = el("label", {}, box, sign, el("span", { class: "name", title: name }, name), counter);
  rows.push({ facet, value, box, counter, row });
  return row;
}

function toggle(facet, value, on) {
  if (on) off[facet].delete(value);
  else off[facet].add(value);
  refilter();
}

function setAllOf(facet, on) {
  for (const row of rows) if (row.facet === facet) on ? off[facet].delete(row.value) : off[facet].add(row.value);
  refilter();
}

function refilter() {
  sift();
  updateLegend();
  updateTime();
  refresh();
  refillPanel();
}

function updateLegend() {
  $("reset").disabled = !filtersActive();
  for (const { facet, value, box, counter, row } of rows) {
    const count = counts[facet].get(value) ?? 0;
    counter.textContent = number(count);
    row.classList.toggle("empty", count === 0);
    box.checked = !off[facet].has(value);
  }
}

function section(title, facets, children) {
  const tools =
    facets.length === 1 && children.length > 5
      ? el(
          "div",
          { class: "row-tools" },
          button(word("everything"), () => setAllOf(facets[0], true), {
            class: "plain",
            "aria-label": `${title}: ${word("everything")}`,
          }),
          button(word("nothing"), () => setAllOf(facets[0], false), {
            class: "plain",
            "aria-label": `${title}: ${word("nothing")}`,
          }),
        )
      : null;
  return el("fieldset", {}, el("legend", {}, title), tools, ...folded(children, title));
}

function folded(children, title) {
  if (children.length <= LONG + 2) return children;
  const rest = children.slice(LONG);
  const more = button("", flip, { class: "plain", "aria-expanded": "false" });
  function flip() {
    const open = rest[0].hidden;
    for (const child of rest) child.hidden = !open;
    more.textContent = open ? word("less") : word("more", number(rest.length));
    more.setAttribute("aria-expanded", String(open));
    more.setAttribute("aria-label", `${title}: ${more.textContent}`);
  }
  flip();
  if (!rest[0].hidden) flip();
  return [...children, more];
}

function apart(row) {
  row.classList.add("apart");
  return row;
}

function outletsByClaims() {
  const found = new Map();
  for (const claim of claims) add(found, claim.outlet);
  return [...found].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
}

function buildLegend() {
  const groups = Object.keys(SHAPES).filter((group) => nodes.some((node) => node.group === group));
  const certainty = [
    ...tables.modalities.map((name, i) =>
      checkRow("modality", i, word(`modality.${name}`), lineSign({ dashes: DASHES[i] })),
    ),
    apart(checkRow("polarity", "pos", word("polarity.pos"), lineSign({}))),
    checkRow("polarity", "neg", word("polarity.neg"), lineSign({ denied: true })),
    apart(checkRow("attribution", "own", word("attribution.own"), lineSign({}))),
    checkRow("attribution", "said", word("attribution.said"), lineSign({ said: true })),
    ...(claims.some(isInferred) ? originRows() : []),
  ];
  $("legend").replaceChildren(
    el(
      "p",
      { class: "row-tools" },
      button(word("reset"), resetFilters, { class: "plain", id: "reset" }),
      button(word("panel.close"), () => openDrawer(""), { class: "close", "aria-label": word("filters.close") }),
    ),
    section(
      word("groups"),
      ["group"],
      groups.map((group) => checkRow("group", group, word(`group.${group}`), groupSign(group))),
    ),
    section(word("certainty"), [], certainty),
    section(
      word("predicates"),
      ["predicate"],
      tables.predicates.map((predicate, i) => checkRow("predicate", i, predicate.label)),
    ),
    section(
      word("outlets"),
      ["outlet"],
      outletsByClaims().map((name) => checkRow("outlet", name, name)),
    ),
  );
}

function originRows() {
  return [
    apart(checkRow("origin", "stated", word("origin.stated"), lineSign({}))),
    checkRow("origin", "inferred", word("origin.inferred"), lineSign({ dashes: INFERRED_DASHES })),
  ];
}

function resetFilters() {
  clearFilters();
  refilter();
}
