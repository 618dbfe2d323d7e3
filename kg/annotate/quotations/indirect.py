"""How far an indirect message reaches inside its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.articles import GENITIVE_ARTICLES
from kg.annotate.clauses.government import government
from kg.annotate.lexicon import word_list
from kg.annotate.quotations.reporting import Report
from kg.annotate.quotations.segments import CONTINUING, COORDINATORS, Segment, cuts_off
from kg.annotate.quotations.sources import SourcePhrase
from kg.annotate.source_nouns import is_message_noun
from kg.model.reading import Token

__all__ = [
    "Range",
    "message_after_noun",
    "message_from",
    "message_of_report",
    "message_of_source",
    "message_of_whereby",
    "owned_noun",
    "without",
]

Range = tuple[int, int]
_KONJUNKTIV = frozenset({"k1", "k2", "k1?", "k2?"})
_EDGES = frozenset(",;:–—-.!?")
_SUBJECT_STARTS = frozenset(
    {
        "ART",
        "PDAT",
        "PPOSAT",
        "PIAT",
        "PIDAT",
        "ADJA",
        "CARD",
        "NN",
        "NE",
        "FM",
        "XY",
        "PPER",
        "PDS",
        "PIS",
        "TRUNC",
        "$(",
    }
)
# Words that set somebody else beside a speaker: Weber sagte, er werde gehen, | auch Kunze tritt ab.
_OTHERS = frozenset({"auch", "ebenso", "selbst"})
_OBJECT_STARTS = frozenset(
    {"die", "das", "den", "ein", "eine", "einen", "seine", "seinen", "sein", "ihre", "ihren", "ihr", "keine", "keinen"}
)
_OWNER = frozenset({"NE", "FM", "ADJA"})  # words of a name or before a noun
_ASIDE = frozenset({"phrase", "relative"})
# Words behind a comma that only speak of a part of what was said: …, darunter laut Polizei zwei Kinder.
_PARTITIVE = frozenset({"darunter", "davon", "hiervon"})


def without(tokens: Sequence[Token], first: int, last: int, holes: Sequence[Range]) -> list[Range]:
    """Return the token ranges of `first:last` that remain outside the holes, without punctuation at their edges."""
    pieces, start = [], first
    for a, b in sorted(holes):
        if b <= start or a >= last:
            continue
        pieces.append((start, a))
        start = b
    pieces.append((start, last))
    return [trimmed for a, b in pieces if (trimmed := _trim(tokens, a, b))[0] < trimmed[1]]


def _trim(tokens: Sequence[Token], first: int, last: int) -> Range:
    while first < last and tokens[first].text in _EDGES:
        first += 1
    while first < last and tokens[last - 1].text in _EDGES:
        last -= 1
    return first, last


def is_konjunktiv(tokens: Sequence[Token], segment: Segment) -> bool:
    """Tell whether the segment's finite verb is or may be Konjunktiv."""
    return segment.verb is not None and tokens[segment.verb].morph.mood in _KONJUNKTIV


def message_of_report(tokens: Sequence[Token], segments: Sequence[Segment], report: Report) -> list[Range]:
    """Return the token ranges of what a reporting verb's sentence says was said; empty where it holds no clause."""
    following = _following(tokens, segments, report)
    k = report.segment
    begun = cuts_off(tokens, segments, k) or (
        segments[k].verb_first and k > 0 and segments[k - 1].kind == "main" and is_konjunktiv(tokens, segments[k - 1])
    )
    if following and not begun:
        return following
    return _preceding(tokens, segments, report) or following


def message_from(tokens: Sequence[Token], segments: Sequence[Segment], start: int) -> list[Range]:
    """Return a message that begins with segment `start`."""
    return without(tokens, segments[start].first, segments[_end_of_message(tokens, segments, start)].last, [])


