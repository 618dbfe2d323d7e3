"""Dependency parses from an installed spaCy pipeline, over our own tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.lexicon import rows
from kg.errors import KgError
from kg.model.reading import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Parse", "parse"]


@dataclass(frozen=True, slots=True)
class Parse:
    """For every token its head (itself at a root), what its label means ("" for nothing), and its children."""

    heads: Sequence[int]
    functions: Sequence[str]
    children: Sequence[Sequence[int]]


def parse(pipeline: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Parse:
    """Return the parse of all tokens by the spaCy pipeline of that name or path, sentence boundaries being ours.

    Raises KgError where spaCy or the pipeline is not installed, or the pipeline has no parser.
    """
    from spacy.tokens import Doc

    language = _load(pipeline)
    starts = {sentence.first for sentence in sentences}
    ends = [token.end for token in tokens]
    doc = Doc(
        language.vocab,
        words=[token.text for token in tokens],
        spaces=[end < following.start for end, following in zip(ends, tokens[1:], strict=False)]
        + [False] * bool(tokens),
        sent_starts=[index in starts for index in range(len(tokens))],
    )
    for _, component in language.pipeline:
        doc = component(doc)
    heads = [word.head.i for word in doc]
    children: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    labels = _functions()
    return Parse(heads, [labels.get(word.dep_.lower(), "") for word in doc], children)


@cache
def _functions() -> dict[str, str]:
    return {row["label"]: row["function"] for row in rows("dependency_labels.csv")}


@cache
def _load(pipeline: str) -> Language:
    try:
        import spacy
    except ModuleNotFoundError as error:
        raise KgError(f'parser = "{pipeline}" needs spaCy: pip install "belegnetz[parser]"') from error
    try:
        language = spacy.load(pipeline)
    except OSError as error:
        raise KgError(
            f'parser = "{pipeline}" in kg.toml: no such spaCy pipeline is installed; '
            f'"python -m spacy download {pipeline}" fetches one, parser = "rules" needs none'
        ) from error
    if "parser" not in language.pipe_names:
        raise KgError(f'parser = "{pipeline}" in kg.toml: this spaCy pipeline has no dependency parser')
    return language
