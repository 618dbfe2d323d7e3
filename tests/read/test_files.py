from pathlib import Path

import pytest

from kg.errors import FaultyInput, KgError, ReadError
from kg.model.text import Document
from kg.read.files import find_files, read_file, read_paths, read_standard_input

PAGE = """<!doctype html><html lang="de"><head><title>Der Rat tagt</title>
<meta property="og:site_name" content="Beispielblatt">
<meta property="article:published_time" content="2022-03-12T10:00:00Z"></head><body>
<nav>Start Politik Sport</nav><article><h1>Der Rat tagt</h1>
<p>Der Rat der Stadt hat am Samstag über den Haushalt beraten. Er beschloss Ausgaben von 40 Millionen Euro.</p>
<p>Die Bürgermeisterin lobte die Verhandlungen mit den Fraktionen, die mehrere Wochen gedauert hatten.</p></article>
<footer>Impressum</footer></body></html>"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_text_with_headline(tmp_path: Path) -> None:
    (document,) = read_file(write(tmp_path, "rat.txt", "Der Rat tagt\n\nAm Montag tagte der Rat."))
    assert (document.id, document.title) == ("rat", "Der Rat tagt")
    assert document.text.endswith("tagte der Rat.")


def test_date_in_the_file_name(tmp_path: Path) -> None:
    (document,) = read_file(write(tmp_path, "2022-03-12-rat.txt", "Am Montag tagte der Rat."))
    assert document.published == "2022-03-12"


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    head = "---\ntitle: Der Rat\ndate: 2022-03-12\npublisher: Blatt\nurl: https://b.example/1\n---\n"
    source = head + "## Kopf\n\nEin **guter** [Tag](https://x.example).\n"
    (document,) = read_file(write(tmp_path, "rat.md", source))
    assert (document.title, document.published, document.publisher) == ("Der Rat", "2022-03-12", "Blatt")
    assert document.url == "https://b.example/1"
    assert document.text == "Kopf\n\nEin guter Tag."


def test_faulty_front_matter_names_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, "rat.md", "---\ntitle: Der Rat\ndate: [2022\n---\nText.")
    with pytest.raises(FaultyInput) as caught:
        list(read_file(path))
    assert caught.value.faults[0].line in (3, 4)


def test_web_page(tmp_path: Path) -> None:
    (document,) = read_file(write(tmp_path, "rat.html", PAGE))
    assert document.title == "Der Rat tagt"
    assert document.published == "2022-03-12"
    assert "40 Millionen Euro" in document.text
    assert "Impressum" not in document.text


def test_json_lines(tmp_path: Path) -> None:
    lines = '{"doc": "a1", "text": "Der Rat.", "published": "2022"}\n\n{"doc": 7, "text": "Die Stadt.", "title": "T"}\n'
    first, second = read_file(write(tmp_path, "a.jsonl", lines))
    assert (first.id, first.published, first.path.stem) == ("a1", "2022", "a1")
    assert (second.id, second.title) == ("7", "T")


def test_faulty_json_lines_are_told_and_the_sound_ones_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"doc": "a", "text": "Der Rat."}\nnonsense\n{"doc": "b"}\n[]\n')
    found = list(read_paths([path]))
    assert isinstance(found[0], Document)
    assert isinstance(found[1], FaultyInput)
    assert [fault.line for fault in found[1].faults] == [2, 3, 4]


@pytest.mark.parametrize(
    ("name", "content"),
    [("leer.txt", "  \n"), ("bild.txt", b"\x89PNG\0\0"), ("brief.doc", "Text."), ("x.html", "<p></p>")],
)
def test_unreadable_files_are_named_and_the_others_go_on(tmp_path: Path, name: str, content: str | bytes) -> None:
    bad, good = write(tmp_path, name, content), write(tmp_path, "gut.txt", "Der Rat tagte.")
    first, second = read_paths([bad, good])
    assert isinstance(first, ReadError)
    assert name in str(first)
    assert isinstance(second, Document)


def test_missing_file_is_named(tmp_path: Path) -> None:
    (error,) = read_paths([tmp_path / "fehlt.txt"])
    assert isinstance(error, KgError)
    assert "fehlt.txt" in str(error)


def test_folders_are_read_in_order_without_readmes(tmp_path: Path) -> None:
    for name in ("b/zwei.txt", "a/eins.md", "README.md", ".versteckt.txt", "bild.png"):
        write(tmp_path, name, "Text.")
    assert [path.name for path in find_files(tmp_path)] == ["eins.md", "zwei.txt"]


def test_documents_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    for name in ("a/rat.txt", "b/rat.txt"):
        write(tmp_path, name, "Text.")
    assert [document.id for document in read_paths([tmp_path]) if isinstance(document, Document)] == ["rat", "rat-2"]


def test_standard_input() -> None:
    (document,) = read_standard_input(b"Der Rat tagte.")
    assert document.text == "Der Rat tagte."
