"""Every bench runs, on a size that tells nothing about speed: so that none rots."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SMALL = {
    "bench_curation.py": (("--entities", "200", "--claims", "5"), "shapes, pySHACL"),
    "bench_reading.py": (("--rounds", "1", "--articles", "2"), "whole extraction"),
    "bench_rules.py": (("--rounds", "1", "--articles", "2"), " 5000 rules"),
    "bench_store.py": (("30", "--rdflib"), "answer against rdflib"),
    "bench_view.py": (("--nodes", "20", "--build", "30"), "30 nodes, stock"),
}


def test_every_bench_has_a_small_run() -> None:
    assert {path.name for path in HERE.glob("bench_*.py")} == set(SMALL)


@pytest.mark.slow
@pytest.mark.parametrize("bench", SMALL)
def test_bench_runs(bench: str) -> None:
    options, last = SMALL[bench]
    done = subprocess.run(
        [sys.executable, str(HERE / bench), *options], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if "no Chromium on the PATH" in done.stderr:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stderr
    assert last in done.stdout
