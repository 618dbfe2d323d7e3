"""What clauses take from one another: shared and controlled subjects, messages and other clauses as arguments."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kg.annotate.clauses.draft import Draft, Participant
from kg.annotate.clauses.government import government
from kg.annotate.clauses.outlook import said_before
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.phrase_kinds import names_actor
from kg.annotate.clauses.phrases import phrases
from kg.annotate.clauses.tagged import Tagged
from kg.annotate.lexicon import verbs_of_saying, word_list
from kg.annotate.words.tag_sets import FINITE_TAGS

__all__ = ["share"]

_CONTENT_OPENERS: Final = frozenset(
    {"dass", "daß", "ob", "was", "wer", "wie", "warum", "wo", "wann", "weshalb", "wieso", "welche"}
)
_ADVERBIAL_OPENERS: Final = frozenset({"um", "ohne", "statt", "anstatt", "außer"})
_ASKING: Final = frozenset(
    {"wissen", "fragen", "klären", "verstehen", "sehen", "zeigen", "hören", "erfahren", "tun", "machen", "wollen"}
)
_FOR_THIS: Final = "dafür"
_FOR_OR_AGAINST: Final = (_FOR_THIS, "dagegen")
_ADVOCATING: Final = frozenset({"aussprechen", "plädieren", "eintreten", "argumentieren", "wenden", "votieren"})
_VIEWING: Final = frozenset({"halten", "finden", "nennen", "bezeichnen", "betrachten", "ansehen", "werten"})
"""Verbs of being for or against something, and of calling "es" right or wrong, whoever does it."""
_GOING_ON: Final = frozenset(
    {"aber", "jedoch", "allerdings", "dagegen", "hingegen", "indes", "zudem", "zugleich", "gleichzeitig"}
)
"""Behind a finite verb at the head of a clause these say that the subject is that of the clause before."""
_CLOSING: Final = frozenset({",", "“", "”", '"', "«", "»"})
_SO_REACH: Final = 10  # tokens between "so" and the clause that goes on: a name with its office
_CLOSING_VERBS: Final = frozenset({"PTKVZ", "VVPP", "VVINF", "VVIZU", "VAINF", "VAPP"})
_BEFORE_MESSAGE: Final = frozenset({":", "„", '"', "»", "«"})


def share(words: Tagged, drafts: Sequence[Draft]) -> None:
    """Complete the drafts of one sentence, given in text order, from one another."""
    for left, right in pairwise([draft for draft in drafts if draft.frame.kind == "main"]):
        _embed_message(words, left, right)
    _pass_messages(drafts)
    for draft in drafts:
        _attach_to_noun(words, drafts, draft)
    for draft in drafts:
        filled = draft.parent is not None and any(p.clause is draft for p in draft.parent.participants)
        if draft.parent is not None and not filled and _fills_argument(words, draft):
            _fill(words, draft, draft.parent)
    by_frame = {id(draft.frame): draft for draft in drafts}
    for draft in drafts:
        leader = by_frame.get(id(draft.frame.leader))
        if leader is not None:
            if _goes_on(words, draft) or _is_enumerated(words, draft, leader):
                _as_object(draft)
            teller = _teller(words, draft)
            if teller is not None and draft.participant("subject") is None:
                draft.participants.append(Participant("subject", teller, shared=True))
            _share_with_leader(words, draft, leader)
        elif draft.frame.kind == "infinitive" and draft.parent is not None:
            _control(words, draft, draft.parent)
        elif draft.frame.kind == "participle" and draft.parent is not None and draft.participant("subject") is None:
            _lend(draft.parent.participant("subject"), draft, "subject")


def _embed_message(words: Tagged, left: Draft, right: Draft) -> None:
    """Make a main clause the message of the reporting clause beside it ("…, sagte er"; "er sagte, das sei …")."""
    if right.frame.leader not in (None, left.frame) or right.parent is not None:
        return
    verb_first = right.frame.finite == right.frame.first
    if _goes_on(words, right):
        return
    if right.verb.lemma in verbs_of_saying() and verb_first and left.parent is None and right.participant("subject"):
        _adopt(left, right)
    elif left.verb.lemma in verbs_of_saying() and not verb_first:
        gap = words.text(right.frame.first - 1)
        told = gap in _BEFORE_MESSAGE or (gap == "," and right.verb.mood in ("k1", "k2"))
        if told:
            _as_dative(words, left)
        if told and left.participant("object") is None:
            _adopt(right, left)
    else:
        return
    if left.parent is right or right.parent is left:
        right.frame.leader = None


def _pass_messages(drafts: Sequence[Draft]) -> None:
    """Let what is told as a fact go on with who spoke, not with what was said: Sie sagte, er lüge, | und ging."""
    messages = {id(draft.frame): draft.parent for draft in drafts if _is_message(draft)}
    for draft in drafts if messages else ():
        teller = messages.get(id(draft.frame.leader))
        if teller is None or draft.frame.kind != "main" or draft.frame.gapped:
            continue
        if draft.verb.mood in ("k1", "k2"):
            messages[id(draft.frame)] = teller
        else:
            draft.frame.leader = teller.frame


def _is_message(draft: Draft) -> bool:
    """Tell a main clause in reported speech behind the clause, told as a fact, that says who speaks."""
    teller, frame = draft.parent, draft.frame
    told = frame.kind == "main" and draft.verb.mood in ("k1", "k2") and teller is not None
    behind = told and teller is not None and teller.frame.kind == "main" and teller.frame.first < frame.first
    return behind and teller is not None and teller.verb.mood not in ("k1", "k2")


def _attach_to_noun(words: Tagged, drafts: Sequence[Draft], draft: Draft) -> None:
    """Hang what a noun of saying says on the clause of the noun: wies den Vorwurf zurück, | er habe gelogen."""
    frame, before = draft.frame, draft.frame.first - 2
    said = frame.kind == "main" and draft.parent is None and draft.verb.mood in ("k1", "k2")
    if not said or before < 0 or words.text(before + 1) != "," or frame.finite == frame.first:
        return
    while before > 0 and words.tags[before] in _CLOSING_VERBS:
        before -= 1
    noun = said_before(words, before)
    around = next((d for d in drafts if d is not draft and noun in d.frame.indices), None) if noun is not None else None
    if around is not None:
        draft.parent, frame.leader = around, None


def _adopt(message: Draft, around: Draft) -> None:
    message.parent = around
    around.participants.append(Participant("object", clause=message))


def _fills_argument(words: Tagged, draft: Draft) -> bool:
    """Tell whether a clause says what is said, known, possible …, rather than when, why or what for."""
    frame = draft.frame
    if frame.leader is not None:
        return False
    if frame.kind == "subordinate":
        opener = words.lows[frame.opener] if frame.opener is not None else ""
        told = opener == "wie" and draft.verb.lemma in verbs_of_saying() and draft.participant("object") is None
        told = told or (opener == "was" and _reacts(draft))
        return opener in _CONTENT_OPENERS and not told  # wie die Zeitung berichtet, …: that is no object
    if frame.kind != "infinitive" or frame.opener is not None or draft.parent is None:
        return False
    heads = {p.phrase.head for p in draft.parent.participants if p.role == "object" and p.phrase is not None}
    before = {words.lemma(index) for index in (*heads, frame.first - 1, frame.first - 2) if index >= 0}
    return not before & word_list("infinitive_nouns.txt")


def _reacts(draft: Draft) -> bool:
    """Tell a clause with "was" that takes up what is told, but not what is said or known: weiß, was er ablehnt."""
    parent = draft.parent
    asked = parent is None or parent.verb.lemma in verbs_of_saying() or parent.verb.lemma in _ASKING
    return not asked and draft.verb.lemma in word_list("reacting_verbs.txt")


def _fill(words: Tagged, draft: Draft, parent: Draft) -> None:
    """Let a content clause fill its place in the clause around it; "es" that announces it goes."""
    preposition = _announced_by_adverb(words, draft, parent)
    if preposition is not None:
        parent.participants.append(Participant("oblique", preposition=preposition, clause=draft))
        return
    for role in ("subject", "object"):
        found = parent.participant(role)
        if found is None or found.phrase is None or words.lows[found.phrase.head] != "es":
            continue
        if found.phrase.head < draft.frame.first and (role == "object" or _announces(parent)):
            found.phrase, found.clause = None, draft
            return
    opener = words.lows[draft.frame.opener] if draft.frame.opener is not None else ""
    if opener in ("dass", "daß", "ob") or draft.frame.kind == "infinitive":
        _as_dative(words, parent)
    if parent.participant("subject") is None and parent.frame.leader is None and parent.frame.finite is not None:
        parent.participants.append(Participant("subject", clause=draft))
    elif parent.participant("object") is None and parent.verb.voice == "active" and _may_take_clause(parent):
        parent.participants.append(Participant("object", clause=draft))


def _as_dative(words: Tagged, parent: Draft) -> None:
    """Take for the dative whom a verb tells what its clause says.

    Sie teilte CNN mit, dass er kommt; Weber wird vorgeworfen, gelogen zu haben.
    """
    told = parent.participant("object" if parent.verb.voice == "active" else "subject")
    phrase = told.phrase if told is not None else None
    may_be = phrase is not None and "d" in phrase.cases and words.tags[phrase.head] != "PRF"
    free = parent.participant("dative") is None
    if told is not None and free and may_be and {"a", "d"} <= set(government(parent.verb.lemma).cases):
        told.role = "dative"


def _announced_by_adverb(words: Tagged, draft: Draft, parent: Draft) -> str | None:
    """Return the preposition of "darauf", "davor" … where it stands for the clause (warnte davor, … zu …)."""
    governed = government(parent.verb.lemma).prepositions
    for index in parent.frame.indices:
        low = words.lows[index]
        if words.tags[index] == "PAV" and low.startswith("da") and index < draft.frame.first:
            preposition = low.removeprefix("dar") if low.removeprefix("dar") in governed else low.removeprefix("da")
            if preposition in governed:
                return preposition
    return None


def _announces(parent: Draft) -> bool:
    """Tell whether the subject "es" only announces a clause: with copulas, in the passive, or beside an object."""
    if parent.verb.lemma == "geben":
        return False
    governed = government(parent.verb.lemma)
    if parent.verb.voice != "active" or governed.takes("n") or not governed.takes("a"):
        return True
    return parent.participant("object") is not None


def _may_take_clause(parent: Draft) -> bool:
    linking = parent.verb.lemma == "haben" or parent.verb.lemma in word_list("copulas.txt")
    return government(parent.verb.lemma).takes("a") and not linking


def _goes_on(words: Tagged, draft: Draft) -> bool:
    """Tell whether a clause goes on with the subject of the one before: …, hatte aber seine Sorge geäußert."""
    finite = draft.frame.finite
    if finite is None or finite != draft.frame.first or _GOING_ON.isdisjoint(words.lows[finite + 1 : finite + 2]):
        return False
    found = draft.participant("subject")
    phrase = found.phrase if found is not None else None
    if phrase is None or "a" not in phrase.cases:
        return found is None
    owned = phrase.determiner is not None and words.tags[phrase.determiner] == "PPOSAT"
    speaks = phrase.pronoun or words.tags[phrase.head] == "NE" or names_actor(words, phrase)
    return owned or not speaks or draft.verb.lemma not in verbs_of_saying()


def _is_enumerated(words: Tagged, draft: Draft, leader: Draft) -> bool:
    """Tell a deed behind a comma that has the subject before: Sie verhängte X, | sperrte das Netz und ließ Y frei."""
    finite, found = draft.frame.finite, draft.participant("subject")
    if finite is None or finite != draft.frame.first or words.text(finite - 1) != "," or draft.frame.kind != "main":
        return False
    actor = leader.participant("subject")
    leads = actor is not None and (actor.shared or leader.frame.finite != leader.frame.first)
    told = draft.verb.lemma in verbs_of_saying() or leader.verb.mood in ("k1", "k2")
    may_be = found is not None and found.phrase is not None and "a" in found.phrase.cases and not found.phrase.pronoun
    return leads and may_be and not told and leader.parent is None


def _as_object(draft: Draft) -> None:
    """Take for the object what was read as subject, where the verb wants one and has none."""
    found = draft.participant("subject")
    wants = draft.verb.voice == "active" and government(draft.verb.lemma).takes("a")
    if found is not None and wants and draft.participant("object") is None:
        found.role = "object"


def _teller(words: Tagged, draft: Draft) -> Phrase | None:
    """Return who "so" before a clause names as its subject: „…“, so der Minister, und forderte eine Reform."""
    for place in range(draft.frame.first - 1, max(draft.frame.first - _SO_REACH, 0), -1):
        if words.tags[place] in FINITE_TAGS:
            return None
        if words.lows[place] == "so" and words.text(place - 1) in _CLOSING:
            return next(iter(phrases(words, range(place + 1, draft.frame.first))), None)
    return None


def _share_with_leader(words: Tagged, draft: Draft, leader: Draft) -> None:
    """Lend the subject of the clause before, and to that clause the object that follows both verbs.

    A clause without a verb has all from the one before that it does not say: Der Bund billigte das Gesetz am Freitag, |
    die Länder am Montag.
    """
    _lend_relative_object(draft, leader)
    subject = draft.participant("subject")
    if subject is None:
        _lend(leader.participant("subject"), draft, "subject")
    elif draft.frame.finite == leader.frame.finite and draft.verb.voice == "active" and not draft.frame.gapped:
        _lend_object(draft, leader)  # Die CDU will die Steuer senken, | die SPD dagegen erhöhen
    if draft.frame.gapped:
        for role in ("object", "dative"):
            if draft.participant(role) is None and draft.participant("adverbial") is None:
                _lend(leader.participant(role), draft, role)
        return
    linked = words.tags[draft.frame.first] == "KON" and draft.frame.finite == draft.frame.first + 1
    follows = linked and leader.frame.indices[-1] == max(leader.verb.complex)
    transitive = leader.verb.voice == "active" and government(leader.verb.lemma).takes("a")
    if follows and transitive and leader.participant("object") is None:
        _lend(draft.participant("object"), leader, "object")


def _lend_object(draft: Draft, leader: Draft) -> None:
    """Lend the object of the clause before, where the verb needs one and has none."""
    if draft.participant("object") is None and government(draft.verb.lemma).takes("a"):
        _lend(leader.participant("object"), draft, "object")


def _lend_relative_object(draft: Draft, leader: Draft) -> None:
    """Lend a relative pronoun that two verbs have as object: das Gesetz, das er billigte | und der Rat ablehnte."""
    pronoun, own = leader.participant("object"), draft.participant("object")
    goes_on = draft.frame.kind == leader.frame.kind == "relative" and draft.frame.opener is None
    if not goes_on or pronoun is None or pronoun.phrase is None or pronoun.phrase.head != leader.frame.opener:
        return
    if own is not None and own.phrase is not None and draft.participant("subject") is None and "n" in own.phrase.cases:
        own.role = "subject"
    if draft.verb.voice == "active" and draft.participant("object") is None:
        _lend(pronoun, draft, "object")


def _lend(participant: Participant | None, to: Draft, role: str) -> None:
    if participant is not None:
        to.participants.append(
            Participant(
                role, participant.phrase, clause=participant.clause, antecedent=participant.antecedent, shared=True
            )
        )


def _control(words: Tagged, draft: Draft, parent: Draft) -> None:
    """Give an infinitive the participant of the clause around it that is meant to act."""
    opener = draft.frame.opener
    adverbial = opener is not None and words.lows[opener] in _ADVERBIAL_OPENERS
    if adverbial and parent.verb.voice != "active":
        return  # who acts is whoever acts in the passive, of whom nothing is said: wird gebaut, um Strom zu sparen
    owner = None if adverbial else _whose_act(words, draft, parent)
    if owner is not None:
        draft.participants.append(Participant("subject", owner, shared=True))
        return
    if not adverbial and parent.verb.lemma in word_list("reacting_verbs.txt") and _noun_before(words, draft, parent):
        return
    if not adverbial and _judges(words, parent):
        return
    controller = parent.participant("subject")
    dative = parent.participant("dative") if parent.verb.voice == "passive" and not adverbial else None
    if dative is not None and _object_acts(words, parent):
        controller = dative  # dem Mann wird vorgeworfen, gelogen zu haben
    if not adverbial and parent.verb.voice == "active" and _object_acts(words, parent):
        given = (parent.participant(role) for role in ("object", "dative"))
        controller = next((found for found in given if found is not None and found.phrase is not None), None)
    if controller is not None and controller.phrase is not None:
        _lend(controller, draft, "subject")


def _judges(words: Tagged, parent: Draft) -> bool:
    """Tell who judges what anybody may do: hält es für falsch, sprach sich dagegen aus, | Zölle zu erheben."""
    lemma, said = parent.verb.lemma, {words.lows[index] for index in parent.frame.indices}
    if lemma in _ADVOCATING:
        return not said.isdisjoint(_FOR_OR_AGAINST)
    return "es" in said and (lemma in _VIEWING or lemma in word_list("reacting_verbs.txt"))


def _object_acts(words: Tagged, parent: Draft) -> bool:
    """Tell a clause whose object does what its infinitive says: bat die Stadt, lobte sie dafür, | das Bad zu bauen."""
    praised = any(words.lows[index] == _FOR_THIS for index in parent.frame.indices)
    credited = praised and parent.verb.lemma in word_list("crediting_verbs.txt")
    return credited or parent.verb.lemma in word_list("object_control.txt")


def _whose_act(words: Tagged, draft: Draft, parent: Draft) -> Phrase | None:
    """Return whose attempt or plan the noun before an infinitive names: der Versuch | der Armee, das Dorf zu räumen."""
    noun = _noun_before(words, draft, parent)
    acts = noun is not None and words.lemma(noun.head) in word_list("own_act_nouns.txt")
    return noun.genitives[0] if noun is not None and noun.genitives and acts else None


def _noun_before(words: Tagged, draft: Draft, parent: Draft) -> Phrase | None:
    """Return the phrase right before an infinitive, which says what is meant by its noun, if it is not their own."""
    before = draft.frame.first - 1 if words.text(draft.frame.first - 1) == "," else draft.frame.first
    ending = [phrase for phrase in parent.phrases if phrase.last == before]
    noun = next((phrase for phrase in ending if phrase.genitives), next(iter(ending), None))
    return noun if noun is not None and words.tags[noun.first] != "PPOSAT" else None
