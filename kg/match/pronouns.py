"""Which phrase a pronoun stands for that means nobody with a name: Die Reform ist da, die Bauern lehnen | sie ab."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from kg.annotate.lexicon import word_list
from kg.annotate.noun_classes import noun_class
from kg.match.nouns import is_made
from kg.match.quoted import quotations_around
from kg.match.scene import Part, Scene, fits
from kg.model.offsets import sentence_of

__all__ = ["object_meant", "own_subject", "owner_meant", "subject_meant"]

GENDERS = {"er": "m", "sie": "f", "es": "n"}
TAKES_UP = {"sie": "fp", "es": "n", "ihn": "m", "ihm": "mn", "ihr": "f", "ihnen": "p"}
"""Genders, or the plural, of what a pronoun that is no subject may stand for."""
OWNERS = {"ihr": "fp", "sein": "mn"}
"""Genders, or the plural, of whose something a possessive says it is."""
ONE, SEVERAL = "s", "p"
ACTORS = ("Person", "Organisation")
NAMES_INSIDE = ("adjective", "compound")
"""Kinds of mentions inside a word for something else: die polnische Regierung, der Nato-Gipfel."""


def subject_meant(scene: Scene, pronoun: int) -> tuple[tuple[int, int, int], ...]:
    """Return the phrases that "er" or "sie" without a name takes up: the subject before, in this sentence or the last.

    Further back it is where "sie" has been the subject since.
    """
    word = scene.annotations.tokens[pronoun].text.lower()
    several = word == "sie" and scene.numbers.get(pronoun) == SEVERAL
    head = None
    if word != "es":
        head = _several_meant(scene, pronoun) if several else _one_meant(scene, pronoun)
    if head is None:
        return _law_meant(scene, pronoun)
    if _is_spoken_apart(scene, head, pronoun):
        return ()
    heads = scene.lists.get(scene.listed_with.get(head, head), (head,))
    return tuple((*scene.phrase_at[head], head) for head in heads if head in scene.phrase_at)


def _is_spoken_apart(scene: Scene, head: int, pronoun: int) -> bool:
    """Tell a pronoun in somebody's own words that takes up nothing of these, or addresses somebody: „Sie schweigen“."""
    tokens = scene.annotations.tokens
    spoken = (q for q in quotations_around(scene, tokens[pronoun].start) if q.type == "Direct")
    polite = tokens[pronoun].text == "Sie"
    return any(polite or tokens[head].start < quotation.quote[0].start for quotation in spoken)


def owner_meant(scene: Scene, possessive: int) -> tuple[tuple[int, int, int], ...]:
    """Return the phrase of people or a body without a name whose something is: Die Bauern zogen ab. | Ihr Protest ….

    What is of a subject in the sentence itself needs no owner: Die Bauern verteidigen | ihren Protest.
    """
    tokens, sentences = scene.annotations.tokens, scene.annotations.sentences
    genders = _owning(scene, possessive)
    head = next((head for head in _nouns_near(scene, possessive) if not _is_other(scene, head, genders)), None)
    here = sentences[sentence_of(sentences, possessive)].first
    if head is None or head >= here or head in scene.mention_at or head not in scene.phrase_at:
        return ()
    agrees = SEVERAL in genders if scene.numbers[head] == SEVERAL else tokens[head].morph.gender in tuple(genders)
    rival = any(_has_rival(scene, head, possessive, gender, certain=True) for gender in genders)
    unclear = rival or not _is_unnamed(scene, head) or _is_spoken_apart(scene, head, possessive)
    return ((*scene.phrase_at[head], head),) if agrees and not unclear else ()


def _owning(scene: Scene, possessive: int) -> str:
    """Return the genders, or the plural, of whose something a possessive says it is."""
    word = scene.annotations.tokens[possessive].text.lower()
    return next((told for owner, told in OWNERS.items() if word.startswith(owner)), "")


