"""The word of the passage that a rule asks for."""

from pathlib import Path

import pytest
from own_workspace import resources

from kg.match.context import named_in_passage
from kg.match.scene import build_scene
from kg.model.text import Document
from kg.pipeline import read

FAR = "Es regnete. Die Straßen waren leer. Niemand kam."


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Bei der Stichwahl siegte Weber.", "der Stichwahl"),
        ("Die Stichwahl ist vorbei. Weber siegte.", "Die Stichwahl"),
        ("Nach der Wahl zum Rat folgt die Stichwahl. Weber siegte.", "die Stichwahl"),
        (f"Die Stichwahl ist vorbei. {FAR} Weber siegte.", None),
        ("Weber siegte im Zehnkampf.", None),
    ],
)
def test_the_nearest_of_the_words_in_the_passage(text: str, named: str | None) -> None:
    scene = build_scene(read(Document("d", Path("d.txt"), text), resources()), resources().vocabulary)
    verb = next(i for i, token in enumerate(scene.annotations.tokens) if token.text == "siegte")
    found = named_in_passage(scene, verb, frozenset({"Wahl", "-wahl"}))
    assert (text[found.start : found.end] if found is not None else None) == named