def _following(tokens: Sequence[Token], segments: Sequence[Segment], report: Report) -> list[Range]:
    start = _start_after(tokens, segments, report)
    if start is None:
        return []
    return message_from(tokens, segments, start)


def _start_after(tokens: Sequence[Token], segments: Sequence[Segment], report: Report) -> int | None:
    """Return the segment that begins the message behind the verb."""
    if segments[report.segment].kind == "how":
        return None
    frames = report.verb.frames
    prefield = None
    for j in range(report.end + 1, len(segments)):
        kind = segments[j].kind
        if kind in {"that", "question"} and "d" in frames:
            return j
        if kind == "zu" and "z" in frames:
            return j
        if kind == "main":
            if "v" not in frames:
                return None
            if segments[j].verb_first and prefield is not None and is_konjunktiv(tokens, segments[j]):
                return prefield
            return j if not segments[j].verb_first and _may_be_said(tokens, segments, report, j) else None
        if kind in {"sub", "phrase", "that", "question"}:
            prefield = j if prefield is None else prefield
        elif kind != "relative":
            return None
        elif tokens[segments[j].first].text.lower() in CONTINUING:
            # sagte in Rom, wo er Weber traf, die Lage sei ernst: what goes on in the indicative is no message
            behind = segments[j + 1] if j + 1 < len(segments) else None
            if behind is None or behind.verb is None or tokens[behind.verb].morph.mood != "k1":
                return None
    return None


def _may_be_said(tokens: Sequence[Token], segments: Sequence[Segment], report: Report, j: int) -> bool:
    """Tell whether a main clause is the message: in the indicative only right behind a verb of saying."""
    if tokens[segments[j].first].text in COORDINATORS:
        return False
    if is_konjunktiv(tokens, segments[j]):
        return True
    told = segments[report.segment]
    stated = segments[j].opening == "," and (
        _says_of_what(tokens, told, report.verb.lemma) or _says_it(tokens, told, report)
    )
    return (
        j == report.end + 1
        and "q" in report.verb.frames
        and segments[j].opening in {",", ":"}
        and "object" not in report.verb.reported
        and not stated
    )


def _says_of_what(tokens: Sequence[Token], segment: Segment, lemma: str) -> bool:
    """Tell whether the verb has what is said beside it: Weber hat an die Fristen erinnert, | Kunze hat geklagt."""
    governed = government(lemma).prepositions
    own = tokens[segment.first : segment.last]
    return any(token.tag in ("APPR", "APPRART") and token.lemma in governed for token in own)


def _says_it(tokens: Sequence[Token], segment: Segment, report: Report) -> bool:
    """Tell whether the verb has its object behind it: Weber verkündet die Wahl, | Kunze löst den Rat auf."""
    behind = report.tokens[0] + 1
    if behind >= segment.last or tokens[behind].text.lower() not in _OBJECT_STARTS:
        return False
    noun = next((token for token in tokens[behind + 1 : segment.last] if token.tag in ("NN", "NE")), None)
    return segment.verb != segment.first and noun is not None and noun.lemma not in word_list("time_nouns.txt")


def _end_of_message(tokens: Sequence[Token], segments: Sequence[Segment], start: int) -> int:
    """Return the last segment of a message: a following main clause in the indicative no longer belongs to it."""
    spoken_main = segments[start].kind == "main"
    verb = segments[start].verb
    only_reported = verb is not None and tokens[verb].morph.mood == "k1"
    for j in range(start + 1, len(segments)):
        segment = segments[j]
        past = segment.verb is not None and tokens[segment.verb].morph.mood == "k2?"
        goes_on = only_reported and past and tokens[segment.first].text in COORDINATORS
        if segment.kind == "main" and (goes_on or not is_konjunktiv(tokens, segment)):
            others = segment.opening == "," and tokens[segment.first].text in _OTHERS
            if only_reported and (others or segment.opening in {";", "–"}):
                return j - 1
            if spoken_main and tokens[segment.first].text not in COORDINATORS:
                continue
            return j - 1
        if segment.kind == "how" or (segment.kind == "phrase" and tokens[segment.first].text == "so"):
            return j - 1
        if _reacts(tokens, segment):
            return j - 1
    return len(segments) - 1


