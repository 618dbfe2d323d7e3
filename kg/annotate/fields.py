"""Topological fields: where each clause of a sentence opens and closes, and which words are its own.

German marks its clauses: a comma, a subordinator or a relative pronoun opens one, the finite verb in last
place closes it, and what stands before and after an embedded clause belongs together. A sentence is cut at
its separators into stretches, and the stretches are gathered into frames with a stack of open clauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.annotate.agreement import PLURAL, determiner, noun
from kg.annotate.retag import FINITE, NONFINITE, looks_like_participle, retag_run, retag_sentence
from kg.model.reading import Token

__all__ = ["FINITE", "NONFINITE", "Frame", "frames"]

PREPOSITIONS: Final = frozenset({"APPR", "APPRART"})
NOMINAL: Final = frozenset({"NN", "NE", "FM", "ADJA", "CARD", "TRUNC"})
_SEPARATORS: Final = frozenset(":;–—-…") | {"...", "--"}
_RELATIVES: Final = frozenset(
    {
        "der",
        "die",
        "das",
        "den",
        "dem",
        "denen",
        "dessen",
        "deren",
        "derer",
        "welcher",
        "welche",
        "welches",
        "welchen",
        "welchem",
    }
)
_NO_NOUN: Final = frozenset({"ART", "PPER", "PRF", "APPR", "APPRART", "PIS", "PPOSAT", "ADV", "PTKNEG"})
_WH: Final = frozenset({"PWS", "PWAV", "PWAT"})


@dataclass(slots=True, eq=False)
class Frame:
    """A clause in the making: the tokens of its own in order, its finite verb and what opens it.

    `kind` is that of `Clause`. `leader` is the clause it is coordinated with, whose participants it may
    share; `parent` the clause around it. `additions` are tokens of appositions and the like, set off by commas.
    """

    kind: str
    indices: list[int] = field(default_factory=list)
    opener: int | None = None
    finite: int | None = None
    parent: Frame | None = None
    leader: Frame | None = None
    verb_last: bool = False
    additions: set[int] = field(default_factory=set)

    @property
    def first(self) -> int:
        """The index of its first token."""
        return self.indices[0]


@dataclass(slots=True)
class _Stretch:
    first: int
    last: int
    aside: bool = False
    kind: str = ""
    opener: int | None = None
    finites: list[int] = field(default_factory=list)
    coordinated: bool = False
    same_run: bool = False
    weak: bool = False


def frames(tokens: Sequence[Token], tags: list[str], first: int, last: int) -> list[Frame]:
    """Return the clauses of the sentence `first:last`, each with its own tokens; repairs `tags` in passing."""
    retag_sentence(tokens, tags, first, last)
    stretches: list[_Stretch] = []
    for run in _runs(tokens, tags, first, last):
        stretches.extend(_split(tokens, tags, run, first))
    _find_missing_verb(tags, stretches)
    return _Gathering(tokens, tags).gather(stretches)


def _runs(tokens: Sequence[Token], tags: list[str], first: int, last: int) -> list[_Stretch]:
    """Cut a sentence at commas, dashes, colons and brackets."""
    runs: list[_Stretch] = []
    start, depth = first, 0
    for index in range(first, last):
        text = tokens[index].text
        opens, closes = text in "([{", text in ")]}"
        if not (opens or closes or tags[index] in ("$,", "$.") or text in _SEPARATORS):
            continue
        if (
            text == ","
            and first < index < last - 1
            and tags[index - 1] == "ADJA"
            and _adjective_follows(tags, index, last)
        ):
            continue
        if index > start:
            runs.append(_Stretch(start, index, aside=depth > 0))
        start = index + 1
        depth = max(0, depth + opens - closes)
    if last > start:
        runs.append(_Stretch(start, last, aside=depth > 0))
    return [run for run in runs if any(not tags[index].startswith("$") for index in range(run.first, run.last))]


def _adjective_follows(tags: list[str], comma: int, last: int) -> bool:
    """Tell whether the comma only parts two adjectives before a noun."""
    place = comma + 1
    while place < last - 1 and tags[place] in ("ADV", "ADJD"):
        place += 1
    return tags[place] == "ADJA" and place + 1 < last and tags[place + 1] in ("NN", "ADJA", "NE", "KON")


def _split(tokens: Sequence[Token], tags: list[str], run: _Stretch, sentence_start: int) -> list[_Stretch]:
    """Cut a run where a clause opens or is coordinated without a comma."""
    while run.first < run.last - 1 and tags[run.first].startswith("$"):
        run.first += 1
    run.kind, run.opener = _opener(tokens, tags, run.first, run.last, sentence_start)
    run.weak = run.kind == "relative" and _is_weak(tags, run.opener, run.last)
    run.coordinated = tags[run.first] == "KON"
    retag_run(tokens, tags, run.first, run.last, verb_last=bool(run.kind))
    run.finites = [index for index in range(run.first, run.last) if tags[index] in FINITE]
    cut = _cut(tokens, tags, run)
    if cut is None:
        return [run]
    rest = _Stretch(cut, run.last, aside=run.aside, same_run=True)
    run.last = cut
    run.finites = [index for index in run.finites if index < cut]
    return [run, *_split(tokens, tags, rest, sentence_start)]


def _opener(
    tokens: Sequence[Token], tags: list[str], first: int, last: int, sentence_start: int
) -> tuple[str, int | None]:
    """Tell which kind of clause the run opens, if it opens one, and with which word."""
    place = first
    begin = first + (tags[first] == "KON" or tags[first] == "ADV")
    openers = ("als", "wie", "seit", "während", "bis") if first > sentence_start else ("als", "wie")
    if begin < last and tokens[begin].text.lower() in openers and tags[begin] in ("KOKOM", "APPR", "KON"):
        finites = [index for index in range(begin + 2, last) if tags[index] in FINITE]
        if finites and _is_late(tags, finites[-1], last):
            return "subordinate", begin
    while place < last - 1 and (tags[place] in ("KON", "ADV", "PTKNEG") or tags[place].startswith("$")):
        place += 1
        if tags[place] in ("KOUS", "KOUI"):
            break
    if tags[place] != "KOUS" and tags[place] not in _WH and tags[first] not in ("KON",):
        place = first
    elif tags[place] not in ("KOUS", "KOUI") and tags[first] == "KON":
        place = first + 1
    tag = tags[place]
    if tag == "KOUS" and place + 1 < last:
        return "subordinate", place
    if tag == "KOUI":
        return "infinitive", place
    word = place + 1 if tag in PREPOSITIONS and place + 1 < last else place
    if tags[word] in _WH:
        return (
            ("subordinate", word) if _is_verb_last(tags, word, last, after_comma=first > sentence_start) else ("", None)
        )
    if tokens[word].text.lower().startswith("welche") and word + 1 < last and tags[word + 1] in NOMINAL:
        tags[word] = "PWAT"
        return ("subordinate", word) if _is_verb_last(tags, word, last, after_comma=True) else ("", None)
    if tokens[word].text.lower() in _RELATIVES and first > sentence_start and _is_relative(tokens, tags, word, last):
        return "relative", word
    return "", None


def _is_verb_last(tags: list[str], word: int, last: int, *, after_comma: bool) -> bool:
    finites = [index for index in range(word, last) if tags[index] in FINITE]
    if not finites:
        return after_comma and last - word > 1
    if finites[0] == word + 1:
        return last == word + 2 and after_comma
    return _is_late(tags, finites[-1], last)


def _is_late(tags: list[str], finite: int, last: int) -> bool:
    """Tell whether only what may follow a verb in last place follows the verb."""
    after = finite + 1
    return (
        after >= last
        or tags[after] in PREPOSITIONS
        or tags[after] in ("KOKOM", "KON", "$(", "KOUS")
        or tags[after] in FINITE
        or tags[after] in NONFINITE
    )


def _is_relative(tokens: Sequence[Token], tags: list[str], word: int, last: int) -> bool:
    """Tell a relative pronoun from an article and a demonstrative: its clause has the verb in last place."""
    finites = [index for index in range(word + 1, last) if tags[index] in FINITE]
    finites = finites or [index for index in range(word + 1, last) if tags[index] in ("VVINF", "VVPP")]
    after = word + 1
    if after >= last:
        return True
    if not finites:
        return True
    if tags[after] in FINITE:
        return after + 1 == last
    end = after
    while end < last and (tags[end] in NOMINAL or tags[end] in ("ADV", "ADJD")):
        end += 1
    finite = finites[0]
    if end == after:
        return _is_late(tags, finites[-1], last) or tags[word] in ("PRELS", "PRELAT")
    if end == finite:
        closing = finite + 1 == last or tags[finite + 1] == "KON"
        return closing and (tags[word] == "PRELS" or not _subject_fits(tokens, tags, word, end - 1, finite))
    if tags[word] in ("PRELS", "PRELAT"):
        return True
    verb_second = tags[finite] in ("VAFIN", "VMFIN") and finite + 1 < last and tags[finite + 1] != "KON"
    return _is_late(tags, finites[-1], last) and not verb_second


def _is_weak(tags: list[str], word: int | None, last: int) -> bool:
    """Tell whether the relative pronoun could as well be the article of a noun."""
    return (
        word is not None and word + 1 < last and tags[word] != "PRELS" and tags[word + 1] in NOMINAL | {"ADV", "ADJD"}
    )


def _subject_fits(tokens: Sequence[Token], tags: list[str], word: int, head: int, finite: int) -> bool:
    """Tell whether article and noun agree with each other and with the verb, so that they may be its subject."""
    if tags[head] != "NN":
        return False
    mask = determiner(tokens[word].text.lower()) & noun(tokens[head])
    number = tokens[finite].morph.number
    return bool(mask & (PLURAL if number == "p" else ~PLURAL if number == "s" else ~0))


def _cut(tokens: Sequence[Token], tags: list[str], run: _Stretch) -> int | None:
    """Return where a second clause begins inside the run, None where it is one clause."""
    begin = (run.opener if run.opener is not None else run.first) + 1
    for index in range(begin, run.last):
        if tags[index] in _WH and tags[index - 1] == "KON" and run.kind and _closes_with_verb(tags, index, run.last):
            return index - 1
        if tags[index] in ("KOUS", "PRELS", "KOUI") and index - run.first > 1 and tags[index - 1] != "KOKOM":
            start = index - 1 if tags[index - 1] in PREPOSITIONS or tags[index - 1] == "KON" else index
            if start > run.first and (tags[index] != "KOUI" or _has_zu(tags, index, run.last)):
                return start
        if _opens_without_comma(tokens, tags, run, index):
            return index
    for left, right in zip(run.finites, run.finites[1:], strict=False):
        if run.kind and right == left + 1:
            return right
        links = [index for index in range(left + 1, right) if tags[index] == "KON"]
        if links:
            return links[0] if run.kind else _coordination(tags, links, left, right)
    return None


def _closes_with_verb(tags: list[str], first: int, last: int) -> bool:
    return last > first + 1 and (tags[last - 1] in FINITE or tags[last - 1] in NONFINITE)


def _opens_without_comma(tokens: Sequence[Token], tags: list[str], run: _Stretch, index: int) -> bool:
    """Tell whether a relative pronoun or w-word opens a clause that no comma sets off (Schafe die das ausnutzen)."""
    if run.kind or not run.finites or run.finites[0] >= index - 1 or index + 2 >= run.last:
        return False
    word = tokens[index].text.lower()
    closing = run.last - 1
    while closing > index and tags[closing].startswith("$"):
        closing -= 1
    verb_last = tags[closing] in FINITE or tags[closing] in ("VVINF", "VAINF") and tags[run.finites[0]] == "VVFIN"
    if not verb_last:
        return False
    if word in ("was", "wo", "warum", "wie", "wer") and tags[index - 1] not in PREPOSITIONS:
        return tags[closing] in FINITE and tags[index + 1] not in FINITE
    return word in _RELATIVES and tags[index - 1] in ("NN", "NE") and tags[index + 1] in _NO_NOUN


def _coordination(tags: list[str], links: list[int], left: int, right: int) -> int:
    """Return the conjunction that coordinates two verb-second clauses: the last one before the second verb."""
    return links[-1]


def _has_zu(tags: list[str], first: int, last: int) -> bool:
    return any(tags[index] in ("PTKZU", "VVIZU") for index in range(first, last))


def _find_missing_verb(tags: list[str], stretches: list[_Stretch]) -> None:
    """Take an infinitive for the finite verb where a whole sentence has none."""
    if any(stretch.finites for stretch in stretches):
        return
    for stretch in stretches:
        for index in range(stretch.first, stretch.last):
            if tags[index] == "VVINF" and index > stretch.first and tags[index - 1] != "PTKZU":
                tags[index] = "VVFIN"
                stretch.finites = [index]
                return


class _Gathering:
    """The stack of clauses while the stretches of a sentence are read from left to right."""

    def __init__(self, tokens: Sequence[Token], tags: list[str]) -> None:
        self.tokens = tokens
        self.tags = tags
        self.done: list[Frame] = []
        self.main: Frame | None = None
        self.open: list[Frame] = []

    def gather(self, stretches: list[_Stretch]) -> list[Frame]:
        """Return the frames, verbless ones left out."""
        for place, stretch in enumerate(stretches):
            self._read(stretch, stretches[place + 1 :])
        for frame in self.done:
            if frame.finite is None and frame.kind == "main":
                self._find_finite(frame)
            if frame.parent is None and frame.kind != "main":
                frame.parent = next(
                    (main for main in self.done if main.kind == "main" and main.finite is not None), None
                )
        return self.done

    def _find_finite(self, frame: Frame) -> None:
        """Take an infinitive without "zu" for the finite verb of a main clause that has none."""
        for index in frame.indices:
            tag = self.tags[index]
            strong = (
                tag == "VVPP"
                and self.tokens[index].text.endswith("en")
                and not self.tokens[index].text.startswith("ge")
            )
            if strong or tag == "VVINF" and self.tags[index - 1] != "PTKZU":
                self.tags[index] = "VVFIN"
                frame.finite = index
                return

    def _read(self, stretch: _Stretch, later: list[_Stretch]) -> None:
        if stretch.aside:
            if stretch.finites or stretch.kind:
                self._start(stretch.kind or "main", stretch, self.main, push=False)
            return
        waiting = next((frame for frame in reversed(self.open) if frame.finite is None), None)
        if waiting is not None and waiting.verb_last and self._is_comparison(stretch):
            stretch.kind, stretch.opener = "", None
        if not stretch.finites and stretch.kind == "subordinate" and self._may_be_preposition(stretch):
            stretch.kind, stretch.opener = "", None
        if stretch.weak and not self._may_be_relative(stretch, waiting, later):
            stretch.kind, stretch.opener = "", None
        stretch.weak = False
        if stretch.kind == "infinitive" or (not stretch.kind and not stretch.finites):
            self._verbless(stretch, waiting, later)
        elif stretch.kind:
            self._embed(stretch, waiting, later)
        else:
            self._predicate(stretch, waiting)

    def _is_comparison(self, stretch: _Stretch) -> bool:
        return stretch.opener is not None and self.tokens[stretch.opener].text.lower() in ("als", "wie")

    def _may_be_preposition(self, stretch: _Stretch) -> bool:
        opener = stretch.opener
        return opener is not None and self.tokens[opener].text.lower() in ("bis", "seit", "während")

    def _may_be_relative(self, stretch: _Stretch, waiting: Frame | None, later: list[_Stretch]) -> bool:
        """Decide on "die" before a noun: a pronoun only where the clause before lacks no verb and one comes last."""
        if stretch.coordinated and not any(frame.kind == "relative" for frame in self.open):
            return False
        if waiting is not None and waiting.verb_last:
            return bool(stretch.finites) and any(other.finites and not other.kind for other in later)
        if stretch.finites:
            return True
        rest = next((other for other in later if not other.kind), None)
        complete = waiting is None and bool(self.open) and not self._lacks_nonfinite(self.open[-1])
        return complete and rest is not None and bool(rest.finites) and rest.finites[-1] == rest.last - 1

    def _start(self, kind: str, stretch: _Stretch, parent: Frame | None, *, push: bool = True) -> Frame:
        frame = Frame(
            kind,
            list(range(stretch.first, stretch.last)),
            opener=stretch.opener,
            finite=stretch.finites[0] if stretch.finites else None,
            parent=parent,
            verb_last=kind in ("subordinate", "relative"),
        )
        self.done.append(frame)
        if push:
            self.open.append(frame)
        return frame

    def _embed(self, stretch: _Stretch, waiting: Frame | None, later: list[_Stretch]) -> None:
        if stretch.kind == "relative" and stretch.opener is not None and self.tags[stretch.opener] in ("ART", "PDS"):
            genitive = self.tokens[stretch.opener].text.lower() in ("dessen", "deren")
            self.tags[stretch.opener] = "PRELAT" if genitive else "PRELS"
        if not stretch.finites and not any(
            other.finites and (other.weak or not other.kind or self._is_comparison(other)) for other in later
        ):
            self._fragment(stretch, waiting, later)
            return
        last = self.open[-1] if self.open else None
        if stretch.coordinated and last is not None and last.finite is not None and last.kind == stretch.kind:
            self._start(stretch.kind, stretch, last.parent).leader = last
        else:
            self._start(stretch.kind, stretch, last or self.main)

    def _predicate(self, stretch: _Stretch, waiting: Frame | None) -> None:
        """Read a stretch with a finite verb and no opener: the rest of an open clause, or a main clause."""
        finite, last = stretch.finites[-1], self.open[-1] if self.open else None
        if self._completes(stretch):
            self.tags[finite] = "VVPP"
            self._fragment(stretch, waiting, [])
            return
        if waiting is not None:
            while self.open[-1] is not waiting:
                self.open.pop()
            waiting.indices.extend(range(stretch.first, stretch.last))
            waiting.finite = stretch.finites[0]
            return
        late = finite > stretch.first and _is_late(self.tags, finite, stretch.last)
        if last is not None and last.verb_last and late and (stretch.same_run or stretch.coordinated):
            self._start(last.kind, stretch, last.parent).leader = last
            return
        previous = self.main
        self.main = self._start("main", stretch, None)
        self.open = [self.main]
        embedded_first = last is not None and last.verb_last and not stretch.coordinated
        if previous is not None and previous.finite is not None and not embedded_first:
            self.main.leader = previous

    def _completes(self, stretch: _Stretch) -> bool:
        """Tell whether the stretch is the participle an auxiliary still waits for (werden …, …, benötigt)."""
        finite = stretch.finites[-1]
        return (
            finite == stretch.last - 1
            and len(stretch.finites) == 1
            and self.tags[finite] == "VVFIN"
            and looks_like_participle(self.tokens[finite].text)
            and any(self._lacks_nonfinite(frame, "PP") and not self._is_copular(frame) for frame in self.open)
        )

    def _is_copular(self, frame: Frame) -> bool:
        return frame.finite is not None and self.tokens[frame.finite].lemma == "sein"

    def _verbless(self, stretch: _Stretch, waiting: Frame | None, later: list[_Stretch]) -> None:
        if not _has_zu(self.tags, stretch.first, stretch.last):
            self._fragment(stretch, waiting, later)
            return
        self._start("infinitive", stretch, waiting or (self.open[-1] if self.open else None), push=False)

    def _fragment(self, stretch: _Stretch, waiting: Frame | None, later: list[_Stretch]) -> None:
        """Read a stretch without a verb: more of a clause that still waits for one, else an addition to the last."""
        own = range(stretch.first, stretch.last)
        target = waiting
        verb = next((index for index in own if self.tags[index] in NONFINITE), None)
        has_verb = verb is not None
        if self.tags[stretch.first] == "VVPP" and waiting is not None and waiting.kind == "main" and waiting.indices:
            has_verb = False
        if target is None and verb is not None:
            form = self.tags[verb][2:]
            target = next((frame for frame in reversed(self.open) if self._lacks_nonfinite(frame, form)), None)
        if target is None:
            to_come = any(
                other.finites and (other.weak or not other.kind or self._is_comparison(other)) for other in later
            )
            if to_come and (not self.open or (self.open[-1].verb_last and self.main is None)):
                target = self.main = Frame("main")
                self.done.append(target)
                self.open.append(target)
            elif self.open:
                target = self._last_unfinished()
        if target is None:
            return
        if target.indices and target.indices[-1] == stretch.first - 2 and not has_verb:
            target.additions.update(own)
        target.indices.extend(own)

    def _last_unfinished(self) -> Frame:
        """Return the last clause that a stretch without a verb can continue: not one that its verb has closed."""
        last = self.open[-1]
        closed = last.verb_last and last.finite is not None and last.indices[-1] == last.finite
        return self.main if closed and self.main is not None else last

    def _lacks_nonfinite(self, frame: Frame, form: str = "") -> bool:
        """Tell whether an auxiliary still waits for its participle or infinitive; `form` is "PP", "INF" or any."""
        if frame.finite is None or self.tags[frame.finite] not in ("VAFIN", "VMFIN"):
            return False
        if form == "INF" and self.tokens[frame.finite].lemma in ("sein", "haben"):
            return False
        return not any(self.tags[index] in NONFINITE for index in frame.indices)
