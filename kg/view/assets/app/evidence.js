// The evidence of a connection: every claim with its sentences, source, speaker, certainty, time and rule.

const MARK_CLASSES = ["subject", "object"];

function markedSentence(record) {
  const text = tables.sentences[record.s];
  const parts = [];
  let at = 0;
  for (let i = 0; i < record.k.length; i += 3) {
    const [start, end, role] = record.k.slice(i, i + 3);
    parts.push(text.slice(at, start), el("mark", { class: MARK_CLASSES[role] }, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at));
  // What a curator noted is no quotation.
  if (record.l) return el("p", { class: "note" }, ...parts);
  const [open, close] = word("quote").split("{}");
  return el("blockquote", {}, open, ...parts, close);
}

function originLine(record) {
  const document = tables.documents[record.d];
  const texts = [
    document.title,
    publisherOf(document),
    document.date,
    record.l && word("source.row", record.l),
    !record.u && record.c,
  ];
  const line = el("p", { class: "origin" }, texts.filter(Boolean).join(" · "));
  for (const url of [document.url, record.u]) if (url) line.append(" · ", link(url, word("source.open")));
  return line;
}

function badges(claim) {
  const list = el("p", { class: "badges" });
  const dashes = isInferred(claim) ? INFERRED_DASHES : DASHES[claim.modality];
  const name = isInferred(claim) ? word("origin.inferred") : word(`modality.${tables.modalities[claim.modality]}`);
  list.append(el("span", { class: "badge" }, lineSign({ dashes }), name));
  if (claim.denied) list.append(el("span", { class: "badge denied" }, word("denied")));
  return list;
}

function factLines(claim) {
  const facts = [];
  if (claim.when) facts.push(word("when", asWritten(claim.when, claim.whenText)));
  if (claim.amount) facts.push(word("amount", asWritten(claim.amount, claim.amountText)));
  for (const [name, whom] of claim.qualifiers)
    facts.push(word("qualifier", qualifierName(name), participantName(whom)));
  return facts.map((text) => el("p", { class: "fact" }, text));
}

const asWritten = (meaning, text) => (text && text !== meaning ? word("as.written", meaning, text) : meaning);
const qualifierName = (name) => tables.words[`qualifier.${name}`] ?? name;

function ruleLine(claim) {
  const [rule, precision] = claim.rule;
  const made =
    rule === tables.curated ? word("rule.curated") : word("rule.measured", rule, Math.round(precision * 100));
  return el("p", { class: "rule" }, claim.review ?? made);
}

// What an inferred claim follows from; a premise that is drawn can be opened.
function premiseList(claim) {
  if (!isInferred(claim)) return null;
  const items = claim.premises.map(([id, text]) => {
    const premise = claimById.get(id);
    const open = () => openEdge(premise.edge.id, { target: id, focus: true });
    return el("li", {}, premise ? button(text, open, { class: "plain" }) : text);
  });
  return el("div", { class: "said" }, word(`inferred.${claim.rule[0]}`), el("ul", { class: "premises" }, items));
}

function speakerLine(claim) {
  if (claim.speaker === undefined) return null;
  const name = participantName(claim.speaker);
  if (typeof claim.speaker === "string") return el("p", { class: "said" }, word("said.by", name));
  const [before, after] = word("said.by").split("{}");
  return el(
    "p",
    { class: "said" },
    before,
    button(name, () => select(claim.speaker, { focus: true }), { class: "plain" }),
    after,
  );
}

function claimCard(claim) {
  const evidence = claim.evidence.flatMap((record) => [
    record.s === undefined ? null : markedSentence(record),
    originLine(record),
  ]);
  const card = el(
    "article",
    { class: "claim", id: `claim-${claim.id}` },
    speakerLine(claim),
    premiseList(claim),
    ...evidence,
    evidence.length ? null : el("p", { class: "quiet" }, word("bare")),
    badges(claim),
    ...factLines(claim),
    evidence.length && !isInferred(claim) ? ruleLine(claim) : null,
  );
  card.append(
    el(
      "p",
      { class: "claim-tools" },
      button(word("cite"), (event) => copy(citation(claim), event.currentTarget), { class: "plain cite" }),
      button(word("link"), (event) => copy(claimAddress(claim), event.currentTarget), { class: "plain" }),
    ),
  );
  return card;
}

function groupedByPredicate(members) {
  const groups = new Map();
  for (const claim of members) groups.set(claim.predicate, [...(groups.get(claim.predicate) ?? []), claim]);
  return [...groups].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
}

function edgeHeading(edge) {
  const directed = edgeTraits(edge.claims).directed;
  const end = (id) => button(nodes[id].label, () => select(id, { focus: true }), { class: "plain" });
  return el("h2", {}, end(edge.from), el("span", { class: "between" }, directed ? " → " : " – "), end(edge.to));
}

function showEvidence(edge, target) {
  const members = passing(edge);
  const hidden = edge.claims.length - members.length;
  fillPanel(
    word("evidence"),
    edgeHeading(edge),
    el(
      "p",
      { class: "quiet" },
      [counted("claims", members.length), hidden && word("claims.hidden", number(hidden))].filter(Boolean).join(" · "),
    ),
    ...groupedByPredicate(members).flatMap(([predicate, group]) => [
      el("h3", {}, `${tables.predicates[predicate].label} (${number(group.length)})`),
      ...group.map(claimCard),
    ]),
  );
  const card = target && $(`claim-${target}`);
  if (!card) return;
  card.classList.add("target");
  card.scrollIntoView({ block: "center" });
}
