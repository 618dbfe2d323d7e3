"""How much: the amount that belongs to a match."""

from __future__ import annotations

from dataclasses import replace

from kg.match.amounts import amounts, amounts_in
from kg.match.classes import REMARKS
from kg.match.clauses import Match
from kg.match.durations import UNITS
from kg.match.noun_phrases import phrase_of
from kg.match.scene import ACTING, Filler, Scene, class_at
from kg.model.offsets import first_from, starting_in
from kg.model.reading import Clause, Quantity, Token
from kg.model.vocabulary import Predicate

__all__ = ["counted_among", "counted_apart", "counted_together", "former_amount", "quantity_of"]

TOGETHER = ("zusammen", "gemeinsam", "zusammengenommen", "zusammengerechnet", "insgesamt")
"""Words by which an amount is that of several subjects as a whole."""
APART = ("je", "jeweils", "jeder", "jede", "jedes")
"""Words by which it is that of each."""

IS_NOW = ("auf", "bei")
"""Prepositions before what a measure has come to or is: sank von 45 auf 40 Prozent, lag bei 22, nach 27 Prozent."""
NEAR = 7
"""Words between that and what it was before at most: von 45 Prozent im Vorjahr auf 40; bei 22 Prozent, nach 27."""

ABOUT_ACTS = ("entscheidet", "fordert", "plant", "vereinbart")
"""Predicates of what is to be done, with the amount that belongs to it."""
TERMS = ("binnen", "für", "innerhalb")
"""Prepositions before the time within which, or for which, it is to be done."""

IN_QUALIFIER = {"verurteilt": "strafe", "greiftAn": "mit"}
"""Qualifiers that say how much of an event there is: zu acht Jahren Haft, mit 300 Raketen."""
OF_CLAUSE = {"gewinntWahl": ("%", "Stimmen"), "stimmtZu": ("Stimmen",), "lehntAb": ("Stimmen",)}
"""Units of the amounts beside an event by which it came about: mit 37 Prozent, mit 287 zu 55 Stimmen."""
TAKING_PART = "nimmtTeilAn"
"""A number is of those who take part, never of those whom a meeting is with: ein Treffen mit 16 Amtskollegen."""
BY_MANY = ("befindetSichIn", "nimmtTeilAn", "protestiertGegen")
"""Predicates of whose subject it matters how many they are: 40.000 Menschen demonstrierten."""


def counted_apart(scene: Scene, match: Match) -> tuple[Match, ...]:
    """Return a match for each of several objects with an amount each: zehn Prozent der Äcker und neun der Wiesen."""
    counted, quantity = match.roles.get("object"), match.roles.get("quantity")
    if counted is not None and quantity is None and counted.clause is None and counted.parts:
        return _each_with_its_own(scene, match, counted)
    if counted is None or quantity is None or len(counted.parts) < 2:
        return (match,)
    amounts = list(amounts_in(scene, quantity))
    if len(amounts) == len(counted.parts):
        pairs = list(zip(counted.parts, amounts, strict=True))
    else:
        pairs = [
            (part, amount) for part in counted.parts for amount in amounts if part.start <= amount.start < part.end
        ]
    measured = scene.vocabulary.predicates[match.rule.predicate].kind == "measure"
    if len(pairs) < (1 if measured else len(counted.parts)):
        return (match,)
    each = (
        {"object": Filler(part.start, part.end, (part,)), "quantity": Filler(amount.start, amount.end, ())}
        for part, amount in pairs
    )
    return tuple(replace(match, roles=match.roles | own) for own in each)


def _each_with_its_own(scene: Scene, match: Match, counted: Filler) -> tuple[Match, ...]:
    """Return a match for each of several objects, so that none has the amount of another: 80 Helfer und zwei Boote."""
    amounts = tuple(amounts_in(scene, counted, lasting=False))
    if not all(counted.start <= part.start < counted.end for part in counted.parts):
        return (match,)  # who were counted before: 28 wurden verletzt
    whole = len(counted.parts) == 1 and all(amount.end <= counted.parts[0].end for amount in amounts)
    whole &= all(amount.start >= counted.parts[0].start for amount in amounts)
    if not amounts or whole:
        return (match,)
    each = (Filler(part.start, part.end, (part,)) for part in counted.parts)
    return tuple(replace(match, roles=match.roles | {"object": part}) for part in each)


