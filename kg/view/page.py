"""The network page: one HTML file that works offline and lets nothing out.

pyvis holds the data and makes the page, with our own template: its stock template loads scripts from the network and
writes titles into the page as HTML. Here every value is escaped, the script is pinned by its hash in the page's
Content-Security-Policy, and nothing may be requested.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kg.model.claim import Claim
from kg.model.entity import Entity
from kg.model.text import Source
from kg.model.vocabulary import Vocabulary
from kg.view.layout import Point, draw_in, keep_apart, lay_out
from kg.view.network import Network, best_connected, build_network
from kg.view.policy import content_policy
from kg.view.records import Record, make_records
from kg.view.words import ASSETS, read_words

__all__ = ["START", "build_page", "start_nodes"]

START = 50  # as many labelled nodes as a screen shows without overlap
ALL_AT_START = 80  # a network this small is shown whole
WHOLE_UP_TO = 5000  # above, drawing all takes seconds; the page then has no place for what it never draws at once
LABEL_CUT = 32  # characters of a label that are drawn
RENDERER = "vis-network-10.1.5.min.js"
# The order of the parts is their order in the script: a part uses only what stands before it, or inside its functions.
APP = ("data", "dom", "colours", "filter", "draw", "looks", "sight", "places", "citation", "evidence", "card", "panel",
       "explore", "paths", "legend", "timeline", "search", "keys", "links", "pictures", "start")  # fmt: skip


def build_page(
    claims: Iterable[Claim],
    *,
    sources: Mapping[str, Source],
    entities: Mapping[str, Entity],
    vocabulary: Vocabulary,
    lang: str = "de",
    title: str | None = None,
    start: int = START,
) -> str:
    """Return the page that shows the claims as a network, the same text for the same claims.

    `sources` and `entities` are looked up by id; what is missing there is shown by what the claim itself says. `lang`
    is the language of the page's own words, "de" or "en". `start` is how many entities the page opens with.
    """
    network = build_network(claims, entities=entities, vocabulary=vocabulary)
    whole = len(network.nodes) <= WHOLE_UP_TO
    points = lay_out(len(network.nodes), [(e.source, e.target) for e in network.edges]) if whole else None
    records = make_records(network, points, sources=sources, vocabulary=vocabulary, lang=lang)
    first = start_nodes(network, start)
    records.tables["whole"] = whole
    records.tables["start"] = [[node, round(x), round(y)] for node, (x, y) in _start_points(network, first).items()]
    return _render(records.nodes, records.edges, records.tables, title or read_words(lang)["title"])


def start_nodes(network: Network, count: int) -> list[int]:
    """Return the positions of the most connected nodes, at most `count`.

    They hang together. A network of up to ALL_AT_START nodes is returned whole.
    """
    total = len(network.nodes)
    if total <= max(count, ALL_AT_START):
        return list(range(total))
    neighbours: dict[int, set[int]] = {node: set() for node in range(total)}
    for edge in network.edges:
        neighbours[edge.source].add(edge.target)
        neighbours[edge.target].add(edge.source)
    return sorted(best_connected(neighbours, count, rank=int))


def _start_points(network: Network, nodes: list[int]) -> dict[int, Point]:
    place = {node: position for position, node in enumerate(nodes)}
    pairs = [(place[e.source], place[e.target]) for e in network.edges if e.source in place and e.target in place]
    # A node with its label needs about 95 pixels each way; the labels themselves make the whole wider than high.
    side = 95 * math.sqrt(len(nodes))
    points = draw_in(lay_out(len(nodes), pairs), width=side * 0.94, height=side * 1.06)
    labels = [network.nodes[node].entity.label[:LABEL_CUT] for node in nodes]
    # A letter of the drawn label is about 7.2 pixels wide; a node with its label under it about 56 high.
    points = keep_apart(points, [max(44.0, 7.2 * len(label) + 14) for label in labels], height=56)
    return dict(zip(nodes, points, strict=True))


def _render(nodes: list[Record], edges: list[Record], tables: Record, title: str) -> str:
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup
    from pyvis.network import Network as Renderer

    style = (ASSETS / "app.css").read_text(encoding="utf-8")
    scripts = (_renderer_script(), _app_script())
    page = Renderer(directed=True, heading=title, cdn_resources="in_line")
    page.nodes, page.edges = nodes, edges  # add_node and add_edge take time quadratic in the nodes
    page.set_template_dir(str(ASSETS), "page.html")
    environment = Environment(loader=FileSystemLoader(ASSETS, encoding="utf-8"), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.globals.update(
        policy=content_policy(style, *scripts),
        style=Markup(style),  # noqa: S704  our own file
        scripts=[Markup(script) for script in scripts],  # noqa: S704  our own and the vendored file
        title=title,
        tables=tables,
        words=tables["words"],
        lang=tables["lang"],
    )
    page.templateEnv = environment
    html: str = page.generate_html()
    return html


@lru_cache(maxsize=1)
def _renderer_script() -> str:
    """Return vis-network without the style sheets of tools that the page does not use, 220 kB of its 650.

    They would be inserted as inline styles, which the page's policy forbids.
    """
    text = (ASSETS / RENDERER).read_text(encoding="utf-8")
    text = re.sub(r"""(?<=[;}])A\((?:"[^"]*"|'[^']*')\);""", "", text)
    return re.sub(r"//# sourceMappingURL=\S+\s*$", "", text)


@lru_cache(maxsize=1)
def _app_script() -> str:
    parts = ((ASSETS / "app" / f"{name}.js").read_text(encoding="utf-8") for name in APP)
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n"
