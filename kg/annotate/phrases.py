"""Noun and prepositional phrases with the cases they can have.

A phrase runs from its determiner over attributes to its head noun, and on over names, genitive attributes and
coordinated nouns. Its readings (case, number, gender) are what determiner, adjective and noun agree on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.annotate.agreement import ANY, PLURAL, SINGULAR, adjective, case_mask, cases, determiner, noun, pronoun
from kg.annotate.fields import PREPOSITIONS
from kg.annotate.lexicon import word_list
from kg.annotate.nouns import noun_gender
from kg.annotate.retag import FINITE
from kg.model.reading import Token

__all__ = ["Phrase", "phrases"]

DETERMINERS: Final = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT"})
PRONOUNS: Final = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS", "PRF", "PPOSS"})
NAMES: Final = frozenset({"NE", "FM"})
HEADS: Final = frozenset({"NN", "NE", "FM"})
_NOMINATIVE, _GENITIVE, _DATIVE = case_mask("n"), case_mask("g"), case_mask("d")
_YEAR: Final = re.compile(r"1\d{3}$|20\d\d$")
_PARTICIPIAL: Final = re.compile(r"(t|en|nd)(e[nrsm]?)$")
_INNER_END: Final = frozenset({"NN", "NE", "PPER", "PRF"})  # an adjective behind them goes with the next noun
_ARTICLES: Final = frozenset({"der", "die", "das", "den", "dem", "des"})
_TIME_PREPOSITIONS: Final = frozenset(
    {"seit", "bis", "ab", "vor", "nach", "von", "in", "um", "zwischen", "ende", "anfang"}
)
_LINKS: Final = frozenset({"und", "oder", "sowie", "bzw.", "beziehungsweise", "&"})
_ATTRIBUTE_REACH: Final = 14  # tokens between article and the participle of an extended attribute


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: tokens `first:last`, head token, readings, and the preposition or "als" before it.

    `genitives` are the phrases that stand as its genitive attribute, `conjuncts` its coordinated parts.
    `attributes` the prepositional phrases attached behind it. `participle` is the token of a participle with
    arguments of its own before the head. `loose` marks what cannot be subject or object, like an apposition.
    """

    first: int
    last: int
    head: int
    mask: int
    preposition: int | None = None
    comparison: bool = False
    pronoun: bool = False
    definite: bool = False
    genitives: list[Phrase] = field(default_factory=list)
    conjuncts: list[Phrase] = field(default_factory=list)
    attributes: list[Phrase] = field(default_factory=list)
    participle: int | None = None
    determiner: int | None = None
    loose: bool = False

    @property
    def inner_last(self) -> int:
        """Where the phrase ends without prepositional attributes."""
        return min([self.last, *(attribute.preposition_first for attribute in self.attributes)])

    @property
    def preposition_first(self) -> int:
        """Where the phrase begins, its preposition included."""
        return self.first if self.preposition is None else min(self.first, self.preposition)

    @property
    def cases(self) -> str:
        """The case letters it can have."""
        return cases(self.mask)

    @property
    def only_plural(self) -> bool:
        """Tell whether it can only be plural."""
        return bool(self.mask) and not self.mask & ~PLURAL

    @property
    def only_singular(self) -> bool:
        """Tell whether it can only be singular."""
        return not self.mask & PLURAL


def phrases(tokens: Sequence[Token], tags: Sequence[str], indices: Sequence[int]) -> list[Phrase]:
    """Return the phrases of one clause in text order; `indices` are the clause's own tokens."""
    found: list[Phrase] = []
    for first, last in _stretches(indices):
        _Chunker(tokens, tags, last).read(first, found)
    return _coordinated_over_commas(tokens, tags, found)


def _stretches(indices: Sequence[int]) -> list[tuple[int, int]]:
    """Group indices into runs without a gap."""
    runs: list[tuple[int, int]] = []
    for index in indices:
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


