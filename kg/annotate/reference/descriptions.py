"""Descriptions: definite nouns that take up what was named before (das Land, die Organisation, dem Forum)."""

from __future__ import annotations

from kg.annotate.lexicon import word_list
from kg.annotate.names.institutions import part_named, state_parts
from kg.annotate.names.kinds import description_row, is_of_kind, kind_of
from kg.annotate.noun_classes import ends_in, noun_class
from kg.annotate.reference.discourse import ANYWHERE, Discourse
from kg.annotate.reference.memberships import UNION, UNION_PARTIES, called_party, own_body, own_party
from kg.annotate.reference.nations import (
    called_state,
    described_state,
    governed,
    land_of,
    name_at,
    neighbour,
    own_state,
    region_states,
)
from kg.annotate.reference.noun_phrases import (
    DEFINITE,
    adjectives_before,
    contrasts,
    determiner_before,
    says_which,
    sits_elsewhere,
)
from kg.annotate.reference.scene import Scene
from kg.annotate.words.tagger import readings
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["describe"]

# Adjectives that change nothing about what is meant
_EMPTY_ADJECTIVES = frozenset(["genannt", "besagt", "entsprechend", "gesamt", "ganz"])
_GOVERNMENTS = frozenset({"Regierung", "Führung", "Machthaber"})
_POSSESSIVES = ("PPOSAT", "PRELAT")
# Words that end names of one kind and alone mean something else: the Bund is Germany's state.
_FEDERAL = "Bundes"
_OWN_SENSE = frozenset({"Bund", "Gruppe", "Front"})
_COURT, _COMPANY = "Gericht", "Unternehmen"
_PARTS = ("subject", "object", "dative", "agent")
_PARTY = "Partei"
_ANY_BODY = "Organisation"
_BRANCHES = ("Tech", "Biotech", "Online", "Dax", "Ex")
_LONG_AGO = 120  # tokens in which a state acts whose body a noun may then mean
_NEAR = 3  # sentences: of several bodies of a kind the one of late is meant


def describe(scene: Scene, discourse: Discourse, index: int, resolved: dict[int, Mention]) -> Mention | None:
    """Return what a definite noun takes up: das Land, das zentralasiatische Land, seines Landes, die Regierung X.

    `resolved` holds the references found so far by their head token.
    """
    tokens = scene.tokens
    if index in scene.at and not _of_named_sort(scene, index):
        return None
    if tokens[index].text in _GOVERNMENTS and (state := governed(scene, discourse, index, resolved)) is not None:
        return Mention(tokens[index].start, tokens[index].end, (state,), "metonym")
    row = description_row(tokens[index].text)
    entity = called_state(scene, discourse, index) or called_party(scene, discourse, index)
    if entity is None and (row is None or _is_own_name(tokens[index].lemma, row)):
        entity = _repeated(scene, discourse, index, resolved) or _introduced(scene, discourse, index)
    elif entity is None and row is not None and (determiner := determiner_before(scene, index)) is not None:
        entity = _taken_up(scene, discourse, index, determiner, row, resolved)
    if entity is None or sits_elsewhere(scene, index, entity) or _does_to_it(scene, index, entity):
        return None
    entity = _of_other_state(scene, index, entity) or entity
    adjectives = adjectives_before(scene, index)
    first = min(adjectives, default=index)
    named = (name for place in adjectives if (name := name_at(scene, place)) is not None)
    region = next((name for name in named if entity.type in ("Staat", "Ort") and name != entity), None)
    return Mention(tokens[first].start, tokens[index].end, (entity,), "description", whole=region)


def _of_named_sort(scene: Scene, index: int) -> bool:
    """Tell a noun of `descriptions.csv` that a name begins: das EU-Land, das Nato-Mitglied, der US-Konzern."""
    row = description_row(scene.tokens[index].text)
    begun = scene.mentions[scene.at[index]]
    if row is None or begun.kind not in ("compound", "metonym"):
        return False
    foreign = _COMPANY in row["kinds"].split("|") and begun.entities[0].type == "Staat"
    return foreign or "-" in row["noun"]


