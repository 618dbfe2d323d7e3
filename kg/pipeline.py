"""The stages in their order; every decision is made in the stage itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from kg.annotate.layers import annotate
from kg.annotate.names.gazetteer import Gazetteer, build_gazetteer
from kg.claim.claims import make_claims
from kg.claim.entities import entities_of
from kg.claim.examples import check_counterexample, check_example
from kg.claim.precision import Precision, load_precision
from kg.curate.load import DECISIONS, ENTITIES, Curated
from kg.curate.merges import merge_entities
from kg.curate.names import Names
from kg.curate.review import Reviewed, apply_decisions
from kg.errors import Fault, FaultyInput, KgError
from kg.export.files import write_exports
from kg.export.formats import export
from kg.infer.closure import inferred_quads
from kg.match.load import load_rules
from kg.match.matcher import find_matches
from kg.match.rules import Rule, RuleSet
from kg.match.scene import build_scene
from kg.model.claim import Claim
from kg.model.entity import Entity
from kg.model.reading import Annotations
from kg.model.text import Document, Source, source_of
from kg.model.vocabulary import Vocabulary
from kg.rdf.curated import load_curated
from kg.rdf.inferences import inferences_from, telling
from kg.rdf.namespaces import Base
from kg.rdf.ontology import load_vocabulary
from kg.rdf.ontology_graph import ontology_quads
from kg.rdf.quads import claim_quads, document_quads, entity_quads, fact_claims, fact_quads
from kg.rdf.reviews import review_quads
from kg.rdf.rules import rule_quads
from kg.read.files import read_paths
from kg.store.build import build_store
from kg.store.generations import current_generation
from kg.store.open import open_store
from kg.validate.checks import validate
from kg.validate.findings import TABLES, Finding, finding_of, in_order
from kg.validate.places import curated_places, entity_places
from kg.validate.severities import OFF, SHAPES, read_severities
from kg.validate.shapes import validate_shapes
from kg.view.page import build_page
from kg.workspace import Workspace

__all__ = [
    "Built",
    "Extraction",
    "Resources",
    "build",
    "check_graph",
    "check_rule",
    "extract",
    "extract_paths",
    "extraction_quads",
    "graph_quads",
    "load_resources",
    "read",
    "review",
]

EXAMPLE_DATE = "2024-05-15"
"""Examples of rules are read as if they had been published on this day, a Wednesday."""


@dataclass(frozen=True, slots=True)
class Resources:
    """What a workspace knows before it reads: vocabulary, curated tables, names, rules and their measured precision."""

    vocabulary: Vocabulary
    curated: Curated
    gazetteer: Gazetteer
    rules: RuleSet
    precision: Precision
    parser: str


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: counts, the files written, what could not be read, and decisions that fit nothing."""

    documents: int
    claims: int
    exports: tuple[Path, ...]
    failures: tuple[KgError, ...]
    unfit: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document, what reading made of it, and its claims."""

    annotations: Annotations
    claims: tuple[Claim, ...]

    @property
    def document(self) -> Document:
        """The document that was read."""
        return self.annotations.document


def load_resources(workspace: Workspace, *, keep_going: bool = False) -> Resources:
    """Load ontology, tables and rules; raise FaultyInput for faults, of tables only unless `keep_going`."""
    vocabulary = load_vocabulary(workspace.ontology)
    curated = load_curated(workspace.seeds / "curated", vocabulary=vocabulary, keep_going=keep_going)
    rules = workspace.ontology / "rules"
    return Resources(
        vocabulary=vocabulary,
        curated=curated,
        gazetteer=build_gazetteer(curated.knowledge),
        rules=load_rules(rules, vocabulary=vocabulary),
        precision=load_precision(rules),
        parser=workspace.settings.parser,
    )


def read(document: Document, resources: Resources) -> Annotations:
    """Lay all layers over a document."""
    return annotate(document, gazetteer=resources.gazetteer, parser=resources.parser)


def extract(document: Document, resources: Resources) -> Extraction:
    """Read a document and make its claims, with the entities merged that a person merged."""
    annotations = read(document, resources)
    scene = build_scene(annotations, resources.vocabulary)
    claims = make_claims(scene, find_matches(scene, resources.rules), resources.precision)
    return Extraction(annotations, merge_entities(claims, resources.curated.merges, resources.vocabulary))


def extract_paths(paths: Iterable[Path], resources: Resources) -> Iterator[Extraction | KgError]:
    """Yield the extraction of every document, and in place of an unreadable file the error that names it."""
    for found in read_paths(paths):
        yield found if isinstance(found, KgError) else extract(found, resources)


def extraction_quads(extraction: Extraction, base: Base) -> list[Quad]:
    """Return the graph of one document: its origin, its claims and the entities in them."""
    return [
        *document_quads(extraction.document, base),
        *(quad for claim in extraction.claims for quad in claim_quads(claim, base)),
        *(quad for entity in entities_of(extraction.claims) for quad in entity_quads(entity, base)),
    ]


def build(workspace: Workspace, *, keep_going: bool = False, tell: Callable[[str], None] = lambda _: None) -> Built:
    """Read everything a workspace holds into its graph and write the exports; `tell` hears of every document."""
    resources, base = load_resources(workspace, keep_going=keep_going), Base(workspace.settings.base)
    extractions, failures = _extract_all(workspace, resources, tell)
    reviewed = review((claim for extraction in extractions for claim in extraction.claims), resources)
    failures += [FaultyInput(reviewed.faults)] if reviewed.faults else []
    claims = (*resources.curated.claims, *reviewed.claims)
    entities = entities_of(claims, resources.curated.entities)
    documents = tuple(extraction.document for extraction in extractions)
    quads = [
        *graph_quads(workspace, resources.curated.sources, documents, claims, entities),
        *rule_quads(resources.rules.rules, base),
        *review_quads(reviewed, DECISIONS, base),
    ]
    build_store(workspace.store, quads)
    page = _page(workspace, resources, documents, claims, entities, quads)
    exports = write_exports(workspace.exports, {"graph.ttl": export(quads, "ttl", base), "graph.html": page})
    return Built(len(documents), len(claims), exports, tuple(failures), reviewed.unfit)


def _extract_all(
    workspace: Workspace, resources: Resources, tell: Callable[[str], None]
) -> tuple[list[Extraction], list[KgError]]:
    """Return what the workspace's articles say, and what of them and of its tables cannot be read."""
    failures: list[KgError] = [FaultyInput(resources.curated.faults)] if resources.curated.faults else []
    extractions: list[Extraction] = []
    for found in extract_paths(workspace.articles, resources):
        if isinstance(found, KgError):
            failures.append(found)
        else:
            extractions.append(found)
            tell(found.document.id)
    return extractions, failures


