"""YAML whose mappings know the line they began on, so that a fault can be shown where it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from kg.errors import Fault, FaultyInput

__all__ = ["Mapping", "read_yaml"]


class Mapping(dict[str, Any]):
    """A mapping with the line (from 1) of itself and of each key."""

    line: int = 0
    lines: dict[str, int]


class _Loader(yaml.CSafeLoader):
    # libyaml's loader: ten times faster than PyYAML's own, and it takes `{subject: Akteur?}`, which YAML 1.2 allows.
    pass


def _construct(loader: _Loader, node: yaml.MappingNode) -> Mapping:
    mapping = Mapping({str(key): value for key, value in loader.construct_mapping(node, deep=True).items()})
    mapping.line = node.start_mark.line + 1
    mapping.lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
    return mapping


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _construct)


def read_yaml(path: Path) -> Mapping:
    """Return the mapping of a YAML file; raise FaultyInput with the line where it is none."""
    try:
        found = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Loader)  # noqa: S506 - derived from SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise FaultyInput((Fault(path, f"is no valid YAML: {error.problem}", *place),)) from error
    except UnicodeDecodeError as error:
        raise FaultyInput((Fault(path, "is not in UTF-8; save it as UTF-8"),)) from error
    if not isinstance(found, Mapping):
        raise FaultyInput((Fault(path, "is no mapping; expected keys import, lists, rules", 1),))
    return found
