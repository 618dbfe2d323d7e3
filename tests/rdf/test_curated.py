import csv
from datetime import date
from pathlib import Path

import pytest

from kg.curate.load import Curated
from kg.rdf.curated import load_curated
from kg.rdf.ontology import load_vocabulary

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "curated"
DATA = Path(__file__).parent / "data" / "curated"
VOCABULARY = load_vocabulary(ROOT / "ontology")
ENTITIES = "label,type\nNordland,Staat\nSüdland,Staat\nNordbund,Organisation\nGreta Berg,Person\n"


def curate(folder: Path, file: str) -> Curated:
    (folder / "entities.csv").write_text(ENTITIES, encoding="utf-8")
    (folder / "aussagen.ttl").write_bytes((DATA / file).read_bytes())
    return load_curated(folder, vocabulary=VOCABULARY)


def test_turtle_gives_the_same_claims_as_a_table(tmp_path: Path) -> None:
    curated = curate(tmp_path, "valid.ttl")
    assert curated.faults == ()
    member, border, office = curated.claims
    assert (member.subject.entity.label, member.predicate, member.object.entity.label) == (
        "Südland",
        "mitgliedVon",
        "Nordbund",
    )
    assert (member.evidence[0].source, member.evidence[0].line, member.polarity) == ("Amtsblatt", 9, "pos")
    assert border.quantity
    assert (border.quantity.value, border.quantity.unit, border.polarity, border.evidence[0].sentence) == (
        12.5,
        "km",
        "neg",
        "seit dem Vertrag",
    )
    assert office.when
    assert (office.when.earliest, office.when.latest) == (date(2001, 2, 3), date.max)
    assert [(name, value.entity.label) for name, value in office.qualifiers] == [("amt", "Präsidentin")]
    assert curated.knowledge.offices[0].title == "Präsidentin"


@pytest.mark.parametrize("name", ["invalid", "syntax"])
def test_faults_have_file_and_line(name: str, tmp_path: Path) -> None:
    curated = curate(tmp_path, f"{name}.ttl")
    expected = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert [str(fault).removeprefix(f"{tmp_path / 'aussagen.ttl'}:") for fault in curated.faults] == expected
    assert curated.claims == ()


@pytest.fixture(scope="module")
def seeds() -> Curated:
    return load_curated(SEEDS, vocabulary=VOCABULARY)


def test_our_own_tables_have_no_fault_and_are_worth_opening(seeds: Curated) -> None:
    assert seeds.faults == ()
    assert len(seeds.entities) >= 120
    assert len(seeds.claims) >= 150
    assert len([entity for entity in seeds.entities if entity.wikidata]) >= 120
    assert len(seeds.knowledge.capitals) >= 30


def test_every_curated_claim_says_where_to_check_it(seeds: Curated) -> None:
    assert all(evidence.source for claim in seeds.claims for evidence in claim.evidence)
    assert len({claim.id for claim in seeds.claims}) == len(seeds.claims)


def test_no_wikidata_id_is_given_twice(seeds: Curated) -> None:
    known = [entity.wikidata for entity in seeds.entities if entity.wikidata]
    assert len(known) == len(set(known))


def test_no_state_or_body_has_two_presidents_on_one_day(seeds: Curated) -> None:
    titles = {"Präsident", "Premierminister", "Ministerpräsident", "Bundeskanzler", "Außenminister", "Generalsekretär"}
    offices = [office for office in seeds.knowledge.offices if office.title.removesuffix("in") in titles]
    for first in offices:
        for second in offices:
            if first is not second and (first.of, first.title.removesuffix("in")) == (
                second.of,
                second.title.removesuffix("in"),
            ):
                start = max(office.since or date.min for office in (first, second))
                end = min(office.until or date.max for office in (first, second))
                assert start >= end, (first, second)


def test_every_office_holder_held_the_office_after_it_began(seeds: Curated) -> None:
    assert all(office.until is None or office.since for office in seeds.knowledge.offices)


def test_tables_open_in_a_spreadsheet_with_the_same_number_of_cells_in_every_row() -> None:
    for path in SEEDS.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as handle:
            assert len({len(row) for row in csv.reader(handle)}) == 1, path
