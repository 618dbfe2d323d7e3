"""What is wrong with a graph: checks in SPARQL over all of it, SHACL shapes over a part."""
