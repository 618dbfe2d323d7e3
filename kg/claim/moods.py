"""In what mood a claim is stated: its polarity and modality, by its clause and by what that clause is content of."""

from __future__ import annotations

from itertools import takewhile

from kg.annotate.clauses.government import noun_governs
from kg.claim.embedding import chain_of, effects_of, effects_on, embedded, heads_of, is_lifted, mood_words
from kg.claim.little_verbs import little_verbs
from kg.claim.predicates import CAUSING
from kg.match.clauses import Match
from kg.match.conditions import is_consequence
from kg.match.determiners import is_definite, is_new
from kg.match.noun_phrases import attributes_of
from kg.match.quoted import quotations_around
from kg.match.rules import ClausePattern, Rule
from kg.match.scene import ACTING, Scene, argument_of, class_at
from kg.match.speakers import INDIRECT
from kg.model.claim import MODALITIES
from kg.model.offsets import first_from, last_at
from kg.model.reading import Argument, Clause

__all__ = [
    "denied_by",
    "is_beyond_report",
    "is_by_the_way",
    "is_reported",
    "modality_of",
    "opens_sentence",
    "polarity_of",
]

NEAR = 6
"""Clauses before a noun's own among which that of the noun it belongs to stands; the layer has them in text order."""
DENYING = ("bestreiten", "dementieren", "leugnen")
WANTED = ("demanded", "planned")
DENIED = ("negative", "undone")
PUT_OFF = ("verschieben", "aufschieben")
"""Verbs of plans that stay as they were where they are negated."""
TO_COME = ("present", "future")
CONDITIONS = ("falls", "sofern")
MAKING = ("bauen", "einrichten", "einsetzen", "erlassen", "ernennen", "gründen", "schaffen", "verabschieden")
"""Verbs whose object is there only when it is done."""
FORESEEING = ("erwarten", "rechnen")
"""Verbs of plans by which an amount is only thought to be so."""
COMING = ("entstehen", "eröffnen", "folgen", "hinzukommen", "öffnen")
"""Verbs whose subject is there only when it is done."""
WISHING = "mögen"
"""The verb whose Konjunktiv is no more than polite: möchte, dass der Rat tagt."""
UNREPORTED = ("hätte", "wäre", "wären")
SUSPECTED = {"accused": "possible", "doubtful": "possible"}
MODALITY = {"hearsay": "possible"}
"""The clause layer's moods that a claim knows under another name; hearsay without a source is merely possible."""
ORDERING = ("dürfen", "müssen", "sollen")
FROM_OUTSIDE = ("speaker", "self", "outer")
"""Paths of rules whose claim is not what the clause says, but that somebody says it."""


def is_by_the_way(scene: Scene, match: Match) -> bool:
    """Tell what a noun phrase says whatever is said of what it names: forderte das Ende des polnischen Parlaments.

    What happens somewhere may be planned or called off like any other event; a rule says which asides are plain facts.
    """
    noun = match.clause is None or scene.annotations.clauses[match.clause].kind == "nominal"
    return match.rule.aside and noun and match.rule.polarity == "pos"


def polarity_of(scene: Scene, match: Match) -> str:
    """Return "pos" or "neg": the clause's negation, those of what it is content of, and what the rule says.

    Who does not believe, expect or plan that something happens says that it does not.
    """
    if match.rule.polarity in ("pos", "neg"):
        return match.rule.polarity
    if match.rule.aside and scene.vocabulary.predicates[match.rule.predicate].kind == "measure":
        return "pos"  # die zweiwöchige Waffenruhe hielt nicht: two weeks all the same
    turns = match.rule.polarity == "flip"
    chain = chain_of(scene, match)
    lifted = [parent for clause, parent in embedded(scene, match) if is_lifted(scene, clause, parent)]
    for clause in chain:
        turns ^= clause.negation is not None and clause not in lifted
    for clause, parent in embedded(scene, match):
        raised = _is_raised(scene, clause, parent) or _is_missed(scene, clause, parent)
        turns ^= raised and parent.negation is not None and parent not in chain and parent not in lifted
    for effect in effects_on(scene, match):
        turns ^= effect in DENIED
    return "neg" if turns else "pos"


def _is_raised(scene: Scene, clause: Clause, parent: Clause) -> bool:
    """Tell what a negated verb or noun around it says of what hangs on it: glaubt **nicht**, dass …; **kein** Plan, ….

    Of what a noun names only a plan is: ein Treffen ist nicht geplant, but: erwägt keinen Austritt.
    """
    effects = effects_of(scene, clause, parent)
    if clause.kind == "nominal":
        return "planned" in effects and parent.lemma not in PUT_OFF
    return clause.kind == "infinitive" or "possible" in effects or "planned" in effects


