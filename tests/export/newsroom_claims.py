"""Claims of every kind that a report has to tell apart, about people and bodies that do not exist."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.export.reports import Contents
from kg.model.claim import Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.reading import Quantity
from kg.model.text import Source
from kg.rdf.namespaces import Base
from kg.rdf.ontology import load_vocabulary

VOCABULARY = load_vocabulary(Path(__file__).resolve().parents[2] / "ontology")
LIND = Entity("Ada_Lind", "Ada Lind", "Person", ("A. Lind",), "Q1")
NORDLAND = Entity("Nordland", "Nordland", "Staat", wikidata="Q2", gender="n")
SEEBUND = Entity("Seebund", "Seebund", "Organisation")
WERFT = Entity("Werft_Süd", "Werft Süd", "Organisation")
HAFEN = Entity("Hafen_von_Tolm", "Hafen von Tolm", "Ort")
GIPFEL = Entity("Fischereigipfel", "Fischereigipfel", "Ereignis")
QUOTEN = Entity("Fangquoten", "Fangquoten", "Thema")
MINISTERIN = Entity("Ministerin", "Ministerin", "Thema")
TITLE = "=HYPERLINK(A1) *Streit* um [Quoten]"
SOURCES = {
    "bericht": Source("bericht", TITLE, "2024-05-02", "Tolmer Bote", "https://example.org/bericht?a=1&b=2"),
    "aemter.csv": Source("aemter.csv", "aemter.csv"),
}


def said(claim_id: str, subject: Entity, predicate: str, thing: Entity, sentence: str, **more: object) -> Claim:
    evidence = (Evidence("bericht", sentence, 10, 10 + len(sentence), 10, 20),)
    ends = Participant(subject, subject.label), Participant(thing, thing.label)
    return Claim(claim_id, "bericht", ends[0], predicate, ends[1], evidence, rule="r", confidence=0.9, **more)  # type: ignore[arg-type]


def row(claim_id: str, subject: Entity, predicate: str, thing: Entity, line: int, **more: object) -> Claim:
    evidence = (Evidence("aemter.csv", "", line=line, source="Amtsblatt"),)
    return Claim(claim_id, "aemter.csv", Participant(subject), predicate, Participant(thing), evidence, **more)  # type: ignore[arg-type]


SINCE = When("2021-03-01/..", date(2021, 3, 1), date.max)
DAY = When("2024-05-02~", date(2024, 5, 2), date(2024, 5, 2), "am Donnerstag")
TONS = Quantity(0, 0, -1234.5, "Tonnen", "~", "rund minus 1.234,5 Tonnen")
CLAIMS = (
    row("c1", LIND, "amtstraegerVon", NORDLAND, 2, when=SINCE, qualifiers=(("amt", Participant(MINISTERIN)),)),
    row("c2", WERFT, "mitgliedVon", SEEBUND, 3),
    row("c3", NORDLAND, "mitgliedVon", SEEBUND, 4, when=SINCE),
    row("c4", WERFT, "eigentumVon", NORDLAND, 5),
    said("c5", LIND, "besucht", HAFEN, "Lind besuchte am Donnerstag den *Hafen* von Tolm.", when=DAY),
    said("c6", LIND, "besucht", GIPFEL, "Lind reist <b>nicht</b> zum Gipfel.", polarity="neg"),
    said("c7", NORDLAND, "verlaesst", SEEBUND, "Nordland will den Seebund verlassen, sagte Lind.", modality="planned",
         speaker=Participant(LIND, "Lind")),
    said("c8", NORDLAND, "kennzahl", QUOTEN, "+5 sagt nichts,\nminus 1.234,5 Tonnen viel.", quantity=TONS),
    said("c9", QUOTEN, "verursacht", QUOTEN, "@quoten: Die Quoten machen sich selbst."),
)  # fmt: skip
CONTENTS = Contents(CLAIMS, SOURCES, VOCABULARY, Base("https://example.org/kg/"))
