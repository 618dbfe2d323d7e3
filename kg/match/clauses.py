"""Try one clause rule on one clause."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.match.rules import ClausePattern, Rule, Slot
from kg.match.scene import Filler, Part, Scene, argument_of, fill, fits, parts_of
from kg.model.reading import Argument, Clause

__all__ = ["ADJUNCTS", "COPULAS", "Match", "Miss", "match_clause"]

COPULAS = ("sein", "werden", "bleiben", "zeigen", "gelten", "erscheinen")
BEFORE_NOUN = ("ADJA", "CARD", "PIAT", "PIDAT")
STATE = ".state"
PASSIVE = {"subject": "agent", "object": "subject"}
ADJUNCTS = ("um", "ohne", "statt", "anstatt", "damit", "sodass")
"""Infinitives and clauses with these say why or how, not what is demanded or said."""


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that holds: `trigger` is the token of its word, `roles` who fills which part of the claim."""

    rule: Rule
    trigger: int
    start: int
    end: int
    roles: dict[str, Filler]
    clause: int | None = None


@dataclass(frozen=True, slots=True)
class Miss:
    """A rule that was triggered and does not hold: the first condition that failed and what stood there."""

    rule: Rule
    trigger: int
    condition: str
    seen: str


def match_clause(rule: Rule, pattern: ClausePattern, scene: Scene, index: int, trigger: int) -> Match | Miss:
    """Check voice, every slot and the content, in the order in which the rule gives them."""
    clause = scene.annotations.clauses[index]
    if pattern.voice != "any" and (clause.voice == "active") != (pattern.voice == "active"):
        return Miss(rule, trigger, f"voice {pattern.voice}", clause.voice)
    bound: dict[str, Filler] = {}
    for slot in pattern.slots:
        filler = _filler(scene, index, slot.path)
        problem = _problem(scene, slot, filler)
        if problem is None and filler is not None:
            bound[slot.path] = _fitting(scene, slot, filler)
        elif not slot.optional:
            return Miss(rule, trigger, f"{slot.path}: {_wanted(slot)}", problem or "nothing")
    bound |= _amounts(scene, clause)
    if pattern.content:
        content = _content(scene, index, pattern.content)
        if content is not None:
            bound["content"] = content
    return _assign(rule, scene, index, trigger, bound)


def _assign(rule: Rule, scene: Scene, index: int, trigger: int, bound: dict[str, Filler]) -> Match | Miss:
    roles = {}
    bound["trigger"] = _trigger_phrase(scene, trigger)
    for part, paths in rule.claim:
        chosen = next((bound[path] for path in paths if path in bound), None)
        if chosen is not None:
            roles[part] = chosen
    subject = roles.get("subject")
    if rule.reciprocal and subject is not None and "object" not in roles and len(subject.parts) > 1:
        roles["subject"] = Filler(subject.start, subject.end, subject.parts[:1])
        roles["object"] = Filler(subject.start, subject.end, subject.parts[1:])
    for part in ("subject", "object"):
        if part not in roles:
            return Miss(rule, trigger, f"claim needs {part}", "nothing")
    token = scene.annotations.tokens[trigger]
    start = min(token.start, *(filler.start for filler in roles.values()))
    end = max(token.end, *(filler.end for filler in roles.values()))
    return Match(rule, trigger, start, end, roles, index)


def _filler(scene: Scene, index: int, path: str) -> Filler | None:
    if path.endswith(STATE):
        return _state_of(scene, _filler(scene, index, path.removesuffix(STATE)))
    clause = scene.annotations.clauses[index]
    role, _, attribute = path.partition(".")
    if role == "compound":
        return _compound(scene, clause.head)
    if role == "outer":
        return _outside(scene, clause, attribute)
    if role == "possessor":
        return _possessor(scene, clause)
    argument = argument_of(clause, "oblique", attribute) if role == "pp" else _argument(clause, role)
    if argument is None:
        return None
    return _inside(scene, argument, attribute) if attribute and role != "pp" else fill(scene, argument)


def _state_of(scene: Scene, filler: Filler | None) -> Filler | None:
    """Return the states for which people hold office, as the text says; a state stands for itself."""
    found = []
    for part in filler.parts if filler is not None else ():
        entity = scene.serves.get(part.entity.id, part.entity) if part.entity is not None else None
        if entity is not None and entity.type == "Staat":
            found.append(replace(part, entity=entity))
    return replace(filler, parts=tuple(found)) if filler is not None and found else None


def _outside(scene: Scene, clause: Clause, role: str) -> Filler | None:
    """Find a participant of the clause around a noun; where the noun itself is the subject, its predicate is meant."""
    if clause.parent is None:
        return None
    around = scene.annotations.clauses[clause.parent]
    argument = _argument(around, role)
    if argument is not None and argument.head == clause.head:
        return _filler(scene, clause.parent, "predicate") if role == "subject" else None
    return _filler(scene, clause.parent, role)


def _argument(clause: Clause, role: str) -> Argument | None:
    verbal = clause.kind != "nominal"
    return argument_of(clause, PASSIVE.get(role, role) if verbal and clause.voice != "active" else role)


