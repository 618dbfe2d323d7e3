"""Make `kg/annotate/data/words.txt.xz`, the figures by which `kg.annotate.words.tagger` tags and lemmatises.

The tagger learns from two packages that are too slow or too large for the reading of an archive, and so are needed
only here (`pip install ".[training]"`): HanTa 1.2.1 (LGPL-3.0), whose tags of word forms and of running text are
counted, and simplemma 2.0 (MIT), whose list gives word forms and their lemmas. The result holds word forms with
costs and lemma rules, endings with the same, counts of tag sequences, and genders of nouns: no text.

    python -m kg.annotate.words.training.train TEXTS.jsonl     # one JSON object a line with German text under "text"

Takes about twenty minutes on one core; a second run two, for HanTa's answers are kept (see `hanta`). The shipped
file is what this script makes of some 230,000 tokens: the 700 Wikinews articles of `wikinews-quotes/train.jsonl` and
the texts of KRAUTS (Die Zeit, Dolomiten), tagged by HanTa; no annotation of either was used. With it GSD-dev is
tagged 96.2 % and lemmatised 97.6 % right (`python -m eval.figures`); from the Wikinews articles alone 96.1 % and
97.6 %, and subjects and objects come out a little worse (F1 86.4 against 86.5).
"""

from __future__ import annotations

import json
import logging
import lzma
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from kg.annotate.lexicon import verb_prefixes
from kg.annotate.words.sentences import split_sentences
from kg.annotate.words.tokens import tokenize
from kg.annotate.words.training.hanta import TaggedWord, form_costs, form_lemma, is_known, tagged
from kg.annotate.words.training.noun_genders import genders

LOG = logging.getLogger(__name__)
TARGET = Path(__file__).parents[2] / "data" / "words.txt.xz"
QUARTERS = 4  # costs in one natural logarithm, as the tagger reads them
WORST = 28  # readings that cost seven logarithms more than the best are dropped
LIKELY, POSSIBLE = 8, 14  # costs up to which a guess must offer the readings of a form, and how dear it may
LONGEST_ENDING, SHORTEST_LAST_WORD = 7, 5  # as in the tagger
RAREST_ENDING = 8  # forms that must share an ending before it is learned
SEEN_WEIGHT = 4  # a form seen in text counts for endings as much as four of the list: the list has few names
OPEN_CLASSES = frozenset(
    {"NN", "NE", "ADJA", "ADJD", "VVFIN", "VVINF", "VVPP", "VVIZU", "FM", "ADV", "VVIMP", "CARD", "XY"}
)
INFLECTED = re.compile(r"e[nrms]?$")
# Forms of the list that news does not use: second persons, superlatives of participles, long compounds.
UNUSUAL = re.compile(r"(?<=.{6})(?:ere[mnrs]?|ndste[mnrs]?|este[mnrs]|testen?|endst|est|tet|test|nd(?:e[mnrs]?)?)$")
LONGEST_NOUN, LONGEST_WORD = 12, 16
PROGRESS_LINES = 50  # for each of the two long steps

Rule = tuple[int, str]


class Reading(NamedTuple):
    """A tag with its cost against the best reading, and the lemma rule: characters to cut, ending to add."""

    tag: str
    cost: int
    rule: Rule


Entry = tuple[Reading, ...]
Analyses = dict[str, tuple[bool, Entry]]


def stts(tag: str, word: str) -> str:
    """Return the STTS tag for a tag of HanTa (VV(FIN), ADJ(A), PROAV, NNI, NNA)."""
    if not any(character.isalnum() for character in word):
        return {",": "$,"}.get(word, "$." if word in ".!?:;" else "NN" if word in "%€$£§" else "$(")
    plain = tag.replace("(", "").replace(")", "") if len(tag) > 2 else tag
    return {"PROAV": "PAV", "NNI": "NN", "NNA": "NN"}.get(plain, plain)


def kind(tag: str) -> str:
    """Return the class of words that share a lemma: V, A, N, E (names), or "" for closed classes."""
    return (
        "V" if tag[:2] in ("VV", "VA", "VM") else "A" if tag.startswith("ADJ") else {"NN": "N", "NE": "E"}.get(tag, "")
    )


