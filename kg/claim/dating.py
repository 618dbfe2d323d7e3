"""When: the time that belongs to a match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.annotate.times.values import Bounds, published_bounds, to_when
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.claim.story import entry_time, past_clause_at, story_time
from kg.match.classes import REMARKS
from kg.match.clauses import Match
from kg.match.rules import OfficePattern
from kg.match.scene import Scene, class_at
from kg.model.claim import When
from kg.model.offsets import first_from, overlapping, sentence_of, starting_in
from kg.model.reading import Clause, Time, Token
from kg.model.vocabulary import Predicate

__all__ = ["when_of"]

ATTRIBUTIVE = ("vom", "von", "für", "aus", "seit")
"""Prepositions with which a time is an attribute of the noun before it."""

OF_NOUN = ("für", "seit")
"""Prepositions of a time that is not when something was done, where a noun stands before them."""

COMPARED = ("KOKOM", "wie", "gegenüber", "verglichen", "statt")
"""Tag and words before a time that is only compared with: Verhältnisse wie 1939, gegenüber dem Vorjahr."""

FORMER = "nach"
"""Before an amount, what it was before: sank auf 22 Prozent, nach 27 Prozent im Vorjahr."""

BETWEEN_COMPARED = ("ART", "APPRART", "APPR", "ADV")
"""Tags of what may stand between such a word and the time: als noch im Vorjahr."""

BOUNDS = ("vor", "nach")
"""Prepositions of a time that something only lies before or behind: der Aufstieg der Partei vor 1922."""

LINK = len(" von ")
"""Characters between an event's phrase and its time."""

SPOKEN_OF = (*REMARKS, "plant", "istEin")
"""Predicates whose object is of another time than what they tell."""

TOPIC = ("über", "wegen")
"""Prepositions before what is spoken of: sprach über die Ereignisse im Mai 2014."""

OCCASION = ("bei", "auf", "in", "nach", "seit")
"""Prepositions before what happened when the claim did: bei der Wahl vom 2. April."""

WHILE = ("als", "während")
"""Conjunctions of what is told of the same time."""

OFFICES = ("amtstraegerVon", "vorsitzVon")
"""Relations that somebody has for a time: who is named with an office held it when what is told happened."""

FIRST_TIME = "erstmals"


def when_of(scene: Scene, match: Match, predicate: Predicate) -> When | None:
    """Return the time stated nearest to the trigger in its clause or those around it, else that of publication.

    A relation stated in the present holds on the day of publication; an event without a time of its own happened about
    then (`~`). What a pluperfect tells lies before, at a time not known, as does an office that was held; hätten only
    reports what they have done. What is planned, is so for when the content says. What somebody or something is by
    kind, origin, membership or place does not begin and end with what is told of them: it has no time then.
    """
    stated = _stated(scene, match, predicate)
    if stated is not None and (match.clause is None or match.rule.aside) and _stands(scene, match, predicate):
        return None
    if stated is not None:
        return to_when(stated, scene.annotations.document.text)
    told = _told_in(scene, match)
    story = story_time(scene, scene.annotations.clauses[told]) if told is not None else None
    if story is not None:
        goes_on = match.clause is not None and predicate.kind == "event" and predicate.name not in REMARKS
        return to_when(story, scene.annotations.document.text) if goes_on or _of_this_year(scene, story) else None
    clause = scene.annotations.clauses[match.clause] if match.clause is not None else None
    if clause is not None and clause.tense == "pluperfect" and clause.mood == "indicative":
        return None
    if _is_former(match.rule.pattern):
        return None
    return _published(scene.annotations.document.published, exact=predicate.kind != "event")


def _stands(scene: Scene, match: Match, predicate: Predicate) -> bool:
    """Tell a relation said in passing that outlasts what is told: der Dichter reiste 2019; but ein Treffen in Minsk."""
    if predicate.kind != "relation" or predicate.name in OFFICES:
        return False
    filler = match.roles.get("subject")
    return filler is None or all(class_at(scene, part.head) != "Ereignis" for part in filler.parts)