def _reacts(tokens: Sequence[Token], segment: Segment) -> bool:
    """Tell what the writer adds to a message: kündigte an, zu klagen, | was die Stadt kritisierte."""
    if segment.verb is None or tokens[segment.first].text != "was" or is_konjunktiv(tokens, segment):
        return False
    return tokens[segment.verb].lemma in word_list("reacting_verbs.txt")


def _preceding(tokens: Sequence[Token], segments: Sequence[Segment], report: Report) -> list[Range]:
    """Return a message that stands before or around its verb: "M, sagte X", "M, wie X sagte, M"."""
    k = report.segment
    if not {"q", "v"} & set(report.verb.frames) or tokens[report.tokens[0]].morph.mood == "k1":
        return []
    if k > 0 and segments[k - 1].kind == "quote" and segments[k - 1].opening == ":":
        return []
    if segments[k].kind == "how":
        if not any(s.verb is not None for i, s in enumerate(segments) if i != k):
            return []
        return without(tokens, segments[0].first, segments[-1].last, [_hole(segments, k, report.end)])
    if k > 1 and segments[k - 2].kind == "phrase" and message_after_noun(tokens, segments, k - 1):
        return []  # den Vorwurf, er habe gelogen, wies X zurück: it is the noun that says it
    fronted = _is_fronted(segments, k, report) or (k > 0 and tokens[segments[k].first].text == "so")
    # A verb that opens the sentence sets a condition: Sollte das misslingen, will X klagen.
    before = fronted or any(s.kind == "main" and not (j == 0 and s.verb_first) for j, s in enumerate(segments[:k]))
    behind = segments[report.end + 1] if k > 0 and report.end + 1 < len(segments) else None
    around = behind is not None and behind.verb_first and tokens[behind.first].text not in COORDINATORS
    if not _inserted(tokens, segments, k, report) or not (before or around):
        return []
    end = report.end if cuts_off(tokens, segments, k) else _end_of_aside(segments, report.end)
    return without(
        tokens, segments[0].first, segments[_told_until(tokens, segments, end)].last, [_hole(segments, k, end)]
    )


def _is_fronted(segments: Sequence[Segment], k: int, report: Report) -> bool:
    """Tell a message clause that opens the sentence: Dass er ging, bestätigte X."""
    return k > 0 and segments[0].kind == "that" and "d" in report.verb.frames


def _told_until(tokens: Sequence[Token], segments: Sequence[Segment], k: int) -> int:
    """Return the last segment of a message around segment `k`: ", sagte X und ging" goes on with the writer's words."""
    for j in range(k + 1, len(segments)):
        if _starts_anew(tokens, segments[j]) and not is_konjunktiv(tokens, segments[j]):
            return j - 1
    return len(segments) - 1


def _inserted(tokens: Sequence[Token], segments: Sequence[Segment], k: int, report: Report) -> bool:
    """Tell whether a clause with its subject right behind its verb stands after or in the message: ", sagte X"."""
    segment = segments[k]
    if tokens[segment.first].text.lower() in {"so", "das", "dies"} and segment.verb == segment.first + 1:
        return tokens[segment.first].text == "so" or report.verb.lemma in word_list("telling_verbs.txt")
    if not segment.verb_first or tokens[segment.first].text in COORDINATORS or segment.verb is None:
        return False
    if report.passive and report.verb.lemma != "zitieren":
        return all(tokens[i].tag not in {"NN", "NE", "PPER"} for i in range(segment.verb + 1, segment.last))
    behind = segment.verb + 1
    behind += behind + 1 < segment.last and tokens[behind].tag == "ADV"
    return behind < segment.last and tokens[behind].tag in _SUBJECT_STARTS


