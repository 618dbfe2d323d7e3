"""Verb complexes: lexical head, rejoined prefix, auxiliaries, modals, tense, mood, voice and modality of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kg.annotate.fields import Frame
from kg.annotate.lexicon import rows, word_list
from kg.annotate.retag import FINITE, NONFINITE
from kg.annotate.tagger import readings
from kg.model.reading import Token

__all__ = ["Government", "Predicate", "government", "infinitive_of", "predicate", "split_coordinated"]

AUXILIARIES: Final = frozenset({"haben", "sein", "werden"})
MODALS: Final = frozenset({"können", "müssen", "sollen", "wollen", "dürfen", "mögen"})
_SEMI_MODALS: Final = frozenset({"haben", "sein", "scheinen", "brauchen", "pflegen", "vermögen", "drohen", "bleiben"})


@dataclass(frozen=True, slots=True)
class Government:
    """What a verb asks for: frames as case letters ("n", "na", "nd", "nda", "nn"), and prepositions."""

    frames: tuple[str, ...] = ("na", "n")
    prepositions: tuple[str, ...] = ()

    def takes(self, case: str) -> bool:
        """Tell whether some frame has the case beside the subject ("n" asks for a predicate nominal)."""
        return any(case in frame[1:] for frame in self.frames)


@dataclass(slots=True)
class Predicate:
    """The verb complex of a clause; fields as in `Clause`."""

    head: int
    lemma: str
    complex: list[int] = field(default_factory=list)
    finite: int | None = None
    tense: str = "present"
    mood: str = "indicative"
    voice: str = "active"
    modal: str | None = None
    modality: str = "asserted"
    with_zu: bool = False


@cache
def _governments() -> dict[str, Government]:
    return {
        row["verb"]: Government(tuple(row["frames"].split()), tuple((row["prepositions"] or "").split()))
        for row in rows("verb_government.csv")
    }


@cache
def _modal_adverbs() -> dict[str, str]:
    return {row["adverb"]: row["modality"] for row in rows("modal_adverbs.csv")}


@cache
def government(lemma: str) -> Government:
    """Return what the verb governs; a verb not listed may or may not take an accusative."""
    return _governments().get(lemma, Government())


def split_coordinated(tags: Sequence[str], frame: Frame) -> list[Frame]:
    """Return one frame for each of the infinitives or participles coordinated under one finite verb."""
    verbs = [index for index in frame.indices if tags[index] in NONFINITE]
    for left, right in zip(verbs, verbs[1:], strict=False):
        links = [index for index in frame.indices if left < index < right and tags[index] == "KON"]
        if not links or any(tags[index] in FINITE for index in range(left, links[0])):
            continue
        link = links[0]
        if frame.finite is not None and left < frame.finite < link:
            continue
        rest = Frame(
            frame.kind,
            [index for index in frame.indices if index > link and index != frame.finite],
            finite=frame.finite,
            parent=frame.parent,
            leader=frame,
            verb_last=frame.verb_last,
        )
        frame.indices = [index for index in frame.indices if index < link or index == frame.finite]
        return [frame, *split_coordinated(tags, rest)]
    return [frame]


def predicate(tokens: Sequence[Token], tags: Sequence[str], frame: Frame) -> Predicate | None:
    """Return the verb complex of a frame, None where it has no verb."""
    verbs = [index for index in frame.indices if tags[index] in NONFINITE]
    lexical = [index for index in verbs if tags[index].startswith("VV")]
    finite = frame.finite
    if finite is None and not verbs:
        return None
    if (
        finite is not None
        and tags[finite] == "VVFIN"
        and not (
            lexical and tokens[finite].lemma in ("lassen", "gehen", "lernen", "sehen", "hören", "kommen", "bekommen")
        )
    ):
        head = finite
    elif lexical:
        head = lexical[0] if frame.leader is None or lexical[0] > frame.first - 1 else lexical[-1]
    elif finite is not None and tags[finite] == "VVFIN":
        head = finite
    elif verbs:
        head = verbs[0]
    else:
        assert finite is not None
        head = finite
    result = Predicate(head, _lemma(tokens[head], tags[head]), finite=finite)
    _rejoin(tokens, tags, frame, result)
    _chain(tokens, tags, frame, verbs, result)
    return result


def _lemma(token: Token, tag: str) -> str:
    """Return the infinitive of a verb, also where the tagger took it for another word."""
    text = token.text.lower()
    if tag == token.tag or token.tag.startswith("V"):
        # A finite form that begins with ge- belongs to a verb that does (gehört: gehören, not hören).
        missing = tag == "VVFIN" and text.startswith("ge") and not token.lemma.startswith("ge")
        return f"ge{token.lemma}" if missing else token.lemma
    found = next((reading.lemma for reading in readings(text) if reading.tag == tag), None)
    return found or text.removesuffix("n").removesuffix("te").removesuffix("t") + "en"


def _rejoin(tokens: Sequence[Token], tags: Sequence[str], frame: Frame, result: Predicate) -> None:
    if result.head != frame.finite:
        return
    particle = next((index for index in frame.indices if tags[index] == "PTKVZ" and index > result.head), None)
    if particle is not None:
        result.lemma = tokens[particle].text.lower() + result.lemma
        result.complex.append(particle)


def _chain(tokens: Sequence[Token], tags: Sequence[str], frame: Frame, verbs: list[int], result: Predicate) -> None:
    """Fill tense, mood, voice and modality from the auxiliaries and modals above the head."""
    finite = frame.finite
    members = {result.head, *result.complex}
    if finite is not None:
        members.add(finite)
    helpers = [index for index in verbs if index != result.head and not tags[index].startswith("VV")]
    members.update(helpers)
    for index in frame.indices:
        if tags[index] == "PTKZU" and index + 1 in members:
            members.add(index)
            result.with_zu = True
    result.with_zu = result.with_zu or tags[result.head] == "VVIZU"
    result.complex = sorted(members)
    lemmas = [tokens[index].lemma for index in helpers]
    finite_lemma = tokens[finite].lemma if finite is not None and finite != result.head else ""
    participle = tags[result.head].endswith("PP")
    _voice(tokens, result, finite_lemma, lemmas, participle)
    if finite is not None:
        _tense(tokens[finite], result, finite_lemma, lemmas, participle)
    _modality(tokens, frame, result, finite_lemma, lemmas)


def _voice(tokens: Sequence[Token], result: Predicate, finite_lemma: str, lemmas: list[str], participle: bool) -> None:
    if not participle:
        return
    above = [*lemmas, finite_lemma]
    if "werden" in above:
        result.voice = "passive"
    elif "sein" in above and "haben" not in above and not _perfect_with_sein(result.lemma):
        result.voice = "stative"


def _perfect_with_sein(lemma: str) -> bool:
    """Tell whether the verb, or the verb of motion it is made from, takes "sein" (eintreffen, wegfahren)."""
    moving = word_list("sein_perfect.txt")
    if lemma in moving:
        return True
    bare = next(
        (lemma.removeprefix(particle) for particle in word_list("verb_particles.txt") if lemma.startswith(particle)), ""
    )
    return bare in moving


def _tense(finite: Token, result: Predicate, finite_lemma: str, lemmas: list[str], participle: bool) -> None:
    past = finite.morph.tense == "past"
    mood = finite.morph.mood.rstrip("?")
    result.mood = {"k1": "k1", "k2": "k2"}.get(mood, "imperative" if finite.morph.form == "imp" else "indicative")
    perfect = (finite_lemma == "haben" and participle) or (
        finite_lemma == "sein" and participle and (result.voice == "active" or "werden" in lemmas)
    )
    if perfect:
        result.tense = "pluperfect" if past else "perfect"
    elif (finite_lemma == "werden" and result.voice != "passive") or (finite_lemma == "werden" and "werden" in lemmas):
        result.tense = "future"
    else:
        result.tense = "past" if past else "present"


def _modality(tokens: Sequence[Token], frame: Frame, result: Predicate, finite_lemma: str, lemmas: list[str]) -> None:
    modal = next((lemma for lemma in [finite_lemma, *lemmas] if lemma in MODALS), None)
    result.modal = modal
    perfect = "haben" in lemmas or "sein" in lemmas
    if modal in ("sollen", "wollen"):
        result.modality = "hearsay" if perfect and modal == finite_lemma else "planned"
    elif modal in ("können", "dürfen", "mögen"):
        result.modality = "possible"
    elif modal == "müssen":
        result.modality = "demanded"
    elif result.tense == "future" or (result.mood == "k1" and result.voice == "passive" and result.tense == "present"):
        result.modality = "planned"
    elif result.with_zu and finite_lemma in ("haben", "sein"):
        result.modality = "demanded"
    if result.modality == "asserted":
        adverbs = _modal_adverbs()
        words = (tokens[index].text.lower() for index in frame.indices)
        result.modality = next((adverbs[word] for word in words if word in adverbs), "asserted")


def infinitive_of(participle: Token) -> tuple[str, bool]:
    """Return the infinitive of an attributive participle (geführte: führen), and whether it is a past participle."""
    stem = participle.text.lower().rstrip("mnrs").removesuffix("e")
    if stem.endswith("nd"):
        return stem[:-1], False
    reading = next((reading for reading in readings(stem) if reading.tag == "VVPP"), None)
    return (reading.lemma if reading is not None else participle.lemma), True
