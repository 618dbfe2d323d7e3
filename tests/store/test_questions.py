from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode
from sample_graph import BASE, DAY, KASACHSTAN, MESSE, ONE, RUSSLAND, TOKAJEW, TWO, Article, claim, graph_of

from kg.errors import FaultyInput, QueryError
from kg.infer.closure import inferred_quads
from kg.model.claim import Participant, When
from kg.model.entity import Entity
from kg.model.reading import Quantity
from kg.rdf.namespaces import bn
from kg.rdf.ontology_graph import ontology_quads
from kg.rdf.quads import entity_quads, fact_claims
from kg.store.build import build_store
from kg.store.open import open_store
from kg.store.query import run_query
from kg.store.questions import Question, meanings, read_questions, with_value

ONTOLOGY = Path(__file__).parents[2] / "ontology"
QUESTIONS = {question.name: question for question in read_questions(ONTOLOGY / "queries")}

AUSNAHME = Entity("Sanktionsausnahme", "Sanktionsausnahme", "Thema")
PRAESIDENT = Entity("Präsident", "Präsident", "Thema")
OVKS = Entity("OVKS", "OVKS", "Organisation")
OFFICE = (("amt", Participant(PRAESIDENT)),)
TERM = When("2019-03-20/", date(2019, 3, 20), date(9999, 12, 31))
AMOUNT = Quantity(3, 20, 28e9, "USD", "~", "28 Milliarden Dollar")
THREE = Article(
    "three",
    (
        claim("three", TOKAJEW, "fordert", AUSNAHME, when=DAY, qualifiers=(("von", Participant(RUSSLAND)),)),
        claim("three", TOKAJEW, "amtstraegerVon", KASACHSTAN, when=TERM, qualifiers=OFFICE),
        claim("three", RUSSLAND, "handelsvolumen", KASACHSTAN, quantity=AMOUNT, speaker=Participant(TOKAJEW)),
        claim("three", KASACHSTAN, "handelspartner", RUSSLAND),
        claim("three", KASACHSTAN, "mitgliedVon", OVKS),
        claim("three", RUSSLAND, "mitgliedVon", OVKS),
        claim("three", RUSSLAND, "besucht", KASACHSTAN, modality="planned"),
        claim("three", RUSSLAND, "lobt", KASACHSTAN, speaker=Participant(TOKAJEW)),
    ),
)
GETREIDE = Entity("Getreide", "Getreide", "Thema")
SHARE = Quantity(3, 13, 70, "%", ">", "70 Prozent")
FOUR = Article(
    "four",
    (
        claim("four", TOKAJEW, "sprichtMit", RUSSLAND, qualifiers=(("thema", Participant(GETREIDE)),)),
        claim("four", KASACHSTAN, "abhaengigVon", RUSSLAND, qualifiers=(("thema", Participant(GETREIDE)),)),
        claim(
            "four", KASACHSTAN, "exportiert", GETREIDE, quantity=SHARE, qualifiers=(("ueber", Participant(RUSSLAND)),)
        ),
        claim("four", RUSSLAND, "verbietet", GETREIDE, qualifiers=(("gegen", Participant(KASACHSTAN)),)),
        claim("four", RUSSLAND, "drohtMit", AUSNAHME, qualifiers=(("an", Participant(KASACHSTAN)),)),
        claim("four", KASACHSTAN, "baut", MESSE, modality="planned"),
        claim("four", TOKAJEW, "veroeffentlicht", GETREIDE, qualifiers=(("in", Participant(MESSE)),)),
        claim("four", RUSSLAND, "verbuendeter", KASACHSTAN, speaker=Participant(TOKAJEW)),
    ),
)
SATZ = "Kassym-Schomart Tokajew fordert Sanktionsausnahme."
# The first cells of the rows that each question must give on the sample graph.
EXPECTED = {
    "abhaengigkeiten": [("Kasachstan", "ist abhängig von", "Russland", "Getreide")],
    "abgeleitet": [
        ("OVKS", "hat Mitglied", "Kasachstan", "Kasachstan – ist Mitglied von – OVKS", "Artikel three"),
        ("OVKS", "hat Mitglied", "Russland", "Russland – ist Mitglied von – OVKS", "Artikel three"),
        ("Russland", "grenzt an", "Kasachstan", "Kasachstan – grenzt an – Russland", "Artikel one"),
        ("Russland", "grenzt an", "Kasachstan", "Kasachstan – grenzt an – Russland", "Artikel two"),
        ("Russland", "ist Handelspartner von", "Kasachstan", "Kasachstan – ist Handelspartner von – Russland"),
        ("Russland", "spricht mit", "Kassym-Schomart Tokajew", "Kassym-Schomart Tokajew – spricht mit – Russland"),
    ],
    "aemter": [("Kasachstan", "Präsident", "Kassym-Schomart Tokajew", "2019-03-20", "")],
    "besuche": [
        ("", "Kassym-Schomart Tokajew", "besucht", "Getreidemesse Aktau", "behauptet"),
        ("", "Kassym-Schomart Tokajew", "spricht mit", "Russland", "behauptet"),
        ("", "Russland", "besucht", "Kasachstan", "geplant"),
    ],
    "buendnisse": [("Kassym-Schomart Tokajew", "Russland", "ist verbündet mit", "Kasachstan")],
    "dementis": [("", "Russland", "lobt", "Kasachstan")],
    "drohungen": [("Russland", "droht mit", "Sanktionsausnahme", "Kasachstan")],
    "eskalation": [("Artikel four", "Russland", "droht mit", "Sanktionsausnahme", "Kasachstan")],
    "gemeinsame-mitgliedschaften": [("OVKS", "Artikel Artikel three")],
    "geplant": [
        ("geplant", "Kasachstan", "baut", "Getreidemesse Aktau"),
        ("geplant", "Russland", "besucht", "Kasachstan"),
    ],
    "gespraechsthemen": [("Kassym-Schomart Tokajew", "spricht mit", "Russland", "Getreide")],
    "handelspartner": [("Kasachstan", "Russland", "1")],
    "handelsvolumen": [("Russland", "Kasachstan", "28000000000", "USD", "~", "", "Kassym-Schomart Tokajew")],
    "kritik": [
        ("Kassym-Schomart Tokajew", "kritisiert", "Russland", ""),
        ("Russland", "droht mit", "Sanktionsausnahme", ""),
        ("Russland", "lobt", "Kasachstan", ""),
        ("Russland", "lobt", "Kasachstan", "ja"),
    ],
    "masszahlen": [("Kasachstan", "exportiert", "Getreide", ">", "70", "%")],
    "meistgenannt": [
        ("Russland", "Staat", "14"),
        ("Kasachstan", "Staat", "13"),
        ("Kassym-Schomart Tokajew", "Person", "9"),
        ("Getreide", "Thema", "3"),
        ("Getreidemesse Aktau", "Ereignis", "2"),
        ("OVKS", "Organisation", "2"),
        ("Sanktionsausnahme", "Thema", "2"),
    ],
    "mitgliedschaften": [("OVKS", "2", "Kasachstan, Russland")],
    "quellen": [
        ("Artikel four", "2023-11-09", "", "8"),
        ("Artikel three", "2023-11-09", "", "8"),
        ("Artikel two", "2023-11-09", "", "3"),
        ("Artikel one", "2023-11-09", "", "2"),
    ],
    "staende": [
        ("Kasachstan", "ist abhängig von", "Russland", "", "behauptet"),
        ("Kasachstan", "grenzt an", "Russland", "", "behauptet"),
        ("Kasachstan", "ist Handelspartner von", "Russland", "", "behauptet"),
        ("Kasachstan", "grenzt an", "Russland", "", "behauptet"),
        ("Kassym-Schomart Tokajew", "spricht mit", "Russland", "", "behauptet"),
        ("Kassym-Schomart Tokajew", "kritisiert", "Russland", "", "behauptet"),
        ("Russland", "ist verbündet mit", "Kasachstan", "", "behauptet"),
        ("Russland", "besucht", "Kasachstan", "", "geplant"),
        ("Russland", "hat Handelsvolumen mit", "Kasachstan", "", "behauptet"),
        ("Russland", "lobt", "Kasachstan", "", "behauptet"),
        ("Russland", "lobt", "Kasachstan", "ja", "behauptet"),
    ],
    "stichwort": [
        ("Russland", "droht mit", "Sanktionsausnahme"),
        ("Kassym-Schomart Tokajew", "fordert", "Sanktionsausnahme"),
    ],
    "streitfragen": [("Russland", "lobt", "Kasachstan", "Kassym-Schomart Tokajew", "Artikel three", "", "Artikel two")],
    "verbote": [("Russland", "verbietet", "Getreide", "Kasachstan")],
    "veroeffentlichungen": [("Kassym-Schomart Tokajew", "Getreide", "Getreidemesse Aktau")],
    "vorhaben": [("Kasachstan", "baut", "Getreidemesse Aktau", "", "", "geplant")],
    "warenwege": [("Kasachstan", "exportiert", "Getreide", "", "Russland", ">", "70", "%")],
    "wer-fordert-was": [
        ("Kassym-Schomart Tokajew", "Sanktionsausnahme", "Russland", "2023-11-09", "", "Artikel three", SATZ)
    ],
    "wer-sagt-was": [
        ("Kassym-Schomart Tokajew", "Russland", "hat Handelsvolumen mit", "Kasachstan", "", "2023-11-09"),
        ("Kassym-Schomart Tokajew", "Russland", "ist verbündet mit", "Kasachstan", "", "2023-11-09"),
        ("Kassym-Schomart Tokajew", "Russland", "lobt", "Kasachstan", "", "2023-11-09"),
    ],
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("questions")
    articles = [ONE, TWO, THREE, FOUR]
    known = ontology_quads(ONTOLOGY, BASE)
    facts = fact_claims([made for article in articles for made in article.claims], BASE)
    conclusions = inferred_quads(facts, known, BASE)
    build_store(directory, graph_of(articles, *known, *conclusions, *entity_quads(PRAESIDENT, BASE)))
    return directory


def test_every_question_is_expected_to_answer() -> None:
    assert set(QUESTIONS) == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_question_answers(name: str, store: Path) -> None:
    result = run_query(store, QUESTIONS[name].sparql, base=BASE)
    expected = EXPECTED[name]
    assert [tuple(map(cell, row))[: len(start)] for row, start in zip(result.rows, expected, strict=True)] == expected


def cell(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


def test_a_question_has_a_german_title_and_an_english_description() -> None:
    question = QUESTIONS["wer-fordert-was"]
    assert question.title == "Wer fordert was, seit wann, in welchem Artikel?"
    assert question.description.startswith("Demands with")


def test_all_faulty_headers_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.rq").write_text("# Titel: A\nASK {}", encoding="utf-8")
    (tmp_path / "b.rq").write_text("# Description: B\nASK {}", encoding="utf-8")
    (tmp_path / "c.rq").write_text("# Titel: C\n# Description: D\nASK {}", encoding="utf-8")
    with pytest.raises(FaultyInput) as caught:
        read_questions(tmp_path)
    assert [fault.file.name for fault in caught.value.faults] == ["a.rq", "b.rq"]


def test_a_byte_order_mark_is_no_part_of_the_question(tmp_path: Path) -> None:
    text = "# Titel: C\n# Description: D\nASK {}"
    (tmp_path / "c.rq").write_text(text, encoding="utf-8-sig")
    assert read_questions(tmp_path) == (Question("c", "C", "D", text),)


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        ("Weizen", [], ['"Weizen"@de', '"Weizen"']),
        ("bn:besucht", [], [f"<{bn('besucht').value}>", '"bn:besucht"@de', '"bn:besucht"']),
        (
            "Tokajew",
            [TOKAJEW],
            [str(BASE.entity("Tokajew")), '"Kassym-Schomart Tokajew"@de', '"Tokajew"@de', '"Tokajew"'],
        ),
        ('a"b', [], ['"a\\"b"@de', '"a\\"b"']),
    ],
)
def test_what_a_text_may_mean(text: str, entities: list[Entity], expected: list[str]) -> None:
    assert [str(term) for term in meanings(text, entities, BASE)] == expected


