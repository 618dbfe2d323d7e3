"""Try one clause rule on one clause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from kg.annotate.lexicon import verbs_of_saying, word_list
from kg.match.amounts import amounts, holds_amount, says_how_much
from kg.match.apart import stands_apart
from kg.match.content import EFFECT, cause_of, content_of, effect_of
from kg.match.context import CONTEXT, named_in_passage
from kg.match.determiners import is_definite, is_new, says_whither
from kg.match.extents import is_described
from kg.match.lemmas import is_one_of
from kg.match.noun_phrases import attributes_of, first_part, is_plural, own_noun, phrase_of, said_as
from kg.match.offices import means_somebody
from kg.match.participants import CAUSE, find_fillers, participant
from kg.match.rules import ClausePattern, Rule, Slot
from kg.match.scene import Filler, Part, Scene, fits, holder_of, name_behind
from kg.model.offsets import overlapping
from kg.model.reading import Argument, Clause

__all__ = [
    "COPULAS",
    "EACH_OTHER",
    "LITERAL",
    "OTHERS",
    "REFLEXIVE_COPULAS",
    "WHOLE",
    "Match",
    "Miss",
    "match_clause",
    "says_why",
]

OTHERS = "others"
"""The path of the further ones of several subjects: A und B vereinbaren X is A vereinbart X, mit B."""
EACH_OTHER = "each-other"
"""The path of "beide" against each other: die von beiden Staaten verhängten Zölle."""
LITERAL = "="
"""Before words that a rule itself puts into a claim: object: =Dauer."""
ENDS = ("subject", "object")
ADVERBIAL = ("ADJD", "ADV", "PAV", "PTKA")
MEASURED = (*ENDS, "quantity")
"""Parts that a claim must have; one that measures says how much."""
ABSENT = ("none",)
PRONOUNS: dict[tuple[str, ...], str] = {
    ("sich",): "PRF",
    ("man",): "PIS",
    ("niemand",): "PIS",
    ("dies",): "PDS",
    ("es",): "PPER",
}
"""Pronouns that a slot may ask for, with their tags: sich, man, niemand, es, dies (which takes up what was said)."""
TAKING_UP = ("dies",)
"""That of them which takes up a clause told before, and so may be a part of the claim."""
VERBATIM = ("man", "es", "niemand")
"""Those of them that share their tag with others."""
MEANS = ("durch", "mit")
"""Prepositions of what something is done with, which the adverb that opens a clause may stand for."""
WHOLE = "whole"
"""The path of the trigger's own noun phrase with all that hangs on it, whatever other parts of the claim say."""
WHY = {CAUSE: cause_of, EFFECT: effect_of}
"""Paths of the clauses that say why something is so and what came of it; a phrase that says why comes before."""
COPULAS = word_list("copulas.txt") | {"gelten", "erscheinen", "scheinen"}
REFLEXIVE_COPULAS = ("zeigen", "äußern", "erklären", "fühlen", "geben")
"""Verbs that with "sich" say how somebody is: zeigte sich besorgt."""


