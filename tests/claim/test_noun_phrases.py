import csv
from pathlib import Path

import pytest

from kg.claim.noun_phrases import genitive, nominative, plain
from kg.claim.phrase_words import LONGEST
from kg.model.reading import Morph, Token

LINES = (Path(__file__).parent / "data" / "noun_phrases.csv").read_text(encoding="utf-8").splitlines()
CASES = list(csv.DictReader((line for line in LINES if not line.startswith("#")), delimiter=";"))


def read(written: str) -> tuple[tuple[Token, ...], int]:
    """Return the tokens of a phrase in the table's notation and the index of its first marked head."""
    tokens, head, place = [], None, 0
    for index, word in enumerate(written.split()):
        text, tag, lemma, morph, case = [*word.lstrip("*").split("/"), "", "", ""][:5]
        number, _, gender = morph.partition(".")
        head = index if head is None and word.startswith("*") else head
        tokens.append(Token(place, place + len(text), text, lemma, tag, Morph(case=case, number=number, gender=gender)))
        place += len(text) + 1
    assert head is not None
    return tuple(tokens), head


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["nominative"])
def test_phrase_in_the_form_of_a_name(case: dict[str, str]) -> None:
    tokens, head = read(case["phrase"])
    assert nominative(tokens, 0, tokens[-1].end, head) == case["nominative"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["genitive"])
def test_phrase_behind_a_noun(case: dict[str, str]) -> None:
    tokens, head = read(case["phrase"])
    assert genitive(tokens, 0, tokens[-1].end, head) == case["genitive"]


def test_a_name_is_no_sentence() -> None:
    tokens, _ = read("*Plan/NN/Plan/s.m " + "und/KON/und Plan/NN/Plan/s.m " * 30)
    words = plain(tokens, 0, tokens[-1].end).split()
    assert len(words) <= LONGEST
    assert words[-1] == "Plan"


def test_a_name_has_both_of_those_between_whom_something_is_or_none() -> None:
    chief = "dem/ART/der *Chef/NN/Chef/s.m der/ART/der alten/ADJA/alt Bank/NN/Bank/s.f von/APPR/von Mali/NE/Mali "
    opening = f"*Streit/NN/Streit/s.m zwischen/APPR/zwischen {chief}"
    both, _ = read(f"{opening}und/KON/und der/ART/der neuen/ADJA/neu Leitung/NN/Leitung/s.f der/ART/der Bahn/NN/Bahn")
    assert plain(both, 0, both[-1].end).endswith("Mali und der neuen Leitung der Bahn")
    begun, _ = read(opening + "sowie/ADV/sowie in/APPR/in " + "Mali/NE/Mali ,/$,/, " * 5)
    assert plain(begun, 0, begun[-1].end) == "Streit"


def test_actors_are_named_without_their_number() -> None:
    tokens, head = read("fast/ADV/fast 200/CARD/200 wütende/ADJA/wütend *Bauern/NN/Bauer/p.m")
    assert nominative(tokens, 0, tokens[-1].end, head, counted=False) == "wütende Bauern"
    assert nominative(tokens, 0, tokens[-1].end, head) == "fast 200 wütende Bauern"
    words = "Mehr/ADV/mehr als/KOKOM/als eine/ART/eine Million/NN/Million/s.f *Bauern/NN/Bauer/p.m"
    tokens, head = read(words)
    assert nominative(tokens, 0, tokens[-1].end, head, counted=False) == "Bauern"


def test_what_stands_behind_a_contraction_is_singular() -> None:
    tokens, head = read("zum/APPRART/zu neuen/ADJA/neu *Präsidenten/NN/Präsident/sp.m")
    assert nominative(tokens, tokens[1].start, tokens[-1].end, head) == "neuer Präsident"
    assert nominative(tokens[1:], tokens[1].start, tokens[-1].end, head - 1) == "neue Präsidenten"


def test_a_phrase_ends_before_who_acts_for_itself() -> None:
    tokens, head = read("die/ART/die *Wahl/NN/Wahl/s.f für/APPR/für sich/PRF/sich")
    assert nominative(tokens, 0, tokens[-1].end, head) == "Wahl"


def test_an_adjective_that_says_nothing_new_is_no_part_of_the_name() -> None:
    tokens, head = read("bulgarisches/ADJA/bulgarisch reines/ADJA/rein *Rosenöl/NN/Rosenöl/s.n")
    assert nominative(tokens, 0, tokens[-1].end, head, said=[(0, 12)]) == "reines Rosenöl"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("den/ART/der *Aktivisten/NN/Aktivist/sp.m", "Aktivist"),
        ("des/ART/der jungen/ADJA/jung *Präsidenten/NN/Präsident/sp.m", "junger Präsident"),
        ("fast/ADV/fast 200/CARD/200 wütende/ADJA/wütend *Ägypter/NN/Ägypter/sp.m", "fast 200 wütende Ägypter"),
        ("den/ART/der *Behörden/NN/Behörde/sp.f", "Behörden"),
    ],
)
def test_what_stands_before_a_noun_tells_its_number(written: str, name: str) -> None:
    tokens, head = read(written)
    assert nominative(tokens, 0, tokens[-1].end, head) == name


def test_den_behind_a_preposition_of_the_dative_is_plural() -> None:
    tokens, head = read("mit/APPR/mit den/ART/der *Aktivisten/NN/Aktivist/sp.m")
    assert nominative(tokens, tokens[1].start, tokens[-1].end, head) == "Aktivisten"


def test_an_attribute_with_arguments_of_its_own_can_go() -> None:
    tokens, head = read(
        "der/ART/der von/APPR/von Polen/NE/Polen gekündigte/ADJA/gekündigt neue/ADJA/neu *Vertrag/NN/Vertrag/s.m"
    )
    assert nominative(tokens, 0, tokens[-1].end, head) == "von Polen gekündigter neuer Vertrag"
    assert nominative(tokens, 0, tokens[-1].end, head, extended=False) == "neuer Vertrag"
