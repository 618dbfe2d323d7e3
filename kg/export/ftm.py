"""FollowTheMoney entities as JSON lines, for Aleph and its relatives.

A fact becomes an edge with its sentences and articles. What is denied, planned, possible, demanded or only said never
becomes one: it is a note at the entities that it is about, and so is a fact about a topic, for which the model has
no entity. A claim of which neither end is an entity there is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import KgError
from kg.export.wording import statement, time
from kg.lists import rows_of
from kg.model.claim import Claim, Evidence
from kg.model.entity import Entity
from kg.model.identity import content_hash
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.view.records import circumstances, predicate_label, web_address

if TYPE_CHECKING:
    from followthemoney import EntityProxy
    from followthemoney.model import Model

__all__ = ["ftm"]

_DATA: Final = Path(__file__).resolve().parent / "data"
_OFFICE: Final = "amtstraegerVon"
_TITLE: Final = "amt"
_OWNED: Final = "eigentumVon"
_ANY_LINK: Final = ("UnknownLink", "subject", "object")
Values = dict[str, str | list[str] | None]


def ftm(claims: Sequence[Claim], *, sources: Mapping[str, Source], vocabulary: Vocabulary) -> Iterator[str]:
    """Return the lines: what a claim is about when it is first met, then the claim; KgError without the library."""
    _model()
    companies = {claim.subject.entity.id for claim in claims if claim.predicate == _OWNED and claim.is_fact}
    writer = _Writer(sources, vocabulary, companies)
    return (line for claim in claims for line in writer.lines(claim))


@dataclass(slots=True)
class _Writer:
    """Writes claims and remembers what has been written; `companies` are the organisations that somebody owns."""

    sources: Mapping[str, Source]
    vocabulary: Vocabulary
    companies: set[str]
    written: set[str] = field(default_factory=set)

    def lines(self, claim: Claim) -> Iterator[str]:
        entities = [entity for entity in (claim.subject.entity, claim.object.entity) if self.schema(entity)]
        if not entities:
            return
        for evidence in claim.evidence:
            yield from self.document(evidence)
        for entity in entities:
            yield from self.entity(entity, claim)
        if len(entities) < 2 or not claim.is_fact:
            yield from self.note(claim, entities)
        elif title := self.office(claim):
            yield from self.occupancy(claim, title)
        else:
            yield from self.link(claim)

    def schema(self, entity: Entity) -> str | None:
        """Return the schema of an entity's class or of the nearest above it that has one."""
        schema = _schema(entity.type, self.vocabulary)
        return "Company" if schema == "Organization" and entity.id in self.companies else schema

    def document(self, evidence: Evidence) -> Iterator[str]:
        source = self.sources.get(evidence.document, Source(evidence.document, evidence.document))
        values: Values = {"fileName": source.id, "title": source.title, "publishedAt": source.published}
        values |= {"publisher": source.publisher, "sourceUrl": web_address(source.url or "")}
        yield from self.line("Document" if evidence.line else "Article", _id("document", source.id), values)

    def entity(self, entity: Entity, claim: Claim) -> Iterator[str]:
        schema = self.schema(entity) or ""
        values: Values = {"name": entity.label, "alias": list(entity.aliases), "wikidataId": entity.wikidata}
        values |= {"full": entity.label, "description": entity.description}
        values["country"] = entity.label if schema == "PublicBody" else None
        node = _id("entity", entity.id)
        yield from self.line(schema, node, values)
        for document in dict.fromkeys(evidence.document for evidence in claim.evidence if not evidence.line):
            mention: Values = {"document": _id("document", document), "entity": node, "role": "genannt"}
            yield from self.line("Documentation", _id("documentation", document, entity.id), mention)

    def note(self, claim: Claim, entities: Iterable[Entity]) -> Iterator[str]:
        about = [_id("entity", entity.id) for entity in entities]
        yield from self.line("Note", _id("note", claim.id), self.shown(claim) | {"entity": about})

    def office(self, claim: Claim) -> str | None:
        """Return the title of the office that a claim says a person holds, None for other claims."""
        if claim.predicate != _OFFICE or self.schema(claim.subject.entity) != "Person":
            return None
        return next((who.entity.label for name, who in claim.qualifiers if name == _TITLE), None)

    def occupancy(self, claim: Claim, title: str) -> Iterator[str]:
        body = claim.object.entity
        post = _id("position", title, body.id)
        values: Values = {"name": f"{title} ({body.label})"}
        if self.fits(body, "Position", "organization"):
            values["organization"] = _id("entity", body.id)
        yield from self.line("Position", post, values)
        ends: Values = {"holder": _id("entity", claim.subject.entity.id), "post": post}
        yield from self.line("Occupancy", _id("claim", claim.id), self.shown(claim) | ends)

    def link(self, claim: Claim) -> Iterator[str]:
        schema, first, second = _links().get(claim.predicate, _ANY_LINK)
        subject, thing = claim.subject.entity, claim.object.entity
        if not (self.fits(subject, schema, first) and self.fits(thing, schema, second)):
            schema, first, second = _ANY_LINK
        ends: Values = {first: _id("entity", subject.id), second: _id("entity", thing.id)}
        role: Values = {"role": predicate_label(claim.predicate, self.vocabulary, "de")}
        yield from self.line(schema, _id("claim", claim.id), self.shown(claim) | ends | role)

    def fits(self, entity: Entity, schema: str, name: str) -> bool:
        """Tell whether an entity may stand under a property of a schema."""
        model = _model()
        own, edge = model.get(self.schema(entity) or ""), model.get(schema)
        wanted = edge.get(name) if edge else None
        return own is not None and wanted is not None and wanted.range is not None and own.is_a(wanted.range)

    def shown(self, claim: Claim) -> Values:
        """Return what a claim says, when, and what shows it."""
        source = self.sources.get(claim.document)
        details = "; ".join(filter(None, (*circumstances(claim, "de"), time(claim))))
        values: Values = {"recordId": claim.id, "summary": [e.sentence for e in claim.evidence if e.sentence]}
        values["description"] = statement(claim, self.vocabulary) + (f" ({details})" if details else "")
        values["proof"] = [_id("document", evidence.document) for evidence in claim.evidence]
        if source:
            values |= {"publisher": source.publisher, "sourceUrl": web_address(source.url or "")}
        return values | _dates(claim)

    def line(self, schema: str, identifier: str, values: Values) -> Iterator[str]:
        """Yield the entity with those of the values that its schema has, unless it is written already."""
        if identifier in self.written:
            return
        self.written.add(identifier)
        proxy = _model().make_entity(schema)
        proxy.id = identifier
        for name, value in values.items():
            if name in proxy.schema.properties and value:
                proxy.add(name, value)
        yield _checked(proxy)


