"""Hostile texts in every place of a page, executed in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import News, vocabulary
from pages import NO_CLIPBOARD, download

from kg.model.claim import Claim, Evidence, Participant
from kg.model.entity import Entity
from kg.model.text import Source

pytestmark = pytest.mark.browser


def hostile_news():
    lines = Path(__file__).with_name("injections.txt").read_text(encoding="utf-8").splitlines()
    texts = [line for line in lines if not line.startswith("# ")]
    hub = Entity(texts[0], texts[0], "Person")
    claims, sources, entities = [], {}, {hub.id: hub}
    for number, text in enumerate(texts[1:]):
        entity = Entity(f"{number}{text}", text, text, (text,), text, description=text)
        entities[entity.id] = entity
        sources[text] = Source(text, text, None, text, text)
        evidence = Evidence(text, f"{text} {hub.label} {text}", line=number % 2, source=text)
        claims.append(
            Claim(
                f"{number}{text}",
                text,
                Participant(entity, text),
                text,
                Participant(hub, hub.label),
                (evidence,),
                speaker=Participant(entity),
                qualifiers=((text, Participant(entity)),),
                rule=text,
            )
        )
    return News(tuple(claims), sources, entities, vocabulary()), texts


def test_no_text_can_become_more_than_text(visit, page_file):
    news, texts = hostile_news()
    page = visit(page_file(news, title=texts[1]))
    assert page.title() == texts[1]
    page.evaluate(NO_CLIPBOARD)
    for row in range(page.locator("#panel .open").count()):
        page.keyboard.press("Escape")
        page.locator("#panel .open").nth(row).click()
        page.locator("#panel .open").first.click()
        page.click("#panel .cite")
        page.locator(".claim textarea").wait_for()
    page.fill("#search", "script")
    assert page.locator("#hits li").count() > 3
    page.keyboard.press("Enter")
    download(page, "#svg")
    assert page.evaluate("window.__hit") is None
    for tag in ("iframe", "img", "form", "style + style", "link[rel=stylesheet]", "meta[http-equiv=refresh]"):
        assert page.locator(tag).count() == 0
    assert all(link.get_attribute("href") == "#panel" for link in page.locator("a").all())
    legend = page.text_content("#legend")
    assert all(text in legend for text in texts[1:])
