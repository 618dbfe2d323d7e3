"""How two parties stand: trouble denied or relations praised, against what others tell of trouble between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.compare.items import Item, grouped
from kg.compare.kinds import Comparison
from kg.compare.opposition import comparison
from kg.compare.topics import listed, words

__all__ = ["find_embellished"]

DENIAL, PRAISE, CONFLICT = "dementiert", "lobt", "konfliktMit"
COMPOUND = 5
"""Letters a word of the lists needs to count as the last part of another."""


def find_embellished(items: Iterable[Item]) -> Iterator[Comparison]:
    """Yield denials of trouble and praise of relations between two parties, with what tells of trouble near in time.

    Within one article it is a tension, for the article itself sets the two side by side.
    """
    told = [item for item in items if item.claim.modality == "asserted"]
    strained = [item for item in told if _tells_trouble(item)]
    by_pair = grouped(strained, lambda item: _pair(item, own=True))
    harmonious = (item for item in told if _tells_harmony(item))
    for (document, pair, _), good in grouped(harmonious, _voice).items():
        near = [item for item in by_pair.get(pair, ()) if any(item.near(other) for other in good)]
        same = [item for item in near if item.claim.document == document]
        others = [item for item in near if item.claim.document != document]
        for kind, against in (("tension", same), ("contradiction", others)):
            if against:
                yield comparison(kind, _why(good[0]), good, against)


def _voice(item: Item) -> tuple[str, frozenset[str], bool]:
    return item.claim.document, _judged(item), _denies(item)


def _why(good: Item) -> str:
    if _denies(good):
        return "Schwierigkeiten bestritten, von denen anderes zeugt"
    return "Beziehungen gelobt, die nach anderem getrübt sind"


def _pair(item: Item, *, own: bool) -> frozenset[str]:
    """Return the two parties; `own` counts the subject's side as one, who judges relations from outside does not."""
    parties = item.parties | {item.side} if own and len(item.parties) < 2 else item.parties
    return parties if len(parties) == 2 else frozenset()


def _tells_harmony(item: Item) -> bool:
    if not _judged(item):
        return False
    words_of_it = item.topic.all_words
    praised = item.name == PRAISE and item.claim.polarity == "pos" and _mentions(words_of_it, "ties.txt")
    return praised or (_denies(item) and (item.name == CONFLICT or _mentions(words_of_it, "strain.txt")))


def _judged(item: Item) -> frozenset[str]:
    """Return the two parties whose relations a claim judges: of a conflict its ends, else whom the topic names."""
    return _pair(item, own=item.name == CONFLICT)


def _denies(item: Item) -> bool:
    return item.name == DENIAL or item.claim.polarity == "neg"


def _tells_trouble(item: Item) -> bool:
    if item.claim.polarity == "neg" or not _pair(item, own=True):
        return False
    if item.hostile:
        return True
    said = item.topic.all_words | words(item.name.replace("_", " ")) | words(item.claim.subject.entity.label)
    return item.name != DENIAL and not item.stance and _mentions(said, "strain.txt")


def _mentions(found: Iterable[str], name: str) -> bool:
    stems = listed(name)
    return any(word in stems or any(len(stem) >= COMPOUND and word.endswith(stem) for stem in stems) for word in found)
