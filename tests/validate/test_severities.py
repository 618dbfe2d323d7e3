from pathlib import Path

import pytest

from kg.errors import FaultyInput
from kg.validate.severities import read_severities

ONTOLOGY = Path(__file__).parents[2] / "ontology"
GOOD = "# Wie schwer\n\ntables error\nshapes   warning  # noch neu\nodd\toff\n"


def read(folder: Path, text: str | None) -> dict[str, str]:
    (folder / "odd.rq").write_text("", encoding="utf-8")
    if text is not None:
        (folder / "severities.txt").write_text(text, encoding="utf-8")
    return dict(read_severities(folder))


def test_every_name_has_its_severity(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + GOOD) == {"tables": "error", "shapes": "warning", "odd": "off"}


def test_only_severities_txt_says_how_bad_our_checks_are() -> None:
    severities = read_severities(ONTOLOGY / "checks")
    assert set(severities.values()) == {"error", "warning", "info"}
    assert not any("Severity" in file.read_text(encoding="utf-8") for file in (ONTOLOGY / "checks").glob("*.rq"))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (GOOD.replace("odd", "old"), "severities.txt:5: eine Prüfung 'old' gibt es nicht; meinten Sie odd?"),
        (GOOD.replace("error", "fatal"), "severities.txt:3: tables: 'fatal' passt nicht; erwartet wird error, warning"),
        (GOOD.replace("error", ""), "severities.txt:3: tables: '' passt nicht"),
        (GOOD + "odd info\n", "severities.txt:6: odd steht schon weiter oben"),
        (GOOD.replace("odd\toff\n", ""), "severities.txt:4: odd fehlt; nötig ist eine Zeile: odd warning"),
        (None, "severities.txt: fehlt; nötig ist je Prüfung eine Zeile wie odd warning"),
        ("", "severities.txt:1: tables fehlt"),
    ],
)
def test_a_fault_has_its_file_and_line(tmp_path: Path, text: str | None, fault: str) -> None:
    with pytest.raises(FaultyInput) as caught:
        read(tmp_path, text)
    assert fault in str(caught.value).splitlines()[0]
