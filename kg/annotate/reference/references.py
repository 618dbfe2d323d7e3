"""References to people by office, people or apposition: Kasachstans Präsident, sein Amtskollege, der Portugiese."""

from __future__ import annotations

from collections import Counter

from kg.annotate.articles import DEFINITE_ARTICLES, is_of_one
from kg.annotate.names.home import has_parts
from kg.annotate.names.kinds import kind_of
from kg.annotate.names.office_text import OfficePhrase
from kg.annotate.reference.discourse import ANYWHERE, Discourse, agrees
from kg.annotate.reference.home_bodies import is_federal, unnamed_holder
from kg.annotate.reference.just_named import just_named
from kg.annotate.reference.memberships import of_party, parties_beside
from kg.annotate.reference.noun_phrases import is_completed
from kg.annotate.reference.people import epithet, winner
from kg.annotate.reference.scene import Scene
from kg.annotate.reference.subjects import names_nobody_before
from kg.annotate.reference.successions import may_be_succeeded
from kg.model.entity import Entity
from kg.model.reading import Mention

__all__ = ["apposed", "countryman", "office_holder", "partisan"]

_LEADING = ("head-of-state", "head-of-government")
_CHANCELLOR = ("Kanzler", "kanzler")
_FRACTION = "fraktion"
_OFTEN, _SHARE = 4, 2  # who is named four times, and twice as often as anybody else, is whom the text is about
_REACH = 3  # sentences in which somebody may be called by a people whose office he or she holds
_FAR = 6  # sentences: further back nobody is called a mere politician
_PARTY = "Partei"
_COMPLEMENTS = frozenset({"von", "vom", "für", "der", "des", "aus", "bei", "beim"})
_NO_PERSONS = frozenset({"Vorsitz", "Vorstand"})  # offices that name no holder


def office_holder(scene: Scene, discourse: Discourse, phrase: OfficePhrase) -> Mention | None:
    """Return who is meant by an office phrase without a name: Kasachstans Präsident, sein russischer Amtskollege."""
    tokens = scene.tokens
    determiner = "" if phrase.determiner is None else tokens[phrase.determiner].text.lower()
    if phrase.standing == "future" and phrase.rank in _LEADING and determiner in DEFINITE_ARTICLES:
        return _elected(scene, phrase)
    if phrase.standing == "former" and determiner in DEFINITE_ARTICLES:
        return _former(scene, discourse, phrase)
    if phrase.standing in ("former", "future") or not _refers(scene, phrase, determiner):
        return None
    sentence = scene.sentence_of[phrase.head]
    person, title = (
        _colleague(discourse, phrase, sentence)
        if phrase.word is None
        else (_holder(scene, discourse, phrase, sentence, determiner), phrase.title)
    )
    if person is not None and phrase.of is None and may_be_succeeded(scene, person, phrase.head):
        return None
    if person is None or (phrase.word is not None and _is_of_other_gender(phrase.word.gender, person, determiner)):
        return None
    return Mention(tokens[phrase.first].start, tokens[phrase.last - 1].end, (person,), "role", title)


def _refers(scene: Scene, phrase: OfficePhrase, determiner: str) -> bool:
    """Tell a phrase for one definite person from what is said of somebody, from many and from part of another name."""
    tokens, word = scene.tokens, phrase.word
    if determiner.startswith(("ein", "kein")) or determiner == "zum":
        return False
    before = phrase.first - 1 if phrase.determiner is None else phrase.determiner - 1
    if before >= 0 and tokens[before].text == "als":
        return False  # gilt als der eigentliche Machthaber
    if not determiner and (phrase.of is None or phrase.first == phrase.head or phrase.first not in scene.at):
        return False  # wurde neue Präsidentin der Union
    if word is not None and (word.scope == "address" or word.normal in _NO_PERSONS):
        return False
    if word is not None and (word.plural or (determiner == "die" and word.gender == "m")):
        return False
    if determiner == "der" and _owns_of_many(scene, phrase):
        return False
    if phrase.of is not None or phrase.last >= len(tokens):
        return True
    # the head of something else: der Sprecher der Feuerwehr
    return tokens[phrase.last].tag != "NE" and not is_completed(scene, phrase.last - 1)


def _is_of_other_gender(gender: str, person: Entity, determiner: str) -> bool:
    """Tell a title that shows another gender than the person's: der Präsident is no woman."""
    return (gender == "f" and person.gender == "m") or (gender == "m" and person.gender == "f" and determiner == "der")


