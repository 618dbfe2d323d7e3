"""The timeline page in a real Chromium: it asks for nothing, runs nothing, and can be read by everybody."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from newsroom import News, make_news
from playwright.sync_api import Browser, Page

from kg.answer.timeline import make_timeline
from kg.model.claim import Participant, When
from kg.model.vocabulary import Vocabulary
from kg.view.timeline import build_timeline_page

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
AXE = (HERE / "assets" / "axe-core-4.14.1.min.js").read_text(encoding="utf-8")
INJECTIONS = [line for line in (HERE / "injections.txt").read_text(encoding="utf-8").splitlines() if line]


def page_of(news: News, **options: str) -> str:
    """Return the page of news in which a person's office lasts."""
    predicates = news.vocabulary.predicates
    lasting = {
        name: replace(predicate, kind="relation") for name, predicate in predicates.items() if name == "mitgliedVon"
    }
    vocabulary = Vocabulary(predicates | lasting, news.vocabulary.classes)
    timeline = make_timeline(news.claims, vocabulary)
    return build_timeline_page(timeline, sources=news.sources, vocabulary=vocabulary, **options)


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path):
    """Return a function that opens a page; afterwards nothing may have been requested, logged or raised."""
    complaints: list[str] = []
    contexts = []

    def go(html: str, **options: object) -> Page:
        file = tmp_path / "timeline.html"
        file.write_text(html, encoding="utf-8")
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        for kind in ("console", "pageerror", "dialog"):
            page.on(kind, lambda event, kind=kind: complaints.append(f"{kind}: {getattr(event, 'text', event)}"))
        page.on("request", lambda r: r.url in (file.as_uri(), "data:,") or complaints.append(r.url))
        page.goto(file.as_uri())
        return page

    yield go
    for context in contexts:
        context.close()
    assert complaints == []


def test_it_shows_every_dated_claim_with_its_sentence(opened):
    news = make_news(30)
    page = opened(page_of(news))
    dated = [claim for claim in news.claims if claim.when]
    assert page.locator(".event, .span").count() == len(dated)
    text = page.locator("main").text_content()
    assert f"datierte Aussagen: {len(dated)} · ohne Datum: {len(news.claims) - len(dated)}" in text
    assert all(claim.evidence[0].sentence in text for claim in dated)


def test_bars_are_drawn_where_they_belong(opened):
    news = make_news(12)
    spans = ("2020-01-01/2020-12-31", "2024-01-01/..", "../2020-06-30")
    bounds = ((date(2020, 1, 1), date(2020, 12, 31)), (date(2024, 1, 1), date.max), (date.min, date(2020, 6, 30)))
    claims = tuple(
        replace(claim, id=value, predicate="mitgliedVon", when=When(value, *days))
        for claim, value, days in zip(news.claims, spans, bounds, strict=False)
    )
    page = opened(page_of(replace(news, claims=claims)))
    bars = {}
    for value in spans:
        bar = page.locator(f"[id='claim-{value}'] rect")
        bars[value] = (int(bar.get_attribute("x")), int(bar.get_attribute("width")))
    assert bars == {spans[0]: (0, 200), spans[1]: (800, 200), spans[2]: (0, 99)}
    assert page.locator(".open").count() == 2
    first = page.locator(f"[id='claim-{spans[0]}']")
    first.locator("summary").click()
    assert first.locator("blockquote, .statement").first.is_visible()


def test_hostile_texts_stay_texts(opened):
    news = make_news(12)
    claims = tuple(
        replace(
            claim,
            subject=Participant(replace(claim.subject.entity, label=text)),
            evidence=(replace(claim.evidence[0], sentence=text, source=text),),
            when=When(text, date(2024, 1, 1), date(2024, 1, 1), text),
        )
        for claim, text in zip(news.claims * 9, INJECTIONS, strict=False)
    )
    page = opened(page_of(replace(news, claims=claims)))
    shown = page.locator("main").text_content()
    assert all(text in shown for text in INJECTIONS)
    assert page.locator("script, img, iframe, [onerror], [onload]").count() == 0
    assert page.locator("a:not([href^='http'])").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 390])
def test_axe_finds_nothing_and_nothing_runs_over(opened, scheme, width):
    news = make_news(30)
    page = opened(page_of(news), color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")["violations"]
    assert not found, json.dumps([(item["id"], item["nodes"][0]["html"]) for item in found])


def test_light_and_dark_differ(opened):
    colour = "getComputedStyle(document.body).backgroundColor"
    html = page_of(make_news(12))
    assert opened(html, color_scheme="light").evaluate(colour) != opened(html, color_scheme="dark").evaluate(colour)


def test_it_speaks_english(opened):
    page = opened(page_of(make_news(12), lang="en"))
    assert "undated" in page.locator(".counts").text_content()
    assert page.locator("#events h2").text_content() == "What happened"
