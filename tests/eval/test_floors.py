"""What reading and extraction reach on data that others annotated: floors that no change may fall below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from eval.figures import FIGURES, Floor, read_floors
from eval.shared import SHARED

pytestmark = pytest.mark.no_cover  # which lines run is seen elsewhere; tracing takes more than twice the time here
FLOORS = read_floors()


def case(name: str, floor: Floor) -> Any:
    """Return the parameters of a figure; those on the same data run in one process, which reads the data once."""
    return pytest.param(name, floor, id=name, marks=pytest.mark.xdist_group(name.partition(".")[0]))


def test_every_figure_has_a_floor() -> None:
    assert list(FLOORS) == list(FIGURES)


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared: treebanks, KRAUTS, Wikinews and the seed articles")
@pytest.mark.parametrize(("name", "floor"), [case(*row) for row in FLOORS.items()])
def test_figure(name: str, floor: Floor, record_property: Callable[[str, object], None]) -> None:
    figure = round(FIGURES[name](), 2)  # 100 * 0.952 is 95.19999999999999
    record_property("figure", f"{name:32}{figure:8.2f}{floor.floor:8.2f}  {floor.what}")
    assert figure >= floor.floor
