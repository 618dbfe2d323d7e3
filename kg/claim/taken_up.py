"""What a pronoun or a noun that names nothing takes up: Die Stadt will bauen. Das, Den Plan | lehnt die FDP ab."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

import yaml

from kg.annotate.clauses.government import verbs_of_saying
from kg.claim.little_verbs import little_verbs
from kg.claim.pointing import points_back
from kg.claim.topics import participant_entity, topic_of_clause
from kg.claim.vague import names_nothing, specified
from kg.claim.verb_nouns import noun_for
from kg.match.fillers import fill
from kg.match.nouns import is_vague
from kg.match.scene import Filler, Part, Scene, argument_of
from kg.match.taking_up import main_clauses_before, tells_no_deed
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.offsets import first_from, last_at, sentence_of
from kg.model.reading import Clause

__all__ = ["topic_taken_up"]

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
DONE_WITHIN = 2  # sentences back, in which "die Entsendung" means what was sent there
LOOSE = ("–", "-", ",", "—")
"""What stands before a noun that sums up the clause before it: Polen zog ab – ein Schritt, den …."""


def topic_taken_up(scene: Scene, part: Part, doers: frozenset[str], *, said: bool) -> Entity | None:
    """Return the topic told before that a participant means, None where nothing says it.

    `doers` are the ids of who has a view of it, who hardly did it himself. What was only `said` is what is denied or
    confirmed, not what somebody is for or against.
    """
    if part.told is not None:
        said_near = NEAR if _is_near(scene, part) else "deed"
        how = said_near if scene.annotations.tokens[part.head].tag in PRONOMINAL else IMPLIED
        return _told(scene, part.told, doers, said=said, kind=how)
    noun = scene.annotations.tokens[part.head]
    kind = next((kind for kind in KINDS if noun.lemma in _words(kind)), None)
    loose = _summed_up(scene, part)
    if not loose and not points_back(scene, part):
        return None
    if kind is None:
        return _done_before(scene, part, doers)
    clauses = loose or main_clauses_before(scene, noun.start)
    found = (_told(scene, index, doers, said=kind == "said", kind=kind) for index in clauses)
    return next((topic for topic in found if topic is not None), None)


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
    if _acts(scene, clause) & doers:
        return None
    proposing, accusing = (clause.lemma in _words(kind) for kind in ("proposing", "accusing"))
    if proposing or accusing or (clause.lemma in verbs_of_saying() and kind != IMPLIED):
        inner = _inner(scene, index)
        if inner is not None:
            if kind in UNSAID and scene.annotations.clauses[inner].lemma in _words("undecided"):
                return None
            wanted = proposing or scene.annotations.clauses[inner].modality in WANTED
            return _wanted(scene, inner, denied=clause.negation is not None) if said != wanted else None
        return _object_of(scene, clause) if (accusing if said else proposing) else None
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
    deeper = _inner(scene, index) if clause.lemma in _words("proposing") else None
    if deeper is not None:
        return _wanted(scene, deeper, denied=denied)
    topic = topic_of_clause(scene, Filler(clause.start, clause.end, (), index))
    label = f"Verzicht auf {topic.label}" if topic is not None else ""
    return Entity(slug(label), label, "Thema", provisional=True) if label and denied else topic


def _acts(scene: Scene, clause: Clause) -> frozenset[str]:
    subject = argument_of(clause, "subject")
    filler = fill(scene, subject) if subject is not None and subject.clause is None else None
    return frozenset(part.entity.id for part in filler.parts if part.entity) if filler is not None else frozenset()


def _topic(scene: Scene, index: int) -> Entity | None:
    """Return the topic of a clause, none where it says what was not done, a share or an idiom: den Weg freimachen."""
    clause = scene.annotations.clauses[index]
    object_ = argument_of(clause, "object")
    head = scene.annotations.tokens[object_.head] if object_ is not None else None
    empty = head is not None and (is_vague(head.lemma) or head.lemma == "Prozent" or head.text == "%")
    if clause.negation is not None or empty:
        return None
    if clause.lemma in little_verbs("moving"):
        return _object_of(scene, clause)  # brachte ein Verbot | ins Gespräch
    return topic_of_clause(scene, Filler(clause.start, clause.end, (), index))


def _object_of(scene: Scene, clause: Clause) -> Entity | None:
    object_ = argument_of(clause, "object" if clause.voice == "active" else "subject")
    filler = fill(scene, object_) if object_ is not None and object_.clause is None else None
    parts: Iterable[Part] = (specified(scene, part) for part in filler.parts) if filler is not None else ()
    named = next((part for part in parts if part.told is None and not names_nothing(scene, part)), None)
    topic = participant_entity(scene, named) if named is not None else None
    return topic if topic is not None and topic.type not in ADDRESSED else None  # nicht: forderte | den Bund auf


def _done_before(scene: Scene, part: Part, doers: frozenset[str]) -> Entity | None:
    """Return what "die Entsendung" is of where the text said shortly before that something was sent."""
    sentences, clauses = scene.annotations.sentences, scene.annotations.clauses
    noun = scene.annotations.tokens[part.head]
    here = sentence_of(sentences, part.head)
    begun = range(first_from(clauses, sentences[max(0, here - DONE_WITHIN)].start), first_from(clauses, part.start))
    verbal = (i for i in reversed(begun) if clauses[i].kind not in ("nominal", "participle"))
    done = (i for i in verbal if noun_for(clauses[i].lemma) == noun.lemma and not _acts(scene, clauses[i]) & doers)
    topics = (topic for i in done if (topic := _topic(scene, i)) is not None)
    return next((topic for topic in topics if topic.label.startswith(f"{noun.lemma} ")), None)


@functools.cache
def _words(kind: str) -> frozenset[str]:
    loaded: dict[str, str] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return frozenset(loaded[kind].split())
