from hypothesis import given
from hypothesis import strategies as st

from kg.model.offsets import first_from, last_at, overlapping, sentence_of, starting_in
from kg.model.reading import Sentence
from kg.model.text import Span


def _sentences(lengths: list[int]) -> tuple[Sentence, ...]:
    """Sentences of the lengths in tokens, each token a character and a blank between sentences."""
    sentences, start, first = [], 0, 0
    for length in lengths:
        sentences.append(Sentence(start, start + length, first, first + length))
        start, first = start + length + 1, first + length
    return tuple(sentences)


LAYER = st.lists(st.integers(1, 6), max_size=8).map(_sentences)
OFFSET = st.integers(0, 60)


@given(LAYER, OFFSET)
def test_first_and_last_divide_a_layer(layer: tuple[Sentence, ...], offset: int) -> None:
    first, last = first_from(layer, offset), last_at(layer, offset)
    assert all(item.start < offset for item in layer[:first])
    assert all(item.start >= offset for item in layer[first:])
    assert all(item.start <= offset for item in layer[: last + 1])
    assert all(item.start > offset for item in layer[last + 1 :])


@given(LAYER, OFFSET, OFFSET)
def test_slices_are_what_a_scan_finds(layer: tuple[Sentence, ...], start: int, end: int) -> None:
    assert starting_in(layer, start, end) == tuple(item for item in layer if start <= item.start < end)
    if start < end:
        assert overlapping(layer, start, end) == tuple(i for i in layer if i.start < end and start < i.end)


@given(LAYER)
def test_each_token_stands_in_its_sentence(layer: tuple[Sentence, ...]) -> None:
    for index, sentence in enumerate(layer):
        assert {sentence_of(layer, token) for token in range(sentence.first, sentence.last)} == {index}


def test_nothing_stands_in_an_empty_layer() -> None:
    nothing: tuple[Span, ...] = ()
    assert (first_from(nothing, 3), last_at(nothing, 3), overlapping(nothing, 0, 9)) == (0, -1, ())