def _checked(proxy: EntityProxy) -> str:
    """Return a valid entity as a line, its values in order; raise KgError for one that the library refuses."""
    from followthemoney.exc import InvalidData

    record: Any = proxy.to_dict()
    record["properties"] = {name: sorted(values) for name, values in record["properties"].items()}
    try:
        # With an empty list for what is required but missing, because the library looks only at what is there.
        missing: Any = {name: [] for name in proxy.schema.required}
        proxy.schema.validate(record | {"properties": missing | record["properties"]})
    except InvalidData as error:
        raise KgError(f"FollowTheMoney refuses {proxy.schema.name} {proxy.caption}: {error.errors}") from error
    return json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n"


def _dates(claim: Claim) -> Values:
    if claim.when is None:
        return {}
    start, interval, end = claim.when.value.replace("~", "").partition("/")
    return {"startDate": start.strip("."), "endDate": end.strip(".")} if interval else {"date": start}


def _id(kind: str, *parts: str) -> str:
    # FollowTheMoney takes ASCII letters, digits, `-`, `_` and `.` only, which slugs are not.
    return f"bn-{content_hash(kind, *parts)}"


def _schema(class_name: str, vocabulary: Vocabulary) -> str | None:
    above = (_schema(parent, vocabulary) for parent in vocabulary.classes.get(class_name, ()))
    return _schemata().get(class_name) or next(filter(None, above), None)


@cache
def _model() -> Model:
    try:
        from followthemoney import model
    except ModuleNotFoundError as error:
        raise KgError('ftm needs followthemoney: pip install "belegnetz[ftm]"') from error
    return model


@cache
def _schemata() -> dict[str, str]:
    return {row["class"]: row["schema"] for row in rows_of(_DATA / "ftm_classes.csv")}


@cache
def _links() -> dict[str, tuple[str, str, str]]:
    return {
        row["predicate"]: (row["schema"], row["subject"], row["object"]) for row in rows_of(_DATA / "ftm_links.csv")
    }
