"""Several at once: beide Staaten, die Präsidenten, die drei Länder, die Außenminister beider Länder, X und Y."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from kg.annotate.lexicon import rows
from kg.annotate.names.kinds import description_row, kind_of
from kg.annotate.names.titles import parse_title
from kg.annotate.noun_classes import noun_class
from kg.annotate.reference.discourse import ANYWHERE, Discourse
from kg.annotate.reference.scene import Scene
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["group"]

_ACTORS = "Akteur"  # the type of nouns that may mean two of any kind
# What those do who stand between two sides
_THIRD_PARTIES = frozenset(
    {"vermitteln", "schlichten", "moderieren", "fordern", "auffordern", "mahnen", "drängen", "dringen"}
)
_SERVICES = frozenset({"Vermittlung", "Vermittler", "Schirmherrschaft"})
_NEAR = 4  # tokens: unter Vermittlung der | Afrikanischen Union
_AT_HOME = "DE"
_SIDES = ("Staat", "Organisation")
_COUPLE = 2
_LIST_REACH = 5  # sentences: a list that a number takes up is remembered longer than single names
_LONG_LIST_REACH = 12  # three or more named in a row are hardly ever any others
_REACH = 2
_NUMBERS = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10}
_ALL = frozenset({"die", "der", "den", "diese", "dieser", "diesen", "alle", "aller", "allen"})
_BELONGING = frozenset({"der", "des", "von", "aus", "beider", "in"})
_JOINTS = frozenset({",", "und", "sowie", "der", "die", "das", "dem", "den"})
_THE = frozenset({"Die", "die", "den"})
_COUNTED = frozenset({"NN", "NE", "ADJA", "CARD", "TRUNC", "$(", "ADJD", "FM"})
_LONGEST_OWNER = 5  # tokens between a noun and the comma before the names: die Minister | der beiden Länder


@cache
def _groups() -> dict[str, dict[str, str]]:
    return {form: row for row in rows("group_nouns.csv") for form in (row["noun"], row["noun"].removesuffix("n") + "n")}


def _row(noun: str) -> dict[str, str]:
    """Return the row of a noun, also behind a name: Nachbarn, Nato-Partner; an empty one for other words."""
    return _groups().get(noun) or _groups().get(noun.rpartition("-")[2]) or {}


def _just_listed(scene: Scene, discourse: Discourse, index: int) -> tuple[Entity, ...]:
    """Return the states that "die Nachbarländer" without a number takes up: the only ones just named, in one list."""
    behind = scene.tokens[index + 1 : index + 2]
    if scene.gazetteer.code(scene.home) == _AT_HOME or index + 1 in scene.at:
        return ()  # die Länder are Germany's own
    if behind and (behind[0].text in _BELONGING or behind[0].tag in ("NE", "CARD")):
        return ()
    near = discourse.recent(scene.sentence_of[index], ("Staat",), reach=1)
    listed = next((names for names in _lists_before(scene, index, 1, _is_state) if len(names) > 1), ())
    return listed if set(listed) == set(near) else ()


def group(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Return whom "beide Staaten", "beide", "die Präsidenten" or "die drei Länder" mean; `index` starts or heads it."""
    token = scene.tokens[index]
    if scene.sentence_of[index] < 0:
        return None
    if token.text.lower() in ("beide", "beiden", "beider"):
        noun = _noun_after(scene, index)
        if noun is None:
            return _both(scene, discourse, index)
        return _pair(scene, discourse, index, noun, _row(scene.tokens[noun].text))
    if token.tag == "CARD":
        return _mention(scene, index, index, _so_many(scene, index))
    row = _row(token.text)
    named = _named_behind(scene, index)
    if named or not row or not index:
        return _mention(scene, index, index, named) if named else None
    first = index - 2 if index > 2 and scene.tokens[index - 2].tag == "TRUNC" else index  # Staats- und Regierungschefs
    if (number := _NUMBERS.get(scene.tokens[first - 1].text.lower())) is not None:
        known = first > 1 and scene.tokens[first - 2].text.lower() in _ALL
        counted = _counted(scene, discourse, index, number, row) if known else ()
        return _mention(scene, first - 1, index, counted)
    if scene.tokens[index - 1].text.lower() not in ("die", "der", "den") or "-" in token.text:
        return None
    if not row["bare"]:
        listed = _just_listed(scene, discourse, index) if row["type"] == "Staat" else _called_so(scene, index)
        return _mention(scene, index, index, listed)
    behind = index + 1
    if behind < len(scene.tokens) and (scene.tokens[behind].text in _BELONGING or behind in scene.at):
        return None  # die Präsidenten Togos und Benins
    return _pair(scene, discourse, index, index, row) if _is_plural(scene, index) else None


