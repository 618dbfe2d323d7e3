"""What two or more claims can be to one another, from the most serious kind to mere notes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from kg.model.claim import Claim

__all__ = ["KINDS", "SUPPORT", "Comparison", "Kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of conflict. `note` marks what a reader should know although nothing contradicts."""

    name: str
    label: str
    meaning: str
    note: bool = False


KINDS = {
    kind.name: kind
    for kind in (
        Kind("contradiction", "Widerspruch", "der eine sagt, was der andere bestreitet"),
        Kind("holders", "ein Amt, zwei Inhaber", "zwei sollen zur selben Zeit sein, was nur einer sein kann"),
        Kind("values", "verschiedene Werte", "zwei Zahlen für dieselbe Zeit"),
        Kind("one-sided", "einseitig berichtet", "eine Quelle nennt beide Seiten, die andere nur eine"),
        Kind("tension", "Spannung", "gegensätzliche Haltungen oder Darstellungen, die zugleich wahr sein können"),
        Kind("plan", "Plan und Fortgang", "erst geplant, dann getan, unterblieben oder weiter gediehen"),
        Kind("change", "Änderung", "früher so, später anders: neuer Wert, neue Lage"),
        Kind("anachronism", "Zeit nach dem Erscheinen", "als geschehen berichtet, ehe es geschehen konnte", note=True),
        Kind("succession", "Amtswechsel", "ein Amt, nacheinander von mehreren ausgeübt", note=True),
        Kind("course", "Haltung im Verlauf", "was einer zu einer Sache nacheinander sagt und tut", note=True),
        Kind("difference", "abweichender Wortlaut", "dasselbe, mit anderen Einzelheiten", note=True),
        Kind("scope", "verschiedener Umfang", "dasselbe, anders abgegrenzt oder beziffert", note=True),
        Kind("precision", "verschieden genau", "dasselbe Ereignis, verschieden genau datiert", note=True),
        Kind("events", "verschiedene Ereignisse", "gleich benannt, zu anderer Zeit: nicht dasselbe", note=True),
        Kind("several", "mehrere Inhaber möglich", "ein Amt, das mehrere zugleich haben können", note=True),
    )
}
"""All kinds of conflict by name, the most serious first."""

SUPPORT = Kind("support", "Übereinstimmung", "was mehrere voneinander unabhängige Quellen sagen", note=True)
"""The opposite of a conflict: each side is one voice."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Claims set side by side: each side is one or more claims that say the same, in reading order.

    `why` says in German what sets the sides apart.
    """

    kind: Kind
    sides: tuple[tuple[Claim, ...], ...]
    why: str

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, side by side."""
        return tuple(chain.from_iterable(self.sides))
