"""Ministers whose field stands in brackets behind the name: neue Minister sind Ida Holm (Justiz) und …."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.annotate.lexicon import rows
from kg.annotate.names.office_text import OfficePhrase, OfficeText
from kg.annotate.names.titles import parse_title
from kg.model.reading import Sentence

__all__ = ["field_holders"]


@cache
def _titles() -> dict[str, str]:
    return {row["field"]: row["title"] for row in rows("field_ministers.csv")}


def field_holders(text: OfficeText, sentence: Sentence) -> Iterator[OfficePhrase]:
    """Yield the offices of a sentence's people behind whose names a ministry's field stands alone in brackets."""
    for index in range(sentence.first + 1, sentence.last - 2):
        bracketed = text.tokens[index].text == "(" and text.tokens[index + 2].text == ")"
        title = parse_title(_titles().get(text.tokens[index + 1].text, "")) if bracketed else None
        if title is None or text.named_person(index - 1) is None:
            continue
        home, holder = text.homes.of(title), text.at[index - 1]
        yield OfficePhrase(index + 1, index + 2, index + 1, title, title.whole, title.rank, holder=holder, assumed=home)
