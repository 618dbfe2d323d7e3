from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from mention_cases import cases, gazetteer, read

from kg.annotate.clauses.read import read_clauses
from kg.annotate.names.find import find_mentions
from kg.annotate.names.gazetteer import known_bodies
from kg.annotate.names.member_attributes import find_attributed_members
from kg.annotate.names.office_phrases import find_phrases
from kg.annotate.names.office_text import office_text
from kg.annotate.names.offices import find_offices
from kg.annotate.names.predicative_offices import with_subjects
from kg.model.entity import Entity, Knowledge, Office
from kg.model.reading import OfficeMention


def shown(office: OfficeMention) -> str:
    place = f" @ {office.place.label}" if office.place else ""
    standing = "" if office.standing == "held" else f" ({office.standing})"
    return f"{office.holder.label} | {office.title} | {office.of.label}{place}{standing}"


def offices_of(text: str, bodies: Mapping[tuple[str, str], Entity] | None = None) -> tuple[OfficeMention, ...]:
    tokens, sentences = read(text)
    mentions = find_mentions(text, tokens, sentences, gazetteer())
    clauses = read_clauses(tokens, sentences, mentions)
    named = office_text(tokens, mentions, gazetteer())
    phrases = with_subjects(named, clauses, find_phrases(named, sentences))
    return find_offices(tokens, mentions, phrases, bodies or {})


@pytest.mark.parametrize("case", cases("offices.yaml"), ids=lambda case: case["text"][:40])
def test_offices(case: dict[str, Any]) -> None:
    assert [shown(office) for office in offices_of(case["text"])] == case["states"]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Zu lange zögerte Minister Ole Tamm von der SPD mit dem Plan.", ["Ole Tamm | SPD"]),
        ("Ole Tamm aus der SPD-Fraktion lehnt das ab.", ["Ole Tamm | SPD"]),
        ("Ihm dankte die Ökonomin Ida Holm von der NATO herzlich.", ["Ida Holm | NATO"]),
        ("Später dankte Ida Holm bei der NATO dem Rat.", []),
        ("Der Austritt von Ole Tamm aus der SPD überraschte.", []),
        (
            "SPD-Chef Ole Tamm und seine Parteifreunde Ida Holm und Jan Kalski kamen.",
            ["Ida Holm | SPD", "Jan Kalski | SPD"],
        ),
        ("Geld verlangte Ole Tamm von der SPD nicht.", []),
        ("Nun wurde Ole Tamm von der SPD scharf kritisiert.", []),
        ("Ole Tamm von der SPD entlassen", []),
    ],
)
def test_what_stands_behind_a_name_tells_whose_member_somebody_is(text: str, members: list[str]) -> None:
    tokens, sentences = read(text)
    mentions = find_mentions(text, tokens, sentences, gazetteer())
    clauses = read_clauses(tokens, sentences, mentions)
    found = find_attributed_members(office_text(tokens, mentions, gazetteer()), sentences, clauses)
    assert [f"{member.holder.label} | {member.of.label}" for member in found] == members


def test_span_covers_title_and_name() -> None:
    text = "Gestern schwieg Polens Botschafter in Kasachstan, Jan Kalski, lange."
    (office,) = offices_of(text)
    assert text[office.start : office.end] == "Polens Botschafter in Kasachstan, Jan Kalski"


def test_tables_know_for_whom_an_office_is_held() -> None:
    text = "Am Abend schwieg Präsident Arman Tulegenow."
    tokens, sentences = read(text)
    mentions = find_mentions(text, tokens, sentences, gazetteer())
    holder, state = mentions[0].entities[0], Entity("Polen", "Polen", "Staat")
    held = (Office(holder.id, "Präsident", state.id), Office(holder.id, "Außenminister", state.id))
    bodies = known_bodies(Knowledge((holder, state), held))
    assert [office.of for office in offices_of(text, bodies)] == [state]
    other = Entity("Norwegen", "Norwegen", "Staat")
    unclear = known_bodies(Knowledge((holder, state, other), (*held, Office(holder.id, "Präsidentin", other.id))))
    assert not offices_of(text, unclear)
