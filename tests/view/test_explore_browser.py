"""Moving through the network in a real Chromium: keyboard, expansion, ways, filters, time."""

from __future__ import annotations

import pytest
from newsroom import make_news
from pages import DRAWN, legend_row, middle, network_of, pair_of_claims, shown
from playwright.sync_api import expect

from kg.view.page import START

pytestmark = pytest.mark.browser


def test_the_keyboard_reaches_everything(visit, page_file):
    page = visit(page_file(300))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("russ")
    page.keyboard.press("ArrowDown")
    assert page.locator("#hits li[aria-selected=true]").count() == 1
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Russland"
    page.locator("#network").focus()
    page.keyboard.press("ArrowRight")
    neighbour = page.inner_text("#panel h2")
    assert neighbour != "Russland"
    before = shown(page)
    page.keyboard.press("Enter")
    assert shown(page) >= before
    page.keyboard.press("b")
    first = page.inner_text("#panel h2")
    assert neighbour in first
    page.keyboard.press("b")
    assert page.inner_text("#panel h2") != first
    page.keyboard.press("Escape")
    expect(page.locator("#panel h2")).to_have_text("Jede Linie hat ihren Beleg")
    page.locator("#panel .open").first.focus()
    page.keyboard.press("Enter")
    page.locator("#panel .relations .open").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".claim").count() >= 1


def test_tab_goes_through_all_controls_and_no_trap(visit, page_file):
    page = visit(page_file(30))
    seen = []
    for _ in range(90):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("(document.activeElement.closest('[id]') ?? document.body).id"))
    assert {"search", "legend", "network", "time", "panel", "theme"} <= set(seen)


def test_expanding_collapsing_and_narrowing(visit, page_file):
    page = visit(page_file(300), address="#node=Russland")
    before = shown(page)
    hidden = int(page.inner_text("#panel").split("noch ")[1].split()[0])
    assert "(15)" in page.inner_text("#expand")
    page.click("#expand")
    assert shown(page) == before + 15
    assert f"noch {hidden - 15} ausgeblendet" in page.inner_text("#panel")
    page.click("#collapse")
    assert shown(page) <= before
    page.click("#focus")
    assert 2 <= shown(page) <= 41
    page.click("#back")
    assert shown(page) == START


def test_a_double_click_expands(visit, page_file):
    page = visit(page_file(300), address="#node=Russland")
    page.click("#focus")
    before = shown(page)
    for _ in range(10):  # so near that every neighbour is out of sight
        page.keyboard.press("+")
    page.locator("#panel .go").first.click()
    page.wait_for_timeout(500)  # the view travels to the node
    page.mouse.dblclick(*middle(page))
    assert shown(page) > before


def test_the_way_between_two_nodes(visit, page_file):
    network = network_of(300)
    far = network.nodes[-1].entity
    page = visit(page_file(300), address="#node=Russland")
    page.click("#path")
    assert "Weg von Russland" in page.inner_text("#banner")
    page.fill("#search", far.label)
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == f"Weg von Russland zu {far.label}"
    steps = page.locator("#panel .relations li").count()
    assert steps >= 1
    assert page.locator("#panel .relations li").last.inner_text().startswith(far.label)
    assert page.locator("#banner").is_hidden()


def test_no_way_where_filters_cut_it(visit, page_file):
    page = visit(page_file(pair_of_claims()), address="#node=Berlin")
    page.click("#path")
    page.evaluate(
        "document.querySelectorAll('#legend fieldset')[2].querySelectorAll('input').forEach((box) => box.click())"
    )
    page.fill("#search", "anna")
    page.keyboard.press("Enter")
    assert "Kein Weg" in page.inner_text("#panel")


def test_the_legend_filters_and_counts(visit, page_file):
    news = make_news(30)
    denied = sum(claim.polarity == "neg" for claim in news.claims)
    page = visit(page_file(30))
    row = legend_row(page, "verneint")
    assert row.locator(".number").inner_text() == str(denied)
    meets = int(legend_row(page, "trifft").locator(".number").inner_text())
    assert meets == sum(claim.predicate == "trifft" for claim in news.claims)
    row.locator("input").uncheck()
    assert int(legend_row(page, "trifft").locator(".number").inner_text()) == sum(
        claim.predicate == "trifft" and claim.polarity == "pos" for claim in news.claims
    )
    assert row.locator(".number").inner_text() == str(denied)
    legend_row(page, "Personen").locator("input").uncheck()
    people = sum(node.group == "person" for node in network_of(30).nodes)
    assert shown(page) <= 30 - people
    page.click("#reset")
    assert shown(page) == 30
    assert page.locator("#reset").is_disabled()


def test_a_filter_reaches_the_panel(visit, page_file):
    page = visit(page_file(pair_of_claims()), address="#claim=plan1")
    legend_row(page, "verneint").locator("input").uncheck()
    assert page.locator(".claim").count() == 1
    assert "1 durch Filter ausgeblendet" in page.inner_text("#panel")


def test_the_time_range_filters(visit, page_file):
    page = visit(page_file(30))
    before = page.inner_text("#count")
    low = page.locator("#time input[type=range]").first
    low.focus()
    page.keyboard.press("End")
    assert page.inner_text("#count") != before
    assert low.get_attribute("aria-valuetext") in page.inner_text("#span")
    assert page.locator("#time rect.in").count() == 1
    page.click("#reset")
    assert page.inner_text("#count") == before


def test_undated_claims_have_a_box_of_their_own(visit, page_file):
    page = visit(page_file(pair_of_claims()))
    assert page.inner_text("#undated-count") == "1"
    page.uncheck("#undated")
    page.mouse.click(*middle(page))
    assert page.locator(".claim").count() == 1


def test_all_nodes_on_demand_and_back(visit, page_file):
    page = visit(page_file(300))
    page.click("#all")
    assert shown(page) == 300
    assert page.evaluate(DRAWN) > 5000
    page.click("#all")
    assert shown(page) == START


@pytest.mark.slow
def test_too_many_nodes_are_never_drawn_at_once(visit, page_file):
    page = visit(page_file(5200))
    assert page.locator("#all").is_disabled()
    assert shown(page) == START
    page.fill("#search", network_of(5200).nodes[-1].entity.label)
    page.keyboard.press("Enter")
    assert shown(page) > START
