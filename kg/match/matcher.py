"""Find every match of every rule in a reading; work grows with the words of the text, not with the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.annotate.lexicon import word_list
from kg.annotate.names.titles import modifier
from kg.annotate.noun_classes import tails
from kg.match.classes import class_fits, mention_fits
from kg.match.clauses import COPULAS, LITERAL, REFLEXIVE_COPULAS, Match, Miss, match_clause, says_why
from kg.match.conditions import is_consequence
from kg.match.context import CONTEXT, named_in_passage
from kg.match.determiners import is_none
from kg.match.kinds import DERIVED, kind_named
from kg.match.lemmas import is_one_of
from kg.match.noun_phrases import attributes_of, said_as
from kg.match.participants import find_filler
from kg.match.phrases import ANY_WORD, Unit, Whole, find_phrase, sentence_units, wholes_of, word_forms
from kg.match.rules import ANY_LEMMA, ClausePattern, OfficePattern, Rule, RuleSet
from kg.match.scene import Filler, Part, Scene, argument_of
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.offsets import first_from, overlapping, sentence_of
from kg.model.reading import Clause, Mention, OfficeMention, Sentence, Token

__all__ = ["best_matches", "find_matches", "fires_anywhere", "try_rules"]


def find_matches(scene: Scene, rules: RuleSet) -> tuple[Match, ...]:
    """Return the matches in text order; of those on one predicate, only those of the highest priority and asides."""
    return best_matches(scene, try_rules(scene, rules))


def best_matches(scene: Scene, outcomes: Iterable[Match | Miss]) -> tuple[Match, ...]:
    """Return the matches among the outcomes of all rules that no other comes before, in text order."""
    found: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for outcome in outcomes:
        if isinstance(outcome, Match):
            # An adjective and its copula are one predicate: ist wichtig.
            clause = scene.annotations.clauses[outcome.clause] if outcome.clause is not None else None
            # Clauses may share their verb, each with its own participants: A kam auf 30 Prozent, B auf 20.
            shared = clause is not None and clause.head < clause.tokens[0]
            word = clause.head if clause is not None else outcome.trigger
            found[word, outcome.clause or 0 if shared else 0].append(outcome)
    best = [match for trigger in sorted(found) for match in found[trigger] if _is_best(match, found[trigger])]
    told = {filler.clause for match in best for filler in match.roles.values() if filler.clause != match.clause}
    return tuple(match for match in best if match.clause not in told or not _is_lent(match.rule))


def fires_anywhere(rule: Rule) -> bool:
    """Tell a rule for any verb."""
    pattern = rule.pattern
    return isinstance(pattern, ClausePattern) and pattern.trigger == "verb" and ANY_LEMMA in pattern.lemmas


def _is_lent(rule: Rule) -> bool:
    """Tell a rule for any verb in what somebody says, which gives way to what that is the content of."""
    asked = rule.pattern.slots if isinstance(rule.pattern, ClausePattern) else ()
    return fires_anywhere(rule) and any(slot.path == "speaker" for slot in asked)


def _by_modal(rule: Rule) -> bool:
    return isinstance(rule.pattern, ClausePattern) and rule.pattern.trigger == "modal"


def _is_best(match: Match, others: list[Match]) -> bool:
    """Tell whether no other match on the word comes before.

    What is told aside has no rivals, what fires alongside has rivals of its own predicate only. A rule for any verb in
    what somebody says gives way to what its modal verb says, too: er wolle die Steuern senken, sagte er.
    """

    def is_rival(other: Match) -> bool:
        if match.rule.aside or other.rule.aside:
            return False
        intended = _is_lent(match.rule) and _by_modal(other.rule)
        free = (match.rule.alongside or other.rule.alongside) and not intended
        return not free or other.rule.predicate == match.rule.predicate

    return all(match.rule.priority >= other.rule.priority for other in others if is_rival(other))


def try_rules(scene: Scene, rules: RuleSet) -> Iterator[Match | Miss]:
    """Yield the outcome of every rule that a word of the text triggers."""
    annotations = scene.annotations
    for index in range(len(annotations.clauses)):
        for rule, pattern, trigger in _triggered(scene, rules, index):
            lasting = pattern.trigger == "noun" and scene.vocabulary.predicates[rule.predicate].kind == "relation"
            gone = is_none(annotations.tokens, trigger) if rule.aside else _is_over(annotations.tokens, trigger)
            if lasting and (gone or _is_former(annotations.tokens, trigger)):
                yield Miss(rule, trigger, lambda: ("what is there now", "what was, will be or is not"))
            else:
                yield match_clause(rule, pattern, scene, index, trigger)
    wholes = wholes_of(annotations)
    for sentence in annotations.sentences:
        yield from _phrases(scene, rules, sentence, wholes)
    for office in annotations.offices:
        stated = rules.by_standing.get(office.standing, ())
        yield from (_office_match(scene, rule, office) for rule, asked in stated if _is_meant(scene, asked, office))


def _triggered(scene: Scene, rules: RuleSet, index: int) -> Iterator[tuple[Rule, ClausePattern, int]]:
    clause = scene.annotations.clauses[index]
    if clause.kind == "nominal":
        lemma = next((tail for tail in tails(clause.lemma) if ("noun", tail) in rules.by_lemma), clause.lemma)
        yield from ((rule, pattern, clause.head) for rule, pattern in rules.by_lemma.get(("noun", lemma), ()))
        taking_up = scene.mention_at.get(clause.head)
        if taking_up is not None and taking_up.kind == "group":
            return  # beide Lager are no camps
        asides = [found for word in tails(clause.lemma) for found in rules.by_lemma.get(("aside", word), ())]
        asides += _for_any_noun(scene, rules, clause)
        yield from ((*found, clause.head) for found in {found[0].name: found for found in asides}.values())
        return
    spoken = find_filler(scene, index, "speaker") is not None and not _asks(scene, clause)
    anywhere = spoken or says_why(scene, index)
    for verb in (clause.lemma, ANY_LEMMA) if anywhere else (clause.lemma,):
        yield from ((rule, pattern, clause.head) for rule, pattern in rules.by_lemma.get(("verb", verb), ()))
    supposed = clause.modality == "hearsay" or _asks(scene, clause) or is_consequence(scene, clause)
    modal = "" if supposed else clause.modal or ("werden" if clause.tense == "future" else "")
    yield from ((rule, pattern, clause.head) for rule, pattern in rules.by_lemma.get(("modal", modal), ()))
    head = _adjective_of(scene, clause)
    if head is not None:
        adjective = scene.annotations.tokens[head]
        bare = (
            adjective.text.lower().rstrip("mnrs").removesuffix("e") if clause.kind == "participle" else adjective.text
        )
        # The lemma of a participle (interessiert) is its verb; as an adjective it stands for itself.
        for word in dict.fromkeys((adjective.lemma, bare)):
            for rule, pattern in rules.by_lemma.get(("adjective", word), ()):
                # Whoever says what is so only mentions what stands before a noun: die notwendigen Mittel.
                if clause.kind != "participle" or all(slot.path != "speaker" for slot in pattern.slots):
                    yield rule, pattern, head


def _for_any_noun(scene: Scene, rules: RuleSet, clause: Clause) -> list[tuple[Rule, ClausePattern]]:
    """Return the rules for any noun that may fit: with an attribute where it has that, else where an amount is near."""
    annotations = scene.annotations
    sentence = annotations.sentences[sentence_of(annotations.sentences, clause.head)]
    counted = bool(overlapping(annotations.quantities, sentence.start, sentence.end))
    described = attributes_of(scene, clause.head)
    return [
        (rule, pattern)
        for rule, pattern in rules.by_lemma.get(("aside", ANY_LEMMA), ())
        if (any(is_one_of(lemma, pattern.attributes) for lemma in described) if pattern.attributes else counted)
    ]


def _adjective_of(scene: Scene, clause: Clause) -> int | None:
    """Return the adjective that has the clause's participants: ist besorgt, zeigt sich besorgt, besorgte."""
    if clause.kind == "participle":
        return clause.head
    of_itself = any(scene.annotations.tokens[argument.head].tag == "PRF" for argument in clause.arguments)
    says = clause.lemma in COPULAS or (of_itself and clause.lemma in REFLEXIVE_COPULAS)
    predicate = argument_of(clause, "predicate") if says else None
    return predicate.head if predicate is not None else None


