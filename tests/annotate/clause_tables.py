"""What a clause has for a key of the clause tables, in the form of the tables."""

from __future__ import annotations

from typing import Any

from kg.annotate.words.sentences import split_sentences
from kg.annotate.words.tag import tag_words
from kg.annotate.words.tokens import tokenize
from kg.model.reading import Argument, Clause, Sentence, Token

ROLES = ("subject", "object", "dative", "genitive", "predicate", "agent", "possessor", "adverbial")
PLAIN = ("kind", "tense", "mood", "voice", "modal", "modality", "conjunction")


def words(text: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Return tagged tokens and sentences of a text."""
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    return tag_words(tokens, sentences), sentences


def argument(clause: Clause, role: str, preposition: str | None = None) -> Argument | None:
    """Return the clause's first argument in the role, with the preposition if one is asked for."""
    found = (a for a in clause.arguments if a.role == role and preposition in (None, a.preposition))
    return next(found, None)


def described(text: str, tokens: tuple[Token, ...], clauses: tuple[Clause, ...], wanted: dict[str, Any]) -> Any:
    """Return what the first clause with the wanted lemma and kind has for the wanted keys, None without one.

    With the key `nth` it is not the first but the one with so many of the kind before it.
    """
    fitting = [c for c in clauses if c.lemma == wanted["lemma"] and wanted.get("kind", c.kind) == c.kind]
    place = wanted.get("nth", 0)
    if place >= len(fitting):
        return None
    found = {key: wanted[key] for key in ("lemma", "nth") if key in wanted}
    asked = {key: value for key, value in wanted.items() if key not in found}
    return found | {key: _value(text, tokens, clauses, fitting[place], key, value) for key, value in asked.items()}


def _value(
    text: str, tokens: tuple[Token, ...], clauses: tuple[Clause, ...], clause: Clause, key: str, wanted: Any
) -> Any:
    def head(found: Argument | None) -> str | None:
        return tokens[found.head].text if found else None

    if key in ROLES:
        return head(argument(clause, key))
    if key in PLAIN:
        return getattr(clause, key)
    if key == "negation":
        return text[clause.negation.start : clause.negation.end] if clause.negation else None
    if key == "parent":
        return clauses[clause.parent].lemma if clause.parent is not None else None
    if key in ("shared", "uncertain"):
        return [a.role for a in clause.arguments if (a.shared if key == "shared" else not a.certain)]
    found = {role: argument(clause, "oblique", role) if key == "pp" else argument(clause, role) for role in wanted}
    if key == "pp":
        return {role: head(a) for role, a in found.items()}
    if key == "clause":
        return {role: clauses[a.clause].lemma if a and a.clause is not None else None for role, a in found.items()}
    if key == "antecedent":
        return {
            role: tokens[a.antecedent].text if a and a.antecedent is not None else None for role, a in found.items()
        }
    if key == "conjuncts":
        return {role: [tokens[part[2]].text for part in a.conjuncts] if a else None for role, a in found.items()}
    assert key == "span", key
    return {role: text[a.start : a.end] if a else None for role, a in found.items()}