def _hole(segments: Sequence[Segment], first: int, last: int) -> Range:
    return segments[first].first, segments[last].last


def _end_of_aside(segments: Sequence[Segment], k: int) -> int:
    while k + 1 < len(segments) and segments[k + 1].kind in _ASIDE:
        k += 1
    return k


def message_of_source(
    tokens: Sequence[Token], segments: Sequence[Segment], source: SourcePhrase, asides: Sequence[Range]
) -> list[Range]:
    """Return what a source phrase is the source of: its main clause with all that hangs on it, or its subordinate."""
    k = source.segment
    kind = segments[k].kind
    holes = [(source.first, source.last), *asides]
    if tokens[segments[k].first].text in _PARTITIVE:
        return without(tokens, segments[k].first, segments[k].last, holes)
    apposed = kind == "phrase" and segments[k].opening == "," and 0 < k < len(segments) - 1
    behind = tokens[source.last : segments[k].last]
    if apposed and not source.aside and any(token.tag in ("NN", "NE", "ADJA") for token in behind):
        return without(tokens, segments[k].first, segments[k].last, holes)  # die Partei, laut X stärkste Kraft, …
    if source.aside:
        return without(tokens, segments[0].first, segments[_told_until(tokens, segments, k)].last, holes)
    if kind in {"main", "phrase", "quote"}:
        first = k
        while first > 0 and not _starts_anew(tokens, segments[first]):
            first -= 1
        return without(tokens, segments[first].first, segments[-1].last, holes)
    last = k
    while last + 1 < len(segments) and segments[last + 1].kind != "main":
        last += 1
    return without(tokens, segments[k].first, segments[last].last, holes)


def _starts_anew(tokens: Sequence[Token], segment: Segment) -> bool:
    return segment.opening == ";" or (segment.kind == "main" and tokens[segment.first].text in COORDINATORS)


def message_of_whereby(tokens: Sequence[Token], segments: Sequence[Segment], k: int) -> list[Range]:
    """Return what a clause with wonach reports of the source before it, without the word itself."""
    last = k
    while last + 1 < len(segments) and segments[last + 1].kind in {"relative", "sub", "that", "zu"}:
        last += 1
    words = 1 if tokens[segments[k].first].text.lower() == "wonach" else 2
    return without(tokens, segments[k].first + words, segments[last].last, [])


def message_after_noun(tokens: Sequence[Token], segments: Sequence[Segment], k: int) -> list[Range]:
    """Return the clause that a noun of saying before segment k's comma introduces ("die Behauptung, dass …")."""
    if k == 0 or segments[k].kind not in {"that", "zu", "main"} or segments[k].opening != ",":
        return []
    if segments[k].kind == "main" and not is_konjunktiv(tokens, segments[k]):
        return []
    before = segments[k - 1]
    closing = tokens[before.last - 1]
    nouns = tokens[before.first : before.last] if closing.lemma in {"sein", "lauten"} else [closing]
    owned = owned_noun(tokens, before)
    if not any(is_message_noun(t.text) for t in (*nouns, *([tokens[owned]] if owned is not None else ()))):
        return []
    last = k
    while last + 1 < len(segments) and segments[last + 1].kind in {"relative", "sub", "that"}:
        last += 1
    return without(tokens, segments[k].first, segments[last].last, [])


def owned_noun(tokens: Sequence[Token], segment: Segment) -> int | None:
    """Return the noun whose owner in the genitive ends a segment: der | Vorwurf | der Opposition, Webers."""
    place = segment.last - 2
    while place > segment.first and tokens[place].tag in _OWNER:
        place -= 1
    article = tokens[place].tag == "ART" and tokens[place].text in GENITIVE_ARTICLES
    owned = article or tokens[segment.last - 1].tag == "NE"
    place -= article
    return place if owned and place >= segment.first and tokens[place].tag == "NN" else None
