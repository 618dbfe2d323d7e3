"""What checks found, in every format."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.show.findings import FINDING_WRITERS
from kg.validate.findings import Finding

FOUND = (
    Finding("office-overlap", "error", "ent:A", "zwei <Amtszeiten>", "eine kürzen", Path("aemter.csv"), 7),
    Finding("unused", "info", "ent:B", "nie genannt", "streichen"),
)


def test_lines_name_file_and_line_and_say_what_to_do() -> None:
    assert FINDING_WRITERS["table"](FOUND).splitlines() == [
        "error: aemter.csv:7: zwei <Amtszeiten> [office-overlap] ent:A",
        "    eine kürzen",
        "info: nie genannt [unused] ent:B",
        "    streichen",
    ]


def test_json_holds_every_field() -> None:
    first, second = json.loads(FINDING_WRITERS["json"](FOUND))
    assert (first["file"], first["line"], first["message"]) == ("aemter.csv", 7, "zwei <Amtszeiten>")
    assert (second["file"], second["severity"]) == (None, "info")


def test_junit_counts_only_errors_as_failures() -> None:
    suite = ElementTree.fromstring(FINDING_WRITERS["junit"](FOUND))
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [case.find("failure") is not None for case in suite] == [True, False]
    assert (suite[0].get("file"), suite[0].get("line")) == ("aemter.csv", "7")
    assert suite[0].find("failure").get("message") == "aemter.csv:7: zwei <Amtszeiten>"  # type: ignore[union-attr]


@given(st.text(), st.text())
def test_junit_is_xml_whatever_a_cell_holds(message: str, name: str) -> None:
    written = FINDING_WRITERS["junit"]([Finding("tables", "error", name, message, "", Path(name or "x"), 1)])
    (case,) = ElementTree.fromstring(written.encode("utf-8"))
    assert case.get("line") == "1"


@pytest.mark.parametrize(("form", "said"), [("table", "nichts zu beanstanden"), ("json", "[]")])
def test_nothing_found_is_said_too(form: str, said: str) -> None:
    assert FINDING_WRITERS[form](()) == said
