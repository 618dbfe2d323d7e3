from dataclasses import replace

import pytest
from claim_notes import read_claim, sources_of
from own_workspace import ROOT

from kg.compare.support import find_support
from kg.model.claim import Evidence
from kg.rdf.ontology import load_vocabulary

VOCABULARY = load_vocabulary(ROOT / "ontology")


@pytest.mark.parametrize(
    ("notes", "voices"),
    [
        (["2024-03-01 | Nordland | grenztAn | Südland", "2014-03-01 | Südland | grenztAn | Nordland"], [2]),
        (["2024-03-01 | Nordland | grenztAn | Südland", "2024-03-02 | Nordland | grenztAn | Südland | neg"], []),
        (["2024-03-01 | Anna Berg | besucht | Südland", "2024-03-02 | Anna Berg | besucht | Südland"], [2]),
        (["2024-03-01 | Anna Berg | besucht | Südland", "2014-03-01 | Anna Berg | besucht | Südland"], []),
        (["2024-03-01 | Nordland | grenztAn | Südland", "2024-03-01 | Südland | grenztAn | Nordland"], []),
        (
            [
                "2024-03-01 | Nordland | abhaengigVon | Südland | thema Erdgas",
                "2024-03-02 | Nordland | abhaengigVon | Südland | thema Getreide",
            ],
            [],
        ),
        (
            [
                "2024-03-01 | Anna Berg | amtstraegerVon | Nordland | amt Präsidentin",
                "2024-03-02 | Anna Berg | amtstraegerVon | Nordland | amt Staatspräsidentin",
                "tabelle | Anna Berg | amtstraegerVon | Nordland | amt Präsidentin; vom 2019-03-01/2025-03-01",
                "2024-03-03 | Anna Berg | amtstraegerVon | Nordland | amt Botschafterin",
            ],
            [3],
        ),
    ],
)
def test_what_independent_sources_say_alike(notes, voices):
    claims = [
        replace(read_claim(note), evidence=(Evidence("article", f"Sentence {number}."),))
        for number, note in enumerate(notes)
    ]
    found = find_support(claims, sources=sources_of(claims), vocabulary=VOCABULARY)
    assert [len(agreement.sides) for agreement in found] == voices
