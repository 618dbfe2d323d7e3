"""Whose office it is where the phrase does not say, from the bodies named before it: Konzernchef X, Sprecherin Y."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.annotate.names.kinds import description_row, is_of_kind, kind_of
from kg.annotate.names.office_text import OfficePhrase, OfficeText
from kg.model.entity import Entity
from kg.model.reading import Sentence

__all__ = ["OF_BODIES", "with_antecedent"]

OF_BODIES = "Präsident"
"""What heads a state or, where its head is called otherwise, associations and institutes: Verbandspräsident."""
_PRESIDED = ("Verband", "Institut", "Gewerkschaft")

_ONLY_AT = {"Richter": "gericht", "Staatsanwalt": "anwaltschaft", "Oberstaatsanwalt": "anwaltschaft"}
"""Offices that only bodies have in whose name a word stands: no party has a judge."""
_OF_FIRMS = ("vorstand", "betriebsratschef", "betriebsratsvorsitzender", "aufsichtsratschef", "vorstandschef")
"""Offices that only firms have, by how they end: Finanzvorstand."""
_BODY = "body"
_FIRM, _COMPANY = "Konzern", "Unternehmen"
_PARTY, _TWO = "Partei", 2
_ITS = ("dessen", "deren")
"""What takes up the body named last: Das lehnt der Verband ab. Es schade, sagte dessen Chefin Ida Holm."""
_REACH = 60  # tokens between a body and a bare office for it


def with_antecedent(
    text: OfficeText, sentence: Sentence, before: Sentence | None, phrase: OfficePhrase
) -> OfficePhrase:
    """Let a bare office right before a name be held for the body named last in this sentence or the one `before`.

    The first part of the word says what kind of body it must be: Konzernchef, Parteichefin. Where none is near, it is
    the only one of this kind that the text names often.
    """
    word = phrase.word
    if word is None or not _may_be_of_body(text, phrase) or phrase.of or phrase.owner or phrase.holder is None:
        return phrase
    behind = text.tokens[phrase.last - 1].end <= text.mentions[phrase.holder].start
    article = None if phrase.determiner is None else text.tokens[phrase.determiner].text.lower()
    determined = article not in (None, *_ITS) and word.normal not in _ONLY_AT  # der Richter X is of the only court
    if determined or not behind or phrase.standing != "held" or phrase.place:
        return phrase
    first_part = word.prefix.rstrip("-") or word.whole.removesuffix(word.normal.lower())
    forms = (first_part, first_part.removesuffix("s"), first_part.removesuffix("en") + "a")  # Firmen-, Unternehmens-
    kind = next((row for form in forms if (row := description_row(form)) is not None), None)
    if word.whole.lower().endswith(_OF_FIRMS):
        kind = description_row(_FIRM)
    elif first_part and first_part != word.whole and kind is None:
        return phrase
    part = _ONLY_AT.get(word.normal, "")
    start = _behind_last_person(text, phrase.determiner) if article in _ITS and phrase.determiner is not None else 0
    bodies = _named_before(text, sentence, before, phrase.first, start)
    named = (body for body in bodies if part in body.label.lower())
    fitting = [body for body in named if kind is None or is_of_kind(body, kind)]
    if word.scope != _BODY:
        fitting = [body for body in fitting if kind_of(body) in _PRESIDED]
    if kind is not None and not start and _is_of_firm(kind) and _starts(text, sentence, phrase):
        fitting.reverse()  # X übernahm Y. Konzernchef …: of whom the sentence before speaks
    fitting = list(dict.fromkeys(fitting))
    near = _of_its_kind(text, text.mentions[phrase.holder].entities[0], fitting[:1] if start else fitting)
    if not fitting and kind is not None and not start:
        of_kind = [body for body in text.often if is_of_kind(body, kind)]
        near = of_kind[0] if len(of_kind) == 1 else None
    return replace(phrase, assumed=near)


def _may_be_of_body(text: OfficeText, phrase: OfficePhrase) -> bool:
    """Tell an office of bodies, or Präsident where no other state is spoken of whose head is called so."""
    word = phrase.word
    if word is None or word.scope == _BODY or word.whole != OF_BODIES:
        return word is not None and word.scope == _BODY
    return phrase.assumed is None and text.homes.of(word) in (None, text.federal)


def _is_of_firm(kind: dict[str, str]) -> bool:
    return _COMPANY in kind["kinds"].split("|")


def _starts(text: OfficeText, sentence: Sentence, phrase: OfficePhrase) -> bool:
    """Tell an office before which its sentence names no body."""
    return not any(True for _ in _named_before(text, sentence, None, phrase.first, 0))


def _of_its_kind(text: OfficeText, holder: Entity, bodies: Sequence[Entity]) -> Entity | None:
    """Return the nearest body, unless another party stands near that may as well be meant: Die SPD rügt die CDU."""
    parties = [body for body in bodies if kind_of(body) == _PARTY]
    if len(parties) < _TWO or bodies[0] != parties[0]:
        return next(iter(bodies), None)
    own = text.gazetteer.serves.get(holder.id)
    return own if own in parties else None


def _behind_last_person(text: OfficeText, place: int) -> int:
    """Return the token behind the person named last before one, to whom "dessen" may point instead of a body."""
    people = (index for index in range(place - 1, max(place - _REACH, 0) - 1, -1) if text.named_person(index))
    return next(people, -1) + 1


def _named_before(
    text: OfficeText, sentence: Sentence, before: Sentence | None, place: int, first: int
) -> Iterator[Entity]:
    """Yield the organisations named between two tokens, the nearest first, and states by their seat: der Kreml."""
    start = max(place - _REACH, before.first if before is not None else sentence.first, first)
    for index in range(place - 1, start - 1, -1):
        body, mention = text.body(index), text.mention(index)
        seat = mention is not None and mention.kind == "metonym"
        if body is not None and (seat or body.type in ("Organisation", "Medium")):
            yield body
