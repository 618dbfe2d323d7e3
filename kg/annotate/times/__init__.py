"""Time expressions in TIMEX3 terms, placed on the calendar. See `kg.annotate.times.find`."""
