"""A reading made ready for rules: who stands where, which clause hangs on which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from kg.annotate.noun_classes import noun_class
from kg.match.classes import class_fits
from kg.match.determiners import is_more, is_new
from kg.match.durations import durations_of
from kg.match.home import home_mention
from kg.match.nouns import calls_state, is_place_part, is_spoken_for, kind_classes
from kg.model.entity import Entity
from kg.model.offsets import first_from
from kg.model.reading import Annotations, Argument, Clause, Mention, Quantity
from kg.model.vocabulary import Vocabulary

__all__ = [
    "ACTING",
    "OPENING_QUOTES",
    "Filler",
    "Part",
    "Scene",
    "argument_of",
    "build_scene",
    "class_at",
    "fits",
    "holder_of",
    "in_genitive",
    "is_prospective",
    "name_behind",
]

ACTING = ("Person", "Organisation", "Medium")
BARE = ("subject", "object", "dative")
OPENING_QUOTES = ("„", '"', "»", "“", "‚")
NAMED_AFTER = ("Organisation", "Medium")
"""Classes whose names follow their noun even where the phrase was read as ending there: die Agentur dpa."""


@dataclass(frozen=True, slots=True)
class Part:
    """One participant: the entity that `start:end` refers to, or None where it is a phrase that names a topic.

    `told` is the clause before that a pronoun or adverb takes up: das, dagegen.
    """

    start: int
    end: int
    head: int
    entity: Entity | None
    role: str | None = None
    told: int | None = None


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: its parts (several where coordinated or a group), or the clause that is its content.

    `further` are the clauses coordinated to that one: versprach, X zu tun und Y zu lassen.
    """

    start: int
    end: int
    parts: tuple[Part, ...]
    clause: int | None = None
    further: tuple[Filler, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """The annotations with indexes: mention by token, children by clause, nominal clause and phrase by head token.

    `serves` is the state or body for which the text says that a person holds office, `titles` the office, by the
    person's id, `listed_with` the last of the coordinated nouns to which a noun belongs, `lists` all of them by the
    last, `datives` the heads of datives, `standing` the heads that are participants of a verb,
    `phrases` the spans of participants, `adverbials` the verb to which the span of a prepositional phrase was offered,
    `heads_of` the heads of phrases by lemma in order, `oblique_at` the prepositional phrase whose noun phrase starts at
    a character, `quoted_until` the last end of each quotation and those before it, `subjects` the head nouns of
    subjects in order, `numbers` "s" or "p" of every subject by its finite verb, `agreeing` their heads in order,
    `nouns` the heads of subjects, objects and datives in order, `fellows` those that stand in one clause with a
    personal pronoun that is no subject, `relatives` the relative clauses on a noun, `deeds` the clauses of each verb
    and modal in order.
    `found` remembers what stands at a path of a clause, for many rules ask the same.
    """

    annotations: Annotations
    vocabulary: Vocabulary
    mention_at: dict[int, Mention]
    children: dict[int, tuple[int, ...]]
    nominal_at: dict[int, int]
    phrase_at: dict[int, tuple[int, int]]
    serves: dict[str, Entity]
    titles: dict[str, str]
    listed_with: dict[int, int]
    lists: dict[int, tuple[int, ...]]
    datives: frozenset[int]
    standing: frozenset[int]
    phrases: frozenset[tuple[int, int]]
    adverbials: dict[tuple[int, int], str]
    heads_of: dict[str, tuple[int, ...]]
    oblique_at: dict[int, Argument]
    quoted_until: tuple[int, ...]
    subjects: tuple[int, ...]
    numbers: dict[int, str]
    agreeing: tuple[int, ...]
    nouns: tuple[int, ...]
    fellows: dict[int, frozenset[int]]
    relatives: dict[int, tuple[Clause, ...]]
    deeds: dict[str, tuple[Clause, ...]]
    durations: tuple[Quantity, ...]
    home: Part | None
    found: dict[tuple[int, str], Filler | None] = field(default_factory=dict)


def build_scene(annotations: Annotations, vocabulary: Vocabulary) -> Scene:
    """Index a reading; linear in its size."""
    lists = [_heads(argument) for argument in _arguments(annotations)]
    phrase_at = _phrase_at(annotations)
    standing = {head for clause in _verbal(annotations) for a in clause.arguments for head in (a.head, *_heads(a))}
    return Scene(
        annotations,
        vocabulary,
        mention_at=_mention_at(annotations),
        children=_children(annotations),
        nominal_at={c.head: index for index, c in enumerate(annotations.clauses) if c.kind == "nominal"},
        phrase_at=phrase_at,
        serves={office.holder.id: office.of for office in annotations.offices if office.standing == "held"},
        titles={office.holder.id: office.title for office in annotations.offices if office.standing == "held"},
        listed_with={head: heads[-1] for heads in lists for head in heads[:-1]},
        lists={heads[-1]: heads for heads in lists},
        datives=frozenset(head for a in _arguments(annotations) if a.role == "dative" for head in _heads(a)),
        standing=frozenset(head for head in standing if head in phrase_at),
        phrases=_phrases(annotations),
        adverbials=_adverbials(annotations),
        heads_of=_heads_of(annotations, phrase_at),
        oblique_at=_oblique_at(annotations),
        subjects=_noun_subjects(annotations),
        numbers=(numbers := _numbers(annotations)),
        agreeing=tuple(sorted(numbers)),
        nouns=_noun_participants(annotations),
        fellows=_fellows(annotations),
        relatives=_relatives(annotations),
        deeds=_deeds(annotations),
        durations=durations_of(annotations),
        home=_home(annotations),
        quoted_until=tuple(accumulate((q.quote[-1].end for q in annotations.quotations), max)),
    )


def _arguments(annotations: Annotations) -> Iterator[Argument]:
    return (argument for clause in annotations.clauses for argument in clause.arguments)


def _verbal(annotations: Annotations) -> Iterator[Clause]:
    return (clause for clause in annotations.clauses if clause.kind not in ("nominal", "participle"))


def _heads(argument: Argument) -> tuple[int, ...]:
    return tuple(head for _, _, head in argument.conjuncts) or (argument.head,)


def _children(annotations: Annotations) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = defaultdict(list)
    for index, clause in enumerate(annotations.clauses):
        if clause.parent is not None:
            found[clause.parent].append(index)
    return {parent: tuple(children) for parent, children in found.items()}


def _phrase_at(annotations: Annotations) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for argument in _arguments(annotations):
        if argument.clause is None:
            for start, end, head in argument.conjuncts or ((argument.start, argument.end, argument.head),):
                found.setdefault(head, (start, end))
    return found


def _phrases(annotations: Annotations) -> frozenset[tuple[int, int]]:
    bare = [argument for argument in _arguments(annotations) if argument.clause is None]
    parts = {(start, end) for argument in bare for start, end, _ in argument.conjuncts}
    return frozenset(parts | {(argument.start, argument.end) for argument in bare})


def _adverbials(annotations: Annotations) -> dict[tuple[int, int], str]:
    offered = ((a, clause.lemma) for clause in _verbal(annotations) for a in clause.arguments)
    return {(a.start, a.end): lemma for a, lemma in offered if a.preposition is not None}


def _heads_of(annotations: Annotations, phrase_at: dict[int, tuple[int, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for head in sorted(phrase_at):
        found[annotations.tokens[head].lemma].append(head)
    return {lemma: tuple(heads) for lemma, heads in found.items()}


def _oblique_at(annotations: Annotations) -> dict[int, Argument]:
    found: dict[int, Argument] = {}
    for argument in _arguments(annotations):
        if argument.role == "oblique" and argument.clause is None:
            found.setdefault(argument.start, argument)
    return found


def _deeds(annotations: Annotations) -> dict[str, tuple[Clause, ...]]:
    found: dict[str, list[Clause]] = defaultdict(list)
    for clause in sorted(_verbal(annotations), key=lambda clause: clause.head):
        for verb in {clause.lemma, clause.modal or clause.lemma}:
            found[verb].append(clause)
    return {verb: tuple(clauses) for verb, clauses in found.items()}


def _home(annotations: Annotations) -> Part | None:
    first = home_mention(annotations)
    if first is None:
        return None
    return Part(first.start, first.end, first_from(annotations.tokens, first.start), first.entities[0])


def _noun_subjects(annotations: Annotations) -> tuple[int, ...]:
    subjects = (a for clause in _verbal(annotations) for a in clause.arguments if a.role == "subject" and not a.shared)
    return tuple(sorted({a.head for a in subjects if annotations.tokens[a.head].tag == "NN"}))


def _numbers(annotations: Annotations) -> dict[int, str]:
    found: dict[int, str] = {}
    for clause in _verbal(annotations):
        finite = (
            annotations.tokens[i].morph.number for i in clause.complex if annotations.tokens[i].morph.form == "fin"
        )
        number = next(finite, "")
        found |= {a.head: number for a in clause.arguments if a.role == "subject" and not a.shared and number}
    return found


def _noun_participants(annotations: Annotations) -> tuple[int, ...]:
    bare = (a for clause in _verbal(annotations) for a in clause.arguments if a.role in BARE and not a.shared)
    return tuple(sorted({a.head for a in bare if annotations.tokens[a.head].tag in ("NN", "NE")}))


def _fellows(annotations: Annotations) -> dict[int, frozenset[int]]:
    found = {}
    for clause in annotations.clauses:
        for argument in clause.arguments:
            if annotations.tokens[argument.head].tag == "PPER" and argument.role in BARE[1:]:
                found[argument.head] = frozenset(other.head for other in clause.arguments)
    return found


def _relatives(annotations: Annotations) -> dict[int, tuple[Clause, ...]]:
    found: dict[int, dict[Clause, None]] = defaultdict(dict)
    for clause in annotations.clauses:
        if clause.kind == "relative":
            for argument in clause.arguments:
                if argument.antecedent is not None and not argument.shared:
                    found[argument.antecedent][clause] = None
    return {head: tuple(clauses) for head, clauses in found.items()}


def fits(scene: Scene, part: Part, types: tuple[str, ...], *, governed: bool = False) -> bool:
    """Tell whether a participant is of one of the classes; a phrase is judged by its head noun.

    With `governed` a place, a trade or a gathering will do that stands for those who govern it, speak for it or meet.
    """
    if part.entity is not None:
        meets = part.entity.type == "Ereignis" and is_spoken_for(scene.annotations.tokens[part.head].lemma)
        return class_fits(scene.vocabulary, part.entity.type, types) or (
            governed and (meets or part.entity.type == "Ort")
        )
    if part.told is not None:
        return class_fits(scene.vocabulary, "Thema", types)
    head = scene.annotations.tokens[part.head]
    if governed and is_spoken_for(head.lemma):
        return True
    if head.tag == "ADJD":  # what something is like, no topic
        return "Ding" in types
    return class_fits(scene.vocabulary, class_at(scene, part.head) or "Thema", types) or (
        "Thema" in types and is_prospective(scene, part)
    )


def is_prospective(scene: Scene, part: Part) -> bool:
    """Tell a body or place that is yet to be or only thought of, which can be a topic: ein Tribunal, ein Flughafen.

    So can more or fewer of any, people as well: mehr Lehrer.
    """
    if part.entity is not None:
        return False
    new = class_at(scene, part.head) in ("Organisation", "Ort") and is_new(scene.annotations.tokens, part.head)
    return new or is_more(scene.annotations.tokens, part.head)


def class_at(scene: Scene, head: int) -> str | None:
    """Return the class of what a noun names, None for a topic; "ein Russe" is a person."""
    mention = scene.mention_at.get(head)
    if mention is not None and mention.kind == "demonym":
        return "Person"
    lemma = scene.annotations.tokens[head].lemma
    return noun_class(lemma) or ("Ort" if is_place_part(lemma) and _is_of_place(scene, head) else None)


def _is_of_place(scene: Scene, head: int) -> bool:
    """Tell whether a place stands right behind a noun in the genitive or with von: im Norden | des Tals, Malis."""
    tokens = scene.annotations.tokens
    opener = tokens[head + 1 : head + 2]
    owned = bool(opener) and (opener[0].tag in ("ART", "PPOSAT", "PDAT") or opener[0].lemma == "von")
    behind = range(head + 1, min(len(tokens), head + (4 if owned else 2)))
    place = next((index for index in behind if tokens[index].tag in ("NN", "NE")), None)
    mention = scene.mention_at.get(place) if place is not None else None
    if place is None:
        return False
    if mention is not None:
        return any(entity.type in ("Ort", "Staat") for entity in mention.entities)
    return owned and noun_class(tokens[place].lemma) in ("Ort", "Staat")


def argument_of(clause: Clause, role: str, preposition: str | None = None) -> Argument | None:
    """Return the first argument in a role, for an oblique the one with the preposition."""
    found = (a for a in clause.arguments if a.role == role and (preposition is None or a.preposition == preposition))
    return next(found, None)


COUNCIL = "rat"
"""The end of what both a body and one of its members are called: der Stadtrat, der Stadtrat Max Weber."""


def holder_of(scene: Scene, head: int) -> Entity | None:
    """Return who holds the office that a noun names, where the text says so: der Botschafter in Rom, Max Weber."""
    noun = scene.annotations.tokens[head].lemma
    if noun_class(noun) != "Person" and not noun.endswith(COUNCIL):
        return None
    place = scene.annotations.tokens[head].start
    held = (office.holder for office in scene.annotations.offices if office.start <= place < office.end)
    return next(held, None)


def name_behind(scene: Scene, head: int, end: int | None = None) -> Mention | None:
    """Return the name right behind its noun, which is who is meant: Außenminister Weber, die Zeitung „Tagblatt“.

    Behind the `end` of a noun's phrase, only names of organisations and media are its own.
    """
    tokens = scene.annotations.tokens
    place = head + 2 if head + 1 < len(tokens) and tokens[head + 1].text in OPENING_QUOTES else head + 1
    following = scene.mention_at.get(place)
    if following is None or following.kind != "name":
        return None
    if end is not None and tokens[place].start >= end and following.entities[0].type not in NAMED_AFTER:
        return None
    before = scene.mention_at.get(head)
    named = "Person" if before is not None and before.kind == "demonym" else noun_class(tokens[head].lemma)
    same = named is not None and scene.vocabulary.is_a(following.entities[0].type, named)
    same = same or (following.role is not None and tokens[head].lemma.endswith(following.role))  # VW-Vorstand Weber
    same = same or (following.entities[0].type == "Staat" and calls_state(tokens[head].lemma))
    same = same or following.entities[0].type in kind_classes(tokens[head].lemma)
    last = scene.annotations.document.text[following.start : following.end].split()[-1]
    return following if same and not in_genitive(following, last) else None


def in_genitive(mention: Mention, last: str) -> bool:
    """Tell whether a name stands in the genitive: its last word as written has an s that the entity's name lacks."""
    named = {word for entity in mention.entities for name in (entity.label, *entity.aliases) for word in name.split()}
    return last not in named and last.rstrip("’'").removesuffix("s") in named


def _mention_at(annotations: Annotations) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    tokens = annotations.tokens
    index = 0
    for mention in sorted(annotations.mentions, key=lambda m: (m.start, -m.end)):
        while index and tokens[index - 1].end > mention.start:
            index -= 1
        while index < len(tokens) and tokens[index].end <= mention.start:
            index += 1
        inside = index
        while inside < len(tokens) and tokens[inside].start < mention.end:
            found.setdefault(inside, mention)
            inside += 1
    return found
