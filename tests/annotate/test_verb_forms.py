from __future__ import annotations

import pytest

from kg.annotate.lexicon import irregular_verbs, verb_prefixes
from kg.annotate.words.verb_forms import verb_lemma, verb_morph


@pytest.mark.parametrize(
    ("form", "tag", "guess", "lemma"),
    [
        ("zurücktrat", "VVFIN", "", "zurücktreten"),
        ("anerkannte", "VVFIN", "", "anerkennen"),
        ("entschieden", "VVPP", "", "entscheiden"),
        ("hingegeben", "VVPP", "", "hingeben"),
        ("vorzulegen", "VVIZU", "", "vorlegen"),
        ("läßt", "VVFIN", "", "lassen"),
        ("führe", "VVFIN", "führen", "führen"),
        ("baute", "VVFIN", "bauen", "bauen"),
        ("beschossen", "VVFIN", "beschossen", "beschießen"),
    ],
)
def test_a_form_leads_to_its_infinitive(form: str, tag: str, guess: str, lemma: str) -> None:
    assert verb_lemma(form, tag, guess) == lemma


@pytest.mark.parametrize(
    ("form", "lemma", "mood", "tense", "number"),
    [
        ("bin", "sein", "ind", "pres", "s"),
        ("sei", "sein", "k1", "pres", "s"),
        ("wäre", "sein", "k2", "past", "s"),
        ("könne", "können", "k1", "pres", "s"),
        ("könnten", "können", "k2", "past", "p"),
        ("konnten", "können", "ind", "past", "p"),
        ("sollte", "sollen", "k2?", "past", "s"),
        ("blieben", "bleiben", "k2?", "past", "p"),
        ("stände", "stehen", "k2", "past", "s"),
        ("bräuchte", "brauchen", "k2", "past", "s"),
        ("führe", "führen", "k1?", "pres", "s"),
        ("führe", "fahren", "k2", "past", "s"),
        ("handelt", "handeln", "ind", "pres", "s"),
        ("sammle", "sammeln", "k1?", "pres", "s"),
        ("arbeitete", "arbeiten", "ind", "past", "s"),
        ("veranschlagt", "veranschlagen", "ind", "pres", "s"),
        ("beauftragte", "beauftragen", "ind", "past", "s"),
    ],
)
def test_a_finite_form_tells_mood_tense_and_number(form: str, lemma: str, mood: str, tense: str, number: str) -> None:
    morph = verb_morph(form, "VVFIN", lemma)
    assert (morph.mood, morph.tense, morph.number) == (mood, tense, number)


def test_every_irregular_verb_finds_back_from_its_forms() -> None:
    for row in irregular_verbs():
        assert verb_lemma(row["participle"], "VVPP", "") == row["infinitive"]
        assert verb_morph(row["preterite"], "VVFIN", row["infinitive"]).tense == "past"


def test_a_prefix_parts_always_never_or_in_some_verbs() -> None:
    assert set(verb_prefixes().values()) == {"yes", "no", "both"}
