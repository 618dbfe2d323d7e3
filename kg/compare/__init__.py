"""Claims set side by side: what contradicts, updates, sharpens or supports what, without terminal and without RDF."""
