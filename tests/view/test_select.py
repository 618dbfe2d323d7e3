from datetime import date

import pytest
from newsroom import vocabulary

from kg.errors import KgError
from kg.model.claim import Claim, Participant, When
from kg.model.entity import Entity
from kg.model.text import Source
from kg.view.select import QUERY, Selection, claims_of_triples, select_claims

SOURCES = {"a1": Source("a1", "Erster Bericht", "2023-05", "Morgenblatt"), "a2": Source("a2", "Zweiter Bericht")}


def entity(name):
    return Entity(name, name, "Person")


def claim(subject, obj, *, predicate="kritisiert", document="a1", when=None):
    ends = Participant(entity(subject)), Participant(entity(obj))
    return Claim(f"{subject}-{obj}", document, ends[0], predicate, ends[1], (), when=when)


# A chain A – B – C – D, a spur B – E, and a pair of strangers.
CLAIMS = (
    claim("A", "B"),
    claim("B", "C", predicate="besucht"),
    claim("C", "D", document="a2"),
    claim("B", "E", document="a2", when=When("2019", date(2019, 1, 1), date(2019, 12, 31))),
    claim("X", "Y", document="a2"),
)


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(), "A-B B-C C-D B-E X-Y"),
        (Selection(around=["A"]), "A-B"),
        (Selection(around=["A"], depth=2), "A-B B-C B-E"),
        (Selection(around=["A"], depth=9), "A-B B-C C-D B-E"),
        (Selection(around=["A", "X"]), "A-B X-Y"),
        (Selection(predicates=["besucht"]), "B-C"),
        (Selection(around=["A"], depth=9, predicates=["kritisiert"]), "A-B B-E"),
        (Selection(sources=["a2"]), "C-D B-E X-Y"),
        (Selection(sources=["morgenblatt"]), "A-B B-C"),
        (Selection(sources=["Zweiter Bericht", "a1"]), "A-B B-C C-D B-E X-Y"),
        (Selection(since=date(2023, 5, 31)), "A-B B-C"),
        (Selection(since=date(2023, 6, 1)), ""),
        (Selection(until=date(2019, 1, 1)), "B-E"),
        (Selection(since=date(2019, 12, 31), until=date(2023, 5, 1)), "A-B B-C B-E"),
        (Selection(most=3), "A-B B-C"),
        (Selection(around=["D"], depth=9, most=2), "C-D"),
    ],
)
def test_a_selection_keeps_what_it_names(selection, kept):
    chosen = select_claims(CLAIMS, selection, sources=SOURCES, vocabulary=vocabulary())
    assert " ".join(claim.id for claim in chosen) == kept


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(predicates=["kritisirt"]), "no predicate is called kritisirt"),
        (Selection(sources=["Abendblatt"]), "no claim comes from a source called Abendblatt"),
    ],
)
def test_what_nothing_has_is_an_error(selection, message):
    with pytest.raises(KgError, match=message):
        select_claims(CLAIMS, selection, sources=SOURCES, vocabulary=vocabulary())


def test_a_query_result_draws_the_claims_that_say_so_and_bare_ones_for_the_rest():
    triples = [("A", "kritisiert", "B"), ("A", "kennt", "Neue_Stadt")]
    said, bare = claims_of_triples(triples, CLAIMS, entities={"A": entity("A")})
    assert said == CLAIMS[0]
    assert (bare.subject.entity, bare.predicate, bare.object.entity.label) == (entity("A"), "kennt", "Neue Stadt")
    assert (bare.rule, bare.evidence) == (QUERY, ())
    assert claims_of_triples(triples * 2, CLAIMS, entities={"A": entity("A")}) == (said, bare)
