from datetime import date
from pathlib import Path

import pytest

from kg.curate.load import Curated, load_folder
from kg.curate.tables import read_table
from kg.model.claim import CURATED, Evidence
from kg.model.entity import Office
from kg.rdf.ontology import load_vocabulary

ONTOLOGY = Path(__file__).parents[2] / "ontology"
VOCABULARY = load_vocabulary(ONTOLOGY)
BASE = Path(__file__).parent / "data" / "base"


def curate(folder: Path, header: str, *rows: str) -> Curated:
    for file in BASE.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "wissen").mkdir()
    text = "\n".join((f"subject,predicate,object,source,{header}", *rows))
    (folder / "wissen" / "neu.csv").write_text(text, encoding="utf-8")
    curated = load_folder(folder, vocabulary=VOCABULARY, readers={".csv": read_table})
    assert curated.faults == ()
    return curated


def test_a_row_becomes_a_claim_whose_evidence_is_the_row(tmp_path: Path) -> None:
    (claim,) = curate(tmp_path, "note", "NB,eigentumVon,Republik Nordland,Amtsblatt 7,seit langem").claims
    assert (claim.subject.entity.label, claim.predicate, claim.object.entity.label) == (
        "Nordbund",
        "eigentumVon",
        "Nordland",
    )
    assert claim.evidence == (Evidence("wissen_neu.csv", "seit langem", line=2, source="Amtsblatt 7"),)
    assert (claim.rule, claim.confidence, claim.is_fact) == (CURATED, 1.0, True)


@pytest.mark.parametrize(
    ("row", "value", "earliest", "latest"),
    [
        ("Nordland,mitgliedVon,NB,x,2001-05,", "2001-05/..", date(2001, 5, 1), date.max),
        ("Nordland,mitgliedVon,NB,x,,2001", "../2001", date.min, date(2001, 12, 31)),
        ("Nordland,mitgliedVon,NB,x,3.4.1999,2001-02", "1999-04-03/2001-02", date(1999, 4, 3), date(2001, 2, 28)),
        ("Nordland,mitgliedVon,NB,x,2001,2001", "2001", date(2001, 1, 1), date(2001, 12, 31)),
        ("Greta Berg,besucht,Südland,x,2001-05-06,", "2001-05-06", date(2001, 5, 6), date(2001, 5, 6)),
        (
            "Greta Berg,besucht,Südland,x,2001-05-06,2001-05-08",
            "2001-05-06/2001-05-08",
            date(2001, 5, 6),
            date(2001, 5, 8),
        ),
    ],
)
def test_time(row: str, value: str, earliest: date, latest: date, tmp_path: Path) -> None:
    (claim,) = curate(tmp_path, "from,until", row).claims
    assert claim.when
    assert (claim.when.value, claim.when.earliest, claim.when.latest) == (value, earliest, latest)


@pytest.mark.parametrize(
    ("cell", "value", "comparator"),
    [
        ("7644", 7644, "="),
        ("7.644", 7644, "="),
        ('"24,2"', 24.2, "="),
        ("~28.000.000.000", 28e9, "~"),
        (">80", 80, ">"),
        ("≥ 80", 80, ">="),
        ('"−3,5"', -3.5, "="),
    ],
)
def test_quantity(cell: str, value: float, comparator: str, tmp_path: Path) -> None:
    (claim,) = curate(tmp_path, "quantity,unit", f"Nordland,grenztAn,Südland,x,{cell},km").claims
    assert claim.quantity
    assert (claim.quantity.value, claim.quantity.comparator, claim.quantity.unit) == (value, comparator, "km")


def test_a_free_topic_becomes_an_entity_and_a_known_theme_keeps_its_name(tmp_path: Path) -> None:
    rows = ("Nordland,exportiert,roter Bernstein,x,Südland", "Nordland,exportiert,Rohöl,x,")
    free, known = curate(tmp_path, "ziel", *rows).claims
    assert (free.object.entity.id, free.object.entity.label, free.object.entity.type) == (
        "roter_Bernstein",
        "roter Bernstein",
        "Thema",
    )
    assert [(name, value.entity.label) for name, value in free.qualifiers] == [("ziel", "Südland")]
    assert known.object.entity.label == "Erdöl"


def test_offices_and_capitals_are_known_to_reading(tmp_path: Path) -> None:
    knowledge = curate(
        tmp_path,
        "amt,from,until,polarity",
        "Greta Berg,amtstraegerVon,Nordland,x,Präsidentin,2001-02-03,2005-06-07,",
        "Greta Berg,amtstraegerVon,Nordbund,x,Sprecherin,,,",
        "Greta Berg,amtstraegerVon,Südland,x,Präsidentin,,,neg",
        "Hafenstadt,hauptstadtVon,Nordland,x,,,,",
    ).knowledge
    assert knowledge.offices == (
        Office("Greta_Berg", "Präsidentin", "Nordland", date(2001, 2, 3), date(2005, 6, 7)),
        Office("Greta_Berg", "Sprecherin", "Nordbund"),
    )
    assert knowledge.capitals == (("Hafenstadt", "Nordland"),)
    assert {"NB"} == {alias for entity in knowledge.entities if entity.id == "Nordbund" for alias in entity.aliases}


def test_ids_depend_on_what_is_said_and_not_on_the_line(tmp_path: Path) -> None:
    row = "Nordland,mitgliedVon,NB,x,1999"
    for name in ("eins", "zwei"):
        (tmp_path / name).mkdir()
    (first,) = curate(tmp_path / "eins", "from", row).claims
    other, second = curate(tmp_path / "zwei", "from", "Südland,mitgliedVon,NB,x,1999", row).claims
    assert first.id == second.id != other.id
    assert (first.evidence[0].line, second.evidence[0].line) == (2, 3)
