"""The noun phrase that names what a clause states: that the rents rise is "Anstieg der Mieten"."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.clauses.government import government, is_event, noun_governs
from kg.annotate.lexicon import word_list
from kg.annotate.noun_classes import tails
from kg.claim.argument_names import (
    CIRCUMSTANCES,
    behind_preposition,
    genitive_of,
    is_matter,
    label_of,
    names_somebody,
    names_something,
    says_what,
    with_preposition,
)
from kg.claim.little_verbs import brought_about_by, little_verbs
from kg.claim.manners import adjective_joined, behind_negation, changed, compared, denied_manner
from kg.claim.noun_phrases import genitive, nominative, plain
from kg.claim.qualities import quality
from kg.claim.verb_nouns import known_nouns, noun_for, preposition_of_dative, preposition_of_object, says_enough
from kg.match.determiners import says_whither
from kg.match.extents import whole_phrase
from kg.match.nouns import is_relational, is_vague
from kg.match.pronouns import object_meant
from kg.match.scene import Part, Scene, argument_of, class_at
from kg.model.offsets import first_from, overlapping
from kg.model.reading import Argument, Clause

__all__ = ["SAYS_ENOUGH", "name_of_clause"]

COSTING = "kosten"
"""The verb with two accusatives of which the second is lost: kostete sie | das Amt."""
PLACING = ("in", "an", "auf")
"""Prepositions of where something is done."""
GIVING = "an"
"""The preposition behind the nouns of verbs of giving: Übergabe des Hauses an den Verein."""
BENT = {"der": "den", "ein": "einen"}
"""Articles of the nominative masculine in the accusative."""
BY_WHOM = ("von", "durch")
"""Prepositions of who does what a passive tells."""
SAYS_ENOUGH = 13
"""Letters from which a noun nearly always says of what it is."""


def name_of_clause(scene: Scene, clause: Clause, *, own: bool, strict: bool, spoken: bool, bare: bool) -> str | None:
    """Return a name of what a clause states, None where a noun would leave out what matters.

    With `own` its subject is said elsewhere and no part of the name; with `strict` only a noun of our list will do, no
    infinitive written as a noun (Erfolgen). What is `spoken` of may be named by what is said to be so. `bare` names
    only what happens, as a measure does: Anstieg.
    """
    if bare:
        return noun_for(clause.lemma)
    if clause.lemma in little_verbs("nameless") or _says_more(scene, clause) or _hardly(scene, clause):
        return None
    if own and _is_no_plan(scene, clause):
        return None
    tokens = scene.annotations.tokens
    if clause.lemma in little_verbs("judging") and adjective_joined(scene, clause):
        return _judged(scene, clause)
    if clause.lemma in little_verbs("moving") or _plunges(scene, clause):
        return _moved(scene, clause)
    manners = (tokens[index] for index in clause.tokens if tokens[index].tag == "ADJD")
    judged = any(not overlapping(scene.annotations.times, word.start, word.end) for word in manners)  # not: täglich
    predicate = _predicate(scene, clause)
    alone = predicate is not None and argument_of(clause, "object") is None
    if alone and predicate is not None and class_at(scene, predicate.head) == "Person":
        return None  # who somebody wants to be or stay is no topic
    judged = judged or predicate is not None
    if judged and clause.lemma in little_verbs("judging"):
        return _judged(scene, clause)
    if judged and clause.lemma in little_verbs("saying_how"):
        return None if own else compared(scene, clause, _of_subject(scene, clause))
    says_little = clause.lemma in little_verbs("being") | little_verbs("copulas") or brought_about_by(clause.lemma)
    named = clause.lemma in known_nouns() or says_little
    if strict and clause.kind != "infinitive" and not named:
        return None
    name = changed(scene, clause, _nominalised(scene, clause, own=own, spoken=spoken))
    bare = name is not None and " " not in name and len(name) < SAYS_ENOUGH
    return None if strict and bare else name


def _says_more(scene: Scene, clause: Clause) -> bool:
    """Tell what a noun with its object cannot say: nicht auf Kosten der Umwelt ausbauen, an sich reißen."""
    tokens = scene.annotations.tokens
    denied = behind_negation(scene, clause)
    drawn = any(a.role == "oblique" and tokens[a.head].tag == "PRF" for a in clause.arguments)
    before = denied is not None and tokens[denied].tag.startswith("APPR")
    return drawn or before or denied_manner(scene, clause) is not None


def _is_no_plan(scene: Scene, clause: Clause) -> bool:
    """Tell what would be no plan that a noun could name: wollte sich nicht äußern, will den Präsidenten treffen."""
    if clause.negation is not None and clause.lemma in little_verbs("answering"):
        return True
    met = argument_of(clause, "object") if clause.lemma in little_verbs("meeting") else None
    return met is not None and class_at(scene, met.head) == "Person"


def _hardly(scene: Scene, clause: Clause) -> bool:
    """Tell a clause that nearly denies what it says, or says it of few: kaum gebremst, wenige Stimmen gewonnen."""
    tokens = scene.annotations.tokens
    return any(tokens[index].text.lower() in little_verbs("hardly") for index in clause.tokens)


def _moved(scene: Scene, clause: Clause) -> str | None:
    """Return the infinitive with where something is brought or put: Haushalt zur Abstimmung stellen.

    Without such a place its object is what matters, if it is an act: Hilfe holen is no more than "Holen", Maßnahmen
    ergreifen is Maßnahmen. Den Verkehr zum Erliegen bringen is its Erliegen.
    """
    object_ = argument_of(clause, "object" if clause.voice == "active" else "subject")
    if object_ is None and brought_about_by(clause.lemma):
        return _without_object(scene, clause, own=True)  # auf Wasserkraft setzen
    if object_ is None or not names_something(scene, object_):
        return None
    tokens = scene.annotations.tokens
    weighed = argument_of(clause, "oblique", "auf") if tokens[object_.head].lemma in little_verbs("weight") else None
    if weighed is not None:
        return label_of(scene, _with_complement(scene, weighed)) if names_something(scene, weighed) else None
    near = (a for a in clause.arguments if a.role == "oblique" and a.preposition and a.start >= object_.end)
    near = (a for a in near if not overlapping(scene.annotations.times, a.start, a.end))
    place = max(near, key=lambda a: a.start, default=None)
    if place is None:
        return _of_object(scene, clause, object_) if clause.lemma in little_verbs("carrying") else None
    if tokens[place.head].tag not in ("NN", "NE") or place.clause is not None:
        return None
    if tokens[place.head].text in little_verbs("brought_about"):
        return f"{tokens[place.head].text} {genitive_of(scene, object_)}"
    thing = nominative(tokens, object_.start, object_.end, object_.head)
    return f"{thing} {with_preposition(scene, place.start, place.end)} {clause.lemma}"


def _plunges(scene: Scene, clause: Clause) -> bool:
    """Tell verbs that mean something else with what something is brought into: die Stadt ins Elend stürzen."""
    into = argument_of(clause, "oblique", "in") if clause.lemma in little_verbs("plunging") else None
    return into is not None and says_whither(scene.annotations.tokens, into.head)


def _judged(scene: Scene, clause: Clause) -> str | None:
    """Return the infinitive with what something is made or said to be: Wahl für ungültig erklären."""
    tokens = scene.annotations.tokens
    adjective = max((index for index in clause.tokens if tokens[index].tag == "ADJD"), default=0)
    object_ = argument_of(clause, "object" if clause.voice == "active" else "subject")
    if not adjective or object_ is None or not names_something(scene, object_):
        return None
    link = f"{tokens[adjective - 1].text} " if tokens[adjective - 1].text in ("für", "als") else ""
    noun = quality(tokens[adjective].lemma) or ""
    said = [a for a in clause.arguments if a.role == "oblique" and noun_governs(noun, a.preposition or "")]
    by = "".join(f"{with_preposition(scene, a.start, a.end)} " for a in said)  # von einem Votum | abhängig machen
    named = nominative(tokens, object_.start, object_.end, object_.head)
    return f"{named} {by}{link}{tokens[adjective].text} {clause.lemma}"


def _nominalised(scene: Scene, clause: Clause, *, own: bool, spoken: bool) -> str | None:
    object_ = argument_of(clause, "object" if clause.voice == "active" else "subject")
    if clause.lemma == COSTING:
        object_ = argument_of(clause, "adverbial") or object_
    predicate = _predicate(scene, clause)
    if predicate is not None and object_ is None:
        return _of_predicate(scene, clause, predicate, own=own, spoken=spoken)
    if clause.lemma in little_verbs("placed") and any(argument.role == "oblique" for argument in clause.arguments):
        return None
    if clause.lemma in little_verbs("being") and not own:
        return _of_subject(scene, clause)
    if object_ is not None and object_.role == "subject" and _lacks_comma(scene, clause):
        return None
    others = (argument.head for argument in clause.arguments if argument.role != "subject")
    reflexive = any(scene.annotations.tokens[head].tag == "PRF" for head in others)
    if object_ is not None and reflexive and scene.annotations.tokens[object_.head].tag != "PRF":
        return None  # sich mit den Ländern Polen und Ungarn beteiligen, sich die Rechte sichern
    if object_ is not None and not reflexive:
        return _of_object(scene, clause, object_)
    return _without_object(scene, clause, own=own)


def _predicate(scene: Scene, clause: Clause) -> Argument | None:
    """Return what something is said to be, not that it comes of something: als Folge des Krieges steigen Preise."""
    predicate = argument_of(clause, "predicate")
    if predicate is None or clause.lemma in little_verbs("copulas"):
        return predicate
    return predicate if scene.annotations.tokens[predicate.head].lemma not in little_verbs("consequences") else None


def _lacks_comma(scene: Scene, clause: Clause) -> bool:
    """Tell an infinitive read with the participle before it: hat das Ziel | gestellt die Kosten zu senken."""
    helped = any(scene.annotations.tokens[index].lemma == "werden" for index in clause.complex)
    return clause.kind == "infinitive" and not helped


def _of_predicate(scene: Scene, clause: Clause, predicate: Argument, *, own: bool, spoken: bool) -> str | None:
    """Return how something is said to be, what somebody is to become, else what it is that is said to be so.

    What is said to be so is what is `spoken` of, but not what is confirmed or demanded: dass der Platz ein Park bleibt.
    """
    subject = None if own else argument_of(clause, "subject")
    said = scene.annotations.tokens[predicate.head]
    how = quality(said.lemma) if said.tag == "ADJD" else None
    if how is not None and subject is not None and not subject.shared and names_something(scene, subject):
        return f"{how} {genitive_of(scene, subject)}"
    if own and clause.lemma == "sein" and clause.modality == "planned" and said.tag == "NN":
        return None  # will ein Partner sein, which is no plan that could be named
    becomes = clause.lemma == "werden" or (own and clause.modality == "planned")  # soll klimaneutral sein
    if becomes:
        return label_of(scene, predicate) if names_something(scene, predicate) else _with_governed(scene, clause, how)
    if not spoken or subject is None or subject.shared or not names_something(scene, subject):
        return None
    return None if names_somebody(scene, subject) else label_of(scene, subject)


def _with_governed(scene: Scene, clause: Clause, noun: str | None) -> str | None:
    """Return a noun with what stands behind a preposition it governs: Unabhängigkeit von russischem Gas."""
    governed = (a for a in clause.arguments if a.role == "oblique" and noun_governs(noun or "", a.preposition or ""))
    oblique = next(governed, None)
    return f"{noun} {with_preposition(scene, oblique.start, oblique.end)}" if noun and oblique is not None else noun


def _of_subject(scene: Scene, clause: Clause) -> str | None:
    """Return what is there or takes place."""
    subject = argument_of(clause, "subject")
    if subject is None or not names_something(scene, subject):
        return None
    head = scene.annotations.tokens[subject.head]
    bare = is_relational(head.lemma) and label_of(scene, subject) == head.lemma  # dass es eine Regierung gibt
    return None if bare or is_vague(head.lemma) else label_of(scene, subject)


def _of_object(scene: Scene, clause: Clause, object_: Argument) -> str | None:
    noun = noun_for(clause.lemma)
    if clause.lemma in little_verbs("meeting") and not _is_done_by_somebody(scene, clause):
        return None
    for start, end, head in object_meant(scene, object_.head):
        return f"{noun} {genitive(scene.annotations.tokens, start, end, head)}"
    if not names_something(scene, object_):
        return _of_antecedent(scene, noun, object_)
    done = scene.annotations.tokens[object_.head].lemma
    if not _says_only_that(clause.lemma, done):
        if is_vague(done) and scene.annotations.tokens[object_.head - 1].text == "keine":
            return None  # schließt keine Ursache aus
        against = _against_what(scene, clause, object_)
        thing = object_ if against else _with_complement(scene, object_)
        further = against or _whither(scene, clause, noun, thing)
        added = f"{further}{_to_whom(scene, clause)}" or _where(scene, clause, thing)
        return f"{noun} {_done_to(scene, clause, thing)}{added}{_without_what(scene, clause, thing)}"
    return None if is_vague(done) else label_of(scene, _with_complement(scene, object_))


def _says_only_that(verb: str, done: str) -> bool:
    """Tell whether a verb says no more of its object than that there is one: Hilfe leisten, eine Politik betreiben."""
    if verb in little_verbs("pursuing"):
        return not little_verbs("pursued").isdisjoint(tails(done))
    return verb in little_verbs("light") or (verb in little_verbs("carrying") and is_event(done))


def _done_to(scene: Scene, clause: Clause, thing: Argument) -> str:
    """Return what a deed befalls, behind its noun: Bau | des Werks, Angriff | auf das Werk."""
    preposition = preposition_of_object().get(clause.lemma)
    if preposition is None:
        return genitive_of(scene, thing)
    said = plain(scene.annotations.tokens, thing.start, thing.end, keep=True)
    first, _, rest = said.partition(" ")
    if thing.role == "subject" and first.lower() in BENT:  # der Hafen wurde angegriffen
        return f"{preposition} {BENT[first.lower()]} {rest}"
    return f"{preposition} {said}"


def _against_what(scene: Scene, clause: Clause, object_: Argument) -> str:
    """Return what stands right before a bare object that governs it: gegen das Urteil | Klage einreichen."""
    head = scene.annotations.tokens[object_.head]
    if (object_.start, object_.end) != (head.start, head.end) or object_.conjuncts:
        return ""
    governed = (a for a in clause.arguments if a.role == "oblique" and noun_governs(head.lemma, a.preposition or ""))
    before = (a for a in governed if a.preposition == "gegen" and a.end < head.start and names_something(scene, a))
    return "".join(f" {with_preposition(scene, a.start, a.end)}" for a in list(before)[-1:])


def _whither(scene: Scene, clause: Clause, noun: str, thing: Argument) -> str:
    """Return what a verb or its noun asks for behind the object: den Sitz | nach Bonn | verlegen."""
    asked = government(clause.lemma).prepositions - set(CIRCUMSTANCES)
    for behind in clause.arguments:
        preposition = behind.preposition if behind.role == "oblique" and behind.start > thing.end else None
        governed = preposition in asked or (preposition is not None and noun_governs(noun, preposition))
        if governed and preposition not in BY_WHOM and is_matter(scene, behind):
            return f" {with_preposition(scene, behind.start, behind.end)}"
    return ""


def _where(scene: Scene, clause: Clause, thing: Argument) -> str:
    """Return where something is to be done, right behind the object: Flüchtlinge | in Europa | verteilen."""
    near = (a for a in clause.arguments if a.role == "oblique" and a.preposition in PLACING and a.start > thing.end)
    place = min(near, key=lambda a: a.start, default=None)
    if place is None or clause.kind not in ("infinitive", "subordinate") or not is_matter(scene, place):
        return ""
    tokens = scene.annotations.tokens
    first = first_from(tokens, place.start)
    known = class_at(scene, place.head) in ("Ort", "Staat") or place.head in scene.mention_at
    apart = tokens[first - 2].end > thing.end or says_whither(tokens, place.head)
    return f" {with_preposition(scene, place.start, place.end)}" if known and not apart else ""


def _without_what(scene: Scene, clause: Clause, thing: Argument) -> str:
    """Return without what something is done, which is what matters of it: Verdächtige | ohne Urteil | festhalten."""
    lacking = (a for a in clause.arguments if a.preposition == "ohne" and a.role == "oblique" and a.start > thing.end)
    lacked = next((a for a in lacking if a.clause is None and names_something(scene, a)), None)
    return f" {with_preposition(scene, lacked.start, lacked.end)}" if lacked is not None else ""


def _to_whom(scene: Scene, clause: Clause) -> str:
    """Return who gets what a verb gives, behind its noun: dem Verein die Halle überlassen, … | an den Verein."""
    dative = argument_of(clause, "dative")
    if dative is None or preposition_of_dative().get(clause.lemma) != GIVING or not names_something(scene, dative):
        return ""
    return f" {behind_preposition(scene, GIVING, dative)}"


def _with_complement(scene: Scene, object_: Argument) -> Argument:
    """Return an object with what hangs on its noun: die Grenze | zu Belarus, die Regeln | für Waffen.

    Who is named needs no more, and what another clause says of a shared subject is none of this one's.
    """
    named = scene.mention_at.get(object_.head)
    if object_.conjuncts or object_.shared or named is not None:
        return object_
    end = whole_phrase(scene, Part(object_.start, object_.end, object_.head, None))[1]
    return replace(object_, end=max(end, object_.end))


def _is_done_by_somebody(scene: Scene, clause: Clause) -> bool:
    subject = argument_of(clause, "subject")
    return subject is None or names_somebody(scene, subject)


def _without_object(scene: Scene, clause: Clause, *, own: bool) -> str | None:
    brought = argument_of(clause, "oblique", brought_about_by(clause.lemma) or "")
    if brought is not None:
        return label_of(scene, brought) if names_something(scene, brought) else None
    if clause.lemma in little_verbs("taking"):
        return None
    noun = noun_for(clause.lemma)
    subject = argument_of(clause, "subject") if clause.voice == "active" and not own else None
    if subject is not None and (subject.shared or not names_something(scene, subject)):
        subject = None
    dative = argument_of(clause, "dative")
    preposition = preposition_of_dative().get(clause.lemma)
    if dative is not None and preposition and names_something(scene, dative):
        return f"{noun} {behind_preposition(scene, preposition, dative)}"
    asked = _asked_for(scene, clause)
    if noun == clause.lemma.capitalize() and clause.lemma not in known_nouns():
        return f"{noun} {asked}" if asked and (own or clause.kind == "infinitive") else None
    named = subject is not None and _stands_alone(scene, clause, subject)
    free = (own or clause.kind == "infinitive") and not named
    obliques = [a for a in clause.arguments if a.role == "oblique" and says_what(scene, a)]
    governed = [a for a in obliques if noun_governs(noun, a.preposition or "")]  # in zweiter Instanz | gegen die Stadt
    oblique = next(iter(governed or (obliques if free else ())), None)
    if oblique is not None:
        return f"{noun} {with_preposition(scene, oblique.start, oblique.end)}"
    if asked and free:
        return f"{noun} {asked}"
    if subject is not None and named:
        return f"{noun} {genitive_of(scene, _with_complement(scene, subject))}"
    return noun if clause.lemma in says_enough() else None


def _asked_for(scene: Scene, clause: Clause) -> str:
    """Return what a verb asks for behind its preposition, as its noun does: auf die Reform | warten."""
    asked = government(clause.lemma).prepositions - set(BY_WHOM)
    near = (a for a in clause.arguments if a.role == "oblique" and a.preposition in asked and is_matter(scene, a))
    return next((with_preposition(scene, a.start, a.end) for a in near), "")


def _stands_alone(scene: Scene, clause: Clause, subject: Argument) -> bool:
    """Tell whether a clause's verb takes no object, so that its noun's genitive is who does it: der Tod des Königs.

    That of other verbs would read as whom it befalls: die Aufnahme der Armee. What befalls a thing of itself may be
    said so: die Ausbreitung des Virus, from "breitet sich aus".
    """
    if any(scene.annotations.tokens[argument.head].tag == "PRF" for argument in clause.arguments):
        return clause.lemma in says_enough() or not names_somebody(scene, subject)
    moves = (
        clause.lemma in word_list("sein_perfect.txt")
        or clause.lemma in says_enough()
        or clause.lemma in little_verbs("ergative")
    )
    return moves or not government(clause.lemma).takes("a")


def _of_antecedent(scene: Scene, noun: str, object_: Argument) -> str | None:
    """Return the noun with what a relative pronoun stands for; without it nothing says what is meant."""
    head = object_.antecedent
    if head is None or scene.annotations.tokens[head].tag not in ("NN", "NE") or head not in scene.phrase_at:
        return None
    return f"{noun} {genitive(scene.annotations.tokens, *scene.phrase_at[head], head)}"
