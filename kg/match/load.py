"""Rule files become rules; every fault of every file is told with its line."""

from __future__ import annotations

import functools
import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.errors import Fault, FaultyInput
from kg.match.amounts import AMOUNTS
from kg.match.classes import GOVERNING
from kg.match.clauses import EACH_OTHER, LITERAL, OTHERS, WHOLE
from kg.match.content import EFFECT
from kg.match.context import CONTEXT
from kg.match.participants import CAUSE
from kg.match.phrases import parse_phrase
from kg.match.rules import ANY_LEMMA, ClausePattern, Example, OfficePattern, PhrasePattern, Rule, RuleSet, Slot
from kg.match.word_lists import expanded
from kg.match.yaml_lines import Mapping, read_yaml
from kg.model.vocabulary import Vocabulary

__all__ = ["load_rules", "make_rule_set", "schema"]

Pattern = ClausePattern | PhrasePattern | OfficePattern

WORDS = frozenset({"none", "sich", "man", "niemand", "es", "dies"})
"""What a slot may ask for that is no class."""
EARLIER = ("before", "planner", "told")
"""Paths of what stands before a clause."""
TRIGGERS = ("verb", "noun", "adjective", "modal")
ROLES = (
    "subject",
    "object",
    "dative",
    "genitive",
    "predicate",
    "adverbial",
    "agent",
    "possessor",
    "compound",
    "origin",
    "name",
    "speaker",
    "self",
    "pair",
    "before",
    "home",
    "planner",
    "told",
    CAUSE,
)
GOVERNED = ("subject", "agent", "possessor", "speaker", "self", "outer.subject")
"""Where who acts stands, beside the subject of the claim."""
FRAME = ("kind", "mood", "tense", "modality")
OFFICE_PARTS = ("holder", "title", "of", "place")
PARTS = ("subject", "object", "quantity", "speaker")
NO_PARTY = ("object", "quantity")
"""Parts of a claim that are not who acts or whom it is agreed with, demanded of, forbidden."""


