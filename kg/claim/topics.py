"""Topics: a phrase or a subordinate clause becomes a concept of the themes, else a normalised noun phrase."""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Callable
from pathlib import Path

from kg.claim.noun_phrases import genitive, nominative, plain
from kg.match.extents import fields_of, shared_attribute, whole_phrase
from kg.match.nouns import is_vague
from kg.match.scene import Filler, Part, Scene, argument_of, class_at
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Argument, Clause
from kg.model.vocabulary import Theme

__all__ = ["CIRCUMSTANCES", "field_entities", "participant_entity", "topic_of_clause"]

NOUNS = Path(__file__).with_name("data") / "nominalisation.csv"
LIGHT = ("geben", "haben", "machen")
"""Verbs that say no more than that their object is there: es gibt Probleme."""
JUDGING = (
    "ansehen",
    "betrachten",
    "bezeichnen",
    "einstufen",
    "erklären",
    "gestalten",
    "halten",
    "lassen",
    "machen",
    "nennen",
    "stellen",
    "werten",
)
"""Verbs that say little without what something is made or said to be: für ungültig erklären, sicher machen."""
CIRCUMSTANCES = (
    "laut",
    "nach",
    "trotz",
    "wegen",
    "seit",
    "während",
    "aufgrund",
    "bei",
    "vor",
    "zugunsten",
    "zufolge",
    "gemäß",
)
"""Prepositions of phrases that say when, why or on whose word rather than what about."""
SUFFIXED = re.compile(r"(.{3,}?ier|(?:be|ver|er|ent|zer)\w{2,}?)(?:e?n)$")


def participant_entity(
    scene: Scene, part: Part, taken: tuple[tuple[int, int], ...] = (), *, counted: bool = True
) -> Entity:
    """Return the entity of a participant; a phrase becomes a theme, a provisional actor or a topic of its own.

    `taken` are spans that fill other roles of the claim and so are no part of a topic's name; without `counted`, its
    number is said elsewhere, too.
    """
    if part.entity is not None:
        return part.entity
    start, end = whole_phrase(scene, part, taken)
    named = class_at(scene, part.head)
    shown = counted and named is None
    # What stands behind a topic's noun says of what it is; who proposed or led it is said by a claim of its own.
    extended = named is not None or end <= scene.annotations.tokens[part.head].end
    label = nominative(scene.annotations.tokens, start, end, part.head, counted=shown, extended=extended, said=taken)
    shared = shared_attribute(scene, part.head) if named is None else None
    if shared is not None and shared not in taken:
        label = f"{label} {_with_preposition(scene, *shared)}"
    return _entity(scene.vocabulary.themes, label, named or "Thema")


def field_entities(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...] = ()) -> list[Entity]:
    """Return a topic for each of several fields that a phrase lists: Handel im Bereich Energie."""
    start, fields = fields_of(scene, part, taken)
    if part.entity is not None or len(fields) < 2:
        return []
    tokens = scene.annotations.tokens
    topic = nominative(tokens, part.start, start, part.head)
    labels = (f"{topic} im Bereich {nominative(tokens, field.start, field.end, field.head)}" for field in fields)
    return [_entity(scene.vocabulary.themes, label, "Thema") for label in labels]


def topic_of_clause(scene: Scene, filler: Filler, *, own: bool = False, negated: bool = False) -> Entity | None:
    """Return the topic that a clause states, None where it states nothing that a noun could name.

    With `own` it is the claim's own clause, whose subject the claim says already, and its negation unless `negated`.
    """
    clause = scene.annotations.clauses[filler.clause or 0]
    text = scene.annotations.document.text[filler.start : filler.end]
    theme = _theme(scene.vocabulary.themes, text)
    if theme is not None:
        return theme
    label = _named(scene, clause, own=own)
    if label is None or is_vague(label):
        return None
    instead = clause.conjunction in ("statt", "anstatt")  # these negate of themselves, which is no Verzicht
    if clause.negation and not instead and (negated or not own):
        label = f"Verzicht auf {label}"
    return _entity(scene.vocabulary.themes, label, "Thema")


def _named(scene: Scene, clause: Clause, *, own: bool) -> str | None:
    """Return a name of what a clause states, None where a noun would leave out what matters."""
    if _says_more(scene, clause):
        return None
    tokens = scene.annotations.tokens
    judged = any(tokens[index].tag == "ADJD" for index in clause.tokens) or argument_of(clause, "predicate") is not None
    if judged and clause.lemma in JUDGING:
        return _judged(scene, clause)
    return _nominalised(scene, clause, own=own)


def _says_more(scene: Scene, clause: Clause) -> bool:
    """Tell what a noun with its object cannot say: nicht auf Kosten der Umwelt ausbauen, an sich reißen."""
    tokens = scene.annotations.tokens
    start = clause.negation.start if clause.negation is not None else None
    denied = [tokens[index + 1] for index in clause.tokens if tokens[index].start == start]
    drawn = any(a.role == "oblique" and tokens[a.head].tag == "PRF" for a in clause.arguments)
    return drawn or any(token.tag.startswith("APPR") for token in denied)


def _judged(scene: Scene, clause: Clause) -> str | None:
    """Return the infinitive with what something is made or said to be: Wahl für ungültig erklären."""
    tokens = scene.annotations.tokens
    adjective = max((index for index in clause.tokens if tokens[index].tag == "ADJD"), default=0)
    object_ = argument_of(clause, "object")
    if not adjective or clause.voice != "active" or object_ is None or not _names_something(scene, object_):
        return None
    link = f"{tokens[adjective - 1].text} " if tokens[adjective - 1].text in ("für", "als") else ""
    return f"{plain(tokens, object_.start, object_.end)} {link}{tokens[adjective].text} {clause.lemma}"


