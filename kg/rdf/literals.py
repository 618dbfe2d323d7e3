"""Values as literals of the types that Oxigraph keeps as written: string, integer, decimal, date, boolean, `de`."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.rdf.namespaces import VOCABULARIES

__all__ = ["calendar", "day", "german", "integer", "link", "number", "text", "truth"]

_XSD: Final = VOCABULARIES["xsd"]
INTEGER: Final = NamedNode(_XSD + "integer")
DECIMAL: Final = NamedNode(_XSD + "decimal")
DATE: Final = NamedNode(_XSD + "date")
BOOLEAN: Final = NamedNode(_XSD + "boolean")

_CALENDAR: Final = (
    (re.compile(r"\d{4}-\d\d-\d\d"), DATE),
    (re.compile(r"\d{4}-\d\d"), NamedNode(_XSD + "gYearMonth")),
    (re.compile(r"\d{4}"), NamedNode(_XSD + "gYear")),
)
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def text(value: str) -> Literal:
    """Return a plain string."""
    return Literal(value)


def german(value: str) -> Literal:
    """Return a German text."""
    return Literal(value, language="de")


def integer(value: int) -> Literal:
    """Return an xsd:integer."""
    return Literal(str(value), datatype=INTEGER)


@lru_cache(maxsize=4096)
def number(value: float) -> Literal:
    """Return an xsd:decimal without exponent or trailing zeros, the form in which Oxigraph keeps it."""
    digits = format(Decimal(repr(float(value))), "f")
    if "." in digits:
        digits = digits.rstrip("0").removesuffix(".")
    return Literal(digits, datatype=DECIMAL)


@lru_cache(maxsize=4096)
def day(value: date) -> Literal:
    """Return an xsd:date."""
    return Literal(value.isoformat(), datatype=DATE)


def truth(value: bool) -> Literal:
    """Return an xsd:boolean."""
    return Literal("true" if value else "false", datatype=BOOLEAN)


def calendar(value: str) -> Literal:
    """Return an ISO date, month or year with its XML Schema type, anything else as a plain string."""
    datatype = next((kind for pattern, kind in _CALENDAR if pattern.fullmatch(value)), None)
    return Literal(value, datatype=datatype) if datatype else Literal(value)


def link(value: str) -> NamedNode | Literal:
    """Return a web address as an IRI, so that it can be followed, any other reference as a plain string."""
    return NamedNode(value) if _ADDRESS.fullmatch(value) else Literal(value)
