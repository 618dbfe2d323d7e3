// Search by name or alias, whatever the spelling of umlauts: "Juergen", "Jurgen" and "Jürgen" find each other.

const HITS = 12;
const TWO_LETTERS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
const plain = (text) => text.toLocaleLowerCase("de").replace(/ß/g, "ss").normalize("NFD").replace(/\p{M}/gu, "");
const spelledOut = (text) =>
  text
    .normalize("NFC")
    .toLocaleLowerCase("de")
    .replace(/[äöüß]/g, (letter) => TWO_LETTERS[letter]);

// One line of text for all nodes makes a search a few calls of indexOf instead of thousands.
const names = nodes.flatMap((node) =>
  [node.label, ...(node.aliases ?? [])].flatMap((name, i) => {
    const forms = new Set([plain(name), plain(spelledOut(name))]);
    return [...forms].map((form) => ({ form, node: node.id, alias: i ? name : undefined }));
  }),
);

let hits = [];
let active = -1;

function rank(form, wanted) {
  if (form === wanted) return 0;
  if (form.startsWith(wanted)) return 1;
  const at = form.indexOf(wanted);
  if (at < 0) return 9;
  return /[\s\-/(„"]/.test(form[at - 1]) ? 2 : 3;
}

function find(text) {
  const wanted = plain(text.trim());
  const best = new Map();
  if (wanted) {
    for (const name of names) {
      const score = rank(name.form, wanted) + (name.alias ? 1.5 : 0); // an alias only where the name itself fits less
      if (score < (best.get(name.node)?.score ?? 9)) best.set(name.node, { ...name, score });
    }
  }
  return [...best.values()].sort((a, b) => a.score - b.score || a.node - b.node).slice(0, HITS);
}

function hitRow(hit, i) {
  const node = nodes[hit.node];
  const note = hit.alias ? `${hit.alias} · ${typeName(node)}` : typeName(node);
  return el(
    "li",
    {
      role: "option",
      id: `hit-${i}`,
      "aria-selected": "false",
      onmousedown: (event) => {
        event.preventDefault();
        pick(i);
      },
    },
    groupSign(node.group),
    el("span", { class: "label" }, node.label),
    el("small", { class: "far" }, note),
  );
}

function search() {
  const input = $("search");
  hits = find(input.value);
  active = -1;
  input.removeAttribute("aria-activedescendant");
  $("hits").replaceChildren(...hits.map(hitRow));
  const open = hits.length > 0;
  $("hits").hidden = !open;
  input.setAttribute("aria-expanded", String(open));
  if (input.value.trim()) announce(open ? word("search.hits", number(hits.length)) : word("search.none"));
}

function moveActive(step) {
  if (!hits.length) return;
  active = (active + step + hits.length) % hits.length;
  [...$("hits").children].forEach((row, i) => row.setAttribute("aria-selected", String(i === active)));
  $("hits").children[active].scrollIntoView({ block: "nearest" });
  $("search").setAttribute("aria-activedescendant", `hit-${active}`);
}

function closeHits() {
  $("hits").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
}

function pick(i) {
  if (!hits[i]) return;
  $("search").value = nodes[hits[i].node].label;
  closeHits();
  select(hits[i].node, { focus: true });
}

function searchKey(event) {
  if (event.key === "ArrowDown") moveActive(1);
  else if (event.key === "ArrowUp") moveActive(-1);
  else if (event.key === "Enter") pick(Math.max(0, active));
  else if (event.key === "Escape") closeHits();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function startSearch() {
  $("search").addEventListener("input", search);
  $("search").addEventListener("focus", () => $("search").value && search());
  $("search").addEventListener("keydown", searchKey);
  $("search").addEventListener("blur", closeHits);
}