def _inside(scene: Scene, argument: Argument, attribute: str) -> Filler | None:
    """Find an attribute of a noun phrase: `of` a genitive or possessive, else a preposition's phrase."""
    nominal = scene.nominal_at.get(argument.head)
    if nominal is None:
        return None
    clause = scene.annotations.clauses[nominal]
    if attribute == "of":
        return _possessor(scene, clause)
    found = argument_of(clause, "oblique", attribute)
    return fill(scene, found) if found else None


def _possessor(scene: Scene, clause: Clause) -> Filler | None:
    # "von" stands for the genitive where a name or bare noun shows none.
    found = (
        argument_of(clause, "possessor") or argument_of(clause, "oblique", "von") or argument_of(clause, "agent", "von")
    )
    return fill(scene, found) if found is not None else _adjective(scene, clause.head)


def _adjective(scene: Scene, head: int) -> Filler | None:
    """Find the state whose adjective stands before a noun, for that says whose it is: der russische Export."""
    index = head - 1
    while index >= 0 and scene.annotations.tokens[index].tag in BEFORE_NOUN:
        mention = scene.mention_at.get(index)
        if mention is not None and mention.kind == "adjective":
            parts = tuple(Part(mention.start, mention.end, index, entity) for entity in mention.entities)
            return Filler(mention.start, mention.end, parts)
        index -= 1
    return None


def _compound(scene: Scene, head: int) -> Filler | None:
    mention = scene.mention_at.get(head)
    if mention is None or mention.kind != "compound":
        return None
    parts = tuple(Part(mention.start, mention.end, head, entity) for entity in mention.entities)
    return Filler(mention.start, mention.end, parts)


def _problem(scene: Scene, slot: Slot, filler: Filler | None) -> str | None:
    if filler is None:
        return "nothing"
    tokens = scene.annotations.tokens
    text = scene.annotations.document.text[filler.start : filler.end]
    if filler.clause is not None:
        return f"a clause: {text}"
    if slot.lemmas and not any(tokens[part.head].lemma in slot.lemmas for part in filler.parts):
        return f"«{text}» (head {tokens[filler.parts[0].head].lemma})"
    good = [part for part in filler.parts if fits(scene, part, slot.types)]
    if not good:
        first = filler.parts[0]
        return f"«{text}» ({first.entity.type if first.entity else 'a phrase'})"
    return f"only «{text}»" if slot.several and len(good) < 2 else None


def _fitting(scene: Scene, slot: Slot, filler: Filler) -> Filler:
    parts = tuple(part for part in filler.parts if fits(scene, part, slot.types))
    return Filler(filler.start, filler.end, parts, filler.clause)


def _wanted(slot: Slot) -> str:
    words = f" of {', '.join(sorted(slot.lemmas)[:6])}" if slot.lemmas else ""
    return f"{'at least two ' if slot.several else ''}{' or '.join(slot.types)}{words}"


def _content(scene: Scene, index: int, options: tuple[str, ...]) -> Filler | None:
    clause = scene.annotations.clauses[index]
    for option in options:
        found = _object(scene, clause) if option == "object" else _child(scene, index, option)
        if found is not None:
            return found
    return None


def _object(scene: Scene, clause: Clause) -> Filler | None:
    argument = _argument(clause, "object")
    return fill(scene, argument) if argument is not None and argument.clause is None else None


def _child(scene: Scene, index: int, option: str) -> Filler | None:
    for child in scene.children.get(index, ()):
        clause = scene.annotations.clauses[child]
        if clause.conjunction in ADJUNCTS:
            continue
        infinitive = option == "zu-infinitive" and clause.kind == "infinitive"
        that = option == "dass-clause" and clause.kind == "subordinate" and clause.conjunction == "dass"
        reported = option == "main-clause" and clause.kind == "main" and clause.mood != "indicative"
        if infinitive or that or reported:
            return Filler(clause.start, clause.end, (), child)
    return None


def _amounts(scene: Scene, clause: Clause) -> dict[str, Filler]:
    around = scene.annotations.clauses[clause.parent] if clause.parent is not None else None
    found = {"quantity": _amount(scene, clause), "outer.quantity": _amount(scene, around) if around else None}
    return {path: filler for path, filler in found.items() if filler is not None}


def _amount(scene: Scene, clause: Clause) -> Filler | None:
    """Return the first amount among the clause's own words and participants."""
    tokens = scene.annotations.tokens
    own = {tokens[index].start for index in clause.tokens}
    for quantity in scene.annotations.quantities:
        inside = any(argument.start <= quantity.start < argument.end for argument in clause.arguments)
        if quantity.start in own or inside:
            return Filler(quantity.start, quantity.end, ())
    return None


def _trigger_phrase(scene: Scene, trigger: int) -> Filler:
    token = scene.annotations.tokens[trigger]
    start, end = scene.phrase_at.get(trigger, (token.start, token.end))
    return Filler(start, end, parts_of(scene, start, end, trigger) or (Part(start, end, trigger, None),))