class _Chunker:
    """Reads the phrases of one stretch of tokens that ends before `limit`."""

    def __init__(self, tokens: Sequence[Token], tags: Sequence[str], limit: int) -> None:
        self.tokens = tokens
        self.tags = tags
        self.limit = limit

    def low(self, index: int) -> str:
        return self.tokens[index].text.lower()

    def tag(self, index: int) -> str:
        return self.tags[index] if index < self.limit else ""

    def read(self, first: int, found: list[Phrase]) -> None:
        index = first
        while index < self.limit:
            phrase = self.prepositional(index) if self.tag(index) in PREPOSITIONS else self.compared(index)
            if phrase is None:
                index += 1
                continue
            found.append(phrase)
            index = max(phrase.last, index + 1)

    def prepositional(self, index: int) -> Phrase | None:
        start = index + 1
        while self.tag(start) in ("ADV", "PTKA", "$(") or self.tag(start) in PREPOSITIONS:
            start += 1
        phrase = self.year(start) or self.full(start)
        if phrase is not None:
            phrase.preposition = start - 1 if self.tag(start - 1) in PREPOSITIONS else index
            if self.tag(phrase.last) == "APZR":
                phrase.last += 1
        return phrase

    def year(self, index: int) -> Phrase | None:
        """Read a year that stands behind a preposition of time (seit 2004 Mitglied)."""
        if (
            self.tag(index) != "CARD"
            or not _YEAR.match(self.low(index))
            or self.low(index - 1) not in _TIME_PREPOSITIONS
        ):
            return None
        return Phrase(index, index + 1, index, ANY, pronoun=True)

    def compared(self, index: int) -> Phrase | None:
        """Read a phrase that may follow "als" or "wie"."""
        marked = self.tag(index) == "KOKOM" or (
            self.low(index) in ("als", "wie") and self.tag(index) in ("KOUS", "APPR")
        )
        phrase = self.full(index + 1 if marked else index)
        if phrase is not None:
            phrase.comparison = marked
            if self._postposition(phrase):
                phrase.preposition = phrase.last
                phrase.last += 1
        return phrase

    def _postposition(self, phrase: Phrase) -> bool:
        if self.tag(phrase.last) == "APPO":
            return True
        if phrase.last >= self.limit or "d" not in phrase.cases:
            return False
        return self.low(phrase.last) == "zufolge" or (
            self.low(phrase.last) == "nach" and self.tokens[phrase.head].lemma in word_list("opinion_nouns.txt")
        )

    def full(self, index: int) -> Phrase | None:
        """Read a phrase with its genitive attributes and coordinated parts."""
        phrase = self.with_genitives(index)
        if phrase is None or (phrase.pronoun and self.tag(phrase.last) != "KON"):
            return phrase
        parts = [phrase]
        last = phrase.last
        while (start := self._linked(index, last)) is not None:
            if self.tag(start) in PREPOSITIONS:
                break
            part = self.with_genitives(start)
            if part is None or not self._parallel(phrase, part):
                break
            parts.append(part)
            last = part.last
        return _joined(parts, last, plural=self.low(parts[1].first - 1) != "oder") if len(parts) > 1 else phrase

    def _linked(self, first: int, last: int) -> int | None:
        """Return where the next coordinated part begins, None where no conjunction follows."""
        if last + 1 >= self.limit:
            return None
        word = self.low(last)
        if self.tag(last) == "KON" and word in _LINKS:
            return last + 1
        opening = self.low(first - 1) if first else ""
        if word == "noch" and opening == "weder":
            return last + 1
        return last + 2 if word in ("als", "wie") and self.low(last + 1) == "auch" and opening == "sowohl" else None

    def _parallel(self, phrase: Phrase, part: Phrase) -> bool:
        return bool(set(phrase.cases) & set(part.cases)) and self.tag(part.head) not in ("PRF", "PRELS")

    def with_genitives(self, index: int) -> Phrase | None:
        phrase = self.simple(index)
        if phrase is None or phrase.pronoun:
            return phrase
        inner = phrase
        while (attribute := self.genitive_after(inner)) is not None:
            phrase.genitives.append(attribute)
            phrase.last = inner.last = attribute.last
            inner = attribute
        return phrase

    def genitive_after(self, phrase: Phrase) -> Phrase | None:
        bare_name = self.tag(phrase.head) in NAMES and not phrase.definite
        if self.tag(phrase.head) not in HEADS or bare_name or phrase.last >= self.limit:
            return None
        tag = self.tag(phrase.last)
        if (
            tag not in DETERMINERS
            and tag not in ("ADJA", "NE")
            and not (tag == "CARD" and self.low(phrase.last) in ("zweier", "dreier"))
        ):
            return None
        attribute = self.simple(phrase.last)
        if attribute is None or attribute.pronoun or "g" not in attribute.cases:
            return None
        if tag == "NE" and not self._name_in_genitive(phrase, attribute):
            return None
        if tag == "ADJA" and self.low(phrase.last).endswith("e"):
            return None
        attribute.mask &= _GENITIVE
        return attribute

    def _name_in_genitive(self, phrase: Phrase, name: Phrase) -> bool:
        """Tell whether a name behind a noun is its genitive (der Angriff Russlands, not: Präsident Assads Sohn)."""
        return name.cases == "g" or self._is_genitive_of(phrase.head, name.last - 1)

    def _is_genitive_of(self, head: int, name: int) -> bool:
        titled = self.tokens[head].lemma in word_list("apposition_nouns.txt")
        return not titled and self.low(name).endswith("s") and "g" in cases(noun(self.tokens[name]))

    def simple(self, index: int) -> Phrase | None:
        """Read determiner, attributes and head, without what is attached behind the head but names."""
        if index >= self.limit:
            return None
        start = index
        while self.tag(index) == "ADV" and self.low(index) in word_list("phrase_adverbs.txt"):
            index += 1
        owner = self.prenominal_genitive(index)
        det = index if self.tag(index) in DETERMINERS or self._is_article(index) else None
        place = owner.last if owner is not None else index + (det is not None)
        place, attributes, participle = self.attributes(place, open_phrase=det is not None or owner is not None)
        if self.tag(place) in HEADS:
            phrase = self.noun_phrase(start, det, attributes, place)
            phrase.participle = participle
            if owner is not None:
                owner.mask &= _GENITIVE
                phrase.genitives.append(owner)
                phrase.definite = True
            return phrase
        return self.headless(start, index, det, attributes, place)

    def _is_article(self, index: int) -> bool:
        """Tell whether what looks like a demonstrative opens a phrase (der sie begleitende Minister)."""
        if self.tag(index) != "PDS" or self.low(index) not in _ARTICLES:
            return False
        after = index + 1
        while self.tag(after) in ("$(", "ADV", "ADJD"):
            after += 1
        return self.tag(after) in ("NN", "NE", "ADJA", "CARD") or self._extended_attribute(index + 1) is not None

    def prenominal_genitive(self, index: int) -> Phrase | None:
        """Read a name in the genitive that stands before its noun (Putins Besuch)."""
        end = index
        while self.tag(end) in NAMES:
            end += 1
        if end == index and self.tag(index) == "NN" and self.tokens[index].text == self.tokens[index].lemma + "s":
            end += 1
        if end == index or not self.low(end - 1).endswith(("s", "’", "'")):
            return None
        after = end
        while self.tag(after) in ("ADJA", "CARD", "ADV", "ADJD", "$("):
            after += 1
        if self.tag(after) != "NN":
            return None
        return Phrase(index, end, end - 1, _GENITIVE)

    def attributes(self, place: int, *, open_phrase: bool) -> tuple[int, list[int], int | None]:
        """Skip the attributes before the head; return where the head should be, the adjectives, and a participle."""
        found: list[int] = []
        start = place
        while place < self.limit:
            tag = self.tag(place)
            if tag == "ADJA" or (tag in ("PIDAT", "PIAT", "PDAT", "PPOSAT") and (open_phrase or place == start)):
                found.append(place)
            elif (
                tag in ("CARD", "TRUNC", "$(")
                or (tag in ("ADV", "ADJD", "PTKNEG", "PTKA") and self._adjective_follows(place))
                or (
                    tag == "KON"
                    and place > start
                    and self.tag(place - 1) in ("ADJA", "CARD", "TRUNC")
                    and self.tag(place + 1) in ("ADJA", "CARD", "TRUNC", "NN", "ADV")
                )
            ):
                pass
            else:
                break
            place += 1
        if open_phrase and self.tag(place) not in HEADS:
            participle = self._extended_attribute(place)
            if participle is not None:
                end, more, _ = self.attributes(participle, open_phrase=True)
                return end, found + more, participle
        return place, found, None

    def _adjective_follows(self, place: int) -> bool:
        end = place
        while self.tag(end) in ("ADV", "ADJD", "PTKNEG", "PTKA"):
            end += 1
        return self.tag(end) in ("ADJA", "CARD") or (end > place and self.tag(end) == "TRUNC")

    def _extended_attribute(self, place: int) -> int | None:
        """Find the participle of "der [in Berlin lebende] Minister": an ADJA before a noun with no verb between."""
        for index in range(place, min(self.limit - 1, place + _ATTRIBUTE_REACH)):
            if self.tag(index) in FINITE or self.tag(index) in ("$,", "PTKVZ", "PTKZU"):
                return None
            if (
                self.tag(index) == "ADJA"
                and index > place
                and self.tag(index + 1) in ("NN", "ADJA", "CARD", "NE")
                and (_PARTICIPIAL.search(self.low(index)) or self.tag(index - 1) in _INNER_END)
            ):
                return index
        return None

    def noun_phrase(self, start: int, det: int | None, attributes: list[int], head: int) -> Phrase:
        mask = ANY if self.tag(head) in NAMES and det is not None else noun(self.tokens[head])
        form = self.low(det) if det is not None else ""
        if det is not None:
            mask = mask & determiner(form) or determiner(form)
            if self.tokens[head].text in (self.tokens[head].lemma + "n", self.tokens[head].lemma + "r"):
                mask = mask & adjective(self.low(head), form) or mask
        for attribute in attributes:
            possible = (
                adjective(self.low(attribute), form)
                if self.tag(attribute) == "ADJA"
                else determiner(self.low(attribute))
            )
            if not form and self.tag(attribute) != "ADJA":
                form = self.low(attribute)
            mask = mask & possible or possible
        if self.tokens[head].lemma in word_list("number_nouns.txt") and self.tokens[head].text != "Paar":
            counted = self._counted(head + 1)
            if counted is not None:
                return Phrase(start, counted.last, counted.head, (counted.mask & PLURAL) or counted.mask)
        last = self._names_after(head)
        return Phrase(start, last, head, mask, definite=det is not None, determiner=det)

    def _counted(self, place: int) -> Phrase | None:
        """Read what a number noun counts (Millionen Euro, ein paar neue Häuser)."""
        place, attributes, _ = self.attributes(place, open_phrase=False)
        return self.noun_phrase(place, None, attributes, place) if self.tag(place) in HEADS else None

    def _names_after(self, head: int) -> int:
        """Return where the names, numbers and titles that belong to the head end."""
        last = head + 1
        while last < self.limit:
            tag, previous = self.tag(last), self.tag(last - 1)
            if (
                (tag in NAMES and self._continues_name(last))
                or (tag == "NN" and previous in ("NN", *NAMES) and self._juxtaposed(last))
                or (tag == "CARD" and previous in HEADS)
                or (
                    tag == "$("
                    and self.tag(last + 1) in HEADS
                    and last + 1 < self.limit
                    and self.tokens[last].text not in "-–"
                )
                or (tag == "$(" and self.tokens[last].text in "“”\"'«»" and self.tag(last - 1) in HEADS)
            ):
                last += 1
            else:
                break
        return last

    def _continues_name(self, index: int) -> bool:
        """Tell whether a name belongs to the noun or name before it."""
        if self.prenominal_genitive(index) is not None:
            return False
        if self.tag(index - 1) == "NN":
            return self._takes_name(index - 1) and not self._is_genitive_of(index - 1, index)
        with_article = self.tag(index - 2) in DETERMINERS
        complete = self.tokens[index - 1].text in word_list("article_names.txt")
        return not (with_article and (complete or noun_gender(self.tokens[index].lemma)))

    def _juxtaposed(self, index: int) -> bool:
        """Tell whether a noun right behind another belongs to it: as a name, or by what the first noun is."""
        if not self.tokens[index].text[:1].isupper() or self.tokens[index - 1].lemma in word_list("time_nouns.txt"):
            return False
        return not noun_gender(self.tokens[index].lemma) or self.tokens[index - 1].lemma in word_list(
            "apposition_nouns.txt"
        )

    def _takes_name(self, head: int) -> bool:
        """Tell whether a name may follow the noun as part of one phrase (Präsident Putin, not: im Mai Putin)."""
        if self.tokens[head].lemma in word_list("time_nouns.txt"):
            return False
        plural = not noun(self.tokens[head]) & SINGULAR
        return not plural or self.tag(head + 2) == "KON"

    def headless(self, start: int, index: int, det: int | None, attributes: list[int], place: int) -> Phrase | None:
        """Read a pronoun, or a determiner or adjective that stands without a noun."""
        tag, form = self.tag(index), self.low(index)
        if tag in PRONOUNS:
            mask = pronoun(form, relative=tag == "PRELS")
            return Phrase(start, self._after_indefinite(index), index, mask, pronoun=True)
        if attributes and (det is not None or self.tokens[attributes[-1]].text[:1].isupper()):
            head = attributes[-1]
            if self.tag(head) == "ADJA":
                known = self.low(det) if det is not None else ""
                mask = adjective(self.low(head), known) & (determiner(known) if det is not None else ANY)
                return Phrase(start, head + 1, head, mask or ANY, definite=det is not None)
        if (det is not None or attributes) and self.tag(place) == "PIS":
            known = self.low(det if det is not None else attributes[0])
            return Phrase(start, place + 1, place, determiner(known), pronoun=True, definite=det is not None)
        if det is not None and place == det + 1:
            return Phrase(start, det + 1, det, pronoun(form), pronoun=True)
        if self.tag(index) == "CARD" and index == start and not _YEAR.match(form):
            return Phrase(start, index + 1, index, PLURAL, pronoun=True)
        return None

    def _after_indefinite(self, index: int) -> int:
        """Return where "etwas Neues", "nichts besonders Gutes" ends."""
        if self.low(index) not in ("etwas", "nichts", "viel", "wenig", "alles"):
            return index + 1
        if self.low(index + 1) == "mehr" if index + 1 < self.limit else False:
            return index + 2
        place, attributes, _ = self.attributes(index + 1, open_phrase=True)
        while self.tag(place) in ("ADV", "ADJD"):
            place += 1
        if self.tag(place) == "NN" and self.tokens[place].text.endswith("es"):
            return place + 1
        return place if attributes and self.low(place - 1).endswith("es") else index + 1


