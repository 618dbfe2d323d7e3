"""The ontology's Turtle files as the vocabulary that every earlier stage works with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import Fault, FaultyInput
from kg.model.identity import slug
from kg.model.vocabulary import Predicate, Theme, Vocabulary
from kg.rdf.namespaces import BN, VOCABULARIES
from kg.rdf.ontology_graph import SHAPES
from kg.rdf.turtle import read_turtle

__all__ = ["load_vocabulary"]

TOP: Final = "Ding"
PLOVER: Final = "https://github.com/openeventdata/PLOVER#"
KINDS: Final = ("relation", "measure", "event")
STANCES: Final = {"for": 1, "against": -1}
VALENCE: Final = ("contrary", "stance", "exclusive", "lasting", "prospective")

_SKOS: Final = VOCABULARIES["skos"]
_RDFS: Final = VOCABULARIES["rdfs"]
_OWL: Final = VOCABULARIES["owl"]
_TYPE: Final = VOCABULARIES["rdf"] + "type"


@dataclass(slots=True)
class _Term:
    """Everything the files say of one IRI: values by property, and where it was first mentioned."""

    iri: str
    file: Path
    line: int
    values: dict[str, list[NamedNode | Literal]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.iri.removeprefix(BN)

    def names(self, property_: str) -> list[str]:
        """Return the local names of the ontology's terms among the values."""
        return [value[len(BN) :] for value in self.iris(property_) if value.startswith(BN)]

    def iris(self, property_: str) -> list[str]:
        return [value.value for value in self.values.get(property_, ()) if isinstance(value, NamedNode)]

    def texts(self, property_: str, language: str | None = None) -> list[str]:
        literals = (value for value in self.values.get(property_, ()) if isinstance(value, Literal))
        return [literal.value for literal in literals if language is None or literal.language == language]

    def fault(self, message: str) -> Fault:
        return Fault(self.file, f"{self.name}: {message}", self.line)


def load_vocabulary(folder: Path) -> Vocabulary:
    """Return predicates, classes and themes of every `*.ttl` in the folder but the shapes.

    A predicate is what has a `bn:kind`, a class what stands below `bn:Ding`, a theme is a `skos:Concept`. Raise
    FaultyInput with all faults of all files.
    """
    faults: list[Fault] = []
    terms = _read(folder, faults)
    classes = _classes(terms, faults)
    faults += _valence_faults(terms)
    contraries = _contraries(terms)
    predicates = {
        term.name: _predicate(term, terms, classes, contraries, faults) for term in terms.values() if _kinds(term)
    }
    themes = _themes(terms, faults)
    if not predicates and not faults:
        faults.append(Fault(folder, "defines no predicate; put terms.ttl here"))
    if faults:
        raise FaultyInput(tuple(faults))
    return Vocabulary(predicates, classes, themes)


def _read(folder: Path, faults: list[Fault]) -> dict[str, _Term]:
    terms: dict[str, _Term] = {}
    for path in sorted(folder.glob("*.ttl")):
        if path.name == SHAPES:
            continue
        try:
            for located in read_turtle(path):
                subject, value = located.triple.subject, located.triple.object
                if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                    term = terms.setdefault(subject.value, _Term(subject.value, path, located.line))
                    term.values.setdefault(located.triple.predicate.value, []).append(value)
        except FaultyInput as error:
            faults += error.faults
    return terms


def _kinds(term: _Term) -> list[str]:
    return term.names(BN + "kind")


def _classes(terms: Mapping[str, _Term], faults: list[Fault]) -> dict[str, tuple[str, ...]]:
    parents = {
        term.name: tuple(term.names(_RDFS + "subClassOf"))
        for iri, term in terms.items()
        if iri.startswith(BN) and _OWL + "Class" in term.iris(_TYPE)
    }
    faults += (terms[BN + name].fault("is a subclass of itself") for name in parents if name in _above(name, parents))
    return {name: above for name, above in parents.items() if name == TOP or TOP in _above(name, parents)}


