from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claim.wording import said_by
from kg.curate.decisions import Decision, undecided
from kg.curate.names import Names
from kg.curate.review import Reviewed, apply_decisions
from kg.curate.tables import Cell
from kg.model.claim import REVIEWED, Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.identity import content_hash
from kg.model.review import Review
from kg.rdf.ontology import load_vocabulary

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "ontology")
NORD = Entity("Nordland", "Nordland", "Staat", ("Republik Nordland",))
SUED = Entity("Südland", "Südland", "Staat")
BERG = Entity("Greta_Berg", "Greta Berg", "Person")
MESSE = Entity("Messe_am_Fluss", "Messe am Fluss", "Ereignis", provisional=True)
NAMES = Names.of((NORD, SUED, BERG, MESSE), themes=VOCABULARY.themes)
DAY = date(2024, 5, 3)
STEMS = ("Hafen", "Vertrag", "Grenz", "Treff", "Brück", "Zeit", "Herbst", "Bericht", "Wahl", "Schiff")
# Of which sentences are made up that look like none other.
WORDS = tuple(f"{stem}{ending}" for stem in STEMS for ending in ("", "en", "ung"))


def made(
    sentence: str,
    *,
    at: int = 0,
    document: str = "bericht",
    subject: Entity = NORD,
    thing: Entity = SUED,
    **more: object,
) -> Claim:
    claim = Claim(
        id="",
        document=document,
        subject=Participant(subject, subject.label),
        predicate="kritisiert",
        object=Participant(thing, thing.label),
        evidence=(Evidence(document, sentence, at, at + len(sentence), at, at + len(sentence)),),
        rule="kritisieren",
        confidence=0.7,
        **more,  # type: ignore[arg-type]
    )
    return replace(claim, id=content_hash(document, at, subject.id, thing.id, claim.polarity))


def decide(claim: Claim, verdict: str, **fixes: str) -> Decision:
    cells = tuple((part, Cell(text, f"new_{part}", Path("decisions.csv"), 2, 9)) for part, text in fixes.items())
    return replace(undecided(claim), verdict=verdict, fixes=cells, by="Ada", day=DAY, line=2)


def applied(claims: list[Claim], *decisions: Decision) -> Reviewed:
    return apply_decisions(claims, decisions, names=NAMES, vocabulary=VOCABULARY)


CLAIM = made("Nordland hat Südland am Dienstag wegen der neuen Zölle scharf kritisiert.")


def test_without_decisions_everything_stands() -> None:
    assert applied([CLAIM]) == Reviewed((CLAIM,))


def test_a_rejected_claim_is_gone_and_known() -> None:
    reviewed = applied([CLAIM], decide(CLAIM, "wrong"))
    assert reviewed.claims == ()
    assert [(outcome.claim, outcome.result) for outcome in reviewed.outcomes] == [(CLAIM, None)]


def test_a_confirmed_claim_is_as_sure_as_a_curated_one() -> None:
    (claim,) = applied([CLAIM], decide(CLAIM, "correct")).claims
    assert claim == replace(CLAIM, confidence=1.0, review=Review("Ada", DAY))


def test_later_changes_nothing_but_is_no_loose_end() -> None:
    reviewed = applied([CLAIM], decide(CLAIM, "later"))
    assert (reviewed.claims, reviewed.unfit) == ((CLAIM,), ())


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        ("subject", "Greta Berg", "Greta Berg – kritisiert – Südland"),
        ("subject", "Republik Nordland", "Nordland – kritisiert – Südland"),
        ("object", "Messe am Fluss", "Nordland – kritisiert – Messe am Fluss"),
        ("object", "die neuen Zölle", "Nordland – kritisiert – die neuen Zölle"),
        ("predicate", "lobt", "Nordland – lobt – Südland"),
        ("polarity", "neg", "Nordland – kritisiert – Südland [nicht]"),
        ("modality", "planned", "Nordland – kritisiert – Südland [geplant]"),
        ("speaker", "Greta Berg", "Nordland – kritisiert – Südland [sagt Greta Berg]"),
        ("time", "30.4.2024", "Nordland – kritisiert – Südland [2024-04-30]"),
        ("time", "2024-04/..", "Nordland – kritisiert – Südland [2024-04/..]"),
    ],
)
def test_every_part_can_be_corrected(part: str, text: str, expected: str) -> None:
    (claim,) = applied([CLAIM], decide(CLAIM, "fix", **{part: text})).claims
    assert said_by(claim).line == expected
    assert (claim.evidence, claim.document, claim.confidence) == (CLAIM.evidence, CLAIM.document, 1.0)
    if claim.id != CLAIM.id:
        assert (claim.rule, claim.review) == (REVIEWED, Review("Ada", DAY, said_by(CLAIM).line))


