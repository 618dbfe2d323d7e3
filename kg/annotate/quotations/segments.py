"""Sentences cut at commas, colons and conjunctions into stretches of one clause each.

This is the coarse view that attribution needs: where a message may begin and end. What the clauses say is the matter of
`kg.annotate.clauses`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.model.reading import Sentence, Token

__all__ = ["CONTINUING", "COORDINATORS", "REACH", "Segment", "cuts_off", "split_segments"]

COORDINATORS = frozenset({"und", "oder", "aber", "sondern", "sowie", "doch", "denn", "beziehungsweise", "bzw."})
# Segments that appositions and relative clauses may put between the halves of a clause; more is another clause.
REACH = 3
_DELIMITERS = frozenset(",;:–—")
_WANTING = frozenset({"fordern", "verlangen", "wollen", "wünschen", "vorsehen", "planen", "erwarten"})
_NOT_SAID = frozenset({"so", "ohne", "statt", "anstatt", "außer", "auf"})
# Question words that mostly go on from the clause before: "…, wo er blieb", "…, womit niemand rechnete".
CONTINUING = frozenset(
    {"wo", "womit", "wobei", "wodurch", "worauf", "woraufhin", "wozu", "weshalb", "weswegen", "wohin", "woher"}
)
_LATER = frozenset({"bevor", "nachdem", "ehe"})
_MEASURES = frozenset({"ART", "CARD", "ADV", "ADJD", "ADJA", "NN", "PIAT", "PIDAT"})
_WHEN = frozenset({"als", "nachdem", "bevor", "ehe", "sobald", "seitdem", "obwohl", "weil", "wenn", "da"})
_RELATIVE = frozenset({"der", "die", "das", "den", "dem", "deren", "dessen", "denen"})
# What closes a clause whose finite verb stands before: such a clause is no relative clause.
_RIGHT_BRACKET = frozenset({"VVINF", "VAINF", "VMINF", "VVPP", "VAPP", "PTKVZ"})
_INFINITIVE = frozenset({"VVINF", "VAINF", "VMINF"})
_QUESTION = frozenset({"PWAV", "PWS", "PWAT"})


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens `first:last` without the delimiters around them.

    `kind` is "main", "that" (dass, ob), "how" (wie), "whereby" (wonach), "question", "sub", "relative", "zu", "phrase"
    (no verb) or "quote" (nothing but a quotation). `verb` is the finite verb; `opening` the delimiter before.
    `subject` are the tokens of the verb's subject as `kg.annotate.clauses` reads it, None where it finds none.
    """

    first: int
    last: int
    kind: str
    verb: int | None = None
    opening: str = ""
    verb_first: bool = False
    subject: tuple[int, int] | None = None


def split_segments(tokens: Sequence[Token], sentence: Sentence, opaque: Sequence[int]) -> tuple[Segment, ...]:
    """Cut a sentence; `opaque` holds for every token of the document 0 or the number of its quotation."""
    pieces: list[Segment] = []
    first, opening = sentence.first, ""
    for i in range(sentence.first, sentence.last):
        text = tokens[i].text
        if (text in _DELIMITERS or (text == "-" and i > first)) and not opaque[i]:
            pieces += _pieces(tokens, first, i, opening, opaque)
            first, opening = i + 1, text
    last = sentence.last
    while last > first and tokens[last - 1].tag == "$." and not opaque[last - 1]:
        last -= 1
    pieces += _pieces(tokens, first, last, opening, opaque)
    return tuple(_with_mistaken_verb(tokens, _joined(tokens, pieces)))


def cuts_off(tokens: Sequence[Token], segments: Sequence[Segment], k: int) -> bool:
    """Tell a clause inserted right behind a verb that goes on after it: Er lehne, | sagte Weber, | den Vorschlag ab.

    A name or "der" behind it rather says more of who speaks: sagte Weber, Chef der Partei.
    """
    before = segments[k - 1] if k else None
    if before is None or not segments[k].verb_first or before.kind != "main" or before.verb != before.last - 1:
        return False
    if k > 1 and before.verb != before.first:
        return False  # die sich auf Kreise im Rat, in der Bank stützen, | kommt der Bericht …
    rest = tokens[segments[k + 1].first] if k + 1 < len(segments) else None
    full = tokens[before.verb].tag == "VVFIN" if before.verb is not None else False
    return rest is not None and not (full and (rest.tag in ("NN", "NE") or rest.text == "der"))


