"""What a clause is about: the object, infinitive or subordinate clause that says what is demanded, planned or said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.match.extents import whole_phrase
from kg.match.fillers import fill
from kg.match.noun_phrases import phrase_of
from kg.match.participants import participant
from kg.match.rules import ClausePattern, Slot
from kg.match.scene import Filler, Scene
from kg.match.taking_up import tells_no_deed
from kg.model.offsets import first_from, last_at
from kg.model.reading import Clause

__all__ = ["ADJUNCTS", "EFFECT", "cause_of", "content_of", "effect_of", "explained_by"]

ADJUNCTS = ("um", "ohne", "statt", "anstatt", "damit", "sodass")
"""Infinitives and clauses with these say why or how, not what is demanded or said."""
VERBAL = ("PTKVZ", "VVPP", "VVINF", "VVIZU", "VA")
"""Tags of what closes a clause and may stand between a noun and what explains it: lehnt den Plan ab, … zu tun."""
GIVING_CAUSE = ("weil", "da", "zumal", "nachdem")
"""Conjunctions of clauses that say why, if only by what came before."""
AFTER = "nachdem"
THAT = ("dass", "wonach")
"""Conjunctions of what is said: Berichte, | wonach die Stadt zahlt."""
EFFECT, GIVING_EFFECT = "effect", ("sodass", "weshalb", "weswegen", "woraufhin", "wodurch")
"""The path of the clause that says what came of it, and its conjunctions."""
CONDITIONAL = ("wenn", "falls", "sofern", "sobald")
ONLY = ("nur", "erst", "allein", "lediglich")
"""Words by which a condition becomes what is asked for."""
BARELY = ("ADJD", "VV", "$,")
"""Tags of what stands behind them where they mean no time or amount: erst möglich, nur zustimmen, no: erst im Mai."""
REACH = 6
"""Clauses that begin between that of a noun and the noun, as what is embedded before it does."""
JOINING = ("und", "sowie", "oder")
OPPOSED = (("dagegen", "gegen", "für"), ("dafür", "für", "gegen"))
"""Words that take up a preposition, with it and its opposite."""


def content_of(scene: Scene, index: int, pattern: ClausePattern) -> Filler | None:
    """Return the first of the kinds of content that a pattern takes which a clause has.

    What somebody is "dagegen" to do is no content for a pattern with für.
    """
    clause = scene.annotations.clauses[index]
    for option in pattern.content:
        if option == "clause":
            return Filler(clause.start, clause.end, (), index)
        if option == "outer-clause":
            found = _around(scene, clause)
        elif option == "then-clause":
            found = _around(scene, clause, "wenn")
        elif option == "object":
            found = _object(scene, index)
        else:
            found = _child(scene, index, option) if not _is_opposed(scene, clause, pattern.slots) else None
        if found is not None:
            return found
    return None


def _object(scene: Scene, index: int) -> Filler | None:
    argument = participant(scene.annotations.clauses[index], "object")
    if argument is None or argument.clause is not None:
        return None
    return fill(scene, argument)


def cause_of(scene: Scene, index: int) -> Filler | None:
    """Return the clause that says why something is so: Die Züge fallen aus, | weil das Personal fehlt."""
    return _opened_by(scene, index, GIVING_CAUSE)


def _says_only_when(scene: Scene, child: int) -> bool:
    """Tell how long after something else it was: zog ab, drei Tage | nachdem die Feuerpause begann."""
    tokens, clause = scene.annotations.tokens, scene.annotations.clauses[child]
    place = next((i for i in clause.tokens if tokens[i].text.lower() == AFTER), None)
    return place is not None and place > 0 and tokens[place - 1].tag in ("NN", "ADJD", "ADV")


def effect_of(scene: Scene, index: int) -> Filler | None:
    """Return the clause that says what came of it: Das Personal fehlt, | sodass die Züge ausfallen."""
    return _opened_by(scene, index, GIVING_EFFECT)


def _opened_by(scene: Scene, index: int, conjunctions: tuple[str, ...]) -> Filler | None:
    clauses = scene.annotations.clauses
    found = (child for child in scene.children.get(index, ()) if clauses[child].conjunction in conjunctions)
    child = next((child for child in found if not _says_only_when(scene, child)), None)
    return Filler(clauses[child].start, clauses[child].end, (), child) if child is not None else None


def _around(scene: Scene, clause: Clause, conjunction: str = "wie") -> Filler | None:
    """Return the clause around a noun or a clause with wie, or with another `conjunction`.

    (Auf) Antrag der Opposition | stoppte das Gericht das Gesetz; Der Bau wird gestoppt, | wie das Gericht entschied;
    Wenn es nach der Opposition geht, | wird der Bau gestoppt.
    """
    if (clause.kind != "nominal" and clause.conjunction != conjunction) or clause.parent is None:
        return None
    outer = scene.annotations.clauses[clause.parent]
    told = clause.kind == "nominal" or not tells_no_deed(outer)  # no: Er fragt, wie das Gericht entscheidet
    wanted = told and outer.kind not in ("nominal", "participle")
    return Filler(outer.start, outer.end, (), clause.parent) if wanted else None


def _is_opposed(scene: Scene, clause: Clause, slots: Sequence[Slot]) -> bool:
    """Tell whether a clause says "dagegen" where its rule asks for what is behind für, or the other way round."""
    asked = {slot.path for slot in slots}
    words = [word for word, own, opposite in OPPOSED if f"pp.{opposite}" in asked and f"pp.{own}" not in asked]
    return bool(words) and any(scene.annotations.tokens[index].text.lower() in words for index in clause.tokens)


def _child(scene: Scene, index: int, option: str) -> Filler | None:
    for child in _explaining(scene, index):
        clause = scene.annotations.clauses[child]
        adjunct = f"{clause.conjunction}-infinitive" == option and clause.kind == "infinitive"
        if clause.conjunction in ADJUNCTS and not adjunct:
            continue
        infinitive = adjunct or (option == "zu-infinitive" and clause.kind == "infinitive")
        that = option == "dass-clause" and clause.kind == "subordinate" and clause.conjunction in THAT
        told = clause.kind == "main" and (option == "told-clause" or clause.mood != "indicative")
        reported = told and option in ("main-clause", "told-clause")
        banned = option == "ban-clause" and _bans(clause)
        condition = option == "only-if-clause" and _is_only_condition(scene, index, clause)
        undone = option == "undone-clause" and _is_undone(clause)
        if infinitive or that or reported or banned or condition or undone:
            return Filler(clause.start, clause.end, (), child, tuple(_joined(scene, child)))
    return None


def _is_only_condition(scene: Scene, outer: int, clause: Clause) -> bool:
    """Tell what must be so first: nur | wenn die Armee abzieht; erst möglich, | wenn die Armee abzieht."""
    if clause.kind != "subordinate" or clause.conjunction not in CONDITIONAL:
        return False
    tokens = scene.annotations.tokens
    first = first_from(tokens, clause.start)
    if any(word.text.lower() in ONLY for word in tokens[max(0, first - 1) : first + 1]):
        return True
    around = scene.annotations.clauses[outer].tokens
    before = (index for index in around if tokens[index].text.lower() in ONLY and index + 1 < len(tokens))
    return any(tokens[index + 1].text == "dann" or tokens[index + 1].tag.startswith(BARELY) for index in before)


def _bans(clause: Clause) -> bool:
    """Tell what must not be: das Gericht entschied, | dass der Hof die Kühe nicht anbinden darf."""
    said = clause.kind == "main" or clause.conjunction == "dass"
    return said and clause.modal == "dürfen" and clause.negation is not None


def _is_undone(clause: Clause) -> bool:
    """Tell what was not done: beteuerte, | nie Geld genommen zu haben, | er habe nichts gewusst."""
    said = clause.kind in ("infinitive", "main") or clause.conjunction == "dass"
    return said and clause.tense in ("perfect", "pluperfect") and clause.negation is not None


def _explaining(scene: Scene, index: int) -> tuple[int, ...]:
    """Return the clauses that hang on a clause; for a noun those behind its phrase (die Forderung der SPD, dass …)."""
    clause = scene.annotations.clauses[index]
    if clause.kind != "nominal" or clause.parent is None:
        return scene.children.get(index, ())
    near = (*scene.children.get(index, ()), *scene.children.get(clause.parent, ()))
    return _right_behind(scene, clause.head, near)


def _right_behind(scene: Scene, head: int, near: tuple[int, ...]) -> tuple[int, ...]:
    """Return those of clauses that begin behind the phrase of a noun, with no more than a verb between them."""
    tokens = scene.annotations.tokens
    end = whole_phrase(scene, phrase_of(scene, head).parts[0])[1]
    place = first_from(tokens, end)
    while place < len(tokens) and tokens[place].tag.startswith(VERBAL):
        place += 1
    behind = {token.start for token in tokens[place + 1 : place + 2] if tokens[place].text in ",:"}
    return tuple(child for child in near if scene.annotations.clauses[child].start in behind)


def explained_by(scene: Scene, head: int) -> Clause | None:
    """Return the infinitive or clause with dass behind a noun that says what it means: der Plan, | X zu bauen."""
    clauses = scene.annotations.clauses
    last = last_at(clauses, scene.annotations.tokens[head].start)
    around = (i for i in range(last, max(last - REACH, -1), -1) if head in clauses[i].tokens)
    near = tuple(child for index in around for child in scene.children.get(index, ()))
    behind = (clauses[child] for child in (_right_behind(scene, head, near) if near else ()))
    explaining = (
        c
        for c in behind
        if c.conjunction == "dass"
        or (c.kind == "infinitive" and c.conjunction is None)
        or (c.kind == "main" and c.mood != "indicative")
    )
    return next(explaining, None)


def _joined(scene: Scene, first: int) -> Iterator[Filler]:
    """Yield the clauses that stand coordinated behind a clause, one right behind the other."""
    clauses, text = scene.annotations.clauses, scene.annotations.document.text
    end = clauses[first].end
    parent = clauses[first].parent
    for child in scene.children[parent] if parent is not None else ():
        clause = clauses[child]
        between = [word for word in text[end : clause.start].split() if word != ","]
        opened = between or text[clause.start : clause.end].split()[:1]
        alike = clause.kind == clauses[first].kind and clause.conjunction in (None, clauses[first].conjunction)
        if clause.start >= end and alike and len(opened) == 1 and opened[0] in JOINING:
            yield Filler(clause.start, clause.end, (), child)
            end = clause.end
