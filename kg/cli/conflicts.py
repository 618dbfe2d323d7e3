"""`kg conflicts`: what contradicts, updates or supports what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.context import Session, pass_session
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model.text import Source

__all__ = ["conflicts"]


class KindOfConflict(click.ParamType[str]):
    """The name of a kind of conflict; the kinds are read only when one is named."""

    name = "kind"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name."""
        from kg.compare.kinds import KINDS

        if value not in KINDS:
            self.fail(f"{value!r} is no kind; choose one of {', '.join(KINDS)}", param, ctx)
        return str(value)


@click.command()
@click.argument("entity", required=False)
@click.option("--kind", "kinds", type=KindOfConflict(), multiple=True, help="Only this kind; may be repeated.")
@click.option("--document", help="Only what a claim of this article or table, by id or title, takes part in.")
@click.option("--all", "all_", is_flag=True, help="Notes too: other dates, wordings, bounds of the same.")
@click.option("--support", is_flag=True, help="What independent sources agree on, in place of conflicts.")
@click.option("--list", "list_", is_flag=True, help="List the kinds and what they mean.")
@click.option(
    "--format", "format_", type=click.Choice(["table", "json", "csv", "markdown"]), default="table", show_default=True
)
@pass_session
def conflicts(
    session: Session,
    entity: str | None,
    kinds: tuple[str, ...],
    document: str | None,
    all_: bool,
    support: bool,
    list_: bool,
    format_: str,
) -> None:
    """Set claims side by side, about ENTITY or about anything: the most serious contradictions first.

    Notes are what a reader should know although nothing contradicts; without --all they are only counted.
    """
    from kg.cli.graph import read_graph
    from kg.compare.find import find_conflicts
    from kg.compare.select import select
    from kg.compare.support import find_support
    from kg.rdf.namespaces import Base
    from kg.show.card import find_entity
    from kg.show.comparisons import COMPARISON_WRITERS, Shown, left_out

    if list_:
        _list_kinds()
        return
    if support and kinds:
        raise click.UsageError("--support lists agreements, which have no kinds; leave out --kind")
    workspace = session.workspace()
    graph = read_graph(workspace)
    compare = find_support if support else find_conflicts
    found = select(
        compare(graph.claims, sources=graph.sources, vocabulary=graph.vocabulary),
        entity=find_entity(entity, graph.entities.values()).id if entity else None,
        documents=_documents(document, graph.sources) if document else None,
        kinds=kinds,
    )
    listed = [one for one in found if kinds or all_ or support or not one.kind.note]
    shown = Shown(graph.sources, graph.vocabulary, Base(workspace.settings.base))
    click.echo(COMPARISON_WRITERS[format_](listed, shown))
    if len(listed) < len(found):
        click.echo(left_out(found), err=True)


def _list_kinds() -> None:
    from kg.compare.kinds import KINDS

    for kind in KINDS.values():
        click.echo(f"{kind.name:14} {kind.label}: {kind.meaning}{' (Hinweis)' if kind.note else ''}")


def _documents(name: str, sources: Mapping[str, Source]) -> set[str]:
    found = {source.id for source in sources.values() if name in (source.id, source.title)}
    if not found:
        raise KgError(f"no article or table is called {name}; kg query quellen lists them")
    return found