def _so_many(scene: Scene, index: int) -> tuple[Entity, ...]:
    """Return the last list of so many people as "die drei" alone means."""
    behind = scene.tokens[index + 1].tag if index + 1 < len(scene.tokens) else ""
    if not index or scene.tokens[index - 1].text not in _THE or behind in _COUNTED or index + 1 in scene.at:
        return ()
    number = _NUMBERS.get(scene.tokens[index].text)
    lists = _lists_before(scene, index, _REACH, _is_person) if number else ()
    listed = next((names for names in lists if len(names) > 1), ())
    return listed if len(listed) == number else ()


def _called_so(scene: Scene, index: int) -> tuple[Entity, ...]:
    """Return the bodies that the same noun has introduced: die Gewerkschaften X und Y … die Gewerkschaften."""
    noun = scene.tokens[index]
    if noun.morph.number == "s" or (index + 1 < len(scene.tokens) and scene.tokens[index + 1].text in _BELONGING):
        return ()
    same = (p for p in scene.before(index, reach=_LIST_REACH) if scene.tokens[p].text == noun.text)
    return next((listed for p in same if (listed := _listed(scene, p + 1, lambda e: e.type in _SIDES))), ())


def _named_behind(scene: Scene, index: int) -> tuple[Entity, ...]:
    """Return the people whose names a plural and a comma introduce: die Minister beider Länder, X und Y."""
    token = scene.tokens[index]
    if token.tag != "NN" or token.morph.number == "s" or noun_class(token.lemma) != "Person":
        return ()
    comma = index + 1
    while comma < len(scene.tokens) and comma - index <= _LONGEST_OWNER and scene.tokens[comma].text != ",":
        named = scene.mentions[scene.at[comma]].entities[0].type == "Person" if comma in scene.at else False
        if named or scene.tokens[comma].tag.startswith(("V", "$", "APPR")):
            return ()  # die Minister Otto Weber, X und Y are three
        comma += 1
    people = _listed(scene, comma + 1, lambda e: e.type == "Person") if comma < len(scene.tokens) else ()
    return people if len(people) > 1 else ()


def _listed(scene: Scene, place: int, accept: Callable[[Entity], bool]) -> tuple[Entity, ...]:
    """Return the accepted names that are listed from a token on: X, Y und Z."""
    found: list[Entity] = []
    joined = True
    while place in scene.at or (found and place < len(scene.tokens) and scene.tokens[place].text in _JOINTS):
        number = scene.at.get(place)
        if number is None:
            joined = joined or scene.tokens[place].text in (",", "und", "sowie")
            place += 1
            continue
        mention = scene.mentions[number]
        if not joined or len(mention.entities) != 1 or mention.kind != "name" or not accept(mention.entities[0]):
            break
        found.append(mention.entities[0])
        joined = False
        while scene.at.get(place) == number:
            place += 1
    return tuple(dict.fromkeys(found))


def _counted(scene: Scene, discourse: Discourse, index: int, number: int, row: dict[str, str]) -> tuple[Entity, ...]:
    """Return as many as a number says: the last list of so many, else those of late if there are just so many."""
    sentence = scene.sentence_of[index]

    def fits(entity: Entity) -> bool:
        kind = row["kind"]
        return entity.type == row["type"] and (not kind or kind_of(entity) == kind or kind in _called(scene, entity))

    lists = _lists_before(scene, index, _LIST_REACH if number == _COUPLE else _LONG_LIST_REACH, fits)
    listed = next((names for names in lists if len(names) == number), ())
    if listed:
        return listed
    for seen in (partial(discourse.recent, named=True), discourse.recent, discourse.by_capitals):
        for reach in range(_REACH + 1):
            near = [entity for entity in seen(sentence, (row["type"],), reach=reach) if fits(entity)]
            if len(near) >= number:
                # Of more than two, any that was named just before may be one of those meant.
                further = (e for e in seen(sentence, (row["type"],), reach=reach + 1) if fits(e))
                alone = number == _COUPLE or reach == 0 or set(further) == set(near)
                return tuple(reversed(near)) if len(near) == number and alone else ()
    return ()