def own_subject(scene: Scene, possessive: int) -> int | None:
    """Return the people or body without a name whose something must be: Mit | seiner Warnung überraschte der Minister.

    They are the subject of its clause.
    """
    tokens, clauses, genders = scene.annotations.tokens, scene.annotations.clauses, _owning(scene, possessive)
    noun = possessive + 1
    while noun < len(tokens) and tokens[noun].tag in ("ADJA", "ADV", "ADJD"):
        noun += 1
    index: int | None = scene.nominal_at.get(noun)
    while index is not None and clauses[index].kind == "nominal":
        index = clauses[index].parent
    if index is None or clauses[index].voice != "active":
        return None
    acting = [a for a in clauses[index].arguments if a.clause is None and _is_unnamed(scene, a.head)]
    subject = next((a for a in acting if a.role == "subject" and a.head in scene.numbers), None)
    others = [a for a in clauses[index].arguments if a.role in ("object", "dative") and a is not subject]
    if subject is None or subject.conjuncts or subject.start <= tokens[possessive].start < subject.end:
        return None
    rival = any(a in acting or a.head in scene.mention_at for a in others)
    agrees = SEVERAL in genders if scene.numbers[subject.head] == SEVERAL else _agrees(scene, subject.head, genders)
    return subject.head if agrees and not rival and subject.head in scene.phrase_at else None


def _is_other(scene: Scene, head: int, genders: str) -> bool:
    """Tell a name whose gender is known to be another."""
    mention = scene.mention_at.get(head)
    return mention is not None and all(e.gender and e.gender not in genders for e in mention.entities)


def _several_meant(scene: Scene, pronoun: int) -> int | None:
    """Return the last subject of several: Die Bauern blockieren die Straße. | Sie fordern …."""
    several = (head for head in _nouns_near(scene, pronoun) if scene.numbers[head] == SEVERAL)
    return next((head for head in several if _may_be_several(scene, head)), None)


def _may_be_several(scene: Scene, head: int) -> bool:
    """Tell a noun from one for a single body or person that the verb alone makes the subject: ihre Partei verließen."""
    noun = scene.annotations.tokens[head]
    listed = len(scene.lists.get(scene.listed_with.get(head, head), ())) > 1
    return listed or noun.tag == "NE" or "p" in noun.morph.number or noun_class(noun.lemma) not in ACTORS


def _one_meant(scene: Scene, pronoun: int) -> int | None:
    """Return the last subject if it agrees, a topic, or somebody beside whom nobody is named who does."""
    tokens = scene.annotations.tokens
    before = bisect_left(scene.subjects, pronoun)
    head = scene.subjects[before - 1] if before else None
    if head is None or head < _reach(scene, pronoun) or head in scene.mention_at or head not in scene.phrase_at:
        return None
    if head + 1 in scene.mention_at:
        return None  # Ministerin | Eva Horn has a name, and is not meant if reading did not find so
    gender, class_ = tokens[head].morph.gender, noun_class(tokens[head].lemma)
    agrees = gender == GENDERS.get(tokens[pronoun].text.lower()) and scene.numbers.get(head) == ONE
    topic = class_ is None
    return head if agrees and (topic or (class_ in ACTORS and not _has_rival(scene, head, pronoun, gender))) else None


def _has_rival(scene: Scene, head: int, pronoun: int, gender: str, *, certain: bool = False) -> bool:
    """Tell whether anybody is named around a subject and the pronoun whom one of that gender could mean as well.

    Those of whom nothing tells the gender count unless it must be `certain`.
    """
    tokens, sentences = scene.annotations.tokens, scene.annotations.sentences
    start, end = scene.phrase_at[head]
    around = range(sentences[sentence_of(sentences, head)].first, sentences[sentence_of(sentences, pronoun)].last)
    named = (scene.mention_at.get(index) for index in around if not start <= tokens[index].start < end)
    naming = (mention for mention in named if mention is not None and mention.kind not in NAMES_INSIDE)
    genders = (gender,) if certain else ("", gender)
    return any(e.type in ACTORS and e.gender in genders for mention in naming for e in mention.entities)


def _nouns_near(scene: Scene, pronoun: int) -> Iterator[int]:
    """Yield the nouns and names that are subjects within the reach of a pronoun, the last first."""
    tokens, first = scene.annotations.tokens, _reach(scene, pronoun)
    near = takewhile(lambda head: head >= first, _subjects_before(scene, pronoun))
    return (head for head in near if tokens[head].tag in ("NN", "NE"))


def _reach(scene: Scene, pronoun: int) -> int:
    """Return the first token of the sentence before, or of one further back since which a pronoun goes on."""
    tokens, sentences = scene.annotations.tokens, scene.annotations.sentences
    word, number = tokens[pronoun].text.lower(), scene.numbers.get(pronoun)
    opening = max(0, sentence_of(sentences, pronoun) - 1)
    for head in _subjects_before(scene, pronoun):
        if head < sentences[opening].first:
            break
        same = scene.numbers[head] == number and tokens[head].text.lower() == word
        opening -= opening > 0 and same and sentence_of(sentences, head) == opening
    return sentences[opening].first