def former_amount(scene: Scene, match: Match) -> Match | None:
    """Return the match with what a measure was before in place of what it is now, None where nothing says it."""
    annotations, quantity = scene.annotations, match.roles.get("quantity")
    now = next(amounts_in(scene, quantity), None) if quantity is not None else None
    if now is None or match.clause is None or _word_before(scene, now) not in IS_NOW:
        return None
    first, last = (first_from(annotations.tokens, place) for place in (now.start, now.end))
    near = annotations.tokens[max(0, first - NEAR)].start, annotations.tokens[: last + NEAR][-1].end
    beside = (amount for layer in (annotations.quantities, scene.durations) for amount in starting_in(layer, *near))
    was = {True: "von", False: "nach"}
    told = (a for a in beside if a.unit == now.unit and _word_before(scene, a) == was[a.start < now.start])
    former = next(told, None)
    return replace(match, roles=match.roles | {"quantity": Filler(former.start, former.end, ())}) if former else None


def counted_among(scene: Scene, match: Match) -> Match | None:
    """Return the match for those who are said to be among the counted: 34 Männer, darunter | acht Schüler.

    Who only speaks of all does not speak of these.
    """
    counted = match.roles.get("object") if match.rule.predicate not in REMARKS else None
    amounts = tuple(amounts_in(scene, counted, lasting=False)) if counted is not None else ()
    whole = next((a for a in amounts if counted is not None and _is_of_part(counted, a)), None)
    if whole is None or whole != amounts[-1]:
        return None
    annotations = scene.annotations
    first = first_from(annotations.tokens, whole.end)
    behind = annotations.tokens[first : first + NEAR]
    opener = next((token for token, comma in zip(behind[1:], behind, strict=False) if _opens_part(token, comma)), None)
    amount = next(iter(starting_in(annotations.quantities, opener.end, opener.end + 2)), None) if opener else None
    head = first_from(annotations.tokens, amount.end) - 1 if amount is not None else 0
    if amount is None or not amount.unit.endswith(annotations.tokens[head].text):
        return None  # an amount of money, or of no noun: davon 300 in Polen
    part = phrase_of(scene, head)
    return replace(match, roles=match.roles | {"object": part, "quantity": Filler(amount.start, amount.end, ())})


def _opens_part(token: Token, comma: Token) -> bool:
    return comma.text == "," and token.text in ("darunter", "davon")


def _word_before(scene: Scene, amount: Quantity) -> str:
    """Return the word before an amount and the adverbs that say how exactly it is meant."""
    tokens = scene.annotations.tokens
    place = first_from(tokens, amount.start) - 1
    while place > 0 and tokens[place].tag == "ADV":
        place -= 1
    return tokens[place].text if place >= 0 else ""


def counted_together(scene: Scene, match: Match) -> bool:
    """Tell an amount of several as a whole, which is none of theirs: A und B kamen zusammen auf zehn Sitze.

    So it is where one word means them all: auf beide Länder entfallen zehn Prozent.
    """
    if _is_of_group(scene, match):
        return True
    clause = scene.annotations.clauses[match.clause] if match.clause is not None else None
    if clause is None or not any(a.role == "subject" and a.conjuncts for a in clause.arguments):
        return False
    return any(scene.annotations.tokens[index].text in TOGETHER for index in clause.tokens)


def _is_of_group(scene: Scene, match: Match) -> bool:
    parts = match.roles["subject"].parts if "subject" in match.roles else ()
    together = len(parts) > 1 and len({part.head for part in parts}) == 1
    words = {scene.annotations.tokens[index].text for index in _words_of(scene, match)}
    return together and words.isdisjoint(APART)


def _words_of(scene: Scene, match: Match) -> tuple[int, ...]:
    return scene.annotations.clauses[match.clause].tokens if match.clause is not None else ()


def quantity_of(scene: Scene, match: Match, predicate: Predicate) -> Quantity | None:
    """Return the amount inside what the rule names as quantity, for an event else the one in its object or beside it.

    For what is agreed, decided, planned or demanded that may be a clause: will die Steuern um zwei Prozent senken.
    """
    told = match.roles.get("quantity")
    of_object = predicate.kind == "event" and predicate.name != TAKING_PART
    filler = told or (match.roles["object"] if of_object else None)
    lasting = told is not None
    if filler is not None and filler.clause is not None and not filler.further and predicate.name in ABOUT_ACTS:
        clause = scene.annotations.clauses[filler.clause]
        filler, lasting = (_amount_of_act(scene, clause) if clause.kind != "nominal" else None), True
        filler = None if filler is not None and _is_of_subject(match, filler) else filler
    if filler is not None and filler.clause is None:
        found = [a for a in amounts_in(scene, filler, lasting=lasting) if not _of_owner(scene, filler, a)]
        if told is not None and _is_of_people(scene, match, filler):
            found = [a for a in found if a.unit not in UNITS.values()]  # ein 30-jähriger Mann: not so many
        inside = next((a for a in found if _is_of_part(filler, a)), next(iter(found), None))
        if inside is not None:
            return None if told is not None and _counts_who_acts(scene, match, predicate, inside) else inside
    return _beside(scene, match, predicate.name) if told is None else None