def _is_missed(scene: Scene, clause: Clause, parent: Clause) -> bool:
    """Tell what somebody does not see as not there: sieht keine Abhängigkeit; but: sieht sie nicht als …."""
    seen = clause.kind == "nominal" and mood_words().get(parent.lemma) == "seen"
    object_ = argument_of(parent, "object") if seen and argument_of(parent, "predicate") is None else None
    return object_ is not None and object_.head == clause.head and is_new(scene.annotations.tokens, clause.head)


def modality_of(scene: Scene, match: Match, *, said: bool = False) -> str:
    """Return the weakest of what the clause, what it is content of and the rule say: asserted only where all do.

    What somebody is accused of is possible unless it is `said` by the accuser. A rule that asserts what somebody wants
    (wer will, der plant) leaves other doubts about it standing: will angeblich.
    """
    told = match.rule.modality
    if told is not None and is_by_the_way(scene, match):
        return told if told != "asserted" else _there_is(scene, match)
    if told is not None and (told != "asserted" or _is_from_outside(match.rule) or _reads_an_order(scene, match)):
        return told
    chain = chain_of(scene, match)
    stated = ["possible"] if told is None and _is_conditional(scene, match) else []
    stated += _of_wanted(scene, chain) + [_mood_of(scene, clause) for clause in chain]
    stated += [SUSPECTED.get(e, e) for e in effects_on(scene, match) if e != "accused" or not said]
    stated += _of_noun(scene, match)
    stated += ["planned" for clause in [c for c in chain if c.kind != "nominal"][:1] if clause.tense == "future"]
    measured = match.rule.aside and scene.vocabulary.predicates[match.rule.predicate].kind == "measure"
    if measured and chain:
        stated += _of_amount(scene, chain[0])
    caused = match.rule.predicate == CAUSING and chain and chain[0].modal is None and chain[0].tense == "future"
    if caused or (measured and any(parent.lemma in FORESEEING for _, parent in embedded(scene, match))):
        stated = ["possible" if mood == "planned" else mood for mood in stated]  # foreseen, but planned by nobody
    counted = {"possible", "demanded"} if told else set(MODALITIES) - {"asserted"}
    if told and chain and chain[0].modal is None:
        counted -= {"demanded"}  # only the form of a phrase: hat nichts damit zu tun
    return next((mood for mood in stated if mood in counted), "asserted")


def _there_is(scene: Scene, match: Match) -> str:
    """Return how far there is what a phrase names by the way: asserted, but **ein Werk in Ulm** only as far as built.

    What is new to the text is there as the words say by which it comes about: es soll folgen, der Bau eines Werks.
    """
    clauses, words = scene.annotations.clauses, mood_words()
    noun = clauses[match.clause] if match.clause is not None else None
    if noun is None or class_at(scene, noun.head) == "Person":
        return "asserted"
    if not is_new(scene.annotations.tokens, noun.head):
        called = {words.get(word) for word in attributes_of(scene, noun.head)}
        return "planned" if "planned" in called else "asserted"
    stated = [SUSPECTED.get(effect, effect) for effect in effects_on(scene, match)] + _of_noun(scene, match)
    around = clauses[noun.parent] if noun.parent is not None else None
    if around is not None and around.lemma in (*MAKING, *COMING):
        made = argument_of(around, "object" if around.lemma in MAKING and around.voice == "active" else "subject")
        stated += [_mood_of(scene, around)] * (made is not None and noun.head in heads_of(made))
    counted = ("planned",) if class_at(scene, noun.head) in ACTING else set(MODALITIES) - {"asserted"}
    return next((mood for mood in stated if mood in counted), "asserted")


def _of_amount(scene: Scene, noun: Clause) -> list[str]:
    """Return how far there is of what a clause gives the amount: soll ein Aufschlag von 3 Prozent gelten.

    What is known is as large as it is said to be: die CDU mit 50 Sitzen, der Aufschlag von 3 Prozent soll bleiben.
    """
    around = scene.annotations.clauses[noun.parent] if noun.parent is not None else None
    if around is None or around.kind == "nominal" or around.modality == "hearsay":
        return []
    here = next((a for a in around.arguments if noun.head in heads_of(a)), None)
    known = class_at(scene, noun.head) in ACTING or is_definite(scene.annotations.tokens, noun.head)
    known = known or argument_of(noun, "possessor") is not None  # will ein Defizit der Bahn schließen
    known = known or here is None or here.preposition not in (None, "mit")  # will nach einem Verlust von 3 Prozent …
    wanted = around.modal in ("sollen", "wollen") or around.mood == "k2"
    return [_mood_of(scene, around)] if wanted and not known else []


