"""Interviews: what somebody answers is said by them, though no verb and no quotation mark says so.

Papers print them in two ways: with labels before each turn, sometimes only before the first ("DW: Wie …?", "Nowak: …"),
or without any, as paragraphs that ask and answer in turn; then the first question addresses who answers
(Frau Nowak, …).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.model.reading import Quotation
from kg.model.text import Span

__all__ = ["find_answers"]

_NAME = r"(?:(?:von|van|de|al|el|der|bin) )?[A-ZÄÖÜ][\w.’'-]*"
_PARAGRAPH = re.compile(rf"\S[^\n]*(?:\n(?!\s*\n)(?!{_NAME}(?: {_NAME}){{0,4}}:\s)[^\n]*\S[^\n]*)*")
_LINE = re.compile(r"\S[^\n]*")
_LABEL = re.compile(rf"({_NAME}(?: {_NAME}){{0,4}})\s*:\s+(?=\S)")
_ADDRESS = re.compile(
    r"(?:Frau|Herr)(?: (?:Dr\.|Prof\.|Professor|Doktor|Professorin))* ((?:von |van |de )?[A-ZÄÖÜ][\w-]+)"
)
_ENDING = re.compile(
    r"(?:Das|Dieses) (?:Interview|Gespräch)\b|Die Fragen stellte|(?:Interview|Gespräch):|Mit \w+ sprach"
)
# Words: a question may be introduced at length; what is asked without a question mark is short.
_LONGEST_QUESTION, _LONGEST_REMARK = 90, 12


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph: its characters behind the label, and the label."""

    start: int
    end: int
    text: str
    label: Span | None

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def asks(self) -> bool:
        return self.text.rstrip('“”"«»').endswith("?") and self.words <= _LONGEST_QUESTION


def find_answers(text: str) -> list[Quotation]:
    """Return the answers of an interview, each with the first words that name who gives it; none of another text."""
    turns = _turns(text)
    begin, speaker = _beginning(text, turns)
    if speaker is None:
        return []
    return _title(text, turns[:begin], speaker) + _answers(text, turns[begin:], speaker)


def _turns(text: str) -> list[_Turn]:
    pattern = _PARAGRAPH if re.search(r"\n\s*\n", text.strip()) else _LINE
    turns: list[_Turn] = []
    for match in pattern.finditer(text):
        label = _LABEL.match(match.group())
        start = match.start() + (label.end() if label else 0)
        named = Span(match.start() + label.start(1), match.start() + label.end(1)) if label else None
        turns.append(_Turn(start, match.end(), text[start : match.end()].strip(), named))
    return turns


def _beginning(text: str, turns: list[_Turn]) -> tuple[int, Span | None]:
    """Return the first question and the words that name who answers: the next label, else whom it addresses."""
    asked = [i for i, (turn, reply) in enumerate(pairwise(turns)) if turn.asks and not reply.asks]
    if len(asked) > 1:
        for i in asked:
            turn, reply = turns[i], turns[i + 1]
            if turn.label and reply.label and _called(text, turn.label) != _called(text, reply.label):
                return i, reply.label
            if reply.label and not turn.label and _is_answering(text, turns, reply.label):
                return i, reply.label
            address = None if reply.label else _ADDRESS.search(text, turn.start, turn.end)
            if address is not None and "," in (text[address.end()], text[address.start() - 2]):
                return i, Span(address.start(), address.end())
    return len(turns), None


def _is_answering(text: str, turns: list[_Turn], label: Span) -> bool:
    """Tell the only label that stands before answers, where none stands before a question: Wie …? | Nowak: Gut."""
    labels = [turn.label for turn in turns if turn.label is not None]
    return len(labels) > 1 and len({_called(text, each) for each in labels}) == 1 and labels[0] == label


def _answers(text: str, turns: list[_Turn], speaker: Span) -> list[Quotation]:
    asker = _called(text, turns[0].label) if turns[0].label else None
    labels = {_called(text, speaker): speaker}
    found: list[Quotation] = []
    asking = True
    for i, turn in enumerate(turns[1:], 1):
        if _ends(text, turn, speaker):
            break
        if turn.label is not None:
            asking = _called(text, turn.label) == asker
            speaker = labels.setdefault(_called(text, turn.label), turn.label) if not asking else speaker
        else:
            asking = turn.asks or (not asking and _remarks(turn, turns[i + 1 : i + 2]))
        if not asking:
            found.append(Quotation((Span(turn.start, turn.end),), (speaker,), (), "Direct"))
    return found


def _remarks(turn: _Turn, behind: list[_Turn]) -> bool:
    """Tell a short remark between answers that asks without a question mark: Neu ist das nicht."""
    return turn.words <= _LONGEST_REMARK and any(not t.asks and t.words > 2 * turn.words for t in behind)


def _ends(text: str, turn: _Turn, speaker: Span) -> bool:
    """Tell the note behind an interview: who asked, or who answered: Jan Nowak leitet das Institut."""
    return _ENDING.match(turn.text) is not None or (
        turn.label is None and not turn.asks and re.search(rf"\b{_called(text, speaker)}\b", turn.text) is not None
    )


def _called(text: str, name: Span) -> str:
    """Return the last word of a name, by which it is repeated."""
    return text[name.start : name.end].split()[-1]


def _title(text: str, turns: list[_Turn], speaker: Span) -> list[Quotation]:
    """Return the words from the interview that stand over it in quotation marks."""
    first = next(iter(turns), None)
    quoted = first is not None and first.text[:1] in '„“»«"' and first.text[-1:] in '“”«»"'
    return [Quotation((Span(first.start, first.end),), (speaker,), (), "Direct")] if first and quoted else []
