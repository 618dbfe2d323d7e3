"""Who a claim is attributed to, and how certain and in what mood it is stated."""

from __future__ import annotations

import functools
from collections.abc import Collection
from pathlib import Path

import yaml

from kg.claim.topics import participant_entity
from kg.match.clauses import ADJUNCTS, Match
from kg.match.participants import attributes_of
from kg.match.scene import ACTING, Scene, argument_of, class_at
from kg.match.speakers import speakers_at
from kg.model.claim import MODALITIES, Participant
from kg.model.reading import Argument, Clause

__all__ = ["is_only_wanted", "modality_of", "polarity_of", "speaker_of"]

EMBEDDING = Path(__file__).with_name("data") / "embedding.yaml"
SUMMARY = ("Reported",)
INDIRECT = (*SUMMARY, "Indirect", "FreeIndirect", "IndirectFreeIndirect")
"""Types of quotations whose words are not the speaker's own."""
NEAR = 6
"""Clauses before a noun's own among which that of the noun it belongs to stands; the layer has them in text order."""
AWAITING = ("bis", "bevor", "ehe", "sobald")
"""Conjunctions of clauses that need not have come about."""
MODALITY = {"hearsay": "possible"}
"""The clause layer's moods that a claim knows under another name; hearsay without a source is merely possible."""


def speaker_of(scene: Scene, match: Match, subjects: Collection[str]) -> Participant | None:
    """Return the speaker of the innermost quotation around a match, None where the article itself speaks.

    Who says of themselves what they do (`subjects`, ids) gives way to who reports it: laut X sind Y und Z einig.

    What reported speech only mentions in passing, by a participle, an apposition or an office, the article
    says itself; a direct quotation has every word from its speaker. That somebody spoke is the article's own word, too.
    """
    clause = scene.annotations.clauses[match.clause] if match.clause is not None else None
    besides: tuple[str, ...] = ()
    if clause is None or clause.kind == "participle":
        besides = INDIRECT
    elif (clause.kind == "main" and clause.parent is None) or _is_presupposed(scene, match, clause):
        besides = SUMMARY
    for filler in speakers_at(scene, scene.annotations.tokens[match.trigger].start, besides=besides):
        if filler is None:
            return None
        part = filler.parts[0]
        entity = participant_entity(scene, part, _contents(scene, part.head))
        if entity.id not in subjects:
            return Participant(entity, scene.annotations.document.text[filler.start : filler.end])
    return None


def _is_presupposed(scene: Scene, match: Match, clause: Clause) -> bool:
    """Tell a noun whose article takes for granted what it names: lobte die Hilfe, but warnte vor Hilfe."""
    tokens = scene.annotations.tokens
    first = clause.head - 1
    while first > 0 and tokens[first].tag == "ADJA":
        first -= 1
    definite = first >= 0 and (tokens[first].tag in ("PPOSAT", "APPRART") or tokens[first].lemma in ("der", "dies"))
    return clause.kind == "nominal" and definite and modality_of(scene, match) == "asserted"


def _contents(scene: Scene, head: int) -> tuple[tuple[int, int], ...]:
    """Return what a text or finding is about, which is no part of its name as a speaker: eine Meldung | über Wahlen."""
    nominal = scene.nominal_at.get(head)
    if nominal is None or class_at(scene, head) in ACTING:
        return ()
    obliques = (a for a in scene.annotations.clauses[nominal].arguments if a.role == "oblique")
    return tuple((argument.start, argument.end) for argument in obliques if argument.preposition != "von")


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
    stated = [_mood_of(clause) for clause in chain] + _effects(scene, match) + _of_noun(scene, match)
    stated += ["planned" for clause in [c for c in chain if c.kind != "nominal"][:1] if clause.tense == "future"]
    weaker = (modality for modality in stated if modality in MODALITIES and modality != "asserted")
    return next(weaker, "asserted")


def _of_noun(scene: Scene, match: Match) -> list[str]:
    """Return what a noun's adjective or the noun that it belongs to says: ein möglicher Besuch, der Bau des Werks."""
    if match.clause is None or scene.annotations.clauses[match.clause].kind != "nominal":
        return []
    before = scene.annotations.clauses[max(0, match.clause - NEAR) : match.clause]
    owners = (c.lemma for c in before if any(a.role == "possessor" and a.head == match.trigger for a in c.arguments))
    words = _embedding_words()
    found = (words.get(word) for word in (*sorted(attributes_of(scene, match.trigger)), *owners))
    return [effect for effect in found if effect in MODALITIES]


