"""What a phrase rule derives of what it binds: the noun phrase around a kind, a name's kind, the town in a name.

Also what is said of somebody where a noun takes them up: der frühere Boxer is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from kg.annotate.articles import GENITIVE_ARTICLES
from kg.annotate.lexicon import word_list
from kg.annotate.names.kinds import description_row, kind_of, town_called, town_of
from kg.annotate.names.titles import modifier
from kg.annotate.noun_classes import ends_in
from kg.annotate.words.nouns import noun_gender
from kg.match.noun_phrases import is_plural, phrase_of
from kg.match.nouns import kind_classes
from kg.match.phrases import Unit
from kg.match.scene import Filler, Part, Scene
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Mention, Quantity, Token

__all__ = [
    "AMONG",
    "DERIVED",
    "kind_called",
    "kind_named",
    "kind_with_adjective",
    "own_kind",
    "phrase_around",
    "private_body",
    "town_in_name",
]

DESCRIBED = ("Partei", "Bündnis", "Miliz", "Gewerkschaft", "Verband", "Unternehmen", "Bank")
"""Kinds that an adjective before a name tells apart: die rechtsextreme Vox is a rechtsextreme Partei."""
PRIVATE = ("Partei", "Miliz", "Unternehmen", "Konzern", "Bank", "Gewerkschaft", "Verband")
"""Kinds of bodies that are of a land, not part of its state."""
LAND = "Land"
BARE = (LAND, "Staat", "Ort", "Gemeinde", "Gebiet", "Gruppe", "Zeitung", "Sender", "Nachrichtenagentur")
"""Nouns that before a name say no more than that it is a place, or whose report it is."""
AMONG = re.compile(
    r"(\w{2,}(?:st|ßt)|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|elft|zwölft|einzig)e[nrsm]?"
)
"""Superlatives and ordinals, which say nothing as long as nobody says among whom."""
AGED = ("-Jährige", "-Jähriger", "-jährige", "-jähriger")
STRONG = {"m": "er", "f": "e", "n": "es"}
"""Ending of an adjective without article in the nominative, by gender."""

BEFORE = ("ADJA", "ADJD", "ADV", "CARD")
BEHIND = ("ART", "PPOSAT", "APPR", "APPRART", "ADJA", "NN", "NE", "CARD", "PIAT", "TRUNC")
MALE = ("ein", "einem", "einen", "eines", "dem", "den", "des", "vom", "zum", "beim", "im")
LONGEST = 8  # tokens behind the noun


def kind_named(scene: Scene, unit: Unit) -> Entity | None:
    """Return the kind that the noun of a unit names; a word that is declined like an adjective in its strong form.

    None where the bare noun tells nothing: das Land Hessen.

    It names a kind, no one of that kind: AFP is a Nachrichtenagentur, der Oppositionelle Weber an Oppositioneller.
    """
    noun = scene.annotations.tokens[unit.first]
    lemma = unit.value.lemma if isinstance(unit.value, Token) else noun.lemma
    if lemma in BARE:
        return None
    declined = lemma.endswith("e") and len(noun.morph.gender) > 1
    label = f"{lemma}r" if declined and _means_man(scene, unit.first) else lemma
    return Entity(slug(label), label, "Thema", provisional=True)


def _means_man(scene: Scene, head: int) -> bool:
    """Tell whether the article shows that a noun declined like an adjective means a man: der Grüne, dem Grünen."""
    tokens = scene.annotations.tokens
    place = head - 1
    while place > 0 and tokens[place].tag in BEFORE:
        place -= 1
    article = tokens[place].text.lower()
    return article in MALE or (article == "der" and not tokens[head].text.endswith("n"))


def phrase_around(scene: Scene, unit: Unit) -> Filler | None:
    """Return the noun of a unit with the adjectives before it and what belongs to it behind.

    Of an amount that is what it counts, None where it counts no things: 20 neue Panzer, but not 20 Euro.
    """
    if isinstance(unit.value, Quantity):
        counted = scene.annotations.tokens[unit.last - 1]
        return phrase_of(scene, unit.last - 1) if unit.value.unit.endswith(counted.text) else None
    tokens, head = scene.annotations.tokens, unit.first
    first = head
    while first and (tokens[first - 1].tag in BEFORE or _is_measure(tokens, first)):
        first -= 1
    first -= first > 0 and (tokens[first - 1].tag == "ART" or (first < head and _owns(tokens[first - 1])))
    last = head + 1
    owned = last < len(tokens) and _owns(tokens[last])
    if owned or (last < len(tokens) and tokens[last].tag in ("ART", "PPOSAT", "APPR", "APPRART")):
        while last < min(len(tokens), head + LONGEST) and tokens[last].tag in BEHIND:
            last += 1
        while tokens[last - 1].tag not in ("NN", "NE"):
            last -= 1
    start, end = tokens[first].start, tokens[last - 1].end
    return Filler(start, end, (Part(start, end, head, None),))


def _owns(token: Token) -> bool:
    """Tell a name in the genitive before what belongs to it: Brasiliens | größtes Unternehmen."""
    return token.tag == "NE" and token.text.endswith(("s", "’"))


def _is_measure(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a counted unit stands before an adjective: ein 40 Kilometer | langes Rohr."""
    return index > 1 and tokens[index].tag == "ADJA" and [t.tag for t in tokens[index - 2 : index]] == ["CARD", "NN"]


