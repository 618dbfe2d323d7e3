"""A real Chromium, pages on disk, and what a page must never do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import FLAGS, MISSING, find_chromium
from newsroom import News, make_news
from playwright.sync_api import Browser, Page, sync_playwright

from kg.view.page import build_page


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = find_chromium()
    if program is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a function that writes the page of some news and returns its file; the same news once a session."""
    folder = tmp_path_factory.mktemp("pages")
    files: dict[tuple[object, ...], Path] = {}

    def write(news: News | int, **options: Any) -> Path:
        key = (news if isinstance(news, int) else news.claims, *options.items())
        if key not in files:
            news = make_news(news) if isinstance(news, int) else news
            html = build_page(
                news.claims, sources=news.sources, entities=news.entities, vocabulary=news.vocabulary, **options
            )
            files[key] = folder / f"{len(files)}.html"
            files[key].write_text(html, encoding="utf-8", newline="\n")
        return files[key]

    return write


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a file; afterwards nothing may have been requested, logged or raised."""
    contexts = []
    complaints: list[str] = []

    def note(kind: str) -> Callable[[Any], None]:
        return lambda event: complaints.append(f"{kind}: {getattr(event, 'text', event)}")

    def go(file: Path, *, address: str = "", **options: Any) -> Page:
        context = chromium.new_context(**({"viewport": {"width": 1400, "height": 850}} | options))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", note("console"))
        page.on("pageerror", note("error"))
        page.on("dialog", note("dialog"))
        page.on("request", lambda request: _note_request(request.url, file, complaints))
        page.goto(f"{file.as_uri()}{address}")
        page.wait_for_function("performance.getEntriesByName('ready').length > 0")
        return page

    yield go
    for context in contexts:
        context.close()
    assert complaints == []


def _note_request(url: str, file: Path, complaints: list[str]) -> None:
    if not url.startswith((file.as_uri(), "data:", "blob:")):
        complaints.append(f"request: {url}")
