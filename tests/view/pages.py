"""What several tests of the page in the browser share."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newsroom import News, make_news, vocabulary

from kg.model.claim import Claim, Evidence, Participant
from kg.model.entity import Entity
from kg.model.text import Source
from kg.view.network import build_network

# Counts the pixels of a drawing on the canvas: a blank canvas satisfies every check of the DOM.
DRAWN = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const canvas = document.querySelector('#network canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let drawn = 0;
  for (let i = 3; i < data.length; i += 4) drawn += data[i] > 128;
  done(drawn);
})))"""

NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"

ANNA = Entity("Anna_Öz", "Anna Öz", "Person", ("Die Präsidentin",), "Q42", description="Präsidentin")
BERLIN = Entity("Berlin", "Berlin", "Ort")
XAVER = Entity("Xaver", "Xaver Groß", "Person")
SENTENCE = "🤖 Anna Öz wird am Freitag nicht nach Berlin reisen."


def pair_of_claims():
    """Return news in which one pair has all there is to show, so that its line crosses the middle of the drawing."""
    start = SENTENCE.index("Anna")
    evidence = Evidence("bericht", SENTENCE, 50, 50 + len(SENTENCE), 50 + start, 50 + len(SENTENCE))
    plan = Claim(
        "plan1", "bericht", Participant(ANNA, "Anna Öz"), "besucht", Participant(BERLIN, "Berlin"), (evidence,),
        polarity="neg", modality="planned", speaker=Participant(XAVER), rule="besuchen", confidence=0.875,
    )  # fmt: skip
    note = Evidence("reisen.csv", "laut Kalender", line=7, source="https://kalender.example/2023")
    row = replace(plan, id="zeile1", document="reisen.csv", predicate="liegtIn", evidence=(note,), speaker=None)
    sources = {"bericht": Source("bericht", "Reise abgesagt", "2023-11-09", "Blatt", "https://blatt.example/1")}
    row = replace(row, polarity="pos", modality="asserted", rule="curated", confidence=1.0)
    return News((plan, row), sources, {e.id: e for e in (ANNA, BERLIN, XAVER)}, vocabulary())


def middle(page):
    box = page.locator("#network").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def shown(page):
    return int(page.inner_text("#count").split()[0].replace(".", ""))


def network_of(nodes):
    news = make_news(nodes)
    return build_network(news.claims, entities=news.entities, vocabulary=news.vocabulary)


def legend_row(page, name):
    return page.locator("#legend label", has=page.locator(f".name:text-is('{name}')"))


def download(page, button):
    with page.expect_download() as waiting:
        page.click(button)
    return Path(waiting.value.path())
