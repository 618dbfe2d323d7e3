"""Who or what the participants of a clause refer to, pronouns for topics among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.articles import GENITIVE_ARTICLES, is_of_one
from kg.match.classes import class_fits
from kg.match.nouns import is_carrier, is_share
from kg.match.pronouns import object_meant, owner_meant, subject_meant
from kg.match.scene import Filler, Part, Scene, argument_of, class_at, holder_of, name_behind
from kg.match.spoken_of import spoken_of
from kg.match.taking_up import taken_up
from kg.model.offsets import first_from, overlapping, starting_in
from kg.model.reading import Argument, Mention

__all__ = ["counted_noun", "fill", "parts_of"]

PRONOUNS = frozenset({"PPER", "PRF", "PRELS", "PWS", "PDS", "PIS", "PPOSS", "PRELAT", "PPOSAT", "ART"})
LISTING = (",", "und", "sowie", "oder")
EXAMPLES = ("beispielsweise", "etwa", "insbesondere", "namentlich", "darunter")
BEFORE_LISTED = ("APPR", "APPRART", "ART")
VAGUE = re.compile(r"(all|ander|dies|einig|mehrer|sämtlich|verschieden|viel|weiter|zahlreich)e[nrs]?$")
"""Adjectives that tell nothing of which field is meant: in vielen Bereichen, in anderen Sektoren."""
AMONG = (2, [",", "darunter"]), (3, [",", "unter", "ihnen"]), (3, [",", "allen", "voran"]), (1, [":"])
"""What opens a list of names of some of those just mentioned, with its number of words."""
COUNTED_WITHIN = 300  # characters between a count and a bare number of the same
LONGEST_CLAUSE = 15  # tokens between a plural and the names of some of them
NAMING = ("NE", "NN", "ADJA", "ART", "CARD", "KON", "APPR", "APPRART", "FM", "XY", "$,", "$(", "$.")
ENDS_SENTENCE = (".", "!", "?")
ENDS_LIST = ("$.", "VVFIN", "VAFIN", "VMFIN", "PRELS", "KOUS")


def fill(scene: Scene, argument: Argument) -> Filler | None:
    """Return who or what an argument refers to; None for a pronoun that nothing resolves."""
    if argument.clause is not None:
        clause = scene.annotations.clauses[argument.clause]
        return Filler(clause.start, clause.end, (), argument.clause)
    phrases = argument.conjuncts or ((argument.start, argument.end, argument.head),)
    if argument.antecedent is not None:
        start, end = scene.phrase_at.get(argument.antecedent, _token_span(scene, argument.antecedent))
        phrases = (_bearer_of(scene, argument.antecedent) or (start, end, argument.antecedent),)
    elif scene.annotations.tokens[argument.head].tag == "PPER" and argument.head not in scene.mention_at:
        meant = subject_meant if argument.role == "subject" else object_meant
        phrases = meant(scene, argument.head) or phrases
    elif argument.role == "possessor" and scene.annotations.tokens[argument.head].tag == "PPOSAT":
        phrases = (argument.head not in scene.mention_at and owner_meant(scene, argument.head)) or phrases
    phrases = tuple(_possessed(scene, start, end, head) for start, end, head in phrases)
    # What a carrier noun lists may stand among the conjuncts once more.
    parts = dict.fromkeys(part for start, end, head in phrases for part in parts_of(scene, start, end, head))
    parts |= dict.fromkeys(_included(scene, argument.end, phrases[-1][2]))
    if parts:
        return Filler(argument.start, argument.end, tuple(parts))
    about = spoken_of(scene, argument)
    return fill(scene, about) if about is not None else taken_up(scene, argument)


def _bearer_of(scene: Scene, head: int) -> tuple[int, int, int] | None:
    """Return the name that the noun before a relative clause only describes: **Max Weber**, Mitglied im Rat, der …."""
    tokens = scene.annotations.tokens
    comma = head - 1
    while comma > 0 and tokens[comma].tag in ("ART", "ADJA"):
        comma -= 1
    named = scene.mention_at.get(comma - 1) if comma > 0 and tokens[comma].text == "," else None
    if named is None or named.kind != "name" or named.entities[0].type != "Person" or head in scene.mention_at:
        return None
    somebody = class_at(scene, head) in ("Person", "Akteur") and tokens[head].morph.number != "p"
    return (named.start, named.end, comma - 1) if somebody else None


def _possessed(scene: Scene, start: int, end: int, head: int) -> tuple[int, int, int]:
    """Return whose it is where a pronoun stands for the thing: hängt von der (Stabilität) | des Dollars ab."""
    tokens = scene.annotations.tokens
    bare = tokens[head].tag in ("PDS", "ART") and tokens[head].end == end and head + 1 < len(tokens)
    if not bare or tokens[head + 1].text not in GENITIVE_ARTICLES:
        return start, end, head
    behind = tokens[head + 1].start
    owners = ((first, last, noun) for noun, (first, last) in scene.phrase_at.items() if first == behind)
    return next(owners, (start, end, head))


def _member_behind(scene: Scene, head: int, end: int) -> Mention | None:
    """Return who is named behind the name of a party that calls a member so: die Grüne | Anna Weber."""
    behind = scene.mention_at.get(head + 1)
    named = behind is not None and behind.kind == "name" and behind.start < end
    return behind if named and behind is not None and behind.entities[0].type == "Person" else None


def parts_of(scene: Scene, start: int, end: int, head: int) -> tuple[Part, ...]:
    """Return who or what a phrase refers to; none for a pronoun that nothing resolves."""
    mention = scene.mention_at.get(head)
    if mention is None or mention.kind in ("adjective", "compound"):
        mention = name_behind(scene, head, end)
    elif mention.kind == "name" and mention.entities[0].type == "Organisation" and mention.end < end:
        mention = _member_behind(scene, head, end) or mention
    elif mention.kind == "demonym":
        mention = name_behind(scene, head, end) or (None if _is_somebody(scene, head) else mention)
    if mention is not None and mention.whole is not None and mention.start == start and end < mention.end:
        return (Part(start, end, head, mention.whole),)  # Polens | Armee, one name
    if mention is not None:
        return tuple(Part(mention.start, mention.end, head, entity, mention.role) for entity in mention.entities)
    if scene.annotations.tokens[head].tag in PRONOUNS:
        return ()
    holder = holder_of(scene, head)
    if holder is not None:
        return (Part(start, end, head, holder),)
    instances = _instances(scene, head)
    if instances:
        return instances
    if is_carrier(scene.annotations.tokens[head].lemma):
        carried = _carried(scene, head)
        if carried or VAGUE.match(scene.annotations.tokens[head - 1].text):
            return carried
    people = _people_shared(scene, head) or _counted_before(scene, head)
    return people or (Part(start, _before_person(scene, end, head), head, None),)


def _people_shared(scene: Scene, head: int) -> tuple[Part, ...]:
    """Return the people of whom a share acts: zwei Drittel | der Franzosen, die Hälfte | der Mitglieder."""
    nominal = scene.nominal_at.get(head) if is_share(scene.annotations.tokens[head].lemma) else None
    owner = argument_of(scene.annotations.clauses[nominal], "possessor") if nominal is not None else None
    if owner is None or class_at(scene, owner.head) not in ("Person", "Akteur"):
        return ()
    return (Part(owner.start, owner.end, owner.head, None),)


def _counted_before(scene: Scene, head: int) -> tuple[Part, ...]:
    """Return who were counted before a bare number of them: zwölf Menschen starben, | 28 wurden verletzt."""
    noun = counted_noun(scene, head)
    tokens = scene.annotations.tokens
    return parts_of(scene, tokens[noun].start, tokens[noun].end, noun) if noun is not None else ()


def counted_noun(scene: Scene, head: int) -> int | None:
    """Return the noun that was counted before a bare number of the same, None where it is no such number."""
    annotations = scene.annotations
    number = annotations.tokens[head]
    found = overlapping(annotations.quantities, number.start, number.end) if number.tag == "CARD" else ()
    bare = next((q for q in found if q.unit and q.end == number.end), None)
    if bare is None:
        return None
    before = starting_in(annotations.quantities, max(0, bare.start - COUNTED_WITHIN), bare.start)
    counted = [q for q in before if q.unit == bare.unit and q.text.endswith(q.unit)]
    noun = first_from(annotations.tokens, counted[-1].end) - 1 if counted else None
    return noun if noun is not None and annotations.tokens[noun].tag == "NN" else None


def _before_person(scene: Scene, end: int, head: int) -> int:
    """Return where a phrase ends before a person's name that its noun does not bear: (Chef) des Landes | Max Weber."""
    behind = scene.mention_at.get(head + 1)
    person = behind is not None and behind.kind == "name" and behind.entities[0].type == "Person"
    own = class_at(scene, head) == "Person"
    return scene.annotations.tokens[head].end if person and not own else end


