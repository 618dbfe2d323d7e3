"""Who a claim is attributed to, and how certain and in what mood it is stated."""

from __future__ import annotations

import functools
from pathlib import Path

import yaml

from kg.claim.topics import participant_entity
from kg.match.clauses import Match
from kg.match.scene import Part, Scene
from kg.model.claim import MODALITIES, Participant
from kg.model.reading import Clause, Mention, Quotation
from kg.model.text import Span

__all__ = ["modality_of", "polarity_of", "speaker_of"]

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
    """Return "pos" or "neg": the clause's negation, those of what it hangs on, and what the rule says."""
    if match.rule.polarity in ("pos", "neg"):
        return match.rule.polarity
    turns = match.rule.polarity == "flip"
    for clause in _chain(scene, match):
        turns ^= clause.negation is not None
    for clause in _chain(scene, match)[1:]:
        turns ^= _embedding(clause) == "negative"
    return "neg" if turns else "pos"


def modality_of(scene: Scene, match: Match) -> str:
    """Return the weakest of what the clause, its embedding and the rule say: asserted only where all do."""
    if match.rule.modality is not None:
        return match.rule.modality
    chain = _chain(scene, match)
    stated: list[str | None] = [MODALITY.get(clause.modality, clause.modality) for clause in chain]
    stated += [_embedding(clause) for clause in chain[1:]]
    stated += ["planned" for clause in chain[:1] if clause.tense == "future"]
    weaker = (modality for modality in stated if modality in MODALITIES and modality != "asserted")
    return next((modality for modality in weaker if modality), "asserted")


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
    tokens = scene.annotations.tokens
    return next((i for i, t in enumerate(tokens) if span.start <= t.start < span.end and t.tag in ("NN", "NE")), None)


def _chain(scene: Scene, match: Match) -> list[Clause]:
    # What is said of the clause that a content or attribute hangs on is said of the content too.
    if match.clause is None:
        return []
    clauses = scene.annotations.clauses
    chain = [clauses[match.clause]]
    while chain[-1].parent is not None and chain[-1].kind in ("infinitive", "nominal", "participle"):
        chain.append(clauses[chain[-1].parent])
    return chain


def _embedding(clause: Clause) -> str | None:
    words = _embedding_words()
    return words.get(clause.lemma) or words.get(clause.conjunction or "")


@functools.cache
def _embedding_words() -> dict[str, str]:
    table: dict[str, str] = yaml.safe_load(EMBEDDING.read_text(encoding="utf-8"))
    return {word: effect for effect, words in table.items() for word in words.split()}