def test_a_new_predicate_drops_what_it_does_not_carry() -> None:
    topic = ("thema", Participant(Entity("Zölle", "Zölle", "Thema")))
    office = ("amt", Participant(Entity("Ministerin", "Ministerin", "Thema")))
    rich = replace(CLAIM, predicate="amtstraegerVon", qualifiers=(office, topic))
    (claim,) = applied([rich], decide(rich, "fix", predicate="trifft")).claims
    assert [name for name, _ in claim.qualifiers] == ["thema"]


def test_speaker_and_time_can_be_taken_away() -> None:
    spoken = replace(CLAIM, speaker=Participant(BERG), when=When("2024", DAY, DAY))
    (claim,) = applied([spoken], decide(spoken, "fix", speaker="-", time="-")).claims
    assert (claim.speaker, claim.when) == (None, None)


@pytest.mark.parametrize(
    ("part", "text", "message"),
    [
        ("subject", "Nordlant", "new_subject: unbekannte Entität 'Nordlant'; meinten Sie Nordland?"),
        ("subject", "Messe am Fluss", "new_subject: Messe am Fluss ist Ereignis, erwartet wird Akteur"),
        ("predicate", "kritisirt", "new_predicate: unbekanntes Prädikat 'kritisirt'; meinten Sie kritisiert?"),
        ("time", "gestern", "new_time: 'gestern' ist kein Datum"),
    ],
)
def test_a_correction_that_cannot_be_understood_leaves_the_claim_and_is_told(
    part: str, text: str, message: str
) -> None:
    reviewed = applied([CLAIM], decide(CLAIM, "fix", **{part: text}))
    assert reviewed.claims == (CLAIM,)
    (fault,) = reviewed.faults
    assert str(fault).startswith("decisions.csv:2:9: ")
    assert message in fault.message
    assert reviewed.unfit == ()


def test_a_correction_that_reading_has_learned_confirms() -> None:
    learned = made(CLAIM.evidence[0].sentence, subject=BERG)
    (claim,) = applied([learned], decide(CLAIM, "fix", subject="Greta Berg")).claims
    assert claim == replace(learned, confidence=1.0, review=Review("Ada", DAY))


def test_a_correction_to_what_is_read_anyway_leaves_one_claim() -> None:
    right = made("Auch Greta Berg kritisierte Südland am Abend.", at=80, subject=BERG)
    (claim,) = applied([CLAIM, right], decide(CLAIM, "fix", subject="Greta Berg")).claims
    assert claim == replace(right, confidence=1.0, review=Review("Ada", DAY, said_by(CLAIM).line))


def test_the_last_decision_counts_and_can_be_about_what_was_corrected() -> None:
    fix = decide(CLAIM, "fix", subject="Greta Berg")
    (fixed,) = applied([CLAIM], fix).claims
    assert applied([CLAIM], fix, decide(fixed, "wrong")).claims == ()
    assert applied([CLAIM], fix, decide(fixed, "wrong"), decide(CLAIM, "later")).claims == (CLAIM,)
    (again,) = applied([CLAIM], fix, decide(fixed, "fix", polarity="neg")).claims
    assert said_by(again).line == "Greta Berg – kritisiert – Südland [nicht]"
    (confirmed,) = applied([CLAIM], fix, decide(fixed, "correct")).claims
    assert confirmed == fixed


def test_another_reading_of_the_sentence_is_not_what_was_decided_on() -> None:
    for other in (
        replace(CLAIM, polarity="neg"),
        replace(CLAIM, modality="planned"),
        replace(CLAIM, speaker=Participant(BERG)),
        replace(CLAIM, object=Participant(BERG)),
        replace(CLAIM, predicate="lobt"),
    ):
        reviewed = applied([other], decide(CLAIM, "wrong"))
        assert reviewed.claims == (other,)
        assert [fault.message for fault in reviewed.unfit] == [
            "passt auf keine Aussage mehr: Nordland – kritisiert – Südland"
        ]


def test_a_relation_without_direction_may_be_read_the_other_way_round() -> None:
    border = replace(CLAIM, predicate="grenztAn")
    reverse = {"id": "other", "subject": CLAIM.object, "object": CLAIM.subject}
    assert applied([replace(border, **reverse)], decide(border, "wrong")).claims == ()
    turned = replace(CLAIM, **reverse)
    assert applied([turned], decide(CLAIM, "wrong")).claims == (turned,)


