import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from pyoxigraph import Store
from sample_graph import ONE, TWO, graph_of

from kg.errors import StoreError
from kg.store.build import build_store
from kg.store.generations import current_generation, next_generation
from kg.store.open import open_store


def databases(directory: Path) -> list[Path]:
    return sorted(directory.glob("graph-*"))


def test_what_is_built_can_be_read(tmp_path: Path) -> None:
    build_store(tmp_path / "store", graph_of([ONE, TWO]))
    assert set(open_store(tmp_path / "store")) == set(graph_of([ONE, TWO]))


def test_no_triple_stands_in_two_graphs(tmp_path: Path) -> None:
    """Trap 1: the union default graph counts a triple once per graph it stands in."""
    build_store(tmp_path, graph_of([ONE, TWO]))
    store = open_store(tmp_path)
    query = "SELECT (COUNT(*) AS ?rows) (COUNT(DISTINCT ?s) AS ?subjects) { ?s a ?type }"
    (row,) = store.query(query, use_default_graph_as_union=True)
    assert row["rows"] == row["subjects"]
    assert len({quad.triple for quad in store}) == len(store)


def test_a_new_build_takes_the_place_of_the_old(tmp_path: Path) -> None:
    build_store(tmp_path, graph_of([ONE]))
    build_store(tmp_path, graph_of([TWO]))
    assert set(open_store(tmp_path)) == set(graph_of([TWO]))


def test_generations_do_not_pile_up(tmp_path: Path) -> None:
    for _ in range(4):
        build_store(tmp_path, graph_of([ONE]))
    assert len(databases(tmp_path)) == 2


def test_a_failed_build_leaves_the_last_good_graph_whole(tmp_path: Path) -> None:
    def broken() -> object:
        yield from graph_of([TWO])
        raise ValueError("broken")

    build_store(tmp_path, graph_of([ONE]))
    with pytest.raises(ValueError, match="broken"):
        build_store(tmp_path, broken())
    assert set(open_store(tmp_path)) == set(graph_of([ONE]))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill that leaves no time to clean up")
def test_a_killed_build_leaves_the_last_good_graph_whole(tmp_path: Path) -> None:
    """Trap 2: a bulk load that is killed leaves orphan files in the store it writes to."""
    build_store(tmp_path, graph_of([ONE]))
    script = f"""
        import os, signal
        from pathlib import Path
        from sample_graph import TWO, graph_of
        from kg.store.build import build_store
        def quads():
            yield from graph_of([TWO])
            os.kill(os.getpid(), signal.SIGKILL)
        build_store(Path({str(tmp_path)!r}), quads())
    """
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    killed = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], env=path, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(databases(tmp_path)) == 2
    assert set(open_store(tmp_path)) == set(graph_of([ONE]))
    build_store(tmp_path, graph_of([TWO]))
    assert set(open_store(tmp_path)) == set(graph_of([TWO]))
    assert [database.name for database in databases(tmp_path)] == ["graph-000001", "graph-000002"]


def test_only_one_process_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trap 3: a database has one writer; a second is told so."""
    monkeypatch.setattr("kg.store.generations._LOCK_SECONDS", 0)
    with next_generation(tmp_path) as generation:
        Store(str(generation))
        with pytest.raises(StoreError, match="another process is writing"):
            build_store(tmp_path, graph_of([ONE]))


def test_a_reader_keeps_its_graph_while_another_is_built(tmp_path: Path) -> None:
    """Trap 3: reading beside a writer is undefined, so nobody writes what is read."""
    build_store(tmp_path, graph_of([ONE]))
    reader = open_store(tmp_path)
    build_store(tmp_path, graph_of([TWO]))
    assert set(reader) == set(graph_of([ONE]))


def test_a_database_is_optimised_before_it_is_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trap 2: what a bulk load leaves is slow to query until then."""
    done: list[str] = []

    class Recorder:
        def __init__(self, path: str) -> None:
            self.store = Store(path)

        def __getattr__(self, name: str) -> object:
            assert current_generation(tmp_path) is None
            done.append(name)
            return getattr(self.store, name)

    monkeypatch.setattr("kg.store.build.Store", Recorder)
    build_store(tmp_path, graph_of([ONE, TWO]))
    assert done == ["bulk_extend", "optimize", "flush"]


def test_the_graph_is_on_disk_even_when_it_is_small(tmp_path: Path) -> None:
    """Trap 9: in memory, hub entities make joins slow."""
    build_store(tmp_path, graph_of([ONE]))
    assert current_generation(tmp_path) == tmp_path / "graph-000001"


def test_without_a_build_the_reader_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph yet; make it: kg build"):
        open_store(tmp_path / "nowhere")


def test_a_pointer_to_nothing_counts_as_no_graph(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("graph-000007", encoding="utf-8")
    with pytest.raises(StoreError, match="no graph yet"):
        open_store(tmp_path)


def test_a_broken_database_is_reported(tmp_path: Path) -> None:
    (tmp_path / "graph-000001").mkdir()
    (tmp_path / "CURRENT").write_text("graph-000001", encoding="utf-8")
    with pytest.raises(StoreError, match="make it anew: kg build"):
        open_store(tmp_path)


def test_a_folder_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        build_store(tmp_path / "store", [])
