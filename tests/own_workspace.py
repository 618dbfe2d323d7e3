"""What the repository's own workspace knows, loaded once for all tests of a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.pipeline import Resources, load_resources
from kg.workspace import find_workspace

ROOT = Path(__file__).resolve().parents[1]


@cache
def resources() -> Resources:
    return load_resources(find_workspace(ROOT))
