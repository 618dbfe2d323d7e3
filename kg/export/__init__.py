"""The graph as files for other tools; `kg.export.formats` lists the forms."""
