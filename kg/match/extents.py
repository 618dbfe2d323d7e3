"""How far a participant's phrase reaches: what belongs to its name, and what is said of the clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from kg.annotate.articles import GENITIVE_ARTICLES
from kg.annotate.clauses.government import government, noun_governs
from kg.annotate.lexicon import read_data
from kg.annotate.names.titles import parse_title
from kg.annotate.noun_classes import noun_class
from kg.match.determiners import before_adjectives, says_whither
from kg.match.fillers import fill
from kg.match.nouns import is_carrier, is_occasion, is_said_in, says_how
from kg.match.scene import ACTING, OPENING_QUOTES, Part, Scene
from kg.match.word_lists import listed
from kg.model.offsets import first_from, overlapping
from kg.model.reading import Argument

__all__ = ["fields_of", "is_described", "is_prompt", "shared_attribute", "whole_phrase"]

WHEN = ("vor", "nach", "bei", "während", "seit")
"""Prepositions that behind an actor say when something happens: die Presse vor dem Besuch."""
UNDER = ("unter", "um")
"""Prepositions that before somebody's name say who leads a body, which is no part of what it is called."""
_LONGEST_TITLE = 5  # words from the preposition to the name: unter dem neuen General Tchiani
HOW = (
    "angesichts",
    "mittels",
    "anhand",
    "mit",
    "durch",
    "unter",
    "laut",
    "nach",
    "seit",
    "während",
    "trotz",
    "wegen",
    "aufgrund",
    "ohne",
    "per",
    "gemäß",
)
"""Prepositions that between noun and verb rather say how, when or why: das Parlament | mit großer Mehrheit."""

PLACING = ("an", "auf", "in")

CHANGED = ("um", "auf")
"""Prepositions before amounts by which and to which something changes."""

LEADING, CAUSING = "zu", ("sorgen", "für")
"""What a verb rather has than a noun before it: führten die Wahlen | zu einem Patt, sorgte das Gesetz | für Streit."""
OF_THE_VERB = {"um": ("Leben",), "zu": ("Ergebnis", "Schluss", "Erkenntnis", "Überzeugung", "Auffassung", "Fall")}
"""Nouns that with a preposition complete a verb: kam ums Leben, kommt zu dem Ergebnis."""
JOINING = ("und", "sowie", "oder")
OCCASION = "bei"
SAYING = ("in", "auf")
LACKING = "ohne"
"""What says of any one thing which it is: eine Welt | ohne Waffen; of what is known it says how: das Land ohne Pass."""
BEFORE_COURT = ("vor", ("gericht", "gerichtshof"))
"""Where a verb rather has something done than its object is: das Gesetz | vor dem Verfassungsgericht anfechten."""


def whole_phrase(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...] = ()) -> tuple[int, int]:
    """Return a phrase with the genitives and prepositional phrases that hang on its noun.

    What fills another role of the claim (`taken`, spans) and what says when stays outside.
    """
    end = min(_stop(scene, part, taken), part.end)
    for argument in _attributes(scene, part, taken):
        end = max(end, argument.end, *(field.end for field in _fields(scene, argument)))
    end = _going_on(scene, part.head, end, taken)
    return part.start, _before_deictic(scene, part.head, _before_when(scene, part.head, end))


def _going_on(scene: Scene, head: int, end: int, taken: tuple[tuple[int, int], ...]) -> int:
    """Return where a phrase ends that goes on with its preposition: Pläne zur Rente | und zum Bürgergeld."""
    tokens = scene.annotations.tokens
    link = first_from(tokens, end)
    if link + 2 >= len(tokens) or tokens[link].text not in JOINING or not tokens[link + 1].tag.startswith("APPR"):
        return end
    preposition = tokens[link + 1].lemma
    further = scene.oblique_at.get(tokens[link + 2].start)
    if further is None or further.preposition != preposition or (further.start, further.end) in taken:
        return end
    before = any(token.lemma == preposition for token in tokens[head + 1 : link])
    if not before or not noun_governs(tokens[head].lemma, preposition):
        return end
    return whole_phrase(scene, Part(further.start, further.end, further.head, None), taken)[1]


