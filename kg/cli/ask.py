"""`kg show`, `kg stats`: one entity, and the whole in numbers."""

from __future__ import annotations

import click

from kg.cli.context import Session, pass_session

__all__ = ["show", "stats"]


@click.command()
@click.argument("name")
@pass_session
def show(session: Session, name: str) -> None:
    """Print the card of the entity NAME: its facts and their sources."""
    from kg.rdf.claims import read_claims, read_entities, read_sources
    from kg.rdf.inferences import read_inferences, telling
    from kg.rdf.namespaces import Base
    from kg.rdf.ontology import load_vocabulary
    from kg.show.card import card, find_entity
    from kg.show.remarks import remarks_on
    from kg.store.open import open_store

    workspace = session.workspace()
    base = Base(workspace.settings.base)
    store = open_store(workspace.store)
    entity = find_entity(name, read_entities(store, base).values())
    claims = read_claims(store, base, entity=entity.id)
    vocabulary = load_vocabulary(workspace.ontology)
    inferred = telling(read_inferences(store, base, entity=entity.id), vocabulary)
    sources = read_sources(store, base)
    remarks = remarks_on(claims, sources=sources, vocabulary=vocabulary)
    for line in card(entity, claims, sources, vocabulary, inferred, remarks):
        click.echo(line)


@click.command()
@pass_session
def stats(session: Session) -> None:
    """Count sources, entities and claims."""
    from kg.cli.graph import read_graph
    from kg.show.stats import stats_lines

    graph = read_graph(session.workspace())
    for line in stats_lines(graph.claims, graph.entities, graph.sources):
        click.echo(line)
