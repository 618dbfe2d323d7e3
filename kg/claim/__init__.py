"""Matches become claims: who holds it, how certain, when, how much, shown by which sentence."""
