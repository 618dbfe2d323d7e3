"""Scenes for tests, written as a row of words with their tags and lemmas."""

from pathlib import Path

from kg.match.scene import Scene, build_scene
from kg.model.reading import Annotations, Clause, Mention, OfficeMention, Token
from kg.model.text import Document
from kg.model.vocabulary import Vocabulary

VOCABULARY = Vocabulary({}, {"Staat": (), "Person": (), "Thema": ()})


def read_scene(
    written: str,
    *,
    mentions: tuple[Mention, ...] = (),
    clauses: tuple[Clause, ...] = (),
    offices: tuple[OfficeMention, ...] = (),
) -> tuple[Scene, int]:
    """Return the scene of words written as word/tag/lemma and the index of the one marked with a star."""
    tokens: list[Token] = []
    place, head = 0, 0
    for index, word in enumerate(written.split()):
        text, tag, lemma = word.lstrip("*").split("/")
        head = index if word.startswith("*") else head
        tokens.append(Token(place, place + len(text), text, lemma, tag))
        place += len(text) + 1
    document = Document("d", Path("d.txt"), " ".join(token.text for token in tokens))
    annotations = Annotations(document, tuple(tokens), mentions=mentions, clauses=clauses, offices=offices)
    return build_scene(annotations, VOCABULARY), head