def _called(scene: Scene, entity: Entity) -> set[str]:
    """Return the kinds of body of which the nouns before a name are: der Versorger Nordstrom is a company."""
    found = (description_row(noun) for noun in scene.called.get(entity, ()))
    return {kind for row in found if row is not None for kind in row["kinds"].split("|")}


def _lists_before(
    scene: Scene, index: int, reach: int, accept: Callable[[Entity], bool]
) -> Iterator[tuple[Entity, ...]]:
    """Yield the whole lists of accepted names before a token, the nearest first."""
    for place in scene.before(index, reach=reach):
        begins = place in scene.at and scene.at.get(place - 1) != scene.at[place]
        if begins and (names := _listed(scene, place, accept)) and not _goes_on_before(scene, place):
            yield names


def _is_state(entity: Entity) -> bool:
    return entity.type == "Staat"


def _is_person(entity: Entity) -> bool:
    return entity.type == "Person"


def _goes_on_before(scene: Scene, place: int) -> bool:
    """Tell whether a list begins before the name at a token."""
    before = place - 1
    while before > 0 and scene.tokens[before].text in ("der", "die", "das", "dem", "den"):
        before -= 1
    return before > 0 and scene.tokens[before].text in (",", "und", "sowie") and before - 1 in scene.at


def _is_plural(scene: Scene, index: int) -> bool:
    """Tell the plural from the singular that looks like it: die Präsidenten, den Führern, but not den Präsidenten."""
    article, noun = scene.tokens[index - 1].text.lower(), scene.tokens[index].text
    title = parse_title(noun)
    return article == "die" or title is None or (article == "den" and noun.endswith("ern"))


def _noun_after(scene: Scene, index: int) -> int | None:
    end = index + 1
    while end < len(scene.tokens) and scene.tokens[end].tag == "ADJA":
        end += 1
    return end if end < len(scene.tokens) and _row(scene.tokens[end].text) else None