def _is_conditional(scene: Scene, match: Match) -> bool:
    """Tell what comes about only if something else does: zahlt, **sofern Rom zustimmt**; zahlt nur, wenn …."""
    clauses, index = scene.annotations.clauses, match.clause
    while index is not None and clauses[index].kind == "nominal":
        index = clauses[index].parent
    if index is None or clauses[index].kind != "main" or clauses[index].tense not in TO_COME:
        return False
    below = (clauses[child] for child in scene.children.get(index, ()))
    return any(c.conjunction in CONDITIONS or (c.conjunction == "wenn" and _is_only(scene, c)) for c in below)


def _is_only(scene: Scene, clause: Clause) -> bool:
    """Tell the only condition from a time: **nur (dann), wenn** Rom zustimmt; but: wenn der Winter kommt."""
    first = first_from(scene.annotations.tokens, clause.start)
    words = [token.text.lower() for token in scene.annotations.tokens[max(0, first - 3) : first + 1]]
    return "nur" in words


def _reads_an_order(scene: Scene, match: Match) -> bool:
    """Tell whether what triggers the rule is the modal verb that says what must or may not be done."""
    by_modal = isinstance(match.rule.pattern, ClausePattern) and match.rule.pattern.trigger == "modal"
    return by_modal and match.clause is not None and scene.annotations.clauses[match.clause].modal in ORDERING


def _is_from_outside(rule: Rule) -> bool:
    consequence = isinstance(rule.pattern, ClausePattern) and "then-clause" in rule.pattern.content
    return consequence or any(path.partition(".")[0] in FROM_OUTSIDE for _, paths in rule.claim for path in paths)


def denied_by(scene: Scene, match: Match) -> Argument | None:
    """Return the subject of the verb that denies what a noun names: die Polizei dementierte die Festnahme Webers."""
    for clause, parent in embedded(scene, match):
        if clause.kind == "nominal" and parent.lemma in DENYING:
            return argument_of(parent, "subject" if parent.voice == "active" else "agent")
    return None


def is_beyond_report(scene: Scene, clause: Clause) -> bool:
    """Tell a Konjunktiv II for which a report would say habe or sei: er hätte, but sie hätten (for haben)."""
    return any(scene.annotations.tokens[index].text.lower() in UNREPORTED for index in clause.complex)


def is_reported(scene: Scene, clause: Clause) -> bool:
    """Tell what somebody is reported to have said, clause by clause."""
    position = scene.annotations.tokens[clause.head].start
    return any(quotation.type in INDIRECT for quotation in quotations_around(scene, position))


def _is_quoted(scene: Scene, clause: Clause) -> bool:
    return any(True for _ in quotations_around(scene, scene.annotations.tokens[clause.head].start))


def _of_noun(scene: Scene, match: Match) -> list[str]:
    """Return what a noun's adjective or the noun that it belongs to says: ein möglicher Besuch, der Bau des Werks.

    What a phrase calls somebody is as doubtful as its adjective has it: der mutmaßliche Attentäter Max Weber.
    """
    words = mood_words()
    if match.clause is None:
        parts = [part for filler in match.roles.values() for part in filler.parts]
        called = [part.head for part in parts if part.entity is None or part.entity.type == "Thema"]
        return ["possible" for head in called for word in attributes_of(scene, head) if words.get(word) == "possible"]
    if scene.annotations.clauses[match.clause].kind != "nominal":
        return []
    before = scene.annotations.clauses[max(0, match.clause - NEAR) : match.clause]
    owners = (c.lemma for c in before if any(_belongs_to(match.trigger, a, c) for a in c.arguments))
    found = (words.get(word) for word in (*sorted(attributes_of(scene, match.trigger)), *owners))
    measured = scene.vocabulary.predicates[match.rule.predicate].kind == "measure"
    supposed = not measured and _is_supposed(scene, scene.annotations.clauses[match.clause])
    return [effect for effect in found if effect in MODALITIES] + ["possible"] * supposed


def _is_supposed(scene: Scene, noun: Clause) -> bool:
    """Tell an event that is only supposed: Ein Angriff auf Peru könnte …, der Austritt hätte schwere Folgen.

    With können an event that is known may do so: der Angriff könnte Folgen haben.
    """
    around = scene.annotations.clauses[noun.parent] if noun.parent is not None else None
    if around is None or around.kind == "nominal" or around.mood != "k2" or around.tense == "pluperfect":
        return False
    subject = argument_of(around, "subject")
    if subject is None or subject.head != noun.head or subject.shared:
        return False
    return is_new(scene.annotations.tokens, noun.head) or (around.modal is None and not is_reported(scene, around))


