import csv
import io
import re
from dataclasses import replace
from pathlib import Path

from claim_strategies import CLAIMS, WORDS
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom_claims import CLAIMS as NEWS
from newsroom_claims import SOURCES, TITLE, VOCABULARY

from kg.curate.tables import Columns, read_table
from kg.export.table import claims_csv
from kg.model.claim import Claim, Evidence
from kg.model.text import Source

RUN_AS_FORMULA = tuple("=+-@\t\r\n")
NUMBERS = {"quantity", "confidence"}


def written(claims: list[Claim], sources: dict[str, Source]) -> str:
    return "".join(claims_csv(claims, sources=sources, vocabulary=VOCABULARY))


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def read(cell: str) -> str:
    """Take the apostrophe away again that keeps a spreadsheet from running the cell."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n]", cell) else cell


@given(st.lists(CLAIMS, max_size=3), WORDS)
@settings(max_examples=100, deadline=None)
def test_every_text_comes_back_and_none_is_a_formula(claims: list[Claim], title: str) -> None:
    sources = {claim.document: Source(claim.document, title) for claim in claims}
    rows = rows_of(written(claims, sources))
    assert len(rows) == len(claims)
    for row, claim in zip(rows, claims, strict=True):
        assert not any(cell.startswith(RUN_AS_FORMULA) for name, cell in row.items() if name not in NUMBERS)
        assert read(row["subject"]) == claim.subject.entity.label
        assert read(row["object_id"]) == claim.object.entity.id
        assert read(row["speaker_id"]) == (claim.speaker.entity.id if claim.speaker else "")
        assert read(row["document"]) == claim.document
        assert read(row["title"]) == title
        assert (row["claim"], row["polarity"], row["modality"]) == (claim.id, claim.polarity, claim.modality)
        assert read(row["sentence"]) == (claim.evidence[0].sentence if claim.evidence else "")
        assert float(row["confidence"].replace(",", ".")) == claim.confidence
        if claim.quantity:
            assert float(row["quantity"].replace(",", ".")) == claim.quantity.value
            assert (row["comparator"] or "=") == claim.quantity.comparator or row["comparator"].startswith("'")


def test_a_spreadsheet_reader_finds_columns_and_rows(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(written(list(NEWS), SOURCES), encoding="utf-8", newline="")
    header = tuple(rows_of(path.read_text(encoding="utf-8"))[0])
    table = read_table(path, Columns((), header))
    assert table.faults == ()
    assert [row.text("claim") for row in table.rows] == [claim.id for claim in NEWS]
    assert table.rows[0].text("amt") == "Ministerin"
    assert table.rows[0].text("from") == "2021-03-01"
    assert table.rows[0].text("until") == ""
    assert table.rows[0].text("line") == "2"
    assert table.rows[4].text("title") == f"'{TITLE}"
    assert table.rows[6].text("statement") == "Laut Ada Lind, geplant: Nordland verlässt Seebund"
    assert table.rows[7].text("quantity") == "-1234,5"


def test_the_dialect_is_plain_to_see() -> None:
    text = written(list(NEWS), SOURCES)
    assert text.startswith("\ufeffstatement;subject;predicate;object;")
    found = csv.Sniffer().sniff(text.removeprefix("\ufeff"), delimiters=";,\t")
    assert found.delimiter == ";"


def test_several_participants_and_sentences_share_a_row() -> None:
    claim = NEWS[0]
    (title,) = claim.qualifiers
    both = replace(claim, qualifiers=(title, title), evidence=(*claim.evidence, Evidence("bericht", "Noch einer.")))
    (row,) = rows_of(written([both], SOURCES))
    assert row["amt"] == "Ministerin | Ministerin"
    assert row["sentences"] == "2"
