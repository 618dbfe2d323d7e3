"""How quick the network page is, beside stock pyvis on the same invented news in the same run.

    python tests/bench/bench_view.py

Prints milliseconds in headless Chromium (best of five, the machine's other work left out) and seconds of building.
`--stock-limit` is how many seconds a stock page may take until its drawing stands still.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "view"))

from browser import FLAGS, MISSING, find_chromium
from newsroom import News, make_news
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from kg.view.network import build_network
from kg.view.page import build_page

READY = "performance.getEntriesByName('ready').length > 0"
READY_AT = "performance.getEntriesByName('ready')[0].startTime"
SHOW_ALL = """async () => {
  const start = performance.now();
  document.getElementById('all').click();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""
SEARCH = """(text) => {
  const field = document.getElementById('search');
  field.value = text;
  const start = performance.now();
  field.dispatchEvent(new Event('input'));
  return performance.now() - start;
}"""
STOCK_READY = "typeof network === 'object' && network.physics.stabilized"


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def our_page(news: News) -> str:
    return build_page(news.claims, sources=news.sources, entities=news.entities, vocabulary=news.vocabulary)


def stock_page(news: News) -> str:
    """Return the page that pyvis makes by its own means from the same nodes and edges."""
    from pyvis.network import Network

    network = build_network(news.claims, entities=news.entities, vocabulary=news.vocabulary)
    page = Network(directed=True, cdn_resources="in_line")
    for number, node in enumerate(network.nodes):
        page.add_node(number, label=node.entity.label)
    for edge in network.edges:
        page.add_edge(edge.source, edge.target, title=edge.claims[0].predicate)
    html: str = page.generate_html()
    return html


def opened(browser: Browser, file: Path, condition: str, limit: float) -> tuple[float, Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 850}, offline=True)
    page = context.new_page()
    start = time.perf_counter()
    page.goto(file.as_uri())
    page.wait_for_function(condition, timeout=limit * 1000)
    return (time.perf_counter() - start) * 1000, page


def measure_ours(browser: Browser, file: Path) -> dict[str, float]:
    runs: dict[str, list[float]] = {"ready": [], "search": [], "show all": []}
    for _ in range(5):
        _, page = opened(browser, file, READY, 30)
        runs["ready"].append(page.evaluate(READY_AT))
        runs["search"].append(statistics.median(page.evaluate(SEARCH, text) for text in ("a", "mü", "weiss", "ö 1")))
        runs["show all"].append(page.evaluate(SHOW_ALL))
        page.context.close()
    return {name: min(values) for name, values in runs.items()}


def compare(browser: Browser, folder: Path, nodes: int, stock_limit: float) -> None:
    news = make_news(nodes)
    seconds, html = timed(lambda: our_page(news))
    file = folder / f"ours{nodes}.html"
    file.write_text(html, encoding="utf-8", newline="\n")
    times = measure_ours(browser, file)
    figures = ", ".join(f"{name} {value:.1f} ms" for name, value in times.items())
    print(f"{nodes:>6} nodes, ours:  built {seconds:.2f} s, {len(html.encode()) / 1e6:.2f} MB, {figures}")
    seconds, html = timed(lambda: stock_page(news))
    file = folder / f"stock{nodes}.html"
    file.write_text(html, encoding="utf-8", newline="\n")
    try:
        ready, page = opened(browser, file, STOCK_READY, stock_limit)
        page.context.close()
        waited = f"ready {ready:.0f} ms"
        assert times["ready"] < ready, "a stock page must settle in the browser first"
    except TimeoutError:
        waited = f"not ready after {stock_limit:.0f} s"
    print(f"{nodes:>6} nodes, stock: built {seconds:.2f} s, {len(html.encode()) / 1e6:.2f} MB, {waited}")


def compare_building(nodes: int) -> None:
    news = make_news(nodes)
    ours, html = timed(lambda: our_page(news))
    print(f"{nodes:>6} nodes, ours:  built {ours:.2f} s, {len(html.encode()) / 1e6:.2f} MB")
    stock, _ = timed(lambda: stock_page(news))
    print(f"{nodes:>6} nodes, stock: built {stock:.2f} s")
    assert ours < stock / 3, "pyvis compares every new edge with all others; ours must not"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stock-limit", type=float, default=30)
    options = parser.parse_args()
    program = find_chromium()
    if program is None:
        sys.exit(MISSING)
    our_page(make_news(10))  # imports are not what is measured
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for nodes in (300, 3000):
            compare(browser, Path(folder), nodes, options.stock_limit)
        browser.close()
    compare_building(20_000)


if __name__ == "__main__":
    main()
