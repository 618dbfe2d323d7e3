from pathlib import Path

import pytest
import yaml

from kg.read.boilerplate import find_boilerplate, find_date

CASES = yaml.safe_load((Path(__file__).parent / "data" / "boilerplate.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:30])
def test_boilerplate(case: dict[str, object]) -> None:
    text = str(case["text"])
    assert [text[span.start : span.end] for span in find_boilerplate(text)] == case["boilerplate"]
    wanted = case.get("date")
    assert find_date(text) == (None if wanted is None else str(wanted))


def test_long_line_without_end_takes_linear_time() -> None:
    assert find_boilerplate("Wort " * 200_000) == ()