def _nominalised(scene: Scene, clause: Clause, *, own: bool) -> str | None:
    object_ = argument_of(clause, "object" if clause.voice == "active" else "subject")
    predicate = argument_of(clause, "predicate")
    if predicate is not None and object_ is None:
        about = predicate if clause.lemma == "werden" else None if own else argument_of(clause, "subject")
        own_subject = about is not None and not about.shared and _names_something(scene, about)
        return _label(scene, about) if about is not None and own_subject else None
    noun = _noun(clause.lemma)
    if object_ is not None and _names_something(scene, object_):
        if clause.lemma not in LIGHT:
            return f"{noun} {_genitive(scene, object_)}"
        return None if is_vague(scene.annotations.tokens[object_.head].lemma) else _label(scene, object_)
    if object_ is not None and scene.annotations.tokens[object_.head].tag != "PRF":
        return _of_antecedent(scene, noun, object_)
    dative = argument_of(clause, "dative")
    preposition = _datives().get(clause.lemma)
    if dative is not None and preposition and _names_something(scene, dative):
        return f"{noun} {preposition} {plain(scene.annotations.tokens, dative.start, dative.end, keep=True)}"
    oblique = next((a for a in clause.arguments if a.role == "oblique" and _says_what(scene, a)), None)
    if noun == clause.lemma.capitalize() and clause.lemma not in _nouns():
        return None
    if oblique is not None:
        return f"{noun} {_with_preposition(scene, oblique.start, oblique.end)}"
    subject = argument_of(clause, "subject") if clause.voice == "active" and not own else None
    if subject is not None and not subject.shared and _names_something(scene, subject):
        return f"{noun} {_genitive(scene, subject)}"
    return noun if clause.lemma in _sufficient() else None


def _of_antecedent(scene: Scene, noun: str, object_: Argument) -> str | None:
    """Return the noun with what a relative pronoun stands for; without it nothing says what is meant."""
    head = object_.antecedent
    if head is None or scene.annotations.tokens[head].tag not in ("NN", "NE") or head not in scene.phrase_at:
        return None
    return f"{noun} {genitive(scene.annotations.tokens, *scene.phrase_at[head], head)}"


def _names_something(scene: Scene, argument: Argument) -> bool:
    """Tell whether an argument is a noun phrase of its own, neither pronoun nor adjective nor clause."""
    named = scene.annotations.tokens[argument.head].tag in ("NN", "NE")
    return named and argument.clause is None and argument.antecedent is None


def _says_what(scene: Scene, argument: Argument) -> bool:
    if argument.preposition in CIRCUMSTANCES:
        return False
    dated = any(time.start < argument.end and argument.start < time.end for time in scene.annotations.times)
    return not dated and _names_something(scene, argument)


def _label(scene: Scene, argument: Argument) -> str:
    return nominative(scene.annotations.tokens, argument.start, argument.end, argument.head)


def _genitive(scene: Scene, argument: Argument) -> str:
    if argument.conjuncts:
        parts = [plain(scene.annotations.tokens, start, end) for start, end, _ in argument.conjuncts]
        return f"von {', '.join(parts[:-1])} und {parts[-1]}" if len(parts) > 1 else f"von {parts[0]}"
    return genitive(scene.annotations.tokens, argument.start, argument.end, argument.head)


def _with_preposition(scene: Scene, start: int, end: int) -> str:
    before = scene.annotations.document.text[:start].split()
    return f"{before[-1] if before else ''} {plain(scene.annotations.tokens, start, end, keep=True)}"


def _noun(verb: str) -> str:
    known = _nouns().get(verb)
    if known:
        return known
    match = SUFFIXED.fullmatch(verb)
    return f"{match[1]}ung".capitalize() if match else verb.capitalize()


@functools.cache
def _rows() -> tuple[dict[str, str], ...]:
    with NOUNS.open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(line for line in handle if not line.startswith("#")))


@functools.cache
def _nouns() -> dict[str, str]:
    return {row["verb"]: row["noun"] for row in _rows()}


@functools.cache
def _datives() -> dict[str, str]:
    return {row["verb"]: row["dative"] for row in _rows() if row["dative"]}


@functools.cache
def _sufficient() -> frozenset[str]:
    """Return the verbs whose noun says enough by itself."""
    return frozenset(row["verb"] for row in _rows() if row["alone"])


def _entity(themes: tuple[Theme, ...], label: str, type_: str) -> Entity:
    theme = _theme(themes, label)
    return theme or Entity(slug(label), label, type_, provisional=True)


def _theme(themes: tuple[Theme, ...], phrase: str) -> Entity | None:
    # Keyed by identity: hashing all themes at each phrase took a tenth of the time of making claims.
    kept = _FINDERS.get(id(themes))
    if kept is None:
        kept = _FINDERS[id(themes)] = (themes, _theme_finder(themes))
    return kept[1](phrase)


def _theme_finder(themes: tuple[Theme, ...]) -> Callable[[str], Entity | None]:
    names = {name.casefold(): theme for theme in themes for name in (theme.label, *theme.aliases)}
    patterns = [(re.compile(pattern, re.IGNORECASE), theme) for theme in themes for pattern in theme.patterns]

    @functools.lru_cache(maxsize=65_536)  # a topic phrase recurs within and across articles
    def find(phrase: str) -> Entity | None:
        theme = names.get(phrase.casefold())
        if theme is None:
            theme = next((found for pattern, found in patterns if pattern.search(phrase)), None)
        return Entity(theme.id, theme.label, "Thema", theme.aliases) if theme else None

    return find


_FINDERS: dict[int, tuple[tuple[Theme, ...], Callable[[str], Entity | None]]] = {}
"""The finder of each set of themes, with the themes, so that their identity stays theirs."""
