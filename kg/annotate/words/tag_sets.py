"""Sets of tags that several layers ask for."""

from __future__ import annotations

from typing import Final

__all__ = ["CLAUSE_MARKS", "FINITE_TAGS"]

CLAUSE_MARKS: Final = frozenset({"$,", "$."})
FINITE_TAGS: Final = frozenset({"VVFIN", "VAFIN", "VMFIN"})
