"""The graph on disk: built whole or not at all, read without locks, asked under a limit.

A store is a folder of generations, each an Oxigraph database that is never written again once published;
`kg.store.generations` says how one follows another.
"""
