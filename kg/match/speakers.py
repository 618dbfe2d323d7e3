"""Who speaks at a place of the text, as the quotation around it says."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from kg.annotate.clauses.government import is_event
from kg.annotate.lexicon import verbs_of_saying, word_list
from kg.annotate.names.institutions import state_parts
from kg.annotate.names.titles import parse_title
from kg.annotate.noun_classes import noun_class, tails
from kg.annotate.source_nouns import is_message_noun, is_source_noun
from kg.match.fillers import fill, parts_of
from kg.match.nouns import is_spoken_for
from kg.match.pronouns import subject_meant
from kg.match.quoted import quotations_around
from kg.match.scene import Filler, Part, Scene, in_genitive, name_behind
from kg.match.word_lists import listed
from kg.model.entity import Entity
from kg.model.offsets import first_from
from kg.model.reading import Argument, Clause, Mention, Quotation, Token
from kg.model.text import Span

__all__ = [
    "INDIRECT",
    "first_person",
    "own_words",
    "reported_man",
    "speaker_at",
    "speaker_in_person",
    "speakers_at",
]

FIRST_PERSON = re.compile(r"ich|mich|mir|wir|uns|(mein|unser)(e[mnrs]?)?")
INDIRECT = ("Indirect", "FreeIndirect", "IndirectFreeIndirect")
"""Types of quotations that are reported clause by clause, not in the speaker's own words."""
TEXTS = ("Bericht", "Urteil")
"""Nouns that name an opinion or the text that gives it."""
BODIES = ("vereinigung", "bewegung", "einrichtung", "anklage", "verteidigung")
"""Endings of nouns that name an act or the body that it made."""
OWN_SAYINGS = ("-angaben", "-einschätzung", "-informationen", "-schätzungen")
"""Endings of words whose first part says who says it; a report may be about it instead (Nato-Bericht)."""
OF_ONESELF = ("sein", "tun")
"""Verbs by which "man" says of itself how it is: man sei besorgt, man habe nichts damit zu tun."""
SPEAKING = ("Person", "Organisation", "Medium", "Staat")
GENITIVES = frozenset({"des", "der", "von", "vom", "seines", "ihres", "seiner", "ihrer"})


def speaker_at(scene: Scene, position: int, *, besides: Container[str] = ()) -> Filler | None:
    """Return the speaker of the innermost quotation around a character, None where the article itself speaks.

    Quotations of the types `besides` do not count.
    """
    return next(speakers_at(scene, position, besides=besides), None)


def speakers_at(scene: Scene, position: int, *, besides: Container[str] = ()) -> Iterator[Filler | None]:
    """Yield the speakers of the quotations around a character, the innermost first; None is one that nothing names."""
    around = (q for q in _innermost_first(scene, position) if q.type not in besides)
    yield from (_named(scene, q.speaker) or _described(scene, q.speaker) or _taken_up(scene, q.speaker) for q in around)


def speaker_in_person(scene: Scene, position: int) -> Filler | None:
    """Return the speaker of the innermost quotation around a character if it gives their own words."""
    inner = next(iter(_innermost_first(scene, position)), None)
    return speaker_at(scene, position) if inner is not None and inner.type == "Direct" else None


def _innermost_first(scene: Scene, position: int) -> list[Quotation]:
    """Return the quotations around a character of which it is told who speaks."""
    return sorted((q for q in quotations_around(scene, position) if q.speaker), key=lambda q: q.length)


def own_words(scene: Scene, argument: Argument | None, position: int, verb: str) -> Filler | None:
    """Return who an argument refers to as far as it is the speaker at a position: Scholz sagt, er werde bleiben.

    So does "wir" inside a quotation (see `first_person`).
    """
    if argument is not None and FIRST_PERSON.fullmatch(scene.annotations.tokens[argument.head].text.lower()):
        return first_person(scene, argument, verb)
    filler = fill(scene, argument) if argument is not None else None
    speaker = speaker_at(scene, position) if filler is not None else None
    said_by = speaker.parts[0].entity if speaker is not None else None
    if filler is None or said_by is None:
        return None
    same = tuple(part for part in filler.parts if part.entity is not None and part.entity.id == said_by.id)
    return Filler(filler.start, filler.end, same) if same else None


def first_person(scene: Scene, argument: Argument, verb: str) -> Filler | None:
    """Return whom "ich" or "wir" means inside a quotation, None for other words.

    Who says "wir" and holds office for a state speaks for that state, unless the `verb` (its lemma) is one of saying
    and thinking: wir liefern, but wir loben.
    """
    word = scene.annotations.tokens[argument.head].text.lower()
    speaker = speaker_at(scene, argument.start) if FIRST_PERSON.fullmatch(word) else None
    if speaker is None or word.startswith(("ich", "m")) or verb in verbs_of_saying():
        return speaker
    return replace(speaker, parts=tuple(_state_served(scene, part) for part in speaker.parts))