def _owns_of_many(scene: Scene, phrase: OfficePhrase) -> bool:
    """Tell the plural's genitive, for one man's is "des": ein Treffen | der Außenminister."""
    before = (phrase.determiner or 0) - 1
    many = phrase.word is not None and phrase.word.gender == "m" and phrase.head not in scene.subjects
    return many and before >= 0 and scene.tokens[before].tag == "NN"


def _elected(scene: Scene, phrase: OfficePhrase) -> Mention | None:
    """Return who has won the election: Salo gewann die Wahl. Der künftige Präsident …."""
    person = winner(scene, phrase.head)
    start, end = scene.tokens[phrase.first].start, scene.tokens[phrase.last - 1].end
    return Mention(start, end, (person,), "description") if person is not None else None


def _former(scene: Scene, discourse: Discourse, phrase: OfficePhrase) -> Mention | None:
    """Return the only one just spoken of whom a phrase calls by what he or she was: die frühere Ministerin.

    Nobody is meant who holds that office, or one of another state.
    """
    gender = phrase.word.gender if phrase.word is not None else ""
    behind = scene.tokens[phrase.last : phrase.last + 1]
    if not gender or is_completed(scene, phrase.last - 1) or (behind and behind[0].text in _COMPLEMENTS):
        return None
    sentence, fellows = scene.sentence_of[phrase.head], scene.fellows(phrase.head)
    near = [e for e in discourse.recent(sentence, ("Person",), reach=1) if agrees(e, gender) and e not in fellows]
    person = near[0] if len(near) == 1 and near[0] in discourse.subjects(sentence, reach=1) else None
    if person is None or names_nobody_before(scene, phrase.head, scene.tokens[phrase.head].morph.gender):
        return None
    state = phrase.of if phrase.of is not None and phrase.of.type == "Staat" else None
    held = list(discourse.offices_of(person))
    if any(office.title == phrase.title or (phrase.rank and office.rank == phrase.rank) for office in held):
        return None
    if state is not None and discourse.states_served(person) - {state}:
        return None
    return Mention(scene.tokens[phrase.first].start, scene.tokens[phrase.last - 1].end, (person,), "description")


def _colleague(discourse: Discourse, phrase: OfficePhrase, sentence: int) -> tuple[Entity | None, str]:
    """Return who holds for another state the office of a person just named."""
    if phrase.of is None:
        return None, ""
    for person in discourse.recent(sentence, ("Person",)):
        for held in discourse.offices_of(person):
            counterpart = next(discourse.holders(held.title, held.rank, phrase.of), None)
            if held.of != phrase.of and counterpart is not None:
                return counterpart, held.title
    return None, ""


def _holder(scene: Scene, discourse: Discourse, phrase: OfficePhrase, sentence: int, determiner: str) -> Entity | None:
    if phrase.of is not None:
        holder = next(discourse.holders(phrase.title, phrase.rank, phrase.of), None)
        party_member = determiner in DEFINITE_ARTICLES and phrase.first == phrase.head == phrase.last - 1
        if holder is None and phrase.word is not None:
            members = _members(scene, discourse, phrase, sentence)
            if len(members) == 1:
                return members[0]
            if party_member and phrase.word.scope == "person":
                person = _epithet(scene, discourse, phrase)
                return None if person and _serves_abroad(scene, discourse, person, phrase.of) else person
        return holder or just_named(scene, discourse, phrase, sentence)
    return _holder_at_home(scene, discourse, phrase, sentence)


def _holder_at_home(scene: Scene, discourse: Discourse, phrase: OfficePhrase, sentence: int) -> Entity | None:
    """Return whom an office without a state means: who was called so, who holds it for what the text is about."""
    gender = phrase.word.gender if phrase.word is not None else ""
    named = discourse.bearer(phrase.title, sentence, gender=gender)
    if phrase.word is not None and phrase.word.scope == "person":
        return named or _epithet(scene, discourse, phrase)
    own = next(discourse.holders(phrase.title, phrase.rank, phrase.assumed), None) if phrase.assumed else None
    if own is not None and not discourse.dated and not any(own in mention.entities for mention in scene.mentions):
        own = None
    own = own or _leading(scene, discourse, phrase)
    if named is not None:
        titled = own is not None and any(held.title.endswith(phrase.title) for held in discourse.offices_of(own))
        near = not titled or named in discourse.recent(sentence, ("Person",), reach=1)
        return named if near or not discourse.states_served(named) - {phrase.assumed} else own
    people = discourse.recent(sentence, ("Person",), reach=ANYWHERE)
    holders = set(discourse.holders(phrase.title, phrase.rank, None)) & set(people)
    if len(holders) == 1:
        return holders.pop()
    if holders:
        return None
    just = just_named(scene, discourse, phrase, sentence)
    if phrase.assumed is None or just is not None:
        return just
    if has_parts(phrase.assumed, scene.gazetteer):
        # A Land has a president and ministers, too, but no chancellor.
        federal = phrase.title.endswith(_CHANCELLOR) or is_federal(scene)
        return own if federal else None
    return own or _newcomer(scene, discourse, phrase, sentence)


