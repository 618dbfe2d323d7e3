"""Offices that a text states beside a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType

from kg.annotate.names.home import may_have
from kg.annotate.names.kinds import kind_of
from kg.annotate.names.office_relations import related_offices
from kg.annotate.names.office_text import FEDERAL, OfficePhrase, extent, holder_of
from kg.annotate.names.titles import parse_portfolio, parse_title
from kg.model.entity import Entity
from kg.model.reading import Mention, OfficeMention, Token

__all__ = ["find_offices"]

_MEMBER = "Politiker"
_VAGUE = {"Minister", "Chef", "Leiter", "Vertreter"}  # offices of which only the body says more
_MINISTER = "minister"
_JOINT = ("Co-", "Ko-")
_NEAR = 150  # characters within which a Co-Vorsitzender leads the body whose office was named last
_NEUTRAL = {"head-of-state": "Staatsoberhaupt", "head-of-government": "Regierungschef"}


def find_offices(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    phrases: Sequence[OfficePhrase],
    bodies: Mapping[tuple[str, str], Entity] = MappingProxyType({}),
    serves: Mapping[str, Entity] = MappingProxyType({}),
) -> tuple[OfficeMention, ...]:
    """Return the offices that the text states for named holders, in text order; `phrases` are its office phrases.

    A phrase that names no body takes it from another phrase about the same holder and title in the text, else from
    `bodies` (by person id and rank: Präsident Joe Biden), from whom a known politician `serves` (by person id), at last
    from the state that the text is about or gives to the same office elsewhere. "Amtskollege" takes its title from the
    office stated before it, who came before or after somebody theirs. A mere profession is no office, but a party's
    politician is its member. What refers to somebody by an office (der Kremlchef) states it where no phrase beside the
    name does.
    """
    unnamed = [phrase for phrase in phrases if phrase.holder is None]
    phrases, others = _of_named_holders(mentions, phrases)
    stated = {(holder_of(mentions, phrase), phrase.title): phrase.of for phrase in reversed(phrases) if phrase.of}
    served = _states_served(mentions, phrases) | dict(serves)
    of_title = _states_of_titles(mentions, unnamed)
    known = {(holder_of(mentions, phrase), phrase.of) for phrase in phrases if phrase.of and not phrase.referring}
    found: list[OfficeMention] = []
    latest: dict[str, str] = {}
    silent = frozenset(phrase.head for phrase in others)
    for phrase in sorted((*phrases, *others), key=attrgetter("head")):
        if phrase.relation:
            continue
        if phrase.head in silent:
            latest.update(_titles_told(phrase))
            continue
        holder = holder_of(mentions, phrase)
        title = phrase.title or _abroad(latest.get(_owner_gender(tokens, phrase), ""))
        of = phrase.of or stated.get((holder, title)) or bodies.get((holder.id, phrase.rank))
        if of is None and title not in _VAGUE:
            of = _served(phrase, holder, served) or _own_body(phrase, holder, found) or of_title.get(title)
            of = of or _shared(tokens, phrase, found)
        latest.update(_titles_told(phrase))
        if of is None or not title or _is_profession(phrase) or (phrase.referring and (holder, of) in known):
            continue
        known.add((holder, of))
        start, end = extent(tokens, mentions, phrase)
        standing = "member" if _is_member(phrase) else phrase.standing
        found.append(OfficeMention(start, end, holder, title, of, phrase.place, standing))
    related = related_offices(tokens, mentions, [phrase for phrase in phrases if phrase.relation], found)
    return tuple(sorted((*found, *related), key=lambda office: office.start))


def _titles_told(phrase: OfficePhrase) -> dict[str, str]:
    """Return the title that a colleague named later has as well, by the gender of who has it here and by none."""
    word = phrase.word
    shared = bool(phrase.rank) or phrase.title.endswith(_MINISTER)
    if word is None or word.scope == "person" or not shared or phrase.standing == "future" or phrase.portfolio:
        return {}
    return {"": phrase.title, word.gender: phrase.title}


def _of_named_holders(
    mentions: Sequence[Mention], phrases: Sequence[OfficePhrase]
) -> tuple[list[OfficePhrase], list[OfficePhrase]]:
    """Return the phrases that have a holder, those that refer to one only where the text names who, and all others."""
    named = {entity for mention in mentions if mention.kind == "name" for entity in mention.entities}
    held: list[OfficePhrase] = []
    others: list[OfficePhrase] = []
    for phrase in phrases:
        known = phrase.holder is not None and (not phrase.referring or holder_of(mentions, phrase) in named)
        (held if known else others).append(phrase)
    return held, others


def _is_member(phrase: OfficePhrase) -> bool:
    """Tell somebody called a party's politician: der SPD-Politiker Ole Tamm, zwei SPD-Politiker, X und Y."""
    of_party = phrase.of is not None and phrase.of.type == "Organisation" and phrase.standing == "held"
    return of_party and phrase.word is not None and phrase.word.normal == _MEMBER