def reported_man(scene: Scene, clause: Clause, argument: Argument) -> Filler | None:
    """Return who says of himself with "man" what he thinks: **Man** lehne ab, teilte der Rat mit.

    A body or state also says so what it is, has done or will do: Man habe gewarnt, hieß es aus Rom. Whom "man"
    supports, the state supports that the speaker serves (see `first_person`). Not where somebody must do it (man
    müsse), nor where it is done to the speaker (man verweigere ihr das Geld).
    """
    tokens = scene.annotations.tokens
    if tokens[argument.head].text.lower() != "man" or clause.mood != "k1":
        return None
    if any(a.role in ("dative", "object") and tokens[a.head].tag == "PPER" for a in clause.arguments):
        return None
    if clause.lemma in verbs_of_saying() and clause.modality == "asserted":
        return speaker_at(scene, argument.start)
    speaker = speaker_at(scene, argument.start) if clause.modal is None else None
    abroad = any(a.preposition in ("in", "bei") for a in clause.arguments)  # In Wien unterstütze man das
    if speaker is not None and clause.lemma in word_list("supporting_verbs.txt") and not abroad:
        return replace(speaker, parts=tuple(_state_served(scene, part) for part in speaker.parts))
    tells = clause.lemma in OF_ONESELF or clause.tense in ("perfect", "future") or clause.modality == "planned"
    return speaker if tells and speaker is not None and _is_body(scene, speaker.parts[0]) else None


def _is_body(scene: Scene, part: Part) -> bool:
    named = part.entity.type if part.entity is not None else noun_class(scene.annotations.tokens[part.head].lemma)
    return named in ("Organisation", "Staat", "Medium")


def _state_served(scene: Scene, part: Part) -> Part:
    body = scene.serves.get(part.entity.id) if part.entity is not None else None
    return replace(part, entity=body) if body is not None and body.type == "Staat" else part


def _named(scene: Scene, spans: tuple[Span, ...]) -> Filler | None:
    for span in spans:
        inside = (scene.mention_at[index] for index in _indices(scene, span) if index in scene.mention_at)
        named = [mention for mention in dict.fromkeys(inside) if _may_name(scene, mention)]
        people = [m for m in named if m.entities[0].type in SPEAKING and not _whose(scene, m, span)]
        people = [m for m in people if not _in_attribute(scene, m, span)]
        if people:
            best = min(people, key=lambda m: (m.entities[0].type != "Person", m.start))
            head = first_from(scene.annotations.tokens, best.start)
            return Filler(best.start, best.end, (Part(best.start, best.end, head, best.entities[0], best.role),))
    return None


def _may_name(scene: Scene, mention: Mention) -> bool:
    """Tell a name from an adjective and from a word's first part, save that before what it says: CDU-Angaben."""
    tokens = scene.annotations.tokens
    word = tokens[first_from(tokens, mention.start)].text.lower()
    said = mention.entities[0].type in ("Organisation", "Medium") and word.endswith(OWN_SAYINGS)
    return mention.kind != "adjective" and (mention.kind != "compound" or said)


def _whose(scene: Scene, mention: Mention, span: Span) -> bool:
    """Tell what only says whose something is: die Anwältin Webers, sein Sprecher, but Webers, seine Angaben.

    So does a body's article where no ending can: das Ministerium der Vereinigten Staaten. Who speaks for a body is
    the body: die Sprecherin der Weltbank.
    """
    tokens = scene.annotations.tokens
    first = first_from(tokens, mention.start)
    behind = first_from(tokens, mention.end)
    beside = [token.text for token in (*tokens[max(0, first - 1) : first], *tokens[behind : behind + 1])]
    said = any(is_source_noun(word) or is_message_noun(word) for word in beside)
    part = first > 1 and tokens[first - 1].text in ("der", "des") and tokens[first - 2].start >= span.start
    of_body = part and tokens[first - 2].tag == "NN" and _stands_apart(tokens[first - 2].lemma, mention.entities[0])
    owns = tokens[first].tag == "PPOSAT" or in_genitive(mention, tokens[behind - 1].text)
    return of_body or (not said and (owns or _is_of_titled(tokens, first, span)))


def _stands_apart(noun: str, body: Entity) -> bool:
    """Tell who does not speak for the body or state behind them: der Verband, ein Kritiker der Partei.

    For a state only its government speaks and who holds an office: no Bischof des Landes.
    """
    kind, acts = noun_class(noun), state_parts().get(noun)
    if kind != "Person":
        governs = acts is not None and bool(acts["state"])
        return (kind == "Organisation" and not governs) or (kind == "Medium" and body.type == "Staat")
    title = parse_title(noun)
    private = body.type == "Staat" and (title is None or title.scope == "person")
    return private or not listed("outsiders.txt").isdisjoint(tails(noun))


