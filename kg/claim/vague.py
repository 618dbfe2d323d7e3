"""Phrases that name nothing to a reader who does not see the text: die Frage, der Entwurf, das Land."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from kg.annotate.clauses.government import noun_governs
from kg.annotate.names.titles import parse_title
from kg.annotate.noun_classes import noun_class
from kg.annotate.words.tagger import is_noun
from kg.claim.nominalisation import CIRCUMSTANCES
from kg.match.extents import is_described
from kg.match.nouns import is_relational, is_vague
from kg.match.scene import ACTING, Part, Scene
from kg.model.reading import Token

__all__ = ["names_nothing", "specified"]

POINTING = ("ART", "PDAT", "APPRART")
ABSTRACT = re.compile(r"(ismus|heit|keit|schaft|tät|losigkeit|recht|krieg|krise)$")
"""Endings of nouns that name something even where nothing is added: der Terrorismus, die Pressefreiheit."""
SAYS_ENOUGH = 13
"""Letters from which a noun nearly always says of what it is."""
SHORTEST_PART = 4  # letters; shorter words stand inside others by chance


def names_nothing(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...] = (), *, end: bool = True) -> bool:
    """Tell whether a participant is a bare noun that only the text around it could explain.

    `taken` are spans that fill other roles of the claim. What only qualifies a claim, and is no `end` of it, may point
    back: Zusammenarbeit in der Forschung.
    """
    if part.entity is not None:
        return False
    head = scene.annotations.tokens[part.head]
    points_back = end and _points_back(scene, part)
    if noun_class(head.lemma) is not None:
        office = "-" not in head.text and parse_title(head.text) is not None
        bare = points_back and (is_relational(head.lemma) or office)
    else:
        bare = is_vague(head.lemma) or (points_back and not _says_enough(head.lemma))
    if not bare or not is_described(scene, part, taken):
        return bare
    return scene.annotations.tokens[part.head + 1].text in CIRCUMSTANCES


def specified(scene: Scene, part: Part) -> Part:
    """Return the last phrase before a noun that says of what or whom it is, the noun's own where none does.

    Der Entwurf eines Mediengesetzes … den Entwurf: it is that of a Mediengesetz. So with bodies and people (die
    Gewerkschaft der Polizei … die Gewerkschaft), one by one, for many are seldom the same.
    """
    tokens = scene.annotations.tokens
    noun = tokens[part.head]
    acts = noun_class(noun.lemma)
    nameless = part.entity is None and (acts is None or (acts in ACTING and noun.morph.number == "s"))
    if not nameless or not _points_back(scene, part) or is_described(scene, part):
        return part
    heads = scene.heads_of.get(noun.lemma, ())
    before = (h for h in reversed(heads[: bisect_left(heads, part.head)]) if acts is None or _is_one(tokens[h]))
    named = (_said_of_what(scene, head, only_owner=acts is not None) for head in before)
    return next((found for found in named if found is not None), part)


def _is_one(noun: Token) -> bool:
    return "s" in noun.morph.number


def _said_of_what(scene: Scene, head: int, *, only_owner: bool) -> Part | None:
    """Return a noun with its owner or what else it governs, None where the text gives it nothing."""
    noun = scene.annotations.tokens[head]
    nominal = scene.nominal_at.get(head)
    behind = scene.annotations.clauses[nominal].arguments if nominal is not None else ()
    for argument in behind:
        governed = argument.role == "possessor"
        governed |= not only_owner and noun_governs(noun.lemma, argument.preposition or "")
        if governed and argument.start > noun.end and not argument.shared:
            return Part(noun.start, noun.end, head, None)
    return None


def _points_back(scene: Scene, part: Part) -> bool:
    """Tell whether a phrase is a determiner that points at something said before and a noun, without more before it.

    In the first sentence of a text it points at nothing.
    """
    tokens = scene.annotations.tokens
    before = tokens[part.head - 1] if part.head else None
    behind_first = part.head >= scene.annotations.sentences[0].last
    return behind_first and before is not None and before.tag in POINTING and before.lemma not in ("ein", "eine")


@lru_cache(maxsize=50_000)  # the nouns of an archive
def _says_enough(lemma: str) -> bool:
    """Tell whether a noun says of itself of what it is: die Verfassungsreform, der US-Einsatz, der Terrorismus."""
    long = len(lemma) >= SAYS_ENOUGH or "-" in lemma
    return long or bool(ABSTRACT.search(lemma)) or _is_compound(lemma.lower())


def _is_compound(small: str) -> bool:
    """Tell whether two known nouns make up a noun, with or without letters that link them."""
    return any(
        is_noun(small[cut:]) and any(len(first) >= SHORTEST_PART and is_noun(first) for first in _unlinked(small[:cut]))
        for cut in range(SHORTEST_PART, len(small) - SHORTEST_PART + 1)
    )


def _unlinked(first: str) -> tuple[str, ...]:
    return (first, *(first.removesuffix(link) for link in ("s", "es", "n", "en")))
