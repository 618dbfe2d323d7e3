// Which claims pass. Every facet holds the values that are switched off; a claim knows the facets it fails as bits, so
// that a facet's counts can tell what switching a value on would bring.

const FACETS = ["group", "predicate", "modality", "polarity", "attribution", "origin", "outlet", "time"];
const BIT = Object.fromEntries(FACETS.map((name, position) => [name, 1 << position]));
const off = Object.fromEntries(FACETS.map((name) => [name, new Set()]));
// What no source says is shown on request only, unless there is nothing else.
const offAtStart = (name) => (name === "origin" && !claims.every(isInferred) ? ["inferred"] : []);
const fullRange = () => ({ from: 0, to: Math.max(0, tables.bins.length - 1), undated: true });
const range = fullRange();

const VALUE = {
  predicate: (claim) => claim.predicate,
  modality: (claim) => claim.modality,
  polarity: (claim) => (claim.denied ? "neg" : "pos"),
  attribution: (claim) => (claim.speaker === undefined ? "own" : "said"),
  origin: (claim) => (isInferred(claim) ? "inferred" : "stated"),
  outlet: (claim) => claim.outlet,
};

const counts = Object.fromEntries(["group", "time", ...Object.keys(VALUE)].map((name) => [name, new Map()]));
const passes = (claim) => claim.failing === 0;
const passing = (edge) => edge.claims.filter(passes);
const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

function inRange(claim) {
  return claim.time ? claim.time[1] >= range.from && claim.time[0] <= range.to : range.undated;
}

function failingBits(claim) {
  let bits = off.group.has(nodes[claim.edge.from].group) || off.group.has(nodes[claim.edge.to].group) ? BIT.group : 0;
  for (const name in VALUE) if (off[name].has(VALUE[name](claim))) bits |= BIT[name];
  return inRange(claim) ? bits : bits | BIT.time;
}

function sift() {
  for (const map of Object.values(counts)) map.clear();
  const seen = new Set();
  for (const claim of claims) {
    claim.failing = failingBits(claim);
    for (const name in VALUE) if (!(claim.failing & ~BIT[name])) add(counts[name], VALUE[name](claim));
    if (!(claim.failing & ~BIT.time)) add(counts.time, claim.time ? claim.time[0] : "undated");
    if (!(claim.failing & ~BIT.group)) seen.add(claim.edge.from).add(claim.edge.to);
  }
  for (const id of seen) add(counts.group, nodes[id].group);
}

function filtersActive() {
  const full = fullRange();
  const changed = FACETS.some((name) => [...off[name]].join() !== offAtStart(name).join());
  return changed || Object.keys(full).some((key) => full[key] !== range[key]);
}

function clearFilters() {
  for (const name of FACETS) off[name] = new Set(offAtStart(name));
  Object.assign(range, fullRange());
}
