"""Topological fields: where each clause of a sentence opens and closes, and which words are its own.

German marks its clauses: a comma, a subordinator or a relative pronoun opens one, the finite verb in last
place closes it, and what stands before and after an embedded clause belongs together. A sentence is cut at
its separators into stretches, and the stretches are gathered into frames with a stack of open clauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.annotate.clauses.additions import fronted_participle, opening_participle
from kg.annotate.clauses.doubtful_openers import goes_on_with, is_phrase, is_relative
from kg.annotate.clauses.frame import Frame
from kg.annotate.clauses.headings import count_headings
from kg.annotate.clauses.insertions import breaks_off, is_remark, resumes
from kg.annotate.clauses.openers import is_late
from kg.annotate.clauses.outlook import (
    ends_clause,
    explains_noun,
    find_article,
    infinitive_to_come,
    lacks_verb,
    may_go_on,
    opens_speech,
    takes_infinitive,
    verb_to_come,
)
from kg.annotate.clauses.retag import retag_sentence
from kg.annotate.clauses.stretches import OPENING_QUOTES, Stretch, has_zu, stretches
from kg.annotate.clauses.tagged import DETERMINERS, HEADS, NONFINITE, Tagged
from kg.annotate.clauses.verb_tags import find_finite, looks_like_participle
from kg.annotate.lexicon import verbs_of_saying

__all__ = ["frames"]

_CONDITIONAL: Final = frozenset({"sollte", "sollten", "hätte", "hätten", "wäre", "wären", "würde", "würden"})
_OPENS_SUBJECT: Final = DETERMINERS | HEADS | {"ADJA", "CARD", "PIS", "PDS"}


def frames(words: Tagged, first: int, last: int) -> list[Frame]:
    """Return the clauses of the sentence `first:last`, each with its own tokens; puts `words.tags` right in passing."""
    retag_sentence(words, first, last)
    return _Gathering(words).gather(stretches(words, first, last))


class _Gathering:
    """The stack of open clauses while the stretches of a sentence are read from left to right."""

    def __init__(self, words: Tagged) -> None:
        self.words = words
        self.done: list[Frame] = []
        self.main: Frame | None = None
        self.open: list[Frame] = []
        self.infinitive: Frame | None = None  # one that "um" has opened and that waits for its verb

    def gather(self, found: Sequence[Stretch]) -> list[Frame]:
        """Return the frames of all stretches."""
        headings = count_headings(self.words, found)
        for place, stretch in enumerate(found[headings:], headings):
            if opens_speech(self.words, stretch):
                self.open = []
            if self.words.text(stretch.first - 1) == ";" or self._is_headed(stretch):
                self.open, self.main = [], None
            if self._is_addition(stretch) or is_remark(self.words, stretch):
                continue
            if self._is_condition(stretch):
                self._start("subordinate", stretch, self.main)
            elif not stretch.aside:
                self._read(stretch, found[place + 1 :])
            elif stretch.finites or stretch.kind:
                self._start(stretch.kind or "main", stretch, self.main)
        for frame in self.done:
            if frame.finite is None and frame.kind == "main":
                frame.finite = find_finite(self.words, frame.indices)
        main = next((frame for frame in self.done if frame.kind == "main" and frame.finite is not None), None)
        for frame in self.done:
            if frame.parent is None and frame.kind != "main":
                frame.parent = main
        return self.done

    def _is_headed(self, stretch: Stretch) -> bool:
        """Tell a clause behind a heading without a verb: Mai 2022: | Aus Protest tritt er zurück."""
        heading = self.main if self.words.text(stretch.first - 1) == ":" else None
        return heading is not None and heading.finite is None

    def _is_addition(self, stretch: Stretch) -> bool:
        """Read a participle that says something of the noun before its comma as a clause of its own."""
        opens = not self.done and not stretch.kind
        participle = (fronted_participle if opens else opening_participle)(self.words, stretch)
        inserted = participle == stretch.first and self.words.lows[stretch.last : stretch.last + 1] == [","]
        if participle is None or stretch.kind or (not inserted and self._auxiliary_waiting(participle) is not None):
            return False
        self.words.tags[participle] = "VVPP"
        stretch.finites = []
        self._start("participle", stretch, self.open[-1] if self.open else self.main)
        return True

    def _is_condition(self, stretch: Stretch) -> bool:
        """Tell a condition that its verb opens inside a complete clause: er kündigte an, sollte es dazu kommen, …."""
        words, first = self.words, stretch.first
        opened = bool(stretch.finites) and stretch.finites[0] == first and words.lows[first] in _CONDITIONAL
        main = self.main
        complete = main is not None and main.finite not in (None, main.first) and not lacks_verb(self.words, main)
        return opened and complete and words.text(first - 1) == ","

    def _read(self, stretch: Stretch, later: Sequence[Stretch]) -> None:
        waiting = next((frame for frame in reversed(self.open) if frame.finite is None), None)
        if is_phrase(self.words, stretch, waiting, later) or (
            stretch.weak and not is_relative(self.words, stretch, waiting, self.open, later)
        ):
            stretch.close()
        if goes_on_with(self.words, stretch, waiting, self.open, later):
            stretch.close()
        if waiting is None:
            self._find_plural(stretch)
        if self._opens_infinitive(stretch) or not (stretch.kind or stretch.finites):
            self._verbless(stretch, waiting, later)
        elif not stretch.kind:
            self._predicate(stretch, waiting, later)
        elif stretch.finites or verb_to_come(self.words, later):
            self._embed(stretch)
        else:
            self._fragment(stretch, waiting, later)

    def _opens_infinitive(self, stretch: Stretch) -> bool:
        """Tell an infinitive clause, be it behind what somebody is: bat Polen, | als EU-Staat Recht zu achten."""
        compared = self._compares(stretch) and not stretch.finites
        return stretch.kind == "infinitive" or (compared and has_zu(self.words, stretch))

    def _compares(self, stretch: Stretch) -> bool:
        return stretch.opener is not None and self.words.lows[stretch.opener] == "als"

    def _find_plural(self, stretch: Stretch) -> None:
        """Make finite what looks like an infinitive where none is open: wird gekürzt, | Boni für Chefs schrumpfen."""
        tags, verb = self.words.tags, stretch.last - 1
        alone = not (stretch.kind or stretch.finites or stretch.coordinated) and tags[verb] == "VVINF"
        bare = (
            alone and tags[stretch.first] in ("NN", "NE", "ART", "CARD", "PIAT", "ADJA") and tags[verb - 1] != "PTKZU"
        )
        main = self.main
        if (
            not bare
            or main is None
            or main.finite is None
            or lacks_verb(self.words, main)
            or self.words.lows[stretch.last : stretch.last + 1] == [","]
        ):
            return
        if not any(tags[index] in ("VVINF", "VAINF", "VMINF", "VVIZU") for index in main.indices):
            tags[verb] = "VVFIN"
            stretch.finites = [verb]

    def _start(self, kind: str, stretch: Stretch, parent: Frame | None) -> Frame:
        finite = stretch.finites[0] if stretch.finites else None
        own = list(range(stretch.first, stretch.last))
        # als Mitglied der EU die Rechte zu achten: a phrase opens the clause, no conjunction
        compared = kind == "infinitive" and self._compares(stretch)
        frame = Frame(kind, own, opener=None if compared else stretch.opener, finite=finite, parent=parent)
        self.done.append(frame)
        return frame

    def _embed(self, stretch: Stretch) -> None:
        """Open a subordinate or relative clause."""
        opener = stretch.opener
        if stretch.kind == "relative" and opener is not None and self.words.tags[opener] in ("ART", "PDS"):
            self.words.tags[opener] = "PRELAT" if self.words.lows[opener] in ("dessen", "deren") else "PRELS"
        last = self.open[-1] if self.open else None
        if stretch.coordinated and last is not None and last.finite is not None and last.kind == stretch.kind:
            frame = self._start(stretch.kind, stretch, last.parent)
            frame.leader = last
        else:
            around = self._infinitive_before(stretch) or self._before(stretch) or self.main
            frame = self._start(stretch.kind, stretch, around)
        self.open.append(frame)

    def _infinitive_before(self, stretch: Stretch) -> Frame | None:
        """Return the infinitive clause right before "dass" or "ob": um zu verhindern, | dass Staaten rüsten."""
        last = self.done[-1] if self.done else None
        if stretch.opener is None or self.words.lows[stretch.opener] not in ("dass", "daß", "ob"):
            return None
        beside = last is not None and last.kind == "infinitive" and last.indices[-1] == stretch.first - 2
        # Where its verb has what it asks for, the clause is another's: sagte, ohne Namen zu nennen, dass …
        complete = last is not None and any(self.words.tags[index] in HEADS for index in last.indices)
        return last if beside and not complete else None

    def _predicate(self, stretch: Stretch, waiting: Frame | None, later: Sequence[Stretch]) -> None:
        """Read a stretch with a finite verb and no opener: the rest of an open clause, or a clause of its own."""
        finite, last = stretch.finites[-1], self.open[-1] if self.open else None
        if self._is_inserted(stretch, waiting, later):
            self._start("main", stretch, None)
        elif waiting is not None and self._explains(stretch, waiting, later):
            self.open.append(self._start("main", stretch, waiting))
        elif self._completes(stretch):
            self.words.tags[finite] = "VVPP"
            self._fragment(stretch, waiting, ())
        elif waiting is not None and not self._stays_inside(stretch, waiting, later):
            del self.open[self.open.index(waiting) + 1 :]
            waiting.indices.extend(range(stretch.first, stretch.last))
            waiting.finite = stretch.finites[0]
        elif last is not None and last.verb_last and self._continues(stretch):
            frame = self._start(last.kind, stretch, last.parent)
            frame.leader = last
            self.open.append(frame)
        else:
            self._main(stretch, last)

    def _explains(self, stretch: Stretch, waiting: Frame, later: Sequence[Stretch]) -> bool:
        """Tell what a noun says from the rest of its clause: der Vorwurf, | der Rat habe gelogen, | wiegt schwer."""
        if waiting.kind != "main" or stretch.coordinated or not explains_noun(self.words, stretch):
            return False
        rest = next((other for other in later if other.finites and not other.kind and not other.aside), None)
        return rest is not None and rest.finites[0] == rest.first

    def _is_inserted(self, stretch: Stretch, waiting: Frame | None, later: Sequence[Stretch]) -> bool:
        """Tell who says it amid what is said: „Wir werden“, sagte er, „bald gehen“; der Plan, hieß es, sei gut.

        Behind a verb that stops short, no quotation mark is needed: Er lehne, sagte Weber, den Vorschlag ab. "So" may
        stand before: der Rat, so meldet der Bote, hat entschieden.
        """
        words, first = self.words, stretch.first
        verb = first + (words.lows[first] == "so")
        if stretch.finites[0] != verb:
            return False
        unfinished = waiting or next(
            (f for f in self.open if lacks_verb(words, f) or breaks_off(words, f, first)), None
        )
        prefixes = [words.lows[index] for index in range(verb, stretch.last) if words.tags[index] == "PTKVZ"]
        told = words.lows[verb + 1 : verb + 2] == ["es"]  # heißt es
        says = told or "".join([*prefixes, words.lemma(verb)]) in verbs_of_saying()
        if unfinished is None or unfinished.kind != "main" or not says:
            return False
        rest = next((other for other in later if not other.aside), None)
        if rest is None or rest.joined:
            return False
        if waiting is not None:
            return bool(rest.finites) and not rest.kind and rest.finites[0] == rest.first
        goes_on = may_go_on(words, rest) and not (rest.finites or rest.coordinated)
        goes_on = goes_on and words.lows[stretch.last : stretch.last + 1] == [","]
        # Er komme, sagte Weber, Chef der Partei: where no verb is lacking, it is who speaks that this says more of.
        apposed = words.tags[rest.first] in HEADS or words.lows[rest.first] == "der"
        goes_on = goes_on and breaks_off(words, unfinished, first) and (lacks_verb(words, unfinished) or not apposed)
        return words.text(rest.first - 1) in OPENING_QUOTES or goes_on

    def _continues(self, stretch: Stretch) -> bool:
        """Tell whether the stretch coordinates a clause with the verb in last place to one like it."""
        finite = stretch.finites[-1]
        if stretch.coordinated and finite == stretch.first + 1 and finite + 1 < stretch.last and self._agrees(finite):
            return False  # Er reiste nach Rom, wo Soldaten warten, | und traf mit dem Papst …
        alone = finite == stretch.first == stretch.last - 1  # die Autos überfielen, | plünderten | und verbrannten
        late = (finite > stretch.first or alone) and is_late(self.words, finite, stretch.last)
        return late and (stretch.joined or stretch.coordinated or alone)

    def _stays_inside(self, stretch: Stretch, waiting: Frame, later: Sequence[Stretch]) -> bool:
        """Tell a verb that goes on inside the clause that waits: der Rat, der X wählte | und Y entließ, tagt."""
        last = self.open[-1]
        inside = last is not waiting and last.verb_last and last.finite is not None and stretch.coordinated
        return inside and self._continues(stretch) and any(other.finites and not other.kind for other in later)

    def _agrees(self, verb: int) -> bool:
        """Tell whether a verb goes with the main clause's rather than with that of the clause that is open."""
        outer, inner = self.main, self.open[-1] if self.open else None
        if outer is None or outer.finite is None or inner is None or inner.finite is None:
            return False
        number, *others = (self.words.tokens[index].morph.number for index in (verb, outer.finite, inner.finite))
        return number == others[0] != others[1]

    def _main(self, stretch: Stretch, last: Frame | None) -> None:
        previous = self.main
        self.main = self._start("main", stretch, None)
        self.open = [self.main]
        embedded_first = last is not None and last.verb_last and not stretch.coordinated
        if previous is not None and previous.finite is not None and not embedded_first:
            self.main.leader = previous

    def _completes(self, stretch: Stretch) -> bool:
        """Tell whether the stretch is the participle an auxiliary still waits for (werden …, …, benötigt)."""
        finite = stretch.finites[-1]
        bare = finite == stretch.last - 1 and len(stretch.finites) == 1 and self.words.tags[finite] == "VVFIN"
        if not bare or not looks_like_participle(self.words.text(finite)):
            return False
        return any(
            lacks_verb(self.words, frame, "PP")
            and frame.finite is not None
            and self.words.lemma(frame.finite) != "sein"
            for frame in self.open
        )

    def _verbless(self, stretch: Stretch, waiting: Frame | None, later: Sequence[Stretch]) -> None:
        """Read a stretch without a finite verb: an infinitive clause, or a fragment."""
        complete = has_zu(self.words, stretch)
        if self.infinitive is not None:
            self.infinitive.indices.extend(range(stretch.first, stretch.last))
            self.infinitive = None if complete else self.infinitive
        elif complete or (stretch.kind and infinitive_to_come(self.words, later)):
            frame = self._start("infinitive", stretch, self._around(stretch, waiting))
            self.infinitive = None if complete else frame
        else:
            self._fragment(stretch, waiting, later)

    def _around(self, stretch: Stretch, waiting: Frame | None) -> Frame | None:
        """Return the clause whose infinitive a stretch is, even where another waits: 3. Mai: Da er bat, | zu gehen.

        Behind a relative clause it may as well say more of the noun before: der Versuch, der lief, | das zu tun.
        """
        last = self._before(stretch)
        if last is None or last.indices[-1] != stretch.first - 2:
            return waiting or last
        beside = last.kind == "subordinate" or (last.kind == "relative" and takes_infinitive(self.words, last))
        return last if beside else waiting or last

    def _before(self, stretch: Stretch) -> Frame | None:
        """Return the open clause that ends right before a stretch: bat den Rat, der tagt, darum, | …; else the last."""
        beside = (frame for frame in reversed(self.open) if frame.indices and frame.indices[-1] == stretch.first - 2)
        return next(beside, self.open[-1] if self.open else None)

    def _fragment(self, stretch: Stretch, waiting: Frame | None, later: Sequence[Stretch]) -> None:
        """Read a stretch without a verb: more of a clause that still waits for one, else an addition to the last."""
        find_article(self.words, stretch)
        own = range(stretch.first, stretch.last)
        beside = self.open and self.open[-1].indices[-1:] == [stretch.first - 2]
        if beside and _adds_participle(self.words, stretch):
            self.words.tags[stretch.first] = "ADJD"
        verb = next((index for index in own if self.words.tags[index] in NONFINITE), None)
        if waiting is None and verb is None and self._opens_parted(stretch, later):
            self.main = self._start("main", stretch, None)
            self.open = [self.main]
            return
        target = waiting or self._auxiliary_waiting(verb) or self._resumed(verb, later)
        if target is None:
            return
        set_off = self.words.tags[stretch.first] == "VVPP" and waiting is not None and waiting.kind == "main"
        resumed = resumes(self.words, target, stretch)
        if target.indices and target.indices[-1] == stretch.first - 2 and (verb is None or set_off) and not resumed:
            target.additions.update(own)
        target.indices.extend(own)

    def _opens_parted(self, stretch: Stretch, later: Sequence[Stretch]) -> bool:
        """Tell a main clause whose subject is parted from its verb: …, und die Soldaten, die wachten, | sahen zu."""
        words, main = self.words, self.main
        verbs = [place for place, other in enumerate(later) if other.finites and not other.kind]
        following = next((place for place in verbs if not ends_clause(later[place])), None)
        if main is None or main.finite is None or following is None or lacks_verb(self.words, main):
            return False
        verb = later[following].finites[0]
        inserted = following and all(
            other.aside or other.kind or not other.finites or ends_clause(other) for other in later[:following]
        )
        first = stretch.first + (words.tags[stretch.first] == "KON")
        opens = words.tags[first] in _OPENS_SUBJECT and stretch.last - first > (words.tags[first] in DETERMINERS)
        told = words.lemma(verb) in verbs_of_saying() and not stretch.coordinated
        return bool(inserted) and opens and verb == later[following].first and not told

    def _auxiliary_waiting(self, verb: int | None) -> Frame | None:
        """Return the open clause whose auxiliary the participle or infinitive completes."""
        if verb is None:
            return None
        form = self.words.tags[verb][2:]
        return next((frame for frame in reversed(self.open) if lacks_verb(self.words, frame, form)), None)

    def _resumed(self, verb: int | None, later: Sequence[Stretch]) -> Frame | None:
        """Return the clause that a stretch without a finite verb opens or continues."""
        expected = verb_to_come(self.words, later) or (verb is not None and not self.open)
        if expected and (not self.open or (self.open[-1].verb_last and self.main is None)):
            self.main = Frame("main")
            self.done.append(self.main)
            self.open.append(self.main)
            return self.main
        if not self.open:
            return None
        last = self.open[-1]
        closed = last.verb_last and last.finite is not None and last.indices[-1] == last.finite
        return self.main if closed and self.main is not None else last


def _adds_participle(words: Tagged, stretch: Stretch) -> bool:
    """Tell a participle and by whom, added behind a comma: Siegerin wurde die SPD, | gefolgt von der FDP."""
    by_whom = words.lows[stretch.first + 1 : stretch.first + 2] in (["von"], ["vom"], ["durch"])
    return by_whom and words.tags[stretch.first] == "VVPP"