def _with_mistaken_verb(tokens: Sequence[Token], pieces: list[Segment]) -> list[Segment]:
    """Read "die Partei kritisiert, dass …" as a clause though the tagger saw a participle or infinitive."""
    for k, piece in enumerate(pieces[:-1]):
        if piece.kind == "main":
            break
        verb = piece.last - 1
        if piece.kind == "phrase" and verb > piece.first and tokens[verb].tag in {"VVPP", "VVINF"}:
            if tokens[piece.first].tag == "PRELS" or _subordinates(tokens, piece):
                kind = "relative" if tokens[piece.first].tag == "PRELS" else "sub"
                pieces[k] = replace(piece, kind=kind, verb=verb)
                continue
            if pieces[k + 1].kind in {"that", "main", "zu"}:
                pieces[k] = replace(piece, kind="main", verb=verb)
            break
    return pieces


def _joined(tokens: Sequence[Token], pieces: list[Segment]) -> list[Segment]:
    """Join a subordinate clause that a list, an apposition or a relative clause cuts in two to one segment."""
    joined: list[Segment] = []
    k = 0
    while k < len(pieces):
        piece = pieces[k]
        close = _closing(pieces, k) if piece.verb is None and _subordinates(tokens, piece) else None
        if close is not None:
            whole = _segment(
                tokens, piece.first, pieces[close].last, [v for v in [pieces[close].verb] if v], piece.opening
            )
            joined.append(whole)
            k = close + 1
        else:
            joined.append(piece)
            k += 1
    return joined


def _subordinates(tokens: Sequence[Token], piece: Segment) -> bool:
    head = tokens[_skip_conjunctions(tokens, piece.first, piece.last)]
    return head.tag in {"KOUS", "PRELS", "PRELAT", "PWAV"} or head.text.lower() in {"wie", "dass", "ob"}


def _closing(pieces: list[Segment], k: int) -> int | None:
    """Return the piece that holds the clause-final verb of a subordinate clause begun in piece `k`."""
    for j in range(k + 1, min(k + 1 + REACH, len(pieces))):
        verb = pieces[j].verb
        if pieces[j].kind == "main" and verb is not None:
            return j if verb == pieces[j].last - 1 else None
        if pieces[j].kind not in {"phrase", "relative", "quote"}:
            return None
    return None


def _pieces(tokens: Sequence[Token], first: int, last: int, opening: str, opaque: Sequence[int]) -> list[Segment]:
    """Return the stretch as one segment or, where a conjunction joins two finite verbs, as several."""
    if first >= last:
        return []
    if opaque[first] and all(opaque[first:last]):
        return [Segment(first, last, "quote", None, opening)]
    verbs = [i for i in range(first, last) if tokens[i].tag in FINITE_TAGS and not opaque[i]]
    verbs = verbs or _quoted_verb(tokens, first, last, opaque)
    joint = _joint(tokens, first, verbs)
    if joint is None:
        return [_segment(tokens, first, last, verbs, opening)]
    head = _segment(tokens, first, joint, [v for v in verbs if v < joint], opening)
    rest = _pieces(tokens, joint, last, "", opaque)
    if head.kind not in {"main", "phrase"} and rest and rest[0].kind == "main" and not _verb_second(rest[0]):
        rest[0] = replace(rest[0], kind=head.kind)
    return [head, *rest]


def _quoted_verb(tokens: Sequence[Token], first: int, last: int, opaque: Sequence[int]) -> list[int]:
    """Return the finite verb with which a quotation begins that goes on with the writer's clause: er „ist dagegen“."""
    starts = [i for i in range(first + 1, last - 1) if opaque[i] and not opaque[i - 1]]
    return [i + 1 for i in starts if tokens[i + 1].tag in FINITE_TAGS][:1]


