"""The graph and the reading shown to people: terminal tables, entity cards, the page of a reading."""
