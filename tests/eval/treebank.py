"""Sentences of Universal Dependencies files as they stand in the text: surface tokens with their offsets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class GoldWord:
    """A surface token. A contraction (im) and a compound cut at its hyphens are one, with `parts` as annotated."""

    start: int
    end: int
    parts: tuple[tuple[str, ...], ...] = field(repr=False)

    @property
    def tag(self) -> str:
        """The STTS tag: APPRART for a contraction, TRUNC for a cut word (Energie-), else that of the last part."""
        if len(self.parts) == 2 and self.parts[0][4] == "APPR" and self.parts[1][4] == "ART":
            return "APPRART"
        if self.parts[-1][1] == "-" and len(self.parts) > 1:
            return "TRUNC"
        return self.parts[-1][4]

    @property
    def lemma(self) -> str:
        """The lemma: the preposition's for a contraction, the parts joined for a compound."""
        if self.tag == "APPRART":
            return self.parts[0][2]
        return "".join(part[1] for part in self.parts[:-1]) + self.parts[-1][2]

    @property
    def features(self) -> dict[str, str]:
        """The morphological features of the last part."""
        pairs = self.parts[-1][5]
        return dict(pair.split("=", 1) for pair in pairs.split("|")) if pairs != "_" else {}


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield id and text of every sentence."""
    for lines in _blocks(path):
        yield _comment(lines, "sent_id"), _comment(lines, "text")


def sentences(path: Path) -> Iterator[tuple[str, list[GoldWord]]]:
    """Yield text and surface tokens of every sentence."""
    for lines in _blocks(path):
        text = _comment(lines, "text")
        yield text, _joined_at_hyphens(text, _surface(text, [line.split("\t") for line in lines if line[0] != "#"]))


def _blocks(path: Path) -> Iterator[list[str]]:
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        yield block.split("\n")


def _comment(lines: list[str], name: str) -> str:
    start = f"# {name} = "
    return next(line for line in lines if line.startswith(start)).removeprefix(start).strip()


def _surface(text: str, rows: list[list[str]]) -> list[GoldWord]:
    words: list[GoldWord] = []
    position = 0
    inside = 0
    for row in rows:
        if "-" in row[0] or inside == 0:
            start = text.index(row[1], position)
            position = start + len(row[1])
            words.append(GoldWord(start, position, () if "-" in row[0] else (tuple(row),)))
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                inside = last - first + 1
        else:
            words[-1] = GoldWord(words[-1].start, words[-1].end, (*words[-1].parts, tuple(row)))
            inside -= 1
    return words


def _joined_at_hyphens(text: str, words: list[GoldWord]) -> list[GoldWord]:
    joined: list[GoldWord] = []
    for word in words:
        touches = bool(joined) and joined[-1].end == word.start
        previous = text[joined[-1].start : joined[-1].end] if joined else ""
        here = text[word.start : word.end]
        hyphen_after_word = touches and here == "-" and previous[-1].isalnum()
        word_after_hyphen = touches and previous[-1:] == "-" and len(previous) > 1 and here[0].isalnum()
        if hyphen_after_word or word_after_hyphen:
            joined[-1] = GoldWord(joined[-1].start, word.end, joined[-1].parts + word.parts)
        else:
            joined.append(word)
    return joined