def _above(name: str, parents: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(parents[name])
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += parents.get(current, ())
    return found


def _contraries(terms: Mapping[str, _Term]) -> dict[str, set[str]]:
    """Return what rules out what, in both directions, whichever the files state."""
    found: dict[str, set[str]] = {}
    for term in terms.values():
        for other in term.names(BN + "contrary"):
            found.setdefault(term.name, set()).add(other)
            found.setdefault(other, set()).add(term.name)
    return found


def _valence_faults(terms: Mapping[str, _Term]) -> Iterator[Fault]:
    """Yield a fault for each term that is compared like a predicate and is none, most often a name misspelt."""
    for term in terms.values():
        marks = [mark for mark in VALENCE if BN + mark in term.values]
        if marks and not _kinds(term):
            yield term.fault(
                f"bn:{marks[0]} is said of it, but it is no predicate; correct its name or give it a bn:kind"
            )
        for name in term.names(BN + "contrary"):
            if BN + name not in terms or not _kinds(terms[BN + name]):
                yield term.fault(f"bn:contrary bn:{name} is no predicate")


def _predicate(
    term: _Term,
    terms: Mapping[str, _Term],
    classes: Mapping[str, tuple[str, ...]],
    contraries: Mapping[str, set[str]],
    faults: list[Fault],
) -> Predicate:
    types, qualifiers = term.iris(_TYPE), tuple(term.names(BN + "qualifier"))
    plover = [iri.removeprefix(PLOVER) for iri in term.iris(_SKOS + "closeMatch") if iri.startswith(PLOVER)]
    faults += (
        term.fault(f"bn:qualifier bn:{name} is not defined; give it a label")
        for name in qualifiers
        if BN + name not in terms
    )
    return Predicate(
        name=term.name,
        label_de=_one(term, term.texts(_RDFS + "label", "de"), "German rdfs:label", faults),
        label_en=_one(term, term.texts(_RDFS + "label", "en"), "English rdfs:label", faults),
        domain=_class(term, "domain", classes, faults),
        range=_class(term, "range", classes, faults),
        kind=_kind(term, faults),
        symmetric=_OWL + "SymmetricProperty" in types,
        transitive=_OWL + "TransitiveProperty" in types,
        inverse=next(iter(term.names(_OWL + "inverseOf")), None),
        qualifiers=qualifiers,
        plover=next(iter(plover), None),
        contraries=frozenset(contraries.get(term.name, ())),
        stance=_stance(term, faults),
        exclusive="true" in term.texts(BN + "exclusive"),
        lasting="true" in term.texts(BN + "lasting"),
        prospective="true" in term.texts(BN + "prospective"),
    )


def _one(term: _Term, values: list[str], what: str, faults: list[Fault]) -> str:
    if len(values) != 1:
        faults.append(term.fault(f"has {len(values) or 'no'} {what}, must have one"))
    return values[0] if values else ""


def _kind(term: _Term, faults: list[Fault]) -> str:
    kind = _one(term, _kinds(term), "bn:kind", faults)
    if kind not in KINDS:
        faults.append(term.fault(f"bn:kind bn:{kind} is unknown, must be bn:{', bn:'.join(KINDS)}"))
    return kind


def _stance(term: _Term, faults: list[Fault]) -> int:
    found = term.names(BN + "stance")
    if not found:
        return 0
    stance = _one(term, found, "bn:stance", faults)
    if stance not in STANCES:
        faults.append(term.fault(f"bn:stance bn:{stance} is unknown, must be bn:{' or bn:'.join(STANCES)}"))
    return STANCES.get(stance, 0)


def _class(term: _Term, property_: str, classes: Mapping[str, tuple[str, ...]], faults: list[Fault]) -> str:
    name = _one(term, term.names(_RDFS + property_), f"rdfs:{property_} in the ontology", faults)
    if name and name not in classes:
        faults.append(term.fault(f"rdfs:{property_} bn:{name} is no class below bn:{TOP}"))
    return name


def _themes(terms: Mapping[str, _Term], faults: list[Fault]) -> tuple[Theme, ...]:
    themes = []
    holders: dict[str, str] = {}
    for term in terms.values():
        if _SKOS + "Concept" not in term.iris(_TYPE):
            continue
        label = _one(term, term.texts(_SKOS + "prefLabel", "de"), "German skos:prefLabel", faults)
        aliases = tuple(term.texts(_SKOS + "altLabel", "de"))
        patterns = tuple(term.texts(BN + "pattern"))
        faults += _theme_faults(term, (label, *aliases), patterns, holders)
        themes.append(Theme(slug(label), label, aliases, patterns))
    return tuple(themes)


def _theme_faults(
    term: _Term, names: tuple[str, ...], patterns: tuple[str, ...], holders: dict[str, str]
) -> Iterator[Fault]:
    for name in names:
        if name in holders:
            yield term.fault(f"the name {name!r} belongs to {holders[name]} already")
        holders[name] = term.iri
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            yield term.fault(f"bn:pattern {pattern!r} is no regular expression: {error}")
