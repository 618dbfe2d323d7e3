"""Who a claim is attributed to, and how certain and in what mood it is stated."""

from __future__ import annotations

import functools
from pathlib import Path

import yaml

from kg.annotate.reporting import is_source_noun
from kg.claim.topics import participant_entity
from kg.match.clauses import ADJUNCTS, Match
from kg.match.scene import Part, Scene, argument_of
from kg.model.claim import MODALITIES, Participant
from kg.model.reading import Clause, Mention, Quotation
from kg.model.text import Span

__all__ = ["is_only_wanted", "modality_of", "polarity_of", "speaker_of"]

EMBEDDING = Path(__file__).with_name("data") / "embedding.yaml"
MODALITY = {"hearsay": "possible"}
"""The clause layer's moods that a claim knows under another name; hearsay without a source is merely possible."""


def speaker_of(scene: Scene, position: int) -> Participant | None:
    """Return the speaker of the innermost quotation around a character, None where the article itself speaks."""
    around = [q for q in scene.annotations.quotations if q.speaker and _holds(q, position)]
    if not around:
        return None
    innermost = min(around, key=lambda q: sum(span.end - span.start for span in q.quote))
    return _participant(scene, innermost.speaker)


def polarity_of(scene: Scene, match: Match) -> str:
    """Return "pos" or "neg": the clause's negation, those of what it is content of, and what the rule says."""
    if match.rule.polarity in ("pos", "neg"):
        return match.rule.polarity
    turns = match.rule.polarity == "flip"
    for clause in _chain(scene, match):
        turns ^= clause.negation is not None
    for effect in _effects(scene, match):
        turns ^= effect == "negative"
    return "neg" if turns else "pos"


def modality_of(scene: Scene, match: Match) -> str:
    """Return the weakest of what the clause, what it is content of and the rule say: asserted only where all do."""
    if match.rule.modality is not None:
        return match.rule.modality
    chain = _chain(scene, match)
    stated = [MODALITY.get(clause.modality, clause.modality) for clause in chain] + _effects(scene, match)
    stated += ["planned" for clause in chain[:1] if clause.tense == "future"]
    weaker = (modality for modality in stated if modality in MODALITIES and modality != "asserted")
    return next(weaker, "asserted")


def is_only_wanted(scene: Scene, match: Match) -> bool:
    """Tell whether the clause merely says what somebody demands or refuses: that is a claim about the demand."""
    outside = any(path.startswith("outer.") for _, paths in match.rule.claim for path in paths)
    chain = _chain(scene, match)
    if not chain or (chain[0].kind != "infinitive" and not outside):
        return False
    return any(effect in ("demanded", "negative") for effect in _effects(scene, match))


def _holds(quotation: Quotation, position: int) -> bool:
    return any(span.start <= position < span.end for span in quotation.quote)


def _participant(scene: Scene, spans: tuple[Span, ...]) -> Participant | None:
    text = scene.annotations.document.text
    for span in spans:
        named = [m for m in scene.annotations.mentions if _inside(m, span) and m.kind not in ("adjective", "compound")]
        people = [m for m in named if m.entities[0].type in ("Person", "Organisation", "Medium", "Staat")]
        if people:
            best = min(people, key=lambda m: (m.entities[0].type != "Person", m.start))
            return Participant(best.entities[0], text[best.start : best.end])
    for span in spans:
        head = _head_noun(scene, span)
        if head is not None:
            entity = participant_entity(scene, Part(span.start, span.end, head, None))
            return Participant(entity, text[span.start : span.end])
    return None


def _inside(mention: Mention, span: Span) -> bool:
    return mention.start < span.end and span.start < mention.end


def _head_noun(scene: Scene, span: Span) -> int | None:
    nouns = [
        index
        for index, token in enumerate(scene.annotations.tokens)
        if span.start <= token.start < span.end and token.tag in ("NN", "NE")
    ]
    # "Angaben des Präsidialamtes": who says it stands behind the word for saying.
    speaking = [index for index in nouns if not is_source_noun(scene.annotations.tokens[index].text)]
    return next(iter(speaking or nouns), None)


def _chain(scene: Scene, match: Match) -> list[Clause]:
    """Return the match's clause and, while it is an infinitive, the clauses whose verb complex carries it on."""
    if match.clause is None:
        return []
    clauses = scene.annotations.clauses
    chain = [clauses[match.clause]]
    while chain[-1].parent is not None and chain[-1].kind == "infinitive" and chain[-1].conjunction not in ADJUNCTS:
        chain.append(clauses[chain[-1].parent])
    return chain


def _effects(scene: Scene, match: Match) -> list[str]:
    """Return what the words around the match's clause say of it, innermost first (keys of `embedding.yaml`)."""
    if match.clause is None:
        return []
    words = _embedding_words()
    clause = scene.annotations.clauses[match.clause]
    found = [words.get(clause.conjunction or "")]
    while clause.parent is not None:
        parent = scene.annotations.clauses[clause.parent]
        if not _is_content(clause, parent):
            break
        predicate = argument_of(parent, "predicate")
        stated = [parent.lemma, scene.annotations.tokens[predicate.head].lemma if predicate else ""]
        found += [words.get(parent.conjunction or ""), *(words.get(word) for word in stated)]
        clause = parent
    return [effect for effect in found if effect]


def _is_content(clause: Clause, parent: Clause) -> bool:
    """Tell whether a clause is what its parent is about: an infinitive, a dass-clause, or a noun as its object."""
    if clause.kind == "infinitive":
        return clause.conjunction not in ADJUNCTS
    if clause.kind == "subordinate":
        return clause.conjunction in ("dass", "ob")
    role = "object" if parent.voice == "active" else "subject"
    about = argument_of(parent, role) if clause.kind == "nominal" else None
    return about is not None and about.head == clause.head


@functools.cache
def _embedding_words() -> dict[str, str]:
    table: dict[str, str] = yaml.safe_load(EMBEDDING.read_text(encoding="utf-8"))
    return {word: effect for effect, words in table.items() for word in words.split()}
