"""Paths as text and Markdown: direction, what a step says besides, and its evidence."""

from dataclasses import replace

from sample_graph import BASE, DAY, KASACHSTAN, MESSE, RUSSLAND, TOKAJEW, claim

from kg.answer.paths import find_paths
from kg.model.claim import CURATED, Claim, Evidence
from kg.model.text import Source
from kg.model.vocabulary import Predicate, Vocabulary
from kg.show.paths import PATH_WRITERS, Connection

VOCABULARY = Vocabulary({"grenztAn": Predicate("grenztAn", "grenzt an", "", "Ort", "Ort", "relation", True)}, {})
SOURCES = {"one": Source("one", "Artikel eins", "2023-11-09")}
VISIT = claim("one", TOKAJEW, "besucht", MESSE, when=DAY)
BORDER = claim("one", KASACHSTAN, "grenztAn", RUSSLAND)
ROW = replace(VISIT, id="a-row", rule=CURATED, evidence=(Evidence("reisen.csv", "", line=7, source="Amtsblatt"),))


def written(form: str, start: str, end: str, *claims: Claim) -> list[str]:
    entities = {entity.id: entity for entity in (TOKAJEW, MESSE, KASACHSTAN, RUSSLAND)}
    paths = find_paths(claims, start, end)
    connection = Connection(entities[start], entities[end], paths, SOURCES, VOCABULARY, BASE)
    return PATH_WRITERS[form](connection).splitlines()


def test_the_arrow_points_to_the_object_whichever_way_it_is_walked() -> None:
    forward = written("text", "Tokajew", MESSE.id, VISIT)
    assert forward == [
        "Kassym-Schomart Tokajew → Getreidemesse Aktau: 1 Schritt",
        "",
        "Weg 1",
        "  Kassym-Schomart Tokajew — besucht → Getreidemesse Aktau [2023-11-09]",
        "      „Kassym-Schomart Tokajew besucht Getreidemesse Aktau.“ — Artikel eins, 2023-11-09",
    ]
    back = written("text", MESSE.id, "Tokajew", VISIT)
    assert back[3] == "  Getreidemesse Aktau ← besucht — Kassym-Schomart Tokajew [2023-11-09]"


def test_a_relation_without_direction_has_no_arrow() -> None:
    assert written("text", "Russland", "Kasachstan", BORDER)[3] == "  Russland — grenzt an — Kasachstan"


def test_below_the_row_of_a_table_stands_what_a_text_says() -> None:
    assert written("text", "Tokajew", MESSE.id, VISIT, ROW)[3:] == [
        "  Kassym-Schomart Tokajew — besucht → Getreidemesse Aktau [2023-11-09] (und 1 weitere Aussage)",
        "      — reisen.csv Zeile 7 (Amtsblatt)",
        "      auch: Kassym-Schomart Tokajew – besucht – Getreidemesse Aktau [2023-11-09]",
        "      „Kassym-Schomart Tokajew besucht Getreidemesse Aktau.“ — Artikel eins, 2023-11-09",
    ]


def test_a_denied_step_says_so() -> None:
    assert written("text", "Tokajew", MESSE.id, replace(VISIT, polarity="neg", modality="planned"))[3].endswith(
        "[nicht; geplant; 2023-11-09]"
    )


def test_markdown_numbers_the_steps() -> None:
    lines = written("markdown", "Tokajew", MESSE.id, VISIT)
    assert lines[0].startswith("# Kassym-Schomart Tokajew → ")
    assert "1. **Kassym-Schomart Tokajew — besucht → Getreidemesse Aktau** [2023-11-09]" in lines
    assert lines[-1].startswith("   > „")
