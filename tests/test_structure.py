"""The architecture as a test: who may import whom, and what must not be imported early."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "kg"

# The flow of kg/README.md: a module imports only from its own stage and from earlier ones.
STAGES = [
    "errors",
    "lists",
    "model",
    "workspace",
    "read",
    "annotate",
    "match",
    "claim",
    "curate",
    "rdf",
    "infer",
    "validate",
    "store",
    "answer",
    "compare",
    "view",
    "export",
    "show",
    "pipeline",
    "cli",
]
RDF = {"rdflib", "pyoxigraph", "oxrdflib", "pyshacl"}
NLP = {"HanTa", "spacy", "simplemma", "ahocorasick"}
TERMINAL = {"click", "rich"}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "template" not in path.parts)


def stage_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_to_earlier_stages(path: Path) -> None:
    own = stage_of(path)
    if own in ("__init__", "__main__"):
        return
    for name in imports_of(path):
        if name.startswith("kg."):
            stage = name.split(".")[1]
            assert STAGES.index(stage) <= STAGES.index(own), f"{path} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_libraries_stay_in_their_stages(path: Path) -> None:
    own = stage_of(path)
    tops = {name.split(".")[0] for name in imports_of(path)}
    if own not in ("__init__", "__main__") and STAGES.index(own) < STAGES.index("rdf"):
        assert not tops & RDF, f"{path} uses RDF before the rdf stage"
    if own != "annotate":
        assert not tops & NLP, f"{path} uses language libraries outside annotate"
    if own not in ("cli", "show"):
        assert not tops & TERMINAL, f"{path} writes to the terminal outside cli and show"


def test_every_stage_is_in_the_architecture_page() -> None:
    page = (PACKAGE / "README.md").read_text(encoding="utf-8")
    missing = [stage for stage in STAGES if f"`kg.{stage}`" not in page and stage != "errors"]
    assert not missing


@pytest.mark.parametrize(
    ("arguments", "forbidden"),
    [
        (["--help"], {"rdflib", "pyoxigraph", "pyvis", "networkx", "trafilatura", "spacy", "babel", "rich", "yaml"}),
        (["query", "--help"], {"rdflib", "pyvis", "networkx", "trafilatura", "spacy", "babel", "yaml"}),
    ],
)
def test_heavy_libraries_are_imported_late(arguments: list[str], forbidden: set[str]) -> None:
    program = (
        "import sys; from kg.cli.main import cli\n"
        f"try: cli({arguments!r})\n"
        "except SystemExit: pass\n"
        "print('LOADED', ' '.join(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.rpartition("LOADED ")[2].split())
    assert "kg" in loaded
    assert not loaded & forbidden