def _is_former(pattern: object) -> bool:
    return isinstance(pattern, OfficePattern) and pattern.standings == frozenset({"former"})


def _stated(scene: Scene, match: Match, predicate: Predicate) -> Time | None:
    clauses = scene.annotations.clauses
    entry = None if _says_today(scene, match, predicate) else entry_time(scene, match.start)
    if match.clause is None and (own := _nearest(_dates(scene, match, match.start, match.end), match)):
        return own
    told = _told_in(scene, match)
    if told is None:
        return entry
    for index in _around(scene, told):
        inside = _times_of(scene, clauses[index], match)
        if predicate.name in REMARKS:
            inside = [time for time in inside if not _ahead(scene, time)]
        if inside:
            return _nearest(inside, match)
    content = match.roles["object"].clause if predicate.name == "plant" else None
    if content is not None and (aimed := _times_of(scene, clauses[content], match)):
        return _nearest(aimed, match)
    return entry


def _says_today(scene: Scene, match: Match, predicate: Predicate) -> bool:
    """Tell a relation that a sentence of its own adds to an entry: 2015: … Georgetown ist die Hauptstadt."""
    if match.clause is None or predicate.kind != "relation":
        return False
    clause = scene.annotations.clauses[match.clause]
    return clause.tense == "present" and clause.kind == "main" and predicate.name not in OFFICES


def _told_in(scene: Scene, match: Match) -> int | None:
    """Return the clause whose time a claim has; what somebody speaks of has another than the speaking."""
    if match.clause is None:
        return past_clause_at(scene, match.trigger)
    if "speaker" in dict(match.rule.claim).get("subject", ()):
        return scene.annotations.clauses[match.clause].parent
    return match.clause


def _ahead(scene: Scene, time: Time) -> bool:
    """Tell a time that what is said is about: rechnet für 2025 mit Verlusten, einigt sich auf einen Abzug bis 2026."""
    tokens, now = scene.annotations.tokens, published_bounds(scene.annotations.document.published)
    first = first_from(tokens, time.start)
    aimed = first > 0 and tokens[first - 1].text.lower() == "für"
    return aimed or (now is not None and time.earliest is not None and time.earliest > now[1])


def _of_this_year(scene: Scene, time: Time) -> bool:
    now = published_bounds(scene.annotations.document.published)
    return now is None or time.earliest is None or time.earliest.year == now[1].year


def _times_of(scene: Scene, clause: Clause, match: Match) -> list[Time]:
    """Return the times that say when what a clause tells is so."""
    now = published_bounds(scene.annotations.document.published)
    dated = _dates(scene, match, clause.start, clause.end)
    inside = [time for time in dated if _belongs(scene, clause, time) and not _of_other_noun(scene, clause, time)]
    lengths = [time for time in inside if time.type == "DURATION" and _until_now(time, now)]
    inside = [time for time in inside if time not in lengths or _since(scene, clause, time)]
    inside = [time for time in inside if clause.tense == "present" or not _of_noun_before(scene, clause, time, match)]
    if match.rule.predicate in SPOKEN_OF:
        inside = [time for time in inside if not _of_event_told(scene, clause, time, now)]
    if clause.kind in ("nominal", "participle"):
        return inside
    return [
        time for time in inside if not _describes(scene, clause, time, match) and not _inserted(scene, clause, time)
    ]


def _dates(scene: Scene, match: Match, start: int, end: int) -> list[Time]:
    """Return the times that can be a claim's: none that returns; what is said in passing is not so since the past."""
    now = published_bounds(scene.annotations.document.published)
    times = starting_in(scene.annotations.times, start, end)
    dated = [
        time for time in times if time.earliest and time.latest and time.type != "SET" and not _compared(scene, time)
    ]
    dated = [time for time in dated if not _bounds(scene, time)]
    return [time for time in dated if match.clause is not None or not _until_now(time, now)]


