"""A graph of two articles, small enough to reason about, shared by the tests of every stage behind the claims."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Quad

from kg.model.claim import Claim, Evidence, Participant, When
from kg.model.entity import Entity
from kg.model.text import Source
from kg.rdf.namespaces import Base
from kg.rdf.quads import claim_quads, document_quads, entity_quads, fact_quads

BASE = Base("https://example.org/kg/")
TOKAJEW = Entity("Tokajew", "Kassym-Schomart Tokajew", "Person", ("Präsident Tokajew",), "Q15989")
KASACHSTAN = Entity("Kasachstan", "Kasachstan", "Staat", (), "Q232", "n")
RUSSLAND = Entity("Russland", "Russland", "Staat", (), "Q159", "n")
MESSE = Entity("Getreidemesse_Aktau", "Getreidemesse Aktau", "Ereignis", provisional=True)


@dataclass(frozen=True, slots=True)
class Article:
    """A document with its claims, as the pipeline would hand them over."""

    id: str
    claims: tuple[Claim, ...]

    def quads(self) -> list[Quad]:
        entities = {p.entity for claim in self.claims for p in (claim.subject, claim.object)}
        return [
            *document_quads(Source(self.id, f"Artikel {self.id}", "2023-11-09"), BASE),
            *(quad for claim in self.claims for quad in claim_quads(claim, BASE)),
            *(quad for entity in entities for quad in entity_quads(entity, BASE)),
        ]


def claim(document: str, subject: Entity, predicate: str, thing: Entity, **more: object) -> Claim:
    sentence = f"{subject.label} {predicate} {thing.label}."
    return Claim(
        id=f"{document}-{subject.id}-{predicate}-{thing.id}",
        document=document,
        subject=Participant(subject, subject.label),
        predicate=predicate,
        object=Participant(thing, thing.label),
        evidence=(Evidence(document, sentence, 0, len(sentence), 0, len(sentence) - 1),),
        rule=predicate,
        **more,  # type: ignore[arg-type]
    )


DAY = When("2023-11-09", date(2023, 11, 9), date(2023, 11, 9), "am Donnerstag")
ONE = Article("one", (claim("one", TOKAJEW, "besucht", MESSE), claim("one", KASACHSTAN, "grenztAn", RUSSLAND)))
TWO = Article(
    "two",
    (
        claim("two", KASACHSTAN, "grenztAn", RUSSLAND),
        claim("two", TOKAJEW, "kritisiert", RUSSLAND, when=DAY),
        claim("two", RUSSLAND, "lobt", KASACHSTAN, polarity="neg"),
    ),
)


def graph_of(articles: Iterable[Article], *more: Quad) -> list[Quad]:
    found = list(articles)
    claims = [claim for article in found for claim in article.claims]
    return [*(quad for article in found for quad in article.quads()), *fact_quads(claims, BASE), *more]
