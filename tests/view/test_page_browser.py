"""The page in a real Chromium: what it draws and what a click, a key or a link does."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

# Counts the pixels of the canvas that belong to a drawing: a blank canvas satisfies every check of the DOM.
DRAWN = """() => {
  const canvas = document.querySelector('#network canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let drawn = 0;
  for (let i = 3; i < data.length; i += 4) drawn += data[i] > 128;
  return drawn;
}"""


def settle(page):
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize(("nodes", "shown"), [(30, 30), (300, 60), (3000, 60)])
def test_a_page_opens_with_its_most_connected_nodes_drawn(visit, page_file, nodes, shown):
    page = visit(page_file(nodes))
    settle(page)
    assert page.evaluate(DRAWN) > 5000
    assert page.inner_text("#count").startswith(f"{shown} von {nodes:,} Knoten".replace(",", "."))


def test_a_click_on_an_edge_opens_its_evidence(visit, page_file):
    page = visit(page_file(30))
    page.keyboard.press("0")
    page.wait_for_timeout(500)
    opened = False
    box = page.locator("#network").bounding_box()
    for x in range(40, int(box["width"]), 13):
        page.mouse.click(box["x"] + x, box["y"] + box["height"] / 2)
        if page.locator(".claim").count():
            opened = True
            break
    assert opened
    assert page.locator(".claim blockquote mark.subject").count() >= 1
    assert page.locator(".claim blockquote mark.object").count() >= 1
    assert "#claim=" in page.url
