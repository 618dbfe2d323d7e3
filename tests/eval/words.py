"""Tags, lemmas and Konjunktiv measured on Universal Dependencies files.

Tokens are our own; a gold token that ours do not match exactly counts as wrong. Contractions count as APPRART with
the preposition's lemma, compounds that the treebank cuts at hyphens count as one word with their last part's tag.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eval.shared import read_text
from eval.treebank import GoldWord, sentences

from kg.model.reading import Token


def aligned(treebank: Path) -> Iterator[tuple[GoldWord, Token | None]]:
    """Yield every gold word with our token of the same span, None where there is none."""
    for text, gold in sentences(treebank):
        ours = {(token.start, token.end): token for token in read_text(text).tokens}
        for word in gold:
            yield word, ours.get((word.start, word.end))


def tag_accuracy(treebank: Path) -> float:
    """Return the share of gold words with the right STTS tag, from 0 to 1."""
    outcomes = [token is not None and token.tag == word.tag for word, token in aligned(treebank)]
    return sum(outcomes) / len(outcomes)


def lemma_accuracy(treebank: Path) -> float:
    """Return the share of gold words other than punctuation with the right lemma, from 0 to 1; case is ignored."""
    outcomes = [
        token is not None and token.lemma.lower() == word.lemma.lower()
        for word, token in aligned(treebank)
        if word.parts[-1][3] != "PUNCT"
    ]
    return sum(outcomes) / len(outcomes)


def konjunktiv(treebank: Path) -> tuple[float, float]:
    """Return precision and recall of Konjunktiv I/II on the finite verbs of the treebank, each from 0 to 1.

    A form that is left open ("k1?", "k2?") counts as none. The marks of the treebank bound the recall on GSD-dev: of
    82 gold Konjunktive 12 are no other than indicatives elsewhere in it: the form beside "ich" (6 marked so, 38 not),
    "sollte" (3 and 7), "wollten" (1) and two plain preterites. To count every form beside "ich" would bring recall to
    93 % and precision to 65 %; to count every "sollte", recall to 89 % and precision to 88 %.
    """
    gold = found = both = 0
    for word, token in aligned(treebank):
        if word.features.get("VerbForm") != "Fin":
            continue
        is_gold = word.features.get("Mood") == "Sub"
        is_found = token is not None and token.morph.mood in ("k1", "k2")
        gold, found, both = gold + is_gold, found + is_found, both + (is_gold and is_found)
    return both / found if found else 0.0, both / gold
