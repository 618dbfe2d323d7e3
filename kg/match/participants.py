"""Find who or what stands in a place of a clause that a rule names by its path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kg.annotate.clauses.government import noun_governs
from kg.annotate.names.titles import parse_title
from kg.match.abroad import abroad
from kg.match.before import home_state, named_before, planner_before
from kg.match.capitals import state_of_seat
from kg.match.extents import whole_phrase
from kg.match.fillers import fill
from kg.match.held_in import held_in
from kg.match.likewise import with_likewise
from kg.match.noun_phrases import is_of_several, is_partly, named_adjective, named_first, phrase_of, said_as
from kg.match.pairs import pair_at
from kg.match.places_meant import place_for
from kg.match.pronouns import own_subject
from kg.match.scene import Filler, Part, Scene, argument_of
from kg.match.speakers import first_person, own_words, reported_man, speaker_at, speaker_in_person
from kg.match.taking_up import adverb_for, told_before
from kg.model.entity import Entity
from kg.model.offsets import first_from, overlapping
from kg.model.reading import Argument, Clause, Token

__all__ = ["CAUSE", "find_filler", "find_fillers", "participant"]

COORDINATING = ("und", "sowie", "als", "auch", ",")
WHITHER = {"nach", "in"}
"""Prepositions that both say whither, the one before names, the other before names with an article."""
WITHIN = "innerhalb"
"""What stands for "in": innerhalb der SPD gibt es Bedenken."""
TIMES = "Mal"
"""The noun of how often: wählte sie zum dritten Mal zur Präsidentin."""
SHARED = ("possessor", "pp.zwischen", "pp.mit")
CAUSE, CAUSING = "cause", ("wegen", "aufgrund", "infolge", "angesichts", "dank")
"""The path of what says why, and its prepositions."""
AS = "als"
BEFORE = {"before": named_before, "home": home_state, "planner": planner_before, "told": told_before}
"""Paths of what the text named shortly before, and of the state that it is about."""
OWNER = "possessor"
PASSIVE = {"subject": "agent", "object": "subject"}


def find_fillers(scene: Scene, index: int, path: str) -> tuple[Filler, ...]:
    """Return what stands at a path as `find_filler` does, and each further phrase of the same preposition."""
    if path in BEFORE:
        return BEFORE[path](scene, index)
    if path == CAUSE:
        causes = (find_filler(scene, index, f"pp.{preposition}") for preposition in CAUSING)
        return tuple(filler for filler in causes if filler is not None)
    first = find_filler(scene, index, path) or (_own(scene, index) if path == OWNER else None)
    if first is None or not path.startswith("pp."):
        return (first,) if first is not None else ()
    others = _obliques(scene, scene.annotations.clauses[index], path.removeprefix("pp."))[1:]
    further = (_with_coordinated(scene, argument) for argument in others)
    return (first, *(filler for filler in further if filler is not None))


def find_filler(scene: Scene, index: int, path: str) -> Filler | None:
    """Return what stands at a path (see `ontology/rules/README.md`) of the clause with an index, None for nothing."""
    if (index, path) not in scene.found:
        scene.found[index, path] = _filler_at(scene, index, path)
    return scene.found[index, path]


def _filler_at(scene: Scene, index: int, path: str) -> Filler | None:
    for suffix, derived in DERIVED.items():
        if path.endswith(suffix):
            return derived(scene, index, path.removesuffix(suffix))
    clause = scene.annotations.clauses[index]
    role, _, attribute = path.partition(".")
    if role in BESIDE:
        return BESIDE[role](scene, clause, attribute)
    argument = _argument(scene, clause, role)
    thinking = held_in(scene, clause, argument) if path == "subject" else None
    if thinking is not None:
        return thinking
    if argument is not None:
        return _inside(scene, argument, attribute) if attribute else _filled(scene, clause, role, argument)
    own = _by_adjective(scene, clause) if path == "possessor" else None
    return own or _shared(scene, clause, path)


def _by_adjective(scene: Scene, clause: Clause) -> Filler | None:
    """Find whose something is by an adjective, unless some of it are another's: UN- und irische Truppen."""
    return named_adjective(scene, clause.head) if not is_of_several(scene, clause.head) else None


def _argument(scene: Scene, clause: Clause, role: str) -> Argument | None:
    if role == "genitive" and clause.kind == "nominal":
        return _second_owner(scene, clause)
    return _owner(scene, clause) if role == "possessor" else participant(clause, role)


