// A claim in words that can be pasted into a text: who says it, the sentence, the source, and what was read from it.

function statement(claim) {
  const { edge } = claim;
  const label = tables.predicates[claim.predicate].label;
  const notes = [
    isInferred(claim) && word("origin.inferred"),
    claim.denied && word("denied"),
    claim.modality > 0 && word(`modality.${tables.modalities[claim.modality]}`),
  ];
  const note = notes.filter(Boolean).join(", ");
  return `${nodes[edge.from].label} – ${label} – ${nodes[edge.to].label}${note ? ` (${note})` : ""}`;
}

function citation(claim) {
  const lines = claim.evidence.map((record) => {
    const document = tables.documents[record.d];
    const origin = [publisherOf(document), document.title, document.date, document.url ?? record.u]
      .filter(Boolean)
      .join(", ");
    const text = tables.sentences[record.s] ?? "";
    return word("cite.text", record.l || !text ? text : word("quote", text), origin, statement(claim)).trim();
  });
  if (claim.speaker !== undefined) lines.unshift(word("said.by", participantName(claim.speaker)));
  return lines.join("\n") || statement(claim);
}

// A page opened as a file may not be allowed to write to the clipboard: then the text is offered for copying by hand.
async function copy(text, source) {
  try {
    await navigator.clipboard.writeText(text);
    announce(word("cite.done"));
    source.textContent = `✓ ${word("cite.done")}`;
  } catch {
    const field = el("textarea", { readonly: true, "aria-label": word("cite.manual") });
    field.value = text;
    source.parentElement.after(field);
    field.select();
    announce(word("cite.manual"));
  }
}
