"""What a reader has in mind at a place in the text: who was named, how prominently, and who holds which office."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.annotate.names.terms import Held, Term, held_office
from kg.annotate.names.titles import parse_title
from kg.model.entity import Entity
from kg.model.reading import Mention, OfficeMention

__all__ = ["ANYWHERE", "CLEAR_LEAD", "Discourse", "agrees", "known_offices", "stated_offices"]

# Weights of prominence. The order is that of centering theory (Grosz, Joshi, Weinstein 1995): subjects before other
# participants, this sentence and the last before earlier ones. The values were set on articles of our own reading.
_SUBJECT = 2.0
_ATTRIBUTE = -1.5  # an adjective or genitive names something without speaking of it
_SENTENCE_DECAY = 1.5
_COUPLE = 2
_OFTEN = 2  # a state named more often than this is not one of a pair with one that an adjective names once
_IN_MIND = 200  # traces: bounds the work where a text has no sentence ends
_WINDOW = 3  # sentences back that a pronoun or description reaches
ANYWHERE = 10_000  # sentences: what somebody is or is called stays through the whole text
_LAST_PARTS = ("minister", "sprecher", "vorsitzender", "botschafter", "politiker")  # that go on alone: der Minister
_CHANCELLOR = "kanzler"
CLEAR_LEAD = 1.0  # by which the best candidate must beat the second: a subject another participant, not more


@dataclass(frozen=True, slots=True)
class _Trace:
    entity: Entity
    sentence: int
    weight: float
    role: str | None


@dataclass(slots=True)
class Discourse:
    """The entities named so far, in text order, and the offices that may be meant.

    In a text that is not `dated` it is unknown who of the tables held them then. `former` are the people whom the text
    calls by no office but one they had.
    """

    offices: tuple[Held, ...]
    dated: bool = True
    former: frozenset[Entity] = frozenset()
    _traces: list[_Trace] = field(default_factory=list)
    _counts: Counter[Entity] = field(default_factory=Counter)
    _places: list[tuple[int, Entity]] = field(default_factory=list)
    _last_pair: tuple[int, tuple[Entity, ...]] = (0, ())

    def add(
        self, mention: Mention, sentence: int, *, subject: bool, called: str | None = None, owns: bool = False
    ) -> None:
        """Take note of a mention in the sentence with this number; `called` is a noun beside it that is no office.

        What only says whose something is (`owns`) is not spoken of itself: Polens Präsident.
        """
        named = mention.kind not in ("adjective", "compound", "demonym") and not owns
        weight = (_SUBJECT if subject else 0.0) if named else _ATTRIBUTE
        for entity in mention.entities:
            self._traces.append(_Trace(entity, sentence, weight, mention.role or called))
            self._counts[entity] += 1
        if len(mention.entities) == 2:
            self._last_pair = (sentence, mention.entities)

    def pass_by(self, states: Sequence[Entity], sentence: int) -> None:
        """Take note of the states whose capitals the sentence names: they are thought of, though not spoken of."""
        self._places += [(sentence, state) for state in states]

    def best(
        self, sentence: int, accept: Callable[[Entity], bool], *, reach: int = _WINDOW, lead: float = CLEAR_LEAD
    ) -> Entity | None:
        """Return the accepted entity of this sentence and the last `reach` that is ahead of all others by `lead`."""
        scores: dict[Entity, float] = {}
        for trace in reversed(self._traces[-_IN_MIND:]):
            if sentence - trace.sentence > reach:
                break
            if accept(trace.entity):
                score = trace.weight - _SENTENCE_DECAY * (sentence - trace.sentence)
                scores[trace.entity] = max(score, scores.get(trace.entity, score))
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0].id))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < lead):
            return None
        return ranked[0][0]

    def subject(self, sentence: int, accept: Callable[[Entity], bool]) -> Entity | None:
        """Return the one accepted entity that was subject in this sentence or the last, else None."""
        found = {entity for entity in self.subjects(sentence, reach=1) if accept(entity)}
        return found.pop() if len(found) == 1 else None

    def subjects(self, sentence: int, *, reach: int) -> set[Entity]:
        """Return the entities that were subjects in this sentence or the last `reach`."""
        near = (trace for trace in self._traces[-_IN_MIND:] if sentence - trace.sentence <= reach)
        return {trace.entity for trace in near if trace.weight == _SUBJECT}

    def recent(
        self, sentence: int, types: Container[str], *, reach: int = _WINDOW, named: bool = False
    ) -> list[Entity]:
        """Return the entities of these types in reach, the latest first, each once; `named` leaves out attributes."""
        entities: dict[Entity, None] = {}
        for trace in reversed(self._traces):
            if sentence - trace.sentence > reach:
                break
            if trace.entity.type in types and not (named and trace.weight == _ATTRIBUTE):
                entities.setdefault(trace.entity)
        return list(entities)

    def by_capitals(self, sentence: int, types: Container[str], *, reach: int = _WINDOW) -> list[Entity]:
        """Return the states whose capitals were named in reach, the latest first, each once."""
        passed = (state for place, state in reversed(self._places) if sentence - place <= reach and state.type in types)
        return list(dict.fromkeys(passed))

    def pair(self, sentence: int, types: Container[str]) -> tuple[Entity, ...]:
        """Return the two entities that "beide" means.

        The only two in reach, else the two that "beide" meant a little before, else the two the text is about.
        """
        near = self.recent(sentence, types)
        spoken_of = [entity for entity in near if not self._is_attribute_once(entity)]
        near = spoken_of if len(spoken_of) == _COUPLE else near
        if len(near) == _COUPLE:
            return self.in_order(near)
        before, pair = self._last_pair
        if sentence - before <= _WINDOW and pair and all(entity.type in types for entity in pair):
            return pair
        total = [(entity, count) for entity, count in self._counts.most_common() if entity.type in types]
        # twice as often named as the third: the text is about these two
        if len(total) >= 2 and (len(total) == 2 or total[1][1] >= 2 * total[2][1]):
            return self.in_order((total[0][0], total[1][0]))
        return ()

    def in_order(self, entities: Sequence[Entity]) -> tuple[Entity, ...]:
        """Return entities in the order in which the text first names them."""
        return tuple(sorted(entities, key=self._first_place))

    def in_passing(self, entity: Entity, sentence: int) -> bool:
        """Tell what the text has named but once, and not as the subject of this sentence or the last."""
        return self._counts[entity] == 1 and entity not in self.subjects(sentence, reach=1)

    def is_uneven(self, pair: Sequence[Entity]) -> bool:
        """Tell two of whom the text is about the one, while it has named the other but once, by an adjective."""
        much = any(self._counts[entity] > _OFTEN for entity in pair)
        return much and any(self._is_attribute_once(entity) for entity in pair)

    def _is_attribute_once(self, entity: Entity) -> bool:
        """Tell what the text has named but once, by an adjective or as an owner: russische Ausbilder."""
        return self._counts[entity] == 1 and next(t.weight for t in self._traces if t.entity == entity) == _ATTRIBUTE

    def _first_place(self, entity: Entity) -> int:
        return next(place for place, trace in enumerate(self._traces) if trace.entity == entity)

    def bearer(self, role: str, sentence: int, *, gender: str = "") -> Entity | None:
        """Return the latest named person to whom the text gave this role, or one that it shortens.

        "Der Minister" is the Außenminister, though no head of government is called a minister. Of several it is the
        one just spoken of, and of those the subject. With a `gender` nobody of the other one is meant.
        """
        other = {"m": "f", "f": "m"}.get(gender)
        people = (trace for trace in reversed(self._traces) if trace.entity.type == "Person")
        given = [trace for trace in people if trace.role and not (other and trace.entity.gender == other)]
        bearers = dict.fromkeys(trace.entity for trace in given if trace.role == role)
        bearers = bearers or dict.fromkeys(t.entity for t in given if t.role and _is_short_for(role, t.role))
        near = [person for person in self.recent(sentence, ("Person",), reach=1) if person in bearers]
        if len(near) < 2:
            return next(iter(near or bearers), None)
        holding = [person for person in near if person not in self.former]
        if len(holding) == 1:
            return holding[0]  # Ex-Präsident X rügte Präsident Y. Der Präsident …
        subjects = self.subjects(sentence, reach=1).intersection(near)
        return subjects.pop() if len(subjects) == 1 else None

    def is_called(self, person: Entity) -> bool:
        """Tell whether the text gave a person any role."""
        return any(trace.role for trace in self._traces if trace.entity == person)

    def called_by_rank(self, rank: str) -> set[Entity]:
        """Return the people to whom the text gave a role of this rank: Präsident Maler is a head of state."""
        given = (trace for trace in self._traces if trace.role and trace.entity.type == "Person")
        return {trace.entity for trace in given if (title := parse_title(trace.role or "")) and title.rank == rank}

    def holders(self, title: str, rank: str, of: Entity | None) -> Iterator[Entity]:
        """Yield who holds an office by title or rank, stated offices first; `of` None is any body."""
        for held in self.offices:
            if (of is None or held.of == of) and (held.title == title or (rank and held.rank == rank)):
                yield held.holder

    def offices_of(self, person: Entity) -> Iterator[Held]:
        """Yield the offices of a person."""
        return (held for held in self.offices if held.holder == person)

    def states_served(self, person: Entity) -> set[Entity]:
        """Return the states for which a person holds office."""
        return {held.of for held in self.offices_of(person) if held.of.type == "Staat"}


def _is_short_for(noun: str, role: str) -> bool:
    """Tell whether a noun repeats a role without its first part: der Forscher is a Klimaforscher."""
    if _shortened(role) == noun.lower():
        return True
    title, given = parse_title(noun), parse_title(role)
    tail = (title.normal if title is not None else noun).lower()
    full = (given.whole if given is not None else role).lower()
    compound = len(full) > len(tail) + 2 and full.endswith(tail)
    return compound and (title is None or title.scope == "person")


def _shortened(role: str) -> str:
    """Return the last part of a minister's, speaker's or head's title, without a field, "" where it stays whole."""
    words = re.split(" (?:für|der|des) ", role)[0].split()
    title = parse_title(words[-1]) if words else None
    if title is None or title.rank == "head-of-government":
        return _CHANCELLOR if title is not None and title.normal.lower().endswith(_CHANCELLOR) else ""
    return next((part for part in _LAST_PARTS if words[-1].lower().endswith(part)), "")


def agrees(entity: Entity, genders: str) -> bool:
    """Tell whether an entity has one of the grammatical genders.

    A person of unknown gender is only taken up by "er": for women news gives a feminine title or a common given name.
    """
    if not entity.gender:
        return entity.type == "Person" and "m" in genders
    return entity.gender in genders


def stated_offices(offices: Sequence[OfficeMention]) -> Iterator[Held]:
    """Yield the offices that the text states, as long as they are held."""
    for office in offices:
        if office.standing in ("held", "acting"):
            yield held_office(office.holder, office.title, office.of)


def known_offices(terms: Sequence[Term], day: date | None) -> Iterator[Held]:
    """Yield the offices of the tables that were held on `day`; without a date those that have not ended."""
    for office, since, until in terms:
        began = since is None or day is None or since <= day
        lasts = until is None or (day is not None and day <= until)
        if began and lasts:
            yield office
