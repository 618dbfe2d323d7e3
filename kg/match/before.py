"""Who or what a text named shortly before a place, for what a clause leaves unsaid: zwei Männer wurden festgenommen."""

from __future__ import annotations

from kg.match.fillers import fill, parts_of
from kg.match.nouns import opens_plans
from kg.match.scene import Filler, Scene, argument_of
from kg.model.offsets import first_from, last_at
from kg.model.reading import Clause

__all__ = ["home_state", "named_before", "planner_before"]


LONGEST_LIST = 12  # people and bodies that a clause may leave unsaid at once; keeps hostile input cheap


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
    """Return who wants, decides or announces something before a clause, the nearest first.

    Such a clause stands in its sentence or the one before: Die Stadt will bauen. Geplant ist eine Brücke.
    """
    annotations = scene.annotations
    head = annotations.clauses[index].head
    place = last_at(annotations.sentences, annotations.tokens[head].start)
    first = annotations.sentences[max(0, place - 1)].first
    opens = annotations.sentences[max(0, place - 1)].start
    near = annotations.clauses[first_from(annotations.clauses, opens) : index]
    earlier = [clause for clause in near if first <= clause.head < head and _plans(clause)]
    earlier.sort(key=lambda clause: -clause.head)
    subjects = (argument_of(clause, "subject" if clause.voice == "active" else "agent") for clause in earlier)
    fillers = (fill(scene, subject) for subject in subjects if subject is not None)
    return tuple(filler for filler in fillers if filler is not None)


def _plans(clause: Clause) -> bool:
    wanted = clause.modal == "wollen" or opens_plans(clause.lemma)
    return wanted and clause.kind not in ("nominal", "participle")
