"""Who and what a text names, known and new, and the offices beside names. See `kg.annotate.names.find`."""