def _newcomer(scene: Scene, discourse: Discourse, phrase: OfficePhrase, sentence: int) -> Entity | None:
    """Return who leads a state though no office says so: who was just spoken of (Amtsinhaber Salo), or nobody named."""
    if phrase.rank not in _LEADING:
        return unnamed_holder(scene, phrase)
    gender = phrase.word.gender if phrase.word is not None else ""
    called = {e for e in discourse.called_by_rank(phrase.rank) if not discourse.states_served(e)}
    subjects = discourse.subjects(sentence, reach=1)
    spoken_of = {e for e in subjects if e.type == "Person" and agrees(e, gender) and not list(discourse.offices_of(e))}
    found = called or spoken_of
    if scene.tokens[phrase.head].morph.gender == "n" or len(found) > 1:
        return None
    return found.pop() if found else unnamed_holder(scene, phrase)


def _leading(scene: Scene, discourse: Discourse, phrase: OfficePhrase) -> Entity | None:
    """Return whom a text about a state speaks of all the time, by an office of those who lead it: Salo … der Präsident.

    Nobody is meant who holds another office by the text or the tables.
    """
    counts = Counter(e for mention in scene.mentions for e in mention.entities if e.type == "Person")
    named = counts.most_common(2)
    often = bool(named) and named[0][1] >= _OFTEN and all(named[0][1] >= _SHARE * times for _, times in named[1:])
    if not often or phrase.assumed is None or phrase.rank not in _LEADING:
        return None
    chief = named[0][0]
    fits = phrase.word is None or not phrase.word.gender or chief.gender in ("", phrase.word.gender)
    return chief if fits and all(held.rank == phrase.rank for held in discourse.offices_of(chief)) else None


def _members(scene: Scene, discourse: Discourse, phrase: OfficePhrase, sentence: int) -> list[Entity]:
    """Return the people whom the text calls members of the party that an office phrase names: der FDP-Chef."""
    gender = phrase.word.gender if phrase.word is not None else ""
    people = discourse.recent(sentence, ("Person",), reach=ANYWHERE)
    people = [e for e in people if not _serves_abroad(scene, discourse, e, phrase.of)]
    parties = {e: parties_beside(scene, e) for e in people if not gender or e.gender in ("", gender)}
    members = [e for e, named in parties.items() if phrase.of in named]
    if phrase.word is not None and phrase.word.scope == "person":
        members = _spoken_of(scene, discourse, members, sentence, phrase)
    free = [e for e, named in parties.items() if not named and e.gender == gender]
    only = len(parties) == len(free) == 1 and phrase.word is not None and phrase.word.scope == "person"
    return members or (free if only else _leader(scene, discourse, phrase, sentence))


def _spoken_of(
    scene: Scene, discourse: Discourse, members: list[Entity], sentence: int, phrase: OfficePhrase
) -> list[Entity]:
    """Return those of a party's members of whom the text still speaks, else the only one just named without a party."""
    gender = phrase.word.gender if phrase.word is not None else ""
    for reach in range(1, _FAR):
        near = discourse.recent(sentence, ("Person",), reach=reach)
        people = [e for e in near if not gender or e.gender == gender]
        people = [e for e in people if not _serves_abroad(scene, discourse, e, phrase.of)]
        if people:
            alone = len(people) == 1 and not parties_beside(scene, people[0])
            return [e for e in people if e in members] or (people if alone else [])
    return []


def _serves_abroad(scene: Scene, discourse: Discourse, person: Entity, party: Entity | None) -> bool:
    """Tell who holds office for another state than that of a party, and so is none of its members."""
    state = scene.gazetteer.belongs.get(party.id) if party is not None else None
    served = discourse.states_served(person)
    return state is not None and bool(served) and state not in served


