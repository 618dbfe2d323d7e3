"""References that are noun phrases: the holder of an office, das Land, beide Staaten."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.annotate.discourse import Discourse, agrees, region_states
from kg.annotate.lexicon import rows
from kg.annotate.offices import OfficePhrase
from kg.annotate.scene import Scene
from kg.annotate.titles import parse_title
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["describe", "group", "office_holder"]

_DEFINITE = frozenset(
    [
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "dieser",
        "diese",
        "dieses",
        "diesem",
        "diesen",
        "im",
        "am",
        "zum",
        "vom",
        "beim",
        "zur",
        "ins",
    ]
)
_EMPTY_ADJECTIVES = frozenset(
    [
        "entsprechende",
        "entsprechenden",
        "genannte",
        "genannten",
        "besagte",
        "besagten",
        "gesamte",
        "gesamten",
        "ganze",
        "ganzen",
    ]
)
_ANYWHERE = 10_000  # sentences: a name that repeats the noun is meant however far back it stands


def office_holder(scene: Scene, discourse: Discourse, phrase: OfficePhrase) -> Mention | None:
    """Return who is meant by an office phrase without a name: Kasachstans Präsident, sein russischer Amtskollege."""
    tokens = scene.tokens
    determiner = "" if phrase.determiner is None else tokens[phrase.determiner].text.lower()
    if phrase.standing in ("former", "future") or determiner.startswith(("ein", "kein")) or determiner == "zum":
        return None
    if not determiner and (phrase.of is None or phrase.first == phrase.head):
        return None
    if phrase.word is not None and (phrase.word.plural or (determiner == "die" and phrase.word.gender == "m")):
        return None
    if (
        phrase.of is None
        and phrase.last < len(tokens)
        and tokens[phrase.last].tag in ("ART", "ADJA", "PIAT", "PPOSAT", "NE")
    ):
        return None  # the head of something else: der Sprecher der Feuerwehr
    sentence = scene.sentence_of[phrase.head]
    person, title = (
        _colleague(discourse, phrase, sentence)
        if phrase.word is None
        else (_holder(discourse, phrase, sentence), phrase.title)
    )
    if person is None or (phrase.word is not None and phrase.word.gender == "f" and person.gender == "m"):
        return None
    return Mention(tokens[phrase.first].start, tokens[phrase.last - 1].end, (person,), "role", title)


def _colleague(discourse: Discourse, phrase: OfficePhrase, sentence: int) -> tuple[Entity | None, str]:
    """Return who holds for another state the office of a person just named."""
    if phrase.of is None:
        return None, ""
    for person in discourse.recent(sentence, ("Person",)):
        for held in discourse.offices_of(person):
            counterpart = next(discourse.holders(held.title, held.rank, phrase.of), None)
            if held.of != phrase.of and counterpart is not None:
                return counterpart, held.title
    return None, ""


def _holder(discourse: Discourse, phrase: OfficePhrase, sentence: int) -> Entity | None:
    if phrase.of is not None:
        return next(discourse.holders(phrase.title, phrase.rank, phrase.of), None)
    if phrase.word is not None and phrase.word.scope == "person":
        return discourse.bearer(phrase.title) or discourse.best(
            sentence, lambda e: e.type == "Person" and agrees(e, phrase.word.gender if phrase.word else "mf"), reach=1
        )
    named = discourse.bearer(phrase.title)
    if named is not None:
        return named
    holders = set(discourse.holders(phrase.title, phrase.rank, None)) & set(
        discourse.recent(sentence, ("Person",), reach=_ANYWHERE)
    )
    return holders.pop() if len(holders) == 1 else None


@cache
def _descriptions() -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {}
    for row in rows("descriptions.csv"):
        endings = ("", "s", "es") if row["gender"] in "mn" else ("",)
        forms.update({row["noun"] + ending: row for ending in endings})
    return forms


def describe(scene: Scene, discourse: Discourse, index: int, resolved: dict[int, Mention]) -> Mention | None:
    """Return what a definite noun takes up: das Land, das zentralasiatische Land, seines Landes, die Regierung X.

    `resolved` holds the references found so far by their head token.
    """
    if scene.tokens[index].text == "Regierung" and (state := _governed(scene, discourse, index)) is not None:
        return Mention(scene.tokens[index].start, scene.tokens[index].end, (state,), "metonym")
    row = _descriptions().get(scene.tokens[index].text)
    if row is None or index == 0 or _is_completed(scene, index):
        return None
    first, region = index, None
    if scene.tokens[index - 1].tag == "ADJA":
        first -= 1
        region = scene.mentions[scene.at[first]].entities[0] if first in scene.at else None
        if region is None and scene.tokens[first].text not in _EMPTY_ADJECTIVES:
            return None
    determiner = scene.tokens[first - 1] if first else None
    if determiner is None:
        return None
    if determiner.text.lower() in _DEFINITE:
        entity = _described(scene, discourse, index, row, region)
    elif determiner.tag == "PPOSAT" and row["noun"] == "Land" and determiner.text.lower().startswith("sein"):
        entity = _own_state(discourse, resolved.get(first - 1))
    else:
        return None
    if entity is None:
        return None
    return Mention(scene.tokens[first].start, scene.tokens[index].end, (entity,), "description")


def _is_completed(scene: Scene, index: int) -> bool:
    """Tell a noun that its own name or complement follows: das Land Brandenburg, die Organisation des Bundes."""
    if index in scene.at or index + 1 >= len(scene.tokens):
        return index in scene.at
    after = scene.tokens[index + 1]
    return after.tag in ("NE", "CARD", "TRUNC") or after.text in (
        "der",
        "des",
        "von",
        "für",
        "über",
        "zur",
        "zwischen",
        "„",
        '"',
        "mit",
    )


def _described(
    scene: Scene, discourse: Discourse, index: int, row: dict[str, str], region: Entity | None
) -> Entity | None:
    sentence = scene.sentence_of[index]
    if row["match"] == "x":
        noun = row["noun"].lower()
        named = discourse.recent(sentence, (row["type"],), reach=_ANYWHERE)
        return next((entity for entity in named if noun in entity.label.lower()), None)
    if row["match"] == "region":
        return discourse.best(sentence, lambda e: e.type == "Ort" and e.id in scene.gazetteer.stems)
    members = region_states().get(region.label) if region is not None else None
    if region is not None and members is None:
        return None
    allowed = None if members is None else {scene.gazetteer.state(code) for code in members}
    if row["type"] == "Staat" and region is None:
        here = discourse.recent(sentence, ("Staat",), reach=0)
        if len(here) == 1:
            return here[0]
    return discourse.best(sentence, lambda e: e.type == row["type"] and (allowed is None or e in allowed))


def _own_state(discourse: Discourse, owner: Mention | None) -> Entity | None:
    """Return the state that the person meant by "sein Land" holds office for."""
    states = (
        {held.of for held in discourse.offices_of(owner.entities[0]) if held.of.type == "Staat"} if owner else set()
    )
    return states.pop() if len(states) == 1 else None


def _governed(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the state behind a government named by its head: die Regierung von Präsident X, die Regierung X."""
    for after in range(index + 1, min(index + 4, len(scene.tokens))):
        number = scene.at.get(after)
        if number is not None and scene.mentions[number].entities[0].type == "Person":
            return _own_state(discourse, scene.mentions[number])
        if number is not None or scene.tokens[after].tag not in ("APPR", "ART", "NN"):
            return None
    return None


