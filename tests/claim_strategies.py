"""Claims of every shape, for round trips: each strategy makes values that the types allow, sensible or not."""

from hypothesis import strategies as st
from pyoxigraph import Quad

from kg.model.claim import CURATED, MODALITIES, Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.reading import Quantity
from kg.rdf.namespaces import Base
from kg.rdf.quads import claim_quads, entity_quads, fact_quads

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
NAMES = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
OFFSETS = st.integers(0, 10**6)
ENTITIES = st.builds(
    Entity,
    id=NAMES,
    label=NAMES,
    type=st.sampled_from(["Person", "Staat", "Thema"]),
    aliases=st.lists(NAMES, unique=True, max_size=3).map(lambda names: tuple(sorted(names))),
    wikidata=st.none() | st.just("Q232"),
    gender=st.sampled_from(["", "m", "fn", "p"]),
    provisional=st.booleans(),
)
PARTICIPANTS = st.builds(Participant, ENTITIES, st.none() | WORDS)
WHENS = st.builds(When, WORDS, st.dates(), st.dates(), st.none() | WORDS)
SPANS = st.tuples(OFFSETS, st.integers(1, 400)).map(lambda pair: (pair[0], pair[0] + pair[1]))
QUANTITIES = st.builds(
    lambda span, *rest: Quantity(*span, *rest),
    SPANS | st.just((0, 0)),
    st.floats(allow_nan=False, allow_infinity=False),
    WORDS,
    st.sampled_from(["=", "~", "<", ">", "<=", ">="]),
    WORDS,
)
TEXT_EVIDENCE = st.builds(
    Evidence, NAMES, WORDS, OFFSETS, OFFSETS, OFFSETS, OFFSETS, line=st.just(0), source=st.none() | NAMES
)
ROW_EVIDENCE = st.builds(
    lambda document, note, line, source: Evidence(document, note, line=line, source=source),
    NAMES,
    WORDS,
    st.integers(1, 10**6),
    st.none() | NAMES | st.just("https://example.org/a?b=c"),
)
QUALIFIERS = st.lists(
    st.tuples(st.sampled_from(["an", "mit", "in", "thema"]), PARTICIPANTS),
    max_size=3,
    unique_by=lambda item: (item[0], item[1].entity.id),
).map(lambda items: tuple(sorted(items, key=lambda item: (item[0], item[1].entity.id))))
CLAIMS = st.builds(
    Claim,
    id=st.text("0123456789abcdef", min_size=16, max_size=16),
    document=NAMES,
    subject=PARTICIPANTS,
    predicate=st.sampled_from(["fordert", "trifft"]),
    object=PARTICIPANTS,
    evidence=st.lists(TEXT_EVIDENCE | ROW_EVIDENCE, max_size=12).map(tuple),
    polarity=st.sampled_from(["pos", "neg"]),
    modality=st.sampled_from(MODALITIES),
    speaker=st.none() | PARTICIPANTS,
    when=st.none() | WHENS,
    quantity=st.none() | QUANTITIES,
    qualifiers=QUALIFIERS,
    rule=st.just(CURATED) | NAMES,
    confidence=st.floats(0, 1),
)


def participants(claim: Claim) -> list[Entity]:
    taking_part = [claim.subject, claim.object, *(participant for _, participant in claim.qualifiers)]
    return [participant.entity for participant in [*taking_part, *([claim.speaker] if claim.speaker else [])]]


def consistent(claim: Claim) -> dict[str, Entity]:
    """The entities by id, or nothing where one id stands for two entities."""
    known = {entity.id: entity for entity in participants(claim)}
    return known if all(known[entity.id] == entity for entity in participants(claim)) else {}


def graph_quads(claims: list[Claim], base: Base) -> list[Quad]:
    """The claims, the entities in them and the facts that they assert."""
    return [
        *(quad for claim in claims for quad in claim_quads(claim, base)),
        *(quad for claim in claims for entity in participants(claim) for quad in entity_quads(entity, base)),
        *fact_quads(claims, base),
    ]
