"""Capitals and seats of government that act for their state: Moskau fordert, Beziehungen zu Astana."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.annotate.clauses.government import acting_verbs, governing_verbs
from kg.annotate.lexicon import rows, word_list
from kg.annotate.names.found import mentions_by_token
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.noun_classes import tails
from kg.model.entity import Entity
from kg.model.reading import Clause, Mention, Token

__all__ = ["resolve_metonyms"]

# Prepositions that make an addressee or opponent of a town, never a place to be in
_TOWARDS = {"gegenüber", "seitens", "gegen", "laut"}
_RELATING = {"mit", "zu", "an", "für", "von", "aus"}
_PRESSURE = frozenset({"Druck", "Einfluss", "Rücksicht"})  # auf Moskau
_CITY_STATES = ("DE", "AT")  # whose capitals are states of a federation, with governments of their own
_ACTED = ("subject", "agent", "dative", "object")
_QUOTES = frozenset("\"“”«»‘'")
_MAKING_ACTORS = {
    "machen": {"verantwortlich", "mitverantwortlich", "haftbar"},
    "geben": {"schuld", "mitschuld", "verantwortung"},
}


def resolve_metonyms(
    tokens: Sequence[Token], mentions: Sequence[Mention], clauses: Sequence[Clause], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Return the mentions with every capital or seat that acts turned into its state, kind "metonym".

    A capital acts as subject or object of a verb of saying or governing, as target or partner behind "gegenüber",
    "gegen" or a noun of relation, and between two actors. Otherwise it stays a place.
    """
    at = mentions_by_token(tokens, mentions)
    acting, governing = _acting_tokens(tokens, clauses)
    settled = {gazetteer.state(code) for code in _CITY_STATES}
    bodies = _seated(mentions, gazetteer)
    changed = list(mentions)
    for index in sorted(at):
        number = at[index]
        mention = mentions[number]
        beside = _names_rival(tokens, index, at, mentions, gazetteer)
        state = _state(mention, {} if beside else bodies, gazetteer)
        begins = state is not None and at.get(index - 1) != number
        heads = acting if state in settled else acting | governing
        if state is not None and begins and _acts(tokens, index, at, mentions, heads, gazetteer):
            changed[number] = replace(mention, entities=(state,), kind="metonym")
    there = (_people_there(tokens, clause, at, mentions, bodies, gazetteer) for clause in clauses)
    changed += [mention for mention in there if mention is not None]
    return tuple(sorted(changed, key=lambda mention: mention.start))


def _people_there(
    tokens: Sequence[Token],
    clause: Clause,
    at: Mapping[int, int],
    mentions: Sequence[Mention],
    bodies: Mapping[str, Entity],
    gazetteer: Gazetteer,
) -> Mention | None:
    """Return "man" as whoever governs or works where the clause says: in Moskau fürchtet man, im Kreml will man …."""
    subject = next((a.head for a in clause.arguments if a.role == "subject" and not a.shared), None)
    acts = clause.lemma in governing_verbs() or "wollen" in (clause.modal, clause.lemma)
    if subject is None or tokens[subject].text.lower() != "man" or not acts:
        return None
    within = (mentions[at[a.head]] for a in clause.arguments if a.preposition in ("in", "bei") and a.head in at)
    acting = (
        _state(m, bodies, gazetteer) or (m.entities[0] if m.entities[0].type == "Organisation" else None)
        for m in within
    )
    entity = next((entity for entity in acting if entity is not None), None)
    return Mention(tokens[subject].start, tokens[subject].end, (entity,), "pronoun") if entity is not None else None


def _names_rival(
    tokens: Sequence[Token], index: int, at: Mapping[int, int], mentions: Sequence[Mention], gazetteer: Gazetteer
) -> bool:
    """Tell whether the sentence names the state of a town that mostly acts for a body: Belgien …, zu Brüssel."""
    town = mentions[at[index]].entities[0].label
    codes = [row["unless"] for row in rows("body_seats.csv") if row["place"] == town and row["unless"]]
    if not codes:
        return False
    first = next((place + 1 for place in range(index, -1, -1) if tokens[place].tag == "$."), 0)
    last = next((place for place in range(index, len(tokens)) if tokens[place].tag == "$."), len(tokens))
    named = (entity for place in range(first, last) if place in at for entity in mentions[at[place]].entities)
    return gazetteer.state(codes[0]) in named