def _is_somebody(scene: Scene, head: int) -> bool:
    """Tell some of a people from all of it: ein Russe, hunderte Russen, der Russe, von Russen, but not die Russen."""
    tokens = scene.annotations.tokens
    if any(amount.start < tokens[head].start < amount.end for amount in scene.annotations.quantities):
        return True
    first = head - 1
    while first > 0 and tokens[first].tag == "ADJA":
        first -= 1
    if first < 0:
        return False
    noun, article = tokens[head].text, tokens[first].text.lower()
    one = (noun.endswith(("e", "in")) and article in ("der", "die")) or is_of_one(article, noun)
    listed = any(token.text in LISTING for token in (tokens[first], *tokens[head + 1 : head + 2]))
    some = tokens[first].tag == "APPR" and not listed  # von Serben, but not mit Serben und Kroaten
    return one or some or tokens[first].tag in ("CARD", "PIAT", "PIDAT") or tokens[first].lemma == "ein"


def _instances(scene: Scene, head: int) -> tuple[Part, ...]:
    """Return the names that tell who a noun in the plural means: Länder wie Polen und Ungarn."""
    tokens = scene.annotations.tokens
    as_ = head + 1
    if as_ + 1 >= len(tokens) or tokens[as_].text != "wie" or "s" in tokens[head].morph.number:
        return ()
    first = as_ + 2 if tokens[as_ + 1].lemma in EXAMPLES else as_ + 1
    return tuple(part for part in _listed(scene, first) if part.entity is not None)


