"""Tokens, sentences, tags, lemmas and forms. See `kg.annotate.words.tag`."""
