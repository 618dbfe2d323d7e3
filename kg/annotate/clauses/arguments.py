"""The participants of a clause: bare phrases by role, prepositional phrases, agents, predicates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kg.annotate.agreement import ANY, SINGULAR, case_mask
from kg.annotate.clauses.antecedents import find_antecedent, find_owner, narrow_by_antecedent
from kg.annotate.clauses.between import join_between
from kg.annotate.clauses.draft import Draft, Participant
from kg.annotate.clauses.gapping import parted
from kg.annotate.clauses.government import governing_verbs, government, is_event, noun_governs
from kg.annotate.clauses.insertions import is_day
from kg.annotate.clauses.lists import join_lists
from kg.annotate.clauses.owners import befalls, is_aim, is_had, says_whose, takes_place
from kg.annotate.clauses.phrase import Phrase, joined
from kg.annotate.clauses.phrase_kinds import EXTENTS, names_actor
from kg.annotate.clauses.phrases import phrases
from kg.annotate.clauses.predicative import add_adjective
from kg.annotate.clauses.recipients import turn_recipient
from kg.annotate.clauses.roles import Assignment, assign
from kg.annotate.clauses.subframes import has_own_subject
from kg.annotate.clauses.tagged import PREPOSITIONS, Tagged
from kg.annotate.clauses.verbs import Predicate
from kg.annotate.lexicon import verbs_of_saying, word_list
from kg.annotate.noun_classes import noun_class

__all__ = ["find_participants"]

_PRONOMINAL: Final = frozenset({"PWS", "PRELS", "PWAT", "PRELAT", "ART", "PDS", "PIS"})
_AGENTS: Final = ("von", "durch")
_ASKING: Final = ("erwarten", "verlangen")
"""Verbs by which what begins the clause is who is asked, not who asks: von der Bank wird Auskunft verlangt."""
_MEANT: Final = {"seitens": "von", "vonseiten": "von"}
"""Prepositions of who acts or speaks that mean the same as another."""
_SIDES: Final = frozenset({"seiten", "reihen", "kreisen"})
_VIEWS: Final = ("Sicht", "Perspektive", "Warte")
"""What behind "aus der" says as whom something is seen, who need not act: aus der Sicht | von Weber."""
_PUTTING_IN_OFFICE: Final = frozenset(
    {"abwählen", "berufen", "bestätigen", "einsetzen", "entlassen", "ernennen", "vereidigen", "wiederwählen", "wählen"}
)
"""What is done to the holders of offices by a state or a parliament, hardly by a party."""
_OF_BODY: Final = ("von", "vom")
_OF_PARTY: Final = ("von", "aus")
_WHITHER: Final = frozenset({"zu", "zum", "zur"})
"""What begins the goal of who leaves a party: wechselte von der FDP | zur CDU."""
_GIVER_AND_GIFT: Final = 2  # the bare phrases of a clause that lacks the one who receives
_LEFT: Final = frozenset({"Land", "Platz", "Feld", "Haus", "Saal", "Schule"})  # what one is sent out of
_COPULAS: Final = word_list("copulas.txt")
_NO_DEGREE: Final = frozenset({"aber", "bisher", "daher", "hier", "immer", "später", "weiter", "weiterhin", "wieder"})
_CLOSING_QUOTES: Final = frozenset({"“", "«", '"', "”", "’’", "''"})
# Conjunctions that do not let the subject be left out (doch gibt es …).
_NO_ELLIPSIS: Final = frozenset({"doch", "jedoch", "denn"})


def find_participants(words: Tagged, draft: Draft, earlier: Sequence[Draft], actors: frozenset[int]) -> None:
    """Fill the phrases and the participants of the draft.

    `earlier` are the drafts before it in the sentence, `actors` head tokens that can act.
    """
    frame, verb = draft.frame, draft.verb
    skipped = set(verb.complex)
    if frame.opener is not None and words.tags[frame.opener] not in _PRONOMINAL:
        skipped.add(frame.opener)
    own = phrases(words, [index for index in frame.indices if index not in skipped])
    draft.phrases = join_lists(words, join_between(words, own))
    if frame.gapped:
        draft.phrases = [part for phrase in draft.phrases for part in parted(words, phrase)]
    if frame.kind == "relative":
        narrow_by_antecedent(words, draft, earlier)
    _release_genitive(words, draft, actors)
    _release_dative(words, draft)
    _join_over_appositions(words, draft)
    _set_off(words, draft)
    attached = _attach(words, draft)
    shared = _shared(words, draft)
    roles = assign(words, _bare(draft), verb, actors, shared=shared)
    if roles.subject is None and shared == 0.0 and _part_from_title(words, draft):
        roles = assign(words, _bare(draft), verb, actors, shared=shared)
    _add_participants(words, draft, roles, attached)
    turn_recipient(words, draft)
    if frame.kind == "participle":
        find_owner(words, draft, earlier)
    if frame.kind == "relative":
        antecedent = find_antecedent(words, draft, earlier)
        for participant in draft.participants:
            if participant.phrase is not None and participant.phrase.head == frame.opener:
                participant.antecedent = antecedent


def _part_from_title(words: Tagged, draft: Draft) -> bool:
    """Part the subject from the title that "als" gives it: Ihm zur Seite steht als Sprecherin | Eva Blum."""
    for place, phrase in enumerate(draft.phrases):
        name = phrase.head + 1
        if phrase.comparison and phrase.preposition is None and name in words.people and name < phrase.last:
            subject = Phrase(name, phrase.last, name, ANY & SINGULAR, definite=True, genitives=phrase.genitives)
            phrase.last, phrase.genitives = name, []
            draft.phrases.insert(place + 1, subject)
            return True
    return False


def _release_genitive(words: Tagged, draft: Draft, actors: frozenset[int]) -> None:
    """Give a verb that governs a genitive the one behind its object: Sie beschuldigt den Chef der Bank der Lüge.

    What can act or has a name stays with its noun: Sie beschuldigt den Chef der Bank.
    """
    if draft.verb.voice != "active" or not government(draft.verb.lemma).takes("g"):
        return
    for place, phrase in enumerate(draft.phrases):
        charged = "a" in phrase.cases if phrase.preposition is None else _says_whose(words, draft.phrases, place)
        chain = [phrase]
        while chain[-1].genitives:
            chain.append(chain[-1].genitives[-1])
        acting = [(p.head in actors or names_actor(words, p)) and not _is_lost(words, draft, p) for p in chain]
        charge = next((i for i, part in enumerate(chain) if not acting[i] and words.tags[part.head] == "NN"), 0)
        if charged and charge:
            chain[charge - 1].genitives.pop()
            for owner in chain[:charge]:
                owner.last = chain[charge].first
            draft.phrases.insert(place + 1, chain[charge])
            return


def _is_lost(words: Tagged, draft: Draft, phrase: Phrase) -> bool:
    """Tell what one loses, which acts nowhere: enthob ihn der Rat | seines Amtes, verwies ihn | des Landes."""
    if draft.verb.lemma == "verweisen":
        return words.lemma(phrase.head) in _LEFT
    own = phrase.determiner is not None and words.tags[phrase.determiner] == "PPOSAT"
    return own and words.lemma(phrase.head) == "Amt"


def _release_dative(words: Tagged, draft: Draft) -> None:
    """Give a verb that wants a dative and has none the one behind a name: weil der Bundestag | der Reform zustimmt.

    So does one that gives somebody something, in the middle of its clause: gewährt die Weltbank | der Türkei Kredit.
    One that needs a dative takes that behind any noun: wirft der Verband | der Regierung Versagen vor.
    """
    governed, finite = government(draft.verb.lemma), draft.frame.finite
    bare = [p for p in draft.phrases if p.preposition is None and not p.comparison]
    gives = governed.takes("a") and draft.verb.voice == "active" and len(bare) == _GIVER_AND_GIFT
    if not governed.takes("d") or (governed.takes("a") and not gives) or any(p.cases == "d" for p in bare):
        return
    for place, phrase in enumerate(draft.phrases):
        owners = phrase.genitives
        owned = phrase.head not in words.name_ends and not (gives and "d" in governed.needed)
        if phrase.preposition is not None or not owners or owned:
            continue
        behind = owners[-1]
        opening = gives and draft.frame.kind == "main" and (finite is None or phrase.first < finite)
        if len(owners) == 1 and behind.first >= phrase.head and words.lows[behind.first] == "der" and not opening:
            owners.pop()
            phrase.last = behind.first
            behind.mask = case_mask("d")
            draft.phrases.insert(place + 1, behind)
            return


def _says_whose(words: Tagged, found: Sequence[Phrase], place: int) -> bool:
    """Tell whether a phrase with "von" belongs to the accusative before it: die Regierung | von Präsident Weber."""
    before, phrase = (found[place - 1], found[place]) if place else (None, found[place])
    behind = before is not None and phrase.preposition == before.last and words.lows[phrase.preposition] == "von"
    return before is not None and behind and before.preposition is None and "a" in before.cases


def _join_over_appositions(words: Tagged, draft: Draft) -> None:
    """Coordinate people of whom the first has an apposition: Anna Weber, Sprecherin der Partei, und Otto Frei."""
    for place, (left, apposition) in enumerate(pairwise(draft.phrases)):
        beside = words.tags[left.last : left.last + 1] == ["$,"] and apposition.first == left.last + 1
        if not beside or left.preposition is not None or not _name_each_other(words, left, apposition):
            continue
        others = (
            p for p in draft.phrases[place + 2 :] if words.lows[p.first - 2 : p.first] in ([",", "und"], [",", "sowie"])
        )
        other = next(others, None)
        between = words.tags[apposition.first : other.first].count("$,") if other is not None else 0
        if other is not None and between == 1 and words.tags[other.head] == "NE" and other.preposition is None:
            draft.phrases[place] = joined([left, *(other.conjuncts or [other])], other.last, plural=True)
            draft.phrases.remove(other)
            return


def _name_each_other(words: Tagged, left: Phrase, right: Phrase) -> bool:
    """Tell whether a name and a word for persons or bodies stand side by side, in any order."""
    named = [words.tags[phrase.head] == "NE" for phrase in (left, right)]
    return named in ([True, False], [False, True]) and names_actor(words, right if named[0] else left)


def _set_off(words: Tagged, draft: Draft) -> None:
    """Mark the phrases that cannot be subject or object: appositions, and all in the prefield but its first.

    What stands before the finite verb of a main clause is one constituent, or a quotation.
    """
    frame = draft.frame
    if frame.additions:
        _loosen(draft.phrases, frame.additions)
    for before, field, name in zip(draft.phrases, draft.phrases[1:], draft.phrases[2:], strict=False):
        name.loose = name.loose or _holds(words, before, field, name)
    for phrase in draft.phrases[1:]:
        phrase.loose = phrase.loose or is_day(words, phrase.first)
    finite = frame.finite
    if frame.kind != "main" or finite is None:
        return
    quoted = finite - 2 >= frame.first and words.tags[finite - 1] == "$," and words.text(finite - 2) in _CLOSING_QUOTES
    prefield = [phrase for phrase in draft.phrases if phrase.first < finite]
    for phrase in prefield if quoted else prefield[1:]:
        phrase.loose = phrase.loose or quoted or not phrase.pronoun


def _holds(words: Tagged, office: Phrase, field: Phrase, name: Phrase) -> bool:
    """Tell the name behind an office and its field: der Minister | für Arbeit und Soziales | Otto Weber."""
    titled = field.preposition == office.last and words.lows[office.last] == "für" and name.first == field.last
    return titled and name.preposition is None and name.head in words.people and names_actor(words, office)


def _loosen(found: Sequence[Phrase], additions: set[int]) -> None:
    """Mark the phrases that a comma sets off, but not the last one of a list."""
    listed = [phrase for phrase in found if phrase.conjuncts and phrase.first not in additions]
    reached = max((phrase.last for phrase in listed if phrase.last - 1 in additions), default=0)
    for phrase in found:
        ends_list = phrase.first >= reached and set(range(reached, phrase.first)) <= additions
        phrase.loose = phrase.first in additions and not (reached and ends_list)


def _attach(words: Tagged, draft: Draft) -> set[int]:
    """Take prepositional phrases into the noun phrase they follow; return the ids of those that are nothing else.

    In the prefield that is certain. Elsewhere the noun must govern the preposition, and where the verb governs it
    too, the phrase is offered to both, unless another follows for the verb: verzichtet wegen des Angriffs auf Kiew |
    auf Öl. A time or name has no two sides: vermittelt Katar seit Tagen | zwischen A und B.
    """
    frame, inside = draft.frame, set()
    governed, completing = government(draft.verb.lemma).prepositions, draft.completing(words)
    last = {words.lemma(p.preposition): p for p in draft.phrases if p.preposition is not None}
    for left, right in pairwise(draft.phrases):
        if right in left.attributes and says_whose(words, left, right):  # der Anwalt von Otto Weber, Jan Holt, …
            inside.add(id(right))
        if right.preposition is None or right.preposition != left.last or words.tags[left.head] not in ("NN", "NE"):
            continue
        preposition = words.lemma(right.preposition)
        prefield = frame.kind == "main" and frame.finite is not None and right.last <= frame.finite
        owned = says_whose(words, left, right) or any(befalls(words, n, right) for n in (left, *left.genitives[-1:]))
        owned = owned or is_had(words, draft.verb.lemma, left, right)
        placed = preposition in governed or draft.verb.lemma in verbs_of_saying()  # sagte nach dem Gipfel | in Rom
        owned = owned or (not placed and takes_place(words, left, right))
        agent = draft.verb.voice == "passive" and preposition in _AGENTS and last[preposition] is right
        owned = owned or _is_of_body(words, draft, left, right)
        since = preposition == "zu" and _is_dated(words, right)  # kann das Gesetz | zum 1. April in Kraft treten
        stands_alone = _is_dated(words, left) and not _is_dated(words, right)
        apart = preposition == "zwischen" and (stands_alone or left.last - 1 in words.name_ends)
        voted = preposition == "mit" and words.lemma(right.head) == "Stimme"  # lehnte den Vertrag | mit 14 Stimmen ab
        free = agent or since or apart or voted or right is completing or _says_how(words, draft, right)
        free = free or is_aim(words, left, right) or (preposition == "zu" and words.lemma(right.head) in EXTENTS)
        if prefield or owned or (noun_governs(words.lemma(left.head), preposition) and not free):
            left.attributes.append(right)
            if prefield or owned or preposition not in governed or last[preposition] is not right:
                inside.add(id(right))
    for phrase in reversed(draft.phrases):
        if phrase.attributes:
            phrase.last = max(attribute.last for attribute in phrase.attributes)
    return inside


def _says_how(words: Tagged, draft: Draft, phrase: Phrase) -> bool:
    """Tell what with "sein" says how or where somebody is: waren für die Mission | im Einsatz."""
    inside = phrase.preposition is not None and words.lemma(phrase.preposition) == "in"
    being = inside and draft.verb.lemma in ("sein", "bleiben")
    return being and words.lemma(phrase.head) in word_list("being_nouns.txt")


def _is_of_body(words: Tagged, draft: Draft, person: Phrase, body: Phrase) -> bool:
    """Tell whose party stands behind a person: im Landtag wurde Eva Holt | von der SPD als Ministerin vereidigt.

    In the active it does wherever nothing governs the preposition and nobody goes from there to another, and so does
    any body: Am Ende sagte Eva Holt | von der SPD ab.
    """
    of_party = body.head in words.parties
    named = of_party or any(index in words.bodies for index in range(body.first, body.last))
    if person.last - 1 not in words.people or not named:
        return False
    if body.preposition is None:
        return False
    preposition = words.lows[body.preposition]
    if draft.verb.voice == "passive" and preposition in (*_AGENTS, "vom"):
        return of_party and draft.verb.lemma in _PUTTING_IN_OFFICE
    leads_on = words.tags[body.last : body.last + 1] in (["APPR"], ["APPRART"]) and words.lows[body.last] in _WHITHER
    behind = (words.tags[index] for index in draft.frame.indices if index >= body.last)
    felt = draft.verb.lemma in _COPULAS and not {"ADJD", "VVPP"}.isdisjoint(behind)  # war X von der SPD | enttäuscht
    governed = words.lemma(body.preposition) in government(draft.verb.lemma).prepositions
    return preposition in (_OF_PARTY if of_party else _OF_BODY) and not (governed or leads_on or felt)


def _bare(draft: Draft) -> list[Phrase]:
    """Return the phrases that a case alone can make a participant."""
    genitive = government(draft.verb.lemma).takes("g")
    bare = [phrase for phrase in draft.phrases if phrase.preposition is None and not phrase.comparison]
    return [phrase for phrase in bare if genitive or phrase.cases != "g"]


def _shared(words: Tagged, draft: Draft) -> float | None:
    """Tell how far the clause takes its subject from the clause before (see `assign`)."""
    frame = draft.frame
    if frame.finite is None:
        return 0.0 if frame.kind == "main" else None
    if frame.gapped:  # nach Bonn und am Freitag nach Rom, aber in Sachsen die SPD
        return 0.7 if words.tags[frame.first + (words.tags[frame.first] == "KON")] in PREPOSITIONS else 0.0
    if frame.leader is None:
        return 0.0
    linked = words.tags[frame.first] == "KON"
    if frame.kind == "main" and frame.finite in frame.indices:
        verb_first = frame.finite == frame.first + linked
        elliptic = linked and words.lows[frame.first] not in _NO_ELLIPSIS
        # Without a conjunction it may as well be "…, sagte er".
        return 0.0 if not verb_first else 1.0 if elliptic else 0.3
    if frame.leader.finite == frame.finite:
        # Of a passive each participle may have a subject of its own: wurden zwei Leute getötet und drei Autos zerstört.
        # So may each of the clauses that "weder … noch" joins.
        joined = "noch" in words.lows[frame.first - 1 : frame.first + 1]
        if has_own_subject(words, frame):
            return 0.0
        return 0.3 if joined or draft.verb.voice != "active" else 1.0
    # "dass er das Gesetz ändert und den Rat auflöst": most often shared, but a subject of its own may stand there.
    return 0.7 if frame.opener is None else 0.0


def _add_participants(words: Tagged, draft: Draft, roles: Assignment, attached: set[int]) -> None:
    named = {
        roles.subject: "subject",
        roles.object: "object",
        roles.dative: "dative",
        roles.genitive: "genitive",
        roles.predicate: "predicate",
    }
    for phrase in draft.phrases:
        role = named.get(phrase)
        if role is not None:
            certain = roles.certain or role not in ("subject", "object")
            draft.participants.append(Participant(role, phrase, certain=certain))
        elif not phrase.loose and id(phrase) not in attached:
            draft.participants.append(_other(words, phrase, draft.verb))
    if draft.participant("predicate") is None:
        add_adjective(words, draft)


def _is_comparative(words: Tagged, index: int) -> bool:
    """Tell whether what stands before "als" compares: kritischer als ein Bericht, mehr als ein Bericht."""
    adverb = index >= 0 and words.tags[index] in ("ADJD", "ADV", "PIS", "PIAT")
    return adverb and words.lows[index] not in _NO_DEGREE and words.lows[index].endswith(("er", "mehr", "anders"))


def _other(words: Tagged, phrase: Phrase, verb: Predicate) -> Participant:
    if phrase.comparison:
        link = words.lows[phrase.first - 1]
        said = link == "als" and not _is_comparative(words, phrase.first - 2)
        return Participant("predicate" if said else "oblique", phrase, preposition=link)
    if phrase.preposition is None:
        return Participant("adverbial", phrase)
    preposition = _MEANT.get(preposition := words.lemma(phrase.preposition).lower(), preposition)
    phrase = _those_meant(words, phrase, preposition)
    thing = verb.voice == "stative" or _is_thing(words, phrase)  # ausgenommen von X, wurde vom Verdacht befreit
    governed = thing and preposition in government(verb.lemma).prepositions
    whence = preposition == "von" and words.lows[phrase.last : phrase.last + 1] == ["nach"] and _is_place(words, phrase)
    through = verb.voice == "stative" and preposition == "durch" and phrase.head in words.places  # geplant | durch Bonn
    seen = words.lemma(phrase.preposition - 1) in _VIEWS if phrase.preposition else False
    other = governed or whence or through or seen or _is_dated(words, phrase) or _is_of_noun(words, phrase, verb)
    other = other or (verb.lemma in _ASKING and preposition == "von" and _opens(words, phrase))
    agent = verb.voice != "active" and preposition in _AGENTS and not other
    return Participant("agent" if agent else "oblique", phrase, preposition=preposition)


def _opens(words: Tagged, phrase: Phrase) -> bool:
    """Tell a phrase that begins its clause: **Von der Bank** wird Auskunft verlangt."""
    place = phrase.preposition or 0
    return place == 0 or words.tags[place - 1].startswith("$")


def _those_meant(words: Tagged, phrase: Phrase, preposition: str) -> Phrase:
    """Return those among whom or on whose side somebody is: von Seiten | der Miliz, aus den Reihen | der Opposition."""
    among = words.lows[phrase.head] in _SIDES and preposition in ("von", "aus", "in") and len(phrase.genitives) == 1
    return phrase.genitives[0] if among else phrase


def _is_of_noun(words: Tagged, phrase: Phrase, verb: Predicate) -> bool:
    """Tell things of which a noun before them is from who decides: wurde der Schutz | von Bienen beschlossen."""
    place = phrase.preposition or 0
    bare = words.tags[place] == "APPR" and phrase.determiner is None and words.tags[phrase.head] == "NN"
    if not bare or words.tags[place - 1] != "NN" or noun_class(words.lemma(phrase.head)) is not None:
        return False
    return verb.lemma in governing_verbs() or is_event(words.lemma(place - 1))


def _is_thing(words: Tagged, phrase: Phrase) -> bool:
    return words.tags[phrase.head] == "NN" and noun_class(words.lemma(phrase.head)) is None


def _is_dated(words: Tagged, phrase: Phrase) -> bool:
    return words.lemma(phrase.head) in word_list("time_nouns.txt") or words.text(phrase.head)[0].isdigit()


def _is_place(words: Tagged, phrase: Phrase) -> bool:
    return phrase.head in words.places or words.tags[phrase.head] == "NE"
