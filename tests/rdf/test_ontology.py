import csv
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.errors import FaultyInput
from kg.rdf.namespaces import BN, VOCABULARIES
from kg.rdf.ontology import load_vocabulary
from kg.rdf.turtle import LocatedTriple, read_turtle

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"
TERMS, THEMES, VALENCE = (ONTOLOGY / f"{name}.ttl" for name in ("terms", "themes", "valence"))
SPECIFICATION = ROOT.parent / "shared" / "spec" / "vocabulary.csv"
DATA = Path(__file__).parent / "data" / "ontology"

VOCABULARY = load_vocabulary(ONTOLOGY)
# Qualifiers of a claim as the claim records name them, which other programs read.
DIRECTIONS = {"an", "von", "mit", "gegen", "in", "wen", "ueber", "ziel"}
QUALIFIERS = DIRECTIONS | {"amt", "thema", "herkunft", "vorwurf", "strafe"}

# The specification's own definition ("place, facility or event inside a place") is wider than its domain Ort; with the
# narrow one a reasoner would make places of events. What prevents something is as often a circumstance as somebody,
# as what causes it (a strike, a sanction); annotated articles have both.
WIDER_DOMAINS = {"liegtIn": "Ding", "verhindert": "Ding"}


def specification() -> list[dict[str, str]]:
    if not SPECIFICATION.exists():
        pytest.skip("../shared/spec/vocabulary.csv is not there to compare with")
    with SPECIFICATION.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def triples(path: Path) -> list[LocatedTriple]:
    return list(read_turtle(path))


def test_predicates_are_those_of_the_specification() -> None:
    assert sorted(VOCABULARY.predicates) == sorted(row["predicate"] for row in specification())


def test_predicates_agree_with_the_specification() -> None:
    for row in specification():
        predicate = VOCABULARY.predicates[row["predicate"]]
        domain = WIDER_DOMAINS.get(row["predicate"], row["domain"])
        assert (predicate.domain, predicate.range, predicate.kind) == (domain, row["range"], row["kind"])
        assert (predicate.label_de, predicate.label_en) == (row["label_de"], row["label_en"])
        assert predicate.plover == (row["plover"] or None)
        traits = row["traits"].split()
        assert predicate.symmetric == any(trait.startswith("symmetric") for trait in traits)
        assert predicate.transitive == ("transitive" in traits)
        assert (predicate.inverse is None) == ("inverse" not in traits)
        assert set(traits) & QUALIFIERS <= set(predicate.qualifiers)


def test_wikidata_properties_agree_with_the_specification() -> None:
    close = rdflib.Graph().parse(TERMS).subject_objects(rdflib.SKOS.closeMatch)
    aligned = {(subject.removeprefix(BN), match) for subject, match in close}
    for row in specification():
        if row["wikidata"]:
            assert (row["predicate"], rdflib.URIRef(VOCABULARIES["wdt"] + row["wikidata"])) in aligned


@pytest.mark.parametrize("path", sorted(ONTOLOGY.glob("*.ttl")), ids=lambda path: path.name)
def test_every_own_term_has_labels_and_says_what_it_means(path: Path) -> None:
    graph = rdflib.Graph().parse(path)
    self_evident = {rdflib.URIRef(BN + name) for name in ("Polarity", "Modality", "Kind", "Stance")}
    for term in {term for term in graph.subjects(rdflib.RDF.type) if term.startswith(BN)}:
        name = term.removeprefix(BN)
        assert {label.language for label in graph.objects(term, rdflib.RDFS.label)} == {"de", "en"}, name
        definitions = [text.language for text in graph.objects(term, rdflib.SKOS.definition)]
        if not self_evident & set(graph.objects(term, rdflib.RDF.type)):
            assert sorted(definitions) == ["de", "en"], name


def test_definitions_are_never_the_same() -> None:
    definitions = [str(text) for text in rdflib.Graph().parse(TERMS).objects(predicate=rdflib.SKOS.definition)]
    assert len(definitions) == len(set(definitions))


@pytest.mark.parametrize("path", [TERMS, THEMES], ids=lambda path: path.name)
def test_every_reader_finds_the_same_triples_and_no_blank_node(path: Path) -> None:
    found = triples(path)
    assert not any(isinstance(term, BlankNode) for item in found for term in (item.triple.subject, item.triple.object))
    assert len(rdflib.Graph().parse(path)) == len(found)
    rapper = shutil.which("rapper")
    if rapper is None:
        pytest.skip("rapper (raptor2-utils) is not installed")
    told = subprocess.run([rapper, "-i", "turtle", "-c", str(path)], capture_output=True, encoding="utf-8", check=True)
    assert f"returned {len(found)} triples" in told.stderr