def _subjects_before(scene: Scene, index: int) -> Iterator[int]:
    """Yield the heads of subjects before a token, the last first."""
    return (scene.agreeing[place] for place in range(bisect_left(scene.agreeing, index) - 1, -1, -1))


def _law_meant(scene: Scene, pronoun: int) -> tuple[tuple[int, int, int], ...]:
    """Return the law, plan or treaty of the sentence before that a subject takes up: ein Abkommen. Es regelt …."""
    tokens, sentences = scene.annotations.tokens, scene.annotations.sentences
    gender = GENDERS.get(tokens[pronoun].text.lower())
    here = sentence_of(sentences, pronoun)
    impersonal = any(word.lemma in word_list("impersonal_verbs.txt") for word in tokens[pronoun - 1 : pronoun + 2])
    if gender is None or here < 1 or (gender == GENDERS["es"] and impersonal):
        return ()
    first = bisect_left(scene.nouns, sentences[here - 1].first)
    before = scene.nouns[first : bisect_left(scene.nouns, sentences[here].first)]
    made = [h for h in before if is_made(tokens[h].lemma) and "s" in tokens[h].morph.number]
    head = made[-1] if made and tokens[made[-1]].morph.gender == gender else None
    return ((*scene.phrase_at[head], head),) if head in scene.phrase_at else ()


def object_meant(scene: Scene, pronoun: int) -> tuple[tuple[int, int, int], ...]:
    """Return the phrase that an object like "sie" or "ihn" takes up: die Reform …, die FDP lehnt sie ab.

    It is the last subject or object that agrees, in this sentence or the one before. People without a name must be in
    this one (griff Demonstranten an und nahm sie fest): further off they are somebody who was no subject, and as an
    object rather takes up an object, nothing is. Nor is there one in the sentence before where this one names somebody
    who agrees: Sie vereinbarten mit der FDP, sie zu fragen.
    """
    tokens, sentences = scene.annotations.tokens, scene.annotations.sentences
    allowed = TAKES_UP.get(tokens[pronoun].text.lower(), "")
    here = sentence_of(sentences, pronoun)
    first = sentences[max(0, here - 1)].first
    before = scene.nouns[bisect_left(scene.nouns, first) : bisect_left(scene.nouns, pronoun)]
    others = (head for head in reversed(before) if head not in scene.fellows.get(pronoun, ()))
    agreeing = (head for head in others if _agrees(scene, head, allowed) and head in scene.phrase_at)
    head = next((head for head in agreeing if _is_topic(scene, head) or head not in scene.subjects), None)
    named = range(max(sentences[here].first, first), pronoun)
    if head is not None and head < named.start and any(_names_body(scene, index, allowed) for index in named):
        return ()
    meant = head is not None and (_is_topic(scene, head) or (head in named and _is_unnamed(scene, head)))
    return ((*scene.phrase_at[head], head),) if head is not None and meant else ()


def _is_unnamed(scene: Scene, head: int) -> bool:
    """Tell people or a body that nothing names."""
    return head not in scene.mention_at and noun_class(scene.annotations.tokens[head].lemma) in ACTORS


def _names_body(scene: Scene, index: int, allowed: str) -> bool:
    """Tell whether a name of a person or body that agrees stands behind a preposition."""
    mention = scene.mention_at.get(index)
    behind = scene.oblique_at.get(mention.start) if mention is not None else None
    behind = behind or scene.oblique_at.get(scene.annotations.tokens[index - 1].start)
    return behind is not None and behind.head == index and mention is not None and _agrees(scene, index, allowed)


def _is_topic(scene: Scene, head: int) -> bool:
    mention = scene.mention_at.get(head)
    entities = mention.entities if mention is not None else (None,)
    return all(fits(scene, Part(0, 0, head, entity), ("Thema",)) for entity in entities)


def _agrees(scene: Scene, head: int, allowed: str) -> bool:
    morph = scene.annotations.tokens[head].morph
    plural = "p" in allowed and "p" in morph.number
    return plural or ("s" in morph.number and morph.gender != "" and morph.gender in allowed)
