"""Names of bodies with their abbreviation behind them: Bundesstelle für Flugunfälle (BFU)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.annotate.lexicon import word_endings
from kg.annotate.names.body_names import CLOSING, LONGEST_NAME, OPENING, head_row, nominative_of
from kg.annotate.names.found import Found, found
from kg.annotate.noun_classes import noun_class
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Sentence, Token

__all__ = ["abbreviated"]

_ABBREVIATION = re.compile(r"(?=(?:[^A-ZÄÖÜ]*[A-ZÄÖÜ]){2})[A-ZÄÖÜ][\w-]{1,9}")


def abbreviated(tokens: Sequence[Token], bracket: int, sentence: Sentence, at: dict[int, Found]) -> Iterator[Found]:
    """Read a name with its abbreviation in parentheses: Bundesstelle für Flugunfälle (BFU)."""
    inner = bracket + 1
    if inner + 1 >= sentence.last or tokens[inner + 1].text != ")" or not _ABBREVIATION.fullmatch(tokens[inner].text):
        return
    quoted = tokens[bracket - 1].text in CLOSING
    end = bracket - quoted
    first = _start_of_long_form(tokens, end, sentence, tokens[inner].text)
    if quoted and (first is None or tokens[first - 1].text not in OPENING):
        first = _start_of_quoted(tokens, end, sentence, tokens[inner].text, known=inner in at)
    if first is None or first in at:
        return
    if inner in at:
        yield found(tokens, first, end, at[inner].mention.entities[0])
        return
    label = _in_nominative(tokens, first, end)
    entity = Entity(slug(label), label, "Organisation", aliases=(tokens[inner].text,), provisional=True)
    yield found(tokens, first, end, entity)
    yield found(tokens, inner, inner + 1, entity)


def _in_nominative(tokens: Sequence[Token], first: int, end: int) -> str:
    """Return a long name as it stands alone: des Neuen Verbandes Deutscher Lehrer is Neuer Verband Deutscher Lehrer."""
    head = next((place for place in range(first, end) if tokens[place].tag == "NN"), first)
    noun, words = tokens[head], [token.text for token in tokens[first:end]]
    declined = noun.text in (f"{noun.lemma}s", f"{noun.lemma}es")
    weak = noun.text == noun.lemma and any(token.text.endswith("en") for token in tokens[first:head])
    if (declined or weak) and noun.morph.gender in ("m", "n"):  # im Neuen Verband
        words[head - first] = noun.lemma
        proper = range(first, head)
        words[: head - first] = [
            nominative_of(tokens[place].text, noun.morph.gender, definite=False) for place in proper
        ]
    return " ".join(words)


def _start_of_long_form(tokens: Sequence[Token], end: int, sentence: Sentence, short: str) -> int | None:
    """Return where a phrase before `end` starts whose words hold the letters of the abbreviation in order."""
    letters = short.upper()
    for first in range(end - 1, max(sentence.first, end - LONGEST_NAME) - 1, -1):
        token = tokens[first]
        if token.tag[:1] in ("V", "$"):
            return None
        if (
            not token.text[0].isupper()
            or token.text[0].upper() != letters[0]
            or token.tag in ("ART", "APPR", "APPRART")
        ):
            continue
        words = [word.text for word in tokens[first:end]]
        body = words[0].lower().endswith(word_endings("abbreviated_endings.txt"))
        if (len(words) > 1 or body or head_row(words[0]) is not None) and _spells(words, letters):
            return first
    return None


def _start_of_quoted(tokens: Sequence[Token], end: int, sentence: Sentence, short: str, *, known: bool) -> int | None:
    """Return where a name in quotation marks that end at `end` starts; the abbreviation may leave out words of it.

    So does UFT of „United League for Freedom against Tyranny“; an unknown one may be from another language.
    """
    for first in range(end - 1, max(sentence.first, end - LONGEST_NAME), -1):
        if tokens[first - 1].text in OPENING:
            initials = iter(token.text[0].upper() for token in tokens[first:end])
            spelled = tokens[first].text[0] == short[0] and all(letter in initials for letter in short.upper())
            body = not known and short.isupper() and noun_class(tokens[first].lemma) == "Organisation"
            return first if (spelled and end - first >= len(short)) or (body and end - first > 1) else None
        if tokens[first].tag[:1] == "$":
            return None
    return None


def _spells(words: list[str], letters: str) -> bool:
    """Tell whether the letters stand in the words in order, every capital word giving at least one."""
    if "".join(word[0] for word in words if word[0].isupper()) == letters:
        return True
    position = 0
    for word in words:
        given = position
        for character in word.upper():
            if position < len(letters) and character == letters[position]:
                position += 1
        if word[0].isupper() and position == given:
            return False
    return position == len(letters)
