"""What resolving a reference looks at: tokens with their sentence, clause, mention and quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.annotate.gazetteer import Gazetteer
from kg.annotate.offices import mentions_by_token
from kg.annotate.quotation_marks import find_quoted
from kg.model.entity import Entity
from kg.model.reading import Argument, Clause, Mention, Sentence, Token

__all__ = ["Scene", "build_scene"]

# "Beziehungen", „Warnung“: fewer words in quotation marks are the writer's own sentence, not another's speech.
_SHORTEST_SPEECH = 5


@dataclass(frozen=True, slots=True)
class Scene:
    """A text before its references are resolved; `at` maps tokens to mentions, `clause_of` to the innermost clause.

    `holders` maps the head of an office phrase to the mention of the person named beside it, so that the subject
    "der russische Präsident X" is X whichever word heads it.
    """

    tokens: Sequence[Token]
    sentence_of: Sequence[int]
    mentions: Sequence[Mention]
    at: dict[int, int]
    clauses: Sequence[Clause]
    clause_of: dict[int, int]
    subjects: frozenset[int]
    holders: dict[int, int]
    quoted: frozenset[int]
    gazetteer: Gazetteer

    def subject_of(self, index: int) -> Argument | None:
        """Return the subject of the clause that the token stands in."""
        number = self.clause_of.get(index)
        if number is None:
            return None
        return next((argument for argument in self.clauses[number].arguments if argument.role == "subject"), None)

    def is_subject(self, first: int, last: int) -> bool:
        """Tell whether one of the tokens `first:last`, or the office beside their name, heads a subject."""
        number = self.at.get(first)
        offices = (head for head, holder in self.holders.items() if holder == number)
        return any(index in self.subjects for index in (*range(first, last), *offices))

    def mention_at(self, head: int) -> Mention | None:
        """Return the mention that a head token is or heads."""
        number = self.at.get(head, self.holders.get(head))
        return None if number is None else self.mentions[number]

    def fellows(self, index: int) -> frozenset[Entity]:
        """Return the entities named in the same clause: a personal pronoun means none of them."""
        number = self.clause_of.get(index)
        if number is None:
            return frozenset()
        held = {self.at[token] for token in self.clauses[number].tokens if token in self.at}
        return frozenset(entity for mention in held for entity in self.mentions[mention].entities)


def build_scene(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    clauses: Sequence[Clause],
    holders: dict[int, int],
    gazetteer: Gazetteer,
) -> Scene:
    """Return the scene; tokens outside all sentences (boilerplate) belong to sentence -1."""
    sentence_of = [-1] * len(tokens)
    for number, sentence in enumerate(sentences):
        sentence_of[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
    return Scene(
        tokens=tokens,
        sentence_of=sentence_of,
        mentions=mentions,
        at=mentions_by_token(tokens, mentions),
        clauses=clauses,
        clause_of={
            token: number
            for number, clause in enumerate(clauses)
            if clause.kind != "nominal"
            for token in clause.tokens
        },
        subjects=_subjects(clauses),
        holders=holders,
        quoted=_quoted(text, tokens),
        gazetteer=gazetteer,
    )


def _subjects(clauses: Sequence[Clause]) -> frozenset[int]:
    subjects = [argument for clause in clauses for argument in clause.arguments if argument.role == "subject"]
    return frozenset(head for subject in subjects for *_, head in (*subject.conjuncts, (0, 0, subject.head)))


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
