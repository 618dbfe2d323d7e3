"""What a clause holds without stating it: what is only demanded, prevented, asked or mistaken, or did not happen."""

from __future__ import annotations

from collections.abc import Iterable

from kg.claim.embedding import chain_of, effects_on, embedded
from kg.claim.moods import is_beyond_report, is_by_the_way, is_reported, opens_sentence
from kg.match.clauses import Match
from kg.match.determiners import is_none
from kg.match.quoted import quotations_around
from kg.match.rules import Rule
from kg.match.scene import Scene
from kg.match.speakers import INDIRECT
from kg.model.offsets import first_from, last_at
from kg.model.reading import Clause

__all__ = ["is_only_wanted"]

REASONS = ("weil", "da")
CLAIMING = frozenset(
    {"ankündigen", "behaupten", "bestätigen", "erklären", "fordern", "sagen", "verlangen", "versprechen", "zusagen"}
)
"""Verbs of saying of whose content nothing is claimed where they are negated: bestätigte nicht, dass …."""
OFFICE = "amtstraegerVon"
GENERALLY = ("gewöhnlich", "jeweils", "kraft", "normalerweise", "protokollarisch", "stets", "üblicherweise")
"""Words of what is so whoever holds an office."""
WRONGLY = ("fälschlich", "fälschlicherweise", "irrigerweise", "irrtümlich", "irrtümlicherweise")
BEFORE_CUE = 4
"""Words before what makes a sentence a report among which stands how it is meant: hatte fälschlich davon berichtet."""
ALMOST = ("beinahe", "fast")


def is_only_wanted(scene: Scene, match: Match) -> bool:
    """Tell whether the clause merely says what somebody demands, refuses, prevents or wonders, or what would have been.

    What is demanded and refused is another claim.
    """
    if is_by_the_way(scene, match):
        return match.rule.predicate == OFFICE and _is_general(scene, match)
    effects = effects_on(scene, match)
    chain = chain_of(scene, match)
    if chain and _asks(scene, chain[-1]):
        return True
    if any(_is_unsaid(scene, *pair) for pair in embedded(scene, match)) or _is_of_nobody(scene, match):
        return True
    if chain and _is_said_wrongly(scene, chain[-1]):
        return True
    if "negative" in effects and match.rule.polarity == "pos" and _is_view(match.rule):
        return True  # bestritt, dass X hinter dem Angriff steckt: he accuses nobody
    if "prevented" in effects or any(_is_unreal(scene, clause, match) for clause in chain):
        return True
    outside = any(path.startswith("outer.") for _, paths in match.rule.claim for path in paths)
    if chain and (chain[-1].conjunction == "ob" or any(_is_no_reason(scene, clause) for clause in chain)):
        return True
    if not chain or (chain[0].kind != "infinitive" and not outside):
        return False
    return any(effect in ("demanded", "negative") for effect in effects)


def _is_general(scene: Scene, match: Match) -> bool:
    """Tell whoever holds an office from who does now: Der Präsident des Rates leitet stets dessen Sitzungen."""
    clauses, tokens = scene.annotations.clauses, scene.annotations.tokens
    parent = clauses[match.clause].parent if match.clause is not None else None
    around = clauses[parent] if parent is not None else None
    if around is None or around.kind == "nominal" or around.tense != "present":
        return False
    return any(tokens[index].text.lower() in GENERALLY for index in around.tokens)


def _is_of_nobody(scene: Scene, match: Match) -> bool:
    """Tell a relative clause on what there is not: es fand sich kein Käufer, der das Werk wollte."""
    clause = scene.annotations.clauses[match.clause] if match.clause is not None else None
    if clause is None or clause.kind not in ("relative", "infinitive"):
        return False
    heads = (part.head for filler in match.roles.values() for part in filler.parts)
    return any(head < clause.tokens[0] and is_none(scene.annotations.tokens, head) for head in heads)


def _is_unsaid(scene: Scene, clause: Clause, parent: Clause) -> bool:
    """Tell what nobody says, or only by mistake: bestätigte nicht, dass …; ging irrtümlich davon aus, dass …."""
    if _is_mistaken(scene, parent.tokens):
        return True
    return parent.negation is not None and clause.kind == "subordinate" and parent.lemma in CLAIMING


def _is_said_wrongly(scene: Scene, clause: Clause) -> bool:
    """Tell a main clause that somebody says by mistake: Der Bote meldete fälschlich, der Rat tage."""
    if clause.kind == "nominal":
        return False
    tokens = scene.annotations.tokens
    said = (q for q in quotations_around(scene, tokens[clause.head].start) if q.type in INDIRECT)
    cues = (first_from(tokens, span.start) for quotation in said for span in quotation.cue)
    return any(_is_mistaken(scene, range(max(0, cue - BEFORE_CUE), cue + 2)) for cue in cues)


def _is_mistaken(scene: Scene, indices: Iterable[int]) -> bool:
    return any(scene.annotations.tokens[index].text.lower() in WRONGLY for index in indices)


def _asks(scene: Scene, clause: Clause) -> bool:
    """Tell a question (Wird die Koalition halten?), which states nothing."""
    last = last_at(scene.annotations.sentences, clause.start)
    end = scene.annotations.sentences[last].end if last >= 0 else 0
    marked = scene.annotations.document.text[:end].rstrip('“”»«"').endswith("?")
    return marked and clause.kind == "main" and opens_sentence(scene, clause)


def _is_no_reason(scene: Scene, clause: Clause) -> bool:
    """Tell a reason that is none, of which nothing says whether it is so: nicht (etwa) weil der Tunnel gesperrt ist."""
    if clause.conjunction not in REASONS or clause.negation is None:
        return False
    tokens = scene.annotations.tokens
    behind = first_from(tokens, clause.negation.end)
    return any(token.lemma == clause.conjunction for token in tokens[behind : behind + 2])


def _is_unreal(scene: Scene, clause: Clause, match: Match) -> bool:
    """Tell what did not come about: hätte gewonnen, but not where a Konjunktiv only reports it."""
    if clause.mood != "k2" or clause.tense != "pluperfect":
        return False
    below = (scene.annotations.clauses[index] for index in scene.children.get(match.clause or 0, ()))
    on_condition = any(other.conjunction == "wenn" and other.mood == "k2" for other in below)
    words = {scene.annotations.tokens[index].text.lower() for index in clause.tokens}
    missed = clause.modal in ("müssen", "sollen") and is_beyond_report(scene, clause)
    return on_condition or missed or not words.isdisjoint(ALMOST) or not is_reported(scene, clause)


def _is_view(rule: Rule) -> bool:
    """Tell a rule by which whoever says something takes a view: X nannte Y schuld."""
    return any(role == "subject" and "speaker" in paths for role, paths in rule.claim)