def _state(mention: Mention, bodies: Mapping[str, Entity], gazetteer: Gazetteer) -> Entity | None:
    if mention.kind != "name":
        return None
    return bodies.get(mention.entities[0].label) or gazetteer.acts_for.get(mention.entities[0].id)


def _seated(mentions: Sequence[Mention], gazetteer: Gazetteer) -> dict[str, Entity]:
    """Return the bodies that act in this text through the towns of `body_seats.csv`, by the label of the town."""
    counts = Counter(entity for mention in mentions for entity in mention.entities)
    found: dict[str, Entity] = {}
    for row in rows("body_seats.csv"):
        body = gazetteer.names[row["body"]]
        rival = counts[gazetteer.state(row["unless"])] if row["unless"] else 0
        if rival <= counts[body] and (counts[body] or not row["named"]):
            found[row["place"]] = body
    return found


def _acting_tokens(tokens: Sequence[Token], clauses: Sequence[Clause]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the heads of subjects, agents, objects and addressees of verbs that make an actor of them.

    The second are the subjects of what a town does not do itself: Peking zeigte seine Macht.
    """
    heads: set[int] = set()
    governing: set[int] = set()
    for clause in clauses:
        if clause.kind == "nominal":
            heads.update(_sides(clause) if clause.lemma in word_list("relation_nouns.txt") else ())
            continue
        beside = word_list("mind_adjectives.txt") if clause.lemma == "sein" else _MAKING_ACTORS.get(clause.lemma)
        acts = beside is not None and any(tokens[index].text.lower() in beside for index in clause.tokens)
        acts |= clause.lemma in acting_verbs() or "wollen" in (clause.modal, clause.lemma)
        becomes = (tokens[a.head].lemma for a in clause.arguments if a.role == "predicate")
        acts |= clause.lemma in word_list("copulas.txt") and not word_list("state_role_nouns.txt").isdisjoint(becomes)
        governs = acts or (clause.lemma in governing_verbs() and clause.voice == "active")
        does = (
            clause.voice == "active" and clause.lemma not in word_list("town_verbs.txt") and clause.kind != "participle"
        )
        for argument in clause.arguments:
            if does and argument.role == "subject":
                governing.update(head for _, _, head in argument.conjuncts or ((0, 0, argument.head),))
            dealing = _dealing_verbs().get(argument.preposition or "", ())
            dealt_with = argument.role == "oblique" and clause.lemma in dealing
            dealt_with = dealt_with and (argument.preposition != "aus" or _is_said(tokens, clause))
            governing_one = argument.role == "subject" or argument.preposition == "wie"
            if dealt_with or (acts and argument.role in _ACTED) or (governs and governing_one):
                heads.update(head for _, _, head in argument.conjuncts or ((0, 0, argument.head),))
    return frozenset(heads), frozenset(governing)


def _is_said(tokens: Sequence[Token], clause: Clause) -> bool:
    """Tell what is heard from somebody, not who comes from there: Aus Kiew | kam Kritik, hieß es."""
    subject = next((a.head for a in clause.arguments if a.role == "subject"), None)
    if subject is None or tokens[subject].text.lower() == "es":
        return clause.lemma != "kommen"
    heard = word_list("roused_nouns.txt") | word_list("relation_nouns.txt")
    return not heard.isdisjoint(tails(tokens[subject].lemma))


def _sides(clause: Clause) -> Iterator[int]:
    """Yield the heads of the two sides between which a relation holds, wherever they stand in the sentence."""
    for argument in clause.arguments:
        if argument.preposition == "zwischen":
            yield from (head for _, _, head in argument.conjuncts)


def _acts(
    tokens: Sequence[Token],
    index: int,
    at: Mapping[int, int],
    mentions: Sequence[Mention],
    acting: frozenset[int],
    gazetteer: Gazetteer,
) -> bool:
    last = index
    while at.get(last + 1) == at[index]:
        last += 1
    start = index - 1 if index and tokens[index - 1].tag in ("ART", "APPRART") else index
    if start < index and start and tokens[start - 1].text == "," and tokens[start].tag == "ART":
        start = index  # a relative pronoun: der Weg, den | Baku blockierte
    while start and tokens[start - 1].text in _QUOTES:
        start -= 1
    if (
        start < index
        and mentions[at[index]].entities[0].gender == "n"
        and tokens[start].text.lower() in ("die", "der", "den")
    ):
        return False  # another name that begins with a town: die Bangkok Post
    before = tokens[start - 1].text if start else ""
    if _owns(tokens, index, last, mentions[at[index]]):
        return True
    if start and tokens[start - 1].tag == "NN" and index not in acting:
        return False  # die Hauptstadt Warschau, but der Vertrag, dessen Kündigung | Warschau verlangt
    if last + 1 < len(tokens) and tokens[last + 1].tag in ("NE", "FM") and at.get(last + 1) is None:
        return False  # the beginning of another name: Colombo Express
    if before == "Für":
        return True  # at the head of a sentence: Für Brüssel geht es um viel
    whom = before.lower() in _dealing_verbs()  # von Berlin zugesagt, kommt für Berlin nicht infrage
    bare = tokens[start - 1].tag not in ("APPR", "APPRART") or whom
    if before in _TOWARDS or (bare and not set(range(index, last + 1)).isdisjoint(acting)):
        return True
    if before == "auf" and start > 1 and _noun_before(tokens, start - 1) in _PRESSURE:
        return True
    if before in _RELATING and start > 1 and _noun_before(tokens, start - 1) in word_list("relation_nouns.txt"):
        return True
    return _between(tokens, index, last, at, mentions, gazetteer)


def _owns(tokens: Sequence[Token], first: int, last: int, mention: Mention) -> bool:
    """Tell whether a capital in the genitive stands beside what states have or do: Pekings Haltung, die Pläne Kiews."""
    town = mention.entities[0]
    if tokens[last].text in {word for name in (town.label, *town.aliases) for word in name.split()}:
        return False
    behind = last + 1
    while behind < len(tokens) and tokens[behind].tag == "ADJA":
        behind += 1
    nouns = [tokens[behind]] if behind < len(tokens) else []
    before = first - 3 if first > 2 and tokens[first - 1].text in ("und", "sowie") else first - 1
    nouns += [tokens[before]] if before >= 0 else []
    return any(noun.tag == "NN" and _is_of_states(noun.lemma) for noun in nouns)


def _is_of_states(noun: str) -> bool:
    return noun in word_list("relation_nouns.txt") or noun in word_list("state_nouns.txt")


def _noun_before(tokens: Sequence[Token], index: int) -> str:
    """Return the word before a preposition, over a closing quotation mark: eine „Warnung“ an Kiew."""
    while index and tokens[index - 1].text in _QUOTES:
        index -= 1
    return tokens[index - 1].text if index else ""


def _between(
    tokens: Sequence[Token],
    first: int,
    last: int,
    at: Mapping[int, int],
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
) -> bool:
    """Tell Beziehungen zwischen Moskau und Astana from the railway between the towns."""
    if first > 1 and tokens[first - 1].text == "zwischen":
        opener, other = first - 1, last + 2
    elif first > 2 and tokens[first - 1].text == "und" and first - 2 in at:
        opener, other = first - 3, first - 2
        while opener > 0 and at.get(opener) == at[first - 2]:
            opener -= 1
    else:
        return False
    if (
        tokens[opener].text != "zwischen"
        or other not in at
        or tokens[opener - 1].text not in word_list("relation_nouns.txt")
    ):
        return False
    partner = mentions[at[other]]
    return partner.entities[0].type == "Staat" or partner.entities[0].id in gazetteer.acts_for


@cache
def _dealing_verbs() -> dict[str, frozenset[str]]:
    return {row["preposition"]: frozenset(row["verbs"].split()) for row in rows("dealing_verbs.csv")}
