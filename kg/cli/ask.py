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
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@pass_session
def stats(session: Session, format_: str) -> None:
    """Count sources, entities and claims: by type, predicate, modality, document, rule and speaker."""
    from kg.answer.counts import count
    from kg.cli.graph import read_graph
    from kg.show.stats import stats_json, stats_lines

    graph = read_graph(session.workspace())
    counts = count(graph.claims, graph.entities, graph.sources, inferred=len(graph.inferred))
    lines = [stats_json(counts)] if format_ == "json" else stats_lines(counts, graph.sources, graph.vocabulary)
    for line in lines:
        click.echo(line)
