"""The pages say what is so: commands exist with their options, links lead somewhere, CI runs what README says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from test_tasks import TASKS

from kg.cli.main import cli
from kg.workspace import create_workspace

ROOT = Path(__file__).parents[1]
READMES = [
    page
    for folder in (ROOT, *(ROOT / name for name in ("kg", "ontology", "seeds", "tests")))
    for page in (folder.glob("*.md") if folder == ROOT else folder.rglob("README.md"))
]
PAGES = sorted({*READMES, *TASKS})
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^]]*\]\(([^)\s]+)\)")
CHEAP = {"stats", "show", "path", "conflicts", "query", "rules", "export", "validate"}
"""Commands that need no more than a built workspace; those that build, open a browser or read the user's files do."""


def commands_of(page: Path) -> list[str]:
    """Return the `kg` commands in a page's shell blocks, parts of a chain on their own, comments cut."""
    lines = (line for block in BLOCK.findall(page.read_text(encoding="utf-8")) for line in block.splitlines())
    parts = (part.strip() for line in lines for part in line.split(" && "))
    return [shlex.join(shlex.split(part, comments=True)) for part in parts if part.startswith("kg ")]


def name_of(page: Path) -> str:
    """Return a page's path below the root."""
    return page.relative_to(ROOT).as_posix()


# The blocks of a task page run as a whole, in tests of their own.
COMMANDS = [(page, command) for page in PAGES if page not in TASKS for command in commands_of(page)]
IDS = [f"{name_of(page)}: {command}" for page, command in COMMANDS]


@pytest.mark.parametrize("command", [command for _, command in COMMANDS], ids=IDS)
def test_commands_of_the_pages_exist(command: str) -> None:
    # click looks at every option before it shows the help.
    done = CliRunner().invoke(cli, [*shlex.split(command)[1:], "--help"])
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace as a reader of the pages has it: made by `kg init`, built."""
    folder = tmp_path_factory.mktemp("pages") / "w"
    for arguments in (["init", str(folder)], ["-w", str(folder), "build"]):
        done = CliRunner().invoke(cli, arguments)
        assert done.exit_code == 0, done.output
    return folder


@pytest.mark.slow
@pytest.mark.xdist_group("pages")
@pytest.mark.parametrize("page", dict.fromkeys(page for page, _ in COMMANDS), ids=name_of)
def test_commands_of_a_page_work(page: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)
    for arguments in map(shlex.split, commands_of(page)):
        if arguments[1] in CHEAP:
            done = CliRunner().invoke(cli, arguments[1:])
            assert done.exit_code == 0, f"{arguments}: {done.output}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_to_files(page: Path) -> None:
    targets = [urlsplit(link) for link in LINK.findall(page.read_text(encoding="utf-8"))]
    broken = [t.path for t in targets if not t.scheme and t.path and not (page.parent / t.path).exists()]
    assert broken == []


def test_links_of_tasks_lead_to_files_of_a_new_workspace_too(tmp_path: Path) -> None:
    root = create_workspace(tmp_path / "w").root
    own = [root / page.relative_to(ROOT) for page in TASKS]
    links = [(page, link) for page in own for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert [(page, link) for page, link in links if not (page.parent / link).exists()] == []


def marked(name: str) -> str:
    """Return the one command between README's marks of a name."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(rf"<!-- {name} -->\n```sh\n(.*)\n```\n<!-- /{name} -->", readme)
    command: str = block
    return command


def test_readme_marks_the_two_commands() -> None:
    assert marked("main").startswith("pip install .")
    assert marked("main").endswith("kg build")
    assert "pytest" in marked("test")


def test_ci_runs_the_test_command_of_readme_literally() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (cut,) = re.findall(r"^command=\$\((.*) README\.md \| (.*)\)$", script, re.MULTILINE)
    assert "<!-- test -->" in cut[0]
    assert script.rstrip().endswith('eval "$command"')
    assert "pytest" not in script, "what CI runs stands in README alone"