def _joined(parts: list[Phrase], last: int, *, plural: bool) -> Phrase:
    """Return one phrase for coordinated ones: the case they share, in the plural."""
    shared = set.intersection(*(set(part.cases) for part in parts)) or set(parts[0].cases)
    mask = case_mask("".join(sorted(shared)))
    first = parts[0]
    whole = Phrase(
        first.first,
        last,
        first.head,
        mask & PLURAL if plural else mask,
        definite=first.definite,
        preposition=first.preposition,
        comparison=first.comparison,
        genitives=first.genitives,
        participle=first.participle,
        determiner=first.determiner,
    )
    whole.conjuncts = parts
    return whole


def _coordinated_over_commas(tokens: Sequence[Token], tags: Sequence[str], found: list[Phrase]) -> list[Phrase]:
    """Join "A, B und C": phrases parted by single commas of which the last is itself coordinated."""
    result: list[Phrase] = []
    for phrase in found:
        if phrase.conjuncts and phrase.preposition is None and not phrase.pronoun:
            parts = [phrase]
            while (
                result
                and result[-1].last + 1 == parts[0].first
                and tags[result[-1].last] == "$,"
                and not result[-1].pronoun
                and set(result[-1].cases) & set(phrase.cases)
            ):
                parts.insert(0, result.pop())
            if len(parts) > 1:
                phrase = _joined([*parts[:-1], *phrase.conjuncts], phrase.last, plural=True)
        result.append(phrase)
    return result
