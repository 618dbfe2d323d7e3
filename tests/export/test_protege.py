"""What an OWL editor needs to open the export: a header, nothing to fetch, every class and predicate declared."""

from pathlib import Path

from newsroom_claims import CLAIMS
from rdflib import OWL, RDF, Graph, URIRef
from sample_graph import BASE

from kg.export.formats import export
from kg.rdf.namespaces import BN
from kg.rdf.ontology_graph import ontology_quads
from kg.rdf.quads import claim_quads, entity_quads, fact_quads

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"


def opened() -> Graph:
    entities = {who.entity for claim in CLAIMS for who in (claim.subject, claim.object)}
    quads = [
        *ontology_quads(ONTOLOGY, BASE),
        *(quad for claim in CLAIMS for quad in claim_quads(claim, BASE)),
        *(quad for entity in entities for quad in entity_quads(entity, BASE)),
        *fact_quads(CLAIMS, BASE),
    ]
    return Graph().parse(data=export(quads, "ttl", BASE), format="turtle")


def declared(graph: Graph, *kinds: URIRef) -> set[URIRef]:
    return {node for kind in kinds for node in graph.subjects(RDF.type, kind)}


def test_the_ontology_has_a_header_and_imports_nothing() -> None:
    graph = opened()
    assert list(graph.subjects(RDF.type, OWL.Ontology))
    assert not list(graph.subject_objects(OWL.imports))


def test_every_predicate_and_class_of_ours_is_declared() -> None:
    graph = opened()
    properties = declared(graph, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    used = {node for node in graph.predicates() if node.startswith(BN)}
    assert used - properties == set()
    classes = {node for node in graph.objects(None, RDF.type) if node.startswith(BN)}
    assert classes - declared(graph, OWL.Class) == set()


def test_no_property_is_of_objects_and_of_data() -> None:
    graph = opened()
    assert not declared(graph, OWL.ObjectProperty) & declared(graph, OWL.DatatypeProperty)
