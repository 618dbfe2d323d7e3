from pathlib import Path

import pytest

from kg.errors import FaultyInput, WorkspaceError
from kg.workspace import Settings, create_workspace, find_workspace, template_folder

FAULTY = [
    ('base = "nichts"', "base", 1),
    ("\nfarbe = 3", "unknown key 'farbe'", 2),
    ('sources = "a"', "list of folders", 1),
    ("sources = [1]", "list of folders", 1),
    ('language = "fr"', "'de' or 'en'", 1),
    ('timeout = "lang"', "float", 1),
    ("base = ", "no valid TOML", 0),
]


def test_template_has_what_a_workspace_needs() -> None:
    assert (template_folder() / "ontology" / "terms.ttl").is_file()
    assert (template_folder() / "seeds" / "curated" / "entities.csv").is_file()


def test_made_workspace_is_found_from_below(tmp_path: Path) -> None:
    made = create_workspace(tmp_path / "neu")
    inside = made.root / "seeds" / "articles"
    assert find_workspace(start=inside).root == made.root
    assert made.settings == Settings()
    assert made.articles == (inside,)


def test_full_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("x", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="not empty"):
        create_workspace(tmp_path)


def test_folder_without_workspace_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="kg init"):
        find_workspace(tmp_path)


def test_elsewhere_the_builtin_workspace_keeps_its_store_in_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    workspace = find_workspace(start=tmp_path)
    assert workspace.builtin
    assert not workspace.store.is_relative_to(workspace.root)
    assert not workspace.exports.is_relative_to(workspace.root)


def test_settings_are_read(tmp_path: Path) -> None:
    text = 'base = "https://graph.example/"\nsources = ["texte"]\ntimeout = 5\nlanguage = "en"\n'
    (tmp_path / "kg.toml").write_text(text, encoding="utf-8")
    workspace = find_workspace(tmp_path)
    assert workspace.settings == Settings("https://graph.example/", "en", ("texte",), "rules", 5.0)
    assert workspace.articles == (tmp_path.resolve() / "texte",)
    assert (workspace.ontology / "terms.ttl").is_file(), "a workspace without an ontology uses the built-in one"


@pytest.mark.parametrize(("text", "message", "line"), FAULTY)
def test_faulty_settings_are_told_with_their_line(tmp_path: Path, text: str, message: str, line: int) -> None:
    (tmp_path / "kg.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyInput) as caught:
        find_workspace(tmp_path)
    (fault,) = caught.value.faults
    assert message in str(fault)
    assert fault.line == line