def _does_to_it(scene: Scene, index: int, body: Entity) -> bool:
    """Tell whether a body has another part in the noun's clause: der Airline X erteilt die Behörde ein Verbot."""
    number = scene.clause_of.get(index)
    told = scene.clauses[number].arguments if number is not None and body.type == "Organisation" else ()
    parts = [part for part in told if part.role in _PARTS and part.clause is None]
    others = [part for part in parts if part.head != index]
    named = [mention for mention in scene.mentions if body in mention.entities] if len(others) < len(parts) else []
    return any(part.start <= mention.start < part.end for part in others for mention in named)


def _of_other_state(scene: Scene, index: int, body: Entity) -> Entity | None:
    """Return the same part of the state that has acted since the body was named: Rom protestierte. Das Außenamt …."""
    row = state_parts().get(scene.tokens[index].text)
    whole = next((m.whole for m in scene.mentions if m.whole is not None and body in m.entities), None)
    if row is None or whole is None or whole.type != "Staat":
        return None
    for place in range(index - 1, max(-1, index - _LONG_AGO), -1):
        number = scene.at.get(place)
        named = scene.mentions[number].entities if number is not None else ()
        if body in named:
            return None
        if place in scene.subjects and len(named) == 1 and named[0].type == "Staat":
            return part_named(row, named[0], scene.gazetteer) if named[0] != whole else None
    return None


def _is_own_name(noun: str, row: dict[str, str]) -> bool:
    """Tell a compound that is what one party is called, not what others are, too: die Volkspartei, die DEM-Partei."""
    return row["noun"] == _PARTY and noun != _PARTY


def _taken_up(
    scene: Scene, discourse: Discourse, index: int, determiner: int, row: dict[str, str], resolved: dict[int, Mention]
) -> Entity | None:
    """Return what a noun of `descriptions.csv` with its determiner means."""
    word = scene.tokens[determiner]
    if word.text.lower() == "die" and row["gender"] in ("m", "n"):
        return None  # several: die Zulieferer
    if row["match"] == "neighbour":
        return neighbour(scene, discourse, determiner, resolved)
    if word.tag in _POSSESSIVES:
        owner = resolved.get(determiner)
        if row["noun"] == "Land":
            return land_of(scene, discourse, index, owner)
        if row["noun"] == _PARTY:
            return own_party(scene, discourse, index, owner, resolved)
        return own_body(discourse, owner, scene.tokens[index].lemma, row)
    if row["noun"] == "Land" and any(scene.tokens[at].lemma == "eigen" for at in adjectives_before(scene, index)):
        subject = scene.subject_of(index)
        head = subject.head if subject is not None else index
        return own_state(discourse, resolved.get(head) or scene.mention_at(head))
    if word.text.lower() not in DEFINITE:
        return None
    found = _described(scene, discourse, index, row)
    return None if found is not None and _of_another_name(scene.tokens[index].lemma, found) else found


def _of_another_name(noun: str, found: Entity) -> bool:
    """Tell a compound that says a name which is not that of what it could take up: der Linux-Verband is no Siemens."""
    name, hyphen, _ = noun.rpartition("-")
    return (
        found.type != "Staat"
        and bool(hyphen)
        and not name.isupper()
        and readings(name)[0].tag in ("NE", "FM")
        and name not in _BRANCHES
        and name not in found.label
    )


def _described(scene: Scene, discourse: Discourse, index: int, row: dict[str, str]) -> Entity | None:
    """Return what a noun with a definite article means; an adjective must not tell it from others."""
    if row["type"] == "Staat":
        return described_state(scene, discourse, index, row["noun"])
    if says_which(scene, index):
        return None
    sentence = scene.sentence_of[index]
    adjectives = adjectives_before(scene, index)
    if row["type"] != "Organisation" and not all(_is_empty(scene, place) for place in adjectives):
        return None
    if row["match"] == "region":
        return _only_region(scene, discourse, sentence)
    if any(contrasts(scene.tokens[place]) for place in adjectives) and not _extended(scene, index):
        return None
    if row["match"]:
        return _by_name(discourse, sentence, row, scene.tokens[index].lemma)
    noun = scene.tokens[index].lemma
    if row["kinds"] == _COURT and noun != row["noun"]:  # its name tells a court: kein Kassationsgericht in Den Haag
        near = discourse.recent(sentence, (row["type"],), reach=ANYWHERE)
        courts = [e for e in near if noun.lower() in e.label.lower()]
        return courts[0] if len(courts) == 1 else None
    return _called_so(scene, discourse, index) or _of_kind(scene, discourse, index, row)


