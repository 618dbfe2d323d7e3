"""What a claim's clause is content of: the clauses around it, and what their words say of whether it is so."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import yaml

from kg.annotate.clauses.government import government
from kg.match.clauses import Match
from kg.match.content import ADJUNCTS
from kg.match.extents import is_prompt
from kg.match.scene import Scene, argument_of
from kg.model.offsets import first_from
from kg.model.reading import Argument, Clause

__all__ = ["chain_of", "effects_of", "effects_on", "embedded", "heads_of", "is_lifted", "mood_words"]

EMBEDDING = Path(__file__).with_name("data") / "embedding.yaml"
INSISTING = ("bestehen", "beharren")
"""Verbs that take what is wanted behind auf with the dative; others want the accusative."""
BESIDE_VERB = {"bestehen": ("auf", "darauf"), "beharren": ("auf", "darauf"), "absehen": ("von", "davon")}
"""Verbs that say something of what hangs on them only with a preposition: es bestand Einigkeit, dass …."""
FAILING = ("scheitern", "misslingen", "missglücken", "fehlschlagen")
NEGATED = {"negative": "possible", "doubtful": "", "prevented": "", "undone": ""}
"""What is left of a word where it is negated: schließt nicht aus, dass …; verhinderte nicht, dass …."""
FOR_OR_AGAINST = ("dafür", "dagegen")
AWAITING = ("bis", "bevor", "ehe", "sobald")
"""Conjunctions of clauses that need not have come about."""
REASON = "damit"
BESIDE = 9
"""Characters between a noun and the clause that it is about, with room for a word: die Bedingung | dafür, | dass …."""
ABOUT_SUBJECT = ("bevorstehen", "drohen", "ausbleiben", "ausfallen", "entfallen", "scheitern")
"""Verbs that say of what their subject names whether it comes: ein Angriff droht, der Besuch fiel aus."""
HELD = ("Gespräch", "Verhandlung", "Beratung", "Sondierung", "Vermittlung", "Schlichtung", "Unterredung", "Dialog")
"""What has taken place where it fails: die Gespräche scheiterten, but der Besuch scheiterte."""


def chain_of(scene: Scene, match: Match) -> list[Clause]:
    """Return the match's clause and, while it is an infinitive, a light verb's noun or a predicate, what carries it."""
    if match.clause is None:
        return []
    clauses = scene.annotations.clauses
    chain = [clauses[match.clause]]
    while chain[-1].parent is not None and _is_carried(chain[-1], clauses[chain[-1].parent]):
        chain.append(clauses[chain[-1].parent])
    return chain


def _is_carried(clause: Clause, parent: Clause) -> bool:
    if clause.kind == "infinitive":
        return clause.conjunction not in ADJUNCTS
    if clause.kind != "nominal":
        return False
    light = mood_words().get(parent.lemma) == "light"
    said = argument_of(parent, "predicate")
    if said is not None and said.head == clause.head:
        return said.preposition is None or light  # als Vorsitz innehaben, but not als Vorsitz warnen
    return light and any(a.head == clause.head for a in parent.arguments if a.preposition in (None, "zu", "in", "für"))


def embedded(scene: Scene, match: Match) -> Iterator[tuple[Clause, Clause]]:
    """Yield each clause of which a match's clause is content with its parent, innermost first."""
    chain = chain_of(scene, match)
    clause = next((carrier for carrier in chain if carrier.kind != "nominal"), chain[0]) if chain else None
    while clause is not None and clause.parent is not None:
        parent = scene.annotations.clauses[clause.parent]
        if not _is_content(scene, clause, parent):
            return
        yield clause, parent
        clause = parent


def effects_on(scene: Scene, match: Match) -> list[str]:
    """Return what the words around the match's clause say of it, innermost first (keys of `embedding.yaml`)."""
    chain = chain_of(scene, match)
    if not chain:
        return []
    words = mood_words()
    clause = next((carrier for carrier in chain if carrier.kind != "nominal"), chain[0])
    found = [words.get(clause.conjunction or ""), "possible" if _is_awaited(clause) else None]
    found += ["planned"] if clause.kind == "infinitive" and clause.conjunction == "um" else []
    for clause, parent in embedded(scene, match):
        around = effects_of(scene, clause, parent)
        around = [NEGATED.get(effect, effect) for effect in around] if parent.negation is not None else around
        found += [words.get(parent.conjunction or ""), *around]
    return [effect for effect in found if effect]


def is_lifted(scene: Scene, clause: Clause, parent: Clause) -> bool:
    """Tell a negation that denies another denial, and not what hangs on it: schließt **nicht** aus, dass …."""
    return parent.negation is not None and any(e in NEGATED for e in effects_of(scene, clause, parent))


def effects_of(scene: Scene, clause: Clause, parent: Clause) -> list[str]:
    """Return what the words of the clause around a clause say of it, were they not negated."""
    predicate = argument_of(parent, "predicate")
    said = predicate.head if predicate is not None else None
    before = _noun_before(scene, clause, parent)
    if parent.lemma in FAILING and clause.kind == "infinitive":
        return ["undone"]  # scheiterte daran, X zu tun; der Versuch, X zu tun, misslang
    heads = {head for head in (said, before) if head is not None}
    found = (mood_words().get(_said(scene, parent)), *(_of_word(scene, head) for head in sorted(heads)))
    return [effect for effect in found if effect]