@functools.cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema of a rule file, the same that editors use."""
    loaded: dict[str, Any] = json.loads(Path(__file__).with_name("schema.json").read_text(encoding="utf-8"))
    return loaded


def load_rules(folder: Path, *, vocabulary: Vocabulary) -> RuleSet:
    """Read all `*.yaml` of a folder; raise FaultyInput with all faults of all files."""
    faults: list[Fault] = []
    rules: list[Rule] = []
    files: dict[Path, Mapping] = {}
    for path in sorted(folder.rglob("*.yaml")):
        try:
            files[path] = read_yaml(path)
        except FaultyInput as error:
            faults += error.faults
    for path, content in files.items():
        found = _schema_faults(path, content)
        faults += found
        if not found:
            rules += _read_file(path, content, files, vocabulary, faults)
    faults += _name_faults(rules)
    if faults:
        raise FaultyInput(tuple(faults))
    return make_rule_set(rules)


def make_rule_set(rules: Iterable[Rule]) -> RuleSet:
    """Index rules by what triggers them."""
    ordered = tuple(sorted(rules, key=lambda rule: (-rule.priority, rule.name)))
    by_lemma: dict[tuple[str, str], list[tuple[Rule, ClausePattern]]] = defaultdict(list)
    by_word: dict[str, list[tuple[Rule, PhrasePattern]]] = defaultdict(list)
    by_standing: dict[str, list[tuple[Rule, OfficePattern]]] = defaultdict(list)
    for rule in ordered:
        if isinstance(rule.pattern, ClausePattern):
            for lemma in rule.pattern.lemmas:
                kind = "aside" if rule.aside and rule.pattern.trigger == "noun" else rule.pattern.trigger
                by_lemma[kind, lemma].append((rule, rule.pattern))
        elif isinstance(rule.pattern, PhrasePattern):
            for word in rule.pattern.triggers:
                by_word[word].append((rule, rule.pattern))
        else:
            for standing in rule.pattern.standings:
                by_standing[standing].append((rule, rule.pattern))
    return RuleSet(
        rules=ordered,
        by_lemma={key: tuple(found) for key, found in by_lemma.items()},
        by_word={key: tuple(found) for key, found in by_word.items()},
        by_standing={key: tuple(found) for key, found in by_standing.items()},
    )


def _schema_faults(path: Path, content: Mapping) -> list[Fault]:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    found = []
    for error in Draft202012Validator(schema()).iter_errors(content):
        cause = best_match([error]) or error
        place = list(cause.absolute_path)
        found.append(
            Fault(path, f"{'/'.join(map(str, place)) or 'the file'}: {cause.message[:160]}", _line(content, place))
        )
    return found


def _line(content: object, place: list[str | int]) -> int:
    line = 1
    for step in place:
        if isinstance(content, Mapping) and isinstance(step, str):
            line = content.lines.get(step, line)
            content = content.get(step)
        elif isinstance(content, list) and isinstance(step, int):
            content = content[step]
        line = content.line if isinstance(content, Mapping) else line
    return line


def _read_file(
    path: Path, content: Mapping, files: dict[Path, Mapping], vocabulary: Vocabulary, faults: list[Fault]
) -> list[Rule]:
    try:
        lists = _lists(path, content, files)
    except ValueError as error:
        faults.append(Fault(path, str(error), content.lines.get("import", content.lines.get("lists", 1))))
        return []
    rules = []
    for entry in content.get("rules", ()):
        try:
            rule = _rule(path, entry, lists)
        except ValueError as error:
            faults.append(Fault(path, f"rule {entry['name']}: {error}", entry.line))
            continue
        problems = _term_problems(rule, vocabulary)
        faults += [Fault(path, f"rule {rule.name}: {problem}", entry.line) for problem in problems]
        rules.append(rule)
    return rules


def _lists(path: Path, content: Mapping, files: dict[Path, Mapping]) -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for name in content.get("import", ()):
        other = path.with_name(name)
        if other not in files:
            raise ValueError(f"imports {name}, which is not there")
        lists |= _own_lists(files[other], lists)
    return lists | _own_lists(content, lists)


def _own_lists(content: Mapping, known: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    lists = dict(known)
    for name, words in content.get("lists", {}).items():
        lists[name] = _words(words, lists)
    return lists


def _words(written: str | list[str], lists: dict[str, frozenset[str]]) -> frozenset[str]:
    return expanded([written] if isinstance(written, str) else written, lists)


def _rule(path: Path, entry: Mapping, lists: dict[str, frozenset[str]]) -> Rule:
    pattern = _pattern(entry, lists)
    claim = _claim(entry, pattern)
    if isinstance(pattern, ClausePattern) and entry["predicate"] in GOVERNING:
        acting = {*GOVERNED, *(path for part, paths in claim if part not in NO_PARTY for path in paths)}
        pattern = replace(pattern, slots=tuple(_governed(slot, acting) for slot in pattern.slots))
    change = entry.get("set", {})
    return Rule(
        name=entry["name"],
        predicate=entry["predicate"],
        pattern=pattern,
        claim=claim,
        priority=entry.get("priority", 0),
        polarity=change.get("polarity"),
        modality=change.get("modality"),
        reciprocal=entry.get("reciprocal", False),
        aside=entry.get("aside", False),
        alongside=entry.get("alongside", False),
        context=_words(entry.get("context", []), lists),
        examples=tuple(Example(item["text"], tuple(item["claims"])) for item in entry["examples"]),
        counterexamples=tuple(entry.get("counterexamples", ())),
        file=path,
        line=entry.line,
    )


def _pattern(entry: Mapping, lists: dict[str, frozenset[str]]) -> Pattern:
    if "clause" in entry:
        return _clause(entry, lists)
    if "phrase" in entry:
        return parse_phrase(entry["phrase"], lists)
    titles, not_titles = (_words(entry.get(key, []), lists) for key in ("title", "not_title"))
    return OfficePattern(frozenset(entry["office"]), titles, not_titles, tuple(entry.get("of", ["Ding"])))


def _frequency(slot: Slot) -> int:
    """Order slots by how often a clause has what they ask, so that most rules are refused at their first slot.

    Counted on Wikinews: 2 of 100 clauses have the word that is asked, 5 the preposition, 20 a speaker, 30 a subject of
    the right class. What stands before the clause is looked for in all that stands there, so it comes last.
    """
    if slot.path in EARLIER:
        return 5 if slot.optional else 4
    if slot.optional:
        return 3
    if slot.lemmas:
        return 0
    return 1 if slot.path == "speaker" or slot.path.startswith(("pp.", "outer.")) else 2


def _clause(entry: Mapping, lists: dict[str, frozenset[str]]) -> ClausePattern:
    written = entry["clause"]
    triggers = [kind for kind in TRIGGERS if kind in written]
    if len(triggers) != 1:
        raise ValueError(f"clause needs one of {', '.join(TRIGGERS)}")
    slots = [_slot(role, written[role], lists) for role in ROLES if role in written]
    slots += [_slot(f"pp.{preposition}", slot, lists) for preposition, slot in written.get("pp", {}).items()]
    slots += [_slot(path, slot, lists) for path, slot in written.get("inside", {}).items()]
    slots += [_slot(f"outer.{role}", slot, lists) for role, slot in written.get("outer", {}).items()]
    lemmas = _words(written[triggers[0]], lists)
    if ANY_LEMMA in lemmas and not _is_rare(written, slots):
        raise ValueError(
            "is for any word; add a speaker or a cause to a verb, an amount to a noun, "
            "that it need not be tried everywhere"
        )
    return ClausePattern(
        trigger=triggers[0],
        lemmas=lemmas,
        slots=tuple(sorted(slots, key=_frequency)),
        content=tuple(entry.get("content", ())),
        voice=written.get("voice", "any"),
        negated=written.get("negated"),
        frame=tuple((name, frozenset(written[name])) for name in FRAME if name in written),
        attributes=_words(written.get("attribute", []), lists),
        singular=written.get("number") == "singular",
    )


def _is_rare(written: Mapping, slots: list[Slot]) -> bool:
    """Tell a rule for any word that asks for what few clauses have.

    A verb asks for a speaker or a cause, a noun for certain others.
    """
    asked = [slot for slot in slots if not slot.optional]
    measured = "attribute" in written or any(slot.units or slot.lemmas for slot in asked)
    told = any(slot.path in ("speaker", CAUSE) for slot in asked)
    return measured if "noun" in written else told


def _slot(path: str, written: str | dict[str, Any], lists: dict[str, frozenset[str]]) -> Slot:
    detail = {"type": written} if isinstance(written, str) else written
    types = detail.get("type", "Ding")
    return Slot(
        path=path,
        types=tuple(types.rstrip("?+!*").split("|")),
        lemmas=_words(detail.get("lemma", []), lists),
        not_lemmas=_words(detail.get("not_lemma", []), lists),
        optional=types.endswith("?"),
        several="+" in types,
        named="!" in types,
        described="*" in types,
        indefinite=detail.get("article") == "indefinite",
        known=detail.get("article") == "known",
        goal=detail.get("article") == "goal",
        rest=detail.get("article") == "rest",
        apart="apart" in detail,
        singular=detail.get("number") == "singular",
        attributes=_words(detail.get("attribute", []), lists),
        units=_words(detail.get("unit", []), lists),
    )


def _governed(slot: Slot, paths: Collection[str]) -> Slot:
    """Return a slot for who acts (at one of `paths`) that takes those who act for a town as well: Hamburg fordert."""
    acting = slot.path in paths and not {"Akteur", "Organisation"}.isdisjoint(slot.types)
    return replace(slot, governed=acting and not slot.named)


def _claim(entry: Mapping, pattern: Pattern) -> tuple[tuple[str, tuple[str, ...]], ...]:
    known = _known_paths(pattern) | ({CONTEXT} if CONTEXT in entry else set())
    usual = {"subject": ("subject",), "object": () if entry.get("reciprocal") else ("content", "object")}
    written = {part: tuple(path for path in paths if path in known) for part, paths in usual.items()}
    for part, paths in entry.get("claim", {}).items():
        written[part] = (paths,) if isinstance(paths, str) else tuple(paths)
    named = {path for paths in written.values() for path in paths if not path.startswith(LITERAL)}
    unknown = sorted(named - known)
    if unknown:
        bound = ", ".join(sorted(known))
        raise ValueError(f"claim uses {', '.join(unknown)}, which the pattern does not bind; it binds {bound}")
    needed = ("subject",) if entry.get("reciprocal") else ("subject", "object")
    missing = [part for part in needed if not written[part]]
    if missing:
        raise ValueError(f"claim lacks {' and '.join(missing)}")
    return tuple((part, paths) for part, paths in written.items() if paths)


def _known_paths(pattern: Pattern) -> set[str]:
    if isinstance(pattern, OfficePattern):
        return set(OFFICE_PARTS)
    if isinstance(pattern, PhrasePattern):
        names = {element.name for element in pattern.elements if element.name}
        derived = {
            "kind": (".phrase", ".attributed"),
            "word": (".phrase", ".attributed"),
            "quantity": (".phrase",),
            "entity": (".kind", ".town", ".called", ".private"),
        }
        return names | {e.name + ending for e in pattern.elements for ending in derived.get(e.kind, ())}
    return (
        {slot.path for slot in pattern.slots}
        | {"trigger", "word", *AMOUNTS, CAUSE, EFFECT, EACH_OTHER, OTHERS, WHOLE}
        | ({"content"} if pattern.content else set())
    )


def _term_problems(rule: Rule, vocabulary: Vocabulary) -> list[str]:
    predicate = vocabulary.predicates.get(rule.predicate)
    problems = [] if predicate else [f"predicate '{rule.predicate}' is not in the ontology"]
    if predicate:
        unknown = sorted({part for part, _ in rule.claim} - {*PARTS, *predicate.qualifiers})
        allowed = ", ".join(predicate.qualifiers) or "none"
        problems += [f"'{part}' is no qualifier of {rule.predicate}; it has {allowed}" for part in unknown]
    if isinstance(rule.pattern, ClausePattern):
        types = {name for slot in rule.pattern.slots for name in slot.types} - WORDS
    elif isinstance(rule.pattern, PhrasePattern):
        types = {name for element in rule.pattern.elements if element.kind == "entity" for name in element.values}
    else:
        types = set()
    problems += [f"class '{name}' is not in the ontology" for name in sorted(types - set(vocabulary.classes))]
    return problems


def _name_faults(rules: list[Rule]) -> list[Fault]:
    seen: dict[str, Rule] = {}
    faults = []
    for rule in rules:
        if rule.name in seen:
            first = seen[rule.name]
            faults.append(
                Fault(rule.file, f"rule {rule.name} stands already in {first.file.name}:{first.line}", rule.line)
            )
        seen.setdefault(rule.name, rule)
    return faults
