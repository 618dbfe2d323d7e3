"""Predicates, classes and topics as the ontology defines them, without any RDF."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Predicate", "Theme", "Vocabulary"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate of `ontology/terms.ttl`; `name` is its local name, `kind` relation, measure or event.

    `domain` and `range` are class local names, `qualifiers` the names of the qualifiers it may carry. `contraries`
    are the predicates that cannot hold of the same two at once, in either direction; `stance` is 1 where the subject
    is for its object, -1 where it is against it, else 0; `exclusive` says that an object has one subject at a time,
    `lasting` that an event goes on, `prospective` that a claim's time may lie ahead.
    """

    name: str
    label_de: str
    label_en: str
    domain: str
    range: str
    kind: str
    symmetric: bool = False
    transitive: bool = False
    inverse: str | None = None
    qualifiers: tuple[str, ...] = ()
    plover: str | None = None
    contraries: frozenset[str] = frozenset()
    stance: int = 0
    exclusive: bool = False
    lasting: bool = False
    prospective: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """A topic of `ontology/themes.ttl`. `patterns` are regular expressions over normalised topic phrases."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All predicates by name, every class with its direct superclasses (none at the top), and all themes."""

    predicates: dict[str, Predicate]
    classes: dict[str, tuple[str, ...]]
    themes: tuple[Theme, ...] = ()
    _asked: dict[tuple[str, str], bool] = field(default_factory=dict, init=False, compare=False, repr=False)

    def is_a(self, name: str, ancestor: str) -> bool:
        """Tell whether class `name` is `ancestor` or below it."""
        # Matching asks this of every participant; a few hundred pairs of classes answer for an archive.
        known = self._asked.get((name, ancestor))
        if known is None:
            known = name == ancestor or any(self.is_a(parent, ancestor) for parent in self.classes.get(name, ()))
            self._asked[name, ancestor] = known
        return known
