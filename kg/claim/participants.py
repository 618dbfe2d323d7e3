"""Who or what stands at the ends of a claim, as its rule bound them."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.names.titles import parse_title
from kg.claim.doings import doer_of
from kg.claim.local_topics import local_topic
from kg.claim.predicates import CAUSING, CLASSING, ELECTED, FEARED, KILLING, SPOKEN
from kg.claim.spelled_out import spelled_out
from kg.claim.taken_up import topic_taken_up
from kg.claim.topics import field_entities, listed_entities, participant_entity, topic_of_clause
from kg.claim.vague import names_nothing, specified
from kg.match.clauses import WHOLE, Match
from kg.match.extents import whole_phrase
from kg.match.matcher import fires_anywhere
from kg.match.rules import ClausePattern
from kg.match.scene import Filler, Part, Scene, class_at, is_prospective
from kg.model.claim import Participant
from kg.model.entity import Entity
from kg.model.offsets import overlapping

__all__ = ["participants"]

BANNING = ("verbietet", "verhindert")
"""Predicates whose object is what must not or cannot be, so that their "nicht" is no Verzicht."""
UNDONE = "undone-clause"
"""The content whose "nicht" is what a rule asks for."""
OF_WORDS = ("bestaetigt", "dementiert")
"""Predicates of what was said to be so."""
VIEWS = (
    *OF_WORDS,
    "besorgtUeber",
    "entscheidet",
    "fordert",
    "kritisiert",
    "lehntAb",
    "lobt",
    "plant",
    "protestiertGegen",
    "stimmtZu",
    "unterstuetzt",
    "verhindert",
    "warntVor",
)
"""Predicates whose object may be what was told before: Die Stadt baut. Das kritisiert die FDP."""
WORKING = (CAUSING, "verhindert")
"""Predicates of what circumstances do; where any verb may tell it, only a good noun names what they do."""
DANGERS = (FEARED, "warntVor")
"""What is said of dangers."""
ASKING = ("dürfen", "müssen", "sollen")
"""Modal verbs of what somebody rather demands."""
ACTED_BY = ("subject", "self", "object")
"""Where a clause has who does or suffers what it says."""


def participants(
    scene: Scene, match: Match, role: str, *, counted: bool = True, speaker: Participant | None = None
) -> list[Participant]:
    """Return who or what fills a role of a claim, none where nothing that a reader would know does.

    `counted` is False for what a measure counts, which is named without its number. The `speaker` of what is claimed
    is not who a pronoun in it means.
    """
    filler = match.roles.get(role)
    if filler is None:
        return []
    if filler.clause is not None:
        return _stated(scene, match, filler, counted=counted)
    text = scene.annotations.document.text
    taken = _said_elsewhere(scene, match, role, filler, counted=counted)
    told_as = match.rule.predicate == CLASSING
    office = role == "amt" or (role == "object" and match.rule.predicate == ELECTED and _is_office(scene, filler))
    held = [_as_office(part) for part in filler.parts] if office else filler.parts
    held = [_as_kind(scene, part, match) for part in held] if told_as and role == "object" else held
    held = [part for part in held if part.told is None and _has_name(scene, part, quality=told_as)]
    end = role in ("subject", "object") and not office
    told = _named_elsewhere(match, role) | ({speaker.entity.id} if speaker is not None else set())
    acting = role == "subject"
    counts = scene.vocabulary.predicates[match.rule.predicate].kind == "measure"
    named = [specified(scene, part) for part in held]
    parts = [part for part in named if not (counted and names_nothing(scene, part, taken, end=end, acting=acting))]
    each = role == "object" and counted and not told_as
    # Facts are atomic: who talks about cooperation in two fields talks about two topics.
    entities = (
        (part, (role == "thema" and field_entities(scene, part, taken)) or names)
        for part in parts
        for own in [_behind_trigger(scene, part, match)]
        for whole in [participant_entity(scene, own, taken, counted=counted, told=told, acting=acting and not counts)]
        for names in [listed_entities(scene, own, whole) if each else [whole]]
    )
    if role == "object" and scene.vocabulary.predicates[match.rule.predicate].range == "Thema":
        entities = ((part, [_as_topic(scene, part, entity) for entity in found]) for part, found in entities)
    if end:
        entities = ((part, [_spelled_out(scene, part, taken, entity) for entity in found]) for part, found in entities)
    found = [Participant(entity, text[part.start : part.end]) for part, found in entities for entity in found]
    done = any(doer_of(scene, part) is not None for part in parts)  # die Entscheidung: rather what it was than whose
    meant = _taken_up(scene, match, role) if done or not found else []
    if meant:
        return meant
    # Each of several is known by itself or to the text alone: vor einem Streik, der …, und vor neuen Schulden.
    left = [part for part, known in zip(held, named, strict=True) if known not in parts] if found else held
    return [*found, *_local(scene, match, role, left, taken)]


def _said_elsewhere(
    scene: Scene, match: Match, role: str, filler: Filler, *, counted: bool
) -> tuple[tuple[int, int], ...]:
    """Return the spans that fill other roles of a claim, which a name need not say again."""
    own = any(part.head == match.trigger for part in filler.parts)
    named_whole = own and (role == "subject" or WHOLE in dict(match.rule.claim).get(role, ()))
    # What is measured is named whole as well, but for its measure: Beihilfen | von fünf Milliarden Euro.
    amount = None if counted else match.roles.get("quantity")
    amount = amount if amount and amount.start > scene.annotations.tokens[match.trigger].start else None
    others = [other for name, other in match.roles.items() if name != role and (not named_whole or other is amount)]
    read = tuple(span for span in match.taken if span != (filler.start, filler.end))
    read = tuple(span for span in read if not named_whole or (amount and span[0] <= amount.start < span[1]))
    return (*((other.start, other.end) for other in others), *read)


def _local(
    scene: Scene, match: Match, role: str, parts: list[Part], taken: tuple[tuple[int, int], ...]
) -> list[Participant]:
    """Return what only this text knows: as object of what was done, and as what caused something.

    Whose plan it is must be said with it; where the sentence before tells that, it may be another's.
    """
    said = "planner" not in dict(match.rule.claim)["subject"] and match.rule.predicate != SPOKEN
    done = said and role == "object" and scene.vocabulary.predicates[match.rule.predicate].kind == "event"
    caused = role == "subject" and match.rule.predicate == CAUSING
    text = scene.annotations.document.text
    # The noun that tells the deed names it no better than its verb would: die Berichte der Medien.
    apart = (part for part in parts if (done or caused) and part.head != match.trigger)
    topics = ((part, local_topic(scene, part, taken)) for part in apart)
    return [Participant(topic, text[part.start : part.end]) for part, topic in topics if topic is not None]


def _taken_up(scene: Scene, match: Match, role: str) -> list[Participant]:
    """Return what a view is of, where a pronoun or a noun that names nothing takes up what was told before."""
    predicate, filler = match.rule.predicate, match.roles[role]
    caused = predicate == CAUSING or (role == "subject" and predicate == KILLING)
    if not caused and (role != "object" or predicate not in VIEWS):
        return []
    viewers = match.roles["subject"].parts if not caused else ()
    doers = frozenset(p.entity.id for p in viewers if p.entity is not None)
    words = scene.annotations.document.text[filler.start : filler.end]
    topics = (topic_taken_up(scene, part, doers, said=predicate in OF_WORDS) for part in filler.parts)
    return [Participant(topic, words) for topic in topics if topic is not None]


def _is_office(scene: Scene, filler: Filler) -> bool:
    return all(parse_title(scene.annotations.tokens[part.head].lemma) is not None for part in filler.parts)


def _as_office(part: Part) -> Part:
    """Return an office that refers to who holds it as the office: wählte Anna Weber zur neuen | Präsidentin."""
    return replace(part, entity=None) if part.entity is not None and part.entity.type == "Person" else part


def _as_kind(scene: Scene, part: Part, match: Match) -> Part:
    """Return a noun that refers to another than it is said of as what it says: X ist die größte | Partei."""
    mention = scene.mention_at.get(part.head)
    referring = mention is not None and mention.kind == "description" and part.entity in mention.entities
    another = part.entity is not None and part.entity.id not in _named_elsewhere(match, "object")
    return replace(part, entity=None) if referring and another else part


def _behind_trigger(scene: Scene, part: Part, match: Match) -> Part:
    """Leave an attribute that the claim itself states out of a name: das von Polen gebaute | Werk.

    A body without a name of its own is only known by it: die von Frankreich geführte Allianz.
    """
    tokens = scene.annotations.tokens
    inside = part.start < tokens[match.trigger].start < tokens[part.head].start
    inside = inside and class_at(scene, part.head) != "Organisation"
    return replace(part, start=tokens[match.trigger + 1].start) if inside else part


def _as_topic(scene: Scene, part: Part, entity: Entity) -> Entity:
    return replace(entity, type="Thema") if is_prospective(scene, part) else entity


def _spelled_out(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...], entity: Entity) -> Entity:
    return spelled_out(scene, entity, *whole_phrase(scene, part, taken)) if part.entity is None else entity


def _stated(scene: Scene, match: Match, filler: Filler, *, counted: bool) -> list[Participant]:
    """Return what a clause and those coordinated to it state, each as a topic."""
    text = scene.annotations.document.text
    here = filler.clause == match.clause
    # Who speaks of a clause, plans or causes what it says is not its subject: Scholz sagt, die Regierung müsse gehen.
    own = here and any(path in ACTED_BY for path in dict(match.rule.claim)["subject"])
    predicate = match.rule.predicate
    spoken = predicate == SPOKEN
    negated = not spoken and predicate not in BANNING and (not here or match.rule.polarity == "pos")
    negated &= not (isinstance(match.rule.pattern, ClausePattern) and UNDONE in match.rule.pattern.content)
    reason = predicate == CAUSING and not here
    strict = spoken or reason or (predicate in WORKING and fires_anywhere(match.rule))
    found = []
    for each in (filler, *filler.further):
        if predicate in DANGERS and _is_no_danger(scene, each, feared=predicate == FEARED):
            continue
        if reason and not _is_fact(scene, each):
            continue
        topic = topic_of_clause(
            scene, each, own=own, negated=negated, strict=strict, spoken=spoken, bare=own and not counted
        )
        if topic is not None:
            topic = spelled_out(scene, topic, each.start, each.end)
            found.append(Participant(topic, text[each.start : each.end]))
    return found


def _is_no_danger(scene: Scene, filler: Filler, *, feared: bool) -> bool:
    """Tell what is rather demanded, or what will not happen, for which no noun stands: warnte, X müsse fliehen.

    Where it is `feared`, what somebody must do is the danger: fürchtet, dass Bäder schließen müssen.
    """
    clause = scene.annotations.clauses[filler.clause or 0]
    asked = clause.modal in ASKING and not (feared and clause.modal == "müssen")
    return clause.kind != "infinitive" and (clause.negation is not None or asked)


def _is_fact(scene: Scene, filler: Filler) -> bool:
    """Tell what was or had to be from what was not or only could be: weil das Geld fehlt, not weil es nicht reicht."""
    clause = scene.annotations.clauses[filler.clause or 0]
    return clause.negation is None and clause.modal in (None, "müssen")


def _named_elsewhere(match: Match, role: str) -> frozenset[str]:
    """Return the ids of the entities in the other roles of a match."""
    parts = (part for name, filler in match.roles.items() if name != role for part in filler.parts)
    return frozenset(part.entity.id for part in parts if part.entity is not None)


def _has_name(scene: Scene, part: Part, *, quality: bool) -> bool:
    """Tell whether a participant is an entity or a phrase with a noun that names more than a time, or a `quality`."""
    head = scene.annotations.tokens[part.head]
    dated = overlapping(scene.annotations.times, head.start, head.end) and not head.text.endswith("-Woche")
    noun = any(word[:1].isupper() for word in head.text.split("-"))  # die 30-Milliarden-Marke, die 35-Stunden-Woche
    return part.entity is not None or (noun and not dated) or (quality and head.tag == "ADJD")
