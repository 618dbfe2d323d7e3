"""Load and query times of the store against bare pyoxigraph and plain rdflib, on the same claims in the same run.

    python tests/bench/bench_store.py [CLAIMS] [--rdflib]

Claims are made up from a fixed seed, in the shape of extracted ones. A query of ours runs in a process of its own,
which costs its start; "answer" is that without what an empty query costs, to compare the engines.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from pyoxigraph import Quad, Store

from kg.infer.closure import inferred_quads
from kg.model.claim import Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.text import Source
from kg.rdf.namespaces import Base
from kg.rdf.ontology_graph import ontology_quads
from kg.rdf.quads import claim_quads, document_quads, entity_quads, fact_claims, fact_quads
from kg.store.build import build_store
from kg.store.open import open_store
from kg.store.query import run_query
from kg.store.questions import read_questions

BASE = Base()
ONTOLOGY = Path(__file__).parents[2] / "ontology"
PREDICATES = ("fordert", "trifft", "besucht", "kritisiert", "lobt", "mitgliedVon", "amtstraegerVon", "handelspartner")
# Lists with every claim's sentence are too long to be typical; these questions filter, join, group and sort.
QUESTIONS = (
    "aemter",
    "besuche",
    "handelspartner",
    "kritik",
    "meistgenannt",
    "mitgliedschaften",
    "quellen",
    "wer-fordert-was",
)


def made_up_claims(count: int) -> list[Claim]:
    """Return claims about entities of which few are named often and many rarely, ten claims a document."""
    chance = random.Random(1)
    kinds = ("Person", "Staat", "Organisation", "Thema")
    entities = [Entity(f"Entität_{i}", f"Entität {i}", chance.choice(kinds)) for i in range(max(50, count // 20))]
    return [_claim(number, entities, chance) for number in range(count)]


def _claim(number: int, entities: list[Entity], chance: random.Random) -> Claim:
    document, start = f"artikel_{number // 10}", number % 10 * 150
    day = date(2020, 1, 1) + timedelta(chance.randrange(1500))
    often = entities[min(int(chance.paretovariate(0.5)) - 1, len(entities) - 1)]
    sentence = f"Satz Nummer {number}, der ungefähr so lang ist wie ein Satz in einer Zeitung eben ist."
    return Claim(
        id=f"{chance.getrandbits(64):016x}",
        document=document,
        subject=Participant(often, "das Land"),
        predicate=chance.choice(PREDICATES),
        object=Participant(chance.choice(entities), "der Nachbar"),
        evidence=(Evidence(document, sentence, start, start + len(sentence), start, start + 40),),
        speaker=Participant(often, "Präsident") if chance.random() < 0.3 else None,
        when=When(day.isoformat(), day, day, "am Montag") if chance.random() < 0.5 else None,
        rule="bench",
        confidence=0.9,
    )


def graph(claims: list[Claim]) -> list[Quad]:
    """Return the whole graph of the claims."""
    entities = {participant.entity for claim in claims for participant in (claim.subject, claim.object)}
    documents = sorted({claim.document for claim in claims})
    return [
        *ontology_quads(ONTOLOGY, BASE),
        *(quad for claim in claims for quad in claim_quads(claim, BASE)),
        *(quad for name in documents for quad in document_quads(Source(name, name, "2024-05-01"), BASE)),
        *(quad for entity in entities for quad in entity_quads(entity, BASE)),
        *fact_quads(claims, BASE),
    ]


def timed(label: str, work: Callable[[], object]) -> float:
    """Run the work, print and return its seconds."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print(f"{label:45} {seconds:8.3f} s", flush=True)
    return seconds


def load_bare(path: Path, quads: list[Quad]) -> None:
    """Load as store-facts advise, without us."""
    store = Store(str(path))
    store.bulk_extend(quads)
    store.optimize()


def fastest(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of three runs."""
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def compare_queries(directory: Path, others: dict[str, Callable[[str], object]]) -> None:
    """Print the milliseconds of every question, ours and others', and the geometric means of the ratios."""
    start = fastest(lambda: run_query(directory, "ASK {}", base=BASE))
    print(f"\na query's process takes {start * 1000:.0f} ms to start, open the graph and answer nothing")
    print(f"{'question':20} {'ours':>9} {'answer':>9}" + "".join(f" {name:>12}" for name in others))
    ratios: dict[str, list[float]] = {name: [] for name in others}
    for question in read_questions(ONTOLOGY / "queries"):
        if question.name not in QUESTIONS:
            continue
        ours = fastest(lambda sparql=question.sparql: run_query(directory, sparql, base=BASE, timeout=600))
        times = {name: fastest(lambda ask=ask, sparql=question.sparql: ask(sparql)) for name, ask in others.items()}
        for name, seconds in times.items():
            ratios[name].append(max(ours - start, 1e-4) / max(seconds, 1e-4))
        cells = "".join(f" {seconds * 1000:12.1f}" for seconds in times.values())
        print(f"{question.name:20} {ours * 1000:9.1f} {(ours - start) * 1000:9.1f}{cells}", flush=True)
    for name, found in ratios.items():
        print(f"answer against {name}: {statistics.geometric_mean(found):.2f} times as long")


def main() -> None:
    """Build, load and ask."""
    count = next((int(argument) for argument in sys.argv[1:] if argument.isdigit()), 20_000)
    claims = made_up_claims(count)
    quads: list[Quad] = []
    timed(f"{count} claims to quads", lambda: quads.extend(graph(claims)))
    print(f"{len(quads)} quads")
    facts, ontology = fact_claims(claims, BASE), ontology_quads(ONTOLOGY, BASE)
    timed(f"infer from {len(facts)} facts", lambda: quads.extend(inferred_quads(facts, ontology, BASE)))
    print(f"{len(quads)} quads with what follows")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        ours = timed("build_store", lambda: build_store(root / "ours", quads))
        bare = timed("bare pyoxigraph: bulk_extend, optimize", lambda: load_bare(root / "bare", quads))
        print(f"build_store takes {ours / bare:.2f} times as long")
        store = open_store(root / "ours")
        prefixes = BASE.prefixes()

        def ask_bare(sparql: str) -> object:
            return list(store.query(sparql, prefixes=prefixes, use_default_graph_as_union=True))

        others: dict[str, Callable[[str], object]] = {"pyoxigraph": ask_bare}
        if "--rdflib" in sys.argv:
            others["rdflib"] = plain_rdflib(quads)
        compare_queries(root / "ours", others)


def plain_rdflib(quads: list[Quad]) -> Callable[[str], object]:
    """Load the graph into rdflib's own memory store and return how to ask it."""
    from pyoxigraph import RdfFormat
    from rdflib import Dataset

    from kg.rdf.serialize import written

    dataset = Dataset(default_union=True)
    document = written(quads, RdfFormat.N_QUADS)
    timed("plain rdflib: parse N-Quads", lambda: dataset.parse(data=document, format="nquads"))
    prefixes = BASE.prefixes()
    return lambda sparql: list(dataset.query(sparql, initNs=prefixes))


if __name__ == "__main__":
    main()