def _asks(scene: Scene, clause: Clause) -> bool:
    """Tell a main clause that begins its sentence with its verb: a question or a condition (Sollte der Rat …, …)."""
    first = scene.annotations.tokens[min(clause.complex, default=clause.head)]
    return clause.kind == "main" and clause.modal is not None and first.text[:1].isupper() and first.tag.startswith("V")


def _phrases(scene: Scene, rules: RuleSet, sentence: Sentence, wholes: Mapping[int, Whole]) -> Iterator[Match | Miss]:
    tokens = scene.annotations.tokens
    words = {ANY_WORD}.union(*[word_forms(t.lemma, t.text) for t in tokens[sentence.first : sentence.last]])
    candidates = {found[0].name: found for word in rules.by_word.keys() & words for found in rules.by_word[word]}
    if not candidates:
        return
    units = sentence_units(scene.annotations, sentence, wholes)

    def fits(mention: Mention, types: frozenset[str]) -> bool:
        return mention_fits(scene.vocabulary, mention, types)

    for _, (rule, pattern) in sorted(candidates.items()):
        found = find_phrase(pattern, units, tokens, fits)
        places = [bound for bound in found if not _is_former(tokens, bound["^"].first)]
        about = named_in_passage(scene, places[0]["^"].first, rule.context) if places and rule.context else None
        if places and rule.context and about is None:
            yield Miss(rule, sentence.first, lambda: ("one of the words of its context", "none"))
            continue
        yield from (_phrase_match(scene, rule, bound, about) for bound in places)
        if not places:
            yield Miss(rule, sentence.first, lambda: ("the phrase", "its word, without what must stand around it"))


