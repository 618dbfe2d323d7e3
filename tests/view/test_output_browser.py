"""What leaves the page in a real Chromium and how it can be read: pictures, citations, print, phone, themes, axe."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from pages import DRAWN, NO_CLIPBOARD, SENTENCE, download, network_of, pair_of_claims
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "assets" / "axe-core-4.14.1.min.js").read_text(encoding="utf-8")


def test_pictures_can_be_saved_and_opened(visit, page_file):
    page = visit(page_file(30))
    png = download(page, "#png").read_bytes()
    assert png.startswith(b"\x89PNG")
    assert len(png) > 20_000
    root = ET.fromstring(download(page, "#svg").read_text(encoding="utf-8"))
    texts = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {node.entity.label for node in network_of(30).nodes if len(node.entity.label) <= 32} <= texts
    assert len(list(root.iter("{http://www.w3.org/2000/svg}path"))) > 30


def test_a_claim_is_copied_as_a_citation(visit, page_file):
    page = visit(page_file(pair_of_claims()), address="#claim=plan1", permissions=["clipboard-read", "clipboard-write"])
    page.click("#claim-plan1 .cite")
    expect(page.locator("#announce")).to_have_text("Kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        f"Gesagt von Xaver Groß\n„{SENTENCE}“ (Blatt, Reise abgesagt, 9. November 2023, https://blatt.example/1). "
        "Aussage: Anna Öz – besucht – Berlin (verneint, geplant)"
    )


def test_a_citation_can_be_copied_by_hand_where_the_browser_forbids_it(visit, page_file):
    page = visit(page_file(pair_of_claims()), address="#claim=plan1")
    page.evaluate(NO_CLIPBOARD)
    page.click("#claim-plan1 .cite")
    assert SENTENCE in page.input_value("#claim-plan1 textarea")


def test_the_theme_follows_the_system_and_can_be_switched(visit, page_file):
    colour = "getComputedStyle(document.body).backgroundColor"
    file = page_file(30)
    light, dark = visit(file, color_scheme="light"), visit(file, color_scheme="dark")
    assert light.evaluate(colour) != dark.evaluate(colour)
    light.click("#theme")
    assert light.evaluate(colour) == dark.evaluate(colour)
    assert light.evaluate(DRAWN) > 5000
    light.click("#theme")
    assert light.evaluate(colour) != dark.evaluate(colour)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing(visit, page_file, scheme, width):
    page = visit(page_file(300), color_scheme=scheme, viewport={"width": width, "height": 850})
    page.evaluate(AXE)

    def check(state):
        page.wait_for_timeout(250)  # a drawer slides in; half way its colours are mixed
        found = page.evaluate("axe.run()")["violations"]
        assert not found, (state, json.dumps([(item["id"], item["nodes"][0]["html"]) for item in found]))

    check("start")
    page.evaluate("location.hash = '#node=Russland'")
    check("card")
    page.locator("#panel .open").first.click()
    check("evidence")
    page.fill("#search", "müll")
    check("search")
    page.keyboard.press("Escape")
    if width < 900:
        page.click("#filters")
        check("filters")


def test_a_phone_has_drawers_for_legend_and_evidence(visit, page_file):
    page = visit(page_file(30), viewport={"width": 390, "height": 800})
    assert page.evaluate(DRAWN) > 2000
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#legend").is_hidden()
    page.click("#filters")
    assert page.locator("#legend").is_visible()
    page.click("#legend .close")
    expect(page.locator("#legend")).to_be_hidden()
    page.fill("#search", "russ")
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_visible()
    page.click("#panel .close")
    expect(page.locator("#panel")).to_be_hidden()


def test_print_shows_drawing_and_evidence_without_controls(visit, page_file):
    page = visit(page_file(pair_of_claims()), address="#claim=plan1", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for hidden in ("#legend", ".tools", "#search", "#time"):
        assert page.locator(hidden).is_hidden()
    drawing = page.locator("svg.for-print")
    assert drawing.bounding_box()["height"] > 100
    assert {"Anna Öz", "Berlin"} <= set(drawing.locator("text").all_text_contents())
    assert page.locator("#claim-plan1").is_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert drawing.count() == 0
    assert page.evaluate(DRAWN) > 2000
