"""Every figure that reading and extraction are held to, by name; floors.toml says how far each may fall.

    python -m eval.figures          (in tests/) prints them all

Figures are per cent. A name starts with the data it is measured on; what is read once serves all figures on it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from eval.claims import score_claims
from eval.conflicts import found_in_gold_claims, found_in_texts, right_share
from eval.entities import score_mentions
from eval.judged import judged_figures
from eval.merges import score_merges
from eval.news_claims import score_news_claims
from eval.quantities import missed_quantities
from eval.questions import questions_answered
from eval.quotations import score_quotations
from eval.roles import score_roles
from eval.sentences import boundary_f1
from eval.shared import GSD, PUD
from eval.times import score_times
from eval.words import konjunktiv, lemma_accuracy, tag_accuracy

__all__ = ["FIGURES", "Floor", "read_floors"]

FIGURES: dict[str, Callable[[], float]] = {
    "pud.sentences": lambda: 100 * boundary_f1(PUD),
    "pud.lemmas": lambda: 100 * lemma_accuracy(PUD),
    "pud.roles": lambda: score_roles(PUD)["both"]["edge"]["F"],
    "gsd.sentences": lambda: 100 * boundary_f1(GSD),
    "gsd.tags": lambda: 100 * tag_accuracy(GSD),
    "gsd.lemmas": lambda: 100 * lemma_accuracy(GSD),
    "gsd.konjunktiv-precision": lambda: 100 * konjunktiv(GSD)[0],
    "gsd.konjunktiv-recall": lambda: 100 * konjunktiv(GSD)[1],
    "gsd.roles": lambda: score_roles(GSD)["both"]["edge"]["F"],
    "gsd.subjects": lambda: score_roles(GSD)["subj"]["edge"]["F"],
    "gsd.objects": lambda: score_roles(GSD)["obj"]["edge"]["F"],
    "gsd.passives": lambda: score_roles(GSD)["passive_label_acc"],
    "krauts.relaxed": lambda: score_times()["relaxed"]["F"],
    "krauts.value": lambda: score_times()["value"]["F"],
    "krauts.strict": lambda: score_times()["strict"]["F"],
    "wikinews.messages": lambda: 100 * score_quotations()["messages"]["f1"],
    "wikinews.attributed": lambda: 100 * score_quotations()["attributed"]["f1"],
    "wikinews.judged-correct": lambda: judged_figures()["correct"],
    "wikinews.claims-per-100-words": lambda: judged_figures()["claims per 100 words"],
    "wikinews.claim-precision": lambda: 100 * score_news_claims("wikinews", "developed")["claim"]["p"],
    "wikinews.claim-recall": lambda: 100 * score_news_claims("wikinews", "developed")["claim"]["r"],
    "wikinews.full-recall": lambda: 100 * score_news_claims("wikinews", "developed")["full"]["r"],
    "wikinews.held-claim-precision": lambda: 100 * score_news_claims("wikinews", "held")["claim"]["p"],
    "wikinews.held-claim-recall": lambda: 100 * score_news_claims("wikinews", "held")["claim"]["r"],
    "articles.claim-precision": lambda: 100 * score_news_claims("articles", "developed")["claim"]["p"],
    "articles.claim-recall": lambda: 100 * score_news_claims("articles", "developed")["claim"]["r"],
    "articles.full-recall": lambda: 100 * score_news_claims("articles", "developed")["full"]["r"],
    "articles.held-claim-precision": lambda: 100 * score_news_claims("articles", "held")["claim"]["p"],
    "articles.held-claim-recall": lambda: 100 * score_news_claims("articles", "held")["claim"]["r"],
    "articles.held-full-recall": lambda: 100 * score_news_claims("articles", "held")["full"]["r"],
    "articles.later-claim-precision": lambda: 100 * score_news_claims("articles", "later")["claim"]["p"],
    "articles.later-claim-recall": lambda: 100 * score_news_claims("articles", "later")["claim"]["r"],
    "articles.later-full-recall": lambda: 100 * score_news_claims("articles", "later")["full"]["r"],
    "articles.further-claim-precision": lambda: 100 * score_news_claims("articles", "further")["claim"]["p"],
    "articles.further-claim-recall": lambda: 100 * score_news_claims("articles", "further")["claim"]["r"],
    "articles.further-full-recall": lambda: 100 * score_news_claims("articles", "further")["full"]["r"],
    "articles.latest-claim-precision": lambda: 100 * score_news_claims("articles", "latest")["claim"]["p"],
    "articles.latest-claim-recall": lambda: 100 * score_news_claims("articles", "latest")["claim"]["r"],
    "articles.latest-full-recall": lambda: 100 * score_news_claims("articles", "latest")["full"]["r"],
    "articles.unread-claim-precision": lambda: 100 * score_news_claims("articles", "unread")["claim"]["p"],
    "articles.unread-claim-recall": lambda: 100 * score_news_claims("articles", "unread")["claim"]["r"],
    "articles.unread-full-recall": lambda: 100 * score_news_claims("articles", "unread")["full"]["r"],
    "seeds.mentions": lambda: _share_found(*score_mentions()),
    "seeds.quantities": lambda: _share_found(*missed_quantities()),
    "seeds.claim-precision": lambda: 100 * score_claims()["claim"]["p"],
    "seeds.claim-recall": lambda: 100 * score_claims()["claim"]["r"],
    "seeds.claim-precision-strict": lambda: 100 * score_claims(strict=True)["claim"]["p"],
    "seeds.full-precision": lambda: 100 * score_claims()["full"]["p"],
    "seeds.full-recall": lambda: 100 * score_claims()["full"]["r"],
    "seeds.polarity": lambda: 100 * score_claims()["on matched claims"]["polarity"],
    "seeds.modality": lambda: 100 * score_claims()["on matched claims"]["modality"],
    "seeds.speaker": lambda: 100 * score_claims()["on matched claims"]["speaker"],
    "seeds.quantity": lambda: 100 * score_claims()["on matched claims"]["quantity"],
    "seeds.time": lambda: 100 * score_claims(dated=True)["on matched claims"]["time (year)"],
    "seeds.conflicts-in-gold": lambda: _share(found_in_gold_claims()),
    "seeds.conflicts-right": lambda: 100 * right_share(),
    "seeds.conflicts-in-texts": lambda: _share(found_in_texts()),
    "seeds.questions": lambda: 100 * questions_answered(),
    "seeds.merges": lambda: 100 * score_merges().made / score_merges().asked,
    "seeds.merges-right": lambda: 100 * len(score_merges().right) / len(score_merges().right + score_merges().wrong),
}


class Floor(NamedTuple):
    """The figure below which no change may fall, in per cent, and what is measured."""

    floor: float
    what: str


def read_floors() -> dict[str, Floor]:
    """Return the floors by the names of their figures."""
    tables = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
    return {f"{data}.{name}": Floor(**row) for data, rows in tables.items() for name, row in rows.items()}


def _share(told: list[bool]) -> float:
    return 100 * sum(told) / len(told)


def _share_found(stated: int, missed: list[str]) -> float:
    return 100 * (stated - len(missed)) / stated


if __name__ == "__main__":
    for name, floor in read_floors().items():
        print(f"{name:32}{FIGURES[name]():8.2f}{floor.floor:8.2f}  {floor.what}", flush=True)
