"""How something is done, where it matters for what a clause is called: nicht rechtzeitig, strenger, geringer."""

from __future__ import annotations

import re
from typing import Final

from kg.annotate.words.nouns import noun_gender
from kg.claim.declension import strong_ending
from kg.claim.little_verbs import little_verbs
from kg.claim.verb_nouns import noun_for
from kg.match.scene import Scene, argument_of
from kg.model.reading import Clause

__all__ = ["adjective_joined", "behind_negation", "changed", "compared", "denied_manner"]

NO_LONGER: Final = "länger"
"""The one of these that behind a negation says that something ends: nicht länger anbinden."""
_TURNING_OUT: Final = "ausfallen"
_COMPARATIVE: Final = re.compile(r"[a-zäöü]{2,}er")


def changed(scene: Scene, clause: Clause, name: str | None) -> str | None:
    """Return the noun of a clause with how what it says is to differ: die Grenze strenger überwachen."""
    tokens, noun = scene.annotations.tokens, noun_for(clause.lemma)
    denied = clause.negation is not None
    words = (tokens[index].text for index in clause.tokens)
    changing = (word for word in words if word in little_verbs("changing") and not (denied and word == NO_LONGER))
    more, gender = next(changing, None), noun_gender(noun)
    apt = name is not None and more is not None and gender[:1] in tuple("fmn") and name.startswith(f"{noun} ")
    return f"{more}{strong_ending('n', gender)} {name}" if apt else name


def behind_negation(scene: Scene, clause: Clause) -> int | None:
    """Return the word behind what negates a clause."""
    start = clause.negation.start if clause.negation is not None else None
    if start is None:
        return None
    tokens = scene.annotations.tokens
    found = (index + 1 for index in clause.tokens if tokens[index].start == start)
    return next((index for index in found if index < len(tokens)), None)


def denied_manner(scene: Scene, clause: Clause) -> str | None:
    """Return how something is not done that is done all the same: die Bürger nicht | rechtzeitig | informieren."""
    place, tokens = behind_negation(scene, clause), scene.annotations.tokens
    if place is None or tokens[place].tag != "ADJD" or clause.lemma in little_verbs("judging"):
        return None
    predicates = {argument.head for argument in clause.arguments if argument.role == "predicate"}
    linked = place > 1 and tokens[place - 2].text in ("und", "sondern")  # gewissenhaft und nicht hastig
    governing = linked or (place + 1 < len(tokens) and tokens[place + 1].tag in ("ADJD", "ADJA", "NN"))
    mere = place in predicates or governing or tokens[place].text in little_verbs("fully")
    return None if mere or clause.lemma in little_verbs("copulas") else tokens[place].text


def compared(scene: Scene, clause: Clause, name: str | None) -> str | None:
    """Return what turns out to be more or less so: die Preise fallen höher aus, höhere Preise."""
    if clause.lemma != _TURNING_OUT:
        return name
    tokens, subject = scene.annotations.tokens, argument_of(clause, "subject")
    words = (tokens[index] for index in clause.tokens if tokens[index].tag == "ADJD")
    more = next((w.text for w in words if _COMPARATIVE.fullmatch(w.text) and w.lemma != w.text), None)
    if name is None or subject is None or more is None:
        return name
    noun = tokens[subject.head]
    gender = "p" if noun.morph.number == "p" else (noun_gender(noun.lemma) or "")[:1]
    return f"{more}{strong_ending('n', gender)} {name}" if gender else None


def adjective_joined(scene: Scene, clause: Clause) -> bool:
    """Tell an adjective right before the verb that says what it makes of its object: die Zahlen geheim halten."""
    tokens = scene.annotations.tokens
    last = max(clause.complex, default=clause.head)
    while last - 1 in clause.complex:
        last -= 1
    return last > 0 and last - 1 in clause.tokens and tokens[last - 1].tag == "ADJD"