def _is_former(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether what a phrase says is over or to come, by an adjective before: der ehemalige Ulmer CDU-Politiker."""
    if tokens[first].text.startswith(("Ex-", "Alt-")):
        return True
    place = first - 1
    while place >= 0 and tokens[place].tag == "ADJA":
        if modifier(tokens[place].text) in ("former", "future"):
            return True
        place -= 1
    return False


def _is_over(tokens: tuple[Token, ...], noun: int) -> bool:
    """Tell what a noun before says is no more: nach dem Ende | der Koalition aus A und B."""
    place = noun - 1
    while place > 0 and tokens[place].tag in ("ADJA", "ART"):
        place -= 1
    return place < noun - 1 and tokens[place].lemma in word_list("ending_nouns.txt")


def _phrase_match(scene: Scene, rule: Rule, bound: dict[str, Unit], about: Filler | None) -> Match:
    roles: dict[str, Filler] = {}
    for part, paths in rule.claim:
        found = (_at_path(scene, path, bound, about) for path in paths)
        filler = next((filler for filler in found if filler is not None), None)
        roles |= {part: filler} if filler is not None else {}
    return Match(rule, bound["^"].first, bound["^"].start, bound["$"].end, roles)


def _at_path(scene: Scene, path: str, bound: dict[str, Unit], about: Filler | None) -> Filler | None:
    """Return what stands at a path of a phrase rule's claim: a bound unit, what is derived of one, the context."""
    name, _, derived = path.rpartition(".")
    if path in bound:
        return _unit_filler(scene, bound[path])
    if path[0] == LITERAL:
        return said_as(scene, bound["^"].first, path.removeprefix(LITERAL))
    if path == CONTEXT:
        return about
    return DERIVED[derived](scene, bound[name]) if name in bound else None


def _unit_filler(scene: Scene, unit: Unit) -> Filler:
    if isinstance(unit.value, Mention):
        value = unit.value
        parts = tuple(Part(unit.start, unit.end, unit.last - 1, entity, value.role) for entity in value.entities)
    else:
        kind = kind_named(scene, unit) if isinstance(unit.value, Token) else None
        parts = (Part(unit.start, unit.end, unit.first, kind),) if kind is not None else ()
    return Filler(unit.start, unit.end, parts)


def _is_meant(scene: Scene, pattern: OfficePattern, office: OfficeMention) -> bool:
    """Tell whether a rule is for the office and for what has it."""
    held_for = class_fits(scene.vocabulary, office.of.type, pattern.of)
    meant = not pattern.titles or is_one_of(office.title, pattern.titles)
    return held_for and meant and not is_one_of(office.title, pattern.not_titles)


def _office_match(scene: Scene, rule: Rule, office: OfficeMention) -> Match:
    trigger = first_from(scene.annotations.tokens, office.start)
    name = f"früherer {office.title}" if office.standing == "former" else office.title
    title = Entity(slug(name), name, "Thema")
    people = {"holder": office.holder, "title": title, "of": office.of, "place": office.place}
    bound = {
        name: Filler(office.start, office.end, (Part(office.start, office.end, trigger, entity),))
        for name, entity in people.items()
        if entity is not None
    }
    roles = {part: next(bound[path] for path in paths) for part, paths in rule.claim if paths[0] in bound}
    return Match(rule, trigger, office.start, office.end, roles)
