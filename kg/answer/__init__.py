"""What the graph answers beyond single queries: connections, times, counts."""