def _filled(scene: Scene, clause: Clause, role: str, argument: Argument) -> Filler | None:
    """Fill with an argument, of a genitive with those linked to it, of a subject with who does likewise."""
    if role == "possessor":
        return _with_linked(scene, clause, argument)
    filler = fill(scene, argument) or first_person(scene, argument, clause.lemma)
    filler = filler or (reported_man(scene, clause, argument) if role == "subject" else None)
    return with_likewise(scene, clause, filler) if role == "subject" and filler is not None else filler


def _behind_preposition(scene: Scene, clause: Clause, path: str) -> Filler | None:
    """Find what stands behind a preposition or, as its path goes on, inside that; else the adverb that means it."""
    preposition, _, attribute = path.partition(".")
    # "von" behind a noun may be read as who acts: Abhängigkeit von Gas.
    agent = argument_of(clause, "agent", preposition) if clause.kind == "nominal" else None
    argument = next(iter(_obliques(scene, clause, preposition)), agent)
    if argument is not None:
        return _inside(scene, argument, attribute) if attribute else _with_later(scene, clause, argument)
    if not attribute and clause.kind != "nominal":
        return adverb_for(scene, clause, preposition) or place_for(scene, clause, preposition)
    return _shared(scene, clause, f"pp.{path}")


def _speaker(scene: Scene, clause: Clause, _: str) -> Filler | None:
    speaker = speaker_at(scene, scene.annotations.tokens[clause.head].start)
    return None if speaker is not None and _says_itself(clause, speaker) else speaker


def _own_words(scene: Scene, clause: Clause, _: str) -> Filler | None:
    spoken = scene.annotations.tokens[clause.head].start
    return own_words(scene, participant(clause, "subject"), spoken, clause.lemma)


def _origin(scene: Scene, clause: Clause, _: str) -> Filler | None:
    return named_adjective(scene, clause.head) if not is_partly(scene, clause.head) else None


def _says_itself(clause: Clause, speaker: Filler) -> bool:
    """Tell the clause that says that somebody speaks from what they say: Die Opposition sprach von Verrat."""
    actor = participant(clause, "subject")
    return actor is not None and actor.start <= speaker.start < actor.end and not actor.shared


def _obliques(scene: Scene, clause: Clause, preposition: str) -> list[Argument]:
    """Return the prepositional phrases in order, those that say when or how often last: im März | in Bonn."""
    found = [a for a in clause.arguments if a.role == "oblique" and a.preposition == preposition]
    if not found and preposition == "in":
        return [a for a in clause.arguments if a.role == "oblique" and a.preposition == WITHIN]
    if len(found) < 2:
        return found
    heads = {argument: scene.annotations.tokens[argument.head] for argument in found}
    return sorted(found, key=lambda a: _says_when(scene, heads[a]))


def _says_when(scene: Scene, noun: Token) -> bool:
    return noun.lemma == TIMES or bool(overlapping(scene.annotations.times, noun.start, noun.end))


def participant(clause: Clause, role: str) -> Argument | None:
    """Return the argument in a role, as if the clause were active: the agent of a passive is its subject."""
    if role.startswith("pp."):
        return argument_of(clause, "oblique", role.removeprefix("pp."))
    verbal = clause.kind != "nominal"
    return argument_of(clause, PASSIVE.get(role, role) if verbal and clause.voice != "active" else role)


def _state_of(scene: Scene, index: int, path: str) -> Filler | None:
    """Return the states for which people hold office and whose capitals places are; a state stands for itself."""
    filler, found = find_filler(scene, index, path), []
    for part in filler.parts if filler is not None else ():
        entity = scene.serves.get(part.entity.id, part.entity) if part.entity is not None else _served(scene, part)
        entity = state_of_seat(scene, entity) if entity is not None and entity.type == "Ort" else entity
        if entity is not None and entity.type == "Staat":
            found.append(replace(part, entity=entity))
    return replace(filler, parts=tuple(found)) if filler is not None and found else None


def _served(scene: Scene, part: Part) -> Entity | None:
    """Return the state that an adjective before an office without a name says: den chilenischen Botschafter."""
    office = parse_title(scene.annotations.tokens[part.head].lemma) is not None
    before = named_adjective(scene, part.head) if office else None
    return before.parts[0].entity if before is not None else None


