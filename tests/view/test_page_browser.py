"""The page in a real Chromium: what it draws, what a click opens, where links and search lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from newsroom import News, vocabulary
from pages import DRAWN, SENTENCE, download, legend_row, middle, network_of, pair_of_claims, shown
from playwright.sync_api import expect

from kg.model.review import Review
from kg.view.page import START

pytestmark = pytest.mark.browser


def test_a_checked_claim_says_who_checked_it_instead_of_a_measured_precision(visit, page_file):
    news = pair_of_claims()
    checked = [replace(claim, review=Review("<b>Ada</b>", date(2024, 5, 3))) for claim in news.claims]
    page = visit(page_file(replace(news, claims=tuple(checked))), address="#claim=plan1")
    rule = page.locator("#claim-plan1 .rule")
    expect(rule).to_have_text("Von Hand geprüft: <b>Ada</b>, 3. Mai 2024")


@pytest.mark.parametrize(("nodes", "start"), [(30, 30), (300, START), (3000, START)])
def test_a_page_opens_with_its_most_connected_nodes_drawn(visit, page_file, nodes, start):
    page = visit(page_file(nodes))
    assert page.evaluate(DRAWN) > 5000
    assert page.inner_text("#count").startswith(f"{start} von {nodes:,} Knoten".replace(",", "."))


def test_a_click_on_an_edge_opens_the_evidence_of_that_edge(visit, page_file):
    page = visit(page_file(pair_of_claims()))
    page.mouse.click(*middle(page))
    card = page.locator("#claim-plan1")
    assert card.locator("blockquote").inner_text() == f"„{SENTENCE}“"
    assert card.locator("mark.subject").inner_text() == "Anna Öz"
    assert card.locator("mark.object").inner_text() == "Berlin"
    text = card.inner_text()
    for part in ("Gesagt von Xaver Groß", "Reise abgesagt · Blatt · 9. November 2023", "geplant", "verneint"):
        assert part in text
    assert "Regel „besuchen“ · gemessene Präzision 88 %" in text
    assert card.locator("a").get_attribute("href") == "https://blatt.example/1"
    curated = page.locator("#claim-zeile1")
    assert "laut Kalender" in curated.inner_text()
    assert "Zeile 7" in curated.inner_text()
    assert "Von Hand kuratiert" in curated.inner_text()
    assert curated.locator("a").get_attribute("href") == "https://kalender.example/2023"
    assert page.url.endswith("#claim=plan1")


def test_a_click_beside_everything_ends_the_selection(visit, page_file):
    page = visit(page_file(pair_of_claims()), address="#claim=plan1")
    x, y = middle(page)
    page.mouse.click(x, y - 200)
    expect(page.locator("#panel h2")).to_have_text("Jede Linie hat ihren Beleg")
    assert "#" not in page.url


def test_a_node_opens_a_card_with_its_neighbours(visit, page_file):
    page = visit(page_file(pair_of_claims()), address="#node=Anna_%C3%96z")
    text = page.inner_text("#panel")
    for part in ("Person", "Anna Öz", "Präsidentin", "auch: Die Präsidentin", "1 Nachbar · 2 Aussagen", "Berlin"):
        assert part in text
    assert page.locator("#panel a").get_attribute("href") == "https://www.wikidata.org/wiki/Q42"
    page.click("#panel .open")
    assert page.locator(".claim").count() == 2


def test_links_lead_back_to_what_they_name(visit, page_file):
    page = visit(page_file(pair_of_claims()), address="#claim=zeile1")
    assert "target" in page.locator("#claim-zeile1").get_attribute("class")
    page.click("#panel h2 button >> nth=0")
    assert page.url.endswith("#node=Anna_%C3%96z")
    page.go_back()
    expect(page.locator("#claim-zeile1")).to_be_visible()
    page.go_forward()
    expect(page.locator("#panel h2")).to_have_text("Anna Öz")


@pytest.mark.parametrize("address", ["#node=Niemand", "#claim=", "#node=%E0%A4%A", "#unsinn", "#"])
def test_a_link_to_nothing_opens_the_start(visit, page_file, address):
    page = visit(page_file(pair_of_claims()), address=address)
    expect(page.locator("#panel h2")).to_have_text("Jede Linie hat ihren Beleg")


def test_a_link_brings_a_node_that_the_start_does_not_show(visit, page_file):
    last = network_of(300).nodes[-1].entity
    page = visit(page_file(300), address=f"#node={last.id}")
    expect(page.locator("#panel h2")).to_have_text(last.label)
    assert shown(page) > START


@pytest.mark.parametrize("typed", ["anna öz", "ANNA OZ", "anna oez", "Öz", "praesident", "präsidentin", "prasidentin"])
def test_search_folds_umlauts_and_finds_aliases(visit, page_file, typed):
    page = visit(page_file(pair_of_claims()))
    page.fill("#search", typed)
    assert page.locator("#hits li").all_inner_texts()[0].startswith("Anna Öz")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Anna Öz")


def test_search_without_a_hit_says_so(visit, page_file):
    page = visit(page_file(pair_of_claims()))
    page.fill("#search", "xyz")
    assert page.locator("#hits").is_hidden()
    expect(page.locator("#announce")).to_have_text("Nichts gefunden")


def test_the_page_in_english(visit, page_file):
    page = visit(page_file(30, lang="en"))
    assert page.inner_text("#count").startswith("30 of 30 nodes")
    assert "Every line has its evidence" in page.inner_text("#panel")
    assert legend_row(page, "supports").count() == 1


@pytest.mark.parametrize("lang", ["de", "en"])
def test_an_empty_graph_has_a_page_too(visit, page_file, lang):
    page = visit(page_file(News((), {}, {}, vocabulary()), lang=lang))
    assert page.inner_text("#count").startswith("0 ")
    page.fill("#search", "x")
    page.keyboard.press("Escape")
    for button in ("#all", "#fit", "#back", "#theme"):
        page.click(button)
    page.locator("#network").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("b")
    download(page, "#svg")
