"""How an argument of a clause is called where its clause becomes a noun phrase, and whether it names anything."""

from __future__ import annotations

from kg.annotate.prepositions import CONTRACTED
from kg.claim.noun_phrases import genitive, nominative, plain
from kg.match.extents import is_prompt
from kg.match.fillers import counted_noun
from kg.match.nouns import says_how
from kg.match.scene import ACTING, Scene, class_at
from kg.model.offsets import overlapping
from kg.model.reading import Argument

__all__ = [
    "CIRCUMSTANCES",
    "POINTING",
    "behind_preposition",
    "genitive_of",
    "is_matter",
    "label_of",
    "names_somebody",
    "names_something",
    "says_what",
    "with_preposition",
]

CIRCUMSTANCES = (
    "laut",
    "nach",
    "trotz",
    "wegen",
    "seit",
    "während",
    "aufgrund",
    "bei",
    "vor",
    "zugunsten",
    "zufolge",
    "gemäß",
)
"""Prepositions of phrases that say when, why or on whose word rather than what about."""
WITH_ACCUSATIVE = ("an", "gegen", "für")
ACCUSATIVE = {"dem": "den", "einem": "einen", "diesem": "diesen", "seinem": "seinen", "ihrem": "ihren"}
FEMININE = {"der": "die", "dieser": "diese", "seiner": "seine", "ihrer": "ihre"}
NEUTER = {"dem": "das", "diesem": "dieses"}
"""Articles of the accusative by those of the dative; an adjective between these and their noun would change, too."""
CONTRACTIONS = {apart: short for short, apart in CONTRACTED.items()}
"""What a preposition and an article contract to: zur."""
POINTING = ("besagt", "betreffend", "dortig", "entsprechend", "genannt", "hiesig", "jeweilig", "solch", "obig")
"""Adjectives that name nothing of their noun but point at what was said before."""


def names_something(scene: Scene, argument: Argument) -> bool:
    """Tell whether an argument is a noun phrase of its own: no pronoun, adjective or clause, nor "dieser Antrag"."""
    tokens = scene.annotations.tokens
    if tokens[argument.head].tag == "CARD":
        return counted_noun(scene, argument.head) is not None
    named = tokens[argument.head].tag in ("NN", "NE") and argument.clause is None and argument.antecedent is None
    before = tokens[argument.head - 1] if argument.head else None
    pointing = before is not None and (before.tag == "PDAT" or before.lemma in POINTING)
    return named and not (pointing and tokens[argument.head].end == argument.end)


def names_somebody(scene: Scene, argument: Argument) -> bool:
    """Tell whether an argument is a name or a noun for people or bodies."""
    return argument.head in scene.mention_at or class_at(scene, argument.head) in ACTING


def says_what(scene: Scene, argument: Argument) -> bool:
    """Tell a prepositional phrase that says about what rather than when, why, how or how much."""
    return argument.preposition not in CIRCUMSTANCES and is_matter(scene, argument)


def is_matter(scene: Scene, argument: Argument) -> bool:
    """Tell a prepositional phrase with a noun that is no time, amount or manner, nor on whose word something is."""
    if is_prompt(scene, argument) or says_how(scene.annotations.tokens[argument.head].lemma):
        return False
    counted = overlapping(scene.annotations.quantities, argument.start, argument.start + 1)
    dated = overlapping(scene.annotations.times, argument.start, argument.end)
    return not counted and not dated and names_something(scene, argument)


def label_of(scene: Scene, argument: Argument) -> str:
    """Return an argument as it is called by itself, in the nominative."""
    return nominative(scene.annotations.tokens, argument.start, argument.end, argument.head)


def genitive_of(scene: Scene, argument: Argument) -> str:
    """Return an argument as it stands behind a noun, each part of a list."""
    if argument.conjuncts:
        return _listed(scene, argument.conjuncts)
    noun = counted_noun(scene, argument.head)
    if noun is not None:
        plural = scene.annotations.tokens[noun].text
        counted = plain(scene.annotations.tokens, argument.start, argument.end)
        return f"von {counted} {plural if plural.endswith(('n', 's')) else f'{plural}n'}"
    return genitive(scene.annotations.tokens, argument.start, argument.end, argument.head)


def _listed(scene: Scene, conjuncts: tuple[tuple[int, int, int], ...]) -> str:
    """Return coordinated phrases behind a noun: von Gas und Öl, der Löhne und der Renten."""
    parts = [genitive(scene.annotations.tokens, *conjunct) for conjunct in conjuncts]
    parts[1:] = [part.removeprefix("von ") for part in parts[1:]]
    return f"{', '.join(parts[:-1])} und {parts[-1]}" if len(parts) > 1 else parts[0]


def with_preposition(scene: Scene, start: int, end: int) -> str:
    """Return a phrase, given by its offsets, with the preposition before it."""
    before = scene.annotations.document.text[:start].split()
    return f"{before[-1].lower() if before else ''} {plain(scene.annotations.tokens, start, end, keep=True)}"


def behind_preposition(scene: Scene, preposition: str, dative: Argument) -> str:
    """Return a dative behind a preposition: zum Bund, zur Währungsunion, gegen den Plan, gegen europäisches Recht."""
    tokens = scene.annotations.tokens
    written = plain(tokens, dative.start, dative.end, keep=True)
    if preposition not in WITH_ACCUSATIVE:
        first, _, rest = written.partition(" ")
        short = CONTRACTIONS.get((preposition, first.lower()))
        return f"{short} {rest}" if short else f"{preposition} {written}"
    first, _, rest = written.partition(" ")
    if first.lower() in ACCUSATIVE and tokens[dative.head].morph.gender.startswith("m"):
        return f"{preposition} {ACCUSATIVE[first.lower()]} {rest}"
    neuter = tokens[dative.head].morph.gender.startswith("n")
    article = FEMININE.get(first.lower()) or (NEUTER.get(first.lower()) if neuter else None)
    if article is not None and tokens[dative.head - 1].text == first:
        return f"{preposition} {article} {rest}"
    return f"{preposition} {nominative(tokens, dative.start, dative.end, dative.head)}"