Tell = Callable[[], tuple[str, str]]
"""Tells what was wanted and what was seen."""


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that holds: `trigger` is the token of its word, `roles` who fills which part of the claim.

    `taken` are the spans of the prepositional phrases that the rule read: they are no part of a noun before them
    (nahm zwei Aktivisten in Gewahrsam).
    """

    rule: Rule
    trigger: int
    start: int
    end: int
    roles: dict[str, Filler]
    clause: int | None = None
    taken: tuple[tuple[int, int], ...] = ()


class Miss(NamedTuple):
    """A rule that was triggered and does not hold.

    `tell` gives the first condition that failed and what stood there; most misses are never asked for it.
    """

    rule: Rule
    trigger: int
    tell: Tell


def says_why(scene: Scene, index: int) -> bool:
    """Tell whether a phrase of a clause says why something is so, not why somebody says so."""
    return scene.annotations.clauses[index].lemma not in verbs_of_saying() and bool(find_fillers(scene, index, CAUSE))


def match_clause(rule: Rule, pattern: ClausePattern, scene: Scene, index: int, trigger: int) -> Match | Miss:
    """Check voice, frame and every slot, and say which of them failed first."""
    clause = scene.annotations.clauses[index]
    refusal = _refused_by_clause(pattern, scene, clause, trigger)
    if refusal is not None:
        return Miss(rule, trigger, refusal)
    content = content_of(scene, index, pattern) if pattern.content else None
    bound = {"content": content} if content is not None else {}
    if rule.context:
        about = named_in_passage(scene, trigger, rule.context)
        if about is None:
            return Miss(rule, trigger, partial(_lacks, "context", rule.context, "none of them"))
        bound[CONTEXT] = about
    refused: set[str] = set()  # phrases with another noun than a rule asks for, inside which nothing is looked for
    for slot in pattern.slots:
        if refused and slot.optional and slot.path.rpartition(".")[0] in refused:
            continue
        if slot.types == ABSENT or slot.types in PRONOUNS:
            refusal = _refused_by_place(pattern, scene, index, trigger, slot, content)
            if refusal is not None:
                return Miss(rule, trigger, refusal)
            meant = _fillers(scene, index, trigger, pattern, slot.path, content) if slot.types == TAKING_UP else ()
            if meant:
                bound[slot.path] = meant[0]
            continue
        fillers = _fillers(scene, index, trigger, pattern, slot.path, content)
        fitting = _first_fitting(scene, slot, fillers)
        if fitting is not None:
            bound[slot.path] = fitting
        elif not slot.optional and not _is_verbatim(scene, clause, slot):
            return Miss(rule, trigger, partial(_refused, scene, slot, fillers))
        elif slot.lemmas:
            refused.add(slot.path)
    wanted = {path for _, paths in rule.claim for path in paths}
    bound |= amounts(scene, clause, wanted)
    why = {path: find(scene, index) for path, find in WHY.items() if path in wanted - bound.keys()}
    bound |= {path: clause for path, clause in why.items() if clause is not None}
    return _assign(rule, scene, index, trigger, bound)


def _refused_by_clause(pattern: ClausePattern, scene: Scene, clause: Clause, trigger: int) -> Tell | None:
    """Return what a pattern asks of the clause itself and misses there."""
    if pattern.voice != "any" and (clause.voice == "active") != (pattern.voice == "active"):
        return partial(_told, f"voice {pattern.voice}", clause.voice)
    if pattern.negated is not None and (clause.negation is not None) != pattern.negated:
        return partial(_told, "negated" if pattern.negated else "not negated", "the clause")
    for name, accepted in pattern.frame:
        seen = str(getattr(clause, name))
        if seen not in accepted and not (name == "kind" and clause.conjunction in accepted):
            return partial(_lacks, name, accepted, seen)
    if pattern.singular and is_plural(scene, trigger):
        return partial(_told, "singular", scene.annotations.tokens[trigger].text)
    described = _described(scene, clause, trigger) if pattern.attributes else frozenset()
    if pattern.attributes and not any(is_one_of(lemma, pattern.attributes) for lemma in described):
        return partial(_lacks, "attribute", pattern.attributes, _some(described) or "none")
    return None


def _refused_by_place(
    pattern: ClausePattern, scene: Scene, index: int, trigger: int, slot: Slot, content: Filler | None
) -> Tell | None:
    """Return what stands at a place that should be empty or have a pronoun, None where it is as asked."""
    clause = scene.annotations.clauses[index]
    if slot.path == "name" and slot.types == ABSENT:
        beside = name_behind(scene, trigger) is not None or holder_of(scene, trigger) is not None
        if beside or not all(means_somebody(scene, part) for part in phrase_of(scene, trigger).parts):
            return partial(_told, "somebody without a name beside", "a name or the office")
        return None
    if slot.types == ABSENT and "." in slot.path.removeprefix("pp."):
        there = _fillers(scene, index, trigger, pattern, slot.path, content)
        return partial(_refused, scene, slot, there) if there else None
    present = participant(clause, slot.path)
    if slot.types == ABSENT and slot.path.startswith("pp."):
        preposition = slot.path.removeprefix("pp.")
        opener = scene.annotations.tokens[clause.tokens[0]].text.lower()
        if preposition in MEANS and opener == f"da{preposition}":  # dadurch sollen Unfälle vermieden werden
            return partial(_told, f"no {preposition}", opener)
        present = _but_time(scene, clause, preposition) if present is not None else None
    if present is None and slot.types == ("sich",):
        present = participant(clause, "dative")  # "sich" shows no case
    return None if _stands(scene, slot, present) else partial(_taken, scene, slot, present)


def _but_time(scene: Scene, clause: Clause, preposition: str) -> Argument | None:
    """Return the first phrase with a preposition that does not merely say when: nicht | im Juni, aber in Polen."""
    tokens, times = scene.annotations.tokens, scene.annotations.times
    there = (a for a in clause.arguments if a.role == "oblique" and a.preposition == preposition)
    return next((a for a in there if not overlapping(times, tokens[a.head].start, tokens[a.head].end)), None)


def _told(wanted: str, seen: str) -> tuple[str, str]:
    return wanted, seen


def _first_fitting(scene: Scene, slot: Slot, fillers: tuple[Filler, ...]) -> Filler | None:
    for filler in fillers:
        taken = _fitting(scene, slot, filler)
        if taken is not None:
            return taken
    return None


def _described(scene: Scene, clause: Clause, trigger: int) -> frozenset[str]:
    """Return the adjectives before a trigger noun, or the adverbs beside a verb."""
    if clause.kind == "nominal":
        return attributes_of(scene, trigger)
    tokens = scene.annotations.tokens
    return frozenset(tokens[index].lemma for index in clause.tokens if tokens[index].tag in ADVERBIAL)


def _fillers(
    scene: Scene, index: int, trigger: int, pattern: ClausePattern, path: str, content: Filler | None
) -> tuple[Filler, ...]:
    """Return what stands at a path, in order of preference: a preposition may stand in a clause several times."""
    if path == "compound":
        first = first_part(scene, trigger, pattern.lemmas)
        return (first,) if first is not None else ()
    if not path.startswith("content."):
        return find_fillers(scene, index, _adjectival(scene, index, path) if pattern.trigger == "adjective" else path)
    inner = content.clause if content is not None else None
    return find_fillers(scene, inner, path.removeprefix("content.")) if inner is not None else ()


def _adjectival(scene: Scene, index: int, path: str) -> str:
    """Return where an adjective has its subject: before a noun, a past participle reads as passive: besorgte Eltern."""
    passive = scene.annotations.clauses[index].voice == "passive"
    return "object" if passive and path == "subject" else path


def _assign(rule: Rule, scene: Scene, index: int, trigger: int, bound: dict[str, Filler]) -> Match | Miss:
    roles = {}
    bound.setdefault("trigger", phrase_of(scene, trigger))
    bound[WHOLE] = bound["trigger"]
    bound["word"] = own_noun(scene, trigger)
    measures = scene.vocabulary.predicates[rule.predicate].kind == "measure"
    tells = says_how_much if measures else holds_amount
    for part, paths in rule.claim:
        said = [path for path in paths if path[0] == LITERAL]
        acts = part == "subject"
        literal = {path: said_as(scene, trigger, path.removeprefix(LITERAL), acts=acts) for path in said}
        there = (found for path in paths if (found := bound.get(path) or literal.get(path)) is not None)
        chosen = next((filler for filler in there if part != "quantity" or tells(scene, filler)), None)
        if chosen is not None:
            roles[part] = chosen
    roles |= _divided(rule, roles) | _mutual(rule, roles)
    needed = MEASURED if measures else ENDS
    lacking = next((part for part in needed if part not in roles), None)
    if lacking is not None:
        return Miss(rule, trigger, partial(_told, f"claim needs {lacking}", "nothing"))
    token = scene.annotations.tokens[trigger]
    start = min(token.start, *(filler.start for filler in roles.values()))
    end = max(token.end, *(filler.end for filler in roles.values()))
    taken = tuple((f.start, f.end) for path, f in bound.items() if path.startswith("pp.") and path.count(".") == 1)
    return Match(rule, trigger, start, end, roles, index, taken)


def _divided(rule: Rule, roles: dict[str, Filler]) -> dict[str, Filler]:
    """Return the first of several subjects and the others in the part that asks for them, if nothing fills it."""
    empty = [part for part, paths in rule.claim if OTHERS in paths and part not in roles]
    place = "object" if rule.reciprocal and "object" not in roles else next(iter(empty), None)
    subject = roles.get("subject")
    if place is None or subject is None or len(subject.parts) < 2:
        return {}
    first, others = subject.parts[:1], subject.parts[1:]
    return {name: Filler(subject.start, subject.end, parts) for name, parts in (("subject", first), (place, others))}


def _mutual(rule: Rule, roles: dict[str, Filler]) -> dict[str, Filler]:
    """Return all of several subjects in the part that asks for each other: A und B beschuldigen sich."""
    subject = roles.get("subject")
    part = next((part for part, paths in rule.claim if EACH_OTHER in paths and part not in roles), None)
    return {part: subject} if part is not None and subject is not None and len(subject.parts) > 1 else {}


def _stands(scene: Scene, slot: Slot, present: Argument | None) -> bool:
    """Tell whether a place is empty as asked, or has the pronoun that is asked for."""
    if slot.types == ABSENT or present is None:
        return slot.types == ABSENT and present is None
    token = scene.annotations.tokens[present.head]
    word = slot.types[0]
    return token.tag == PRONOUNS[slot.types] and (word not in VERBATIM or token.text.lower() == word)


def _is_verbatim(scene: Scene, clause: Clause, slot: Slot) -> bool:
    """Tell a word that a slot takes beside its classes: Akteur|man."""
    words = [word for word in VERBATIM if word in slot.types]
    present = participant(clause, slot.path) if words else None
    return present is not None and scene.annotations.tokens[present.head].text.lower() in words


def _fitting(scene: Scene, slot: Slot, filler: Filler) -> Filler | None:
    """Return what a slot takes of a participant, None where it refuses it."""
    if filler.clause is not None or (slot.units and not holds_amount(scene, filler, units=slot.units)):
        return None
    parts = tuple([part for part in _of_words(scene, slot, filler) if _takes(scene, slot, part)])
    enough = len(parts) >= (2 if slot.several else 1)
    return Filler(filler.start, filler.end, parts, filler.clause) if enough else None


def _takes(scene: Scene, slot: Slot, part: Part) -> bool:
    """Tell whether a participant is named, described and of a class as the slot asks."""
    if (slot.named and not _is_named(slot, part)) or (slot.described and not is_described(scene, part)):
        return False
    noun = scene.annotations.tokens[part.head].tag == "NN"
    if slot.indefinite and (not noun or is_definite(scene.annotations.tokens, part.head)):
        return False
    if (slot.goal or slot.rest) and says_whither(scene.annotations.tokens, part.head) != slot.goal:
        return False
    if slot.known and is_new(scene.annotations.tokens, part.head):
        return False
    if slot.apart and not stands_apart(scene, part.head):
        return False
    if slot.singular and is_plural(scene, part.head):
        return False
    described = attributes_of(scene, part.head) if slot.attributes else ()
    if slot.attributes and not any(is_one_of(lemma, slot.attributes) for lemma in described):
        return False
    return fits(scene, part, slot.types, governed=slot.governed)


def _lacks(name: str, accepted: frozenset[str], seen: str) -> tuple[str, str]:
    return f"{name}: {_some(accepted)}", seen


def _taken(scene: Scene, slot: Slot, present: Argument | None) -> tuple[str, str]:
    seen = scene.annotations.document.text[present.start : present.end] if present else "nothing"
    return f"{slot.path}: {slot.types[0]}", f"«{seen}»"


def _refused(scene: Scene, slot: Slot, fillers: tuple[Filler, ...]) -> tuple[str, str]:
    return f"{slot.path}: {_wanted(slot)}", _problem(scene, slot, fillers)


def _is_named(slot: Slot, part: Part) -> bool:
    """Tell whether a participant is an entity that the text names; the first part of a compound may be any noun."""
    return part.entity is not None and not (slot.path == "compound" and part.entity.provisional)


def _problem(scene: Scene, slot: Slot, fillers: tuple[Filler, ...]) -> str:
    """Say why a slot refuses a participant."""
    if not fillers:
        return "nothing"
    filler = fillers[0]
    text = scene.annotations.document.text[filler.start : filler.end]
    if filler.clause is not None:
        return f"a clause: {text}"
    first = filler.parts[0]
    if not _of_words(scene, slot, filler):
        return f"«{text}» (head {scene.annotations.tokens[first.head].lemma})"
    if slot.several and any(fits(scene, part, slot.types) for part in filler.parts):
        return f"only «{text}»"
    return f"«{text}» ({first.entity.type if first.entity else 'a phrase'})"


def _of_words(scene: Scene, slot: Slot, filler: Filler) -> tuple[Part, ...]:
    """Return the participants whose noun is one that the rule names, all where it names none, and none it excludes."""
    tokens = scene.annotations.tokens
    if not slot.lemmas and not slot.not_lemmas:
        return filler.parts
    named = (p for p in filler.parts if not slot.lemmas or _goes_by(tokens[p.head].lemma, p, slot.lemmas))
    return tuple(p for p in named if not is_one_of(tokens[p.head].lemma, slot.not_lemmas))


def _goes_by(lemma: str, part: Part, words: frozenset[str]) -> bool:
    """Tell whether a noun, a body's name (EuGH) or what stands before a name (Minister | Hof) is one of the words."""
    if part.role is not None and is_one_of(part.role, words):
        return True
    body = part.entity if part.entity is not None and part.entity.type == "Organisation" else None
    return is_one_of(lemma, words) or (body is not None and is_one_of(body.label.partition(" für ")[0], words))


def _wanted(slot: Slot) -> str:
    words = f" of {_some(slot.lemmas)}" if slot.lemmas else ""
    words += f" but {_some(slot.not_lemmas)}" if slot.not_lemmas else ""
    asked = ("at least two ", slot.several), ("a named ", slot.named), ("a described ", slot.described)
    kind = "".join(text for text, wanted in asked if wanted) + " or ".join(slot.types)
    return kind + words


def _some(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)[:6])
