"""`kg view`: the graph, or a part of it, as a network page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from kg.cli.context import Session, pass_session
from kg.cli.days import Days
from kg.cli.graph import StoredGraph, read_graph, triples_of_query
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.model.claim import Claim
    from kg.workspace import Workspace

__all__ = ["view"]


@click.command()
@click.argument("entities", metavar="[ENTITY]...", nargs=-1)
@click.option("--depth", type=click.IntRange(min=1), default=1, show_default=True, help="Steps from the entities.")
@click.option("--predicate", "predicates", multiple=True, help="Only this predicate; may be repeated.")
@click.option("--source", "sources", multiple=True, help="Only this article, title or publisher; may be repeated.")
@click.option("--since", type=Days(), help="Only what is true or reported from this date on.")
@click.option("--until", type=Days(), help="Only what is true or reported up to this date.")
@click.option("--max", "most", type=click.IntRange(min=2), help="At most so many entities, the most connected.")
@click.option("--query", "question", type=click.File(encoding="utf-8"), help="Draw the result of this CONSTRUCT query.")
@click.option("--lang", type=click.Choice(["de", "en"]), help="Language of the page; default: the workspace's.")
@click.option("--title", help="Heading of the page.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File; default: view.html in exports.")
@click.option("--open", "open_", is_flag=True, help="Open the page in the browser.")
@pass_session
def view(
    session: Session,
    entities: tuple[str, ...],
    depth: int,
    predicates: tuple[str, ...],
    sources: tuple[str, ...],
    since: tuple[date, date] | None,
    until: tuple[date, date] | None,
    most: int | None,
    question: TextIO | None,
    lang: str | None,
    title: str | None,
    output: Path | None,
    open_: bool,
) -> None:
    """Draw the graph, or what lies around each ENTITY, as one page that works without internet."""
    from kg.show.card import find_entity
    from kg.view.select import Selection, select_claims

    workspace = session.workspace()
    graph = read_graph(workspace)
    selection = Selection(
        around=tuple(find_entity(name, graph.entities.values()).id for name in entities),
        depth=depth,
        predicates=predicates,
        sources=sources,
        since=since and since[0],
        until=until and until[1],
        most=most,
    )
    claims = _all(graph) if question is None else _answer(workspace, graph, question.read())
    chosen = select_claims(claims, selection, sources=graph.sources, vocabulary=graph.vocabulary)
    if not chosen:
        raise KgError("there is nothing to draw: no claim passes these options")
    page = _page(graph, chosen, lang=lang or workspace.settings.language, title=title)
    path = _write(page, output or workspace.exports / "view.html")
    if open_:
        import webbrowser

        webbrowser.open(path.resolve().as_uri())


def _all(graph: StoredGraph) -> tuple[Claim, ...]:
    from kg.rdf.inferences import telling

    return (*graph.claims, *telling(graph.inferred, graph.vocabulary))


def _answer(workspace: Workspace, graph: StoredGraph, sparql: str) -> tuple[Claim, ...]:
    from kg.view.select import claims_of_triples

    return claims_of_triples(
        triples_of_query(workspace, sparql), (*graph.claims, *graph.inferred), entities=graph.entities
    )


def _page(graph: StoredGraph, claims: tuple[Claim, ...], *, lang: str, title: str | None) -> str:
    from kg.view.page import build_page

    return build_page(
        claims, sources=graph.sources, entities=graph.entities, vocabulary=graph.vocabulary, lang=lang, title=title
    )


def _write(page: str, path: Path) -> Path:
    from kg.export.files import write_exports

    (written,) = write_exports(path.parent, {path.name: page.encode("utf-8")})
    click.echo(f"wrote: {written}")
    return written