def is_prompt(scene: Scene, argument: Argument) -> bool:
    """Tell on whose word something is done from what is done: auf Drängen der Bauern, but auf das Drängen eingehen."""
    tokens = scene.annotations.tokens
    bare = tokens[argument.head - 1].text.lower() == argument.preposition == "auf"
    return bare and tokens[argument.head].lemma in listed("prompting_nouns.txt")


def is_described(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...] = ()) -> bool:
    """Tell whether something behind a participant's noun says more of it (see `whole_phrase`)."""
    tokens, text = scene.annotations.tokens, scene.annotations.document.text
    behind = text[tokens[part.head].end : whole_phrase(scene, part, taken)[1]]
    # „andere Themen“ are somebody's own words
    verbatim = bool(behind) and tokens[part.head - 1].text not in OPENING_QUOTES
    return verbatim or any(letter.isalnum() for letter in behind)


def _before_when(scene: Scene, head: int, end: int) -> int:
    """Cut when, how and under whom off an actor's phrase: die Presse | vor dem Besuch, Schüler | im Alter von 15."""
    tokens = scene.annotations.tokens
    place = head + 1
    while noun_class(tokens[head].lemma) in ACTING and place < len(tokens) and tokens[place].end <= end:
        if tokens[place].text in WHEN or (tokens[place].text in UNDER and _somebody_behind(scene, place)):
            return tokens[place - 1].end
        if tokens[place].tag == "NN" and tokens[place - 1].tag[:4] == "APPR" and says_how(tokens[place].lemma):
            return tokens[place - 2].end
        place += 1
    return end


def _somebody_behind(scene: Scene, place: int) -> bool:
    """Tell whether a preposition is followed by somebody's name: unter General X, um Konzernchef X."""
    found = (scene.mention_at.get(index) for index in range(place + 1, place + _LONGEST_TITLE))
    return any(m is not None and m.kind == "name" and m.entities[0].type == "Person" for m in found)


def _before_deictic(scene: Scene, head: int, end: int) -> int:
    """Cut a time off the end that only the day of publication settles: der Gipfel in Oslo | vor zwei Wochen."""
    annotations = scene.annotations
    place = bisect_left(annotations.times, end, key=lambda time: time.end)
    time = annotations.times[place] if place < len(annotations.times) else None
    if time is None or time.start >= end or time.start < annotations.tokens[head].end:
        return end
    first = first_from(annotations.tokens, time.start)
    words = annotations.document.text[time.start : time.end]
    calendar = any(word in _months() for word in words.split()) or any(letter.isdigit() for letter in words)
    if calendar or not annotations.tokens[first - 1].tag.startswith("APPR"):
        return end
    return annotations.tokens[first - 2].end


@cache
def _months() -> frozenset[str]:
    """Return the names of the months."""
    return frozenset(form for forms in read_data("times.yaml")["MONTH"].values() for form in forms)


def fields_of(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...] = ()) -> tuple[int, tuple[Part, ...]]:
    """Return the fields that a phrase lists and where it begins to: Handel | in den Bereichen Energie und Verkehr."""
    found = ((argument.start, _fields(scene, argument)) for argument in _attributes(scene, part, taken))
    return next(((start, fields) for start, fields in found if fields), (part.end, ()))


def shared_attribute(scene: Scene, head: int) -> tuple[int, int] | None:
    """Return where the attribute of the last of coordinated nouns stands, if it is said of this one as well.

    Freundschaft und gute Nachbarschaft mit Polen: both are with Poland; with nothing between them, so is what is "von"
    something: der Kauf und Verkauf von Waffen.
    """
    last = scene.nominal_at.get(scene.listed_with.get(head, -1))
    behind = scene.annotations.clauses[last].arguments if last is not None else ()
    shared = ("mit", "zwischen", "von") if scene.listed_with.get(head) == head + 2 else ("mit", "zwischen")
    partner = next((a for a in behind if a.preposition in shared and a.role == "oblique"), None)
    return (partner.start, partner.end) if partner is not None else None


