from dataclasses import replace
from pathlib import Path

import pytest
from newsroom_claims import CONTENTS, LIND

from kg.errors import KgError
from kg.export.reports import REPORTS, report

GOLDEN = Path(__file__).parent / "golden"
FILES = {"claims-csv": "claims.csv", "claims-jsonl": "claims.jsonl", "ftm": "ftm.jsonl", "dossier": "dossier.md"}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_the_golden_file_byte_for_byte(name: str) -> None:
    text = "".join(report(replace(CONTENTS, entity=LIND), name))
    assert text.encode("utf-8") == (GOLDEN / FILES[name]).read_bytes()


@pytest.mark.parametrize("name", sorted(set(REPORTS) - {"dossier"}))
def test_a_graph_without_claims_makes_a_report_without_rows(name: str) -> None:
    text = "".join(report(replace(CONTENTS, claims=()), name))
    assert len(text.splitlines()) == (name == "claims-csv")


def test_a_dossier_needs_an_entity() -> None:
    with pytest.raises(KgError, match="--entity NAME"):
        report(CONTENTS, "dossier")


def test_an_unknown_report_names_the_known() -> None:
    with pytest.raises(KgError, match="claims-csv, claims-jsonl, ftm, dossier"):
        report(CONTENTS, "pdf")
