"""The stages in their order; every decision is made in the stage itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.annotate.gazetteer import Gazetteer, build_gazetteer
from kg.annotate.layers import annotate
from kg.claim.claims import make_claims
from kg.claim.examples import check_counterexample, check_example
from kg.claim.precision import load_precision
from kg.curate.load import Curated
from kg.errors import KgError
from kg.match.load import load_rules
from kg.match.matcher import find_matches
from kg.match.rules import Rule, RuleSet
from kg.model.claim import Claim
from kg.model.reading import Annotations
from kg.model.text import Document
from kg.model.vocabulary import Vocabulary
from kg.rdf.curated import load_curated
from kg.rdf.ontology import load_vocabulary
from kg.read.files import read_paths
from kg.workspace import Workspace

__all__ = ["Extraction", "Resources", "check_rule", "extract", "extract_paths", "load_resources", "read"]

EXAMPLE_DATE = "2024-05-15"
"""Examples of rules are read as if they had been published on this day, a Wednesday."""


@dataclass(frozen=True, slots=True)
class Resources:
    """What a workspace knows before it reads: vocabulary, curated tables, names, rules and their measured precision."""

    vocabulary: Vocabulary
    curated: Curated
    gazetteer: Gazetteer
    rules: RuleSet
    precision: dict[str, float]
    parser: str


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
    return annotate(
        document, gazetteer=resources.gazetteer, knowledge=resources.curated.knowledge, parser=resources.parser
    )


def extract(document: Document, resources: Resources) -> Extraction:
    """Read a document and make its claims."""
    annotations = read(document, resources)
    matches = find_matches(annotations, resources.rules, resources.vocabulary)
    return Extraction(annotations, make_claims(annotations, matches, resources.vocabulary, resources.precision))


def extract_paths(paths: Iterable[Path], resources: Resources) -> Iterator[Extraction | KgError]:
    """Yield the extraction of every document, and in place of an unreadable file the error that names it."""
    for found in read_paths(paths):
        yield found if isinstance(found, KgError) else extract(found, resources)


def extraction_quads(extraction: Extraction, base: Base) -> list[Quad]:
    """Return the graph of one document: its origin, its claims and the entities in them."""
    quads = document_quads(extraction.document, base)
    quads += [quad for claim in extraction.claims for quad in claim_quads(claim, base)]
    quads += [quad for entity in entities_of(extraction.claims) for quad in entity_quads(entity, base)]
    return quads


def build(workspace: Workspace, *, keep_going: bool = False, tell: Callable[[str], None] = lambda _: None) -> Built:
    """Read everything a workspace holds into its graph and write the exports; `tell` hears of every document."""
    base = Base(workspace.settings.base)
    resources = load_resources(workspace, keep_going=keep_going)
    failures: list[KgError] = [FaultyInput(resources.curated.faults)] if resources.curated.faults else []
    extractions: list[Extraction] = []
    for found in extract_paths(workspace.articles, resources):
        if isinstance(found, KgError):
            failures.append(found)
        else:
            extractions.append(found)
            tell(found.document.id)
    claims = (*resources.curated.claims, *(claim for extraction in extractions for claim in extraction.claims))
    build_store(workspace.store, _quads(workspace, resources, extractions, claims, base))
    return Built(len(extractions), len(claims), tuple(failures))


def _quads(
    workspace: Workspace,
    resources: Resources,
    extractions: Iterable[Extraction],
    claims: tuple[Claim, ...],
    base: Base,
) -> Iterator[Quad]:
    yield from ontology_quads(workspace.ontology, base)
    for source in resources.curated.sources:
        yield from document_quads(source, base, curated=True)
    for document in (extraction.document for extraction in extractions):
        yield from document_quads(document, base)
    for claim in claims:
        yield from claim_quads(claim, base)
    for entity in entities_of(claims, resources.curated.entities):
        yield from entity_quads(entity, base)
    facts = fact_quads(claims, base)
    yield from facts
    yield from inferred_quads(facts, resources.vocabulary, base)


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
