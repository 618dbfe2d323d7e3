"""Clauses without a verb of their own: nouns with participants, and participles with arguments before a noun."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kg.annotate.clauses.antecedents import find_whose
from kg.annotate.clauses.draft import Draft, Participant
from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.government import government, has_participants, joins_sides, noun_governs
from kg.annotate.clauses.owners import is_had
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.phrase_kinds import names_actor
from kg.annotate.clauses.phrases import phrases
from kg.annotate.clauses.tagged import Tagged
from kg.annotate.clauses.verbs import Predicate, infinitive_of, moves
from kg.annotate.lexicon import word_list

__all__ = ["nominal_drafts"]

_LIGHT: Final = ("in", "zu")  # of light-verb constructions: in Frage stellen, zur Sprache bringen


def nominal_drafts(words: Tagged, draft: Draft) -> list[Draft]:
    """Return the nominal and participle clauses among the phrases of a clause."""
    found: list[Draft] = []
    followers = {id(left): right for left, right in pairwise(draft.phrases)}
    relation, sides = _sides_before(words, draft)
    about: set[int] = set()
    for phrase in draft.phrases:
        *parts, last = phrase.conjuncts or [phrase]
        for part in parts:
            found.extend(_of_phrase(words, part, part.attributes, draft))
        if parts and found and _describes_all(phrase):
            _give_whole(phrase, found)
        behind = [after for after in _behind(words, phrase, followers, draft) if id(after) not in about]
        acting = {id(after) for after in _agents_behind(words, phrase, behind)}
        about = _behind_sides(words, words.lemma(phrase.head), behind)
        if _is_done_to(words, phrase):
            about |= acting
        else:
            behind = [after for after in behind if id(after) not in acting]
        found.extend(_of_phrase(words, last, [*behind, sides] if phrase is relation and sides else behind, draft))
    return found


def _describes_all(phrase: Phrase) -> bool:
    """Tell whether what stands before the first of a list is said of all: die von ihr gegründeten Firmen A und B."""
    first, *others = phrase.conjuncts
    several = first.participle is not None and first.only_plural
    return several and all(part.determiner is None and part.participle is None for part in others)


def _give_whole(phrase: Phrase, drafts: Sequence[Draft]) -> None:
    """Let the participle before a list have all of the list for its subject."""
    for draft in drafts:
        subject = draft.participant("subject")
        if draft.frame.kind == "participle" and subject is not None and subject.phrase is phrase.conjuncts[0]:
            subject.phrase = phrase


def _sides_before(words: Tagged, draft: Draft) -> tuple[Phrase | None, Phrase | None]:
    """Return the noun of a relation whose sides stand before it, and these: Zwischen A und B schwelt | ein Streit.

    A noun with a preposition only says when or where it is: Zwischen A und B gab es vor den Gesprächen | ein Treffen.
    """
    sides: Phrase | None = None
    found: tuple[Phrase | None, Phrase | None] = (None, None)
    for before, phrase in pairwise([None, *draft.phrases]):
        lemma = words.lemma(phrase.head) if phrase is not None else ""
        if phrase is not None and phrase.preposition is not None and _preposition(words, phrase) == "zwischen":
            held = (
                before is not None and before.inner_last == phrase.preposition and joins_sides(words.lemma(before.head))
            )
            sides = None if held else phrase
        elif sides is not None and phrase is not None and words.tags[phrase.head] == "NN" and joins_sides(lemma):
            found = phrase, sides
            if phrase.preposition is None:
                break
    return found


def _behind_sides(words: Tagged, noun: str, behind: Sequence[Phrase]) -> set[int]:
    """Return the ids of what a noun asks for behind its two sides: der Streit zwischen A und B | um das Geld."""
    sided = bool(behind) and _preposition(words, behind[0]) == "zwischen"
    return {id(after) for after in behind[1:] if sided and noun_governs(noun, _preposition(words, after))}


def _agents_behind(words: Tagged, phrase: Phrase, behind: Sequence[Phrase]) -> list[Phrase]:
    """Return who does what the first noun says that has a genitive: der Bau der Bahn zum Abbau des Erzes | durch Polen.

    None of the other nouns takes them: die Forderung nach (dem Bau der Bahn | durch Polen).
    """
    act = next((place for place, noun in enumerate([phrase, *behind]) if _is_done_to(words, noun)), len(behind))
    return [after for after in behind[act:] if _preposition(words, after) == "durch"]


def _is_done_to(words: Tagged, noun: Phrase) -> bool:
    return bool(noun.genitives) and has_participants(words.lemma(noun.head))


def _behind(words: Tagged, phrase: Phrase, followers: dict[int, Phrase], draft: Draft) -> list[Phrase]:
    """Return the prepositional phrases that follow the phrase without a gap and hang on its noun."""
    chain: list[Phrase] = []
    before, current = phrase, followers.get(id(phrase))
    while current is not None and current.preposition is not None and current.outer_first == before.inner_last:
        inner = before is not phrase and _hangs_on(words, current, before, words.lemma(phrase.head))
        if not inner and _belongs_to_verb(words, current, phrase, draft):
            break
        if not inner:
            chain.append(current)
        before, current = current, followers.get(id(current))
    return chain


def _tells_change(words: Tagged, behind: Sequence[Phrase]) -> bool:
    """Tell from what to what something changes: hob den Zins | von 45 auf 50 Prozent an."""
    ends = [_preposition(words, phrase) for phrase in behind[:2]] == ["von", "auf"]
    return ends and all("CARD" in words.tags[phrase.first : phrase.last] for phrase in behind[:2])


def _hangs_on(words: Tagged, phrase: Phrase, before: Phrase, noun: str) -> bool:
    """Tell whether a phrase belongs to the one before it: (Protest gegen) die Regierung von Wien."""
    preposition = _preposition(words, phrase)
    if words.tags[before.head] != "NN":
        return False
    governed = noun_governs(words.lemma(before.head), preposition) and not noun_governs(noun, preposition)
    return preposition == "von" or governed


def _belongs_to_verb(words: Tagged, phrase: Phrase, owner: Phrase, draft: Draft) -> bool:
    """Tell what the verb asks for from what hangs on a noun: begründete den Schritt | mit Kosten, stellte X | in Frage.

    Who acts in a passive is the verb's: nachdem Proteste | von Polizisten beendet wurden.

    Before the finite verb of a main clause all is one phrase, and a verb has each of its prepositions once.
    """
    frame, preposition = draft.frame, _preposition(words, phrase)
    if frame.kind == "main" and frame.finite is not None and phrase.last <= frame.finite:
        return False
    acting = any(taken.phrase is phrase and taken.role == "agent" for taken in draft.participants)
    event = words.lows[phrase.preposition or 0] == "vom" and has_participants(words.lemma(phrase.head))
    if acting and (event or names_actor(words, phrase)):
        return True  # überschattet wurden die Gespräche | vom Streit der Nachbarn
    if phrase is draft.completing(words):
        return True
    if any(noun_governs(words.lemma(noun.head), preposition) for noun in (owner, *owner.genitives[-1:])):
        return False
    free = preposition != _preposition(words, owner) and not _measures(words, phrase)
    if free and preposition in government(draft.verb.lemma).prepositions:
        return not is_had(words, draft.verb.lemma, owner, phrase)
    bare = phrase.first == phrase.head == phrase.last - 1 and words.tags[phrase.head] == "NN"
    bare = bare and not phrase.only_plural  # lehnt ein Verbot von Öfen | in Neubauten ab
    return bare and preposition in _LIGHT and phrase.last in draft.verb.complex


def _measures(words: Tagged, phrase: Phrase) -> bool:
    """Tell what says how much or where a thing is: eine Strafe von 200 Euro, die Kammer in Bonn."""
    place = _preposition(words, phrase) == "in" and words.tags[phrase.head] == "NE"
    return place or "CARD" in words.tags[phrase.first : phrase.head]


def _of_phrase(words: Tagged, phrase: Phrase, behind: Sequence[Phrase], parent: Draft) -> list[Draft]:
    found = []
    if phrase.participle is not None:
        found.append(_participle(words, phrase, phrase.participle, parent))
    if words.tags[phrase.head] == "NN":
        found.extend(_nominal(words, phrase, behind, parent))
    for genitive in phrase.genitives:
        own = [after for after in behind if not _is_only_of(words, after, phrase, genitive)]
        found.extend(_of_phrase(words, genitive, own if genitive is phrase.genitives[-1] else (), parent))
    return found


def _is_only_of(words: Tagged, behind: Phrase, owner: Phrase, genitive: Phrase) -> bool:
    """Tell what a noun asks for from what its genitive does: der Verkauf des Hotels | an die Stiftung."""
    preposition, thing = _preposition(words, behind), words.lemma(genitive.head)
    if preposition == "in" or has_participants(thing):
        return False
    return noun_governs(words.lemma(owner.head), preposition) and not noun_governs(thing, preposition)


def _nominal(words: Tagged, phrase: Phrase, behind: Sequence[Phrase], parent: Draft) -> list[Draft]:
    """Return the noun as a predication with possessor, agent and prepositional participants.

    There is none without any, unless the noun names an event, a name says whose it is (das polnische Parlament) or an
    amount how big: ein drei Milliarden Euro schweres Paket.
    """
    lemma = words.lemma(phrase.head)
    event = has_participants(lemma)
    participants = [Participant("possessor", genitive) for genitive in phrase.genitives]
    place = phrase.determiner
    if place is not None and (words.tags[place] in ("PPOSAT", "PRELAT") or words.lows[place] in ("dessen", "deren")):
        whose = find_whose(words, place, parent)
        owner = Phrase(place, place + 1, place, 0, pronoun=True)
        participants.append(Participant("possessor", owner, antecedent=whose))
    hanging = behind if event else () if _tells_change(words, behind) else behind[:1]
    for follower in hanging:
        preposition = _preposition(words, follower)
        whence = words.lows[follower.last : follower.last + 1] in (["nach"], ["über"], ["bis"])  # von Rom nach Bari
        agent = event and (preposition == "durch" or (preposition == "von" and bool(phrase.genitives) and not whence))
        participants.append(Participant("agent" if agent else "oblique", follower, preposition=preposition))
    owned = not words.owning.isdisjoint(range(phrase.first, phrase.head + 1))
    if not participants and not event and not owned and not _is_measured(words, phrase):
        return []
    frame = Frame("nominal", list(range(phrase.first, phrase.inner_last)))
    return [Draft(frame, Predicate(phrase.head, lemma, [phrase.head]), [], participants, parent)]


def _is_measured(words: Tagged, phrase: Phrase) -> bool:
    before = phrase.head - 1
    dimension = words.tags[before] == "ADJA" and words.lemma(before) in word_list("dimension_adjectives.txt")
    return dimension and "CARD" in words.tags[phrase.first : before]


def _preposition(words: Tagged, phrase: Phrase) -> str:
    return words.lemma(phrase.preposition).lower() if phrase.preposition is not None else ""


def _participle(words: Tagged, phrase: Phrase, participle: int, parent: Draft) -> Draft:
    """Return the attribute of "von Russland geführte Allianz" as a clause whose subject is the noun.

    Who is nach Moskau geflohen has fled: of a verb of motion that befalls nobody the participle is no passive.
    """
    first = phrase.determiner + 1 if phrase.determiner is not None else phrase.first
    lemma, past = infinitive_of(words.tokens[participle])
    done = past and moves(lemma) and not government(lemma).takes("a")
    past = past and not done
    inside = phrases(words, [index for index in parent.frame.indices if first <= index < participle])
    participants = [Participant("subject", phrase, shared=True)]
    for inner in inside:
        preposition = _preposition(words, inner)
        if preposition:
            role = "agent" if past and preposition in ("von", "durch") else "oblique"
            participants.append(Participant(role, inner, preposition=preposition))
        else:
            role = "dative" if inner.cases == "d" else "adverbial" if past else "object"
            participants.append(Participant(role, inner))
    tense = "perfect" if done else "present"
    verb = Predicate(participle, lemma, [participle], voice="passive" if past else "active", tense=tense)
    return Draft(Frame("participle", list(range(first, participle + 1))), verb, inside, participants, parent)
