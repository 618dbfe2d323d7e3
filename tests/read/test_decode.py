import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.read.decode import decode, normalise

CASES = [
    ("Österreich".encode(), "Österreich"),
    ("Österreich".encode("utf-8-sig"), "Österreich"),
    ("Österreich".encode("utf-16"), "Österreich"),
    ("„Österreich“ – 5 €".encode("cp1252"), "„Österreich“ – 5 €"),
    (b"eins\r\nzwei\rdrei\n", "eins\nzwei\ndrei\n"),
    ("O\u0308sterreich".encode(), "Österreich"),
    (b"", ""),
]


@pytest.mark.parametrize(("raw", "text"), CASES)
def test_decode(raw: bytes, text: str) -> None:
    assert decode(raw) == text


@pytest.mark.parametrize("raw", [b"a\0b", b"\xff\xfea"])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(ReadError):
        decode(raw)


@given(st.text())
def test_normal_form_is_stable(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert "\r" not in normalise(text)
