"""What a law, plan or decision is for, where a clause behind its noun says it: ein Gesetz, das die Löhne regelt."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from kg.annotate.noun_classes import tails
from kg.annotate.prepositions import WITH_DATIVE
from kg.annotate.words.nouns import noun_gender
from kg.claim.declension import genitive_form, strong_ending
from kg.claim.nominalisation import name_of_clause
from kg.lists import rows_of
from kg.match.content import explained_by
from kg.match.nouns import is_purposeful, is_vague
from kg.match.scene import Part, Scene, argument_of
from kg.model.reading import Clause

__all__ = ["linked", "purpose_of"]

COMPLEMENTS = Path(__file__).with_name("data") / "noun_complements.csv"
COMPARED = re.compile(r"([a-zäöüß]+er)(?:e|er|es)")
"""How it is to differ, before the noun of a clause: härtere Bestrafung, besserer Schutz."""
BECAUSE = "vor"
"""Before what somebody fears or warns of; it has the dative as those do that have no other case."""
GENITIVE = "der"
"""What stands for the genitive in the list: der Vorwurf | der Fälschung."""


def purpose_of(scene: Scene, part: Part, *, described: bool = False) -> str:
    """Return what a noun is for or of as its attribute (zur Regelung der Löhne), empty where no clause says it.

    Where something else behind a noun says of what it is (`described`), a relative clause only adds to that.
    """
    link = _link(scene.annotations.tokens[part.head].lemma)
    owned = described and link == GENITIVE  # der Vorwurf der Stadt, | Geld veruntreut zu haben: no second genitive
    complement = _complement(scene, part, link) if link and not owned else ""
    return complement or ("" if described else _purpose(scene, part))


def _purpose(scene: Scene, part: Part) -> str:
    """Return what a relative clause says a noun is for: ein Gesetz, | das die Löhne regelt."""
    if not is_purposeful(scene.annotations.tokens[part.head].lemma):
        return ""
    clause = next((clause for clause in scene.relatives.get(part.head, ()) if _says_of(clause, part.head)), None)
    name = _called(scene, clause, strict=True) if clause is not None else ""
    return linked("zu", name)


def _complement(scene: Scene, part: Part, link: str) -> str:
    """Return what an infinitive or a clause with dass says a noun is of: die Entscheidung, | das Werk zu schließen."""
    clause = explained_by(scene, part.head)
    name = _called(scene, clause, strict=clause.kind != "infinitive") if clause is not None else ""
    return linked(link, name)


def _called(scene: Scene, clause: Clause, *, strict: bool) -> str:
    """Return the name of a clause that says of what it tells, empty for none."""
    object_ = argument_of(clause, "object")
    if clause.negation is not None or (object_ and is_vague(scene.annotations.tokens[object_.head].lemma)):
        return ""  # nicht zu bauen; den Weg zu gehen
    name = name_of_clause(scene, clause, own=True, strict=strict, spoken=True, bare=False)
    return name if name is not None and " " in name and not name.endswith(f" {clause.lemma}") else ""


def linked(link: str, name: str) -> str:
    """Return a name as an attribute: zur Regelung der Löhne, nach Senkung der Steuer, der Fälschung der Wahl."""
    if not name:
        return ""
    opening, _, behind = name.partition(" ")
    more = COMPARED.fullmatch(opening) if behind else None  # härtere Bestrafung von Gewalt
    noun, _, rest = (behind if more else name).partition(" ")
    gender = noun_gender(noun) or ""
    if link == GENITIVE and gender != "f":
        return f"des {f'{more[1]}en ' if more else ''}{genitive_form(noun, gender or 'n')} {rest}"
    if more:
        dative = link in WITH_DATIVE or link == BECAUSE
        strong = strong_ending("d" if dative else "a", gender or "n")
        name = f"{more[1]}{'en' if link in ('zu', GENITIVE) else strong} {behind}"
    contracted = ("zur" if gender == "f" else "zum") if link == "zu" else link
    return f"{contracted} {name}"


def _says_of(clause: Clause, head: int) -> bool:
    """Tell a relative clause that says what the noun does to something."""
    roles = {argument.role for argument in clause.arguments if argument.antecedent == head and not argument.shared}
    acting = clause.voice == "active" and roles == {"subject"}
    return acting and any(argument.role == "object" and argument.clause is None for argument in clause.arguments)


@functools.lru_cache(maxsize=50_000)  # the nouns of an archive
def _link(lemma: str) -> str:
    """Return behind what a noun has its complement, as the longest noun of the list that it ends with has."""
    links = _links()
    return next((links[noun] for noun in (lemma, *(tail.capitalize() for tail in tails(lemma))) if noun in links), "")


@functools.cache
def _links() -> dict[str, str]:
    return {row["noun"]: row["link"] for row in rows_of(COMPLEMENTS)}
