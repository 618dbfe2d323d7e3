"""All layers of reading in their order, each made from those before it."""

from __future__ import annotations

from kg.annotate.clauses.read import read_clauses
from kg.annotate.names.find import find_mentions
from kg.annotate.names.gazetteer import Gazetteer
from kg.annotate.names.member_attributes import find_attributed_members
from kg.annotate.names.name_words import as_names
from kg.annotate.names.office_phrases import find_phrases
from kg.annotate.names.office_text import office_text
from kg.annotate.names.offices import find_offices
from kg.annotate.names.party_people import find_party_people
from kg.annotate.names.predicative_offices import with_subjects
from kg.annotate.quantities.find import find_quantities
from kg.annotate.quotations.find import find_quotations
from kg.annotate.reference.resolve import resolve_coreference
from kg.annotate.shapes import split_atoms
from kg.annotate.times.find import find_times
from kg.annotate.words.sentences import split_sentences
from kg.annotate.words.tag import tag_words
from kg.annotate.words.tokens import tokenize
from kg.model.reading import Annotations
from kg.model.text import Document

__all__ = ["annotate"]


def annotate(document: Document, *, gazetteer: Gazetteer, parser: str = "rules") -> Annotations:
    """Lay all layers over a document; `parser` is "rules" or the name of a spaCy pipeline that reads the clauses."""
    text = document.text
    words = tokenize(text)
    sentences = split_sentences(text, words, document.boilerplate)
    tokens = tag_words(words, sentences)
    names = find_mentions(text, tokens, sentences, gazetteer)
    tokens = as_names(tokens, names)
    atoms = split_atoms(tokens)
    times = find_times(text, tokens, atoms, sentences, document.published)
    clauses = read_clauses(tokens, sentences, names, times, parser=parser)
    quotations = find_quotations(text, tokens, sentences, clauses, names)
    mentions = resolve_coreference(document, tokens, sentences, names, clauses, quotations, gazetteer)
    named = office_text(tokens, mentions, gazetteer)
    members = (*find_party_people(named), *find_attributed_members(named, sentences, clauses))
    phrases = with_subjects(named, clauses, find_phrases(named, sentences))
    offices = find_offices(tokens, mentions, phrases, gazetteer.bodies, gazetteer.serves)
    return Annotations(
        document=document,
        tokens=tokens,
        sentences=sentences,
        mentions=mentions,
        offices=tuple(sorted((*offices, *members), key=lambda office: office.start)),
        times=times,
        quantities=find_quantities(text, tokens, atoms, sentences, times),
        quotations=quotations,
        clauses=clauses,
    )
