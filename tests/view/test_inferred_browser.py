"""What is inferred, on the page: hidden until asked for, drawn as such, with the claims it follows from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import make_news
from pages import DRAWN, legend_row
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def news_with_an_inference():
    """Return news in which the second end of one claim is concluded to relate to the end of another."""
    news = make_news(12)
    first, second = news.claims[0], news.claims[1]
    inferred = replace(
        first, id="schluss", object=second.object, evidence=(*first.evidence, *second.evidence), rule="transitive",
        speaker=None, when=None, polarity="pos", modality="asserted", premises=(first, second),
    )  # fmt: skip
    return replace(news, claims=(*news.claims, inferred))


def test_inferred_connections_are_drawn_on_request(visit, page_file):
    page = visit(page_file(news_with_an_inference()))
    row = legend_row(page, "abgeleitet")
    expect(row.locator("input")).not_to_be_checked()
    expect(row.locator(".number")).to_have_text("1")
    assert page.locator("#reset").is_disabled()
    row.locator("input").check()
    assert page.locator("#reset").is_enabled()
    assert page.evaluate(DRAWN) > 2000
    page.click("#reset")
    expect(row.locator("input")).not_to_be_checked()


def test_an_inferred_claim_leads_to_what_it_follows_from(visit, page_file):
    news = news_with_an_inference()
    page = visit(page_file(news), address="#claim=schluss")
    legend_row(page, "abgeleitet").locator("input").check()
    card = page.locator("#claim-schluss")
    expect(card).to_contain_text("Abgeleitet über Zwischenstufen aus:")
    for premise in news.claims[:2]:
        expect(card).to_contain_text(premise.evidence[0].sentence)
    card.locator(".premises button").first.click()
    expect(page.locator(f"#claim-{news.claims[0].id}")).to_have_class("claim target")


def test_where_nothing_is_inferred_the_legend_does_not_speak_of_it(visit, page_file):
    assert legend_row(visit(page_file(12)), "abgeleitet").count() == 0


def test_where_all_is_inferred_it_is_drawn_at_once(visit, page_file):
    news = news_with_an_inference()
    page = visit(page_file(replace(news, claims=news.claims[-1:])))
    expect(legend_row(page, "abgeleitet").locator("input")).to_be_checked()
    assert page.inner_text("#count").endswith("1 Verbindungen")
