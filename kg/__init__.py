"""Belegnetz: a knowledge graph of German news in which every edge shows its evidence."""

__all__ = ["__version__"]

__version__ = "0.1.0"
