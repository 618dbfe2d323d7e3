"""Who or what a text named shortly before a place, for what a clause leaves unsaid: zwei Männer wurden festgenommen."""

from __future__ import annotations

from kg.match.fillers import fill, parts_of
from kg.match.held_in import opinion_verbs
from kg.match.nouns import opens_plans, sets_out_plans
from kg.match.scene import Filler, Scene, argument_of
from kg.model.offsets import first_from, last_at
from kg.model.reading import Clause

__all__ = ["home_state", "named_before", "planner_before"]


LONGEST_LIST = 12  # people and bodies that a clause may leave unsaid at once; keeps hostile input cheap
LONGEST_PLAN = 4  # sentences that may go on saying what shall be done, as in a party's programme


def named_before(scene: Scene, index: int) -> tuple[Filler, ...]:
    """Return the participants named before a clause's head, the nearest first: in its sentence and the one before.

    The clause's own participants do not count, nor what is only an attribute of another noun. What a clause that shares
    a participant leaves unsaid stands in the clause that lends it: wurden zwei getötet und drei weitere verletzt.
    """
    annotations = scene.annotations
    clause = annotations.clauses[index]
    if any(argument.shared for argument in clause.arguments):
        return ()
    place = last_at(annotations.sentences, annotations.tokens[clause.head].start)
    first = annotations.sentences[max(0, place - 1)].first
    own = [(argument.start, argument.end) for argument in clause.arguments]
    fillers = (
        _with_listed(scene, head)
        for head in range(clause.head - 1, first - 1, -1)
        if head in scene.standing and not any(start <= annotations.tokens[head].start < end for start, end in own)
    )
    return tuple(filler for filler in fillers if filler.parts)


def _with_listed(scene: Scene, head: int) -> Filler:
    """Fill with a phrase and, where it ends a list, those listed before: Chile und Peru; vermittelt hat Kuba."""
    heads = scene.lists.get(head, (head,))
    heads = heads if len(heads) <= LONGEST_LIST else (head,)
    spans = [scene.phrase_at[other] for other in heads]
    parts = (part for other, span in zip(heads, spans, strict=True) for part in parts_of(scene, *span, other))
    return Filler(spans[0][0], spans[-1][1], tuple(parts))


def home_state(scene: Scene, index: int) -> tuple[Filler, ...]:
    """Return the state that a text is about, whose are the figures that it gives without an owner: die Inflation."""
    return (Filler(scene.home.start, scene.home.end, (scene.home,)),) if scene.home is not None else ()


def planner_before(scene: Scene, index: int) -> tuple[Filler, ...]:
    """Return who wants, decides or announces something before a clause, or has a plan for it, the nearest first.

    It stands in the clause's sentence or the one before, and further up where all between says what shall be done: Die
    Stadt will bauen. Das Tor soll weichen. Geplant ist eine Brücke.
    """
    annotations = scene.annotations
    head = annotations.clauses[index].head
    place = last_at(annotations.sentences, annotations.tokens[head].start)
    apart = (clause for clause in _clauses_of(scene, place) if clause.head < head or _is_behind(scene, clause, index))
    found = [_planner(scene, clause) for clause in apart if clause.kind != "nominal" or clause.parent != index]
    for sentence in range(place - 1, max(-1, place - 1 - LONGEST_PLAN), -1):
        clauses = _clauses_of(scene, sentence)
        found = [*(_planner(scene, clause) for clause in clauses), *found]
        if any(found) or not any(clause.modal == "sollen" for clause in clauses):
            break
    return tuple(filler for filler in reversed(found) if filler is not None)


def _is_behind(scene: Scene, clause: Clause, index: int) -> bool:
    """Tell a plan in a clause below one: sollen Brücken entstehen, wie | aus einem Konzept der Stadt hervorgeht."""
    around = clause.parent if clause.kind == "nominal" else None
    return around is not None and scene.annotations.clauses[around].parent == index


def _clauses_of(scene: Scene, sentence: int) -> list[Clause]:
    """Return the clauses that stand in a sentence, in the order of their heads."""
    annotations = scene.annotations
    span = annotations.sentences[sentence]
    first = first_from(annotations.clauses, span.start)
    inside = annotations.clauses[first : first_from(annotations.clauses, span.end)]
    return sorted(inside, key=lambda clause: clause.head)


def _planner(scene: Scene, clause: Clause) -> Filler | None:
    """Return whose plan a clause makes known: who announces something, the owner of a plan (ein Entwurf der FDP)."""
    if clause.kind == "nominal":
        owner = argument_of(clause, "possessor") if sets_out_plans(clause.lemma) else None
    else:
        plans = clause.kind != "participle" and (clause.modal == "wollen" or opens_plans(clause.lemma))
        plans &= clause.conjunction != "wie" or clause.lemma not in opinion_verbs()  # wie der Rat fordert, soll …
        owner = argument_of(clause, "subject" if clause.voice == "active" else "agent") if plans else None
    return fill(scene, owner) if owner is not None else None