def _is_of_titled(tokens: Sequence[Token], first: int, span: Span) -> bool:
    """Tell a name behind its own title, whose noun before is somebody else: die Witwe | des Ministers | Otto Weber."""
    place = first - 1
    if place < 1 or tokens[place].tag != "NN" or noun_class(tokens[place].lemma) != "Person":
        return False
    while place > 1 and tokens[place - 1].tag == "ADJA":
        place -= 1
    place -= tokens[place - 1].tag in ("ART", "PPOSAT", "APPR", "APPRART")
    of = tokens[place].text.lower() in GENITIVES and tokens[place - 1].start >= span.start
    return of and tokens[place - 1].tag == "NN" and _is_somebody(tokens[place - 1])


def _is_somebody(noun: Token) -> bool:
    return noun.lemma in word_list("companions.txt") or noun_class(noun.lemma) == "Person"


def _in_attribute(scene: Scene, mention: Mention, span: Span) -> bool:
    """Tell what stands between an article and its noun: Vertreter aller | im Bundestag | vertretenen Parteien."""
    tokens = scene.annotations.tokens
    place = first_from(tokens, mention.start) - 1
    while place > 0 and tokens[place].tag in ("ART", "ADJA"):
        place -= 1
    if place < 1 or tokens[place].tag not in ("APPR", "APPRART") or tokens[place].start <= span.start:
        return False
    return tokens[place - 1].tag in ("ART", "PIAT", "PIDAT", "PDAT", "PPOSAT")


def _described(scene: Scene, spans: tuple[Span, ...]) -> Filler | None:
    tokens = scene.annotations.tokens
    pointing = {tokens[index].text.lower() for span in spans for index in _indices(scene, span)}
    for span in spans:
        head = _head_noun(scene, span)
        if head is not None and not ("er" in pointing and tokens[head].morph.gender == "f"):
            # What stands before, as far as the word for saying, is no part of who says it.
            first = head
            while first and tokens[first - 1].start >= span.start and not _leads_to(tokens[first - 1]):
                first -= 1
            named = name_behind(scene, head, span.end)
            if named is not None:  # die Organisation | Ärzte ohne Grenzen, of which the plural begins no phrase
                return Filler(named.start, named.end, (Part(named.start, named.end, head, named.entities[0]),))
            return Filler(tokens[first].start, span.end, (Part(tokens[first].start, span.end, head, None),))
    return None


def _taken_up(scene: Scene, spans: tuple[Span, ...]) -> Filler | None:
    """Return whom without a name a pronoun takes up: Die Gewerkschaft streikt. | Sie sagte, …."""
    tokens = scene.annotations.tokens
    pronouns = (index for span in spans for index in _indices(scene, span) if tokens[index].tag == "PPER")
    meant = (subject_meant(scene, index) for index in pronouns if index not in scene.mention_at)
    parts = (part for phrases in meant for start, end, head in phrases for part in parts_of(scene, start, end, head))
    speaking = next((part for part in parts if part.entity or noun_class(tokens[part.head].lemma) in SPEAKING), None)
    return Filler(speaking.start, speaking.end, (speaking,)) if speaking is not None else None


def _leads_to(token: Token) -> bool:
    """Tell the word for saying and the preposition behind it (Angaben von …)."""
    return token.tag == "APPR" or _only_says(token)


def _only_says(token: Token) -> bool:
    """Tell a word for what is said or thought: die Angaben | des Amts, aus Sicht | der Kläger."""
    return is_source_noun(token.text) or token.lemma in word_list("opinion_nouns.txt")


def _head_noun(scene: Scene, span: Span) -> int | None:
    tokens = scene.annotations.tokens
    nouns = [index for index in _indices(scene, span) if tokens[index].tag in ("NN", "NE")]
    # "Angaben des Präsidialamtes": who says it stands behind the word for saying.
    speaking = [index for index in nouns if not _only_says(tokens[index])]
    head = next(iter(speaking or nouns), None)
    return head if head is not None and _may_speak(tokens[head]) else None


def _may_speak(noun: Token) -> bool:
    """Tell a name, somebody or a text from an opinion, an act or what was only said: die Schaffung, der Vorwurf."""
    if noun.lemma in word_list("opinion_nouns.txt") and noun.lemma not in TEXTS:
        return False
    if noun.tag == "NE" or noun_class(noun.lemma) in (*SPEAKING, "Akteur") or is_source_noun(noun.text):
        return True
    act = is_event(noun.lemma) or (noun_class(noun.lemma) == "Ereignis" and not is_spoken_for(noun.lemma))
    act = act and not noun.lemma.lower().endswith(BODIES)
    return not act and not is_message_noun(noun.text)


def _indices(scene: Scene, span: Span) -> range:
    """Return the indices of the tokens that begin in a span."""
    tokens = scene.annotations.tokens
    first, last = (first_from(tokens, place) for place in (span.start, span.end))
    return range(first, last)
