"""Claims, entities, documents and the ontology as RDF, and back.

Everything behind this stage speaks quads; the terms are pyoxigraph's, because the store is Oxigraph.
"""