def _leader(scene: Scene, discourse: Discourse, phrase: OfficePhrase, sentence: int) -> list[Entity]:
    """Return the only one just spoken of who may lead a party, though the text does not say so: der CDU-Chef."""
    if phrase.of is None or kind_of(phrase.of) != _PARTY or phrase.word is None or phrase.word.scope == "person":
        return []
    fellows = scene.fellows(phrase.head)
    near = [
        e
        for e in discourse.recent(sentence, ("Person",), reach=1)
        if e.gender == phrase.word.gender and e not in fellows
    ]
    parties = parties_beside(scene, near[0]) if len(near) == 1 else {phrase.of, None}
    own = (phrase.of, scene.gazetteer.belongs.get(phrase.of.id))  # a chancellor may lead his party, and so a premier
    held = [office.of for office in discourse.offices_of(near[0])] if len(near) == 1 else []
    others = [body for body in held if body not in own and scene.gazetteer.lies_in.get(body.id) not in own[1:]]
    serving = any(not body.label.endswith(_FRACTION) for body in others)
    return near if not parties and not serving else []


def countryman(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Return the person named of late, whom the text calls by their people: der Portugiese, dem Portugiesen zufolge.

    Whoever holds an office of another state is not meant.
    """
    number = scene.at[index]
    mention = scene.mentions[number]
    gender = _gender_of_one(scene, index)
    if mention.kind != "demonym" or not gender:
        return None
    if index + 1 in scene.at or (index + 1 < len(scene.tokens) and scene.tokens[index + 1].tag == "NE"):
        return None  # the name follows: der Franzose Martin
    person = _of_people(scene, discourse, index, gender)
    return None if person is None else Mention(mention.start, mention.end, (person,), "description")


def _of_people(scene: Scene, discourse: Discourse, index: int, gender: str) -> Entity | None:
    """Return who of late holds office for the state of a people, else the one just spoken of who holds none."""
    sentence, state = scene.sentence_of[index], scene.mentions[scene.at[index]].entities[0]
    for reach in range(1, _REACH + 1):
        near = [e for e in discourse.recent(sentence, ("Person",), reach=reach) if agrees(e, gender)]
        serving = [e for e in near if state in discourse.states_served(e)]
        if serving:
            return serving[0] if len(serving) == 1 else None
    near = [e for e in discourse.recent(sentence, ("Person",), reach=1) if agrees(e, gender)]
    people = frozenset(e for e in near if not discourse.states_served(e))
    return discourse.best(sentence, lambda e: e in people, reach=1)


def partisan(scene: Scene, discourse: Discourse, index: int) -> Mention | None:
    """Return the person just spoken of, whom the name of a party calls in the singular: der Grüne, dem Republikaner."""
    mention = scene.mentions[scene.at[index]]
    party = mention.entities[0]
    token = scene.tokens[index]
    one_word = (mention.start, mention.end) == (token.start, token.end)
    if mention.kind != "name" or party.gender != "p" or kind_of(party) != _PARTY or not one_word:
        return None
    woman = token.text == "Grüne" and scene.tokens[index - 1].text in ("die", "Die") and index in scene.subjects
    gender = "f" if woman else _gender_of_one(scene, index)
    if not gender or index + 1 in scene.at or (index + 1 < len(scene.tokens) and scene.tokens[index + 1].tag == "NE"):
        return None
    sentence, fellows = scene.sentence_of[index], scene.fellows(index)
    near = [e for e in discourse.recent(sentence, ("Person",), reach=1) if agrees(e, gender) and e not in fellows]
    members = of_party(scene, discourse, near, frozenset({party.label}))
    person = discourse.best(sentence, lambda e: e in members, reach=1)
    return None if person is None else Mention(mention.start, mention.end, (person,), "description")


def _gender_of_one(scene: Scene, index: int) -> str:
    """Return the gender of a single one of a people, "" where the article may be that of many: der Polen."""
    article = scene.tokens[index - 1].text.lower() if index else ""
    if scene.tokens[index].text.endswith("in"):
        return "f" if article in ("die", "der") else ""
    one = is_of_one(article, scene.tokens[index].text) or (article == "der" and index in scene.subjects)
    return "m" if one else ""


def apposed(scene: Scene, index: int) -> Mention | None:
    """Return who is named behind the comma after a noun: der Chef der Bank, Max Horn."""
    number = scene.apposed.get(index)
    if number is None or scene.at.get(index + 1) == number:
        return None
    token = scene.tokens[index]
    return Mention(token.start, token.end, scene.mentions[number].entities, "description")


def _epithet(scene: Scene, discourse: Discourse, phrase: OfficePhrase) -> Entity | None:
    """Return the person just spoken of, whom a phrase calls by what they are: die Grünen-Politikerin."""
    gender = phrase.word.gender if phrase.word else "mf"
    return epithet(scene, discourse, phrase.head, gender)
