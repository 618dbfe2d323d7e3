"""Claims set side by side: what contradicts, updates or supports what, and what changed from build to build."""
