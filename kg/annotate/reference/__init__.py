"""What refers without a name: pronouns, roles, descriptions, groups, metonyms. See `kg.annotate.reference.resolve`."""