def _compared(scene: Scene, time: Time) -> bool:
    """Tell a time that is only compared with: wie 1939, mehr als im Vorjahr; 22 Prozent, nach 27 Prozent im Vorjahr."""
    tokens, amounts = scene.annotations.tokens, scene.annotations.quantities
    place = _before_compared(tokens, first_from(tokens, time.start) - 1)
    if place < 0:
        return False
    amount = next(iter(overlapping(amounts, tokens[place].start, tokens[place].end)), None)
    if amount is not None and tokens[place].tag == "NN":
        before = _before_compared(tokens, first_from(tokens, amount.start) - 1, but=FORMER)
        return before >= 0 and tokens[before].text in (FORMER, *COMPARED)
    return tokens[place].tag in COMPARED or tokens[place].text in COMPARED


def _bounds(scene: Scene, time: Time) -> bool:
    """Tell a date that something only lies before or behind: die Lage in Italien vor 1922, but vor drei Wochen."""
    tokens = scene.annotations.tokens
    place = first_from(tokens, time.start) - 1
    dated = place >= 0 and tokens[place + 1].text[0].isdigit()
    return dated and tokens[place].text.lower() in BOUNDS and not time.vague


def _before_compared(tokens: Sequence[Token], place: int, *, but: str = "") -> int:
    """Return the last token up to a place that is more than a small word, or one of those that compare."""
    while place >= 0 and tokens[place].tag in BETWEEN_COMPARED and tokens[place].text not in (but, *COMPARED):
        place -= 1
    return place


def _until_now(time: Time, now: Bounds | None) -> bool:
    if now is None or time.earliest is None or time.latest is None:
        return False
    return time.earliest < now[0] <= time.latest


def _since(scene: Scene, clause: Clause, time: Time) -> bool:
    """Tell a length up to now of what goes on: lebt seit zwei Jahren dort, not das erste Beben seit 80 Jahren."""
    hung = next((a for a in clause.arguments if a.preposition == "seit" and a.start <= time.start < a.end), None)
    if hung is None or clause.tense != "present" or clause.kind in ("nominal", "participle"):
        return False
    tokens = scene.annotations.tokens
    place = first_from(tokens, hung.start)
    while place and tokens[place - 1].text.lower() != "seit":
        place -= 1
    return place < 2 or (tokens[place - 2].tag != "NN" and tokens[place - 2].text.lower() != FIRST_TIME)


def _of_noun_before(scene: Scene, clause: Clause, time: Time, match: Match) -> bool:
    """Tell the time of what a noun names: sprach über die Lage seit 2014, stimmte dem Haushalt für 2025 zu."""
    tokens = scene.annotations.tokens
    first = first_from(tokens, time.start)
    if first < 2 or tokens[first - 2].tag != "NN" or first - 2 == match.trigger:
        return False
    if tokens[first - 1].text in OF_NOUN:
        return True
    if tokens[first - 1].text == "von" and class_at(scene, first - 2) != "Ereignis":
        return True  # kündigte den Vertrag | von 1960
    topic = any(a.head == first - 2 and a.preposition in TOPIC for a in clause.arguments)
    return topic and tokens[first - 1].text in ("am", "im", "in")


def _of_event_told(scene: Scene, clause: Clause, time: Time, now: Bounds | None) -> bool:
    """Tell the past year of an event that somebody only speaks of: erinnerte an das Massaker im Jahr 1982."""
    tokens = scene.annotations.tokens
    if time.latest is None or (now is not None and time.latest.year >= now[0].year):
        return False
    first = first_from(tokens, time.start)
    around = [a for a in clause.arguments if a.start < time.start <= a.end + LINK and a.preposition not in OCCASION]
    return any(
        class_at(scene, place) == "Ereignis"
        for a in around
        for place in range(first_from(tokens, a.start), first)
        if tokens[place].tag == "NN"
    )


def _around(scene: Scene, index: int) -> Iterator[int]:
    """Yield the clause and those whose time is its own: around what is no sentence, the first of several verbs, als."""
    clauses = scene.annotations.clauses
    clause = clauses[index]
    yield index
    if clause.kind in ("infinitive", "nominal", "participle"):
        if clause.parent is not None:
            yield from _around(scene, clause.parent)
        return
    yield from (child for child in scene.children.get(index, ()) if clauses[child].conjunction in WHILE)
    first = _first_of_several(scene, index)
    if first is not None:
        yield from _around(scene, first)