def _of_kind(scene: Scene, discourse: Discourse, index: int, row: dict[str, str]) -> Entity | None:
    """Return the most prominent of those that a noun may mean by their kind, else the only one of late."""
    sentence, token = scene.sentence_of[index], scene.tokens[index]
    placed = any(name_at(scene, place) for place in adjectives_before(scene, index))
    if _introduced_another(scene, index):
        return None

    def may_be(entity: Entity) -> bool:
        if token.lemma.startswith(_FEDERAL) and not entity.label.startswith(_FEDERAL):
            return False  # die Bundeswettbewerbsbehörde is no Europäische Kommission
        fits = is_of_kind(entity, row) and not _is_group(entity) and not _is_other_part(entity, token.text)
        return fits and not _is_called_otherwise(scene, entity, row)

    found = discourse.best(sentence, may_be, reach=1) if not placed else None
    if found is not None or not row["kinds"]:
        return found
    kinds = row["kinds"].split("|")
    for reach in (*range(2, _NEAR + 1), ANYWHERE):
        near = discourse.recent(sentence, (row["type"],), reach=reach)
        only = [e for e in near if kind_of(e) in kinds and may_be(e)]
        if placed and not only and reach <= _NEAR:
            only = [e for e in near if may_be(e) and scene.called.get(e, {token.lemma}) == {token.lemma}]
        if only:
            return only[0] if len(only) == 1 else discourse.best(sentence, only.__contains__, reach=min(reach, _NEAR))
    return None


def _is_called_otherwise(scene: Scene, entity: Entity, row: dict[str, str]) -> bool:
    """Tell a body that the text calls by a noun for another kind: die Gewerkschaft X is no Konzern, if any body."""
    if row["noun"] == _ANY_BODY:
        return False
    rows = [called for noun in scene.called.get(entity, ()) if (called := description_row(noun)) is not None]
    kinds = [set(called["kinds"].split("|")) for called in rows if called["kinds"]]
    return bool(row["kinds"]) and bool(kinds) and all(own.isdisjoint(row["kinds"].split("|")) for own in kinds)


def _introduced_another(scene: Scene, index: int) -> bool:
    """Tell whether a longer noun stands before a body that nothing knows: der Gasversorger X … der Versorger."""
    noun = scene.tokens[index].lemma
    if noun in word_list("company_nouns.txt") or noun_class(noun) != "Organisation":
        return False
    for place in range(max(0, index - _LONG_AGO), index - 1):
        token, behind = scene.tokens[place], scene.tokens[place + 1]
        named = token.tag == "NN" and behind.tag == "NE" and place + 1 not in scene.at and place not in scene.at
        if named and _repeats(noun, token.lemma):
            return True
    return False


