"""What a relative pronoun stands for, and whose a participle behind a comma is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.annotate.agreement import CASES, PLURAL, case_mask, gender_mask
from kg.annotate.clauses.draft import Draft, Participant
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.tagged import HEADS, Tagged
from kg.annotate.lexicon import word_list
from kg.annotate.noun_classes import noun_class

__all__ = ["find_antecedent", "find_owner", "find_whose", "narrow_by_antecedent"]

_NO_TOWN: Final = frozenset({"der", "die", "den", "deren"})  # towns are neuter: Trainer aus Bonn, der …
_PLACING: Final = frozenset({"an", "auf", "bei", "in"})
_WHOSE: Final = {"dessen": "mn", "deren": "fp"}
_ACTORS: Final = frozenset({"Person", "Organisation", "Medium", "Staat", "Ort"})
_CASE_OF: Final = {"subject": "n", "object": "a", "dative": "d"}


def find_antecedent(words: Tagged, relative: Draft, earlier: Sequence[Draft]) -> int | None:
    """Return the head token of the nearest noun before the relative clause that its pronoun agrees with.

    `earlier` are the drafts before it, whose phrases are known. None where nothing agrees.
    """
    opener = relative.frame.opener
    pronoun = _pronoun(relative)
    if opener is None or pronoun is None:
        return None
    nouns = [noun for noun in _nouns_before(earlier, opener) if words.tags[noun.head] in (*HEADS, "ADJA")]
    role = next((p.role for p in relative.participants if p.phrase is pronoun), "")
    agreeing = _agreeing(words, relative, pronoun, role, nouns)
    # Only right behind a name does a clause say something of it: das Forum Norwegens beginnen, das in Oslo stattfindet.
    edge = relative.frame.first - 1
    described = [noun for noun in agreeing if not _is_name(words, noun) or noun.last >= edge]
    nearest = next(iter(reversed(described or agreeing)), None)
    if nearest is None or _is_anybody(words, relative, nearest):
        return None
    if words.lows[pronoun.head] == "das" and _locates(words, nearest):  # das Kraftwerk in Lippendorf, das …
        ends = (nearest.outer_first, nearest.last)
        nearest = next((noun for noun in agreeing if noun.head < ends[0] and noun.last in ends), nearest)
    if role == "object":
        nearest = _owned(words, relative, nearest, agreeing)
    named = (noun.head for noun in reversed(nouns) if noun.head in words.people and noun.last < nearest.first)
    return next(named, nearest.head) if _is_apposed(words, nearest) else nearest.head


def _agreeing(words: Tagged, relative: Draft, pronoun: Phrase, role: str, nouns: Sequence[Phrase]) -> Sequence[Phrase]:
    """Return the nouns that a relative pronoun in a role agrees with, only the fitting ones where some fit better."""
    mask = pronoun.mask & case_mask(_CASE_OF.get(role, CASES)) or pronoun.mask
    if relative.verb.finite is not None and role == "subject":
        number = words.tokens[relative.verb.finite].morph.number
        mask = mask & {"p": PLURAL, "s": ~PLURAL}.get(number, ~0) or mask
    agreeing = [noun for noun in nouns if _genders(noun.mask) & _genders(mask)]
    if words.lows[pronoun.head] in _NO_TOWN:
        agreeing = [noun for noun in agreeing if noun.head not in words.places] or agreeing
    owned_up = relative.verb.lemma == "bekennen"  # der Anschlag auf einen Zug, zu dem sich X bekannte
    # der Angriff auf das Dorf in Mali, bei dem Menschen starben
    first = pronoun.preposition or relative.frame.opener
    if owned_up or (first is not None and words.lows[first] == "bei"):
        agreeing = [noun for noun in agreeing if noun_class(words.lemma(noun.head)) == "Ereignis"] or agreeing
    return [noun for noun in agreeing if _may_be_meant(words, noun, mask)] or agreeing


def _owned(words: Tagged, relative: Draft, owner: Phrase, agreeing: Sequence[Phrase]) -> Phrase:
    """Return the thing of somebody's of which an object more likely speaks: der Plan Webers, den die FDP ablehnt.

    What is done to people is said of the owner: der Plan Webers, den die FDP entließ.
    """
    lemma = relative.verb.lemma
    done_to_people = lemma in word_list("harming_verbs.txt") or lemma in word_list("object_first_verbs.txt")
    called = any(p.role == "predicate" for p in relative.participants)  # den sie als Helden feiern
    if done_to_people or called or not _is_person(words, owner):
        return owner
    around = (noun for noun in reversed(agreeing) if noun.head < owner.head and noun.last >= owner.last)
    things = (noun for noun in around if words.tags[noun.head] == "NN" and not _may_act(words, noun))
    return next(things, owner)


def _may_act(words: Tagged, noun: Phrase) -> bool:
    return noun_class(words.lemma(noun.head)) in _ACTORS


def _is_person(words: Tagged, noun: Phrase) -> bool:
    inside = any(place in words.people for place in range(noun.head, noun.last))
    return inside or noun_class(words.lemma(noun.head)) == "Person"


def _is_anybody(words: Tagged, relative: Draft, noun: Phrase) -> bool:
    """Tell a pronoun for nobody in particular that stands nearer than a noun: wird jeden strafen, der schweigt."""
    around = relative.parent.phrases if relative.parent is not None else ()
    return any(
        noun.head < phrase.head and words.lows[phrase.head] in word_list("indefinite_pronouns.txt")
        for phrase in around
        if phrase.pronoun
    )


def find_owner(words: Tagged, draft: Draft, earlier: Sequence[Draft]) -> None:
    """Give a participle the noun right before its comma as subject, else the subject of the clause around it.

    A bare noun behind a preposition belongs to the verb: trat in Kraft, unterstützt von X; but before the verb to
    the noun that opens the clause: Die Wahl im Mai, von X boykottiert, gewann Y.
    """
    phrases = [phrase for other in earlier for phrase in other.phrases]
    around = [phrase for phrase in phrases if phrase.last == draft.frame.first - 1]
    bound = next((phrase for phrase in around if phrase.preposition is not None and phrase.determiner is None), None)
    if bound is not None and draft.parent is not None:
        begin = draft.parent.frame.first
        around = [phrase for phrase in phrases if phrase.first == begin and bound in phrase.attributes]
    nouns = [phrase for phrase in around if words.tags[phrase.head] in HEADS]
    # der Zaun | an der Grenze, gebaut von X
    placed = [noun for noun in nouns if noun.preposition is not None and words.lemma(noun.preposition) in _PLACING]
    beside = next((noun for noun in reversed(nouns) if noun not in placed), next(reversed(nouns), None))
    owner = _subject(draft) if beside is None else beside
    if owner is not None:
        draft.participants.insert(0, Participant("subject", owner, shared=True))


def find_whose(words: Tagged, place: int, relative: Draft) -> int | None:
    """Return the head token of the noun right before a relative clause whose "dessen" or "deren" stands at a place.

    Der Bau des Flughafens, | dessen Kosten steigen: the last that agrees, be it only an attribute of another.
    """
    letters = _WHOSE.get(words.lows[place], "")
    if place != relative.frame.opener or relative.parent is None or not letters:
        return None
    genders = sum(_genders(gender_mask(letter)) for letter in letters)
    around = _nouns_before([relative.parent], relative.frame.first - 1)
    around = [noun for noun in around if noun.last == relative.frame.first - 1]
    # What a place behind its preposition only locates, is meant: das Werk in Gera, dessen Belegschaft ….
    where = [noun for noun in around if noun.preposition is not None and _says_where(words, noun)]
    located = [other for noun in where for other in relative.parent.phrases if other.last == noun.outer_first]
    nouns = [noun for noun in (*around, *located) if words.tags[noun.head] in HEADS and _genders(noun.mask) & genders]
    return max((noun.head for noun in nouns if noun not in where), default=max((n.head for n in nouns), default=None))


def _subject(draft: Draft) -> Phrase | None:
    found = draft.parent.participant("subject") if draft.parent is not None else None
    return found.phrase if found is not None else None


def _is_apposed(words: Tagged, noun: Phrase) -> bool:
    """Tell whether a noun for a person stands in apposition to a name: Otto Kolb, damals | Trainer der Mannschaft."""
    if words.tags[noun.head] != "NN" or noun_class(words.lemma(noun.head)) != "Person" or noun.determiner is not None:
        return False
    place = noun.first - 1
    while place > 0 and words.tags[place] in ("ADV", "ADJD", "APPRART", "NN") and place - 1 not in words.people:
        place -= 1
    return place > 0 and words.lows[place] == "," and place - 1 in words.people


def narrow_by_antecedent(words: Tagged, relative: Draft, earlier: Sequence[Draft]) -> None:
    """Take from the relative pronoun the readings that no noun right before its clause shares.

    This settles who acts in "die Jahre, die die Familie dort verbrachte": the verb is singular, the years are not.
    """
    opener = relative.frame.opener
    pronoun = _pronoun(relative)
    if opener is None or pronoun is None:
        return
    edge = relative.frame.first - 1
    nouns = _nouns_before(earlier, opener)
    adjacent = [noun for noun in nouns if edge - 1 <= noun.last <= edge]
    # Behind a place, body or time the clause may speak of what was there or then: Demonstranten in Rom am Montag, die …
    for noun in adjacent:
        if noun.preposition is not None and _says_where(words, noun):
            adjacent += [other for other in nouns if other.last == noun.outer_first and other not in adjacent]
    genders = 0
    for noun in adjacent:
        genders |= _genders(noun.mask)
    allowed = sum(gender_mask(letter) for place, letter in enumerate("mfnp") if genders >> place & 1)
    pronoun.mask = pronoun.mask & allowed or pronoun.mask


def _says_where(words: Tagged, noun: Phrase) -> bool:
    named = words.tags[noun.head] == "NE" or noun.head in words.name_ends
    return named or words.lemma(noun.head) in word_list("time_nouns.txt")


def _locates(words: Tagged, noun: Phrase) -> bool:
    """Tell a bare name of a place that says where the noun before it is: (das Kraftwerk) in Lippendorf."""
    bare = noun.preposition is not None and noun.determiner is None and words.tags[noun.head] == "NE"
    return bare and noun.head not in words.people


def _may_be_meant(words: Tagged, noun: Phrase, mask: int) -> bool:
    """Tell whether the name of a state or town, a neuter without article, may be meant: Schwedens, den … may not.

    Nor may that of a man: die Witwe Otto Webers, die ….
    """
    gender = words.genders.get(noun.head) if noun.head in words.people else None
    if gender in ("m", "f"):
        return bool(_genders(mask) & _genders(gender_mask(gender)))
    place = words.tags[noun.head] == "NE" and words.genders.get(noun.head, "p") != "p" and noun.head not in words.people
    bare = noun.head == noun.first and not words.text(noun.head).isupper()
    return not (place and bare) or bool(_genders(mask) & _genders(gender_mask("n")))


def _is_name(words: Tagged, noun: Phrase) -> bool:
    """Tell a name, alone or behind a title: Weber, Senators Weber."""
    titled = noun.last > noun.head + 1 and words.tags[noun.head + 1] == "NE" and not noun.genitives
    return words.tags[noun.head] == "NE" or titled


def _pronoun(relative: Draft) -> Phrase | None:
    opener = relative.frame.opener
    return next((p for p in relative.phrases if opener is not None and p.head == opener and p.pronoun), None)


def _nouns_before(earlier: Sequence[Draft], place: int) -> list[Phrase]:
    found = [noun for draft in earlier for phrase in draft.phrases for noun in _nouns(phrase) if noun.last <= place]
    return sorted(found, key=lambda noun: (noun.head, -noun.first))


def _nouns(phrase: Phrase) -> list[Phrase]:
    inner = [*phrase.genitives, *phrase.attributes, *phrase.conjuncts]
    among = [replace(phrase, mask=phrase.among, among=0)] if phrase.among else []
    return [phrase, *among, *(noun for part in inner for noun in _nouns(part))]


def _genders(mask: int) -> int:
    """Return the genders and the plural that the readings allow in any case, as four bits."""
    return (mask | mask >> 4 | mask >> 8 | mask >> 12) & 0b1111
