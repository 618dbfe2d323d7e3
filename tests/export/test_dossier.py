import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from newsroom_claims import CLAIMS, LIND, NORDLAND, SOURCES, VOCABULARY, said

from kg.export.dossier import dossier
from kg.model.claim import Claim
from kg.model.entity import Entity


def page(claims: tuple[Claim, ...], entity: Entity = LIND) -> str:
    return "\n".join(dossier(entity, claims, sources=SOURCES, vocabulary=VOCABULARY))


def test_every_line_has_footnotes_and_every_footnote_a_line() -> None:
    text = page(CLAIMS)
    items = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(items) == len(CLAIMS)
    assert all(re.search(r"\.(\[\^\d+\])+$", item) for item in items)
    marked = {mark for item in items for mark in re.findall(r"\[\^\d+\]", item)}
    assert marked == set(re.findall(r"^(\[\^\d+\]): ", text, re.MULTILINE))


def test_what_is_no_fact_says_so_before_it_says_anything_else() -> None:
    lines = page(CLAIMS).splitlines()
    assert "- Verneint: Ada Lind besucht Fischereigipfel.[^7]" in lines
    assert "- Laut Ada Lind, geplant: Nordland verlässt Seebund.[^8]" in lines


def test_sections_are_the_kinds_of_predicates() -> None:
    text = page(CLAIMS)
    relations, events, numbers, notes = (part.split("\n", 1) for part in text.split("\n## ")[1:])
    assert [part[0] for part in (relations, events, numbers, notes)] == [
        "Beziehungen",
        "Ereignisse und Äußerungen",
        "Zahlen",
        "Belege",
    ]
    assert "Ada Lind ist Amtsträger von Nordland (Amt: Ministerin; seit 1. März 2021)" in relations[1]
    assert "Nordland hat Kennzahl Fangquoten (etwa -1.234,5 Tonnen)" in numbers[1]


@pytest.mark.parametrize(
    ("claims", "extent"),
    [
        ((), "Keine Aussagen."),
        (CLAIMS[:1], "Eine Aussage aus einer Quelle."),
        (CLAIMS[4:7], "3 Aussagen aus einer Quelle, davon 2 geplant, verneint oder nur in jemandes Worten."),
        (CLAIMS[3:5], "2 Aussagen aus 2 Quellen."),
    ],
)
def test_the_extent_is_told_in_good_german(claims: tuple[Claim, ...], extent: str) -> None:
    assert page(claims).splitlines()[4] == extent


def test_one_statement_of_two_articles_is_one_line() -> None:
    again = replace(CLAIMS[4], id="other", document="aemter.csv")
    assert page((CLAIMS[4], again)).count("Ada Lind besucht Hafen von Tolm") == 1


def test_a_sentence_is_quoted_once_with_its_source_and_link() -> None:
    text = page((CLAIMS[4], CLAIMS[5]))
    assert "[^1]: „Lind besuchte am Donnerstag den \\*Hafen\\* von Tolm.“ – " in text
    assert text.endswith("Tolmer Bote, 2. Mai 2024, <https://example.org/bericht?a=1&b=2>")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30))
@settings(max_examples=200, deadline=None)
def test_no_text_becomes_markup(text: str) -> None:
    name = Entity("x", f"x{text}x", "Staat", (f"x[{text}](javascript:alert)",))
    html = MarkdownIt().render(page((said("c", name, "besucht", NORDLAND, f"x{text}<i>x"),), name))
    assert set(re.findall(r"</?(\w+)", html)) <= {"h1", "h2", "p", "ul", "li", "a"}
    assert set(re.findall(r'href="([^"]*)"', html)) <= {"https://example.org/bericht?a=1&amp;b=2"}
