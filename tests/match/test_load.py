from pathlib import Path

import pytest
import yaml

from kg.errors import FaultyInput
from kg.match.load import load_rules
from kg.model.vocabulary import Vocabulary
from kg.rdf.ontology import load_vocabulary
from kg.workspace import template_folder

FAULTY = yaml.safe_load((Path(__file__).parent / "data" / "faulty_rules.yaml").read_text(encoding="utf-8"))
SOUND = """
lists: {Loben: [loben, preisen], Mehr: [$Loben, rühmen]}
rules:
- name: a-loben
  predicate: lobt
  priority: 2
  clause: {verb: $Mehr, subject: Akteur, object: Ding?, pp: {für: Thema?}}
  content: [object, dass-clause]
  claim: {object: [content, pp.für]}
  examples: [{text: t, claims: [a | lobt | b]}]
- name: b-lob
  predicate: lobt
  phrase: "Lob {Akteur:gen} für {Ding}?"
  claim: {subject: Akteur, object: Ding}
  examples: [{text: t, claims: [a | lobt | b]}]
"""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(template_folder() / "ontology")


def test_rules_are_indexed_by_what_triggers_them(tmp_path: Path, vocabulary: Vocabulary) -> None:
    (tmp_path / "a.yaml").write_text(SOUND, encoding="utf-8")
    rules = load_rules(tmp_path, vocabulary=vocabulary)
    assert [rule.name for rule in rules.rules] == ["a-loben", "b-lob"]
    assert {lemma for _, lemma in rules.by_lemma} == {"loben", "preisen", "rühmen"}
    assert set(rules.by_word) == {"Lob"}
    assert dict(rules.rules[0].claim) == {"object": ("content", "pp.für"), "subject": ("subject",)}


@pytest.mark.parametrize("case", FAULTY, ids=lambda case: case["message"][:30])
def test_faults_are_told_with_file_and_line(tmp_path: Path, vocabulary: Vocabulary, case: dict[str, object]) -> None:
    path = tmp_path / "faulty.yaml"
    path.write_text(str(case["text"]), encoding="utf-8")
    with pytest.raises(FaultyInput) as caught:
        load_rules(tmp_path, vocabulary=vocabulary)
    assert any(str(case["message"]) in fault.message and fault.line == case["line"] for fault in caught.value.faults), [
        str(fault) for fault in caught.value.faults
    ]


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path, vocabulary: Vocabulary) -> None:
    for place, case in enumerate(FAULTY):
        (tmp_path / f"{place:02}.yaml").write_text(str(case["text"]), encoding="utf-8")
    with pytest.raises(FaultyInput) as caught:
        load_rules(tmp_path, vocabulary=vocabulary)
    assert len({fault.file for fault in caught.value.faults}) == len(FAULTY)


def test_two_rules_of_one_name_are_a_fault(tmp_path: Path, vocabulary: Vocabulary) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(SOUND, encoding="utf-8")
    with pytest.raises(FaultyInput, match=r"a-loben stands already in a\.yaml"):
        load_rules(tmp_path, vocabulary=vocabulary)
