"""Topics: a phrase or a subordinate clause becomes a concept of the themes, else a normalised noun phrase."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import replace

from kg.annotate.lexicon import word_list
from kg.annotate.words.nouns import noun_gender
from kg.claim.agents import by_whom
from kg.claim.argument_names import with_preposition
from kg.claim.declension import strong_ending
from kg.claim.doings import doer_of
from kg.claim.listed import attribute_of_all, one_by_one
from kg.claim.little_verbs import brought_about_by, little_verbs
from kg.claim.manners import denied_manner
from kg.claim.nominalisation import name_of_clause
from kg.claim.noun_phrases import measure_before, nominative, plain
from kg.claim.owners import genitive_name, maker_of, named_before, owner_of, with_owner
from kg.claim.purposes import linked, purpose_of
from kg.claim.qualities import quality_at
from kg.claim.verb_nouns import noun_for
from kg.match.determiners import is_more
from kg.match.extents import fields_of, shared_attribute, whole_phrase
from kg.match.nouns import is_spoken_for, is_vague
from kg.match.scene import ACTING, Filler, Part, Scene, argument_of, class_at
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.offsets import first_from, starting_in
from kg.model.reading import Clause, Quantity
from kg.model.vocabulary import Theme

__all__ = ["field_entities", "listed_entities", "participant_entity", "topic_of_clause"]

OF_SEVERAL = ("der", "des", "dieser", "aller")
"""Articles behind a share of what they introduce: 40 Prozent der Opfer."""
LONGEST_SHARE = 40  # characters: mehr als zweiundzwanzig Prozent


def participant_entity(
    scene: Scene,
    part: Part,
    taken: tuple[tuple[int, int], ...] = (),
    *,
    counted: bool = True,
    told: frozenset[str] = frozenset(),
    acting: bool = False,
) -> Entity:
    """Return the entity of a participant; a phrase becomes a theme, a provisional actor or a topic of its own.

    `taken` are spans that fill other roles of the claim and so are no part of a topic's name; without `counted`, its
    number is said elsewhere, too. `told` are the ids of those whose it may be without the name saying so. Who is
    `acting` is no theme: die Industrie fordert.
    """
    if part.entity is not None:
        return part.entity
    if scene.annotations.tokens[part.head].tag == "ADJD":
        return _entity(scene.vocabulary.themes, quality_at(scene.annotations.tokens, part.head), "Thema")
    noun, named = scene.annotations.tokens[part.head], class_at(scene, part.head)
    label = _name_of(scene, part, taken, counted=counted)
    owner = owner_of(scene, part)
    if owner is None and named not in ACTING:
        owner = maker_of(scene, part) or doer_of(scene, part)
    if owner is not None and owner.id not in told:
        label = with_owner(label, noun.text, genitive_name(owner))
    elif owner is None and (whose := named_before(scene, part, taken)):
        label = with_owner(label, noun.text, whose)
    meeting = named in (None, "Ereignis") and is_spoken_for(noun.lemma)  # der Parteitag beschließt
    if acting and (named in ACTING or meeting):
        return Entity(slug(label), label, "Organisation" if meeting else named or "", provisional=True)
    return _entity(scene.vocabulary.themes, label, named or "Thema")


def _name_of(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...], *, counted: bool) -> str:
    """Return what a phrase is called, without whose it is.

    What stands behind a topic's noun says of what it is; who proposed or led it is said by a claim of its own.
    """
    tokens, noun = scene.annotations.tokens, scene.annotations.tokens[part.head]
    start, end = whole_phrase(scene, part, taken)
    start = _behind_measure(scene, start, part.head, counted=counted)
    named = (
        class_at(scene, part.head) if not is_more(tokens, part.head) else None
    )  # fewer are not those: weniger Polizei
    share = _share_before(scene, part) if counted and named in ACTING else None
    if share is not None:
        label = plain(tokens, share, end)
    else:
        # Nor is what an attribute says with its arguments where another role says it: die | im Irak stationierten | …
        said = any(scene.oblique_at.get(first) is not None for first, _ in taken if start <= first < noun.start)
        extended = not said and (named is not None or end <= noun.end)
        shown = counted and (named is None or measure_before(tokens, part.head) is not None)
        dative = part.head in scene.datives
        label = nominative(tokens, start, end, part.head, counted=shown, extended=extended, said=taken, dative=dative)
    shared = shared_attribute(scene, part.head) if named is None else None
    if shared is not None and shared not in taken:
        label = f"{label} {with_preposition(scene, *shared)}"
    elif named in (None, "Thema") and end <= noun.end and (owned := attribute_of_all(scene, part.head)):
        label = f"{label} {owned}"
    purpose = purpose_of(scene, part, described=end > noun.end)
    return f"{label} {purpose}".rstrip()


def _behind_measure(scene: Scene, start: int, head: int, *, counted: bool) -> int:
    """Return where a phrase begins behind the amount of what its noun names: acht Millionen Tonnen | Öl.

    So it does behind what the amount tells of it: ein 600 Meter langer | Tunnel. A share of something is not all of
    it, so that it stays in the name if the name is `counted`: 40 Prozent der Opfer.
    """
    tokens = scene.annotations.tokens
    noun = tokens[head].start
    amounts = starting_in(scene.annotations.quantities, start, noun)
    left = (amount for amount in amounts if not (counted and _is_share(scene, amount)))
    begin = max((amount.end for amount in left if amount.end <= noun), default=start)
    following = tokens[first_from(tokens, begin)]
    if begin > start and following.text == "bis":
        return tokens[first_from(tokens, following.end)].end  # the upper end of a range: 20 bis 30 | Höfe
    measured = begin > start and following.tag == "ADJA" and following.lemma in word_list("dimension_adjectives.txt")
    return following.end if measured else begin


def _share_before(scene: Scene, part: Part) -> int | None:
    """Return where a share of somebody begins that stands right before it: 40 Prozent | der Opfer.

    Of things a rule says how much: bezieht 80 Prozent des Öls.
    """
    amounts = starting_in(scene.annotations.quantities, part.start - LONGEST_SHARE, part.start)
    shares = (amount for amount in amounts if amount.end + 1 == part.start and _is_share(scene, amount))
    return next((amount.start for amount in shares), None)


def _is_share(scene: Scene, amount: Quantity) -> bool:
    """Tell an amount of several that what follows names: 40 Prozent | der Opfer, but not 3 Prozent mehr Lohn.

    Nor does "gehört zu 40 Prozent | der Familie" speak of a share of the family.
    """
    tokens = scene.annotations.tokens
    following = first_from(tokens, amount.end)
    extent = tokens[max(0, first_from(tokens, amount.start) - 1)].text == "zu"
    return amount.unit == "%" and not extent and following < len(tokens) and tokens[following].text in OF_SEVERAL


def field_entities(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...] = ()) -> list[Entity]:
    """Return a topic for each of several fields that a phrase lists: Handel im Bereich Energie."""
    start, fields = fields_of(scene, part, taken)
    if part.entity is not None or len(fields) < 2:
        return []
    tokens = scene.annotations.tokens
    topic = nominative(tokens, part.start, start, part.head)
    labels = (f"{topic} im Bereich {nominative(tokens, field.start, field.end, field.head)}" for field in fields)
    return [_entity(scene.vocabulary.themes, label, "Thema") for label in labels]


def listed_entities(scene: Scene, part: Part, whole: Entity) -> list[Entity]:
    """Return an entity for each of three or more that a name lists, else its own: Abgaben auf Brot, Öl und Binden."""
    labels = one_by_one(scene, part, whole.label) if whole.provisional else ()
    return [_entity(scene.vocabulary.themes, label, whole.type) for label in labels] or [whole]


def topic_of_clause(
    scene: Scene,
    filler: Filler,
    *,
    own: bool = False,
    negated: bool = False,
    strict: bool = False,
    spoken: bool = False,
    bare: bool = False,
) -> Entity | None:
    """Return the topic that a clause states, None where it states nothing that a noun could name.

    With `own` it is the claim's own clause, whose subject the claim says already; with `negated` the topic says its
    negation, else the claim does. With `spoken` it says who does it. See `name_of_clause` for that, `strict` and
    `bare`.
    """
    outer = scene.annotations.clauses[filler.clause or 0]
    brought_about = _brought_about(scene, filler.clause or 0)
    clause = brought_about or outer
    own = own and brought_about is None
    text = scene.annotations.document.text[filler.start : filler.end]
    instead = clause.conjunction in ("statt", "anstatt")  # these negate of themselves, which is no Verzicht
    denied = clause.negation is not None and not instead and negated
    theme = _theme(scene.vocabulary.themes, text, stated=not _only_carries(clause))
    if theme is not None and not bare and not denied:
        return theme
    carried = brought_about is None and _is_carried_on(scene, filler.clause or 0)
    manner = denied_manner(scene, clause) if denied else None
    said = clause if manner is None else replace(clause, negation=None)
    label = name_of_clause(scene, said, own=own, strict=strict, spoken=spoken, bare=bare) if not carried else None
    if label is not None and manner is not None:
        return _in_a_manner(scene, clause, label, manner)
    if label is None or is_vague(label):
        return None
    doer = by_whom(scene, clause, label) if spoken else ""
    if doer is None:
        return None
    label += doer
    label += _to_what(scene, filler.clause or 0) if brought_about is None else ""
    if denied:
        label = f"Verzicht auf {label}"
    return _entity(scene.vocabulary.themes, label, "Thema")


def _in_a_manner(scene: Scene, clause: Clause, label: str, manner: str) -> Entity | None:
    """Return what is done otherwise than it should be: die Bürger nicht rechtzeitig informieren."""
    noun = noun_for(clause.lemma)
    gender = noun_gender(noun) or ""
    if gender not in ("f", "m", "n") or label.split()[0] != noun:
        return None
    return _entity(scene.vocabulary.themes, f"nicht {manner}{strong_ending('n', gender)} {label}", "Thema")


def _only_carries(clause: Clause) -> bool:
    """Tell a verb that says no more than its object: die Durchleitung von Gas betreiben, not: stoppen."""
    return any(clause.lemma in little_verbs(kind) for kind in ("light", "carrying", "pursuing", "being"))


def _brought_about(scene: Scene, index: int) -> Clause | None:
    """Return the clause that says what a verb only says comes about: dafür sorgen, | dass die Mieten sinken."""
    clauses = scene.annotations.clauses
    if brought_about_by(clauses[index].lemma) is None:
        return None
    inner = (clauses[child] for child in scene.children.get(index, ()))
    return next((child for child in inner if child.conjunction == "dass"), None)


def _to_what(scene: Scene, index: int) -> str:
    """Return to what somebody is made who shall do something: die Verpflichtung der Firmen | zur Zahlung der Löhne."""
    clauses = scene.annotations.clauses
    if clauses[index].lemma not in little_verbs("obliging"):
        return ""
    pointed = any(scene.annotations.tokens[token].tag == "PAV" for token in clauses[index].tokens)  # verpflichtet dazu
    behind = (index + 1,) if pointed and index + 1 < len(clauses) else ()
    inner = (clauses[i] for i in (*scene.children.get(index, ()), *behind) if clauses[i].kind == "infinitive")
    asked = next((child for child in inner if child.conjunction is None and child.negation is None), None)
    if asked is None:
        return ""
    name = name_of_clause(scene, asked, own=True, strict=False, spoken=False, bare=False)
    noun = name.split()[0] if name else ""
    gender = noun_gender(noun) or ("n" if noun.lower() == asked.lemma else "")
    return f" {linked('zu', name)}" if name and gender in ("f", "m", "n", "mn") else ""


def _is_carried_on(scene: Scene, index: int) -> bool:
    """Tell a clause without object that only says how something is done which an infinitive says: begann, X zu tun."""
    clauses = scene.annotations.clauses
    inner = (clauses[child] for child in scene.children.get(index, ()))
    carried = any(child.kind == "infinitive" and child.conjunction is None for child in inner)
    return carried and argument_of(clauses[index], "object") is None


def _entity(themes: tuple[Theme, ...], label: str, type_: str) -> Entity:
    theme = _theme(themes, label)
    return theme or Entity(slug(label), label, type_, provisional=True)


def _theme(themes: tuple[Theme, ...], phrase: str, *, stated: bool = False) -> Entity | None:
    """Return the theme that a phrase names or a clause states with its verb (`stated`)."""
    # Keyed by identity: hashing all themes at each phrase took a tenth of the time of making claims.
    kept = _FINDERS.get(id(themes))
    if kept is None:
        finders = {told: _theme_finder(themes, stated=told) for told in (False, True)}
        kept = _FINDERS[id(themes)] = (themes, finders)
    return kept[1][stated](phrase)


def _theme_finder(themes: tuple[Theme, ...], *, stated: bool = False) -> Callable[[str], Entity | None]:
    """Return what finds the theme of a phrase; what only names a thing is none of a clause that is `stated`."""
    names = {name.casefold(): theme for theme in themes for name in (theme.label, *theme.aliases)}
    written = [(text, theme) for theme in themes for text in theme.patterns if not (stated and text.startswith("^"))]
    patterns = [(re.compile(text, re.IGNORECASE), theme) for text, theme in written]

    @functools.lru_cache(maxsize=65_536)  # a topic phrase recurs within and across articles
    def find(phrase: str) -> Entity | None:
        theme = names.get(phrase.casefold())
        if theme is None:
            theme = next((found for pattern, found in patterns if pattern.search(phrase)), None)
        return Entity(theme.id, theme.label, "Thema", theme.aliases) if theme else None

    return find


_Finder = Callable[[str], Entity | None]
_FINDERS: dict[int, tuple[tuple[Theme, ...], dict[bool, _Finder]]] = {}
"""What finds the themes of phrases and of clauses, with the themes, so that their identity stays theirs."""