def _introduced(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the body that a noun with a definite article has introduced: der Versicherer X … der Versicherer."""
    determiner = determiner_before(scene, index)
    if determiner is None or scene.tokens[determiner].text.lower() not in DEFINITE or says_which(scene, index):
        return None
    contrasting = any(contrasts(scene.tokens[place]) for place in adjectives_before(scene, index))
    morph, article = scene.tokens[index].morph, scene.tokens[determiner].text.lower()
    one = morph.number == "s" if article == "die" and morph.gender == "f" else "s" in morph.number and article != "die"
    return _called_so(scene, discourse, index) if one and not contrasting else None


def _called_so(scene: Scene, discourse: Discourse, index: int) -> Entity | None:
    """Return the only body that the text has introduced by a noun: der Verein Nordlicht … der Verein."""
    noun = scene.tokens[index].lemma
    named = discourse.recent(scene.sentence_of[index], ("Organisation",), reach=ANYWHERE)
    called = [e for e in named if any(_repeats(noun, word) for word in scene.called.get(e, ()))]
    if len(called) != 1:
        return None
    last = discourse.recent(scene.sentence_of[index], ("Organisation",), reach=1)
    if any(ends_in(e.label, noun) for e in named if e != called[0]):
        return None  # die Commerzbank und die Großbank X: the Bank is whom the text speaks of
    others = [e for e in named if e != called[0] and kind_of(e) and kind_of(e) == kind_of(called[0])]
    return None if called[0] not in last and any(e in last for e in others) else called[0]


def _repeats(noun: str, longer: str) -> bool:
    """Tell a noun that goes on with one which introduced a name: der Versorger is the Gasversorger."""
    return noun == longer or (noun not in word_list("company_nouns.txt") and ends_in(longer, noun))


def _is_other_part(entity: Entity, noun: str) -> bool:
    """Tell the part of a state that says so itself from another one: the Staatsanwaltschaft is no Geheimdienst."""
    own, named = entity.label.split()[-1], state_parts().get(noun)
    return entity.label[0].islower() and named is not None and own in state_parts() and own != named["noun"]


def _extended(scene: Scene, index: int) -> bool:
    """Tell an attribute with what belongs to it: die | mit dem Iran verbündete | Miliz."""
    determiner, adjectives = determiner_before(scene, index), adjectives_before(scene, index)
    return determiner is not None and bool(adjectives) and determiner < adjectives[0] - 1


def _is_empty(scene: Scene, index: int) -> bool:
    return scene.tokens[index].text.lower().rstrip("n").removesuffix("e") in _EMPTY_ADJECTIVES


def _by_name(discourse: Discourse, sentence: int, row: dict[str, str], noun: str) -> Entity | None:
    """Return what repeats a noun in its name; "Sitzung" says less: it means the one event that it can mean.

    A compound says more, and a body's name has to say it, too: das Innenministerium is no Außenministerium.
    """
    nouns = row["match"].lower().split("|")
    if row["type"] == "Organisation" and noun.lower() != row["noun"].lower() and row["noun"].lower() in nouns:
        nouns = [noun.lower()]
    named = discourse.recent(sentence, (row["type"],), reach=ANYWHERE)
    fitting = [entity for entity in named if any(part in entity.label.lower() for part in nouns)]
    return fitting[0] if len(fitting) == 1 or (fitting and row["noun"].lower() in nouns) else None


def _repeated(scene: Scene, discourse: Discourse, index: int, resolved: dict[int, Mention]) -> Entity | None:
    """Return the only body of the text whose name ends or begins with a noun: die Kommission, der Ausschuss."""
    token = scene.tokens[index]
    if noun_class(token.lemma) != "Organisation" or "s" not in token.morph.number:
        return None
    determiner = determiner_before(scene, index)
    if determiner is not None and scene.tokens[determiner].tag in _POSSESSIVES:
        return own_body(discourse, resolved.get(determiner), token.lemma, None)
    if determiner is None or scene.tokens[determiner].text.lower() not in DEFINITE or adjectives_before(scene, index):
        return None
    if token.lemma in _OWN_SENSE or says_which(scene, index):
        return None
    named = discourse.recent(scene.sentence_of[index], ("Organisation",), reach=ANYWHERE)
    if token.lemma == UNION and not UNION_PARTIES.isdisjoint(entity.label for entity in named):
        return None
    fitting = [e for e in named if any(ends_in(word, token.lemma) for word in e.label.split()) and not _is_group(e)]
    return fitting[0] if len(fitting) == 1 else None


def _only_region(scene: Scene, discourse: Discourse, sentence: int) -> Entity | None:
    """Return the region that was most prominent of late, else the only region of states of the text so far."""
    place = discourse.best(sentence, lambda e: _region_of(scene, e) is not None)
    if place is not None:
        return _region_of(scene, place)
    named = discourse.recent(sentence, ("Ort", "Staat"), reach=ANYWHERE)
    regions = {region for entity in named if (region := _region_of(scene, entity)) and region.label in region_states()}
    return regions.pop() if len(regions) == 1 else None


def _is_group(entity: Entity) -> bool:
    """Tell a plural that no table knows (deutsche Behörden): no single noun takes it up."""
    return entity.provisional and entity.gender == "p"


def _region_of(scene: Scene, entity: Entity) -> Entity | None:
    """Return a region itself, or the region that a group of its states is named by (zentralasiatische Länder)."""
    if _is_group(entity):
        named = scene.gazetteer.adjectives.get(entity.label.split()[0].removesuffix("e"))
        return named if named is not None and named.type == "Ort" else None
    return entity if entity.type == "Ort" and entity.id in scene.gazetteer.stems else None
