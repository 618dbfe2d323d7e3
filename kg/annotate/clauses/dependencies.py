"""The same clauses from a dependency parse: a second way into the `Clause` type.

A parser that a user has installed finds heads and labels (TIGER's or those of Universal Dependencies). Here its
trees are cut into the frames and participants that the rules would have found; verb complexes, negation and what
clauses lend one another are read as always.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.annotate.agreement import ANY, case_mask
from kg.annotate.clauses.draft import Draft, Participant
from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.parses import Parse
from kg.annotate.clauses.phrase import Phrase
from kg.annotate.clauses.tagged import AUXILIARY, DETERMINERS, FINITE, PREPOSITIONS, WH, Tagged
from kg.annotate.clauses.verbs import predicate

__all__ = ["parsed_drafts"]

_CASES: Final = {"subject": "n", "object": "a", "dative": "d", "genitive": "g", "predicate": "n"}
# What hangs below a noun without being part of its phrase.
_OUTSIDE: Final = frozenset({"clause", "conjunct", "case", *_CASES})
_AGENTS: Final = ("von", "durch")
_OPENERS: Final = frozenset({"KOUS", "KOUI"})
_RELATIVES: Final = frozenset({"PRELS", "PRELAT"})


def parsed_drafts(words: Tagged, parse: Parse, first: int, last: int) -> list[Draft]:
    """Return the clauses of the sentence `first:last` with their participants, in text order."""
    groups = _verb_groups(words, parse, first, last)
    owner = {index: _owner(parse, groups, index) for index in range(first, last)}
    drafts: dict[int, Draft] = {}
    for top in sorted(set(groups.values())):
        members = [index for index, group in groups.items() if group == top]
        frame = _frame(words, parse, top, members, [index for index in owner if owner[index] == top])
        verb = predicate(words, frame) if frame.indices else None
        if verb is not None:
            drafts[top] = Draft(frame, verb)
    for top, draft in drafts.items():
        _link(parse, owner, drafts, top, draft)
    for top, draft in drafts.items():
        _add_participants(words, parse, groups, drafts, top, draft)
    return sorted(drafts.values(), key=lambda draft: draft.frame.first)


def _verb_groups(words: Tagged, parse: Parse, first: int, last: int) -> dict[int, int]:
    """Return for every verb, and every noun or adjective with a copula, the topmost word of its verb complex."""
    joined = {
        index: parse.heads[index]
        for index in range(first, last)
        if parse.functions[index] == "verb" and _is_one_complex(words, parse, index)
    }
    members = {index for index in range(first, last) if words.tags[index].startswith("V")} | set(joined.values())
    groups = {}
    for index in members:
        top = index
        while top in joined:
            top = joined[top]
        groups[index] = top
    return groups


def _is_one_complex(words: Tagged, parse: Parse, index: int) -> bool:
    """Tell whether a verb joins its head: an auxiliary below it, or a bare infinitive or participle below one."""
    if words.tags[index][:2] in ("VA", "VM") and words.tags[parse.heads[index]] not in AUXILIARY:
        return True
    with_zu = words.tags[index] == "VVIZU" or any(words.tags[child] == "PTKZU" for child in parse.children[index])
    embedded = with_zu or words.tags[index] in FINITE or words.lemma(parse.heads[index]) in ("lassen", "scheinen")
    return words.tags[parse.heads[index]].startswith(("VA", "VM")) and not embedded


def _owner(parse: Parse, groups: dict[int, int], index: int) -> int | None:
    """Return the verb complex whose clause the token belongs to: the nearest above it."""
    while index not in groups:
        if parse.heads[index] == index:
            return None
        index = parse.heads[index]
    return groups[index]


def _frame(words: Tagged, parse: Parse, top: int, members: list[int], own: list[int]) -> Frame:
    indices = [index for index in own if not words.tags[index].startswith("$")]
    finite = next((index for index in members if words.tags[index] in FINITE), None)
    # A predicate noun of Universal Dependencies heads its clause, yet is no verb.
    opener = next((index for index in indices if words.tags[index] in _OPENERS | _RELATIVES | WH), None)
    if opener is not None and words.tags[opener] in _RELATIVES:
        kind = "relative"
    elif finite is None:
        kind = "infinitive"
    else:
        late = opener is not None and not any(index > finite for index in indices if words.tags[index] == "PTKVZ")
        kind = "subordinate" if late and parse.functions[top] != "" else "main"
    return Frame(kind, indices, opener=opener if kind != "main" else None, finite=finite)


def _link(parse: Parse, owner: dict[int, int | None], drafts: dict[int, Draft], top: int, draft: Draft) -> None:
    """Set parent, and the clause that a coordinated one follows."""
    above = parse.heads[top]
    around = owner.get(above) if above != top else None
    if around is None or around not in drafts:
        return
    other = drafts[around]
    if parse.functions[top] == "conjunct":
        draft.frame.leader, draft.frame.parent, draft.parent = other.frame, other.frame.parent, other.parent
        draft.frame.kind = other.frame.kind
    else:
        draft.frame.parent, draft.parent = other.frame, other


def _add_participants(
    words: Tagged, parse: Parse, groups: dict[int, int], drafts: dict[int, Draft], top: int, draft: Draft
) -> None:
    for member in sorted(index for index, group in groups.items() if group == top):
        for child in parse.children[member]:
            if groups.get(child, -1) != top:
                _add_child(words, parse, groups, drafts, draft, child)
    if not words.tags[top].startswith("V"):
        phrase = _phrase(words, parse, groups, top, "n")
        draft.participants.append(Participant("predicate", phrase))
        draft.phrases.append(phrase)
    for participant in draft.participants:
        if participant.phrase is not None and words.tags[participant.phrase.head] == "PRELS":
            participant.antecedent = parse.heads[top]
    draft.participants.sort(key=_place)
    draft.phrases.sort(key=lambda phrase: phrase.first)


def _place(participant: Participant) -> int:
    return participant.phrase.first if participant.phrase is not None else -1


def _add_child(
    words: Tagged, parse: Parse, groups: dict[int, int], drafts: dict[int, Draft], draft: Draft, child: int
) -> None:
    """Add what hangs below a verb: a clause, a phrase in a case, or a prepositional phrase."""
    function = parse.functions[child]
    if groups.get(child) in drafts:
        role = {"subject": "subject", "verb": "object", "clause": "object"}.get(function)
        content = drafts[groups[child]]
        named = content.frame.opener is None or words.lows[content.frame.opener] in ("dass", "daß", "ob")
        if role is not None and named and draft.participant(role) is None:
            draft.participants.append(Participant(role, clause=content))
        return
    preposition = _preposition(words, parse, child)
    if preposition is not None and function in ("oblique", "object", "dative", "predicate", "attribute", "kernel"):
        lemma = words.lemma(preposition).lower()
        agent = draft.verb.voice == "passive" and lemma in _AGENTS
        phrase = _prepositional(words, parse, groups, child, preposition)
        draft.participants.append(Participant("agent" if agent else "oblique", phrase, preposition=lemma))
    elif function in _CASES:
        phrase = _phrase(words, parse, groups, child, _CASES[function])
        draft.participants.append(Participant(function, phrase))
    elif function == "oblique" and words.tags[child] in ("NN", "NE"):
        phrase = _phrase(words, parse, groups, child, "a")
        draft.participants.append(Participant("adverbial", phrase))
    else:
        return
    draft.phrases.extend([phrase, *phrase.attributes])


def _preposition(words: Tagged, parse: Parse, index: int) -> int | None:
    """Return the preposition of a phrase: the word itself (TIGER) or one below it (Universal Dependencies)."""
    if words.tags[index] in PREPOSITIONS:
        return index
    return next((child for child in parse.children[index] if words.tags[child] in PREPOSITIONS), None)


def _prepositional(words: Tagged, parse: Parse, groups: dict[int, int], index: int, preposition: int) -> Phrase:
    kernels = (child for child in parse.children[index] if parse.functions[child] == "kernel")
    head = next(kernels, index) if preposition == index else index
    phrase = _phrase(words, parse, groups, head, "")
    phrase.preposition = preposition
    phrase.first = max(phrase.first, preposition + 1) if head > preposition else phrase.first
    return phrase


def _phrase(words: Tagged, parse: Parse, groups: dict[int, int], head: int, case: str) -> Phrase:
    """Return the noun phrase below a head word, with its coordinated parts, possessors and prepositional attributes."""
    own = sorted(_below(words, parse, groups, head))
    determiner = next((child for child in parse.children[head] if words.tags[child] in DETERMINERS), None)
    mask = case_mask(case) if case else ANY
    phrase = Phrase(own[0], own[-1] + 1, head, mask, definite=determiner is not None, determiner=determiner)
    for child in parse.children[head]:
        preposition = _preposition(words, parse, child)
        if parse.functions[child] == "possessor" and preposition is None:
            phrase.genitives.append(_phrase(words, parse, groups, child, "g"))
        elif parse.functions[child] == "attribute" and preposition is not None:
            phrase.attributes.append(_prepositional(words, parse, groups, child, preposition))
    parts = [_phrase(words, parse, groups, part, case) for part in _conjuncts(parse, head)]
    if parts:
        alone = Phrase(phrase.first, phrase.last, head, mask, determiner=determiner, genitives=phrase.genitives)
        phrase.conjuncts = [alone, *parts]
        phrase.last = max(part.last for part in phrase.conjuncts)
    return phrase


def _conjuncts(parse: Parse, head: int) -> list[int]:
    """Return the heads coordinated to a head: below it, or below the conjunction below it, and on from there."""
    found = []
    for child in parse.children[head]:
        below = [child] if parse.functions[child] == "conjunct" else parse.children[child]
        for part in below:
            if parse.functions[part] == "conjunct":
                found.extend([part, *_conjuncts(parse, part)])
    return found


def _below(words: Tagged, parse: Parse, groups: dict[int, int], head: int) -> Iterator[int]:
    """Yield a head and what belongs to its phrase: no clause, no conjunct, no punctuation, no preposition."""
    yield head
    for child in parse.children[head]:
        linking = any(parse.functions[part] == "conjunct" for part in parse.children[child])
        apart = child in groups or linking or parse.functions[child] in _OUTSIDE
        if not apart and not words.tags[child].startswith("$"):
            yield from _below(words, parse, groups, child)