@pytest.mark.parametrize(
    ("question", "name", "text", "entities", "count"),
    [
        ("stichwort", "stichwort", "Sanktionsausnahme", [], 2),
        ("stichwort", "stichwort", "Weizen", [], 0),
        ("kritik", "wer", "Tokajew", [TOKAJEW], 1),
        ("kritik", "wer", "Kasachstan", [KASACHSTAN], 0),
        ("besuche", "predicate", "bn:besucht", [], 2),
        ("besuche", "predicate", "bn:trifft", [], 0),
    ],
)
def test_a_question_asks_for_a_value(
    store: Path, question: str, name: str, text: str, entities: list[Entity], count: int
) -> None:
    sparql = with_value(QUESTIONS[question].sparql, name, meanings(text, entities, BASE))
    assert len(run_query(store, sparql, base=BASE).rows) == count


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_column_that_is_not_computed_can_be_given_a_value(store: Path, name: str) -> None:
    opened = open_store(store)

    def finds(sparql: str) -> bool:
        return any(opened.query(sparql, prefixes=BASE.prefixes(), use_default_graph_as_union=True))

    result = run_query(store, QUESTIONS[name].sparql, base=BASE)
    for column, value in zip(result.columns, result.rows[0], strict=True):
        if f"AS ?{column})" in QUESTIONS[name].sparql.partition("{")[0]:
            with pytest.raises(QueryError, match="computed"):
                with_value(QUESTIONS[name].sparql, column, [Literal("x")])
        elif isinstance(value, Literal):
            for term, found in ((value, True), (Literal("gibt es nicht"), False)):
                sparql = with_value(QUESTIONS[name].sparql, column, [term])
                assert finds(sparql) is found


@pytest.mark.parametrize(
    ("question", "name", "message"),
    [
        ("besuche", "wär", "has no .wär; it has zeit, wer"),
        ("besuche", "predicate", "such as bn:besucht, as in VALUES"),
        ("quellen", "aussagen", "computed from what is found"),
    ],
)
def test_a_value_that_fits_nowhere_is_refused(question: str, name: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        with_value(QUESTIONS[question].sparql, name, [Literal("x")])