def test_ranges_are_classes_and_inverses_point_back() -> None:
    for predicate in VOCABULARY.predicates.values():
        assert VOCABULARY.is_a(predicate.domain, "Ding")
        assert VOCABULARY.is_a(predicate.range, "Ding")
        assert set(predicate.qualifiers) <= QUALIFIERS
        if predicate.symmetric:
            assert predicate.domain == predicate.range, predicate.name
    inverses = set(rdflib.Graph().parse(TERMS).subject_objects(rdflib.OWL.inverseOf))
    assert inverses == {(second, first) for first, second in inverses}


def test_what_rules_out_another_is_ruled_out_by_it() -> None:
    for predicate in VOCABULARY.predicates.values():
        assert all(predicate.name in VOCABULARY.predicates[other].contraries for other in predicate.contraries)


def test_valence_is_said_of_predicates() -> None:
    marks = ("contrary", "stance", "exclusive")
    graph = rdflib.Graph().parse(VALENCE)
    marked = {subject.removeprefix(BN) for mark in marks for subject in graph.subjects(rdflib.URIRef(BN + mark))}
    assert marked <= VOCABULARY.predicates.keys()
    kritisiert, hauptstadt = (VOCABULARY.predicates[name] for name in ("kritisiert", "hauptstadtVon"))
    assert (kritisiert.stance, hauptstadt.stance) == (-1, 0)
    assert (kritisiert.exclusive, hauptstadt.exclusive) == (False, True)


def test_subproperties_keep_domain_and_range() -> None:
    pairs = rdflib.Graph().parse(TERMS).subject_objects(rdflib.RDFS.subPropertyOf)
    for below, above in pairs:
        narrow, wide = (VOCABULARY.predicates[term.removeprefix(BN)] for term in (below, above))
        assert VOCABULARY.is_a(narrow.domain, wide.domain)
        assert VOCABULARY.is_a(narrow.range, wide.range)


@pytest.mark.parametrize(
    ("name", "ancestor", "expected"),
    [
        ("Staat", "Akteur", True),
        ("Staat", "Ort", True),
        ("Ort", "Akteur", False),
        ("Medium", "Akteur", True),
        ("Abkommen", "Thema", True),
        ("Thema", "Abkommen", False),
        ("Thema", "Thema", True),
    ],
)
def test_class_tree(name: str, ancestor: str, expected: bool) -> None:
    assert VOCABULARY.is_a(name, ancestor) is expected


def test_themes_form_one_tree() -> None:
    graph = rdflib.Graph().parse(THEMES)
    tops = set(graph.subjects(rdflib.SKOS.topConceptOf))
    for concept in graph.subjects(rdflib.RDF.type, rdflib.SKOS.Concept):
        above = list(graph.transitive_objects(concept, rdflib.SKOS.broader))
        assert above[-1] in tops, concept
    assert len(VOCABULARY.themes) >= 120


@pytest.mark.parametrize("row", (DATA / "phrases.csv").read_text(encoding="utf-8").splitlines()[1:])
def test_phrases_mean_their_theme_and_no_other(row: str) -> None:
    phrase, _, expected = row.partition(";")
    found = {
        theme.label
        for theme in VOCABULARY.themes
        if any(re.search(pattern, phrase, re.IGNORECASE) for pattern in theme.patterns)
    }
    assert found == ({expected} if expected else set())


@pytest.mark.parametrize("path", sorted(DATA.glob("*.ttl")), ids=lambda path: path.stem)
def test_faults_have_file_and_line(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "terms.ttl")
    with pytest.raises(FaultyInput) as caught:
        load_vocabulary(tmp_path)
    expected = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert [str(fault).removeprefix(f"{tmp_path / 'terms.ttl'}:") for fault in caught.value.faults] == expected


def test_folder_without_predicates_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput, match="defines no predicate"):
        load_vocabulary(tmp_path)


def test_shapes_and_blank_nodes_are_no_vocabulary(tmp_path: Path) -> None:
    for path in (TERMS, VALENCE):
        shutil.copy(path, tmp_path / path.name)
    (tmp_path / "shapes.ttl").write_text("no Turtle", encoding="utf-8")
    (tmp_path / "more.ttl").write_text("[] <http://www.w3.org/2000/01/rdf-schema#label> 'x' .", encoding="utf-8")
    assert load_vocabulary(tmp_path).predicates == VOCABULARY.predicates


def test_a_workspace_adds_predicates_in_a_file_of_its_own(tmp_path: Path) -> None:
    shutil.copy(TERMS, tmp_path / "terms.ttl")
    shutil.copy(DATA / "own" / "verein.ttl", tmp_path / "verein.ttl")
    own = load_vocabulary(tmp_path).predicates["beitragAn"]
    assert (own.label_de, own.kind, own.domain, own.range) == ("zahlt Beitrag an", "measure", "Person", "Verein")


def test_lines_are_those_of_the_file() -> None:
    lines = TERMS.read_text(encoding="utf-8").splitlines()
    for item in triples(TERMS):
        value = item.triple.object
        shown = value.value if isinstance(value, Literal) else re.split(r"[/#]", value.value)[-1]
        assert isinstance(value, Literal | NamedNode)
        assert shown in lines[item.line - 1]