def _is_profession(phrase: OfficePhrase) -> bool:
    return phrase.word is not None and phrase.word.scope in ("person", "address") and not _is_member(phrase)


def _states_served(mentions: Sequence[Mention], phrases: Sequence[OfficePhrase]) -> dict[str, Entity]:
    """Return the state or part of one that each holder (by id) serves, as the text says first; no mayor's town."""
    found: dict[str, Entity] = {}
    for phrase in phrases:
        mayor = phrase.word is not None and phrase.word.rank == "mayor"
        if phrase.of is not None and phrase.of.type in ("Staat", "Ort") and not mayor:
            found.setdefault(holder_of(mentions, phrase).id, phrase.of)
    return found


def _own_body(phrase: OfficePhrase, holder: Entity, found: Sequence[OfficeMention]) -> Entity | None:
    """Return what an office is assumed to be held for: of bodies of its kind, that of an office of the same person."""
    assumed = phrase.assumed
    if assumed is None or assumed.type != "Organisation":
        return assumed
    own = (office.of for office in found if office.holder == holder and office.of.type == "Organisation")
    return next((body for body in own if kind_of(body) == kind_of(assumed)), assumed)


def _shared(tokens: Sequence[Token], phrase: OfficePhrase, found: Sequence[OfficeMention]) -> Entity | None:
    """Return the body that two lead, which the text has just named: SPD-Chef Weber und | Co-Chefin Blum."""
    near = found[-1:] if phrase.title.startswith(_JOINT) else []
    return next((office.of for office in near if 0 <= tokens[phrase.head].start - office.end < _NEAR), None)


def _states_of_titles(mentions: Sequence[Mention], phrases: Sequence[OfficePhrase]) -> dict[str, Entity]:
    """Return the only state that the text gives to an office without naming who has it, or whose ministry it names.

    Frankreichs Botschafter musste gehen; Botschafter X fuhr ab. Das US-Handelsministerium warnt; Handelsminister X.
    """
    found: dict[str, set[Entity]] = {}
    for phrase in phrases:
        if phrase.of is not None and phrase.of.type == "Staat" and phrase.word is not None and not phrase.word.plural:
            found.setdefault(phrase.title, set()).add(phrase.of)
    for mention in mentions:
        if mention.whole is not None and mention.whole.type == "Staat":
            minister = parse_portfolio(mention.entities[0].label.split()[-1])
            found.setdefault(minister.whole if minister is not None else "", set()).add(mention.whole)
    return {title: states.pop() for title, states in found.items() if title and len(states) == 1}


def _served(phrase: OfficePhrase, holder: Entity, serves: Mapping[str, Entity]) -> Entity | None:
    """Return whom a minister serves: whom the owner of the phrase does (Orbáns Europaminister), else the holder."""
    if phrase.word is not None and phrase.word.scope != "state":
        return None
    served = serves.get(phrase.owner.id) if phrase.owner is not None else serves.get(holder.id)
    if served is None or phrase.word is None:
        return served
    if served.type == "Staat" and not may_have(served, phrase.word):
        return None
    minister = phrase.word.whole.lower().endswith("minister")
    return served if served.type != "Organisation" or not minister else None  # Ministerin X, the Bundestag's head


def _owner_gender(tokens: Sequence[Token], phrase: OfficePhrase) -> str:
    """Return the gender of the person whose colleague a phrase names: ihr Kollege f, sein Kollege m, der Kollege ""."""
    word = "" if phrase.determiner is None else tokens[phrase.determiner].text.lower()
    return "m" if word.startswith("sein") else "f" if word.startswith("ihr") else ""


def _abroad(title: str) -> str:
    """Return what a colleague in another state holds: its head of government need be no Bundeskanzler."""
    parsed = parse_title(title) if title.startswith(FEDERAL) or title == "Kanzler" else None
    return _NEUTRAL.get(parsed.rank, title) if parsed is not None else title
