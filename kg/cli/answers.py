"""`kg path`: how two entities are connected, and by what evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.context import Session, pass_session
from kg.cli.graph import read_graph
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.answer.paths import Path
    from kg.model.entity import Entity

__all__ = ["path"]


@click.command()
@click.argument("start", metavar="FROM")
@click.argument("end", metavar="TO")
@click.option("--max-length", type=click.IntRange(min=1), default=6, show_default=True, help="Steps a path may have.")
@click.option("--paths", "most", type=click.IntRange(min=1), default=3, show_default=True, help="Equally short paths.")
@click.option("--all", "all_", is_flag=True, help="Also what is denied, planned, possible, demanded or only said.")
@click.option("--without", multiple=True, metavar="ENTITY", help="Not by way of this entity; may be repeated.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@pass_session
def path(
    session: Session,
    start: str,
    end: str,
    max_length: int,
    most: int,
    all_: bool,
    without: tuple[str, ...],
    format_: str,
) -> None:
    """Print the shortest chains of facts that connect FROM with TO, each step with its evidence.

    Of equally short ones those with the best evidence come first, then those through little connected entities.
    """
    from kg.answer.paths import find_paths
    from kg.rdf.namespaces import Base
    from kg.show.card import find_entity
    from kg.show.paths import PATH_WRITERS, Connection

    workspace = session.workspace()
    graph = read_graph(workspace)
    first, last, *avoided = (find_entity(name, graph.entities.values()) for name in (start, end, *without))
    if first == last:
        raise KgError(f"{start} and {end} are the same entity: {first.id}")

    def find(facts: bool) -> tuple[Path, ...]:
        claims = (claim for claim in graph.claims if claim.is_fact or not facts)
        ids = {entity.id for entity in avoided}
        return find_paths(claims, first.id, last.id, longest=max_length, most=most, without=ids)

    found = find(facts=not all_)
    if not found:
        raise KgError(_nothing(first, last, max_length, others=not all_ and bool(find(facts=False))))
    connection = Connection(first, last, found, graph.sources, graph.vocabulary, Base(workspace.settings.base))
    click.echo(PATH_WRITERS[format_](connection))


def _nothing(first: Entity, last: Entity, longest: int, *, others: bool) -> str:
    hint = "what is denied, planned or only said connects them: --all" if others else "allow more: --max-length"
    return f"no chain of at most {longest} claims connects {first.label} with {last.label}; {hint}"