def _both(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Resolve "beide" alone: two persons named in this sentence and the last, else two sides named together."""
    after = scene.tokens[index + 1].tag if index + 1 < len(scene.tokens) else ""
    before = scene.tokens[index - 1].text.lower() if index else ""
    alone = scene.tokens[index].text in ("beide", "Beide") or before in ("die", "den", "der")  # die beiden
    if after in ("NN", "NE", "ADJA", "PPER", "CARD") or not alone:
        return None
    people: list[Entity] = []
    for reach in range(1, 2 if before not in ("die", "den") else _REACH + 2):
        people = discourse.recent(scene.sentence_of[index], ("Person",), reach=reach)
        if len(people) > 1:
            break
    if len(people) > 2:
        return None
    both = tuple(reversed(people)) if len(people) == 2 else _opponents(scene, discourse, index, bare=True)
    return _mention(scene, index, index, both)


def _pair(scene: Scene, discourse: Discourse, first: int, last: int, row: dict[str, str]) -> Mention | None:
    sentence = scene.sentence_of[first]
    if row["type"] == _ACTORS:
        return _mention(scene, first, last, _opponents(scene, discourse, first, bare=bool(row["bare"])))
    if row["type"] == "Organisation":
        return _mention(scene, first, last, _counted(scene, discourse, first, 2, row))
    if row["type"] == "Staat":
        pair = discourse.pair(sentence, ("Staat",)) or _counted(scene, discourse, first, 2, row)
        served = _served(discourse, sentence)
        if served and not discourse.subjects(sentence, reach=1).intersection(set(pair).difference(served)):
            pair = served
        # Washington wirft beiden Seiten Verbrechen vor: who acts is none of them
        return _two(scene, first, last, () if _acting(scene, last) in pair else pair)
    title = parse_title(row["noun"]) or parse_title(scene.tokens[last].text)
    ranked = tuple(reversed(list(_of_rank(discourse, sentence, title.rank if title else ""))))
    return _two(scene, first, last, ranked if len(ranked) == 2 else discourse.pair(sentence, ("Person",)))


def _served(discourse: Discourse, sentence: int) -> tuple[Entity, ...]:
    """Return the two states for which the only two people of late hold office: Scholz traf Xi … beider Länder."""
    people = discourse.in_order(discourse.recent(sentence, ("Person",), reach=_REACH, named=True))
    states = [state for person in people for state in discourse.states_served(person)]
    return tuple(states) if len(people) == len(states) == len(set(states)) == _COUPLE else ()


def _opponents(scene: Scene, discourse: Discourse, index: int, *, bare: bool) -> tuple[Entity, ...]:
    """Return the two, of whatever kind, that "beide Seiten" means: the last two named together, else the only two.

    A `bare` noun (die Kriegsparteien) may mean some that the text has not named: it asks for two named together.
    """
    sentence = scene.sentence_of[index]
    between: set[Entity] = set()
    for place in scene.before(index, reach=_REACH):
        begins = place in scene.at and scene.at.get(place - 1) != scene.at[place]
        listed = _listed(scene, place, lambda e: e.type in _SIDES) if begins else ()
        if len(listed) == 2 and not _goes_on_before(scene, place) and _faces(scene, place):
            return discourse.in_order(listed) if _acting(scene, index) not in listed else ()
        between |= set(listed) if _comes_between(scene, place) else set()
    if bare:
        return ()
    reach = 2 if between else 1
    near = [e for e in discourse.recent(sentence, _SIDES, reach=reach, named=True) if e not in between]
    pair = discourse.pair(sentence, ("Staat",)) or _counted(scene, discourse, index, 2, {"type": "Staat", "kind": ""})
    pair = pair if pair and between.isdisjoint(pair) else tuple(reversed(near)) if len(near) == 2 else ()
    return () if _acting(scene, index) in pair or discourse.is_uneven(pair) else pair


def _faces(scene: Scene, place: int) -> bool:
    """Tell those who face one another from those who come between: Oman und Katar haben vermittelt."""
    opposed = place in scene.subjects or scene.tokens[place - 1].text == "zwischen" or _coupled(scene, place)
    return opposed and not _comes_between(scene, place)


def _comes_between(scene: Scene, place: int) -> bool:
    number = scene.clause_of.get(place)
    offered = any(token.lemma in _SERVICES for token in scene.tokens[max(0, place - _NEAR) : place])
    return offered or (number is not None and scene.clauses[number].lemma in _THIRD_PARTIES)


def _coupled(scene: Scene, place: int) -> bool:
    """Tell a subject with an article: die GDL und die Bahn."""
    number = scene.at[place]
    last = place
    while scene.at.get(last + 1) == number:
        last += 1
    subject = scene.subject_of(place)
    return scene.is_subject(place, last + 1) or (
        subject is not None and subject.start <= scene.tokens[place].start < subject.end and bool(subject.conjuncts)
    )


def _acting(scene: Scene, index: int) -> Entity | None:
    """Return the subject of the clause that the token stands in, unless it is the token."""
    subject = scene.subject_of(index)
    number = scene.at.get(subject.head) if subject is not None and subject.head != index else None
    return None if number is None else scene.mentions[number].entities[0]


def _of_rank(discourse: Discourse, sentence: int, rank: str) -> Iterator[Entity]:
    for person in discourse.recent(sentence, ("Person",), reach=ANYWHERE) if rank else ():
        if any(held.rank == rank for held in discourse.offices_of(person)):
            yield person


def _two(scene: Scene, first: int, last: int, entities: tuple[Entity, ...]) -> Mention | None:
    return _mention(scene, first, last, entities) if len(entities) == 2 else None


def _mention(scene: Scene, first: int, last: int, entities: tuple[Entity, ...]) -> Mention | None:
    if len(entities) < 2:
        return None
    return Mention(scene.tokens[first].start, scene.tokens[last].end, entities, "group")
