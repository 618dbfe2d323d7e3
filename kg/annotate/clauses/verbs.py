"""Verb complexes: lexical head, rejoined prefix, auxiliaries, modals, tense, mood, voice and modality of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.government import government
from kg.annotate.clauses.tagged import NONFINITE, Tagged
from kg.annotate.clauses.verb_tags import looks_like_participle
from kg.annotate.lexicon import rows, word_list
from kg.annotate.words.tagger import readings
from kg.annotate.words.verb_forms import verb_lemma
from kg.model.reading import Token

__all__ = ["Predicate", "infinitive_of", "moves", "predicate"]

_MODALS: Final = frozenset({"können", "müssen", "sollen", "wollen", "dürfen", "mögen"})
_WITH_INFINITIVE: Final = _MODALS | {"werden"}
_DONE: Final = ("past", "perfect", "pluperfect")
# Adjectives that with "sein … zu" say what a modal verb says.
_THERE_TO_TELL: Final = frozenset(  # what there is to tell and to offer is there: hatte Gewinne zu vermelden
    {"beklagen", "berichten", "bieten", "melden", "sagen", "verantworten", "verkünden", "vermelden", "verzeichnen"}
)
_FROM_THEN: Final = frozenset({"anschließend", "bald", "danach", "demnächst", "fortan", "künftig", "später"})
_LIKE_MODALS: Final = {"bereit": "wollen", "gewillt": "wollen", "willens": "wollen", "fähig": "können"}
# Full verbs that take an infinitive without "zu"; the infinitive is then the head.
_WITH_BARE_INFINITIVE: Final = frozenset({"lassen", "gehen", "lernen", "sehen", "hören", "kommen", "bekommen"})

_CLEARLY: Final = frozenset({"klar", "hoch"})
_ENDING: Final = frozenset({"gewinnen", "siegen", "unterliegen", "verlieren"})
"""What may end clearly or narrowly, and makes no verb with the adverb: gewann die Wahl | klar."""
_KEPT: Final = {"halten": ("besetzt", "gefangen"), "nehmen": ("gefangen",)}


@dataclass(slots=True)
class Predicate:
    """The verb complex of a clause; fields as in `Clause`. `above` are the lemmas of auxiliaries and modals."""

    head: int
    lemma: str
    complex: list[int] = field(default_factory=list)
    finite: int | None = None
    above: tuple[str, ...] = ()
    with_zu: bool = False
    tense: str = "present"
    mood: str = "indicative"
    voice: str = "active"
    modal: str | None = None
    modality: str = "asserted"


def predicate(words: Tagged, frame: Frame) -> Predicate | None:
    """Return the verb complex of a frame, None where it has no verb."""
    verbs = [index for index in frame.indices if words.tags[index] in NONFINITE]
    head = _head(words, frame, verbs)
    if head is None:
        return None
    result = Predicate(head, _lemma(words, head), finite=frame.finite)
    _gather(words, frame, verbs, result)
    _join_state(words, frame, result)
    _set_voice(words, frame, result)
    if frame.finite is not None:
        _set_tense(words.tokens[frame.finite], result)
    elif result.voice == "active" and {"haben", "sein"} & set(result.above):
        result.tense = "perfect"
    _set_modality(words, frame, result)
    return result


def _head(words: Tagged, frame: Frame, verbs: Sequence[int]) -> int | None:
    """Return the lexical verb: the finite one, or the first full verb below an auxiliary or modal."""
    finite = frame.finite
    lexical = [index for index in verbs if words.tags[index].startswith("VV")]
    if finite is not None and words.tags[finite] == "VVFIN":
        below = next((index for index in lexical if words.tags[index] != "VVPP" or index > finite), None)
        return below if below is not None and words.lemma(finite) in _WITH_BARE_INFINITIVE else finite
    if finite is not None and lexical and words.tags[lexical[0]] == "VVPP":
        return _behind_adverbial(words, words.lemma(finite), lexical, verbs)
    return next(iter([*lexical, *verbs]), finite)


def _behind_adverbial(words: Tagged, finite: str, lexical: Sequence[int], verbs: Sequence[int]) -> int:
    """Return the verb behind participles that say how: wird geschlossen | stimmen, 5 km entfernt | gefunden."""
    participles = [index for index in lexical if words.tags[index] == "VVPP"]
    aided = any(words.tags[index].startswith("VA") for index in verbs)
    infinitive = next((index for index in reversed(lexical) if words.tags[index] == "VVINF"), None)
    return infinitive if infinitive is not None and finite in _WITH_INFINITIVE and not aided else participles[-1]


def _lemma(words: Tagged, head: int) -> str:
    """Return the infinitive of a verb, also where the tagger took it for another word."""
    token, tag, low = words.tokens[head], words.tags[head], words.lows[head]
    if tag == token.tag or token.tag.startswith("V"):
        # A finite form that begins with ge- belongs to a verb that does (gehört: gehören, not hören).
        missing = tag == "VVFIN" and low.startswith("ge") and not token.lemma.startswith("ge")
        return f"ge{token.lemma}" if missing else token.lemma
    found = next((verb_lemma(low, tag, reading.lemma) for reading in readings(low) if reading.tag == tag), None)
    if found is None and low.endswith("en"):
        return low
    return found or low.removesuffix("n").removesuffix("te").removesuffix("t") + "en"


def _gather(words: Tagged, frame: Frame, verbs: Sequence[int], result: Predicate) -> None:
    """Collect the words of the complex and rejoin a separated prefix."""
    tags, finite = words.tags, frame.finite
    # hat die Preise steigen | lassen: the one verb with an infinitive of its own that says who makes it happen
    causing = {index for index in verbs if index > result.head and _lemma(words, index) == "lassen"}
    helpers = [index for index in verbs if index in causing or (index != result.head and tags[index][:2] != "VV")]
    members = {result.head, *helpers} if finite is None else {result.head, finite, *helpers}
    if result.head == finite:
        prefix = next((index for index in frame.indices if tags[index] == "PTKVZ" and index > finite), None)
    else:
        before = result.head - 1 - (tags[result.head - 1] == "PTKZU")
        prefix = before if before in frame.indices and tags[before] == "PTKVZ" else None  # infrage (zu) stellen
    if prefix is not None and not (words.lows[prefix] in _CLEARLY and result.lemma in _ENDING):
        result.lemma = words.lows[prefix] + result.lemma
        members.add(prefix)
    zu = {index for index in frame.indices if tags[index] == "PTKZU" and index + 1 in members}
    result.with_zu = bool(zu) or tags[result.head] == "VVIZU"
    result.complex = sorted(members | zu)
    above = helpers if finite is None or finite == result.head else [finite, *helpers]
    result.above = tuple("lassen" if i in causing else words.lemma(i) for i in (*above, *frame.lent))


def _join_state(words: Tagged, frame: Frame, result: Predicate) -> None:
    """Read a verb with the state that it keeps or takes somebody in as one: hält die Stadt besetzt, besetzthalten."""
    states = _KEPT.get(result.lemma, ())
    kept = next((index for index in frame.indices if words.lows[index] in states), None)
    if kept is not None:
        result.lemma = words.lows[kept] + result.lemma
        result.complex = sorted({kept, *result.complex})


def _set_voice(words: Tagged, frame: Frame, result: Predicate) -> None:
    if not words.tags[result.head].endswith("PP"):
        result.voice = "stative" if _befalls(words, frame, result) else "active"
        return
    if "werden" in result.above or not (result.above or result.finite is not None):
        result.voice = "passive"  # without any auxiliary it is a headline: Beitritt abgelehnt
    elif "sein" in result.above and "haben" not in result.above and not moves(result.lemma):
        result.voice = "stative"


def _befalls(words: Tagged, frame: Frame, result: Predicate) -> bool:
    """Tell what is to be done with the subject: die Frage ist zu klären; but er ist bereit zu gehen."""
    if not result.with_zu or result.above != ("sein",) or words.tags[result.head].startswith("VA"):
        return False
    ready = any(words.lows[index] in _LIKE_MODALS for index in frame.indices)
    return not ready and government(result.lemma).takes("a")


@lru_cache(maxsize=10_000)  # the verbs of an archive
def moves(lemma: str) -> bool:
    """Tell whether the verb, or the verb of motion it is made from, has its perfect with "sein" (eintreffen)."""
    moving = word_list("sein_perfect.txt")
    particles = (particle for particle in word_list("verb_particles.txt") if lemma.startswith(particle))
    return lemma in moving or any(lemma.removeprefix(particle) in moving for particle in particles)


def _set_tense(finite: Token, result: Predicate) -> None:
    past, mood = finite.morph.tense == "past", finite.morph.mood
    imperative = "imperative" if finite.morph.form == "imp" else "indicative"
    result.mood = mood if mood in ("k1", "k2") else imperative
    above, auxiliary = result.above, result.above[0] if result.above and finite.lemma == result.above[0] else ""
    # hätte liefern sollen: "haben" stands with a modal verb's infinitive as it does with a participle.
    participle = auxiliary == "haben" or result.voice != "active" or _WITH_INFINITIVE.isdisjoint(above)
    if auxiliary in ("haben", "sein") and participle and not result.with_zu:
        complete = result.voice == "active" or "werden" in above
        result.tense = ("pluperfect" if past else "perfect") if complete else ("past" if past else "present")
    elif auxiliary == "werden" and (result.voice == "active" or above.count("werden") > 1):
        result.tense = "future"
    else:
        result.tense = "past" if past else "present"


def _set_modality(words: Tagged, frame: Frame, result: Predicate) -> None:
    result.modal = next((lemma for lemma in result.above if lemma in _MODALS), None)
    if result.with_zu and result.above[:1] == ("sein",):  # ist bereit das zu tun, without the comma
        result.modal = next((_LIKE_MODALS[low] for low in map(words.text, frame.indices) if low in _LIKE_MODALS), None)
    if result.modal in ("sollen", "wollen") and _is_under_way(words, frame, result):
        result.modal = None
    result.modality = _modality_of_verbs(result)
    if result.modality == "planned" and result.modal == "sollen" and _lasts(words, frame, result):
        result.modality = "hearsay"
    if result.modality == "demanded" and result.modal == "müssen" and _is_a(words, frame, result):
        result.modality = "possible"  # es müsse sich um Soldaten handeln
    if result.modality == "asserted" or (result.modality == "planned" and result.modal is None):
        adverbs = _modal_adverbs()  # an adverb says more than the future: wird vielleicht gewinnen
        said = (index for index in frame.indices if words.lows[index] in adverbs)
        whole = (words.lows[i] for i in said if not _qualifies_adjective(words, i) and not _is_added(words, result, i))
        result.modality = next((adverbs[low] for low in whole), result.modality)


def _qualifies_adjective(words: Tagged, index: int) -> bool:
    """Tell an adverb that says only how sure an adjective is: der | voraussichtlich nächste Trainer."""
    within = 0 < index < len(words.tags) - 1
    return within and words.tags[index - 1] in ("ART", "APPRART", "PPOSAT", "PDAT") and words.tags[index + 1] == "ADJA"


def _is_added(words: Tagged, result: Predicate, index: int) -> bool:
    """Tell an adverb of what a clause only adds at its end: Er flog nach Rom, | angeblich privat."""
    return words.tags[index - 1] == "$," and index > max(result.complex, default=index)


def _is_under_way(words: Tagged, frame: Frame, result: Predicate) -> bool:
    """Tell what is done already from what is meant to be: die seit Mai streiken | und weiter streiken wollen."""
    apart = words.lows[result.head + 1 : result.head + 2] == ["und"] and (result.finite or 0) > result.head
    return apart and any(words.lows[index] == "seit" for index in frame.indices)


def _lasts(words: Tagged, frame: Frame, result: Predicate) -> bool:
    """Tell what is so already and can only be reported: soll in Wien leben, soll sich um Soldaten handeln."""
    if any(words.lows[index] in _FROM_THEN for index in frame.indices):
        return False  # soll künftig in Wien leben
    return result.lemma in word_list("lasting_verbs.txt") or _is_a(words, frame, result)


def _is_a(words: Tagged, frame: Frame, result: Predicate) -> bool:
    """Tell a verb that says what something is: es handelt sich um Soldaten."""
    return result.lemma == "handeln" and any(words.lows[index] == "sich" for index in frame.indices)


def _modality_of_verbs(result: Predicate) -> str:
    """Return the modality that the verb complex tells by itself."""
    perfect = bool({"haben", "sein"} & set(result.above))
    if result.modal in ("sollen", "wollen"):
        return "hearsay" if perfect and result.above[0] == result.modal else "planned"
    if result.modal == "müssen" and result.tense in _DONE and result.mood == "indicative":
        return "asserted"  # who had to do it did it: die Bewohner mussten fliehen, haben fliehen müssen
    if result.modal == "mögen" and result.mood == "k2":
        return "planned"  # möchte wishes what wollen wants
    if result.modal is not None:
        return "demanded" if result.modal == "müssen" else "possible"
    # "das Abkommen werde unterzeichnet": reported in the present, what is done by nobody yet is to come.
    agentless = result.mood == "k1" and result.voice == "passive" and result.tense == "present"
    if result.tense == "future" or agentless:
        return "planned"
    to_do = result.with_zu and perfect and result.finite is not None and result.lemma not in _THERE_TO_TELL
    return "demanded" if to_do else "asserted"


@cache
def _modal_adverbs() -> dict[str, str]:
    return {row["adverb"]: row["modality"] for row in rows("modal_adverbs.csv")}


def infinitive_of(participle: Token) -> tuple[str, bool]:
    """Return the infinitive of an attributive participle (geführte: führen), and whether it is a past participle.

    An adjective (abhängige) stands for itself and is none.
    """
    stem = participle.text.lower().rstrip("mnrs").removesuffix("e")
    if stem.endswith("nd"):
        return stem[:-1], False
    reading = next((reading for reading in readings(stem) if reading.tag == "VVPP"), None)
    if reading is None:
        return participle.lemma, looks_like_participle(stem)
    return verb_lemma(stem, "VVPP", reading.lemma), True
