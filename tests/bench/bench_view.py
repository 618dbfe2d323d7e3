"""How quick the network page is, beside stock pyvis on the same invented news in the same run.

    python tests/bench/bench_view.py [--nodes N ...] [--build N] [--stock-limit SECONDS]

Prints for headless Chromium the best of five in milliseconds of the clock and, in brackets, of the page's own main
thread, which a busy machine disturbs less; for building, seconds of the clock and of the processor. `--stock-limit` is
how many seconds a stock page may take until it has laid itself out.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

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
WORDS = ("a", "mü", "weiss", "ö 1", "russland")
STOCK_READY = "typeof network === 'object' && network.physics.ready"


def timed(work: Callable[[], str]) -> tuple[str, str]:
    clock, processor = time.perf_counter(), time.process_time()
    html = work()
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    return f"built {clock:.2f} s ({processor:.2f} s), {len(html.encode()) / 1e6:.2f} MB", html


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


def new_page(browser: Browser) -> tuple[Page, Callable[[], float]]:
    """Return a page and a function that tells how many milliseconds its main thread has worked."""
    page = browser.new_context(viewport={"width": 1400, "height": 850}, offline=True).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration") * 1000

    return page, worked


def measure_ours(browser: Browser, file: Path) -> dict[str, tuple[float, float]]:
    """Return the best time of each action by the clock and by the main thread."""
    runs: dict[str, list[tuple[float, float]]] = {"ready": [], "search": [], "show all": []}
    for _ in range(5):
        page, worked = new_page(browser)
        before = worked()
        page.goto(file.as_uri())
        page.wait_for_function(READY)
        runs["ready"].append((page.evaluate(READY_AT), worked() - before))
        before = worked()
        times = [page.evaluate(SEARCH, text) for text in WORDS]
        runs["search"].append((statistics.median(times), (worked() - before) / len(WORDS)))
        before = worked()
        runs["show all"].append((page.evaluate(SHOW_ALL), worked() - before))
        page.context.close()
    return {name: (min(a for a, _ in values), min(b for _, b in values)) for name, values in runs.items()}


def measure_stock(browser: Browser, file: Path, limit: float) -> float | None:
    """Return the milliseconds until the stock page has laid itself out, None where that takes longer than `limit` s."""
    page, _ = new_page(browser)
    start = time.perf_counter()
    page.goto(file.as_uri())
    try:
        page.wait_for_function(STOCK_READY, timeout=limit * 1000)
    except TimeoutError:
        return None
    finally:
        page.context.close()
    return (time.perf_counter() - start) * 1000


def compare(browser: Browser, folder: Path, nodes: int, stock_limit: float) -> None:
    news = make_news(nodes)
    file = folder / "page.html"
    built, html = timed(lambda: our_page(news))
    file.write_text(html, encoding="utf-8", newline="\n")
    times = measure_ours(browser, file)
    figures = ", ".join(f"{name} {clock:.1f} ({thread:.1f}) ms" for name, (clock, thread) in times.items())
    print(f"{nodes:>6} nodes, ours:  {built}, {figures}")
    built, html = timed(lambda: stock_page(news))
    file.write_text(html, encoding="utf-8", newline="\n")
    ready = measure_stock(browser, file, stock_limit)
    print(
        f"{nodes:>6} nodes, stock: {built}, {f'ready {ready:.0f} ms' if ready else f'not ready in {stock_limit:.0f} s'}"
    )


def compare_building(nodes: int) -> None:
    news = make_news(nodes)
    for name, make in (("ours", our_page), ("stock", stock_page)):
        built, _ = timed(lambda make=make: make(news))
        print(f"{nodes:>6} nodes, {name}: {built}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, nargs="+", default=[300, 3000], help="sizes of pages that are opened")
    parser.add_argument("--build", type=int, default=20_000, help="the size of a page that is only built")
    parser.add_argument("--stock-limit", type=float, default=30)
    options = parser.parse_args()
    program = find_chromium()
    if program is None:
        sys.exit(MISSING)
    our_page(make_news(10))  # imports are not what is measured
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for nodes in options.nodes:
            compare(browser, Path(folder), nodes, options.stock_limit)
        browser.close()
    compare_building(options.build)


if __name__ == "__main__":
    main()
