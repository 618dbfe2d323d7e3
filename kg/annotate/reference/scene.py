"""What resolving a reference looks at: tokens with their sentence, clause, mention and quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.home import states_spoken_of
from kg.annotate.names.office_text import OfficeText
from kg.annotate.quotations.marks import find_quoted
from kg.annotate.reference.appositions import appositions
from kg.annotate.reference.speech import Speakers, speakers_by_token
from kg.model.entity import Entity
from kg.model.reading import Argument, Clause, Mention, Quotation, Sentence, Token

__all__ = ["BODIES", "Scene", "build_scene", "entity_at"]

BODIES = ("Staat", "Organisation", "Medium")
"""Types of what acts and is no person."""
# "Beziehungen", „Warnung“: fewer words in quotation marks are the writer's own sentence, not another's speech.
_SHORTEST_SPEECH = 5


@dataclass(frozen=True, slots=True)
class Scene:
    """A text before its references are resolved; `at` maps tokens to mentions, `clause_of` to the innermost clause.

    `holders` maps the head of an office phrase to the mention of the person named beside it, so that the subject "der
    russische Präsident X" is X whichever word heads it, `apposed` those of other nouns; `named_in` are the entities
    named in each clause, `said_by` the tokens of the speaker for each token of indirect speech, `phrase_from` the first
    token of each participant by its head, `titled` the heads behind which a noun is their name, `states` how often the
    whole text names each state, its capital and people included, `home` is the state that it is about, `part` that of a
    federation, `town` the town, `called` are the nouns right before the names of each place or body: die Insel Gotland;
    `speaks_of` are those named in what a token's bearer is reported to say.
    """

    text: str
    tokens: Sequence[Token]
    sentence_of: Sequence[int]
    mentions: Sequence[Mention]
    at: Mapping[int, int]
    clauses: Sequence[Clause]
    clause_of: dict[int, int]
    subjects: frozenset[int]
    holders: dict[int, int]
    apposed: dict[int, int]
    named_in: Sequence[frozenset[Entity]]
    quoted: frozenset[int]
    said_by: Speakers
    phrase_from: dict[int, int]
    titled: frozenset[int]
    states: Counter[Entity]
    called: dict[Entity, frozenset[str]]
    speaks_of: Mapping[int, frozenset[Entity]]
    home: Entity | None
    part: Entity | None
    town: Entity | None
    gazetteer: Gazetteer

    def before(self, index: int, *, reach: int = 0) -> Iterator[int]:
        """Yield the tokens before one, the nearest first, as far as the sentence `reach` sentences before its own."""
        first = self.sentence_of[index] - reach
        return takewhile(lambda place: self.sentence_of[place] >= first, range(index - 1, -1, -1))

    def subject_of(self, index: int) -> Argument | None:
        """Return the subject of the clause that the token stands in."""
        number = self.clause_of.get(index)
        if number is None:
            return None
        return next((argument for argument in self.clauses[number].arguments if argument.role == "subject"), None)

    def subject_around(self, index: int) -> Argument | None:
        """Return the subject of the clause that the token's clause is part of."""
        number = self.clause_of.get(index)
        parent = self.clauses[number].parent if number is not None else None
        arguments = self.clauses[parent].arguments if parent is not None else ()
        return next((argument for argument in arguments if argument.role == "subject"), None)

    def is_subject(self, first: int, last: int) -> bool:
        """Tell whether one of the tokens `first:last` heads a subject or belongs to the name behind one."""
        return any(index in self.subjects for index in range(first, last))

    def is_told_aside(self, index: int) -> bool:
        """Tell what stands in a relative clause, of which the text does not go on to speak: den Weber leitete, …."""
        number = self.clause_of.get(index)
        return number is not None and self.clauses[number].kind == "relative"

    def mention_at(self, head: int) -> Mention | None:
        """Return the mention that a head token is or heads."""
        number = self.at.get(head, self.holders.get(head, self.apposed.get(head)))
        return None if number is None else self.mentions[number]

    def is_owner(self, number: int) -> bool:
        """Tell whether a mention is the name of a state in the genitive: Polens."""
        mention = self.mentions[number]
        last = self.text[mention.start : mention.end].split()[-1]
        named = {
            word for entity in mention.entities for name in (entity.label, *entity.aliases) for word in name.split()
        }
        return mention.entities[0].type == "Staat" and last.endswith("s") and last not in named

    def is_origin(self, number: int, index: int) -> bool:
        """Tell a state, named at a token, that only says where somebody is from: zwölf Experten aus Polen halfen."""
        if index < 2 or self.tokens[index - 1].text != "aus" or self.mentions[number].entities[0].type != "Staat":
            return False
        return self.tokens[index - 2].tag in ("NN", "NE")

    def states_at(self, number: int) -> tuple[Entity, ...]:
        """Return the states whose capitals a mention names."""
        named = (self.gazetteer.acts_for.get(entity.id) for entity in self.mentions[number].entities)
        return tuple(state for state in named if state is not None)

    def fellows(self, index: int) -> frozenset[Entity]:
        """Return the entities named in the same clause: a personal pronoun means none of them.

        Nor does it mean those of whom its bearer speaks by their names: Weber müsse gehen, sagte | er.
        """
        number = self.clause_of.get(index)
        told = self.speaks_of.get(index, frozenset())
        return told if number is None else self.named_in[number] | told


