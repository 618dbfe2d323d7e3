"""The terms that quads are written and read with, each named once."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

from kg.rdf.namespaces import VOCABULARIES, bn


def _term(prefix: str, name: str) -> NamedNode:
    return NamedNode(VOCABULARIES[prefix] + name)


TYPE: Final = _term("rdf", "type")
SUBJECT: Final = _term("rdf", "subject")
PREDICATE: Final = _term("rdf", "predicate")
OBJECT: Final = _term("rdf", "object")
VALUE: Final = _term("rdf", "value")
LABEL: Final = _term("rdfs", "label")
COMMENT: Final = _term("rdfs", "comment")
ALIAS: Final = _term("skos", "altLabel")
SAME_AS: Final = _term("owl", "sameAs")

SYMMETRIC: Final = _term("owl", "SymmetricProperty")
TRANSITIVE: Final = _term("owl", "TransitiveProperty")
INVERSE: Final = _term("owl", "inverseOf")
SUB_PROPERTY: Final = _term("rdfs", "subPropertyOf")

PART_OF: Final = _term("dcterms", "isPartOf")
TITLE: Final = _term("dcterms", "title")
ISSUED: Final = _term("dcterms", "issued")
PUBLISHER: Final = _term("dcterms", "publisher")
SOURCE: Final = _term("dcterms", "source")
CREATOR: Final = _term("dcterms", "creator")
CREATED: Final = _term("dcterms", "created")
REPLACED_BY: Final = _term("dcterms", "isReplacedBy")
ARTICLE: Final = _term("schema", "NewsArticle")
CHECKSUM: Final = _term("schema", "sha256")
DATASET: Final = _term("schema", "Dataset")

ATTRIBUTED: Final = _term("prov", "wasAttributedTo")
DERIVED: Final = _term("prov", "wasDerivedFrom")
GENERATED: Final = _term("prov", "wasGeneratedBy")
REVISION: Final = _term("prov", "wasRevisionOf")

RESOURCE: Final = _term("oa", "SpecificResource")
HAS_SOURCE: Final = _term("oa", "hasSource")
HAS_SELECTOR: Final = _term("oa", "hasSelector")
REFINED: Final = _term("oa", "refinedBy")
POSITION: Final = _term("oa", "TextPositionSelector")
START: Final = _term("oa", "start")
END: Final = _term("oa", "end")
QUOTE: Final = _term("oa", "TextQuoteSelector")
EXACT: Final = _term("oa", "exact")
MOTIVATION: Final = _term("oa", "motivatedBy")
ASSESSING: Final = _term("oa", "assessing")
EDITING: Final = _term("oa", "editing")
TARGET: Final = _term("oa", "hasTarget")
BODY: Final = _term("oa", "hasBody")

QUANTITATIVE: Final = _term("schema", "QuantitativeValue")
AMOUNT: Final = _term("schema", "value")
UNIT: Final = _term("schema", "unitText")
WORDING: Final = _term("schema", "description")

CLAIM: Final = bn("Claim")
RULE: Final = bn("Rule")
INFERENCE: Final = bn("Inference")
POLARITY: Final = bn("polarity")
POLARITIES: Final = {"pos": bn("positive"), "neg": bn("negative")}
MODALITY: Final = bn("modality")
ASSERTED: Final = bn("asserted")
EARLIEST: Final = bn("earliest")
LATEST: Final = bn("latest")
TIME_VALUE: Final = bn("timeValue")
TIME_TEXT: Final = bn("timeText")
QUANTITY: Final = bn("quantity")
COMPARATOR: Final = bn("comparator")
CONFIDENCE: Final = bn("confidence")
LINE: Final = bn("line")
SUBJECT_MENTION: Final = bn("subjectMention")
OBJECT_MENTION: Final = bn("objectMention")
SPEAKER_MENTION: Final = bn("speakerMention")
QUALIFIER_MENTION: Final = bn("qualifierMention")
ROLE: Final = bn("role")
PARTICIPANT: Final = bn("participant")
GENDER: Final = bn("gender")
PROVISIONAL: Final = bn("provisional")

REVIEW: Final = bn("Review")
VERDICT: Final = bn("verdict")
ERROR_KIND: Final = bn("errorKind")
PROBLEM: Final = bn("problem")
REPLACED: Final = bn("ReplacedClaim")
# A replaced claim says what it said in other terms, so that no query for statements comes upon it.
FORMER: Final = {
    SUBJECT: bn("formerSubject"),
    PREDICATE: bn("formerPredicate"),
    OBJECT: bn("formerObject"),
    ATTRIBUTED: bn("formerSpeaker"),
}