def own_kind(scene: Scene, unit: Unit) -> Filler | None:
    """Return the kind of a body or state with the adjectives before its name: die konservative PP, konservative Partei.

    None where its kind is not known or the adjectives do not say what it is like (die gesamte SPD, die deutsche SPD).
    """
    tokens = scene.annotations.tokens
    named = isinstance(unit.value, Mention) and unit.value.kind == "name"
    entity = unit.value.entities[0] if isinstance(unit.value, Mention) and named else None
    kind = "" if entity is None else LAND if entity.type == "Staat" else kind_of(entity)
    first = unit.first
    while first and tokens[first - 1].tag == "ADJA":
        first -= 1
    told = all(_tells(scene, index) and not AMONG.fullmatch(tokens[index].text) for index in range(first, unit.first))
    if first == unit.first or kind not in (*DESCRIBED, LAND) or not told:
        return None
    label = " ".join([*_qualities(scene, range(first, unit.first), kind), kind])
    return _derived(unit, Entity(slug(label), label, "Thema", provisional=True))


def private_body(scene: Scene, unit: Unit) -> Filler | None:
    """Return a body that no state runs, which is of a land rather than the land's: die libanesische Hisbollah."""
    if not isinstance(unit.value, Mention) or unit.value.kind != "name" or unit.value.whole is not None:
        return None
    body = unit.value.entities[0]
    return _derived(unit, body) if kind_of(body) in PRIVATE else None


def kind_with_adjective(scene: Scene, unit: Unit) -> Filler | None:
    """Return the kind that a noun names with the adjective before it, though it be one of time: früherer Boxer."""
    kind = kind_named(scene, unit)
    if kind is None or unit.first == 0:
        return None
    label = " ".join([*_qualities(scene, [unit.first - 1], kind.label), kind.label])
    return _derived(unit, Entity(slug(label), label, "Thema", provisional=True))


def town_in_name(scene: Scene, unit: Unit) -> Filler | None:
    """Return the town in the name of a body or before a noun that takes it up: Landgericht Bonn, die Bonner Behörde."""
    if not isinstance(unit.value, Mention):
        return None
    named = unit.value.kind == "name"
    town = town_of(unit.value.entities[0]) if named else town_called(scene.annotations.tokens[unit.first].text)
    return None if town is None else _derived(unit, town)