def test_a_confirmation_holds_for_the_time_that_was_confirmed_a_rejection_for_any() -> None:
    dated = replace(CLAIM, when=When("2024", DAY, DAY))
    redated = replace(CLAIM, when=When("2023", DAY, DAY))
    assert applied([redated], decide(dated, "correct")).claims == (redated,)
    assert applied([redated], decide(dated, "wrong")).claims == ()


def test_a_claim_shown_by_two_sentences_is_found_by_either() -> None:
    other = made("Im Landtag tadelte Nordlands Regierung am Abend erneut den Nachbarn im Süden.", at=300)
    both = replace(CLAIM, evidence=CLAIM.evidence + other.evidence)
    assert applied([other], decide(both, "wrong")).claims == ()
    assert applied([both], decide(other, "wrong")).claims == ()


def test_of_claims_that_differ_in_details_the_right_one_is_found() -> None:
    offices = [
        replace(CLAIM, id=title, qualifiers=(("amt", Participant(Entity(title, title, "Thema"))),)) for title in "ab"
    ]
    for office in offices:
        moved = replace(decide(office, "wrong"), claim="gone")
        assert [claim.id for claim in applied(offices, moved).claims] == [o.id for o in offices if o is not office]


def test_a_renamed_document_keeps_its_decisions_but_a_similar_one_gets_none() -> None:
    renamed = made(CLAIM.evidence[0].sentence, document="neuer-name")
    similar = made("Nordland hat Südland am Freitag wegen der alten Zölle kritisiert.", document="anderes")
    assert applied([renamed, similar], decide(CLAIM, "wrong")).claims == (similar,)


def test_a_decision_in_its_own_document_is_not_taken_by_a_copy() -> None:
    copy = made(CLAIM.evidence[0].sentence, document="abgeschrieben")
    assert applied([copy, CLAIM], decide(CLAIM, "wrong")).claims == (copy,)


SENTENCES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=9, max_size=20, unique=True), min_size=1, max_size=5, unique_by=tuple
)
EDITS = st.sampled_from(["drop", "change", "insert"])


def edited(words: list[str], edit: str, place: int) -> list[str]:
    at = place % len(words)
    new = {"drop": [], "change": ["zuletzt"], "insert": ["zuletzt", words[at]]}[edit]
    return [*words[:at], *new, *words[at + 1 :]]


@given(SENTENCES, st.data())
def test_decisions_survive_a_shifted_text_and_edited_sentences(sentences: list[list[str]], data: st.DataObject) -> None:
    things = [Entity(f"Ding_{count}", f"Ding {count}", "Thema") for count, _ in enumerate(sentences)]
    before = [made(" ".join(words), at=100 * n, thing=things[n]) for n, words in enumerate(sentences)]
    shift = data.draw(st.integers(1, 50))
    after = [
        made(
            " ".join(edited(words, data.draw(EDITS), data.draw(st.integers(0, 99)))),
            at=100 * n + shift,
            thing=things[n],
        )
        for n, words in enumerate(sentences)
    ]
    rejected = data.draw(st.sets(st.sampled_from(range(len(before)))))
    reviewed = applied(after, *(decide(before[n], "wrong") for n in rejected))
    assert reviewed.claims == tuple(claim for n, claim in enumerate(after) if n not in rejected)
    assert reviewed.unfit == ()


@given(SENTENCES, st.data())
def test_no_decision_is_lost_or_counts_twice(sentences: list[list[str]], data: st.DataObject) -> None:
    claims = [made(" ".join(words), at=100 * n) for n, words in enumerate(sentences)]
    here = st.sampled_from(claims)
    gone = here.map(lambda claim: replace(claim, document="gelöscht", id="gone", predicate="lobt"))
    about = data.draw(st.lists(here | gone, max_size=6))
    verdicts = data.draw(st.lists(st.sampled_from(["correct", "wrong", "later"]), min_size=6, max_size=6))
    decisions = [decide(claim, verdict) for claim, verdict in zip(about, verdicts, strict=False)]
    reviewed = applied(claims, *decisions)
    last = {claim.id: decision.verdict for claim, decision in zip(about, decisions, strict=True)}
    assert [outcome.decision for outcome in reviewed.outcomes] == decisions
    assert len(reviewed.unfit) == sum(claim.id == "gone" for claim in about)
    assert [claim.id for claim in reviewed.claims] == [claim.id for claim in claims if last.get(claim.id) != "wrong"]
    checked = {claim.id for claim in reviewed.claims if claim.review}
    assert checked == {claim for claim, verdict in last.items() if verdict == "correct" and claim != "gone"}
