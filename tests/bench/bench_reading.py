"""How quick reading is: tokens a second of every layer and of the whole extraction, beside spaCy and HanTa.

    python tests/bench/bench_reading.py [--rounds N] [--articles N]

Reads the repository's own articles, which need no other data: once cold, as a first article is read, then N rounds
with what was looked up before still at hand, as in an archive. Seconds are the processor's, which a busy machine
disturbs less than the clock. spaCy's blank German pipeline with its sentence splitter and the tagger HanTa read the
same text in the same run where they are installed; neither finds more than tokens, sentences, tags and lemmas, so
each is set beside the layers that it has.
"""

from __future__ import annotations

import argparse
import importlib.util
import inspect
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import perf_counter, process_time
from types import ModuleType
from typing import Any

from kg import pipeline
from kg.annotate import layers
from kg.model.reading import Annotations
from kg.model.text import Document
from kg.read.files import read_paths
from kg.workspace import find_workspace

ROOT = Path(__file__).resolve().parents[2]
CLAIM_STAGES = ("build_scene", "find_matches", "make_claims")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10, help="how often the articles are read (10)")
    parser.add_argument("--articles", type=int, help="how many of the articles are read (all)")
    options = parser.parse_args()
    documents = [d for d in read_paths([ROOT / "seeds" / "articles"]) if isinstance(d, Document)][: options.articles]
    spent: Counter[str] = Counter()
    clock, start = perf_counter(), process_time()
    resources = pipeline.load_resources(find_workspace(ROOT))
    print(f"loading takes {process_time() - start:.2f} s ({perf_counter() - clock:.2f} s by the clock)")
    print(peak())
    readings, cold = timed(lambda: [pipeline.extract(document, resources).annotations for document in documents])
    tokens = sum(len(reading.tokens) for reading in readings)
    print(f"{len(documents)} articles, {tokens} tokens; cold, with word lists to load: {tokens / cold:,.0f} tokens/s")
    measure_layers(spent)
    _, warm = timed(lambda: [pipeline.extract(document, resources) for document in documents * options.rounds])
    report(spent, tokens * options.rounds, warm)
    print(peak())
    sentences = tokens * options.rounds / (spent["tokenize"] + spent["split_sentences"])
    words = tokens * options.rounds / (spent["tokenize"] + spent["split_sentences"] + spent["tag_words"])
    compare("spacy", read_by_spacy, readings * options.rounds, ("tokens and sentences", sentences))
    compare("HanTa", read_by_hanta, readings, ("tokens, sentences and words", words))


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what the work returns and its seconds of the processor."""
    start = process_time()
    result = work()
    return result, process_time() - start


def measure_layers(spent: Counter[str]) -> None:
    """Let every layer and every stage behind them add its seconds to `spent` from now on."""
    own = [name for name, value in vars(layers).items() if inspect.isfunction(value) and name not in layers.__all__]
    for module, names in ((layers, own), (pipeline, CLAIM_STAGES)):
        for name in names:
            _measure(module, name, spent)


def _measure(module: ModuleType, name: str, spent: Counter[str]) -> None:
    function = getattr(module, name)

    def measured(*arguments: Any, **options: Any) -> Any:
        result, seconds = timed(lambda: function(*arguments, **options))
        spent[name] += seconds
        return result

    setattr(module, name, measured)


def report(spent: Counter[str], tokens: int, whole: float) -> None:
    """Print tokens a second and the share of the time of every layer, of all layers and of the whole."""
    reading = sum(seconds for name, seconds in spent.items() if name not in CLAIM_STAGES)
    for name, seconds in [*spent.items(), ("all layers", reading), ("whole extraction", whole)]:
        print(f"{name:20}{tokens / seconds:14,.0f} tokens/s {seconds / whole:6.1%} of the time")


def peak() -> str:
    """Return the most memory that this process has had so far."""
    if importlib.util.find_spec("resource") is None:
        return "peak memory is not known on this system"
    from resource import RUSAGE_SELF, getrusage

    kilobytes = getrusage(RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return f"peak memory {kilobytes / 1024:.0f} MB"


def compare(
    name: str,
    read: Callable[[Sequence[Annotations]], float],
    readings: Sequence[Annotations],
    ours: tuple[str, float],
) -> None:
    """Print tokens a second of another reader, counted in our tokens, beside our layers that do the same."""
    if importlib.util.find_spec(name) is None:
        print(f"{name} is not installed: no comparison")
        return
    speed = sum(len(reading.tokens) for reading in readings) / read(readings)
    layer, own = ours
    print(f"{name:20}{speed:14,.0f} tokens/s; our {layer}: {own:,.0f}, {own / speed:.2f} times as quick")


def read_by_spacy(readings: Iterable[Annotations]) -> float:
    """Return the seconds that spaCy's blank German pipeline takes for tokens and sentences."""
    import spacy

    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    texts = [reading.document.text for reading in readings]
    return timed(lambda: [len(document) for document in nlp.pipe(texts)])[1]


def read_by_hanta(readings: Iterable[Annotations]) -> float:
    """Return the seconds that HanTa takes for tags and lemmas, given our tokens."""
    from HanTa.HanoverTagger import HanoverTagger

    tagger = HanoverTagger("morphmodel_ger.pgz")
    sentences = [[t.text for t in r.tokens[s.first : s.last]] for r in readings for s in r.sentences]
    return timed(lambda: [tagger.tag_sent(words) for words in sentences])[1]


if __name__ == "__main__":
    main()
