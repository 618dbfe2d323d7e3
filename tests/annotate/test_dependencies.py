"""Clauses from a dependency parser that this test trains on a few sentences of its own."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from annotate.clause_tables import described, words

from kg.annotate.clauses.read import read_clauses
from kg.errors import KgError

spacy = pytest.importorskip("spacy", reason="the optional extra belegnetz[parser] is not installed")

TREES = yaml.safe_load(Path(__file__).with_name("dependencies.yaml").read_text(encoding="utf-8"))
ROUNDS = 40  # over a dozen sentences; the parser then knows them by heart, which is all that is asked here
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")  # those of spaCy itself


@pytest.fixture(scope="module", params=sorted(TREES))
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pipeline(scheme: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Train a parser on the trees of a label scheme and return where it is stored."""
    from spacy.training import Example

    spacy.util.fix_random_seed(0)
    language = spacy.blank("de")
    language.add_pipe("parser", config={"min_action_freq": 1})  # else rare labels are dropped
    examples = []
    for tree in TREES[scheme]:
        heads = [int(head) - 1 if int(head) else index for index, head in enumerate(tree["heads"].split())]
        gold = {"heads": heads, "deps": tree["labels"].split()}
        doc = spacy.tokens.Doc(language.vocab, words=tree["text"].split())
        examples.append(Example.from_dict(doc, gold))
    optimizer = language.initialize(lambda: examples)
    for _ in range(ROUNDS):
        language.update(examples, sgd=optimizer)
    folder = tmp_path_factory.mktemp(scheme)
    language.to_disk(folder)
    return str(folder)


@pytest.mark.slow
def test_trees_become_clauses(scheme: str, pipeline: str) -> None:
    for tree in TREES[scheme]:
        tokens, sentences = words(tree["text"])
        clauses = read_clauses(tokens, sentences, parser=pipeline)
        wanted: list[dict[str, Any]] = tree["clauses"]
        assert [described(tree["text"], tokens, clauses, clause) for clause in wanted] == wanted


def test_pipeline_that_is_not_installed() -> None:
    tokens, sentences = words("Er kam.")
    with pytest.raises(KgError, match="no such spaCy pipeline is installed"):
        read_clauses(tokens, sentences, parser="de_none_such")


def test_pipeline_without_a_parser(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path)
    tokens, sentences = words("Er kam.")
    with pytest.raises(KgError, match="has no dependency parser"):
        read_clauses(tokens, sentences, parser=str(tmp_path))