@cache
def _groups() -> dict[str, dict[str, str]]:
    return {form: row for row in rows("group_nouns.csv") for form in (row["noun"], row["noun"].removesuffix("n") + "n")}


def group(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Return the two that "beide Staaten", "beide" or "die Präsidenten" mean; `index` starts it."""
    token = scene.tokens[index]
    sentence = scene.sentence_of[index]
    if token.text.lower() in ("beide", "beiden", "beider"):
        noun = _noun_after(scene, index)
        if noun is None:
            return _both(scene, discourse, index)
        return _pair(scene, discourse, index, noun, _groups()[scene.tokens[noun].text])
    row = _groups().get(token.text)
    if (
        row is None
        or not row["bare"]
        or index == 0
        or scene.tokens[index - 1].text.lower() not in ("die", "der", "den")
    ):
        return None
    if sentence < 0 or (index + 1 < len(scene.tokens) and scene.tokens[index + 1].text in ("der", "des", "von", "aus")):
        return None
    return _pair(scene, discourse, index, index, row) if _is_plural(scene, index) else None


def _is_plural(scene: Scene, index: int) -> bool:
    """Tell the plural from the singular that looks like it: die Präsidenten, den Führern, but not den Präsidenten."""
    article, noun = scene.tokens[index - 1].text.lower(), scene.tokens[index].text
    title = parse_title(noun)
    return article == "die" or title is None or (article == "den" and noun.endswith("ern"))


def _noun_after(scene: Scene, index: int) -> int | None:
    end = index + 1
    while end < len(scene.tokens) and scene.tokens[end].tag == "ADJA":
        end += 1
    return end if end < len(scene.tokens) and scene.tokens[end].text in _groups() else None


def _both(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Resolve "beide" alone: two persons named in this sentence and the last."""
    after = scene.tokens[index + 1].tag if index + 1 < len(scene.tokens) else ""
    if after in ("NN", "NE", "ADJA", "PPER") or scene.tokens[index].text not in ("beide", "Beide"):
        return None
    people = discourse.recent(scene.sentence_of[index], ("Person",), reach=1)
    return _mention(scene, index, index, tuple(reversed(people))) if len(people) == 2 else None


def _pair(scene: Scene, discourse: Discourse, first: int, last: int, row: dict[str, str]) -> Mention | None:
    sentence = scene.sentence_of[first]
    if row["type"] == "Staat":
        return _mention(scene, first, last, discourse.pair(sentence, ("Staat",)))
    title = parse_title(row["noun"]) or parse_title(scene.tokens[last].text)
    ranked = tuple(reversed(list(_of_rank(discourse, sentence, title.rank if title else ""))))
    return _mention(scene, first, last, ranked if len(ranked) == 2 else discourse.pair(sentence, ("Person",)))


def _of_rank(discourse: Discourse, sentence: int, rank: str) -> Iterator[Entity]:
    for person in discourse.recent(sentence, ("Person",), reach=_ANYWHERE) if rank else ():
        if any(held.rank == rank for held in discourse.offices_of(person)):
            yield person


def _mention(scene: Scene, first: int, last: int, entities: tuple[Entity, ...]) -> Mention | None:
    if len(entities) != 2:
        return None
    return Mention(scene.tokens[first].start, scene.tokens[last].end, entities, "group")