def _office_of(scene: Scene, index: int, path: str) -> Filler | None:
    """Return the office that the text says somebody holds, here (Ministerin Anna Weber) or before, of one only."""
    filler = find_filler(scene, index, path)
    named = next((part for part in filler.parts if part.entity is not None), None) if filler is not None else None
    if filler is None or named is None or named.entity is None or len(filler.parts) > 1:
        return None
    stated = parse_title(scene.annotations.tokens[named.head].lemma)
    title = stated.whole if stated is not None else scene.titles.get(named.entity.id)
    return said_as(scene, named.head, title) if title is not None else None


def _abroad(scene: Scene, index: int, path: str) -> Filler | None:
    """Return those at a path who are in another state than they serve: Scholz und Tusk sprachen | in Warschau."""
    actors, there = find_filler(scene, index, path), find_filler(scene, index, "pp.in")
    places = _obliques(scene, scene.annotations.clauses[index], "in")
    return abroad(scene, actors, places[0], there) if places and actors is not None and there is not None else None


def _outside(scene: Scene, clause: Clause, role: str) -> Filler | None:
    """Find a participant of the clause around a noun; where the noun itself is the subject, its predicate is meant.

    Around a sentence of somebody's own words is who says them, whichever sentence tells so.
    """
    if clause.parent is None:
        own = clause.kind == "main" and role == "subject"
        return speaker_in_person(scene, scene.annotations.tokens[clause.head].start) if own else None
    around = scene.annotations.clauses[clause.parent]
    argument = participant(around, role)
    if argument is not None and role == "predicate" and noun_governs(clause.lemma, AS):
        # die Einstufung der Miliz | als Bande wäre ein Fehler
        before = scene.annotations.tokens[first_from(scene.annotations.tokens, argument.start) - 1]
        argument = argument if before.text == AS else None
        if argument is None:
            return None
    if argument is not None and argument.head == clause.head and role in ("subject", "object", "dative"):
        return find_filler(scene, clause.parent, "predicate") if role == "subject" else None
    return find_filler(scene, clause.parent, role)


def _with_coordinated(scene: Scene, argument: Argument) -> Filler | None:
    """Fill a prepositional phrase with those coordinated to it: sowohl über X als auch über Y, nach X und in Y."""
    filler = fill(scene, argument)
    following = _coordinated(scene, argument)
    if filler is None or following is None:
        return filler
    rest = _with_coordinated(scene, following)
    return replace(filler, parts=(*filler.parts, *rest.parts)) if rest is not None else filler


def _with_later(scene: Scene, clause: Clause, argument: Argument) -> Filler | None:
    """Fill a prepositional phrase with what goes on behind what is said of its noun: auf X, das fehlt, und auf Y."""
    filler = _with_coordinated(scene, argument)
    others = _obliques(scene, clause, argument.preposition or "") if clause.kind != "nominal" else []
    if filler is None or len(others) < 2 or argument.conjuncts:
        return filler
    heads = {part.head for part in filler.parts}
    later = [a for a in others if a.start > argument.end and a.head not in heads and _goes_on(scene, argument, a)]
    rest = _with_coordinated(scene, later[0]) if len(later) == 1 else None
    return replace(filler, parts=(*filler.parts, *rest.parts)) if rest is not None else filler


def _goes_on(scene: Scene, argument: Argument, other: Argument) -> bool:
    """Tell whether only what is said of a noun parts it from "und" before another phrase."""
    tokens = scene.annotations.tokens
    link = first_from(tokens, other.start) - 2
    if link < 0 or tokens[link].text not in ("und", "sowie"):
        return False
    clauses = scene.relatives.get(argument.head, ())
    if tokens[link - 1].text == ",":
        return any(clause.end in (tokens[link - 2].end, tokens[link - 1].end) for clause in clauses)
    end = whole_phrase(scene, Part(argument.start, argument.end, argument.head, None))[1]
    return end in (tokens[link - 1].end, other.end)


def _with_linked(scene: Scene, clause: Clause, owner: Argument) -> Filler | None:
    """Fill a genitive with those coordinated to it: der Handel Polens und Litauens."""
    filler = fill(scene, owner)
    text, end = scene.annotations.document.text, owner.end
    linked = []
    for argument in clause.arguments:
        if argument.role == "possessor" and text[end : argument.start].strip() in COORDINATING:
            linked.append(argument)
            end = argument.end
    rest = (fill(scene, argument) for argument in linked if not owner.conjuncts)
    parts = tuple(part for further in rest if further is not None for part in further.parts)
    return replace(filler, parts=tuple(dict.fromkeys((*filler.parts, *parts)))) if filler is not None else None


