import pytest

from kg.curate.search import search_entities
from kg.model.entity import Entity

ENTITIES = (
    Entity("Wolodymyr_Schtschedryj", "Wolodymyr Schtschedryj", "Person", ("Vladimir Shchedriy",)),
    Entity("Nordpakt", "Nordpakt", "Organisation", ("NP", "Pakt des Nordens")),
    Entity("Norden", "Norden", "Ort"),
    Entity("Xu", "Xu", "Person"),
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Schtschedry", ["Wolodymyr_Schtschedryj"]),
        ("vladimir schtschedrij", ["Wolodymyr_Schtschedryj"]),
        ("NP", ["Nordpakt"]),
        ("Norden", ["Norden", "Nordpakt"]),  # the name itself, then those with a word like it
        ("Nordpackt", ["Nordpakt"]),
        ("Xuxuxu", []),
        ("", []),
    ],
)
def test_names_are_found_whatever_their_spelling(name: str, found: list[str]) -> None:
    assert [entity.id for entity in search_entities(name, ENTITIES)] == found


def test_no_more_are_given_than_asked_for() -> None:
    many = [Entity(f"Rat_{n}", f"Rat {n}", "Organisation") for n in range(20)]
    assert [entity.id for entity in search_entities("Rat", many, limit=2)] == ["Rat_0", "Rat_1"]