def kind_called(scene: Scene, unit: Unit) -> Filler | None:
    """Return what a noun that takes somebody up calls them, with what its adjectives say: die frühere Kolonialmacht.

    None where it says too little (das Land, das Ministerium) or only how they stand to others (der Nachfolger).
    """
    tokens, head = scene.annotations.tokens, unit.last - 1
    noun = tokens[head]
    if not isinstance(unit.value, Mention) or is_plural(scene, head) or noun.lemma.endswith(AGED):
        return None
    entity, here = unit.value.entities[0], Unit(noun.start, noun.end, head, unit.last, noun)
    told = range(unit.first, head) if _is_bare(scene, unit.first) else ()
    telling = [index for index in told if _tells_of(scene, index, unit.value)]
    kind = kind_named(scene, here)
    plain = not telling and (kind is None or _is_plain(noun.lemma, entity))
    if plain or entity.type not in ("Staat", *kind_classes(noun.lemma)):
        return None
    behind = tokens[unit.last : unit.last + 1] if telling else ()  # das ärmste Land | Afrikas
    owned = any(token.tag == "NE" or token.text in GENITIVE_ARTICLES for token in behind)
    if not owned and any(AMONG.fullmatch(tokens[index].text) for index in telling):
        return None  # das achte Land, das …
    whole = phrase_around(scene, here) if owned else None
    owner = scene.annotations.document.text[noun.end : whole.end] if whole is not None else ""
    label = kind.label if kind is not None else noun.lemma
    label = " ".join([*_qualities(scene, telling, label), f"{label}{owner}"])
    return _derived(unit, Entity(slug(label), label, "Thema", provisional=True))


def _is_bare(scene: Scene, first: int) -> bool:
    """Tell whether nothing but how much belongs to an adjective: das hoch verschuldete, not das am Meer gelegene."""
    tokens, before = scene.annotations.tokens, first - 1
    before -= before > 0 and tokens[before].tag in ("ADJD", "ADV")
    return before >= 0 and tokens[before].tag in ("ART", "APPRART", "PDAT")


def _tells_of(scene: Scene, index: int, mention: Mention) -> bool:
    """Tell an adjective that says what is taken up was, or what a place is like; none does where one says where it is.

    People and bodies are called by many: der parteilose, kluge, damals junge Jurist.
    """
    word = scene.annotations.tokens[index].text
    if mention.whole is not None:
        return False
    plain = mention.entities[0].type in ("Staat", "Ort") and modifier(word) is None and not _is_vague(_stem(word))
    return modifier(word) in ("former", "future") or (plain and word.islower())


def _is_plain(noun: str, entity: Entity) -> bool:
    """Tell a noun that says no more of what it takes up than its class or name: die Partei, das Königreich."""
    if entity.type != "Organisation":
        return entity.type != "Person"
    row = description_row(noun)
    return row is None or row["noun"] == noun or any(ends_in(word, noun) for word in entity.label.split())


def _qualities(scene: Scene, places: Sequence[int], noun: str) -> list[str]:
    """Return the adjectives at some places as they stand before a noun without article.

    What stands before the first of them may say how much: hoch verschuldetes Land.
    """
    tokens, ending = scene.annotations.tokens, STRONG.get(noun_gender(noun), "er")
    told = [_stem(tokens[index].text) + ending for index in places]
    manner = bool(told) and places[0] > 0 and tokens[places[0] - 1].tag == "ADJD"
    return [tokens[places[0] - 1].text, *told] if manner else told


def _derived(unit: Unit, entity: Entity) -> Filler:
    return Filler(unit.start, unit.end, (Part(unit.start, unit.end, unit.first, entity),))


def _tells(scene: Scene, index: int) -> bool:
    """Tell whether an adjective says what something is like: no origin, no standing, no mere pointing."""
    word = scene.annotations.tokens[index].text
    return word.islower() and index not in scene.mention_at and modifier(word) is None and not _is_vague(_stem(word))


def _is_vague(stem: str) -> bool:
    return stem in word_list("vague_adjectives.txt") or stem in word_list("passing_adjectives.txt")


def _stem(adjective: str) -> str:
    return adjective[:-1] if adjective.endswith("e") else adjective[:-2]


DERIVED: Final[dict[str, Callable[[Scene, Unit], Filler | None]]] = {
    "phrase": phrase_around,
    "kind": own_kind,
    "private": private_body,
    "town": town_in_name,
    "called": kind_called,
    "attributed": kind_with_adjective,
}
"""What stands behind the dot of a claim's path."""
