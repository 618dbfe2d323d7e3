"""`kg path`, `kg timeline`: how two entities are connected, and what happened when, by what evidence."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path as File
from typing import TYPE_CHECKING

import click

from kg.cli.context import Session, pass_session
from kg.cli.days import Days
from kg.cli.graph import StoredGraph, read_graph
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.answer.paths import Path
    from kg.answer.timeline import Timeline
    from kg.model.entity import Entity

__all__ = ["path", "timeline"]


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


@click.command()
@click.argument("name", metavar="[ENTITY]", required=False)
@click.option("--from", "since", type=Days(), help="Only what touches the time from this date on.")
@click.option("--until", type=Days(), help="Only what touches the time up to this date.")
@click.option("--predicate", "predicates", multiple=True, help="Only this predicate; may be repeated.")
@click.option("--document", "documents", multiple=True, help="Only this article, title or publisher; may be repeated.")
@click.option("--html", "page", type=click.Path(path_type=File, dir_okay=False), help="Write a page to this file.")
@pass_session
def timeline(
    session: Session,
    name: str | None,
    since: tuple[date, date] | None,
    until: tuple[date, date] | None,
    predicates: tuple[str, ...],
    documents: tuple[str, ...],
    page: File | None,
) -> None:
    """Print what lasts and what happened, of ENTITY or of all, in the order of time, with the evidence."""
    from kg.answer.timeline import make_timeline
    from kg.show.card import find_entity
    from kg.view.select import Selection, select_claims

    workspace = session.workspace()
    graph = read_graph(workspace)
    entity = find_entity(name, graph.entities.values()) if name else None
    selection = Selection(predicates=predicates, sources=documents)
    chosen = select_claims(graph.claims, selection, sources=graph.sources, vocabulary=graph.vocabulary)
    found = make_timeline(
        chosen,
        graph.vocabulary,
        about=entity.id if entity else None,
        since=since and since[0],
        until=until and until[1],
    )
    if page is None:
        _print_timeline(found, graph)
    else:
        _write_timeline(found, graph, page, entity, workspace.settings.language)


def _print_timeline(found: Timeline, graph: StoredGraph) -> None:
    from kg.show.timeline import timeline_lines, timeline_table

    if sys.stdout.isatty():
        width = shutil.get_terminal_size().columns
        click.echo(timeline_table(found, graph.sources, graph.vocabulary, width=width), nl=False)
    else:
        for line in timeline_lines(found, graph.sources, graph.vocabulary):
            click.echo(line)


def _write_timeline(found: Timeline, graph: StoredGraph, path: File, entity: Entity | None, lang: str) -> None:
    from kg.export.files import write_exports
    from kg.view.timeline import build_timeline_page

    about = entity.label if entity else None
    html = build_timeline_page(found, sources=graph.sources, vocabulary=graph.vocabulary, about=about, lang=lang)
    (written,) = write_exports(path.parent, {path.name: html.encode("utf-8")})
    click.echo(f"wrote: {written}")


def _nothing(first: Entity, last: Entity, longest: int, *, others: bool) -> str:
    hint = "what is denied, planned or only said connects them: --all" if others else "allow more: --max-length"
    return f"no chain of at most {longest} claims connects {first.label} with {last.label}; {hint}"