def _stop(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...]) -> int:
    """Return where what fills another role begins behind a participant's noun, at most the end of the text."""
    behind = scene.annotations.tokens[part.head].end
    # An adjective that fills another role stays in the name: die Einfuhr chinesischen Stahls, gegen China.
    stops = [span[0] for span in taken if behind <= span[0] and span in scene.phrases]
    return min(stops, default=len(scene.annotations.document.text))


def _attributes(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...]) -> Iterator[Argument]:
    """Yield what hangs on a phrase's noun, and what hangs on that, but for dates and what fills another role.

    They stand one behind the other: what the verb has between them parts the rest from the noun.
    """
    stop = _stop(scene, part, taken)
    heads, parted = [part.head], len(scene.annotations.document.text)
    had: set[tuple[int, str | None]] = set()  # die Mission in Rom | in Verhandlungen: it is in one place
    seen = {part.head}  # two nouns that are each other's attributes would go round for ever
    while heads:
        head = heads.pop()
        nominal = scene.nominal_at.get(head)
        for argument in scene.annotations.clauses[nominal].arguments if nominal is not None else ():
            if not part.start <= argument.start < min(stop, parted) or argument.shared:
                continue
            timed = _says_when(scene, argument) and not _dates(scene, head, argument)
            free = (argument.start, argument.end) not in taken and not timed and (head, argument.preposition) not in had
            if free and _belongs(scene, head, argument):
                heads += [argument.head] if argument.head not in seen else []
                seen.add(argument.head)
                had |= {(head, argument.preposition)} if argument.preposition in PLACING else set()
                yield argument
            elif argument.start > part.end:
                # ein Brand in einem Werk | in Rom: the noun before it has it.
                inner = (head, argument.preposition) in had and any(_has(scene, noun, argument) for noun in heads)
                parted = parted if inner else argument.start


def _has(scene: Scene, head: int, argument: Argument) -> bool:
    """Tell whether an argument is offered to a noun."""
    nominal = scene.nominal_at.get(head)
    behind = scene.annotations.clauses[nominal].arguments if nominal is not None else ()
    return any(other.start == argument.start for other in behind)


def _belongs(scene: Scene, head: int, argument: Argument) -> bool:
    """Tell whether an argument offered to a noun is rather its own than the verb's."""
    tokens = scene.annotations.tokens
    if argument.preposition is None or argument.clause is not None:
        return True
    lemma = tokens[argument.head].lemma
    if _is_change(scene, argument) or is_prompt(scene, argument):
        return False
    if says_how(lemma) or lemma in OF_THE_VERB.get(argument.preposition, ()):
        return False
    verb = scene.adverbials.get((argument.start, argument.end))
    led = argument.preposition == LEADING and verb is not None and LEADING in government(verb).prepositions
    if led or (verb, argument.preposition) == CAUSING:
        return False
    if noun_governs(tokens[head].lemma, argument.preposition):
        return True
    if noun_class(tokens[head].lemma) in ACTING and _is_no_mark(scene, head, argument):
        return False
    if verb is None:
        return True
    if argument.preposition in government(verb).prepositions and argument.preposition == _opening(scene, head):
        return True  # stimmte für den Kauf von Flugzeugen | für den Süden: the verb has its own
    if _is_on_occasion(scene, argument):
        return False
    if argument.preposition == LACKING and tokens[before_adjectives(tokens, head)].lemma == "ein":
        return True
    if argument.preposition == BEFORE_COURT[0] and lemma.lower().endswith(BEFORE_COURT[1]):
        return False
    return argument.preposition not in HOW and argument.preposition not in government(verb).prepositions