def _is_of_subject(match: Match, amount: Filler) -> bool:
    """Tell the number of those who want something, which says nothing of it: Zwei Abgeordnete wollen klagen."""
    who = match.roles.get("subject")
    return who is not None and who.start <= amount.start < who.end


def _is_of_people(scene: Scene, match: Match, filler: Filler) -> bool:
    """Tell people who are counted from one of whom the rule says how old he is: der 53-Jährige."""
    people = (part.head != match.trigger and class_at(scene, part.head) == "Person" for part in filler.parts)
    return bool(filler.parts) and all(people)


def _is_of_part(filler: Filler, amount: Quantity) -> bool:
    """Tell the amount of what a rule took of several: forderte zwei Tote und | 50 Verletzte."""
    return any(part.start <= amount.start < part.end for part in filler.parts)


def _beside(scene: Scene, match: Match, predicate: str) -> Quantity | None:
    """Return the amount that says how much of an event there is, by how many votes it came about, or of how many."""
    qualifier = match.roles.get(IN_QUALIFIER.get(predicate, ""))
    if qualifier is not None:
        return next(amounts_in(scene, qualifier), None)
    if predicate in BY_MANY:
        return _number_of(scene, match.roles["subject"])
    units = OF_CLAUSE.get(predicate, ())
    if not units or match.clause is None:
        return None
    clause = scene.annotations.clauses[match.clause]
    beside = (a for a in clause.arguments if a.role == "oblique" and a.preposition == "mit")
    counted = (q for a in beside for q in amounts_in(scene, Filler(a.start, a.end, ()), lasting=False))
    return next((q for q in counted if q.unit in units), None)


def _counts_who_acts(scene: Scene, match: Match, predicate: Predicate, amount: Quantity) -> bool:
    """Tell the number of those who act, which says nothing of what they do: Die drei Verbände liefern Vorlagen."""
    who = match.roles.get("subject")
    if who is None or predicate.kind != "event" or predicate.name in BY_MANY or not who.start <= amount.start < who.end:
        return False
    counted = _number_of(scene, who)
    heads = {part.head for part in who.parts}
    return counted == amount and all(class_at(scene, head) in ACTING for head in heads)


def _number_of(scene: Scene, many: Filler) -> Quantity | None:
    """Return how many somebody is: 400 Bauern, but not Vertreter von 40 Staaten."""
    heads = {scene.annotations.tokens[part.head].end for part in many.parts}
    return next((amount for amount in amounts_in(scene, many, lasting=False) if amount.end in heads), None)


def _of_owner(scene: Scene, filler: Filler, amount: Quantity) -> bool:
    """Tell a number that counts those of whom somebody is: die Außenminister der 27 Staaten."""
    tokens = scene.annotations.tokens
    first = first_from(tokens, amount.start)
    behind = bool(filler.parts) and all(tokens[part.head].start < amount.start for part in filler.parts)
    return behind and first > 0 and tokens[first - 1].tag == "ART" and tokens[first - 1].text == "der"


def _amount_of_act(scene: Scene, clause: Clause) -> Filler | None:
    """Return the amount of what is acted on, else the first: will nach zwei Jahren Verlust | 500 Stellen streichen."""
    acted_on = next((a for a in clause.arguments if a.role == "object" and a.clause is None), None)
    filler = Filler(acted_on.start, acted_on.end, ()) if acted_on is not None else None
    if filler is not None and next(amounts_in(scene, filler), None) is not None:
        return filler
    told = amounts(scene, clause, ("quantity", "duration"))
    lasting = told.get("duration")
    return told.get("quantity") or (lasting if lasting is not None and _is_term(scene, lasting) else None)


def _is_term(scene: Scene, lasting: Filler) -> bool:
    """Tell until when or for how long something is to be done: binnen drei Tagen, für zwei Jahre."""
    first = first_from(scene.annotations.tokens, lasting.start)
    return any(token.lemma in TERMS for token in scene.annotations.tokens[max(first - 2, 0) : first])