def build_scene(
    text: str,
    named: OfficeText,
    sentences: Sequence[Sentence],
    clauses: Sequence[Clause],
    holders: dict[int, int],
    quotations: Sequence[Quotation],
) -> Scene:
    """Return the scene; tokens outside all sentences (boilerplate) belong to sentence -1."""
    tokens, mentions, at = named.tokens, named.mentions, named.at
    sentence_of = [-1] * len(tokens)
    for number, sentence in enumerate(sentences):
        sentence_of[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
    beside = appositions(tokens, mentions, at)
    apposed = {head: number for head, number in beside.items() if head not in holders}
    said_by = speakers_by_token(tokens, quotations)
    clause_of = {
        token: number for number, clause in enumerate(clauses) if clause.kind != "nominal" for token in clause.tokens
    }
    reported = {token: speakers for token, speakers in said_by.items() if _is_reported(clauses, clause_of.get(token))}
    return Scene(
        text=text,
        tokens=tokens,
        sentence_of=sentence_of,
        mentions=mentions,
        at=at,
        clauses=clauses,
        clause_of=clause_of,
        subjects=_subjects(clauses, at, apposed | holders),
        holders=holders,
        apposed=apposed,
        named_in=[_named(clause, at, mentions) for clause in clauses],
        quoted=_quoted(text, tokens),
        said_by=said_by,
        speaks_of=_spoken_of(reported, at, mentions),
        phrase_from=_phrase_starts(tokens, clauses),
        titled=frozenset(_titled(tokens, clauses)),
        states=Counter(states_spoken_of(mentions, named.gazetteer)),
        called=_called(tokens, mentions, at),
        home=named.homes.state,
        part=named.homes.part,
        town=named.homes.town,
        gazetteer=named.gazetteer,
    )


def _is_reported(clauses: Sequence[Clause], number: int | None) -> bool:
    """Tell a clause that is somebody's own words from one that only stands beside them: Als Weber ging, sagte er, …."""
    return number is not None and (clauses[number].mood in ("k1", "k2") or clauses[number].kind == "dass")


def _spoken_of(said_by: Speakers, at: Mapping[int, int], mentions: Sequence[Mention]) -> dict[int, frozenset[Entity]]:
    """Return by the tokens for a speaker the people whom the reported words name."""
    found: dict[int, frozenset[Entity]] = {}
    for place, speakers in said_by.items():
        number = at.get(place)
        people = frozenset(e for e in mentions[number].entities if e.type == "Person") if number is not None else None
        for speaker in speakers if people else ():
            found[speaker] = found.get(speaker, frozenset()) | (people or frozenset())
    return found


def _subjects(clauses: Sequence[Clause], at: Mapping[int, int], holders: dict[int, int]) -> frozenset[int]:
    """Return the heads of subjects and the tokens of the names beside those that are offices."""
    subjects = [argument for clause in clauses for argument in clause.arguments if argument.role == "subject"]
    heads = {head for subject in subjects for *_, head in (*subject.conjuncts, (0, 0, subject.head))}
    holding = {holders[head] for head in heads if head in holders}
    return frozenset(heads | {token for token, number in at.items() if number in holding})


def _phrases(clauses: Sequence[Clause]) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and head of each participant, those of a list one by one."""
    for clause in clauses:
        for argument in clause.arguments:
            if argument.clause is None:
                yield from argument.conjuncts or ((argument.start, argument.end, argument.head),)


def _phrase_starts(tokens: Sequence[Token], clauses: Sequence[Clause]) -> dict[int, int]:
    starts = [token.start for token in tokens]
    found: dict[int, int] = {}
    for start, _, head in _phrases(clauses):
        found.setdefault(head, bisect_left(starts, start))
    return found


def _titled(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Iterator[int]:
    """Yield the nouns that go on with one that is their name: der Bundesverband | Windenergie."""
    for _, end, head in _phrases(clauses):
        behind = tokens[head + 1 : head + 2]
        if behind and behind[0].tag == "NN" and behind[0].start < end:
            yield head


def _called(
    tokens: Sequence[Token], mentions: Sequence[Mention], at: Mapping[int, int]
) -> dict[Entity, frozenset[str]]:
    found: dict[Entity, frozenset[str]] = {}
    for first, number in at.items():
        mention = mentions[number]
        noun = tokens[first - 1] if first and at.get(first - 1) != number else None
        named = mention.kind == "name" and mention.entities[0].type in ("Ort", "Organisation")
        if noun is not None and noun.tag == "NN" and named:
            found[mention.entities[0]] = found.get(mention.entities[0], frozenset()) | {noun.lemma}
    return found


def _named(clause: Clause, at: Mapping[int, int], mentions: Sequence[Mention]) -> frozenset[Entity]:
    numbers = {at[token] for token in clause.tokens if token in at}
    return frozenset(entity for number in numbers for entity in mentions[number].entities)


def _quoted(text: str, tokens: Sequence[Token]) -> frozenset[int]:
    """Return the tokens of quoted speech."""
    inside: set[int] = set()
    position = 0
    for span in find_quoted(text):
        while position < len(tokens) and tokens[position].start < span.start:
            position += 1
        first = position
        while position < len(tokens) and tokens[position].end <= span.end:
            position += 1
        if position - first >= _SHORTEST_SPEECH:
            inside.update(range(first, position))
    return frozenset(inside)


def entity_at(scene: Scene, head: int, resolved: Mapping[int, Mention]) -> Entity | None:
    """Return the one entity that a token names or, by the references found so far, takes up."""
    mention = resolved.get(head) or scene.mention_at(head)
    if mention is None or len(mention.entities) != 1 or mention.kind in ("adjective", "compound"):
        return None
    return mention.entities[0]
