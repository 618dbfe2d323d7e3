"""`kg review`: people decide on what was read."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

import click

from kg.cli.context import Session, pass_session
from kg.model.review import ERROR_KINDS, VERDICTS

if TYPE_CHECKING:
    from kg.cli.review_desk import Desk

__all__ = ["review"]


def user() -> str:
    """Return the name of the user logged in, empty where the system knows none, as in containers."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


@click.command()
@click.argument("claim", required=False)
@click.option("--document", help="Only claims of this article.")
@click.option("--rule", help="Only claims that this rule made.")
@click.option("--predicate", help="Only claims with this predicate.")
@click.option("--entity", help="Only claims about this entity.")
@click.option("--below", type=click.FloatRange(0, 1), help="Only claims less reliable than this.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many claims.")
@click.option("--verdict", type=click.Choice(VERDICTS), help="Decide on CLAIM at once, without asking.")
@click.option("--kind", type=click.Choice(ERROR_KINDS), help="What is wrong, with --verdict wrong.")
@click.option("--set", "parts", multiple=True, metavar="PART=VALUE", help="What is right, with --verdict fix; repeat.")
@click.option("--note", default="", help="Why, with --verdict.")
@click.option("--by", envvar="KG_REVIEWER", default=user, help="Who decides; default: the user logged in.")
@click.option("--list", "list_", is_flag=True, help="List what was decided.")
@click.option("--rejected", is_flag=True, help="List the claims that were rejected, with who and why.")
@pass_session
def review(
    session: Session,
    claim: str | None,
    document: str | None,
    rule: str | None,
    predicate: str | None,
    entity: str | None,
    below: float | None,
    limit: int | None,
    verdict: str | None,
    kind: str | None,
    parts: tuple[str, ...],
    note: str,
    by: str,
    list_: bool,
    rejected: bool,
) -> None:
    """Decide on claims read from texts, one key each.

    The keys are r (richtig), f (falsch; a digit says what is wrong), k (korrigieren, part by part), s (später), z
    (zurück: take the last decision back) and q (Ende); in a pipe a line is a key.

    The most useful come first: those whose rule often errs or was seldom judged, about entities with many claims;
    postponed ones last. With CLAIM (an id) only this one is asked. Every decision is written to
    seeds/curated/decisions.csv at once and takes effect with the next kg build.
    """
    from kg.cli.review_desk import decide, decided_lines, open_desk, waiting
    from kg.cli.review_session import ask_all
    from kg.curate.agenda import Filter

    _check_usage(claim, verdict, kind, parts)
    workspace = session.workspace()
    if list_ or rejected:
        for line in decided_lines(workspace, rejected=rejected):
            click.echo(line)
        return
    desk = open_desk(workspace, by=by)
    if claim and verdict:
        decide(desk, claim, verdict, kind=kind or "", parts=parts, note=note)
        _say_what_follows(desk, 1)
    else:
        only = Filter(document, rule, predicate, entity, below)
        _say_what_follows(desk, ask_all(desk, waiting(desk, only, claim=claim, limit=limit)))


def _check_usage(claim: str | None, verdict: str | None, kind: str | None, parts: tuple[str, ...]) -> None:
    if verdict and not claim:
        raise click.UsageError("--verdict needs the id of a CLAIM")
    if kind and verdict != "wrong":
        raise click.UsageError("--kind goes with --verdict wrong")
    if bool(parts) != (verdict == "fix"):
        raise click.UsageError("--set and --verdict fix go together: --verdict fix --set object=Estland")


def _say_what_follows(desk: Desk, taken: int) -> None:
    if taken:
        many = "1 Entscheidung steht" if taken == 1 else f"{taken} Entscheidungen stehen"
        click.echo(f"{many} in {desk.table}; wirksam mit dem nächsten: kg build")
