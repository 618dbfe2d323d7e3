"""What differs between two states, matched by id, by content or by sentence, and for what reason."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_graph import DAY, KASACHSTAN, MESSE, ONE, RUSSLAND, TOKAJEW, TWO, claim

from kg.compare.differences import Reason, compare
from kg.compare.snapshots import Snapshot
from kg.model.claim import CURATED, Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.text import Source

RULES = {"besucht": "1", "kritisiert": "1", "grenztAn": "1", "lobt": "1"}
VISIT = ONE.claims[0]


def state(*claims: Claim, texts: str = "text", **more: object) -> Snapshot:
    entities = {p.entity.id: p.entity for c in claims for p in (c.subject, c.object)}
    sources = {name: Source(name, name, checksum=texts) for name in ("one", "two")}
    parts = {"claims": {c.id: c for c in claims}, "entities": entities, "sources": sources, "rules": RULES}
    return Snapshot("s", **(parts | more))  # type: ignore[arg-type]


def only(before: Snapshot, now: Snapshot) -> tuple[str, tuple[str, ...], Reason]:
    (change,) = compare(before, now).changes
    return change.kind, change.fields, change.reason


def test_the_same_state_has_no_differences() -> None:
    found = compare(state(*ONE.claims, *TWO.claims), state(*TWO.claims, *ONE.claims))
    assert found.changes == ()
    assert not any([*found.documents.values(), *found.rules.values(), found.merged, found.split])


LATER = When("2024-01-01", date(2024, 1, 1), date(2024, 1, 1))


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"when": DAY}, ("time",)),
        ({"polarity": "neg", "modality": "planned"}, ("polarity", "modality")),
        ({"speaker": Participant(RUSSLAND)}, ("speaker",)),
        ({"confidence": 0.5}, ("confidence",)),
        ({"qualifiers": (("in", Participant(RUSSLAND)),)}, ("qualifiers",)),
        ({"object": Participant(RUSSLAND)}, ("object",)),
        ({"subject": Participant(RUSSLAND)}, ("subject",)),
        ({"predicate": "lobt"}, ("predicate",)),
        ({"evidence": (replace(VISIT.evidence[0], sentence="Anders."),)}, ("sentence",)),
    ],
)
@pytest.mark.parametrize("same_id", [True, False])
def test_a_changed_claim_is_told_by_its_fields(
    changes: dict[str, object], fields: tuple[str, ...], same_id: bool
) -> None:
    now = replace(VISIT, **changes, id=VISIT.id if same_id else "new")  # type: ignore[arg-type]
    assert only(state(VISIT), state(now))[:2] == ("changed", fields)


def test_a_sentence_that_only_moved_is_no_change() -> None:
    moved = replace(VISIT.evidence[0], sentence_start=90, sentence_end=150, start=90, end=140)
    assert compare(state(VISIT), state(replace(VISIT, id="new", evidence=(moved,)))).changes == ()


def test_of_two_likely_counterparts_the_one_with_the_same_sentence_is_taken() -> None:
    other = replace(VISIT, id="other", evidence=(Evidence("one", "Noch einmal."),))
    now = [replace(c, id=f"new-{c.id}", when=DAY) for c in (other, VISIT)]
    changes = compare(state(VISIT, other), state(*now)).changes
    assert [change.fields for change in changes] == [("time",), ("time",)]


@pytest.mark.parametrize(
    ("before", "now", "reason"),
    [
        (state(VISIT), state(sources={}), Reason("document", "one")),
        (state(sources={}), state(VISIT), Reason("document", "one")),
        (state(VISIT), state(texts="other"), Reason("text", "one")),
        (state(VISIT), state(rules=RULES | {"besucht": "2"}), Reason("rule", "besucht")),
        (state(rules={"x": "1"}), state(VISIT), Reason("rule", "besucht")),
        (state(VISIT, rules={}), state(), Reason("reading", "one")),
        (state(VISIT), state(), Reason("reading", "one")),
        (state(VISIT), state(replace(VISIT, confidence=0.4)), Reason("precision", "besucht")),
        (state(VISIT), state(verdicts={VISIT.id: "wrong"}), Reason("decision", "wrong")),
        (state(verdicts={VISIT.id: "wrong"}), state(VISIT), Reason("decision", "wrong")),
        (state(replace(VISIT, rule=CURATED)), state(), Reason("row", "one")),
    ],
)
def test_every_change_has_its_reason(before: Snapshot, now: Snapshot, reason: Reason) -> None:
    assert only(before, now)[2] == reason


def test_rules_and_documents_are_listed() -> None:
    found = compare(state(rules={"a": "1", "b": "1"}), state(rules={"b": "2", "c": "1"}, texts="other"))
    assert found.rules == {"added": ("c",), "removed": ("a",), "changed": ("b",)}
    assert found.documents == {"added": (), "removed": (), "changed": ("one", "two")}


NUR_SULTAN = Entity("Nur-Sultan", "Nur-Sultan", "Ort")
ASTANA = Entity("Astana", "Astana", "Ort")


def test_a_merged_entity_changes_its_claims_and_its_split_changes_them_back() -> None:
    apart = state(claim("one", TOKAJEW, "besucht", NUR_SULTAN), claim("two", TOKAJEW, "lobt", ASTANA))
    whole = replace(ASTANA, aliases=("Nur-Sultan",))
    merged = state(claim("one", TOKAJEW, "besucht", whole), claim("two", TOKAJEW, "lobt", whole))
    merged.claims["one-Tokajew-besucht-Astana"] = replace(
        merged.claims["one-Tokajew-besucht-Astana"], evidence=apart.claims["one-Tokajew-besucht-Nur-Sultan"].evidence
    )
    assert compare(apart, merged).merged == {"Nur-Sultan": "Astana"}
    assert only(apart, merged) == ("changed", ("object",), Reason("entity", "Nur-Sultan"))
    assert compare(merged, apart).split == {"Nur-Sultan": "Astana"}
    assert only(merged, apart) == ("changed", ("object",), Reason("entity", "Nur-Sultan"))


def test_an_entity_that_says_whom_it_replaces_is_the_one_it_was_merged_with() -> None:
    whole = replace(ASTANA, replaces=("Nur-Sultan",))
    before = state(claim("one", TOKAJEW, "besucht", replace(NUR_SULTAN, label="Die Hauptstadt")))
    assert compare(before, state(claim("one", TOKAJEW, "besucht", whole))).merged == {"Nur-Sultan": "Astana"}


@pytest.mark.parametrize("part", ["speaker", "qualifiers"])
def test_whatever_part_a_merged_entity_takes_it_is_the_reason(part: str) -> None:
    whole = replace(ASTANA, replaces=("Nur-Sultan",))

    def named(entity: Entity) -> Snapshot:
        whom = Participant(entity)
        changed = replace(VISIT, **{part: whom if part == "speaker" else (("in", whom),)})  # type: ignore[arg-type]
        return state(changed, entities={entity.id: entity})

    assert only(named(NUR_SULTAN), named(whole)) == ("changed", (part,), Reason("entity", "Nur-Sultan"))


def test_an_entity_that_merely_went_is_not_merged() -> None:
    assert compare(state(VISIT), state(TWO.claims[0])).merged == {}


CLAIMS = st.lists(st.sampled_from([*ONE.claims, *TWO.claims]), unique_by=lambda claim: claim.id)


@given(CLAIMS, CLAIMS)
def test_claims_are_added_removed_or_kept_and_never_lost(before: list[Claim], now: list[Claim]) -> None:
    found = compare(state(*before), state(*now))
    kinds = [change.kind for change in found.changes]
    assert len(now) - len(before) == kinds.count("added") - kinds.count("removed")
    back = compare(state(*now), state(*before))
    assert sorted(change.kind for change in back.changes) == sorted(
        {"added": "removed", "removed": "added"}.get(kind, kind) for kind in kinds
    )


def test_a_state_without_anything_is_all_added() -> None:
    found = compare(Snapshot("nothing"), state(VISIT, claim("two", KASACHSTAN, "lobt", MESSE)))
    assert [change.kind for change in found.changes] == ["added", "added"]
