"""Statements from rows: one row, one claim, whose evidence is the row itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.curate.names import Names, suggestion
from kg.curate.tables import Cell, Columns, Row
from kg.curate.values import read_choice, read_quantity, read_when
from kg.errors import Fault
from kg.model.claim import CURATED, MODALITIES, POLARITIES, Claim, Evidence, Participant
from kg.model.entity import Entity
from kg.model.identity import content_hash, slug
from kg.model.vocabulary import Predicate, Vocabulary

__all__ = ["StatementReader", "statement_columns"]

_REQUIRED: Final = ("subject", "predicate", "object", "source")
_OPTIONAL: Final = ("from", "until", "quantity", "unit", "polarity", "modality", "note")
# Classes whose things need no row in a table of entities: whatever a statement is about may be one.
_FREE: Final = ("Thema", "Ding")


def statement_columns(vocabulary: Vocabulary) -> Columns:
    """Return the columns of a table of statements; every qualifier of the vocabulary is one."""
    qualifiers = {name for predicate in vocabulary.predicates.values() for name in predicate.qualifiers}
    return Columns(_REQUIRED, (*_OPTIONAL, *sorted(qualifiers)))


@dataclass(frozen=True, slots=True)
class StatementReader:
    """Turns rows into claims with the names and predicates it knows; faults go to the list it is given."""

    names: Names
    vocabulary: Vocabulary
    faults: list[Fault]

    def read(self, rows: Iterable[Row], document: str) -> tuple[Claim, ...]:
        """Return the claims of a file's sound rows in order; `document` is the file's slug."""
        lines: dict[str, int] = {}
        claims = []
        for row in rows:
            before = len(self.faults)
            claim = self._claim(row, document)
            if claim and claim.id in lines:
                self.faults.append(row.fault(f"dieselbe Aussage steht schon in Zeile {lines[claim.id]}"))
            if claim and len(self.faults) == before:
                lines[claim.id] = row.line
                claims.append(claim)
        return tuple(claims)

    def check(self, rows: Iterable[Row]) -> None:
        """Tell what else is wrong in rows that lack a cell, so that all faults are told at once."""
        for row in rows:
            predicate = self.predicate(row.cells["predicate"]) if "predicate" in row.cells else None
            self._check_cells(row, predicate)

    def _check_cells(self, row: Row, predicate: Predicate | None) -> None:
        for name, expected in (("subject", "domain"), ("object", "range")):
            if name in row.cells:
                self.participant(row.cells[name], getattr(predicate, expected, "Ding"))
        read_when(row, predicate.kind if predicate else "relation", self.faults)
        read_quantity(row, self.faults)

    def _claim(self, row: Row, document: str) -> Claim | None:
        predicate = self.predicate(row.cells["predicate"])
        if predicate is None:
            self._check_cells(row, None)
            return None
        subject = self.participant(row.cells["subject"], predicate.domain)
        thing = self.participant(row.cells["object"], predicate.range)
        qualifiers = self._qualifiers(row, predicate)
        when = read_when(row, predicate.kind, self.faults)
        quantity = read_quantity(row, self.faults)
        if predicate.kind == "measure" and "quantity" not in row.cells:
            self.faults.append(row.fault(f"{predicate.name} braucht eine Zahl in der Spalte quantity"))
        polarity = read_choice(row.cells.get("polarity"), POLARITIES, self.faults)
        modality = read_choice(row.cells.get("modality"), MODALITIES, self.faults)
        if subject is None or thing is None:
            return None
        said = (subject.id, predicate.name, thing.id, polarity, when.value if when else "")
        return Claim(
            id=content_hash(document, *said, *(f"{name}={value.entity.id}" for name, value in qualifiers)),
            document=document,
            subject=Participant(subject),
            predicate=predicate.name,
            object=Participant(thing),
            evidence=(Evidence(document, row.text("note"), line=row.line, source=row.text("source") or None),),
            polarity=polarity,
            modality=modality,
            when=when,
            quantity=quantity,
            qualifiers=qualifiers,
            rule=CURATED,
        )

    def predicate(self, cell: Cell) -> Predicate | None:
        """Return the predicate a cell names, None with a fault where there is none."""
        predicates = self.vocabulary.predicates
        found = predicates.get(cell.text)
        if found is None:
            self.faults.append(cell.fault(f"unbekanntes Prädikat {cell.text!r}{suggestion(cell.text, predicates)}"))
        return found

    def participant(self, cell: Cell, expected: str) -> Entity | None:
        """Return who or what a cell names, None with a fault where nobody does or it is no `expected`."""
        found = self.names.find(cell.text)
        if self.names.doubtful(cell.text):
            return None
        if found is None and expected in _FREE and not self.names.misspelt(cell.text):
            return Entity(slug(cell.text), cell.text, "Thema")
        if found is None:
            known = self.names.suggest(cell.text)
            self.faults.append(cell.fault(f"unbekannte Entität {cell.text!r}{known} (Neue gehören in entities.csv)"))
        elif not self.vocabulary.is_a(found.type, expected):
            self.faults.append(cell.fault(f"{found.label} ist {found.type}, erwartet wird {expected}"))
        return found

    def _qualifiers(self, row: Row, predicate: Predicate) -> tuple[tuple[str, Participant], ...]:
        known = (*_REQUIRED, *_OPTIONAL)
        found = []
        for name in sorted(set(row.cells).difference(known)):
            cell = row.cells[name]
            if name not in predicate.qualifiers:
                allowed = ", ".join(predicate.qualifiers) or "keine"
                self.faults.append(cell.fault(f"{predicate.name} trägt dieses Merkmal nicht; möglich: {allowed}"))
            entity = self.participant(cell, "Ding")
            if entity:
                found.append((name, Participant(entity)))
        return tuple(found)