def _carried(scene: Scene, head: int) -> tuple[Part, ...]:
    """Return what a noun like Bereich only carries: its genitive or what is listed behind it."""
    nominal = scene.nominal_at.get(head)
    owner = argument_of(scene.annotations.clauses[nominal], "possessor") if nominal is not None else None
    filler = fill(scene, owner) if owner is not None else None
    if filler is not None:
        return filler.parts
    tokens = scene.annotations.tokens
    first = head + 2 if head + 1 < len(tokens) and tokens[head + 1].lemma == "wie" else head + 1
    named = tokens[first].tag in ("NN", "NE", "ADJA") if first < len(tokens) else False
    return _listed(scene, first if named else _examples_behind(scene, head))


def _included(scene: Scene, end: int, head: int) -> Iterator[Part]:
    """Yield those who are said to be among several: empfing mehrere Minister, darunter | Weber und Haas.

    The rest of the clause may stand between, unless it tells of others of their kind: mehrere Staaten sagten Hilfe zu,
    darunter | Japan. Behind a colon all of them are listed and nothing else is said: zwei gingen: Weber und Haas.
    """
    tokens = scene.annotations.tokens
    named = class_at(scene, head) if "p" in tokens[head].morph.number else None
    if named is None:
        return
    place = _end_of_clause(scene, first_from(tokens, end), named)
    words = [token.text.lower() for token in tokens[place : place + 3]]
    opener = next((length for length, wanted in AMONG if words[:length] == wanted), 0)
    if not opener or (words[0] == ":" and not _only_named(scene, place + 1)):
        return
    for index in range(place + opener, len(tokens)):
        if tokens[index].tag in ENDS_LIST:
            return
        mention = scene.mention_at.get(index)
        if mention is not None and mention.kind == "name" and mention.start == tokens[index].start:
            ends = (entity for entity in mention.entities if class_fits(scene.vocabulary, entity.type, (named,)))
            yield from (Part(mention.start, mention.end, index, entity) for entity in ends)


def _end_of_clause(scene: Scene, first: int, kind: str) -> int:
    """Return the first comma or colon from a token on, or the noun before it that tells of several of a kind."""
    tokens = scene.annotations.tokens
    for place in range(first, min(len(tokens), first + LONGEST_CLAUSE)):
        token = tokens[place]
        several = token.tag == "NN" and "p" in token.morph.number and class_at(scene, place) == kind
        if several or token.tag in ("$,", "$."):
            return place
    return first


def _only_named(scene: Scene, first: int) -> bool:
    """Tell whether the rest of a sentence only lists: names, nouns and what belongs to them, but no verb."""
    tokens = scene.annotations.tokens
    last = first
    while last < len(tokens) and tokens[last].tag in NAMING:
        last += 1
    return last > first and tokens[last - 1].text in ENDS_SENTENCE


def _examples_behind(scene: Scene, head: int) -> int:
    """Return where examples begin in the rest of a sentence.

    In vielen Bereichen …, beispielsweise | in der Kultur; in vielen Bereichen … – von | Kultur bis Handel.
    """
    tokens = scene.annotations.tokens
    place = head + 1
    while place + 1 < len(tokens) and not tokens[place].tag.startswith("$."):
        place += 1
        named = tokens[place - 1].text == "," and tokens[place].lemma in EXAMPLES
        if named or (tokens[place - 1].text in "–-" and tokens[place].text == "von"):
            return place + 1
    return len(tokens)


def _listed(scene: Scene, first: int) -> tuple[Part, ...]:
    """Return what is listed from a token on, each perhaps with its preposition and article."""
    tokens = scene.annotations.tokens
    parts: list[Part] = []
    while True:
        while first < len(tokens) and tokens[first].tag in BEFORE_LISTED:
            first += 1
        index = first
        while index < len(tokens) and tokens[index].tag == "ADJA":
            index += 1
        if index >= len(tokens) or tokens[index].tag not in ("NN", "NE"):
            return tuple(parts)
        parts += parts_of(scene, tokens[first].start, tokens[index].end, index)
        if index + 1 >= len(tokens) or tokens[index + 1].text not in LISTING:
            return tuple(parts)
        first = index + 2


def _token_span(scene: Scene, index: int) -> tuple[int, int]:
    token = scene.annotations.tokens[index]
    return token.start, token.end
