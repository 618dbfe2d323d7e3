"""Amounts: numbers with units, money, shares. See `kg.annotate.quantities.find`."""