def _first_of_several(scene: Scene, index: int) -> int | None:
    """Return the clause before of which a clause takes its subject: reiste im Mai nach Kiew und warb für Hilfe."""
    clauses, sentences = scene.annotations.clauses, scene.annotations.sentences
    subject = next((a for a in clauses[index].arguments if a.role == "subject" and a.shared), None)
    if subject is None:
        return None
    opens = first_from(clauses, sentences[sentence_of(sentences, subject.head)].start)
    heads = ((i, a) for i in range(opens, index) for a in clauses[i].arguments if a.role == "subject" and not a.shared)
    return next((i for i, a in heads if a.head == subject.head and clauses[i].tense == clauses[index].tense), None)


def _belongs(scene: Scene, clause: Clause, time: Time) -> bool:
    tokens = scene.annotations.tokens
    own = any(time.start <= tokens[index].start < time.end for index in clause.tokens)
    return own or any(argument.start <= time.start < argument.end for argument in clause.arguments)


def _of_other_noun(scene: Scene, clause: Clause, time: Time) -> bool:
    """Tell a time before the adjective of a noun that is not the clause's: Sorge um den seit 2014 dauernden Krieg.

    It stands inside the noun's phrase: Im Mai 2023 | serbische Truppen has the time beside it.
    """
    tokens = scene.annotations.tokens
    place = first_from(tokens, time.end)
    while place < len(tokens) and tokens[place].tag in ("ADJD", "ADV"):
        place += 1  # des 2008 unabhängig gewordenen Landes
    if clause.kind == "participle" or place >= len(tokens) or tokens[place].tag != "ADJA":
        return False
    while place < len(tokens) and tokens[place].tag == "ADJA" and place != clause.head:
        place += 1
    if place in (len(tokens), clause.head):
        return False
    return not any(time.end <= a.start <= tokens[place].start < a.end for a in clause.arguments)


def _inserted(scene: Scene, clause: Clause, time: Time) -> bool:
    """Tell a time in an apposition before the verb: Der Minister, seit 2018 im Amt, fordert Geld.

    A time that the apposition consists of is the clause's: am Montag, dem 3. Mai, reiste er ab.
    """
    tokens = scene.annotations.tokens
    first, last = (first_from(tokens, place) for place in (time.start, time.end))
    begin = first_from(tokens, clause.start)
    left, right = first - 1, last
    while left > begin and tokens[left].text != ",":
        left -= 1
    while right < len(tokens) and tokens[right].start < clause.end and tokens[right].text != ",":
        right += 1
    if left <= begin or right >= len(tokens) or tokens[right].start >= clause.end:
        return False
    verbs = any(token.tag in FINITE_TAGS for token in tokens[begin:right])
    return not verbs and any(token.tag[:2] in ("NN", "NE") for token in (*tokens[left:first], *tokens[last:right]))


def _describes(scene: Scene, clause: Clause, time: Time, match: Match) -> bool:
    """Tell a time that says of which thing a participant speaks: den Haushalt 2009, die Wahl vom 2. April.

    What a match's own noun has is its own, and so is that of the occasion: bei der Wahl vom 2. April.
    """
    tokens = scene.annotations.tokens
    inside = next((a for a in clause.arguments if a.start < time.start and time.end <= a.end), None)
    first = first_from(tokens, time.start)
    if inside is None or time.start <= tokens[inside.head].start < time.end or first < inside.head:
        return False
    own = inside.start <= tokens[match.trigger].start < inside.end
    if own or (inside.preposition in OCCASION and class_at(scene, inside.head) == "Ereignis"):
        return False
    before = tokens[first - 1]
    return before.text in ATTRIBUTIVE or (before.tag == "NN" and tokens[first].tag == "CARD")


def _nearest(times: list[Time], match: Match) -> Time | None:
    return min(times, key=lambda time: abs(time.start - match.start), default=None)


def _published(published: str | None, *, exact: bool) -> When | None:
    limits = published_bounds(published)
    return When(published if exact else f"{published}~", *limits) if published and limits else None
