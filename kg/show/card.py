"""An entity's card: what it is, its facts grouped by predicate, and the sentence behind each."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.errors import KgError
from kg.model.claim import Claim
from kg.model.entity import Entity
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.show.claims import TRAITS, statement, told
from kg.show.evidence import evidence_lines
from kg.view.records import predicate_label

__all__ = ["card", "entities_called", "find_entity"]


def find_entity(name: str, entities: Iterable[Entity]) -> Entity:
    """Return the entity that goes by a name (id, label, alias or last word of the label, whatever case and accents).

    A last word is a surname before it is the end of anything else. Raise KgError where none or several do, with what
    is near.
    """
    known = tuple(entities)
    found = entities_called(name, known)
    if len(found) == 1:
        return found[0]
    if found:
        raise KgError(f"{name} may be {', '.join(sorted(entity.id for entity in found))}; give one of these")
    near = difflib.get_close_matches(name, [n for e in known for n in (e.label, *e.aliases)], n=3, cutoff=0.6)
    hint = f"; meinten Sie {' oder '.join(near)}?" if near else ""
    raise KgError(f"nothing in the graph is called {name}{hint}")


def entities_called(name: str, entities: Iterable[Entity]) -> list[Entity]:
    """Return the entities with a name, else the persons whose name ends so, else whatever ends so.

    Where none is spelled like that, accents do not matter: Orban.
    """
    known = tuple(entities)
    for plain in (str.casefold, _without_accents):
        wanted = plain(name)
        exact = [e for e in known if wanted in map(plain, e.names)]
        ending = [e for e in known if plain(e.label).split()[-1:] == [wanted]]
        found = exact or [e for e in ending if e.type == "Person"] or ending
        if found:
            return found
    return []


def _without_accents(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def card(
    entity: Entity,
    claims: Iterable[Claim],
    sources: Mapping[str, Source],
    vocabulary: Vocabulary,
    inferred: Iterable[Claim] = (),
    remarks: Mapping[str, Iterable[str]] | None = None,
) -> Iterator[str]:
    """Yield the lines of an entity's card; a claim in which it is only named stands under its own predicate too.

    `remarks` are lines by claim id that stand below the claim's evidence.
    """
    yield f"{entity.label} ({entity.type})"
    if entity.aliases:
        yield f"  auch: {', '.join(entity.aliases)}"
    if entity.wikidata:
        yield f"  Wikidata: https://www.wikidata.org/wiki/{entity.wikidata}"
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.predicate].append(claim)
    for name in sorted(grouped):
        yield ""
        yield f"{predicate_label(name, vocabulary, 'de')}:"
        for claim in grouped[name]:
            yield from _lines(claim, sources, vocabulary)
            yield from (f"      {remark}" for remark in (remarks or {}).get(claim.id, ()))
    yield from _inferred_lines(tuple(inferred), sources, vocabulary)


def _lines(claim: Claim, sources: Mapping[str, Source], vocabulary: Vocabulary) -> Iterator[str]:
    yield f"  {told(claim, vocabulary)}"
    yield from (f"      {line}" for line in evidence_lines(claim, sources))


def _inferred_lines(
    inferred: tuple[Claim, ...], sources: Mapping[str, Source], vocabulary: Vocabulary
) -> Iterator[str]:
    if inferred:
        yield ""
        yield "abgeleitet (steht so in keiner Quelle):"
    for claim in inferred:
        yield f"  {statement(claim, vocabulary)} [{TRAITS[claim.rule]}]"
        for premise in claim.premises:
            yield f"      abgeleitet aus {statement(premise, vocabulary)}"
            yield from (f"          {line}" for line in evidence_lines(premise, sources))
