"""Words that ask for more: nouns that stand for their attribute or need one, verbs that make a plan known."""

from __future__ import annotations

import functools

import yaml

from kg.annotate.lexicon import word_list
from kg.annotate.names.body_names import introduced_class
from kg.annotate.names.things import is_named_thing
from kg.annotate.names.titles import parse_title
from kg.annotate.noun_classes import noun_class, tails
from kg.match.word_lists import DATA, listed

__all__ = [
    "calls_state",
    "deeds_named",
    "is_carrier",
    "is_known_as_group",
    "is_made",
    "is_occasion",
    "is_place_part",
    "is_purposeful",
    "is_relational",
    "is_said_in",
    "is_share",
    "is_spoken_for",
    "is_sweeping",
    "is_vague",
    "kind_class",
    "kind_classes",
    "never_resumed",
    "opens_plans",
    "resumed_by",
    "says_how",
    "sets_out_plans",
]


def is_carrier(lemma: str) -> bool:
    """Tell whether a noun only says of what kind its attribute is: der Bereich Energie is Energie."""
    return lemma in listed("carriers.txt")


@functools.lru_cache(maxsize=50_000)  # the nouns of an archive
def calls_state(lemma: str) -> bool:
    """Tell whether a noun says what the state named behind it is to others: der Nato-Partner Türkei."""
    return not listed("called_states.txt").isdisjoint(tails(lemma))


@functools.lru_cache(maxsize=50_000)  # the nouns of an archive
def is_occasion(lemma: str) -> bool:
    """Tell an occasion on which somebody speaks or is seen: bei einem Besuch, bei ihrer Rede."""
    return not listed("occasion_nouns.txt").isdisjoint(tails(lemma))


def is_said_in(lemma: str) -> bool:
    """Tell what somebody says something in: in einem Brief, in ihrer Rede."""
    return not listed("saying_places.txt").isdisjoint(tails(lemma))


def is_share(lemma: str) -> bool:
    """Tell whether a noun names how many of some people are meant: die Hälfte der Befragten."""
    return lemma in listed("share_nouns.txt")


def is_sweeping(lemma: str) -> bool:
    """Tell a noun that names no topic while it is indefinite and nothing says of what: Maßnahmen, neue Regeln."""
    return lemma in listed("sweeping_nouns.txt")


def is_vague(lemma: str) -> bool:
    """Tell whether a noun names no topic as long as nothing says of what: die Frage, ein wichtiges Ziel."""
    return lemma in listed("vague_nouns.txt")


@functools.lru_cache(maxsize=50_000)  # the nouns of an archive
def kind_class(lemma: str) -> str | None:
    """Return the class of what a noun before a name says the kind of: die Aktivistin Weber, die Hafenstadt Mombasa.

    An office and a relation say none (Präsident Weber, seine Nachfolgerin Weber), and a building only has the name of
    its town (der Flughafen Mombasa).
    """
    title = parse_title(lemma)
    told = listed("no_kinds.txt").isdisjoint((f"={lemma}", *tails(lemma)))
    if (title is not None and title.scope != "person") or not told:
        return None
    if is_named_thing(lemma):
        return "Thema"
    found = noun_class(lemma)
    return found if found != "Ort" or _is_settlement(lemma) else None


@functools.lru_cache(maxsize=50_000)  # the nouns of an archive
def kind_classes(lemma: str) -> frozenset[str]:
    """Return the classes of which a noun before a name may say the kind: a Händler is a person or a company.

    A Gemeinde acts and is a place.
    """
    told = listed("no_kinds.txt").isdisjoint(tails(lemma))
    firm = introduced_class(lemma) if told else None
    place = "Ort" if told and _is_settlement(lemma) else None
    return frozenset(found for found in (kind_class(lemma), firm, place) if found is not None)


def _is_settlement(lemma: str) -> bool:
    """Tell a noun behind which the name of a place stands, though it may act like one: die Gemeinde Binz."""
    return not word_list("settlement_nouns.txt").isdisjoint(tails(lemma))


def is_relational(lemma: str) -> bool:
    """Tell whether a noun names an actor only together with whose it is: das Land, die Regierung."""
    return lemma in listed("relational_nouns.txt")


def is_known_as_group(lemma: str) -> bool:
    """Tell whether a relational noun needs no owner in the plural: die Gewerkschaften, but not die Regierungen."""
    return lemma in listed("group_bodies.txt")


@functools.lru_cache(maxsize=50_000)  # the nouns of an archive
def is_spoken_for(lemma: str) -> bool:
    """Tell whether a noun names a place or a trade that acts by those who govern or speak for it: die Stadt fordert."""
    return not listed("spoken_for_nouns.txt").isdisjoint((f"={lemma}", *tails(lemma)))


def is_place_part(lemma: str) -> bool:
    """Tell whether a noun names a place together with the one that it is a part of: der Norden, das Zentrum."""
    return lemma in listed("place_parts.txt")


def is_purposeful(lemma: str) -> bool:
    """Tell whether a noun names what is made for a purpose: das Gesetz, der Plan."""
    return lemma in listed("purposeful_nouns.txt")


@functools.lru_cache(maxsize=50_000)  # the nouns of an archive
def is_made(lemma: str) -> bool:
    """Tell whether a noun names what is made for a purpose, also as a compound: das Migrationsabkommen."""
    return not listed("purposeful_nouns.txt").isdisjoint((lemma, *(tail.capitalize() for tail in tails(lemma))))


def says_how(lemma: str) -> bool:
    """Tell whether a noun's prepositional phrase says when or how something happens: im Vorfeld, in Richtung."""
    return lemma in listed("circumstance_nouns.txt")


def opens_plans(verb: str) -> bool:
    """Tell whether a verb says that somebody plans, decides or announces, who then may have further plans."""
    return verb in listed("planning_verbs.txt")


@functools.lru_cache(maxsize=50_000)  # the nouns of an archive
def sets_out_plans(lemma: str) -> bool:
    """Tell whether a noun names what says what its owner is going to do: der Entwurf, das Wahlprogramm."""
    return not listed("planning_nouns.txt").isdisjoint(tails(lemma))


def resumed_by(noun: str) -> frozenset[str]:
    """Return the nouns that a noun may take up under another name: das Vorhaben for a Reform; none for most."""
    groups = _resuming().values()
    return frozenset(word for group in groups if noun in group["by"].split() for word in group["what"].split())


@functools.cache
def never_resumed() -> frozenset[str]:
    """Return the compounds that are no such thing as their last part says: ein Sondervotum is nobody's decision."""
    return frozenset(word for group in _resuming().values() for word in group.get("but", "").split())


@functools.lru_cache(maxsize=50_000)  # the nouns of an archive
def deeds_named(noun: str) -> frozenset[str]:
    """Return the verbs whose doing a noun may take up: der Vorwurf takes up that somebody blamed; none for most."""
    groups = _resuming().values()
    return frozenset(verb for group in groups if noun in group["by"].split() for verb in group.get("verbs", "").split())


@functools.cache
def _resuming() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = yaml.safe_load((DATA / "resuming_nouns.yaml").read_text(encoding="utf-8"))
    return loaded
