"""What a noun phrase tells by the way, and the nouns that say of what kind a named thing is."""

from pathlib import Path

import pytest

from kg.match.nouns import kind_class
from kg.model.claim import Claim
from kg.model.text import Document
from kg.pipeline import Resources, extract, load_resources
from kg.workspace import find_workspace, template_folder


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources(find_workspace(template_folder()))


def claims_of(text: str, resources: Resources, predicate: str) -> list[Claim]:
    document = Document("d", Path("d.txt"), text, published="2024-05-15")
    return [claim for claim in extract(document, resources).claims if claim.predicate == predicate]


@pytest.mark.parametrize(
    "text",
    [
        "Die Opposition forderte die Auflösung des polnischen Parlaments.",
        "Das polnische Parlament wird wohl nicht tagen.",
        "Minister Jan Kowal sagte, das polnische Parlament habe zugestimmt.",
    ],
)
def test_an_aside_is_a_plain_fact_whatever_is_said_of_its_noun(text: str, resources: Resources) -> None:
    (claim,) = claims_of(text, resources, "teilVon")
    assert (claim.subject.entity.label, claim.object.entity.label) == ("polnisches Parlament", "Polen")
    assert (claim.polarity, claim.modality, claim.speaker) == ("pos", "asserted", None)


@pytest.mark.parametrize(
    "text", ["Der frühere Botschafter Norwegens reiste ab.", "Kein Botschafter Norwegens reiste ab."]
)
def test_what_is_over_or_is_not_there_is_no_aside(text: str, resources: Resources) -> None:
    assert claims_of(text, resources, "amtstraegerVon") == []


def test_quotation_marks_do_not_part_a_noun_from_its_name(resources: Resources) -> None:
    (claim,) = claims_of("Das forderte die Organisation „Neue Wege“.", resources, "istEin")
    assert (claim.subject.entity.label, claim.object.entity.label) == ("Neue Wege", "Organisation")


@pytest.mark.parametrize(
    ("noun", "named"),
    [
        ("Aktivistin", "Person"),
        ("Hafenstadt", "Ort"),
        ("Hilfsorganisation", "Organisation"),
        ("Präsident", None),  # an office
        ("Amtskollege", None),  # a relation
        ("Landtagskollegin", None),
        ("Flughafen", None),  # has the name of its town
        ("Freude", None),
    ],
)
def test_a_noun_before_a_name_says_its_kind(noun: str, named: str | None) -> None:
    assert kind_class(noun) == named