def _mood_of(clause: Clause) -> str:
    """Return a clause's modality in a claim's words.

    What somebody could or had to do in the past came about: konnte gewinnen, musste fliehen.
    """
    past = clause.mood == "indicative" and clause.tense in ("past", "perfect", "pluperfect")
    if past and clause.modal in ("können", "müssen"):
        return "asserted"
    return MODALITY.get(clause.modality, clause.modality)


def is_only_wanted(scene: Scene, match: Match) -> bool:
    """Tell whether the clause merely says what somebody demands, refuses or prevents: that is another claim."""
    effects = _effects(scene, match)
    if "prevented" in effects:
        return True
    outside = any(path.startswith("outer.") for _, paths in match.rule.claim for path in paths)
    chain = _chain(scene, match)
    if not chain or (chain[0].kind != "infinitive" and not outside):
        return False
    return any(effect in ("demanded", "negative") for effect in effects)


def _chain(scene: Scene, match: Match) -> list[Clause]:
    """Return the match's clause and, while it is an infinitive, a light verb's noun or a predicate, what carries it."""
    if match.clause is None:
        return []
    clauses = scene.annotations.clauses
    chain = [clauses[match.clause]]
    while chain[-1].parent is not None and _is_carried(chain[-1], clauses[chain[-1].parent]):
        chain.append(clauses[chain[-1].parent])
    return chain


def _is_carried(clause: Clause, parent: Clause) -> bool:
    if clause.kind == "infinitive":
        return clause.conjunction not in ADJUNCTS
    if clause.kind != "nominal":
        return False
    said = argument_of(parent, "predicate")
    if said is not None and said.head == clause.head:
        return said.preposition is None
    light = _embedding_words().get(parent.lemma) == "light"
    return light and any(a.head == clause.head for a in parent.arguments if a.preposition in (None, "zu", "in"))


def _effects(scene: Scene, match: Match) -> list[str]:
    """Return what the words around the match's clause say of it, innermost first (keys of `embedding.yaml`)."""
    if match.clause is None:
        return []
    words = _embedding_words()
    chain = _chain(scene, match)
    clause = next((carrier for carrier in chain if carrier.kind != "nominal"), chain[0])
    found = [words.get(clause.conjunction or ""), "possible" if _is_awaited(clause) else None]
    found += ["planned"] if clause.kind == "infinitive" and clause.conjunction == "um" else []
    while clause.parent is not None:
        parent = scene.annotations.clauses[clause.parent]
        if not _is_content(clause, parent):
            break
        predicate = argument_of(parent, "predicate")
        heads = [argument.head for argument in (predicate, _noun_before(clause, parent)) if argument is not None]
        stated = [parent.lemma, *(scene.annotations.tokens[head].lemma for head in heads)]
        found += [words.get(parent.conjunction or ""), *(words.get(word) for word in stated)]
        clause = parent
    return [effect for effect in found if effect]


def _is_awaited(clause: Clause) -> bool:
    """Tell a clause of what has still to happen: bis der Rat zugestimmt habe, but bis der Rat zustimmte."""
    happened = clause.mood == "indicative" and clause.tense in ("past", "pluperfect")
    return clause.conjunction in AWAITING and not happened


def _noun_before(clause: Clause, parent: Clause) -> Argument | None:
    """Return the participant right before an infinitive, which may be what it explains: die Chance, zu gewinnen."""
    before = [a for a in parent.arguments if a.end <= clause.start] if clause.kind == "infinitive" else []
    return max(before, key=lambda argument: argument.end, default=None)


def _is_content(clause: Clause, parent: Clause) -> bool:
    """Tell whether a clause is what its parent is about: an infinitive, a dass-clause, or a noun as its object.

    So is the noun behind um: bat um die Hilfe Frankreichs.
    """
    if clause.kind == "infinitive":
        return clause.conjunction not in ADJUNCTS
    if clause.kind == "subordinate":
        return clause.conjunction in ("dass", "ob")
    role = "object" if parent.voice == "active" else "subject"
    about = (argument_of(parent, role), argument_of(parent, "oblique", "um")) if clause.kind == "nominal" else ()
    return any(argument is not None and argument.head == clause.head for argument in about)


@functools.cache
def _embedding_words() -> dict[str, str]:
    table: dict[str, str] = yaml.safe_load(EMBEDDING.read_text(encoding="utf-8"))
    return {word: effect for effect, words in table.items() for word in words.split()}
