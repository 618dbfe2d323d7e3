"""What a headline or teaser says behind a colon: Kolb: Polen lehnt Pakt ab. Bericht: Werk soll schließen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.annotate.lexicon import word_list
from kg.annotate.names.titles import parse_title
from kg.annotate.quotations.messages import SentenceReading
from kg.annotate.quotations.speaker_phrases import span_of
from kg.model.offsets import overlapping
from kg.model.reading import Mention, Quotation, Token

__all__ = ["find_announced"]

_LONGEST = 5  # words; what is longer tells something itself
_ADJECTIVES = frozenset({"ADJA", "NE"})


def find_announced(
    tokens: Sequence[Token], readings: Sequence[SentenceReading], names: Sequence[Mention], opaque: Sequence[int]
) -> Iterator[Quotation]:
    """Yield what follows a speaker and a colon at the beginning of a sentence; places and topics speak to nobody."""
    for reading in readings:
        if len(reading.segments) < 2 or reading.segments[1].opening != ":":
            continue
        first, last = reading.segments[0].first, reading.segments[0].last
        start, end = reading.segments[1].first, reading.segments[-1].last
        said = any(m.type != "Reported" and m.covers(start) for m in reading.messages)
        if reading.segments[0].verb is not None or last - first > _LONGEST or opaque[start] or said:
            continue
        if _is_announced(tokens, names, first, last):
            yield Quotation((span_of(tokens, start, end),), (span_of(tokens, first, last),), (), "Indirect")


def _is_announced(tokens: Sequence[Token], names: Sequence[Mention], first: int, last: int) -> bool:
    """Tell a person's name, an office or a noun for who or what gives an account: Minister Kolb, Experten."""
    head = tokens[last - 1]
    if any(m.entities[0].type == "Person" and m.kind == "name" for m in overlapping(names, head.start, head.end)):
        return True
    if head.tag == "NE" and any(parse_title(token.text) for token in tokens[first : last - 1]):
        return True
    if any(token.tag not in _ADJECTIVES for token in tokens[first : last - 1]):
        return False
    title = parse_title(head.text)
    return (title is not None and not title.plural) or head.lemma.split("-")[-1] in word_list("announcing_nouns.txt")
