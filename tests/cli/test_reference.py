from pathlib import Path

from kg.cli.reference import reference

PAGE = Path(__file__).resolve().parents[2] / "kg" / "cli" / "README.md"


def test_reference_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "run: python -m kg.cli.reference > kg/cli/README.md"
