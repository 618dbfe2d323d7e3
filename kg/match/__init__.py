"""Rules meet readings: `ontology/rules/*.yaml` over the layers of `kg.annotate`. See `ontology/rules/README.md`."""
