"""Who did what to whom: clauses with their verbs and participants. See `kg.annotate.clauses.read`."""
