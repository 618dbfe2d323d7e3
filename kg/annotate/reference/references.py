"""References to holders of offices and to pairs: Kasachstans Präsident, sein Amtskollege, beide Staaten."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.annotate.lexicon import rows
from kg.annotate.names.office_phrases import OfficePhrase
from kg.annotate.names.titles import parse_title
from kg.annotate.reference.discourse import Discourse, agrees
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["apposed", "countryman", "group", "office_holder"]

_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des"})
_NO_PERSONS = frozenset({"Vorsitz", "Vorstand"})  # offices that name no holder
_ANYWHERE = 10_000  # sentences: an office stays with its holder through the whole text


def office_holder(scene: Scene, discourse: Discourse, phrase: OfficePhrase) -> Mention | None:
    """Return who is meant by an office phrase without a name: Kasachstans Präsident, sein russischer Amtskollege."""
    tokens = scene.tokens
    determiner = "" if phrase.determiner is None else tokens[phrase.determiner].text.lower()
    if phrase.standing in ("former", "future") or determiner.startswith(("ein", "kein")) or determiner == "zum":
        return None
    if not determiner and (phrase.of is None or phrase.first == phrase.head or phrase.first not in scene.at):
        return None  # wurde neue Präsidentin der Union
    if phrase.word is not None and (phrase.word.scope == "address" or phrase.word.normal in _NO_PERSONS):
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
        else (_holder(discourse, phrase, sentence, determiner), phrase.title)
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


def _holder(discourse: Discourse, phrase: OfficePhrase, sentence: int, determiner: str) -> Entity | None:
    if phrase.of is not None:
        holder = next(discourse.holders(phrase.title, phrase.rank, phrase.of), None)
        party_member = determiner in _DEFINITE and phrase.first == phrase.head == phrase.last - 1
        if holder is None and party_member and phrase.word is not None and phrase.word.scope == "person":
            return _epithet(discourse, phrase, sentence)
        return holder
    gender = phrase.word.gender if phrase.word is not None else ""
    if phrase.word is not None and phrase.word.scope == "person":
        return discourse.bearer(phrase.title, sentence, gender=gender) or _epithet(discourse, phrase, sentence)
    named = discourse.bearer(phrase.title, sentence, gender=gender)
    if named is not None:
        return named
    holders = set(discourse.holders(phrase.title, phrase.rank, None)) & set(
        discourse.recent(sentence, ("Person",), reach=_ANYWHERE)
    )
    return holders.pop() if len(holders) == 1 else None


def countryman(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Return the only person named of late, whom a subject calls by their people: der Portugiese, die Spanierin.

    Whoever holds an office of another state is not meant.
    """
    number = scene.at[index]
    mention = scene.mentions[number]
    article = scene.tokens[index - 1].text.lower() if index else ""
    gender = "f" if article == "die" and scene.tokens[index].text.endswith("in") else "m" if article == "der" else ""
    if mention.kind != "demonym" or not gender or index not in scene.subjects:
        return None
    if index + 1 in scene.at or (index + 1 < len(scene.tokens) and scene.tokens[index + 1].tag == "NE"):
        return None  # the name follows: der Franzose Martin
    people = discourse.recent(scene.sentence_of[index], ("Person",), reach=1)
    states = {held.holder: held.of for held in discourse.offices if held.of.type == "Staat"}
    if len(people) != 1 or not agrees(people[0], gender) or states.get(people[0]) not in (None, mention.entities[0]):
        return None
    return Mention(mention.start, mention.end, (people[0],), "description")


def apposed(scene: Scene, index: int) -> Mention | None:
    """Return who is named behind the comma after a noun: der Chef der Bank, Max Horn."""
    number = scene.apposed.get(index)
    if number is None or scene.at.get(index + 1) == number:
        return None
    token = scene.tokens[index]
    return Mention(token.start, token.end, scene.mentions[number].entities, "description")


def _epithet(discourse: Discourse, phrase: OfficePhrase, sentence: int) -> Entity | None:
    """Return the person just spoken of, whom a phrase calls by what they are: die Grünen-Politikerin."""
    gender = phrase.word.gender if phrase.word else "mf"
    return discourse.best(sentence, lambda e: e.type == "Person" and agrees(e, gender), reach=1)


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
