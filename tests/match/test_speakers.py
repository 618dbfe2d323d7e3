"""Who speaks where, on readings written by hand."""

from pathlib import Path

import pytest

from kg.match.participants import find_filler
from kg.match.scene import Scene, build_scene
from kg.match.speakers import speaker_at
from kg.model.entity import Entity
from kg.model.reading import Annotations, Argument, Clause, Mention, Quotation, Token
from kg.model.text import Document, Span
from kg.model.vocabulary import Vocabulary

VOCABULARY = Vocabulary({}, {"Person": (), "Thema": ()})
MINISTER = Entity("Espen_Eide", "Espen Eide", "Person")
ANOTHER = Entity("Ine_Eriksen", "Ine Eriksen", "Person")


def scene_of(subject: str, *, refers: Entity | None = None, verb: str = "bleiben") -> tuple[Scene, int]:
    """Return the scene of "Eide sagte, SUBJECT bleibe", and where the reported clause begins."""
    text = f"Eide sagte, {subject} bleibe"
    tokens = []
    place = 0
    for word, tag in (("Eide", "NE"), ("sagte", "VVFIN"), (",", "$,"), (subject, "PPER"), ("bleibe", "VVFIN")):
        start = text.index(word, place)
        tokens.append(Token(start, place := start + len(word), word, word, tag))
    who = tokens[3]
    mentions = [Mention(0, 4, (MINISTER,))]
    mentions += [Mention(who.start, who.end, (refers,), "pronoun")] if refers else []
    clause = Clause(
        "main", who.start, len(text), (3, 4), 4, verb, arguments=(Argument("subject", who.start, who.end, 3),)
    )
    quotation = Quotation((Span(who.start, len(text)),), (Span(0, 4),), type="Indirect")
    document = Document("d", Path("d.txt"), text)
    return build_scene(
        Annotations(document, tuple(tokens), mentions=tuple(mentions), quotations=(quotation,), clauses=(clause,)),
        VOCABULARY,
    ), who.start


def label_at(scene: Scene, path: str) -> str | None:
    filler = find_filler(scene, 0, path)
    return filler.parts[0].entity.label if filler and filler.parts[0].entity else None


def test_a_quotation_has_its_speaker_inside_and_none_outside() -> None:
    scene, inside = scene_of("er", refers=MINISTER)
    found = speaker_at(scene, inside)
    assert found is not None
    assert found.parts[0].entity == MINISTER
    assert speaker_at(scene, 0) is None
    assert label_at(scene, "speaker") == "Espen Eide"


@pytest.mark.parametrize(("refers", "speaks_of_itself"), [(MINISTER, "Espen Eide"), (ANOTHER, None), (None, None)])
def test_self_is_the_subject_only_where_it_speaks(refers: Entity | None, speaks_of_itself: str | None) -> None:
    scene, _ = scene_of("er", refers=refers)
    assert label_at(scene, "self") == speaks_of_itself


@pytest.mark.parametrize(("word", "subject"), [("ich", "Espen Eide"), ("wir", "Espen Eide"), ("sie", None)])
def test_the_first_person_is_who_speaks(word: str, subject: str | None) -> None:
    scene, _ = scene_of(word)
    assert label_at(scene, "subject") == subject


@pytest.mark.parametrize(
    ("word", "verb", "subject"),
    [
        ("ich", "bleiben", "Espen Eide"),
        ("wir", "bleiben", "Norwegen"),
        ("unsere", "bleiben", "Norwegen"),
        ("wir", "loben", "Espen Eide"),
    ],
)
def test_who_holds_office_says_wir_for_the_state(word: str, verb: str, subject: str) -> None:
    scene, _ = scene_of(word, verb=verb)
    scene.serves[MINISTER.id] = Entity("Norwegen", "Norwegen", "Staat")
    assert label_at(scene, "subject") == subject


def test_who_says_it_stands_behind_the_word_for_saying() -> None:
    scene, text = scene_of_source("der/ART Behörden/NN")
    found = speaker_at(scene, len(text) - 1)
    assert found is not None
    assert text[found.start : found.end] == "der Behörden"


def test_a_preposition_is_no_part_of_who_says_it() -> None:
    scene, text = scene_of_source("von/APPR Behörden/NN")
    found = speaker_at(scene, len(text) - 1)
    assert found is not None
    assert text[found.start : found.end] == "Behörden"


def test_types_of_quotations_can_be_left_out() -> None:
    scene, text = scene_of_source("der/ART Behörden/NN")
    assert speaker_at(scene, len(text) - 1, besides=("Indirect",)) is None


def scene_of_source(owner: str) -> tuple[Scene, str]:
    """Return the scene of "Angaben OWNER zufolge regnet es" and its text."""
    words = [word.split("/") for word in f"Angaben/NN {owner} zufolge/APPO regnet/VVFIN es/PPER".split()]
    text = " ".join(word for word, _ in words)
    starts = [text.index(word) for word, _ in words]
    tokens = tuple(Token(s, s + len(w), w, w, tag) for s, (w, tag) in zip(starts, words, strict=True))
    quotation = Quotation((Span(text.index("regnet"), len(text)),), (Span(0, text.index(" zufolge")),), type="Indirect")
    annotations = Annotations(Document("d", Path("d.txt"), text), tokens, quotations=(quotation,))
    return build_scene(annotations, VOCABULARY), text