def _of_wanted(scene: Scene, chain: list[Clause]) -> list[str]:
    """Return how far there is what a relative clause speaks of: fordert eine Steuer, die …; ein Amt zu bauen, das …."""
    clause = next((carrier for carrier in chain if carrier.kind != "nominal"), None)
    heads = {argument.antecedent for argument in clause.arguments} - {None} if clause is not None else set()
    if (
        clause is None
        or clause.kind != "relative"
        or clause.parent is None
        or clause.tense not in ("present", "future")
    ):
        return []
    clauses = scene.annotations.clauses
    near = (clauses[index] for index in (clause.parent, *scene.children.get(clause.parent, ())))
    named = ((other, a) for other in near for a in other.arguments if a.role == "object")
    parent, said = next(((other, a) for other, a in named if not heads.isdisjoint(heads_of(a))), (None, None))
    if parent is None or said is None or not is_new(scene.annotations.tokens, said.head):
        return []
    made = parent.lemma in MAKING and parent.kind == "infinitive" and parent.parent is not None
    effect = mood_words().get(clauses[parent.parent or 0].lemma if made else parent.lemma)
    return [effect] if effect in WANTED else []


def _belongs_to(noun: int, argument: Argument, owner: Clause) -> bool:
    """Tell whether a noun is what another is about: die Gefahr eines Angriffs, der Ruf nach einem Abzug."""
    if argument.head != noun or owner.kind != "nominal":
        return False
    governed = argument.preposition is not None and noun_governs(owner.lemma, argument.preposition)
    return argument.role == "possessor" or argument.preposition == "von" or governed


def _mood_of(scene: Scene, clause: Clause) -> str:
    """Return a clause's modality in a claim's words.

    What somebody could or had to do in the past came about: konnte gewinnen, musste fliehen. Who cannot does not. What
    must not be is demanded by whoever says so, else it cannot be. What would be is possible, unless würde only reports
    a plan; so is what a question or condition begins with.
    """
    past = clause.mood == "indicative" and clause.tense in ("past", "perfect", "pluperfect")
    if (past and clause.modal in ("können", "müssen")) or (clause.modal == "können" and clause.negation is not None):
        return "asserted"
    if clause.modal == "dürfen" and clause.negation is not None:
        return "demanded" if _is_quoted(scene, clause) else "possible"
    if clause.modal == "wollen" and clause.negation is not None and past and clause.lemma in little_verbs("answering"):
        return "asserted"  # wollte sich nicht äußern
    thought = clause.tense == "future" or (clause.tense in ("past", "present") and clause.modal is None)
    thought &= clause.lemma != WISHING
    if clause.mood == "k2" and thought and not is_reported(scene, clause):
        return "possible"
    if clause.mood == "k2" and clause.tense == "pluperfect" and is_beyond_report(scene, clause):
        return "possible"
    if is_consequence(scene, clause):
        return "possible"
    if clause.modal == "sollen" and clause.modality == "planned" and _is_advice(scene, clause):
        return "demanded"
    condition = clause.kind == "subordinate" and clause.conjunction is None and clause.complex[:1] == clause.tokens[:1]
    if condition and not _is_former(scene, clause):
        return "possible"
    if clause.modality != "hearsay" and opens_sentence(scene, clause):
        return "possible"
    return MODALITY.get(clause.modality, clause.modality)


def _is_advice(scene: Scene, clause: Clause) -> bool:
    """Tell what somebody says that others ought to do: Polen sollte zahlen, sagte er; but: der Rat sollte tagen."""
    forms = (scene.annotations.tokens[index].text.lower() for index in clause.complex)
    advised = any(form.startswith("sollte") for form in forms) and _is_quoted(scene, clause)
    return advised and not opens_sentence(scene, clause)


def _is_former(scene: Scene, clause: Clause) -> bool:
    """Tell what was so before it changed: **Lag die Quote 2020 noch bei 5 Prozent**, waren es 2024 schon 8."""
    if clause.mood != "indicative" or clause.tense not in ("past", "pluperfect") or clause.modal == "sollen":
        return False
    here = last_at(scene.annotations.sentences, clause.start)
    end = scene.annotations.sentences[here].end if here >= 0 else clause.end
    behind = first_from(scene.annotations.clauses, clause.start)
    later = takewhile(lambda other: other.start < end, scene.annotations.clauses[behind:])
    return all(other.mood != "k2" for other in later)


def opens_sentence(scene: Scene, clause: Clause) -> bool:
    """Tell a clause whose finite verb begins (half) its sentence: Wird er gewinnen? …; sollte er gewinnen, …."""
    annotations = scene.annotations
    if clause.mood == "imperative" or not clause.complex or clause.kind == "nominal" or _is_former(scene, clause):
        return False
    finite = annotations.tokens[clause.complex[0]]
    here = last_at(annotations.sentences, finite.start)
    first = annotations.sentences[here].first if here >= 0 else 0
    first += annotations.tokens[first].tag == "$("
    opens = first == clause.complex[0] or annotations.tokens[clause.complex[0] - 1].text == ";"
    return opens and finite.tag.endswith("FIN")