def _of_word(scene: Scene, head: int) -> str | None:
    """Return what a noun or adjective says; the lemma of a participle (verpflichtet) is that of its verb."""
    token = scene.annotations.tokens[head]
    return mood_words().get(token.text.lower()) or mood_words().get(token.lemma)


def _said(scene: Scene, parent: Clause) -> str:
    """Return a clause's verb, "" where it lacks its preposition: bestand darauf, dass …, but es bestand Einigkeit.

    Who is for or against something says so by an adverb: ist dagegen, dass ….
    """
    if parent.lemma not in BESIDE_VERB and parent.lemma != "sein":
        return parent.lemma
    tokens = scene.annotations.tokens
    words = {tokens[index].text.lower(): index for index in parent.tokens}
    if parent.lemma == "sein":  # but: ein Beleg | dafür ist, dass …
        taken = (word for word in FOR_OR_AGAINST if word in words and tokens[words[word] - 1].tag != "NN")
        return next(taken, parent.lemma)
    return "" if words.keys().isdisjoint(BESIDE_VERB[parent.lemma]) else parent.lemma


def _is_awaited(clause: Clause) -> bool:
    """Tell a clause of what has still to happen: bis der Rat zugestimmt habe, but bis der Rat zustimmte."""
    happened = clause.mood == "indicative" and clause.tense in ("past", "pluperfect")
    return clause.conjunction in AWAITING and not happened


def _noun_before(scene: Scene, clause: Clause, parent: Clause) -> int | None:
    """Return the noun before a clause that it may explain: die Chance, zu gewinnen; der Versuch der Bank, zu ….

    A reason explains the verb: begründete die Forderung damit, | dass ….
    """
    tokens = scene.annotations.tokens
    first = first_from(tokens, clause.start)
    if clause.kind not in ("infinitive", "subordinate", "main") or tokens[first - 2].text == REASON:
        return None
    reach = clause.start if clause.kind == "infinitive" else BESIDE
    before = [a for a in parent.arguments if a.clause is None and 0 <= clause.start - a.end <= reach]
    nearest = max(before, key=lambda argument: argument.end, default=None)
    if nearest is None:
        return None
    inside = range(first_from(tokens, nearest.end) - 1, nearest.head, -1)
    return next((index for index in inside if tokens[index].lemma in mood_words()), nearest.head)


def _is_content(scene: Scene, clause: Clause, parent: Clause) -> bool:
    """Tell whether a clause is what its parent is about: an infinitive, a dass-clause, or a noun as its participant.

    A noun is so as the object or behind the preposition that the verb governs (warnte vor einem Angriff), and as what
    is said to be near or possible: ein Angriff droht, ein Angriff ist möglich.
    """
    if clause.kind == "infinitive":
        return clause.conjunction not in ADJUNCTS
    if clause.kind == "subordinate":
        return clause.conjunction in ("dass", "ob")
    if clause.kind == "main":  # that a noun says: der Vorwurf, | er habe gelogen
        filling = (scene.annotations.clauses[a.clause] for a in parent.arguments if a.clause is not None)
        return clause.mood != "indicative" and all(other is not clause for other in filling)
    if clause.kind != "nominal":
        return False
    argument = next((a for a in parent.arguments if clause.head in heads_of(a)), None)
    if argument is None:
        return False
    if argument.role == "oblique":
        governed = argument.preposition in government(parent.lemma).prepositions
        beside = _is_place(scene, argument, parent) or is_prompt(scene, argument)
        return parent.lemma in mood_words() and governed and not beside
    if argument.role == "subject" and parent.voice == "active":
        predicate = argument_of(parent, "predicate")
        said = scene.annotations.tokens[predicate.head].lemma if predicate is not None else parent.lemma
        held = said == "scheitern" and clause.lemma.endswith((*HELD, *(noun.lower() for noun in HELD)))
        return not held and said in (ABOUT_SUBJECT if predicate is None else mood_words())
    return argument.role == ("object" if parent.voice == "active" else "subject")


def _is_place(scene: Scene, argument: Argument, parent: Clause) -> bool:
    """Tell where something was agreed from what was: einigten sich auf einem Gipfel, but auf einen Gipfel."""
    first = scene.annotations.document.text[argument.start : argument.end].split()[0].lower()
    dative = first.endswith("em") or first in ("der", "einer", "dieser")
    return argument.preposition == "auf" and dative and parent.lemma not in INSISTING


def heads_of(argument: Argument) -> tuple[int, ...]:
    """Return the tokens of an argument's head nouns, all of a list."""
    return (argument.head, *(head for _, _, head in argument.conjuncts))


@functools.cache
def mood_words() -> dict[str, str]:
    """Return what each word of `embedding.yaml` says of what it is about."""
    table: dict[str, str] = yaml.safe_load(EMBEDDING.read_text(encoding="utf-8"))
    return {word: effect for effect, words in table.items() for word in words.split()}
