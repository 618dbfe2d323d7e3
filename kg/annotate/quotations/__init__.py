"""Who said what: direct, indirect and summarised speech. See `kg.annotate.quotations.find`."""
