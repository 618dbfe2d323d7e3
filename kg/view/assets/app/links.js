// The address of the page names what is selected: #node=… and #claim=… can be mailed and bookmarked.

const claimById = new Map(claims.map((claim) => [claim.id, claim]));

function setAddress(kind, value) {
  const wanted = value ? `#${kind}=${encodeURIComponent(value)}` : "";
  if (wanted !== location.hash) history.pushState(null, "", wanted || location.pathname + location.search);
}

const claimAddress = (claim) => `${location.href.split("#")[0]}#claim=${encodeURIComponent(claim.id)}`;

// A link may have lost characters on its way: what can't be decoded names nothing.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function followAddress() {
  const [kind, value] = location.hash.slice(1).split("=", 2);
  const name = decoded(value ?? "");
  const node = kind === "node" ? nodeByKey.get(name) : undefined;
  const claim = kind === "claim" ? claimById.get(name) : undefined;
  if (node) select(node.id, { focus: true, quiet: true });
  if (claim) openEdge(claim.edge.id, { target: claim.id, focus: true, quiet: true });
  return Boolean(node ?? claim);
}

function startLinks() {
  addEventListener("popstate", () => followAddress() || clearSelection());
}
