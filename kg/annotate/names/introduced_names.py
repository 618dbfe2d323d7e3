"""Names of bodies behind the noun that says what they are: Nachrichtenagentur XYZ, Zeitung „Neuer Tag“."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.annotate.lexicon import word_endings, word_list
from kg.annotate.names.body_names import CLOSING, LONGEST_NAME, OPENING
from kg.annotate.names.found import Found
from kg.annotate.names.people import given_name_gender
from kg.annotate.names.titles import parse_title
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.annotate.words.tagger import is_noun
from kg.annotate.words.tokens import FOREIGN_LETTER
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Mention, Sentence, Token

__all__ = ["introduced"]

_FIRMS = ("konzern", "unternehmen", "gesellschaft", "firma", "kette", "bank", "kanzlei")
"""What belongs to its founder or to many, whose name is one word (Konzern Musks, not: Stahlkonzern Alpha Tubes)."""
_ANY_GENDER = "mfn"  # the guess where nothing tells the gender
_DIRECTIONS = ("Nord", "Süd", "Ost", "West", "Mitte")
"""What names a body only with its noun."""
_FORMS = ("AG", "GmbH", "KG", "SE", "eG")
"""Legal forms, which name nothing: die Holding AG."""
_DEGREES = ("Dr.", "Prof.", "Dipl.-Ing.")
_SIGN = "&"
_JOINING = frozenset({"und", "für", "gegen", "ohne", "statt"})


def introduced(
    tokens: Sequence[Token], index: int, sentence: Sentence, at: dict[int, Found], head: dict[str, str]
) -> Iterator[Found]:
    """Read the bare or quoted name behind a head noun: Nachrichtenagentur XYZ, Zeitung „Neuer Tag“."""
    if index >= sentence.last or index in at:
        return
    quoted = tokens[index].text in OPENING
    first = index + quoted
    end = _end_of_name(tokens, first, sentence, at, quoted=quoted)
    if end == first and not quoted and (end := _common_words(tokens, first, sentence, at)) > first:
        yield _called(tokens, index - 1, end, head)
        return
    if end == first or (quoted and (end >= sentence.last or tokens[end].text not in CLOSING)):
        return
    words = [token.text for token in tokens[first:end]]
    if not quoted and len(words) == 1 and words[0] in (*_DIRECTIONS, *_FORMS):
        if words[0] in _DIRECTIONS:  # Handelsverband Nord
            yield _called(tokens, index - 1, end, head)
        return
    if not quoted and (given_name_gender(words[0]) is not None or _may_own(tokens[index - 1], words)):
        return
    yield _called(tokens, first, end, head)


def _called(tokens: Sequence[Token], first: int, end: int, head: dict[str, str]) -> Found:
    label = " ".join(token.text for token in tokens[first:end])
    entity = Entity(slug(label), label, head["type"], provisional=True)
    return Found(first, end, Mention(tokens[first].start, tokens[end - 1].end, (entity,)))


def _common_words(tokens: Sequence[Token], first: int, sentence: Sentence, at: dict[int, Found]) -> int:
    """Return the token after common words that make up a name: Bürgerinitiative Saubere Luft, Verein Brot und Salz.

    A capital adjective shows a name anywhere, bare nouns only where nothing but the phrase can stand before the verb.
    """
    end = first
    while end < sentence.last and end not in at and end - first < LONGEST_NAME and _makes_name(tokens, end, first):
        end += 1
    if end == first or tokens[end - 1].tag != "NN":
        return first
    proper = tokens[first].tag == "ADJA" and end == first + 2
    opens = _opens(tokens, first - 1, sentence) and end < sentence.last and tokens[end].tag in FINITE_TAGS
    return end if proper or opens else first


def _makes_name(tokens: Sequence[Token], place: int, first: int) -> bool:
    token = tokens[place]
    if token.text[0].isupper():
        return token.tag in ("NN", "NE", "ADJA")
    joined = first < place < len(tokens) - 1 and tokens[place + 1].text[0].isupper()
    return joined and token.text in _JOINING


def _opens(tokens: Sequence[Token], head: int, sentence: Sentence) -> bool:
    """Tell whether the phrase of a noun begins its sentence with an article: Der Verein, Auch die neue Initiative."""
    place = head - 1
    while place > sentence.first and tokens[place].tag == "ADJA":
        place -= 1
    before = place - sentence.first
    return (
        place >= sentence.first
        and tokens[place].tag == "ART"
        and (before == 0 or (before == 1 and tokens[sentence.first].tag == "ADV"))
    )


def _may_own(noun: Token, name: Sequence[str]) -> bool:
    """Tell whether the name can be the genitive of an owner: Partei Webers, not: Hersteller Norgis, Konzern Brass."""
    bare = not name[-1].endswith("s") or name[-1].endswith("ss")
    firm = len(name) > 1 and noun.lemma.lower().endswith(_FIRMS)
    return not bare and not firm and not noun.lemma.lower().endswith(word_endings("maker_endings.txt"))


def _end_of_name(tokens: Sequence[Token], first: int, sentence: Sentence, at: dict[int, Found], *, quoted: bool) -> int:
    """Return the token after a name that begins at `first`; small foreign words join its parts (Movement for X)."""
    last = min(sentence.last, first + LONGEST_NAME)
    end, foreign = first, False
    while end < last and end not in at:
        if not quoted and (behind := _partners(tokens, end, last)) > end:
            return behind
        if (
            not quoted
            and first < end < last - 1
            and given_name_gender(tokens[end].text)
            and tokens[end + 1].tag == "NE"
        ):
            break  # Bahngesellschaft Nordrail | Peter Kaan
        joins = not quoted and end > first and tokens[end].text in word_list("foreign_name_words.txt")
        if joins and end + 1 < last and end + 1 not in at and tokens[end + 1].text[0].isupper():
            end, foreign = end + 2, True
        elif _belongs(tokens[end], quoted=quoted) or (foreign and tokens[end].text[0].isupper()):
            end += 1
        else:
            break
    return end


def _partners(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the token after names that a firm's sign joins: Brenner & Söhne, Holm & Co."""
    end = first
    while end + 2 < last and tokens[end + 1].text == _SIGN and tokens[end].text[0].isupper():
        end += 2
    return end + 1 if end > first and tokens[end].text[0].isupper() else first


def _belongs(token: Token, *, quoted: bool) -> bool:
    if quoted:
        return token.text not in CLOSING and token.tag[:1] != "$"
    if FOREIGN_LETTER.search(token.text):
        return token.text[0].isupper()  # Valmont Énergie
    if parse_title(token.text) is not None or token.text in _DEGREES:
        return False  # Projektentwickler | Dr. Holm
    gender = token.morph.gender
    unknown = token.tag == "NN" and (not gender or (gender == _ANY_GENDER and not is_noun(token.text)))
    return (token.tag in ("NE", "FM", "XY") or unknown) and token.text[0].isupper()
