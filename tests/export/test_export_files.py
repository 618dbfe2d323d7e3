import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.export.files import write_export, write_exports


def broken() -> Iterator[bytes]:
    yield b"half"
    raise KgError("the second half is refused")


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    assert write_export(path, [b"one", b"two"]) == path
    assert path.read_bytes() == b"onetwo"
    assert list(tmp_path.iterdir()) == [path]


def test_what_breaks_off_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"old")
    with pytest.raises(KgError, match="second half"):
        write_export(path, broken())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_plain_file_is_written_to_and_stays_what_it_is() -> None:
    write_export(Path(os.devnull), [b"gone"])
    assert not Path(os.devnull).is_file()


def test_a_folder_is_made_for_several_files(tmp_path: Path) -> None:
    paths = write_exports(tmp_path / "new" / "folder", {"a.csv": b"a", "b.csv": b"b"})
    assert [path.read_bytes() for path in paths] == [b"a", b"b"]


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="exports cannot be written"):
        write_export(tmp_path, [b"x"])


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KgError, match="exports cannot be written"):
        write_exports(tmp_path / "file", {"a.csv": b"a"})
