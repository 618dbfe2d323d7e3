"""A long walk of arbitrary actions in a real Chromium: nothing in the page may break, log or leave it."""

from __future__ import annotations

import random

import pytest
from pages import DRAWN, middle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEYS = ("/", "0", "+", "-", "Escape", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Enter", "b", "Tab")
# Everything that reacts to a click, save what opens a dialog of the browser or saves a file.
CONTROLS = "button:not([disabled]):not(#print):not(#png):not(#svg), input[type=checkbox]"


def click_control(page, chance):
    visible = page.evaluate(
        "(wanted) => [...document.querySelectorAll(wanted)].filter((item) => item.offsetParent).length", CONTROLS
    )
    page.evaluate(
        "([wanted, n]) => [...document.querySelectorAll(wanted)].filter((item) => item.offsetParent)[n].click()",
        [CONTROLS, chance.randrange(visible)],
    )


def act(page, chance):
    action = chance.randrange(6)
    if action == 0:
        x, y = middle(page)
        (page.mouse.dblclick if chance.random() < 0.2 else page.mouse.click)(
            x + chance.uniform(-250, 250), y + chance.uniform(-250, 250)
        )
    elif action == 1:
        page.locator("#network").focus()
        page.keyboard.press(chance.choice(KEYS))
    elif action == 2:
        page.fill("#search", chance.choice(("a", "müller", "31", "xyz", "Ö", "")))
        page.keyboard.press(chance.choice(("Enter", "ArrowDown", "Escape")))
    elif action == 3:
        page.locator("#time input[type=range]").nth(chance.randrange(2)).focus()
        page.keyboard.press(chance.choice(("Home", "End", "ArrowLeft", "ArrowRight")))
    else:
        click_control(page, chance)


@pytest.mark.parametrize("seed", range(4))
def test_no_sequence_of_actions_breaks_the_page(visit, page_file, seed):
    page = visit(page_file((60, 300)[seed % 2]))
    chance = random.Random(seed)
    for _ in range(120):
        act(page, chance)
    page.keyboard.press("Escape")
    page.evaluate("document.getElementById('reset').click()")
    page.evaluate("document.getElementById('back').click()")
    assert page.evaluate(DRAWN) > 5000
