import csv
from pathlib import Path

import pytest
from claim_notes import read_claim

from kg.compare.offices import office_key, shared_office, sole_office, speaks_for

LINES = Path(__file__).with_name("offices.csv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(row.values()) for row in csv.DictReader(line for line in LINES if not line.startswith("#"))]


def held(office, person="Anna Berg", state="Nordland"):
    return read_claim(f"tabelle | {person} | amtstraegerVon | {state} | amt {office}")


@pytest.mark.parametrize(("office", "key", "holders"), CASES)
def test_an_office(office, key, holders):
    claim = held(office)
    assert office_key(claim) == key
    assert (sole_office(claim), shared_office(claim)) == (holders == "one", holders == "several")


def test_leaders_speak_for_the_one_state_they_lead():
    claims = [held("Präsidentin"), held("Sprecher", "Karl Moor")]
    assert speaks_for(claims) == {"Anna_Berg": "Nordland"}
    assert speaks_for([*claims, held("Außenministerin", state="Südland")]) == {}
