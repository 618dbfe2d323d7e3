"""Names that no table knows, of who does what only people and bodies do: Zentavia lehnt das Angebot ab."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from kg.annotate.clauses.government import acting_verbs
from kg.annotate.names.found import Found, found
from kg.annotate.names.titles import parse_title
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Sentence, Token

__all__ = ["find_acting_names"]

_NAME: Final = "NE"  # of nouns that no list has, too many are compounds
_ARTICLES: Final = frozenset({"der", "die", "das"})
_CARRIED: Final = frozenset({"VVPP", "VVINF", "VVIZU"})
_WANT: Final = "wollen"
_SHORTEST: Final = 3  # letters of a name
_OPENING: Final = frozenset({"ADV", "APPR", "APPRART", "PROAV"})
"""What opens a sentence whose subject stands behind the verb: Am Montag lehnte | Zentavia das Angebot ab."""
_ENDS: Final = frozenset({",", ";", ":", ".", "–"})


def find_acting_names(
    tokens: Sequence[Token], sentences: Sequence[Sentence], others: Collection[Found]
) -> Iterator[Found]:
    """Yield unknown names that stand where a sentence says who acts, wherever they stand in the text.

    `others` are the names found otherwise, whose words are none.
    """
    taken = {index for hit in others for index in range(hit.first, hit.last)}
    names = {name for sentence in sentences if (name := _acting(tokens, sentence, taken))}
    if not names:
        return
    for index, token in enumerate(tokens):
        for name in (each for each in names if each[0] == token.text):
            last = index + len(name)
            if tuple(t.text for t in tokens[index:last]) == name and taken.isdisjoint(range(index, last)):
                label = " ".join(name)
                yield found(tokens, index, last, Entity(slug(label), label, "Organisation", provisional=True))


def _acting(tokens: Sequence[Token], sentence: Sentence, taken: Collection[int]) -> tuple[str, ...]:
    """Return the words of the name before or behind the first finite verb of a sentence, () without one."""
    verb = next((i for i in range(sentence.first, sentence.last) if tokens[i].tag in FINITE_TAGS), sentence.last)
    behind = tokens[sentence.first].tag in _OPENING
    opening = verb + 1 if behind else sentence.first
    first = opening + (opening < sentence.last and tokens[opening].text.lower() in _ARTICLES)
    last = first
    while last < sentence.last and tokens[last].tag == _NAME and last not in taken:
        last += 1
    titled = any(parse_title(token.text) for token in tokens[first:last])  # am Montag traf | General Holm die Truppe
    short = first >= last or len(tokens[first].text) < _SHORTEST
    if verb == sentence.last or short or titled or (not behind and last != verb):
        return ()
    acts = tokens[verb].lemma == _WANT or _verb_of(tokens, verb, sentence) in acting_verbs()
    return tuple(token.text for token in tokens[first:last]) if acts else ()


def _verb_of(tokens: Sequence[Token], place: int, sentence: Sentence) -> str:
    """Return the lemma of the verb that says what the subject does, with its particle; "" where it suffers it."""
    for token in tokens[place + 1 : sentence.last]:
        if token.text in _ENDS:
            break
        if token.tag == "PTKVZ":
            return token.text + tokens[place].lemma
        if token.tag in _CARRIED:
            suffered = token.tag == "VVPP" and tokens[place].lemma == "werden"
            return "" if suffered else token.lemma
    return tokens[place].lemma
