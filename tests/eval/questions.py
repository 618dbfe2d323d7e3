"""The 25 questions about the five seed articles, asked by named queries in a workspace made of these articles.

    python -m eval.questions          (in tests/) prints each question's status and the expected answers it lacks

A question is answered completely when every expected answer is among the rows, partly when some are.
`questions.yaml` says which query is asked and what its columns hold; names are compared as by the public claim scorer.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from eval.shared import ARTICLES, GOLD, SHARED, resources

from kg.pipeline import build
from kg.rdf.namespaces import Base
from kg.store.query import run_query
from kg.store.questions import Question, read_questions
from kg.workspace import Workspace, create_workspace

__all__ = ["Answered", "ask_questions", "questions_answered", "read_plans"]

Row = dict[str, str]
_KEYWORD = re.compile(r'(?<=VALUES \?stichwort \{ ")[^"]*')


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with the number of its expected answers and those that no row gives."""

    name: str
    expected: int
    missing: tuple[str, ...]

    @property
    def status(self) -> str:
        """How far the question is answered: complete, partly or none."""
        if not self.missing:
            return "complete"
        return "partly" if len(self.missing) < self.expected else "none"


def questions_answered() -> float:
    """Return the share of the questions that are answered completely."""
    answered = ask_questions()
    return sum(question.status == "complete" for question in answered) / len(answered)


@cache
def ask_questions() -> tuple[Answered, ...]:
    """Build the workspace of the five articles and ask every question."""
    cross = json.loads((SHARED / "gold" / "seeds_cross.json").read_text(encoding="utf-8"))
    plans = read_plans()
    with tempfile.TemporaryDirectory() as folder:
        workspace = _built(Path(folder) / "workspace")
        queries = {query.name: query for query in read_questions(workspace.ontology / "queries")}
        return tuple(
            _answered(question, plans[question["id"]], _rows(workspace, queries, plans[question["id"]]))
            for question in cross["competency_questions"]
        )


def read_plans() -> dict[str, dict[str, Any]]:
    """Return how each question is asked, by its number."""
    plans: dict[str, dict[str, Any]] = yaml.safe_load(
        Path(__file__).with_name("questions.yaml").read_text(encoding="utf-8")
    )
    return plans


def _built(folder: Path) -> Workspace:
    workspace = create_workspace(folder)
    shutil.rmtree(folder / "seeds" / "articles")
    shutil.copytree(ARTICLES, folder / "seeds" / "articles")
    build(workspace)
    return workspace


def _rows(workspace: Workspace, queries: dict[str, Question], plan: dict[str, Any]) -> list[Row]:
    sparql = queries[plan["query"]].sparql
    if "stichwort" in plan:
        words = [plan["stichwort"]] if isinstance(plan["stichwort"], str) else plan["stichwort"]
        sparql = _KEYWORD.sub('" "'.join(words), sparql)
    result = run_query(workspace.store, sparql, base=Base(workspace.settings.base))
    # Terms without a value are the cells that a row leaves empty.
    return [dict(zip(result.columns, (getattr(term, "value", "") for term in row), strict=True)) for row in result.rows]


def _answered(question: dict[str, Any], plan: dict[str, Any], rows: list[Row]) -> Answered:
    if "same" in plan:
        return _answered_by_name(question, plan["same"], rows)
    records = [_record(row, plan["columns"]) for row in rows]
    claims = [claim for answer in question["antwort"] for claim in answer.get("claims") or [answer["claim"]]]
    missing = tuple(
        claim for claim in claims if not any(_states(record, claim, plan.get("also", ())) for record in records)
    )
    return Answered(question["id"], len(claims), missing)


def _answered_by_name(question: dict[str, Any], key: str, rows: list[Row]) -> Answered:
    names = [answer[key] for answer in question["antwort"]]
    missing = tuple(name for name in names if not any(_scorer().same_name(name, row[key]) for row in rows))
    return Answered(question["id"], len(names), missing)


def _record(row: Row, columns: dict[str, str]) -> Row:
    """Return what a row says, by what it means; predicates by name, polarity as pos or neg."""
    record = {meaning: name[1:] if name.startswith("=") else row[name] for meaning, name in columns.items()}
    record["predicate"] = _predicates().get(record["predicate"], record["predicate"])
    record["polarity"] = "neg" if record.get("polarity") in ("ja", "neg") else "pos"
    return record


def _states(record: Row, claim: str, also: list[str]) -> bool:
    document, _, _ = claim.partition(":")
    gold, names = _gold()[claim]
    return (
        record["document"] == document
        and _same_ends(record, gold, names)
        # The gold's "other" stands for what the vocabulary cannot say; whatever is shown there for the pair will do.
        and (gold["p"] == "other" or _scorer().predicate_ok(gold, record["predicate"], False))
        and _scorer().polarity_ok(gold, record)
        and all(_same(field, record[field], gold, names) for field in also)
    )


def _same_ends(record: Row, gold: dict[str, Any], names: Any) -> bool:
    def match(first: str, second: str) -> bool:
        return names.match(gold["s"], gold.get("s_alt") or [], _named(first)) and names.match(
            gold["o"], gold.get("o_alt") or [], _named(second)
        )

    predicate = resources().vocabulary.predicates[record["predicate"]]
    forward = match(record["subject"], record["object"])
    return forward or (predicate.symmetric and match(record["object"], record["subject"]))


def _same(field: str, cell: str, gold: dict[str, Any], names: Any) -> bool:
    """Tell whether a cell says what the gold says of time, amount, speaker or a qualifier; the gold may say nothing."""
    if field == "speaker":
        return names.match(gold["speaker"], [], _named(cell)) if gold.get("speaker") else not cell
    if field == "value":
        quantity = gold.get("quantity")
        return quantity is None or (bool(cell) and float(cell) == float(quantity["value"]))
    if field == "time":
        # Articles without a date of their own were dated from elsewhere: only a year that is told can be wrong.
        return not gold.get("time") or not cell or cell[:4] == gold["time"][:4]
    expected = (gold.get("qualifiers") or {}).get(field)
    return expected is None or names.match(expected, [], _named(cell))


def _named(label: str) -> dict[str, Any] | None:
    return {"label": label, "aliases": _aliases().get(label, ())} if label else None


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    themes = {theme.label: theme.aliases for theme in resources().vocabulary.themes}
    return themes | {entity.label: entity.aliases for entity in resources().curated.entities}


@cache
def _predicates() -> dict[str, str]:
    return {predicate.label_de: name for name, predicate in resources().vocabulary.predicates.items()}


@cache
def _gold() -> dict[str, tuple[dict[str, Any], Any]]:
    """Return the gold's claims by document and id, each with the names that its article's entities go by."""
    articles = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]
    return {
        f"{article['doc']}:{claim['id']}": (claim, _scorer().Names(article))
        for article in articles
        for claim in article["claims"]
    }


@cache
def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_claims", SHARED / "score" / "score_claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    for answered in ask_questions():
        found = f"{answered.expected - len(answered.missing)}/{answered.expected}"
        print(f"{answered.name}  {answered.status:9}{found:>6}  {' '.join(answered.missing)}")
    print(f"complete: {100 * questions_answered():.0f} %")