def _joint(tokens: Sequence[Token], first: int, verbs: list[int]) -> int | None:
    """Return the conjunction that starts a second clause: the last one between the first two finite verbs."""
    if len(verbs) == 1 and tokens[first].text == "so" and tokens[verbs[0] - 1].text in COORDINATORS:
        return verbs[0] - 1  # ", so der Minister und ging"
    if len(verbs) < 2:
        return None
    between = [
        i for i in range(verbs[0] + 1, verbs[1]) if tokens[i].text in COORDINATORS and tokens[i - 1].tag != "TRUNC"
    ]
    return between[-1] if between and between[-1] > first else None


def _verb_second(segment: Segment) -> bool:
    return segment.verb is not None and segment.verb - segment.first <= 1 and segment.verb < segment.last - 1


def _segment(tokens: Sequence[Token], first: int, last: int, verbs: list[int], opening: str) -> Segment:
    start = _skip_conjunctions(tokens, first, last)
    kind = _kind(tokens, start, last, verbs)
    verb = None
    if verbs:
        verb = verbs[0] if kind == "main" else verbs[-1]
    return Segment(first, last, kind, verb, opening, kind == "main" and verb is not None and verb == start)


def _skip_conjunctions(tokens: Sequence[Token], first: int, last: int) -> int:
    while first < last - 1 and (tokens[first].text.lower() in COORDINATORS or not tokens[first].text[0].isalnum()):
        first += 1
    return first


def _kind(tokens: Sequence[Token], first: int, last: int, verbs: list[int]) -> str:
    head = tokens[first]
    word = head.text.lower()
    after = tokens[first + 1] if first + 1 < last else head
    if word in {"dass", "daß", "ob"}:
        return "that"
    if after.text in {"dass", "daß"}:
        return "sub" if word in _NOT_SAID else "that"
    if word == "wonach" or (word in {"nach", "laut"} and after.tag == "PRELS"):
        return "whereby"
    if word == "wie" and verbs:
        wanted = after.text == "es" and tokens[verbs[-1]].lemma in _WANTING  # stimmt zu, wie es die USA fordern
        return "sub" if wanted else "how"
    if word in CONTINUING and verbs:
        return "relative"
    if verbs and verbs[-1] == last - 1 and (word in _WHEN or _is_measured(tokens, first, last)):
        return "sub"
    if verbs and (head.tag in _QUESTION or (head.tag == "APPR" and after.tag in _QUESTION)):
        return "question"
    if head.tag == "KOUS" and verbs:
        return "main" if _governs(word, after, verbs[-1], last) else "sub"
    if verbs and _is_relative(tokens, head, after, verbs[-1], last):
        return "relative"
    if verbs:
        return "main"
    return "zu" if _has_zu(tokens, first, last) else "phrase"


def _is_measured(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell a clause of time with how long before or after: einen Tag bevor er reist, kurz nachdem er kam."""
    place = first
    while place < last and tokens[place].tag in _MEASURES and tokens[place].text.lower() not in _LATER:
        place += 1
    return first < place < last and tokens[place].text.lower() in _LATER


def _governs(word: str, after: Token, verb: int, last: int) -> bool:
    """Tell whether a word that can be conjunction or preposition is the latter: "während des Besuchs sagte er"."""
    return word in {"während", "seit", "bis"} and after.tag in {"ART", "PPOSAT", "CARD"} and verb < last - 1


def _is_relative(tokens: Sequence[Token], head: Token, after: Token, verb: int, last: int) -> bool:
    if tokens[verb].morph.mood == "k1" and (tokens[last - 1].tag in _RIGHT_BRACKET or head.tag == "ART"):
        return False
    if head.tag in {"PRELS", "PRELAT"} or (head.tag in {"APPR", "APPRART"} and after.tag in {"PRELS", "PRELAT"}):
        return True
    if head.tag == "APPR" and after.text in _RELATIVE and verb == last - 1:
        return tokens[verb - 1].tag in _RIGHT_BRACKET  # auf die sie Wert gelegt hatte
    return head.text in _RELATIVE and verb == last - 1 and after.tag not in FINITE_TAGS


def _has_zu(tokens: Sequence[Token], first: int, last: int) -> bool:
    if tokens[first].tag == "KOUI":
        return False
    return any(
        tokens[i].tag == "VVIZU" or (tokens[i].tag == "PTKZU" and i + 1 < last and tokens[i + 1].tag in _INFINITIVE)
        for i in range(first, last)
    )