def lemma_rule(form: str, lemma: str) -> Rule:
    """Return how `form` becomes `lemma`, both in small letters."""
    lemma = lemma.lower()
    same = next(
        (n for n, pair in enumerate(zip(form, lemma, strict=False)) if pair[0] != pair[1]), min(len(form), len(lemma))
    )
    return len(form) - same, lemma[same:]


def track(items: Sequence[str], name: str) -> Iterator[str]:
    """Yield the items and log now and then how far the run is."""
    for place, item in enumerate(items):
        if place % max(1, len(items) // PROGRESS_LINES) == 0:
            LOG.info("%d of %d %s", place, len(items), name)
        yield item


def tagged_sentences(texts: Iterable[str]) -> Iterator[list[TaggedWord]]:
    """Yield the sentences of the texts as words with HanTa's lemma and tag."""
    for text in texts:
        tokens = tokenize(text)
        for sentence in split_sentences(text, tokens):
            yield tagged([token.text for token in tokens[sentence.first : sentence.last]])


class Counts:
    """How often tags, pairs and triples of tags, capitals and words occur."""

    def __init__(self, sentences: Iterable[list[TaggedWord]]) -> None:
        self.single: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.triples: Counter[tuple[str, str, str]] = Counter()
        self.capitals: defaultdict[str, Counter[bool]] = defaultdict(Counter)
        self.words: Counter[str] = Counter()
        for sentence in sentences:
            first = second = "<s>"
            for place, (word, _, tag) in enumerate(sentence):
                third = stts(tag, word)
                self.single[third] += 1
                self.pairs[second, third] += 1
                self.triples[first, second, third] += 1
                self.words[word.lower()] += 1
                if place and word[0].isalpha():
                    self.capitals[third][word[0].isupper()] += 1
                first, second = second, third
        self.total = self.single.total()

    def conditional(self, tag: str, joint: float) -> int:
        """Return the cost of a word given its tag, from the logarithm of their joint probability."""
        return round(-QUARTERS * (joint - math.log(self.single[tag] / self.total)))

    def capital_costs(self, tag: str) -> list[int]:
        """Return the costs of a small and of a capital initial inside a sentence."""
        large, small = self.capitals[tag][True] + 1, self.capitals[tag][False] + 1
        return [round(-QUARTERS * math.log(count / (small + large))) for count in (small, large)]


def usual_forms(lemmas: dict[str, str], seen: Iterable[str]) -> list[str]:
    """Return the forms to be analysed, in small letters: those of the list that news may use, and those seen."""
    small = {form for form in lemmas if form[0].islower()}
    forms = {word for word in seen if word.isalpha()}
    for form, lemma in lemmas.items():
        if not 2 <= len(form) <= LONGEST_WORD or not form.isalpha():
            continue
        noun = form[0].isupper()
        nominalised = noun and lemma.endswith("e") and lemma[:-1].lower() + "en" in small
        if noun and (len(form) > LONGEST_NOUN or form.lower() in small or nominalised):
            continue
        present = form in (lemma[:-1] + "e", lemma[:-2] + "et")  # verändere, verbietet: no comparative, no preterite
        if noun or present or not UNUSUAL.search(form):
            forms.add(form.lower())
    return sorted(forms)


def lemma_of(form: str, tag: str, lemmas: dict[str, str]) -> str:
    """Return the lemma of a form with a tag of HanTa: that of simplemma's list where it fits the tag."""
    small, noun = lemmas.get(form, ""), lemmas.get(form.capitalize(), "")
    group = kind(stts(tag, form))
    if group == "V" and small[:1].islower() and small.endswith("n") and (small != form or form.endswith("n")):
        return small
    if group == "N" and tag == "NN" and noun[:1].isupper():
        return noun
    if group == "E" and not is_known(form):
        return form
    if (
        group == "A"
        and small[:1].islower()
        and not small.endswith("n")
        and form.startswith(small[:2])
        and len(small) <= len(form)
    ):
        return small
    return form_lemma(form, tag)


def analysed(forms: Sequence[str], lemmas: dict[str, str], counts: Counts) -> Analyses:
    """Return for each form whether HanTa knows it from its corpus, and its entry."""
    analyses: Analyses = {}
    for form in track(forms, "forms"):
        joint, known = form_costs(form), is_known(form)
        rules = {tag: lemma_of(form, tag, lemmas) if kind(stts(tag, form)) else form for tag in joint}
        supplement(form, joint, rules, lemmas, known=known)
        best: dict[str, Reading] = {}
        for tag, value in sorted(joint.items(), key=lambda item: item[1]):
            plain = stts(tag, form)
            if plain in counts.single:
                best[plain] = Reading(plain, counts.conditional(plain, value), lemma_rule(form, rules[tag]))
        if best:
            analyses[form] = known, ranked(best.values())
    return analyses


def supplement(
    form: str, joint: dict[str, float], rules: dict[str, str], lemmas: dict[str, str], *, known: bool
) -> None:
    """Add the noun and adjective readings that simplemma's list has and HanTa does not see."""
    small, noun = lemmas.get(form, ""), lemmas.get(form.capitalize(), "")
    kinds = {kind(stts(tag, form)) for tag in joint}
    top = max(joint.values())
    if noun[:1].isupper() and "N" not in kinds and not known and len(form) > 3:
        joint["NN"], rules["NN"] = top - (5 if small else 2), noun
    declined = (
        small[:1].islower() and not small.endswith("n") and form.startswith(small[:-1]) and INFLECTED.search(form)
    )
    if declined and "ADJ(A)" not in joint and len(form) > 4 and all(kinds):
        joint["ADJ(A)"], rules["ADJ(A)"] = top - 1, small


def ranked(readings: Iterable[Reading]) -> Entry:
    """Return readings by cost, counted from the best, without the hopeless ones."""
    ordered = sorted(readings, key=lambda reading: reading.cost)
    least = ordered[0].cost
    return tuple(Reading(tag, cost - least, rule) for tag, cost, rule in ordered if cost - least <= WORST)


def declined_adjectives(lemmas: dict[str, str], known: Analyses) -> Analyses:
    """Return the inflected adjectives and participles of the list that were not analysed."""
    return {
        form: (False, (Reading("ADJA", 0, lemma_rule(form, lemma)),))
        for form, lemma in lemmas.items()
        if form[0].islower() and form.isalpha() and form not in known and lemma[0].islower() and lemma[-1] != "n"
        if len(lemma) > 4 and form != lemma and form.startswith(lemma[:-2]) and INFLECTED.search(form)
    }


def learned_endings(analyses: Analyses, counts: Counts) -> dict[str, Entry]:
    """Return the entries of endings, shorter ones standing in where a longer one says nothing new."""
    mass: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    rules: defaultdict[tuple[str, str], Counter[Rule]] = defaultdict(Counter)
    support: Counter[str] = Counter()
    for form, (_, entry) in analyses.items():
        if len(form) < 4:
            continue
        weight = SEEN_WEIGHT if form in counts.words else 1
        shares = {r.tag: math.exp(-r.cost / QUARTERS) * counts.single[r.tag] for r in entry}
        for length in range(min(LONGEST_ENDING, len(form) - 1) + 1):
            ending = form[len(form) - length :]
            support[ending] += weight
            for reading in entry:
                if reading.tag in OPEN_CLASSES:
                    mass[ending][reading.tag] += weight * shares[reading.tag] / sum(shares.values())
                    if reading.rule[0] <= length:
                        rules[ending, reading.tag][reading.rule] += 1
    endings: dict[str, Entry] = {}
    for ending in sorted((e for e in mass if support[e] >= RAREST_ENDING or not e), key=len):
        entry = ending_entry(ending, mass[ending], rules, counts)
        parent = next((endings[ending[n:]] for n in range(1, len(ending) + 1) if ending[n:] in endings), ())
        if not ending or coarse(entry) != coarse(parent):
            endings[ending] = entry
    return endings


def ending_entry(
    ending: str, mass: dict[str, float], rules: dict[tuple[str, str], Counter[Rule]], counts: Counts
) -> Entry:
    """Return the readings of an ending by the share of each tag among its forms."""
    readings = []
    total = sum(mass.values())
    for tag, share in mass.items():
        if share / total > 0.002:  # rarer readings are errors of the analysis
            cost = round(-QUARTERS * math.log(share / total / counts.single[tag]))
            common = rules[ending, tag].most_common(1)
            readings.append(Reading(tag, cost, common[0][0] if common else (0, "")))
    return ranked(readings)


def coarse(entry: Entry) -> tuple[tuple[str, int, Rule], ...]:
    """Return an entry with costs in whole logarithms, by which endings are compared."""
    return tuple((reading.tag, reading.cost // QUARTERS, reading.rule) for reading in entry)


def guess(form: str, forms: dict[str, Entry], endings: dict[str, Entry]) -> Entry:
    """Return the entry that the tagger would find for an unknown form (see `kg.annotate.words.tagger`)."""
    for start in range(1, len(form) - SHORTEST_LAST_WORD + 1):
        if form[start:] in forms:
            entry = forms[form[start:]]
            kept = entry if form[:start] in verb_prefixes() else tuple(r for r in entry if r.tag[0] != "V")
            if kept:
                return kept
    longest = max(1, len(form) - LONGEST_ENDING)
    return next(endings[form[n:]] for n in range(longest, len(form) + 1) if form[n:] in endings)


def lemmas_in(entry: Entry, form: str, dearest: int) -> set[tuple[str, str]]:
    """Return the tags and lemmas that an entry gives a form up to a cost."""
    return {(tag, form[: max(0, len(form) - rule[0])] + rule[1]) for tag, cost, rule in entry if cost <= dearest}


def needed_forms(analyses: Analyses, endings: dict[str, Entry], counts: Counts) -> dict[str, Entry]:
    """Return the entries of forms that are frequent or that the tagger would not guess."""
    forms: dict[str, Entry] = {}
    for form in sorted(analyses, key=lambda form: (len(form), form)):
        known, entry = analyses[form]
        guessed = guess(form, forms, endings)
        enough = guessed[0].tag == entry[0].tag and lemmas_in(entry, form, LIKELY) <= lemmas_in(guessed, form, POSSIBLE)
        if known or counts.words[form] > 1 or not enough:
            forms[form] = entry
    return forms


def written(forms: dict[str, Entry], endings: dict[str, Entry], counts: Counts, nouns: dict[str, str]) -> bytes:
    """Return the file: a line of JSON, then a line an entry with its forms and endings, compressed."""
    tags = ["<s>", *sorted(counts.single)]
    number = {tag: place for place, tag in enumerate(tags)}
    head = {
        "genders": {
            gender: " ".join(sorted(n for n in nouns if nouns[n] == gender)) for gender in sorted(set(nouns.values()))
        },
        "tags": tags,
        "capital": [counts.capital_costs(tag) for tag in tags],
        "uni": {number[tag]: count for tag, count in counts.single.items()},
        "bi": {number[a] * 64 + number[b]: count for (a, b), count in counts.pairs.items()},
        "tri": {(number[a] * 64 + number[b]) * 64 + number[c]: count for (a, b, c), count in counts.triples.items()},
    }
    lines: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, entries in enumerate((forms, endings)):
        for key in sorted(entries):
            text = ";".join(f"{tag} {cost} {rule[0]} {rule[1]}".rstrip() for tag, cost, rule in entries[key])
            lines[text][side].append(key or "*")
    body = (f"{text}\t{' '.join(known)}\t{' '.join(ends)}" for text, (known, ends) in sorted(lines.items()))
    text = "\n".join([json.dumps(head, separators=(",", ":"), ensure_ascii=False), *body])
    return lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)


def main(source: Path) -> None:
    """Learn from the texts in `source` and write the model."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    lemmas = {str(form): str(lemma) for form, lemma in DefaultDictionaryFactory().get_dictionary("de").items()}
    texts = [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines()]
    sentences = list(tagged_sentences(track(texts, "texts")))
    counts = Counts(sentences)
    analyses = analysed(usual_forms(lemmas, counts.words), lemmas, counts)
    analyses |= declined_adjectives(lemmas, analyses)
    endings = learned_endings(analyses, counts)
    forms = needed_forms(analyses, endings, counts)
    TARGET.write_bytes(written(forms, endings, counts, genders(lemmas, sentences)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
