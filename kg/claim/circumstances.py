"""When and how much: the time and the amount that belong to a match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.annotate.times.values import Bounds, published_bounds, to_when
from kg.claim.story import entry_time, past_clause_at, story_time
from kg.match.amounts import amounts, amounts_in
from kg.match.clauses import Match
from kg.match.scene import Filler, Scene
from kg.model.claim import When
from kg.model.offsets import first_from, sentence_of, starting_in
from kg.model.reading import Clause, Quantity, Time
from kg.model.vocabulary import Predicate

__all__ = ["counted_apart", "counted_together", "quantity_of", "when_of"]

ATTRIBUTIVE = ("vom", "von", "für", "aus")
"""Prepositions with which a time is an attribute of the noun before it."""

TOGETHER = ("zusammen", "gemeinsam", "zusammengenommen", "zusammengerechnet", "insgesamt")
"""Words by which an amount is that of several subjects as a whole."""

WHILE = ("als", "während")
"""Conjunctions of what is told of the same time."""

ABOUT_ACTS = ("entscheidet", "fordert", "plant", "vereinbart")
"""Predicates of what is to be done, with the amount that belongs to it."""


def counted_apart(scene: Scene, match: Match) -> tuple[Match, ...]:
    """Return a match for each of several objects with an amount each: zehn Prozent der Äcker und neun der Wiesen."""
    counted, quantity = match.roles.get("object"), match.roles.get("quantity")
    if counted is None or quantity is None or len(counted.parts) < 2:
        return (match,)
    amounts = list(amounts_in(scene, quantity))
    if len(amounts) == len(counted.parts):
        pairs = list(zip(counted.parts, amounts, strict=True))
    else:
        pairs = [
            (part, amount) for part in counted.parts for amount in amounts if part.start <= amount.start < part.end
        ]
    measured = scene.vocabulary.predicates[match.rule.predicate].kind == "measure"
    if len(pairs) < (1 if measured else len(counted.parts)):
        return (match,)
    each = (
        {"object": Filler(part.start, part.end, (part,)), "quantity": Filler(amount.start, amount.end, ())}
        for part, amount in pairs
    )
    return tuple(replace(match, roles=match.roles | own) for own in each)


def counted_together(scene: Scene, match: Match) -> bool:
    """Tell an amount of several as a whole, which is none of theirs: A und B kamen zusammen auf zehn Sitze."""
    clause = scene.annotations.clauses[match.clause] if match.clause is not None else None
    if clause is None or not any(a.role == "subject" and a.conjuncts for a in clause.arguments):
        return False
    return any(scene.annotations.tokens[index].text in TOGETHER for index in clause.tokens)


def when_of(scene: Scene, match: Match, predicate: Predicate) -> When | None:
    """Return the time stated nearest to the trigger in its clause or those around it, else that of publication.

    A relation stated in the present holds on the day of publication; an event without a time of its own happened about
    then (`~`). What a pluperfect tells lies before, at a time not known; hätten only reports what they have done.
    """
    stated = _stated(scene, match)
    if stated is not None:
        return to_when(stated, scene.annotations.document.text)
    clause = scene.annotations.clauses[match.clause] if match.clause is not None else None
    if clause is not None and clause.tense == "pluperfect" and clause.mood == "indicative":
        return None
    return _published(scene.annotations.document.published, exact=predicate.kind != "event")


def quantity_of(scene: Scene, match: Match, predicate: Predicate) -> Quantity | None:
    """Return the amount inside what the rule names as quantity, for an event else the one in its object.

    For what is agreed, decided, planned or demanded that may be a clause: will die Steuern um zwei Prozent senken.
    """
    told = match.roles.get("quantity")
    filler = told or (match.roles["object"] if predicate.kind == "event" else None)
    if filler is not None and filler.clause is not None and not filler.further and predicate.name in ABOUT_ACTS:
        clause = scene.annotations.clauses[filler.clause]
        filler = _amount_of_act(scene, clause) if clause.kind != "nominal" else None
    if filler is None or filler.clause is not None:
        return None
    return next(amounts_in(scene, filler, lasting=told is not None), None)


def _amount_of_act(scene: Scene, clause: Clause) -> Filler | None:
    """Return the amount of what is acted on, else the first: will nach zwei Jahren Verlust | 500 Stellen streichen."""
    acted_on = next((a for a in clause.arguments if a.role == "object" and a.clause is None), None)
    filler = Filler(acted_on.start, acted_on.end, ()) if acted_on is not None else None
    if filler is not None and next(amounts_in(scene, filler), None) is not None:
        return filler
    return amounts(scene, clause, ("quantity",)).get("quantity")


def _stated(scene: Scene, match: Match) -> Time | None:
    entry = entry_time(scene, match.start)
    if match.clause is None and (own := _nearest(_dates(scene, match, match.start, match.end), match)):
        return own
    told = match.clause if match.clause is not None else past_clause_at(scene, match.trigger)
    if told is None:
        return entry
    for index in _around(scene, told):
        clause = scene.annotations.clauses[index]
        dated = _dates(scene, match, clause.start, clause.end)
        inside = [time for time in dated if _belongs(scene, clause, time) and not _of_other_noun(scene, clause, time)]
        if clause.kind not in ("nominal", "participle"):
            inside = [time for time in inside if not _describes(scene, clause, time, match)]
        if inside:
            return _nearest(inside, match)
    return entry or story_time(scene, scene.annotations.clauses[told])


def _dates(scene: Scene, match: Match, start: int, end: int) -> list[Time]:
    now = published_bounds(scene.annotations.document.published)
    times = starting_in(scene.annotations.times, start, end)
    return [time for time in times if _may_date(time, now, in_passing=match.clause is None)]


def _may_date(time: Time, now: Bounds | None, *, in_passing: bool) -> bool:
    """Tell a time that can be a claim's: none that returns, nor a length up to now (das erste Beben seit 80 Jahren).

    What is said in passing of somebody in the past is not so since the past.
    """
    if time.earliest is None or time.latest is None or time.type == "SET":
        return False
    until_now = now is not None and time.earliest < now[0] <= time.latest
    return not (until_now and (in_passing or time.type == "DURATION"))


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
    """Tell a time before the adjective of a noun that is not the clause's: Sorge um den seit 2014 dauernden Krieg."""
    tokens = scene.annotations.tokens
    place = first_from(tokens, time.end)
    if clause.kind == "participle" or place >= len(tokens) or tokens[place].tag != "ADJA":
        return False
    while place < len(tokens) and tokens[place].tag == "ADJA":
        place += 1
    return place != clause.head


def _describes(scene: Scene, clause: Clause, time: Time, match: Match) -> bool:
    """Tell a time that says of which thing a participant speaks: den Haushalt 2009, die Wahl vom 2. April.

    What a match's own noun has is its own.
    """
    tokens = scene.annotations.tokens
    inside = next((a for a in clause.arguments if a.start < time.start and time.end <= a.end), None)
    first = first_from(tokens, time.start)
    own = inside is not None and inside.start <= tokens[match.trigger].start < inside.end
    if inside is None or own or time.start <= tokens[inside.head].start < time.end:
        return False
    if first < inside.head:
        return False
    before = tokens[first - 1]
    return before.text in ATTRIBUTIVE or (before.tag == "NN" and tokens[first].tag == "CARD")


def _nearest(times: list[Time], match: Match) -> Time | None:
    return min(times, key=lambda time: abs(time.start - match.start), default=None)


def _published(published: str | None, *, exact: bool) -> When | None:
    limits = published_bounds(published)
    return When(published if exact else f"{published}~", *limits) if published and limits else None
