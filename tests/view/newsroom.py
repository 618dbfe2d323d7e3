"""Invented German news as claims, in any size: what the network's tests and its benchmark draw."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

from kg.model.claim import CURATED, Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.identity import content_hash, slug
from kg.model.reading import Quantity
from kg.model.text import Source
from kg.model.vocabulary import Predicate, Vocabulary

WORDS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
PREDICATES: dict[str, list[str]] = WORDS.pop("predicates")  # type: ignore[assignment]
SYMMETRIC = {"trifft", "handelspartner"}
CLASSES: dict[str, tuple[str, ...]] = {
    "Ding": (),
    "Akteur": ("Ding",),
    "Person": ("Akteur",),
    "Organisation": ("Akteur",),
    "Medium": ("Organisation",),
    "Ort": ("Ding",),
    "Staat": ("Akteur", "Ort"),
    "Thema": ("Ding",),
    "Ereignis": ("Thema",),
    "Abkommen": ("Thema",),
}


@dataclass(frozen=True, slots=True)
class News:
    """What `build_page` takes."""

    claims: tuple[Claim, ...]
    sources: dict[str, Source]
    entities: dict[str, Entity]
    vocabulary: Vocabulary


def vocabulary() -> Vocabulary:
    predicates = {
        name: Predicate(name, german, english, "Ding", "Ding", "event", symmetric=name in SYMMETRIC)
        for name, (german, english, _) in PREDICATES.items()
    }
    return Vocabulary(predicates, CLASSES)


def make_news(nodes: int, *, seed: int = 1) -> News:
    """Return invented news about so many entities, with about twice as many pairs; a few entities are in most of it."""
    chance = random.Random(seed)
    entities = [_entity(chance, number) for number in range(nodes)]
    sources = {source.id: source for source in (_source(chance, number) for number in range(max(4, nodes // 8)))}
    claims: list[Claim] = []
    known = [0, 0, 1]
    for number in range(1, nodes):
        for other in {chance.choice(known) for _ in range(chance.choice((1, 1, 2, 4)))} - {number}:
            known += [number, other]
            pair = (entities[number], entities[other]) if chance.random() < 0.5 else (entities[other], entities[number])
            count = 1 if chance.random() < 0.75 else chance.randint(2, 5)
            claims += (_claim(chance, *pair, list(sources.values()), entities) for _ in range(count))
    return News(tuple(claims), sources, {entity.id: entity for entity in entities}, vocabulary())


def _entity(chance: random.Random, number: int) -> Entity:
    kind = chance.choices(("Person", "Staat", "Ort", "Organisation", "Ereignis", "Thema"), (40, 8, 10, 24, 8, 10))[0]
    if number < len(WORDS["states"]):
        return Entity(
            WORDS["states"][number],
            WORDS["states"][number],
            "Staat",
            (f"Republik {WORDS['states'][number]}",),
            f"Q{number + 100}",
        )
    names = {
        "Person": f"{chance.choice(WORDS['first'])} {chance.choice(WORDS['last'])}",
        "Staat": f"Republik {chance.choice(WORDS['states'])}",
        "Ort": chance.choice(WORDS["cities"]),
        "Organisation": chance.choice(WORDS["bodies"]),
        "Ereignis": chance.choice(WORDS["events"]),
        "Thema": chance.choice(WORDS["topics"]),
    }
    label = f"{names[kind]} {number}"
    aliases = (label.split()[1] + f" der {number}.",) if kind == "Person" else ()
    return Entity(slug(label), label, kind, aliases)


def _source(chance: random.Random, number: int) -> Source:
    day = date(2021, 3, 1) + timedelta(days=int(1000 * chance.random() ** 0.5))
    return Source(
        f"bericht{number}",
        f"{chance.choice(WORDS['topics'])}: {chance.choice(WORDS['states'])} sucht einen Ausweg",
        day.isoformat(),
        chance.choice(WORDS["papers"]),
        f"https://nachrichten.example/artikel/{number}",
    )


def _claim(chance: random.Random, subject: Entity, obj: Entity, sources: list[Source], entities: list[Entity]) -> Claim:
    predicate = chance.choice(list(PREDICATES))
    source = chance.choice(sources)
    day = date.fromisoformat(source.published or "2023-01-01")
    sentence = PREDICATES[predicate][2].format(s=subject.label, o=obj.label, d=f"{day.day}. {day.month}.")
    start = chance.randrange(5000)
    end = start + len(sentence)
    when = chance.choice((None, When(day.isoformat(), day, day, "am Donnerstag"), _since(day)))
    return Claim(
        id=content_hash(subject.id, predicate, obj.id, source.id, start),
        document=source.id,
        subject=Participant(subject, subject.label),
        predicate=predicate,
        object=Participant(obj, obj.label),
        evidence=(Evidence(source.id, sentence, start, end, start, end),),
        polarity="neg" if chance.random() < 0.08 else "pos",
        modality=chance.choices(("asserted", "planned", "possible", "demanded"), (80, 8, 5, 7))[0],
        speaker=Participant(chance.choice(entities[:40])) if chance.random() < 0.3 else None,
        when=when,
        quantity=Quantity(0, 0, 1.2e8, "EUR", "=", "120 Millionen Euro") if predicate == "investiertIn" else None,
        rule=CURATED if chance.random() < 0.1 else predicate,
        confidence=0.93,
    )


def _since(day: date) -> When:
    return When(f"{day.year - 1}/..", date(day.year - 1, 1, 1), date.max)
