"""What a pronoun or a noun that names nothing takes up: Die Stadt will bauen. Das, Den Plan | lehnt die FDP ab."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

import yaml

from kg.claim.argument_names import names_something, with_preposition
from kg.claim.little_verbs import little_verbs
from kg.claim.pointing import points_back
from kg.claim.topics import participant_entity, topic_of_clause
from kg.claim.vague import names_nothing, specified
from kg.claim.verb_nouns import noun_for
from kg.claim.voted_on import matter_of_vote
from kg.match.fillers import fill
from kg.match.held_in import opinion_verbs
from kg.match.nouns import deeds_named, is_vague, resumed_by
from kg.match.scene import Filler, Part, Scene, argument_of
from kg.match.taking_up import main_clauses_before, only_says, tells_no_deed
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.offsets import first_from, last_at, overlapping, sentence_of
from kg.model.reading import Argument, Clause, Token

__all__ = ["takes_up", "topic_planned", "topic_taken_up"]

DATA = Path(__file__).with_name("data") / "taking_up.yaml"
KINDS = ("deed", "plan", "text", "said")
NEAR = "near"
"""What a pronoun takes up in its own sentence, whatever its mood: Er kann klagen, was er ankündigte."""
IMPLIED = "implied"
"""What a reaction does not say that it is to, which is no mere saying."""
PRONOMINAL = ("PDS", "PAV", "PWS", "PRELS")
UNSAID = ("deed", IMPLIED)
"""What takes up what was done or decided, not that somebody will think about it."""
WANTED = ("planned", "demanded")
ADDRESSED = ("Staat", "Organisation", "Person")
PLANNING = "planen"
"""The verb of nouns that take up any plan: das Vorhaben; but die Forderung only what was demanded."""
TOLD_WITHIN = 4  # sentences back; what was decided further off has most often been followed by something else
AGREEMENT = "Einigung"
LEAD = 2
"""The sentences of a text that say what it is about."""
BY_MEANS = ("durch", "mit")
DONE_WITHIN = 2  # sentences back, in which "die Entsendung" means what was sent there
SUCH = {"solch": "plan", "solcher": "plan", "entsprechend": "deed"}
"""Words before a noun that takes up what was wanted (forderte den Abzug. Einen solchen Schritt | lehnt Polen ab) or
is done as well: Die Stadt erhebt Maut. Der Rat billigte eine entsprechende | Satzung."""
LOOSE = ("–", "-", ",", "—")
"""What stands before a noun that sums up the clause before it: Polen zog ab – ein Schritt, den …."""


def topic_taken_up(scene: Scene, part: Part, doers: frozenset[str], *, said: bool) -> Entity | None:
    """Return the topic told before that a participant means, None where nothing says it.

    `doers` are the ids of who has a view of it, who hardly did it himself. What was only `said` is what is denied or
    confirmed, not what somebody is for or against.
    """
    if part.told is not None:
        voted = matter_of_vote(scene, part, _words("voting"), _words("carrying"))
        if voted is not None:
            return _named_by(scene, voted)
        said_near = NEAR if _is_near(scene, part) else "deed"
        how = said_near if scene.annotations.tokens[part.head].tag in PRONOMINAL else IMPLIED
        return _told(scene, part.told, doers, said=said, kind=how)
    noun = scene.annotations.tokens[part.head]
    kind = _kind(noun.lemma)
    loose = _summed_up(scene, part)
    such = SUCH.get(scene.annotations.tokens[part.head - 1].lemma)
    if kind is not None and such is not None:
        kind, loose = such, loose or main_clauses_before(scene, noun.start)
    if not loose and not points_back(scene, part):
        return None
    agreed = _agreed(scene, noun) if AGREEMENT in resumed_by(noun.lemma) and not loose else None
    if kind is None or agreed is not None:
        return agreed or _done_before(scene, part, doers)
    found = (_told(scene, i, doers, said=kind == "said", kind=kind) for i in loose or _near(scene, noun, kind))
    told = next((topic for topic in found if topic is not None), None)
    return told or (_done_or_planned(scene, noun, doers, kind) if not loose else None)


def topic_planned(scene: Scene, part: Part) -> Entity | None:
    """Return what was last said to be decided or planned that a noun takes up, None where nothing says it."""
    noun = scene.annotations.tokens[part.head]
    kind = _kind(noun.lemma)
    return _done_or_planned(scene, noun, frozenset(), kind) if kind is not None and points_back(scene, part) else None


def _near(scene: Scene, noun: Token, kind: str) -> list[int]:
    """Return the clauses right before a noun that may tell what it takes up.

    A demand is no deed, and what is to be reached by something told before is not what was told: Der Rat erhöht die
    Preise. Mit der Maßnahme soll der Verlust sinken. Den Schritt kritisiert die FDP.
    """
    clauses = scene.annotations.clauses
    near = [i for i in main_clauses_before(scene, noun.start) if not _is_reached(scene, clauses[i])]
    no_deed = _words("demanding") | opinion_verbs()
    return [i for i in near if kind != "deed" or clauses[i].lemma not in no_deed]


def _is_reached(scene: Scene, clause: Clause) -> bool:
    """Tell what is to come of something told before: Mit der Maßnahme | soll der Verlust sinken."""
    means = (a for a in clause.arguments if a.preposition in BY_MEANS and a.clause is None)
    filled = (part for a in means for filler in [fill(scene, a)] if filler is not None for part in filler.parts)
    tokens = scene.annotations.tokens
    return any(tokens[p.head].lemma in _words("deed") | _words("plan") and points_back(scene, p) for p in filled)


def _done_or_planned(scene: Scene, noun: Token, doers: frozenset[str], kind: str) -> Entity | None:
    """Return what was last said to be decided, demanded or planned: Der Rat beschloss, zu bauen. … das Projekt.

    A noun that is only an infinitive names no project: dass die Staaten 300 Euro einzahlen.
    """
    if kind == "said" or scene.annotations.tokens[first_from(scene.annotations.tokens, noun.start) - 1].tag == "PDAT":
        return None  # dieser Plan: the one told right before
    clauses, named = scene.annotations.clauses, deeds_named(noun.lemma)
    verbs = named if named and PLANNING not in named else named | _words("planning")
    before = main_clauses_before(scene, noun.start, within=TOLD_WITHIN)
    before += _leading(scene, before) if kind != "deed" or named else []
    wanted = "wollen" if PLANNING in verbs else ""  # Die Stadt will bauen. … den Plan
    indicative = (i for i in before if clauses[i].mood == "indicative")
    fitting = (i for i in indicative if clauses[i].lemma in verbs or (wanted and clauses[i].modal == wanted))
    found = (_told(scene, index, doers, said=False, kind=kind) for index in fitting)
    topics = (topic for topic in found if topic is not None)
    return next((topic for topic in topics if topic.label.split()[0].lower() not in scene.deeds), None)


def _agreed(scene: Scene, noun: Token) -> Entity | None:
    """Return what was last agreed on: Sie verständigten sich auf eine Steuer. … die Einigung | auf eine Steuer."""
    clauses = scene.annotations.clauses
    before = main_clauses_before(scene, noun.start, within=TOLD_WITHIN)
    before += _leading(scene, before)
    clause = next((clauses[i] for i in before if clauses[i].lemma in _words("agreeing")), None)
    on = argument_of(clause, "oblique", "auf") if clause is not None else None
    if clause is None or clause.negation is not None or (on is not None and not names_something(scene, on)):
        return None
    if on is None:
        return _object_of(scene, clause)
    said = with_preposition(scene, on.start, on.end)
    label = f"{noun.lemma} {said if noun.lemma == AGREEMENT else said.replace('auf ', 'über ', 1)}"
    return Entity(slug(label), label, "Thema", provisional=True)


def _leading(scene: Scene, nearer: list[int]) -> list[int]:
    """Return the main clauses that open a text and are not near: what it tells of it goes on to call das Vorhaben."""
    opening = scene.annotations.sentences[: LEAD + 1][-1]
    first = main_clauses_before(scene, opening.start, within=LEAD)
    return [index for index in first if not nearer or index < min(nearer)]


def _is_near(scene: Scene, part: Part) -> bool:
    """Tell whether a pronoun stands in the sentence of what it takes up."""
    clause, sentences = scene.annotations.clauses[part.told or 0], scene.annotations.sentences
    return last_at(sentences, clause.start) == last_at(sentences, part.start)


def _summed_up(scene: Scene, part: Part) -> list[int]:
    """Return the clause behind which a noun stands loosely: Polen zog ab – ein | Schritt, den …."""
    tokens, clauses = scene.annotations.tokens, scene.annotations.clauses
    first = first_from(tokens, part.start)
    while first and tokens[first - 1].tag in ("ART", "ADJA"):
        first -= 1
    if first == 0 or tokens[first - 1].text not in LOOSE:
        return []
    place = last_at(clauses, part.start)
    while place >= 0 and (clauses[place].kind == "nominal" or clauses[place].end < part.end):
        place -= 1
    return [place] if place >= 0 and clauses[place].kind == "main" else []


def _told(scene: Scene, index: int, doers: frozenset[str], *, said: bool, kind: str = "deed") -> Entity | None:
    """Return what a clause tells, or what those want or say of whom it tells that they do."""
    clause = scene.annotations.clauses[index]
    if not said and _acts(scene, clause) & doers:  # Er hat gelogen. Das | bestreitet er
        return None
    proposing, accusing = (clause.lemma in _words(kind) for kind in ("proposing", "accusing"))
    proposing = proposing or _asked_for(clause) is not None
    if proposing or accusing or (only_says(clause.lemma) and kind != IMPLIED):
        inner = _inner(scene, index)
        if inner is not None:
            if kind in UNSAID and scene.annotations.clauses[inner].lemma in _words("undecided"):
                return None
            wanted = proposing or scene.annotations.clauses[inner].modality in WANTED
            return _wanted(scene, inner, denied=clause.negation is not None) if said != wanted else None
        return _object_of(scene, clause, kind) if (accusing if said else proposing) else None
    wanted = clause.modality in WANTED
    if tells_no_deed(clause) or kind == "text" or (kind == "plan" and not wanted):
        return None
    if kind == "said" and clause.mood == "indicative" and clause.modality != "hearsay":
        return None  # what the text tells itself is nobody's Vorwurf
    done = clause.mood == "indicative" and (clause.modality == "asserted" or kind == NEAR)
    return _topic(scene, index) if (not wanted if said else done or wanted) else None


def _inner(scene: Scene, index: int) -> int | None:
    """Return the clause that says what somebody wants or says: rief den Bund auf, | zu zahlen; but prüft, ob …."""
    clauses = scene.annotations.clauses
    said = [a.clause for a in clauses[index].arguments if a.clause is not None and a.role != "oblique"]
    children = scene.children.get(index, ())
    asked = [i for i in children if clauses[i].kind == "infinitive" and clauses[i].conjunction is None]
    return next((inner for inner in (*said, *asked) if clauses[inner].conjunction != "ob"), None)


def _wanted(scene: Scene, index: int, *, denied: bool) -> Entity | None:
    """Return the topic of what somebody wants, wants to do (er habe vor, | zu bauen), or does not want to do."""
    clause = scene.annotations.clauses[index]
    denied = denied != (clause.negation is not None)
    if clause.lemma in _words("voting"):
        return None  # kündigte an, gegen den Vertrag zu stimmen
    deeper = _inner(scene, index) if clause.lemma in _words("proposing") else None
    if deeper is not None:
        return _wanted(scene, deeper, denied=denied)
    topic = topic_of_clause(scene, Filler(clause.start, clause.end, (), index))
    label = f"Verzicht auf {topic.label}" if topic is not None else ""
    return Entity(slug(label), label, "Thema", provisional=True) if label and denied else topic


def _acts(scene: Scene, clause: Clause) -> frozenset[str]:
    return _who(scene, argument_of(clause, "subject"))


def _who(scene: Scene, argument: Argument | None) -> frozenset[str]:
    filler = fill(scene, argument) if argument is not None and argument.clause is None else None
    return frozenset(part.entity.id for part in filler.parts if part.entity) if filler is not None else frozenset()


def _topic(scene: Scene, index: int) -> Entity | None:
    """Return the topic of a clause, none where it says what was not done, a share or an idiom: den Weg freimachen."""
    clause = scene.annotations.clauses[index]
    object_ = argument_of(clause, "object")
    head = scene.annotations.tokens[object_.head] if object_ is not None else None
    counted = object_ is not None and overlapping(scene.annotations.quantities, object_.start, object_.end)
    vague = head is not None and is_vague(head.lemma) and not counted  # 2000 Stellen
    empty = vague or (head is not None and (head.lemma == "Prozent" or head.text == "%"))
    if clause.negation is not None or empty:
        return None
    if clause.lemma in little_verbs("moving"):
        return _object_of(scene, clause)  # brachte ein Verbot | ins Gespräch
    return topic_of_clause(scene, Filler(clause.start, clause.end, (), index))


def _object_of(scene: Scene, clause: Clause, kind: str = "plan") -> Entity | None:
    object_ = _asked_for(clause) or argument_of(clause, "object" if clause.voice == "active" else "subject")
    if object_ is None or overlapping(scene.annotations.quantities, object_.start, object_.end):
        return None  # bewilligte fünf Milliarden Euro
    against = scene.annotations.tokens[object_.head].lemma in _words("countering")
    against = against and clause.lemma not in _words("demanding")  # fordert den Rücktritt
    topic = _named_by(scene, object_) if not against or kind in ("plan", NEAR) else None
    return topic if topic is not None and topic.type not in ADDRESSED else None  # nicht: forderte | den Bund auf


def _asked_for(clause: Clause) -> Argument | None:
    """Return what a verb asks for behind its preposition: rief | zu Neuwahlen | auf."""
    preposition = _asking().get(clause.lemma)
    return argument_of(clause, "oblique", preposition) if preposition is not None else None


def _named_by(scene: Scene, argument: Argument) -> Entity | None:
    """Return what the first part of an argument names that names something."""
    filler = fill(scene, argument) if argument.clause is None else None
    parts: Iterable[Part] = (specified(scene, part) for part in filler.parts) if filler is not None else ()
    named = next((part for part in parts if part.told is None and not names_nothing(scene, part)), None)
    return participant_entity(scene, named) if named is not None else None


def _done_before(scene: Scene, part: Part, doers: frozenset[str]) -> Entity | None:
    """Return what "die Entsendung" is of where the text said shortly before that something was sent."""
    sentences, clauses = scene.annotations.sentences, scene.annotations.clauses
    noun = scene.annotations.tokens[part.head]
    here = sentence_of(sentences, part.head)
    begun = range(first_from(clauses, sentences[max(0, here - DONE_WITHIN)].start), first_from(clauses, part.start))
    verbal = (i for i in reversed(begun) if clauses[i].kind not in ("nominal", "participle"))
    done = (i for i in verbal if noun_for(clauses[i].lemma) == noun.lemma and not _acts(scene, clauses[i]) & doers)
    # "Kritik Webers" is no longer the one that was levelled at Weber
    done = (i for i in done if not _who(scene, argument_of(clauses[i], "object")) & doers)
    topics = (topic for i in done if (topic := _topic(scene, i)) is not None)
    return next((topic for topic in topics if topic.label.startswith(f"{noun.lemma} ")), None)


def takes_up(lemma: str) -> bool:
    """Tell a noun that behind an article may stand for what a clause told: der Plan."""
    return _kind(lemma) is not None


def _kind(lemma: str) -> str | None:
    """Return what kind of telling a noun takes up: a deed, a plan, a text or words; None for most."""
    return next((kind for kind in KINDS if lemma in _words(kind)), None)


@functools.cache
def _words(kind: str) -> frozenset[str]:
    loaded: dict[str, str] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return frozenset(loaded[kind].split())


@functools.cache
def _asking() -> dict[str, str]:
    """Return the verbs that bring up what stands behind a preposition, with the preposition."""
    asking: dict[str, str] = yaml.safe_load(DATA.read_text(encoding="utf-8"))["asking"]
    return asking
