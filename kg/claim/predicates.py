"""The predicates that claims are made of in a way of their own, by name."""

from __future__ import annotations

__all__ = ["CAUSING", "CLASSING", "ELECTED", "FEARED", "KILLING", "PART", "SPOKEN"]

CAUSING = "verursacht"
"""Both ends may be what was told before: Die Stadt baut. Das sorgt für Unmut; Grund dafür ist die Not."""
CLASSING = "istEin"
"""What somebody or something is, which an adjective can say: neutral, ungültig."""
ELECTED = "gewinntWahl"
"""The object is an election or an office, never who holds it."""
FEARED = "besorgtUeber"
"""What somebody fears is no doing of his."""
KILLING = "toetet"
"""The subject may be what was told before: Die Armee beschoss das Dorf. Dabei starben zwölf Menschen."""
PART = "teilVon"
"""What belongs to a body, whose member a person is."""
SPOKEN = "aeussertSichZu"
"""What somebody merely speaks of, whether it is so or not."""
