"""Each case under data/ is a file that loads and one that does not, with every fault it has."""

import shutil
from pathlib import Path

import pytest

from kg.curate.load import Curated, load_folder
from kg.curate.tables import read_table
from kg.rdf.ontology import load_vocabulary

DATA = Path(__file__).parent / "data"
VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "ontology")
FILES = {"statements": "aussagen.csv", "entities": "entities.csv", "aliases": "aliases.csv"}
CASES = sorted(path for kind in FILES for path in (DATA / kind).iterdir())


def load(case: Path, file: str, folder: Path, *, keep_going: bool = False) -> Curated:
    shutil.copytree(DATA / "base", folder, dirs_exist_ok=True)
    shutil.copy(case / file, folder / FILES[case.parent.name])
    if case.parent.name == "entities":
        (folder / "aliases.csv").unlink()
    return load_folder(folder, vocabulary=VOCABULARY, readers={".csv": read_table}, keep_going=keep_going)


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_valid_file_loads_without_a_fault(case: Path, tmp_path: Path) -> None:
    curated = load(case, "valid.csv", tmp_path)
    assert curated.faults == ()
    assert curated.claims or case.parent.name != "statements"
    assert curated.entities


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_invalid_file_tells_every_fault_and_loads_nothing(case: Path, tmp_path: Path) -> None:
    curated = load(case, "invalid.csv", tmp_path)
    file = tmp_path / FILES[case.parent.name]
    expected = (case / "faults.txt").read_text(encoding="utf-8").splitlines()
    assert [str(fault).removeprefix(f"{file}:") for fault in curated.faults] == expected
    assert curated.claims == ()
    assert curated.sources == ()


def test_a_faulty_file_does_not_stop_the_others(tmp_path: Path) -> None:
    shutil.copy(DATA / "statements" / "domain" / "valid.csv", tmp_path / "gut.csv")
    curated = load(DATA / "statements" / "range", "invalid.csv", tmp_path)
    assert [claim.document for claim in curated.claims] == ["gut.csv"]
    assert [source.id for source in curated.sources] == ["gut.csv"]
    assert len(curated.faults) == 1


def test_keep_going_takes_the_sound_rows_of_a_faulty_file(tmp_path: Path) -> None:
    case = DATA / "statements" / "line_after_quotes"
    assert load(case, "invalid.csv", tmp_path / "strict").claims == ()
    (claim,) = load(case, "invalid.csv", tmp_path / "lenient", keep_going=True).claims
    assert (claim.subject.entity.id, claim.evidence[0].line) == ("Südland", 2)


def test_keep_going_takes_the_sound_rows_of_faulty_entities(tmp_path: Path) -> None:
    case = DATA / "entities" / "twice"
    assert load(case, "invalid.csv", tmp_path / "strict").entities == ()
    entities = load(case, "invalid.csv", tmp_path / "lenient", keep_going=True).entities
    assert [(entity.label, entity.type) for entity in entities] == [("Ostland", "Staat")]


def test_one_fault_of_an_entity_is_not_told_again_where_it_is_used(tmp_path: Path) -> None:
    shutil.copytree(DATA / "base", tmp_path, dirs_exist_ok=True)
    table = (tmp_path / "entities.csv").read_text(encoding="utf-8").replace("Nordbund,Organisation", "Nordbund,Bund")
    (tmp_path / "entities.csv").write_text(table, encoding="utf-8")
    statements = "subject,predicate,object,source\nNordland,mitgliedVon,NB,x\nNordland,grenztAn,Suedland,x\n"
    (tmp_path / "aussagen.csv").write_text(statements, encoding="utf-8")
    readers = {".csv": read_table}
    strict = load_folder(tmp_path, vocabulary=VOCABULARY, readers=readers)
    assert [(fault.file.name, fault.line, fault.column) for fault in strict.faults] == [
        ("entities.csv", 5, 2),
        ("aussagen.csv", 3, 3),
    ]
    assert strict.entities == ()
    lenient = load_folder(tmp_path, vocabulary=VOCABULARY, readers=readers, keep_going=True)
    assert lenient.faults == strict.faults
    assert (len(lenient.entities), lenient.claims) == (5, ())


def test_nothing_is_said_of_statements_while_no_entity_can_be_read(tmp_path: Path) -> None:
    shutil.copytree(DATA / "base", tmp_path, dirs_exist_ok=True)
    (tmp_path / "aliases.csv").unlink()
    (tmp_path / "entities.csv").write_bytes("label,type\nSüdland,Staat\n".encode("cp1252"))
    (tmp_path / "aussagen.csv").write_text("subject,predicate,object,source\nA,grenztAn,B,x\n", encoding="utf-8")
    (fault,) = load_folder(tmp_path, vocabulary=VOCABULARY, readers={".csv": read_table}).faults
    assert (fault.file.name, fault.line) == ("entities.csv", 2)
