"""Workspaces: where ontology, seeds, exports and the store of one graph are, and its settings."""

from __future__ import annotations

import re
import shutil
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kg.errors import Fault, FaultyInput, WorkspaceError

__all__ = ["Settings", "Workspace", "create_workspace", "find_workspace", "template_folder"]

SETTINGS_FILE = "kg.toml"
PARTS = ("ontology", "seeds")
EXPORTS_PAGE = "exports/README.md"


@dataclass(frozen=True, slots=True)
class Settings:
    """What `kg.toml` may say; every key has a default.

    `base` is the IRI under which resources are minted. `language` is that of the network page ("de" or "en"). `sources`
    are folders with articles, relative to the workspace. `parser` is "rules" or the name of an installed spaCy
    pipeline. `timeout` limits a query, in seconds.
    """

    base: str = "https://w3id.org/belegnetz/"
    language: str = "de"
    sources: tuple[str, ...] = ("seeds/articles",)
    parser: str = "rules"
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders of one graph. `builtin` marks the read-only example that comes with the package."""

    root: Path
    ontology: Path
    seeds: Path
    exports: Path
    state: Path
    settings: Settings
    builtin: bool = False

    @property
    def store(self) -> Path:
        """The folder of the graph store."""
        return self.state / "store"

    @property
    def articles(self) -> tuple[Path, ...]:
        """The folders that hold articles."""
        return tuple(self.root / source for source in self.settings.sources)


def template_folder() -> Path:
    """Return the folder whose `ontology/` and `seeds/` come with the package: in the wheel, or the checkout."""
    package = Path(__file__).resolve().parent
    wheel = package / "template"
    return wheel if wheel.is_dir() else package.parent


def find_workspace(given: Path | None = None, *, start: Path | None = None) -> Workspace:
    """Return the given workspace, else the nearest one upward from `start`, else the built-in one."""
    if given is not None:
        if not _is_workspace(given):
            raise WorkspaceError(
                f"{given}: no workspace (no kg.toml, no ontology/ with seeds/); make one: kg init {given}"
            )
        return _open(given.resolve())
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if _is_workspace(folder):
            return _open(folder)
    return _builtin()


def create_workspace(folder: Path) -> Workspace:
    """Copy the template into a new or empty folder and return the workspace made."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WorkspaceError(f"{folder}: is not empty; give a new folder")
    template = template_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        shutil.copytree(template / part, folder / part)
    (folder / "exports").mkdir()
    shutil.copyfile(template / EXPORTS_PAGE, folder / EXPORTS_PAGE)
    (folder / SETTINGS_FILE).write_text(_settings_text(), encoding="utf-8")
    (folder / ".gitignore").write_text(".kg/\n", encoding="utf-8")
    return _open(folder.resolve())


def _is_workspace(folder: Path) -> bool:
    return (folder / SETTINGS_FILE).is_file() or all((folder / part).is_dir() for part in PARTS)


def _open(root: Path) -> Workspace:
    ontology = root / "ontology"
    return Workspace(
        root=root,
        ontology=ontology if ontology.is_dir() else template_folder() / "ontology",
        seeds=root / "seeds",
        exports=root / "exports",
        state=root / ".kg",
        settings=_read_settings(root / SETTINGS_FILE),
    )


def _builtin() -> Workspace:
    import platformdirs

    root = template_folder()
    cache = Path(platformdirs.user_cache_dir("belegnetz", appauthor=False))
    return Workspace(root, root / "ontology", root / "seeds", cache / "exports", cache, Settings(), builtin=True)


def _read_settings(path: Path) -> Settings:
    if not path.is_file():
        return Settings()
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FaultyInput((Fault(path, f"is no valid TOML in UTF-8: {error}"),)) from error
    faults = tuple(_faults(path, found))
    if faults:
        raise FaultyInput(faults)
    checked: dict[str, Any] = {key: _value(key, value) for key, value in found.items()}
    return Settings(**checked)


def _value(key: str, value: object) -> object:
    if key == "sources" and isinstance(value, list):
        return tuple(value)
    return float(value) if key == "timeout" and isinstance(value, int) else value


def _faults(path: Path, found: dict[str, object]) -> list[Fault]:
    defaults = {field.name: field.default for field in fields(Settings)}
    faults = []
    for key, value in found.items():
        line = _line_of(path, key)
        if key not in defaults:
            faults.append(Fault(path, f"unknown key '{key}'; known are {', '.join(defaults)}", line))
        elif not isinstance(_value(key, value), type(defaults[key])) or not _items_are_text(value):
            expected = "a list of folders" if key == "sources" else type(defaults[key]).__name__
            faults.append(Fault(path, f"'{key}' is {value!r}; expected {expected}", line))
        elif key == "base" and not re.fullmatch(r"https?://\S+/", str(value)):
            faults.append(Fault(path, f"'base' is {value!r}; expected an http(s) IRI that ends in /", line))
        elif key == "language" and value not in ("de", "en"):
            faults.append(Fault(path, f"'language' is {value!r}; expected 'de' or 'en'", line))
    return faults


def _items_are_text(value: object) -> bool:
    return not isinstance(value, list) or all(isinstance(item, str) for item in value)


def _line_of(path: Path, key: str) -> int:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return next((n for n, line in enumerate(lines, 1) if re.match(rf"\s*\[?{re.escape(key)}\b", line)), 0)


def _settings_text() -> str:
    default = Settings()
    return (
        "# Settings of this workspace. Every key is optional; these are the defaults.\n"
        f'# base = "{default.base}"        # resources are minted under this IRI\n'
        f'# language = "{default.language}"                              # of the network page: "de" or "en"\n'
        f'# sources = ["{default.sources[0]}"]                 # folders with articles\n'
        f'# parser = "{default.parser}"                             # or the name of an installed spaCy pipeline\n'
        f"# timeout = {default.timeout}                               # seconds a query may take\n"
    )
