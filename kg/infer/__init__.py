"""What follows from the facts by the traits of their predicates, kept apart in `graph/inferred`."""