def _opening(scene: Scene, head: int) -> str:
    """Return the first preposition before a noun that belongs to the verb: für | den Kauf von Flugzeugen für."""
    tokens = scene.annotations.tokens
    first = scene.phrase_at.get(head, (tokens[head].start, 0))[0]
    place = first_from(tokens, first) - 1
    while place >= 0 and not tokens[place].tag.startswith(("$", "V")):
        if tokens[place].tag.startswith("APPR"):
            start = tokens[place + 1].start
            if any(span[0] == start for span in scene.adverbials):
                return tokens[place].lemma
        place -= 1
    return ""


def _is_on_occasion(scene: Scene, argument: Argument) -> bool:
    """Tell on what occasion or in what somebody does something: rügte ihn | bei einem Besuch in Rom, in einer Rede."""
    tokens, lemma = scene.annotations.tokens, scene.annotations.tokens[argument.head].lemma
    told = argument.preposition in SAYING and is_said_in(lemma)
    article = tokens[first_from(tokens, argument.start)]
    some = article.tag == "PPOSAT" or article.lemma == "ein"
    return some and (told or (argument.preposition == OCCASION and is_occasion(lemma)))


def _is_no_mark(scene: Scene, head: int, argument: Argument) -> bool:
    """Tell what does not say which somebody is meant: for what or whither something is done, or a place of theirs.

    Der Botschafter | zur Weiterleitung, gingen Tausende | auf die Straße, der Abgeordnete | in seinem Büro. Where who
    holds an office of the state is, is no part of it: ein libanesischer Präsident | in Syrien.
    """
    tokens = scene.annotations.tokens
    determined = argument.start < tokens[argument.head].start
    directed = determined and argument.preposition in PLACING and says_whither(tokens, argument.head)
    if argument.preposition == "zu" or directed or _is_of_owned(scene, head, argument):
        return True
    title = parse_title(tokens[head].lemma)
    abroad = argument.preposition == "in" and title is not None and title.scope == "state" and title.rank != ""
    return abroad or any(tokens[index].tag == "PPOSAT" for index in range(head + 1, argument.head))


def _is_of_owned(scene: Scene, head: int, argument: Argument) -> bool:
    """Tell what rather hangs on the noun whose owner a noun is: die Proteste der Nationalisten | gegen die Steuer."""
    tokens = scene.annotations.tokens
    before = before_adjectives(tokens, head)
    owned = tokens[before].text in GENITIVE_ARTICLES and tokens[before - 1].tag == "NN"
    return before > 0 and owned and noun_governs(tokens[before - 1].lemma, argument.preposition or "")


def _is_change(scene: Scene, argument: Argument) -> bool:
    """Tell by how much, from where or to what a verb changes something: senkte die Steuer | von 19 auf 16 Prozent."""
    amounts = scene.annotations.quantities
    amount = next(iter(overlapping(amounts, argument.start, argument.end)), None)
    if amount is None or amount.end < argument.end:
        return False
    tokens = scene.annotations.tokens
    behind = first_from(tokens, argument.end)
    to = argument.preposition == "von" and behind < len(tokens) and tokens[behind].text == "auf"
    return to or (argument.preposition in CHANGED and (argument.start, argument.end) in scene.adverbials)


def _fields(scene: Scene, argument: Argument) -> tuple[Part, ...]:
    """Return what an argument like "in den Bereichen Energie und Verkehr" only carries."""
    carries = is_carrier(scene.annotations.tokens[argument.head].lemma)
    filler = fill(scene, argument) if carries else None
    return tuple(part for part in filler.parts if part.head != argument.head) if filler is not None else ()


def _says_when(scene: Scene, argument: Argument) -> bool:
    return bool(overlapping(scene.annotations.times, argument.start, argument.end))


def _dates(scene: Scene, head: int, argument: Argument) -> bool:
    """Tell the day of an event, which is part of its name: das Massaker | vom 7. Oktober."""
    tokens = scene.annotations.tokens
    words = scene.annotations.document.text[argument.start : argument.end]
    behind = head + 2 < len(tokens) and tokens[head + 1].text == "vom" and tokens[head + 2].start == argument.start
    return behind and any(letter.isdigit() for letter in words) and noun_class(tokens[head].lemma) not in ACTING
