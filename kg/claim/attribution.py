"""Who a claim is attributed to."""

from __future__ import annotations

from collections.abc import Collection

from kg.annotate.lexicon import verbs_of_saying
from kg.claim.moods import denied_by, is_by_the_way, modality_of, polarity_of
from kg.claim.spelled_out import spelled_out
from kg.claim.topics import participant_entity
from kg.claim.vague import specified
from kg.match.clauses import Match
from kg.match.determiners import is_definite
from kg.match.extents import whole_phrase
from kg.match.fillers import fill
from kg.match.scene import ACTING, Filler, Scene, argument_of, class_at
from kg.match.speakers import INDIRECT, speakers_at
from kg.model.claim import Participant
from kg.model.entity import Entity
from kg.model.reading import Clause

__all__ = ["speaker_of"]

SUMMARY = ("Reported",)
ADVERBIAL = ("über", "durch", "auf", "nach", "gegen", "seit", "vor")
"""Prepositions behind who speaks that say how, not who: nach Ansicht von Experten | über den Tschad."""
CONTENT = (None, "dass", "ob")
"""Conjunctions of clauses that say what somebody said; without one a clause may be a question (er sagte, wer kommt)."""


def speaker_of(scene: Scene, match: Match, subjects: Collection[str]) -> Participant | None:
    """Return the speaker of the innermost quotation around a match, None where the article itself speaks.

    Who says of themselves what they do (`subjects`, ids) gives way to who reports it: laut X sind Y und Z einig. What
    somebody says to be (ich bin der Präsident), nobody else does.

    What reported speech only mentions in passing, by a participle, an apposition or an office, the article
    says itself; a direct quotation has every word from its speaker. That somebody spoke is the article's own word, too.
    A rule may name the speaker itself: Weber nannte den Bericht eine Lüge.
    """
    told = match.roles.get("speaker")
    if told is not None:
        return _participant(scene, told)
    relation = scene.vocabulary.predicates[match.rule.predicate].kind == "relation"
    describes = relation and modality_of(scene, match) == "asserted"
    trigger = scene.annotations.tokens[match.trigger].start
    for filler in speakers_at(scene, trigger, besides=_passed_over(scene, match)):
        if filler is None:
            return None
        if describes or _who(scene, filler).id not in subjects:
            return _participant(scene, filler)
    denier = denied_by(scene, match)
    filler = fill(scene, denier) if denier is not None else None
    if denier is None:
        filler = _who_thinks_so(scene, match)
    return _participant(scene, filler) if filler is not None and filler.parts else None


def _who_thinks_so(scene: Scene, match: Match) -> Filler | None:
    """Return who says what a relative clause in the Konjunktiv tells: **Weber** rügt einen Plan, der spalte."""
    clause = scene.annotations.clauses[match.clause] if match.clause is not None else None
    if clause is None or clause.kind != "relative" or clause.mood != "k1" or clause.parent is None:
        return None
    around = scene.annotations.clauses[clause.parent]
    said = around.kind == "main" and around.lemma in verbs_of_saying()
    teller = argument_of(around, "subject" if around.voice == "active" else "agent") if said else None
    filler = fill(scene, teller) if teller is not None else None
    parts = filler.parts if filler is not None else ()
    speaks = all(part.entity is not None or class_at(scene, part.head) in ACTING for part in parts)
    return filler if speaks else None  # Ihre Bedenken bleiben. Sie nennen es einen Deal, der …


def _participant(scene: Scene, speaker: Filler) -> Participant:
    return Participant(_who(scene, speaker), scene.annotations.document.text[speaker.start : speaker.end])


def _passed_over(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return the types of quotations that do not make their speaker that of a match."""
    clause = scene.annotations.clauses[match.clause] if match.clause is not None else None
    if clause is None or clause.kind == "participle" or is_by_the_way(scene, match):
        return (*SUMMARY, *INDIRECT)
    if _is_presupposed(scene, match, clause) or _is_told_beside(scene, clause):
        return (*SUMMARY, *INDIRECT)
    return SUMMARY if (clause.kind == "main" and clause.parent is None) or _is_circumstance(scene, clause) else ()


def _is_told_beside(scene: Scene, clause: Clause) -> bool:
    """Tell what the article adds to somebody's words: der Plan, den Bonn | beschlossen hatte, sei gut, sagte Weber.

    Of a relative clause a form shows it that is no Konjunktiv (beschlossen | hat), of others only a past, for reasons
    are given in the indicative, too.
    """
    tokens = scene.annotations.tokens
    while clause.parent is not None:
        around = scene.annotations.clauses[clause.parent]
        aside = clause.kind == "relative" or (clause.kind == "subordinate" and clause.conjunction not in CONTENT)
        past = clause.mood == "indicative" and clause.tense in ("past", "pluperfect")
        sure = clause.kind == "relative" and any(tokens[index].morph.mood == "ind" for index in clause.complex)
        if aside and (past or sure) and around.mood == "k1":
            return True
        clause = around
    return False


def _is_circumstance(scene: Scene, clause: Clause) -> bool:
    """Tell what only says when, why or of whom somebody spoke: er kündigte Hilfe an, nachdem Polen geklagt hatte."""
    while True:
        told = clause.kind == "subordinate" and clause.conjunction not in CONTENT
        if told or clause.kind == "relative":
            return True
        if clause.parent is None:
            return False
        clause = scene.annotations.clauses[clause.parent]


def _who(scene: Scene, speaker: Filler) -> Entity:
    part = specified(scene, speaker.parts[0])
    contents = _contents(scene, part.head)
    entity = participant_entity(scene, part, contents)
    named = part.entity is not None
    return entity if named else spelled_out(scene, entity, *whole_phrase(scene, part, contents))


def _is_presupposed(scene: Scene, match: Match, clause: Clause) -> bool:
    """Tell a noun whose article takes for granted what it names: lobte die Hilfe, but warnte vor Hilfe.

    Where something is and whose it is holds whoever speaks of it: will Soldaten für eine Mission | in Mali stellen.
    """
    if clause.kind != "nominal":
        return False
    relation = match.rule.aside and scene.vocabulary.predicates[match.rule.predicate].kind == "relation"
    known = relation or is_definite(scene.annotations.tokens, clause.head)
    return known and modality_of(scene, match) == "asserted" and polarity_of(scene, match) == "pos"


def _contents(scene: Scene, head: int) -> tuple[tuple[int, int], ...]:
    """Return what is no part of a speaker's name: what a text is about or when it came, eine Meldung | über Wahlen."""
    nominal = scene.nominal_at.get(head)
    if nominal is None:
        return ()
    tokens, times = scene.annotations.tokens, scene.annotations.times
    acts = class_at(scene, head) in ACTING
    obliques = [a for a in scene.annotations.clauses[nominal].arguments if a.role == "oblique"]
    dated = {a.head for a in obliques for time in times if time.start <= tokens[a.head].start < time.end}
    counted = {a.head for a in obliques if tokens[a.head].tag == "CARD"}
    told = {a.head for a in obliques if (a.preposition in ADVERBIAL if acts else a.preposition != "von")}
    asides = (a for a in obliques if a.head in dated | counted | told)
    return tuple((argument.start, argument.end) for argument in asides)
