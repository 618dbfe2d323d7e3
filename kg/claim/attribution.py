"""Who a claim is attributed to."""

from __future__ import annotations

from collections.abc import Collection

from kg.claim.moods import is_by_the_way, modality_of
from kg.claim.topics import participant_entity
from kg.claim.vague import specified
from kg.match.clauses import Match
from kg.match.participants import is_definite
from kg.match.scene import ACTING, Filler, Scene, class_at
from kg.match.speakers import INDIRECT, speakers_at
from kg.model.claim import Participant
from kg.model.entity import Entity
from kg.model.reading import Clause

__all__ = ["speaker_of"]

SUMMARY = ("Reported",)


def speaker_of(scene: Scene, match: Match, subjects: Collection[str]) -> Participant | None:
    """Return the speaker of the innermost quotation around a match, None where the article itself speaks.

    Who says of themselves what they do (`subjects`, ids) gives way to who reports it: laut X sind Y und Z einig.

    What reported speech only mentions in passing, by a participle, an apposition or an office, the article
    says itself; a direct quotation has every word from its speaker. That somebody spoke is the article's own word, too.
    A rule may name the speaker itself: Weber nannte den Bericht eine Lüge.
    """
    told = match.roles.get("speaker")
    if told is not None:
        return Participant(_who(scene, told), scene.annotations.document.text[told.start : told.end])
    clause = scene.annotations.clauses[match.clause] if match.clause is not None else None
    besides: tuple[str, ...] = ()
    passing = clause is None or clause.kind == "participle" or is_by_the_way(scene, match)
    if clause is None or passing or _is_presupposed(scene, match, clause):
        besides = (*SUMMARY, *INDIRECT)
    elif clause.kind == "main" and clause.parent is None:
        besides = SUMMARY
    for filler in speakers_at(scene, scene.annotations.tokens[match.trigger].start, besides=besides):
        if filler is None:
            return None
        entity = _who(scene, filler)
        if entity.id not in subjects:
            return Participant(entity, scene.annotations.document.text[filler.start : filler.end])
    return None


def _who(scene: Scene, speaker: Filler) -> Entity:
    part = specified(scene, speaker.parts[0])
    return participant_entity(scene, part, _contents(scene, part.head))


def _is_presupposed(scene: Scene, match: Match, clause: Clause) -> bool:
    """Tell a noun whose article takes for granted what it names: lobte die Hilfe, but warnte vor Hilfe."""
    definite = clause.kind == "nominal" and is_definite(scene.annotations.tokens, clause.head)
    return definite and modality_of(scene, match) == "asserted"


def _contents(scene: Scene, head: int) -> tuple[tuple[int, int], ...]:
    """Return what is no part of a speaker's name: what a text is about or when it came, eine Meldung | über Wahlen."""
    nominal = scene.nominal_at.get(head)
    if nominal is None:
        return ()
    tokens, times = scene.annotations.tokens, scene.annotations.times
    acts = class_at(scene, head) in ACTING
    obliques = [a for a in scene.annotations.clauses[nominal].arguments if a.role == "oblique"]
    dated = {a.head for a in obliques for time in times if time.start <= tokens[a.head].start < time.end}
    asides = (a for a in obliques if a.head in dated or (not acts and a.preposition != "von"))
    return tuple((argument.start, argument.end) for argument in asides)
