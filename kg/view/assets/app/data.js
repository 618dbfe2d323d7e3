// The data blocks of the page, read once and unfolded. kg/view/records.py writes them and names what stands where.

const block = (id) => JSON.parse(document.getElementById(id).textContent);
const tables = block("data-tables");
const nodes = block("data-nodes");
const edges = block("data-edges");

const word = (key, ...values) => tables.words[key].replace(/\{\}/g, (gap) => (values.length ? values.shift() : gap));
const number = (value) => value.toLocaleString(tables.lang);

function unfoldClaim(raw, edge) {
  return {
    id: raw.i,
    edge,
    predicate: raw.p,
    document: raw.d,
    rule: tables.rules[raw.r],
    modality: raw.m || 0,
    denied: Boolean(raw.n),
    speaker: raw.by,
    when: raw.w,
    whenText: raw.wt,
    amount: raw.q,
    amountText: raw.qt,
    review: raw.v,
    qualifiers: raw.a || [],
    time: raw.t,
    evidence: raw.e || [],
    premises: raw.x || [],
    outlet: tables.documents[raw.d].outlet,
    failing: 0,
  };
}

const claims = [];
const incident = nodes.map(() => []);
edges.forEach((edge, id) => {
  edge.id = id;
  edge.claims = edge.claims.map((raw) => unfoldClaim(raw, edge));
  claims.push(...edge.claims);
  incident[edge.from].push(edge);
  incident[edge.to].push(edge);
});

const nodeByKey = new Map(nodes.map((node) => [node.key, node]));
// Connections that are only inferred do not make a node better connected.
const isInferred = (claim) => claim.premises.length > 0;
const degrees = incident.map((members) => members.filter((edge) => !edge.claims.every(isInferred)).length);
const otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);
const typeName = (node) => tables.words[`type.${node.type}`] ?? node.type;
const participantName = (participant) => (typeof participant === "number" ? nodes[participant].label : participant);
const publisherOf = (document) => (document.outlet === document.title ? undefined : document.outlet);
const cut = (text) => (text.length > 32 ? `${text.slice(0, 31)}…` : text);
const counted = (what, count) => (count === 1 ? word(`${what}.one`) : word(`${what}.many`, number(count)));