def _own(scene: Scene, index: int) -> Filler | None:
    """Return the people or body without a name that are subject of a clause, whose a noun with a possessive is."""
    possessive = argument_of(scene.annotations.clauses[index], OWNER)
    if possessive is None or scene.annotations.tokens[possessive.head].tag != "PPOSAT":
        return None
    head = own_subject(scene, possessive.head) if possessive.head not in scene.mention_at else None
    if head is None:
        return None
    start, end = scene.phrase_at[head]
    return Filler(possessive.start, possessive.end, (Part(start, end, head, None),))


def _coordinated(scene: Scene, argument: Argument) -> Argument | None:
    tokens = scene.annotations.tokens
    place = conjunction = first_from(tokens, argument.end)
    while place < len(tokens) and tokens[place].text in COORDINATING:
        place += 1
    if place == conjunction or place + 1 >= len(tokens):
        return None
    found = scene.oblique_at.get(tokens[place + 1].start)
    whither = found is not None and {found.preposition, argument.preposition} <= WHITHER
    return found if found is not None and (whither or found.preposition == argument.preposition) else None


def _inside(scene: Scene, argument: Argument, attribute: str) -> Filler | None:
    """Find an attribute of a noun phrase, or of that attribute.

    `of` is a genitive or possessive, `compound` a name before a hyphen, the others are prepositions.
    """
    head = argument.head if argument.antecedent is None else argument.antecedent
    heads = dict.fromkeys((head, *(other for _, _, other in argument.conjuncts)))
    found = [filler for head in heads if (filler := _attribute(scene, head, attribute)) is not None]
    if len(found) < 2:
        return found[0] if found else None
    parts = dict.fromkeys(part for filler in found for part in filler.parts)
    return Filler(found[0].start, max(filler.end for filler in found), tuple(parts))


def _attribute(scene: Scene, head: int, attribute: str) -> Filler | None:
    nominal = scene.nominal_at.get(head)
    if nominal is None:
        return named_adjective(scene, head) if attribute == "of" else None
    first, dot, rest = attribute.partition(".")
    if first == "compound":
        return named_first(scene, head)
    return find_filler(scene, nominal, ("possessor" if first == "of" else f"pp.{first}") + dot + rest)


def _shared(scene: Scene, clause: Clause, path: str) -> Filler | None:
    """Find what stands behind the last of coordinated nouns and is said of all: Handel und Verkehr zwischen A und B."""
    last = scene.nominal_at.get(scene.listed_with.get(clause.head, -1))
    return find_filler(scene, last, path) if last is not None and path in SHARED else None


def _owner(scene: Scene, clause: Clause) -> Argument | None:
    # "von" stands for the genitive where a name or bare noun shows none; an amount behind it owns nothing.
    behind_von = (argument_of(clause, role, "von") for role in ("oblique", "agent"))
    amounts = scene.annotations.quantities
    heads = scene.annotations.tokens
    owners = (a for a in behind_von if a is not None and not overlapping(amounts, a.start, heads[a.head].end))
    return argument_of(clause, "possessor") or next(owners, None)


def _second_owner(scene: Scene, clause: Clause) -> Argument | None:
    """Return the genitive behind a noun that has another one before it: Putins Betonung | der Zusammenarbeit."""
    owners = [argument for argument in clause.arguments if argument.role == "possessor"]
    noun = scene.annotations.tokens[clause.head]
    before = any(argument.end <= noun.start for argument in owners)
    return next((argument for argument in owners if before and argument.start >= noun.end), None)


DERIVED: Final = {".state": _state_of, ".office": _office_of, ".abroad": _abroad}
"""Ends of paths, and how what they mean is told from what stands at the path before them."""
BESIDE: Final[dict[str, Callable[[Scene, Clause, str], Filler | None]]] = {
    "trigger": lambda scene, clause, _: phrase_of(scene, clause.head),
    "origin": _origin,
    "outer": _outside,
    "speaker": _speaker,
    "pair": lambda scene, clause, _: pair_at(scene, clause.head),
    "self": _own_words,
    "pp": _behind_preposition,
}
"""Beginnings of paths that are no roles of one argument of the clause."""
