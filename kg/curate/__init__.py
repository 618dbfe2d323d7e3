"""What people wrote by hand: tables of entities, aliases and statements become entities and claims.

Messages are German, because the tables are. A file in another notation (Turtle) reaches this stage as the same rows.
"""
