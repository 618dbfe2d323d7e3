import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest
from claim_strategies import CLAIMS as ANY
from followthemoney import EntityProxy, model
from followthemoney.graph import Graph
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom_claims import CLAIMS, SOURCES, VOCABULARY

from kg.errors import KgError
from kg.export import ftm as module
from kg.export.ftm import ftm
from kg.model.claim import Claim, Participant
from kg.model.entity import Entity


def proxies(claims: Iterable[Claim]) -> dict[str, EntityProxy]:
    """Read the lines as the library does; every id is there once."""
    lines = list(ftm(tuple(claims), sources=SOURCES, vocabulary=VOCABULARY))
    found = {proxy.id: proxy for proxy in (EntityProxy.from_dict(json.loads(line)) for line in lines)}
    assert len(found) == len(lines)
    return found


def check(found: dict[str, EntityProxy]) -> None:
    """Hold every entity to its schema: values, what is required, and that references lead to what may stand there."""
    for proxy in found.values():
        proxy.schema.validate(proxy.to_dict())
        assert all(proxy.get(name) for name in proxy.schema.required), proxy
        for prop, value in proxy.itervalues():
            if prop.range is not None:
                assert found[value].schema.is_a(prop.range), f"{proxy} {prop.name}"


def edges(claims: Iterable[Claim]) -> list[tuple[str, str | None]]:
    """Return schema and claim of what was written as an edge."""
    return [(p.schema.name, p.first("recordId")) for p in proxies(claims).values() if p.first("recordId", quiet=True)]


def test_a_name_of_which_nothing_is_left_is_refused_in_one_line() -> None:
    nameless = Participant(Entity("x", "\x00", "Person"))
    with pytest.raises(KgError, match="FollowTheMoney refuses Person"):
        proxies([replace(CLAIMS[4], subject=nameless)])


@given(st.lists(ANY, max_size=4, unique_by=lambda claim: claim.id))
@settings(max_examples=40, deadline=None)
def test_whatever_is_claimed_the_lines_are_valid(claims: list[Claim]) -> None:
    refused = ""
    try:
        check(proxies(claims))
    except KgError as problem:  # The library has no use for a name of nothing but signs, and we say so.
        refused = str(problem)
    assert not refused or "FollowTheMoney refuses" in refused


def test_the_claims_of_the_newsroom() -> None:
    found = proxies(CLAIMS)
    check(found)
    assert Counter(proxy.schema.name for proxy in found.values()) == {
        "Document": 1, "Article": 1, "Person": 1, "PublicBody": 1, "Organization": 1, "Company": 1, "Address": 1,
        "Event": 1, "Position": 1, "Occupancy": 1, "Membership": 2, "Ownership": 1, "UnknownLink": 1, "Note": 3,
        "Documentation": 5,
    }  # fmt: skip


def test_only_facts_are_edges_and_the_others_are_notes_that_say_why() -> None:
    found = proxies(CLAIMS).values()
    notes = sorted(proxy.first("description") for proxy in found if proxy.schema.name == "Note")
    assert notes[0] == "Laut Ada Lind, geplant: Nordland verlässt Seebund"
    assert notes[1].startswith("Nordland hat Kennzahl Fangquoten")
    assert notes[2] == "Verneint: Ada Lind besucht Fischereigipfel"
    assert [claim_id for _, claim_id in edges(CLAIMS)] == ["c1", "c2", "c3", "c4", "c5"]


def test_an_edge_shows_sentence_time_and_article() -> None:
    found = proxies(CLAIMS)
    visit = next(proxy for proxy in found.values() if proxy.schema.name == "UnknownLink")
    assert visit.first("role") == "besucht"
    assert visit.first("date") == "2024-05-02"
    assert visit.first("summary") == "Lind besuchte am Donnerstag den *Hafen* von Tolm."
    assert found[visit.first("proof")].first("publisher") == "Tolmer Bote"
    office = next(proxy for proxy in found.values() if proxy.schema.name == "Occupancy")
    assert (office.first("startDate"), office.first("endDate")) == ("2021-03-01", None)
    assert found[office.first("post")].caption == "Ministerin (Nordland)"


def test_the_library_makes_a_graph_of_the_edges() -> None:
    graph = Graph()
    for proxy in proxies(CLAIMS).values():
        graph.add(proxy)
    drawn = {edge.schema.name for edge in graph.iteredges() if edge.schema is not None}
    assert drawn >= {"Occupancy", "Membership", "Ownership", "UnknownLink"}


def test_an_edge_whose_ends_do_not_fit_is_an_unknown_link() -> None:
    owned = CLAIMS[3]
    assert edges([owned]) == [("Ownership", "c4")]
    assert edges([replace(owned, subject=CLAIMS[0].subject)]) == [("UnknownLink", "c4")]


def test_every_schema_and_property_of_our_tables_is_the_librarys() -> None:
    for name in module._schemata().values():
        assert model.get(name) is not None
    for schema, *ends in module._links().values():
        assert all(model[schema].get(end).range for end in ends)


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    module._model.cache_clear()
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(KgError, match=r"belegnetz\[ftm\]"):
        ftm((), sources={}, vocabulary=VOCABULARY)
