"""What a noun says besides its own word: its phrase, what its first part and its adjectives name, how many it means."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.titles import parse_title
from kg.annotate.noun_classes import noun_class
from kg.match.fillers import parts_of
from kg.match.scene import Filler, Part, Scene, name_behind
from kg.match.word_lists import listed
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Mention

__all__ = [
    "attributes_of",
    "first_part",
    "is_of_several",
    "is_partly",
    "is_plural",
    "named_adjective",
    "named_first",
    "own_noun",
    "phrase_of",
    "said_as",
]

BEFORE_NOUN = ("ADJA", "CARD", "PIAT", "PIDAT", "KON", "TRUNC", "$,", "$(")
SINGULAR = ("im", "am", "vom", "zum", "zur", "beim")
LINKED = ("ungs", "heits", "keits", "ions", "schafts", "täts", "lings")
"""First parts of compounds that end in a linking s, which is no part of the word itself."""


def phrase_of(scene: Scene, head: int) -> Filler:
    """Return the noun phrase that a token heads, with the name that may stand behind it."""
    tokens = scene.annotations.tokens
    first = head
    while first and tokens[first - 1].tag == "ADJA":
        first -= 1
    first -= first > 0 and tokens[first - 1].tag == "ART"
    start, end = scene.phrase_at.get(head, (tokens[first].start, tokens[head].end))
    return Filler(start, end, parts_of(scene, start, end, head) or (Part(start, end, head, None),))


def said_as(scene: Scene, head: int, label: str, *, acts: bool = False) -> Filler:
    """Return a topic, or with `acts` somebody, of a label that the text need not have, at the place of a token."""
    token = scene.annotations.tokens[head]
    kind = noun_class(label) if acts else None
    entity = Entity(slug(label), label, kind or "Thema", provisional=True)
    return Filler(token.start, token.end, (Part(token.start, token.end, head, entity),))


def own_noun(scene: Scene, head: int) -> Filler:
    """Return a noun as a topic of its own; an office goes by its usual name: the Sprecherin is a Sprecher."""
    lemma = scene.annotations.tokens[head].lemma
    title = parse_title(lemma)
    return said_as(scene, head, title.whole if title is not None else lemma)


def first_part(scene: Scene, head: int, words: frozenset[str]) -> Filler | None:
    """Return what the compound says before the rule's word: the name in Nato-Mitglied, the goods in Ölexport."""
    named = named_first(scene, head)
    if named is not None:
        return named
    mention = scene.mention_at.get(head)
    token = scene.annotations.tokens[head]
    if mention is not None and mention.whole is not None and mention.start == token.start:
        return _part_of(mention, head)
    tails = [word for word in words if token.lemma.lower().endswith(word.lower()) and len(word) < len(token.lemma)]
    label = token.lemma[: -len(max(tails, key=len))].rstrip("-") if tails else ""
    label = label[:-1] if label.endswith(LINKED) else label
    if len(label) < 2 or label in listed("rank_parts.txt"):
        return None
    entity = Entity(slug(label), label, noun_class(label) or "Thema", provisional=True)
    return Filler(token.start, token.end, (Part(token.start, token.start + len(label), head, entity),))


def named_first(scene: Scene, head: int) -> Filler | None:
    """Return the name before a hyphen: the Nato of the Nato-Mitglied."""
    mention = scene.mention_at.get(head)
    if mention is None or mention.kind != "compound":
        return None
    parts = tuple(Part(mention.start, mention.end, head, entity) for entity in mention.entities)
    return Filler(mention.start, mention.end, parts)


def attributes_of(scene: Scene, head: int) -> frozenset[str]:
    """Return the lemmas of the adjectives before a noun."""
    return frozenset(scene.annotations.tokens[index].lemma for index in _before_noun(scene, head))


def is_plural(scene: Scene, head: int) -> bool:
    """Tell whether a noun names several, by its form or by a determiner that it lacks: Außenminister der EU."""
    token = scene.annotations.tokens[head]
    if token.morph.number in ("s", "p"):
        return token.morph.number == "p"
    first = min(_before_noun(scene, head), default=head) - 1
    opens = first >= 0 and scene.annotations.tokens[first].tag != "KOUS"  # dass sowohl | norwegische Unternehmen
    determiner = scene.annotations.tokens[first].text.lower() if opens else ""
    if determiner == "die":
        return token.morph.gender in ("m", "n") or token.text == f"{token.lemma}n"  # die Abgeordneten
    if determiner == "der" and token.morph.gender == "m":  # a masculine has this article in the plural's genitive only
        weak = first + 1 < head and scene.annotations.tokens[first + 1].text.endswith("en")
        return weak or (first > 0 and scene.annotations.tokens[first - 1].tag == "NN")
    one = determiner in SINGULAR or determiner.startswith(("ein", "kein", "d"))
    return not one and name_behind(scene, head) is None


def named_adjective(scene: Scene, head: int) -> Filler | None:
    """Find the state whose adjective stands before a noun, for that says whose it is: der russische Export."""
    own = scene.mention_at.get(head)
    if own is not None and own.whole is not None and own.start < scene.annotations.tokens[head].start:
        return _part_of(own, head)
    for index in _before_noun(scene, head):
        mention = scene.mention_at.get(index)
        if mention is not None and mention.kind == "adjective":
            parts = tuple(Part(mention.start, mention.end, index, entity) for entity in mention.entities)
            return Filler(mention.start, mention.end, parts)
    return None


def is_partly(scene: Scene, head: int) -> bool:
    """Tell whether each of several adjectives says it of some only: deutsche und österreichische Soldaten."""
    return any(scene.annotations.tokens[index].tag == "KON" for index in _before_noun(scene, head))


def is_of_several(scene: Scene, head: int) -> bool:
    """Tell whether another adjective or name says of whom some are: UN- und | irische Truppen."""
    tokens = scene.annotations.tokens
    links = (index for index in _before_noun(scene, head) if tokens[index].tag == "KON")
    return any(tokens[index - 1].tag in ("ADJA", "TRUNC") for index in links if index)


def _before_noun(scene: Scene, head: int) -> Iterator[int]:
    """Yield what stands between a noun and its determiner, from the noun on."""
    index = head - 1
    while index >= 0 and scene.annotations.tokens[index].tag in BEFORE_NOUN:
        yield index
        index -= 1


def _part_of(mention: Mention, head: int) -> Filler | None:
    """Return the state or body as whose part a name describes what it names: Polen of das polnische Parlament."""
    if mention.whole is None:
        return None
    return Filler(mention.start, mention.end, (Part(mention.start, mention.end, head, mention.whole),))
