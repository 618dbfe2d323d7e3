"""The task pages work: what stands in their shell and Python blocks runs, in order, and prints what they show.

A page whose first line begins with "# Ich" is a task. Its blocks run one after the other, beginning in an empty folder,
as a reader runs them who copies block by block. A `text` block shows lines of what the block before it printed, in this
order; an "…" is any text.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(sh|python|text)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"
TASKS = sorted(
    page
    for folder in ("seeds", "ontology", "exports")
    for page in (ROOT / folder).rglob("*.md")
    if page.read_text(encoding="utf-8").startswith("# Ich")
)


def blocks_of(page: Path) -> list[tuple[str, str]]:
    """Return the page's blocks with their languages, in order."""
    return BLOCK.findall(page.read_text(encoding="utf-8"))


class Reader:
    """Runs the blocks of a page and stays in the folder that they change to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "leer"
        self.folder.mkdir()
        self.place = folder / "place"
        programs = folder / "bin"
        programs.mkdir()
        (programs / "kg").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
        (programs / "kg").chmod(0o755)
        # Beside this Python lie the commands of the libraries that it has.
        path = os.pathsep.join([str(programs), str(Path(sys.executable).parent), os.environ["PATH"]])
        self.environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "120"}

    def run(self, language: str, block: str) -> str:
        """Run a block, which must succeed, and return what it printed."""
        command = [sys.executable, "-c", block]
        if language == "sh":
            command = ["bash", "-eu", "-c", f'{block}\npwd > "{self.place}"']
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        if language == "sh":
            self.folder = Path(self.place.read_text(encoding="utf-8").strip())
        return done.stdout + done.stderr


def check_shown(shown: str, printed: str) -> None:
    """Hold every line that a page shows against what was printed, in order; an "…" in a line is any text."""
    rest = iter(printed.splitlines())
    for line in shown.splitlines():
        if line != LEFT_OUT:
            pattern = ".*".join(map(re.escape, line.split(LEFT_OUT)))
            found = any(re.fullmatch(pattern, other.rstrip()) for other in rest)
            assert found, f"nothing printed is (any more) the line\n{line}\nof\n{printed}"


def needs_pandas(block: str) -> bool:
    return "import pandas" in block


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="the pages are sessions of a Unix shell")
@pytest.mark.parametrize("page", TASKS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_task_can_be_done_as_its_page_says(page: Path, tmp_path: Path) -> None:
    reader, printed = Reader(tmp_path), ""
    for language, block in blocks_of(page):
        if language == "text":
            check_shown(block, printed)
        elif find_spec("pandas") or not needs_pandas(block):
            printed = reader.run(language, block)


def test_there_is_a_page_for_every_task() -> None:
    titles = [page.read_text(encoding="utf-8").partition("\n")[0] for page in TASKS]
    assert len(titles) == len(set(titles)) >= 5
    assert all(any(language == "text" for language, _ in blocks_of(page)) for page in TASKS)


@pytest.mark.parametrize("page", TASKS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_readme_leads_to_the_task(page: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"]({page.relative_to(ROOT).as_posix()})" in readme
