"""From matches to claims: one claim an atomic fact, repeated facts merged with all their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from kg.claim.attribution import speaker_of
from kg.claim.counted_again import counted_again
from kg.claim.dating import when_of
from kg.claim.measures import of_what
from kg.claim.moods import modality_of, polarity_of
from kg.claim.participants import participants
from kg.claim.precision import Precision
from kg.claim.predicates import CLASSING, PART, SPOKEN
from kg.claim.quantities import counted_among, counted_apart, counted_together, former_amount, quantity_of
from kg.claim.repeated import merge_repeated
from kg.claim.unstated import is_only_wanted
from kg.match.classes import GOVERNING, class_fits
from kg.match.clauses import Match
from kg.match.nouns import is_spoken_for
from kg.match.scene import Scene
from kg.model.claim import Claim, Evidence, Participant
from kg.model.entity import Entity
from kg.model.identity import content_hash
from kg.model.offsets import last_at
from kg.model.reading import Quantity
from kg.model.vocabulary import Predicate, Vocabulary

__all__ = ["make_claims"]

NOBODY = Participant(Entity("", "", ""))
BINDING = ("fordert", "plant", "stimmtZu", "verbietet", "zwingt")
"""What a law, a treaty or a ruling does by what stands in it; subject-outside-domain.rq knows the same."""
MOVED = ("beteiligtSichAn", "mobilisiert", "verbietet", "vereinbart", SPOKEN)
"""Predicates of topics whose object may act after all: missions joined, forces sent, parties banned, states named."""
REFLEXIVE = ("ernennt",)
"""What somebody can do to himself: sich zum Präsidenten ausrufen. All else takes two."""


def make_claims(scene: Scene, matches: Iterable[Match], precision: Precision) -> tuple[Claim, ...]:
    """Return the claims in document order; `precision` is the measured one of each rule."""
    wanted = (match for match in matches if not is_only_wanted(scene, match))
    stated = [each for match in wanted for each in counted_apart(scene, match)]
    stated += [among for match in stated if (among := counted_among(scene, match)) is not None]
    claims = [claim for match in stated for claim in _claims(scene, match, precision)]
    former = (match for each in stated if (match := former_amount(scene, each)) is not None)
    # When something was otherwise is seldom said, the time of the clause is that of the change; it was so for certain.
    was = (claim for match in former for claim in _claims(scene, match, precision))
    claims += [replace(claim, when=None, modality="asserted") for claim in was]
    again = counted_again(scene, stated)
    claims += [replace(c, quantity=amount) for match, amount in again for c in _claims(scene, match, precision)]
    claims.sort(key=_place)
    return merge_repeated(claims, scene.vocabulary)


def _place(claim: Claim) -> tuple[int, int, str, int, str]:
    place = claim.evidence[0]
    return place.start, place.end, claim.predicate, claim.quantity.start if claim.quantity else 0, claim.id


def _claims(scene: Scene, match: Match, precision: Precision) -> Iterator[Claim]:
    predicate = scene.vocabulary.predicates[match.rule.predicate]
    quantity = quantity_of(scene, match, predicate)
    if predicate.kind == "measure" and (quantity is None or counted_together(scene, match)):
        return
    # What a measure counts is named without the number, which is its quantity.
    counted = predicate.kind != "measure"
    subjects = participants(scene, match, "subject", counted=counted)
    speaker = speaker_of(scene, match, {subject.entity.id for subject in subjects})
    objects = participants(scene, match, "object", counted=counted, speaker=speaker)
    if not counted and quantity is not None:
        objects = [of_what(scene, match, told, quantity) for told in objects]
    common = Claim(
        id="",
        document=scene.annotations.document.id,
        subject=NOBODY,
        predicate=predicate.name,
        object=NOBODY,
        evidence=(_evidence(scene, match),),
        polarity=polarity_of(scene, match),
        modality=modality_of(scene, match, said=speaker is not None),
        when=when_of(scene, match, predicate),
        quantity=quantity,
        rule=match.rule.name,
        confidence=precision.of(match.rule.name),
        speaker=speaker,
    )
    for subject, object_, qualifiers in product(subjects, objects, _qualifiers(scene, match, predicate)):
        if _sensible(scene.vocabulary, predicate, subject, object_):
            further = tuple(item for item in qualifiers if item[1].entity.id != subject.entity.id)
            claim = replace(common, subject=subject, object=object_, qualifiers=further)
            if _is_one_of_counted(object_, objects, quantity):
                claim = replace(claim, quantity=None)
            yield replace(claim, id=_claim_id(claim))


def _is_one_of_counted(object_: Participant, objects: list[Participant], quantity: Quantity | None) -> bool:
    """Tell one of those who are counted from their number: zwölf Menschen, darunter | Weber."""
    if quantity is None or len(objects) < 2:
        return False
    known = not object_.entity.provisional and any(other.entity.provisional for other in objects)
    counted = any(quantity.text in (other.mention or "") for other in objects)
    return known or (counted and quantity.text not in (object_.mention or ""))


def _sensible(vocabulary: Vocabulary, predicate: Predicate, subject: Participant, object_: Participant) -> bool:
    """Tell whether the ends can be the predicate's: a topic does not act, and who is demanded or planned is no person.

    Laws and treaties do what they lay down, towns and gatherings what those do who govern or meet there. Relations and
    measures are said of more than domain and range name (a currency depends on another, inhabitants are counted),
    events are not.
    """
    if subject.entity.id == object_.entity.id:
        return predicate.name in REFLEXIVE
    if predicate.kind != "event":
        named = object_.entity.type == "Staat" and not object_.entity.provisional
        classed = predicate.name == CLASSING and named  # die größte | Äthiopiens
        return not classed and (predicate.name != PART or subject.entity.type != "Person")
    if object_.entity.label in subject.entity.label.split():
        return False  # a short name that was taken for somebody else: Kennedy stellt Kennedys Rede vor
    binds = subject.entity.type == "Abkommen" and predicate.name in BINDING
    meets = subject.entity.type == "Ereignis" and any(map(is_spoken_for, subject.entity.label.split()))
    governs = (meets or subject.entity.type == "Ort") and predicate.name in GOVERNING
    acts = binds or governs or class_fits(vocabulary, subject.entity.type, (predicate.domain,))
    free = predicate.range != "Thema" or predicate.name in MOVED
    return acts and (free or class_fits(vocabulary, object_.entity.type, ("Thema",)))


def _qualifiers(scene: Scene, match: Match, predicate: Predicate) -> list[tuple[tuple[str, Participant], ...]]:
    """Return one set of qualifiers for each choice among coordinated ones: facts are atomic."""
    found = {name: participants(scene, match, name) for name in sorted(predicate.qualifiers)}
    choices = [[(name, participant) for participant in people] for name, people in found.items() if people]
    return [tuple(choice) for choice in product(*choices)]


def _evidence(scene: Scene, match: Match) -> Evidence:
    annotations = scene.annotations
    trigger = annotations.tokens[match.trigger].start
    sentence = annotations.sentences[max(0, last_at(annotations.sentences, trigger))]
    return Evidence(
        document=annotations.document.id,
        sentence=annotations.document.text[sentence.start : sentence.end],
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        start=max(match.start, sentence.start),
        end=min(match.end, sentence.end),
    )


def _claim_id(claim: Claim) -> str:
    first = claim.evidence[0]
    ends = (claim.subject.entity.id, claim.predicate, claim.object.entity.id)
    qualifiers = (part for name, participant in claim.qualifiers for part in (name, participant.entity.id))
    return content_hash(claim.document, first.start, first.end, *ends, claim.polarity, *qualifiers)
