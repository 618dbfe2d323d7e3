import json
from datetime import date

import pytest
from newsroom import vocabulary

from kg.model.claim import CURATED, Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.reading import Quantity
from kg.model.review import Review
from kg.model.text import Source
from kg.view.network import build_network
from kg.view.records import make_records

ANNA, BERND = Entity("Anna", "Anna", "Person", ("Anni",), "Q1"), Entity("Bernd", "Bernd", "Person")


def records_of(claim, *, sources=(), lang="de"):
    network = build_network([claim], entities={}, vocabulary=vocabulary())
    return make_records(
        network, [(0.4, -3.6), (1, 2)], sources={s.id: s for s in sources}, vocabulary=vocabulary(), lang=lang
    )


def claim(**more):
    defaults = {"evidence": (Evidence("d", "Anna rügt Bernd."),), "rule": "rügen", "confidence": 0.75}
    return Claim("c1", "d", Participant(ANNA, "Anna"), "kritisiert", Participant(BERND, "Bernd"), **(defaults | more))


def record(claim, **more):
    return records_of(claim, **more).edges[0]["claims"][0]


def test_a_plain_claim_leaves_out_what_is_usual():
    assert record(claim()) == {"i": "c1", "p": 0, "d": 0, "r": 0, "e": [{"d": 0, "s": 0, "k": [0, 4, 0, 10, 15, 1]}]}


def test_nodes_carry_what_their_card_shows():
    first = records_of(claim()).nodes[0]
    assert first == {
        "id": 0,
        "key": "Anna",
        "label": "Anna",
        "type": "Person",
        "group": "person",
        "aliases": ["Anni"],
        "wikidata": "Q1",
        "x": 0,
        "y": -4,
    }


def test_marks_count_as_javascript_counts():
    found = record(claim(evidence=(Evidence("d", "🤖🤖 Anna rügt Bernd."),)))
    text = "🤖🤖 Anna rügt Bernd.".encode("utf-16-le")
    first, last = found["e"][0]["k"][:2]
    assert text[2 * first : 2 * last].decode("utf-16-le") == "Anna"


@pytest.mark.parametrize(
    ("review", "lang", "expected"),
    [
        (Review("Ada", date(2024, 5, 3)), "de", "Von Hand geprüft: Ada, 3. Mai 2024"),
        (Review(""), "de", "Von Hand geprüft"),
        (
            Review("Ada", None, "Anna – lobt – Bernd"),
            "en",
            "Corrected by hand: Ada · what had been read: Anna – lobt – Bernd",
        ),
    ],
)
def test_who_checked_a_claim_is_said(review, lang, expected):
    assert record(claim(review=review), lang=lang)["v"] == expected


def test_a_speaker_who_is_drawn_is_named_by_position_even_the_first():
    assert record(claim(speaker=Participant(ANNA)))["by"] == 0
    assert record(claim(speaker=Participant(Entity("x", "Xaver", "Person"))))["by"] == "Xaver"
    assert "by" not in record(claim())


def test_modality_polarity_time_and_quantity_are_kept():
    when = When("2023-11", date(2023, 11, 1), date(2023, 11, 30), "im November")
    quantity = Quantity(0, 9, 2.8e10, "USD", "~", "rund 28 Milliarden US-Dollar")
    found = record(claim(polarity="neg", modality="planned", when=when, quantity=quantity))
    assert (found["n"], found["m"], found["t"]) == (1, 1, (0, 0))
    assert (found["w"], found["wt"]) == ("November 2023", "im November")
    assert (found["q"], found["qt"]) == ("etwa 28 Milliarden USD", "rund 28 Milliarden US-Dollar")
    assert record(claim(quantity=quantity), lang="en")["q"] == "about 28 billion USD"


def test_a_small_amount_keeps_its_digits_and_a_curated_one_shows_no_wording():
    quantity = Quantity(0, 0, 7644.0, "km", "=", "7644 km")
    assert record(claim(quantity=quantity))["q"] == "7.644 km"
    assert "qt" not in record(claim(quantity=quantity, rule=CURATED))


def test_rule_and_precision_stand_in_a_table():
    tables = records_of(claim()).tables
    assert tables["rules"] == [["rügen", 0.75]]
    assert tables["sentences"] == ["Anna rügt Bernd."]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://zeitung.example/a?b=c#d", True),
        ("http://zeitung.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("https:alert(1)", False),
        ("//zeitung.example", False),
        ("file:///etc/passwd", False),
        ("http://[::1", False),
        ("CIA World Factbook", False),
    ],
)
def test_only_web_addresses_become_links(url, kept):
    found = records_of(
        claim(evidence=(Evidence("d", "", line=3, source=url),)), sources=[Source("d", "Bericht", url=url)]
    )
    assert (found.tables["documents"][0].get("url") == url) is kept
    assert (found.edges[0]["claims"][0]["e"][0].get("u") == url) is kept
    assert found.edges[0]["claims"][0]["e"][0]["c"] == url


def test_what_is_unknown_goes_by_its_id():
    tables = records_of(Claim("c", "d", Participant(ANNA), "erfunden", Participant(BERND), ())).tables
    assert tables["predicates"] == [{"name": "erfunden", "label": "erfunden"}]
    assert tables["documents"] == [{"title": "d", "outlet": "d"}]


def test_records_are_json():
    found = records_of(
        claim(qualifiers=(("mit", Participant(ANNA)),)), sources=[Source("d", "Bericht", "2023-11-09", "Blatt")]
    )
    assert json.loads(json.dumps(found.tables))["documents"] == [
        {"title": "Bericht", "outlet": "Blatt", "date": "9. November 2023"}
    ]
    assert found.edges[0]["claims"][0]["a"] == [["mit", 0]]
