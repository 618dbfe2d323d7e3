import base64
import csv
import hashlib
import re
from html.parser import HTMLParser

import pytest
from newsroom import make_news

from kg.view.network import GROUPS, build_network
from kg.view.page import ALL_AT_START, APP, RENDERER, START, build_page, start_nodes
from kg.view.words import ASSETS, LANGUAGES, read_words

# Of the file in the npm package vis-network 10.1.5, standalone/umd/vis-network.min.js.
RENDERER_DIGEST = "b427322ad953d70ab75d1b798ebb8349863502f244e02de3e12a4ab7dfeddf2c"


def page_of(news, **options):
    return build_page(news.claims, sources=news.sources, entities=news.entities, vocabulary=news.vocabulary, **options)


@pytest.fixture(scope="module")
def html():
    return page_of(make_news(300))


class Elements(HTMLParser):
    """Collects every element with its attributes, and the text of scripts and styles."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found, self.texts, self._open = [], [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs)) if tag in ("script", "style") else None

    def handle_data(self, data):
        if self._open:
            self.texts.append((*self._open, data))

    def handle_endtag(self, tag):
        self._open = None


def test_the_same_claims_make_the_same_page():
    news = make_news(80)
    assert page_of(news) == page_of(make_news(80))
    shuffled = build_page(
        reversed(news.claims), sources=news.sources, entities=news.entities, vocabulary=news.vocabulary
    )
    assert shuffled == page_of(news)


def test_a_page_of_300_nodes_can_be_mailed(html):
    assert len(html.encode("utf-8")) <= 1_000_000


def test_the_policy_allows_exactly_the_scripts_and_the_style_of_the_page(html):
    elements = Elements(html)
    policy = next(a["content"] for tag, a in elements.found if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    run = [(tag, text) for tag, attributes, text in elements.texts if attributes.get("type") != "application/json"]
    assert [tag for tag, _ in run] == ["style", "script", "script"]
    for _, text in run:
        digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_nothing_in_the_page_points_outside(html):
    for tag, attributes in Elements(html).found:
        assert not any(name.startswith("on") or name == "style" for name in attributes), tag
        assert attributes.get("src") is None, tag
        assert attributes.get("href") in (None, "#panel", "data:,"), tag


def test_the_renderer_is_the_published_file():
    assert hashlib.sha256((ASSETS / RENDERER).read_bytes()).hexdigest() == RENDERER_DIGEST
    assert {path.name for path in ASSETS.glob("vis-network*")} == {
        RENDERER,
        "vis-network-10.1.5.LICENSE-APACHE-2.0",
        "vis-network-10.1.5.LICENSE-MIT",
    }


def test_the_renderer_brings_no_style_of_its_own(html):
    # Its one function that inserts styles is called for each of eight sheets, all taken out.
    assert len(re.findall(r"""[;}]A\(["'][.a-z]""", (ASSETS / RENDERER).read_text(encoding="utf-8"))) == 8
    assert "vis-color-picker{" not in html
    assert "sourceMappingURL" not in html


def test_every_part_of_the_script_is_used():
    assert {path.stem for path in (ASSETS / "app").glob("*.js")} == set(APP)


def test_words_are_all_there_and_all_used():
    with (ASSETS / "words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(line for line in file if not line.startswith("#")))
    assert rows[0] == ["key", *LANGUAGES]
    assert all(len(row) == 3 and all(row) for row in rows)
    for _, german, english in rows[1:]:
        assert german.count("{}") == english.count("{}")
    keys = [row[0] for row in rows[1:]]
    assert len(set(keys)) == len(keys)
    sources = [*ASSETS.glob("app/*.js"), *ASSETS.glob("*.html"), *ASSETS.parent.glob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    named = set(re.findall(r"""["'`]([a-z]+(?:\.[a-z]+)*)["'`]""", text))
    families = set(re.findall(r"[`\"]([a-z]+)\.[{$]", text)) | set(re.findall(r"counted\(\"([a-z]+)\"", text))
    unused = {key for key in keys if key not in named and key.split(".")[0] not in families}
    assert unused == set()
    asked = set(re.findall(r"""(?:word\(|words\[)["']([a-z.]+)["']""", text))
    assert asked <= set(keys)


def test_the_page_speaks_the_language_asked_for():
    news = make_news(20)
    assert '<html lang="en"' in page_of(news, lang="en")
    assert read_words("en")["search"] in page_of(news, lang="en")
    assert read_words("de")["search"] in page_of(news, lang="de")


def network_of(nodes):
    news = make_news(nodes)
    return build_network(news.claims, entities=news.entities, vocabulary=news.vocabulary)


def test_a_small_network_is_shown_whole():
    assert start_nodes(network_of(ALL_AT_START), START) == list(range(ALL_AT_START))


def test_a_large_network_starts_with_connected_nodes_around_the_best():
    network = network_of(400)
    chosen = start_nodes(network, START)
    assert len(chosen) == START
    assert 0 in chosen
    inside = {end for e in network.edges if {e.source, e.target} <= set(chosen) for end in (e.source, e.target)}
    assert inside == set(chosen)
    assert sum(network.nodes[node].degree for node in chosen) > 0.8 * sum(node.degree for node in network.nodes[:START])


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def themes():
    """Return the colours of each theme; dark by choice and dark by the system's setting are written twice."""
    css = (ASSETS / "app.css").read_text(encoding="utf-8")
    blocks = re.findall(r"\{\s*color-scheme: (light|dark);([^}]*)\}", css)
    return [(name, dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))) for name, block in blocks]


def test_both_ways_into_the_dark_have_the_same_colours():
    light, dark, system = themes()
    assert (light[0], dark[0]) == ("light", "dark")
    assert dark == system


@pytest.mark.parametrize(("name", "colours"), themes()[:2])
def test_everything_drawn_stands_out_from_the_paper(name, colours):
    for drawn in (*GROUPS, "edge", "edge-strong", "denied", "accent", "field"):
        assert contrast(colours[drawn], colours["paper"]) >= 3, drawn
    for text in ("ink", "muted", "accent", "denied"):
        for ground in ("paper", "card"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for marked in ("subject", "object"):
        assert contrast(colours["ink"], colours[marked]) >= 4.5, marked
