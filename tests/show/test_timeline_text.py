"""The timeline on a terminal and in a pipe."""

from datetime import date

from sample_graph import KASACHSTAN, MESSE, TOKAJEW, claim

from kg.answer.timeline import Timeline, make_timeline
from kg.model.claim import When
from kg.model.text import Source
from kg.model.vocabulary import Predicate, Vocabulary
from kg.show.timeline import timeline_lines, timeline_table

VOCABULARY = Vocabulary(
    {"amtstraegerVon": Predicate("amtstraegerVon", "ist Amtsträger von", "", "Person", "Staat", "relation")}, {}
)
SOURCES = {"one": Source("one", "Artikel eins", "2024-05-08")}


def timeline() -> Timeline:
    since = When("2019-03-20/..", date(2019, 3, 20), date.max)
    vague = When("2024-05~", date(2024, 5, 1), date(2024, 5, 31), "im Mai")
    return make_timeline(
        [
            claim("one", TOKAJEW, "amtstraegerVon", KASACHSTAN, when=since),
            claim("one", TOKAJEW, "besucht", MESSE, when=vague, modality="planned"),
            claim("one", TOKAJEW, "besucht", KASACHSTAN),
        ],
        VOCABULARY,
    )


def test_lines_name_time_statement_and_evidence() -> None:
    assert list(timeline_lines(timeline(), SOURCES, VOCABULARY)) == [
        "Was gilt:",
        "  seit 20. März 2019  Kassym-Schomart Tokajew – ist Amtsträger von – Kasachstan",
        "                      „Kassym-Schomart Tokajew amtstraegerVon Kasachstan.“ — Artikel eins, 2024-05-08",
        "",
        "Was geschah:",
        "  etwa Mai 2024  Kassym-Schomart Tokajew – besucht – Getreidemesse Aktau [geplant]",
        "                 „Kassym-Schomart Tokajew besucht Getreidemesse Aktau.“ — Artikel eins, 2024-05-08",
        "",
        "datierte Aussagen: 2, ohne Datum: 1",
    ]


def test_a_terminal_gets_tables_of_its_width() -> None:
    shown = timeline_table(timeline(), SOURCES, VOCABULARY, width=100)
    assert "\x1b[" in shown
    assert "Was geschah" in shown
    assert "Getreidemesse" in shown


def test_without_dated_claims_there_is_the_count() -> None:
    assert list(timeline_lines(make_timeline([], VOCABULARY), {}, VOCABULARY)) == [
        "datierte Aussagen: 0, ohne Datum: 0"
    ]