def _page(
    workspace: Workspace,
    resources: Resources,
    documents: Iterable[Document],
    claims: Sequence[Claim],
    entities: Sequence[Entity],
    quads: Iterable[Quad],
) -> bytes:
    """Return the network page of a graph, with what its rules conclude."""
    base = Base(workspace.settings.base)
    known = {entity.id: entity for entity in entities}
    concluded = (quad for quad in quads if quad.graph_name == base.graph("inferred"))
    inferred = inferences_from(concluded, claims, known, base)
    page = build_page(
        (*claims, *telling(inferred, resources.vocabulary)),
        sources={source.id: source for source in (*resources.curated.sources, *map(source_of, documents))},
        entities=known,
        vocabulary=resources.vocabulary,
        lang=workspace.settings.language,
    )
    return page.encode("utf-8")


def review(claims: Iterable[Claim], resources: Resources) -> Reviewed:
    """Apply the workspace's decisions to what was read; a correction may name whoever the tables or the texts know."""
    read = tuple(claims)
    names = Names.of(entities_of(read, resources.curated.entities), themes=resources.vocabulary.themes)
    return apply_decisions(read, resources.curated.decisions, names=names, vocabulary=resources.vocabulary)


def graph_quads(
    workspace: Workspace,
    curated: Iterable[Source],
    documents: Iterable[Document],
    claims: tuple[Claim, ...],
    entities: Iterable[Entity],
) -> list[Quad]:
    """Return the whole graph: ontology, sources, claims, entities, facts and what follows from them."""
    base = Base(workspace.settings.base)
    ontology = ontology_quads(workspace.ontology, base)
    return [
        *ontology,
        *(quad for source in curated for quad in document_quads(source, base, curated=True)),
        *(quad for document in documents for quad in document_quads(document, base)),
        *(quad for claim in claims for quad in claim_quads(claim, base)),
        *(quad for entity in entities for quad in entity_quads(entity, base)),
        *fact_quads(claims, base),
        *inferred_quads(fact_claims(claims, base), ontology, base),
    ]


def check_graph(workspace: Workspace) -> tuple[Finding, ...]:
    """Check tables, rules (FaultyInput for their faults) and the built graph by the workspace's checks and shapes."""
    checks, folder = workspace.ontology / "checks", workspace.seeds / "curated"
    severities = read_severities(checks)
    curated = load_resources(workspace, keep_going=True).curated
    faults = [finding_of(fault, severities[TABLES]) for fault in curated.faults if severities[TABLES] != OFF]
    if faults and current_generation(workspace.store) is None:
        return in_order(faults)  # who corrects tables before the first build sees all of them
    store, base = open_store(workspace.store), Base(workspace.settings.base)
    files = {source.id: folder / source.title for source in curated.sources}
    places = curated_places(store, files, base) | entity_places(folder / ENTITIES, base)
    shapes = workspace.ontology / "shapes.ttl"
    found = [
        *faults,
        *validate(store, checks, base=base, severities=severities, places=places),
        *(validate_shapes(store, shapes, severities[SHAPES], places=places) if severities[SHAPES] != OFF else ()),
    ]
    return in_order(found)


def check_rule(rule: Rule, resources: Resources) -> list[str]:
    """Return a line for each example or counterexample that a rule fails."""
    symmetric = resources.vocabulary.predicates[rule.predicate].symmetric
    problems = []
    for example in rule.examples:
        problems += check_example(rule, example, _example_claims(example.text, resources), symmetric=symmetric)
    for text in rule.counterexamples:
        problems += check_counterexample(rule, text, _example_claims(text, resources))
    return problems


def _example_claims(text: str, resources: Resources) -> tuple[Claim, ...]:
    return extract(Document("example", Path("example.txt"), text, published=EXAMPLE_DATE), resources).claims
