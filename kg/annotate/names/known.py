"""Names that the gazetteer knows, as they stand in a text: plain, as adjectives, as peoples, in compounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.annotate.articles import BEFORE_OWNERS
from kg.annotate.lexicon import word_list
from kg.annotate.names.body_names import head_row
from kg.annotate.names.foreign_namesakes import is_of_another_country
from kg.annotate.names.found import Found, found
from kg.annotate.names.gazetteer import Form, Gazetteer
from kg.annotate.names.inflection import is_adjectival, without_genitive
from kg.annotate.names.institutions import part_in_compound
from kg.annotate.names.kinds import kind_of
from kg.annotate.names.titles import parse_title
from kg.annotate.names.transliteration import folded
from kg.annotate.words.tag_sets import FINITE_TAGS
from kg.annotate.words.tagger import is_noun
from kg.annotate.words.tokens import ROMAN
from kg.model.entity import Entity
from kg.model.identity import slug
from kg.model.reading import Mention, Sentence, Token

__all__ = ["find_known"]

_QUOTES = frozenset("\"„“”»«‚‘'›‹")
_LOCATIVE = {"in", "aus", "nach", "bei", "von", "um", "im"}
_MOST_PARTS = 6  # no known name has more hyphens; the limit keeps a chain of a thousand hyphens quick
_NOT_A_PART = ("Anti", "Pro", "Ex", "Nicht", "Post")
# Parts after the hyphen that mean the body or state itself: BRICS-Staaten, US-Regierung.
_MEMBERS = {
    "Staaten",
    "Länder",
    "Staat",
    "Mitgliedstaaten",
    "Mitgliedsstaaten",
    "Mitgliedsländer",
    "Ländern",
    "Mitgliedsländern",
}
# A currency names no state: 20 Milliarden US-Dollar speak of no United States.
_CURRENCIES = ("Dollar", "Cent", "Pfund", "Rubel", "Franken")
_FOREIGN_ARTICLE = "The"  # part of the name as it stands in a German text: die Zeitung The Guardian
_COMPASS = re.compile(r"(?:nord|süd|ost|west|nordost|nordwest|südost|südwest|zentral|mittel)(.{3,}?isch)(?:e[mnrs]?)?")
_PART = re.compile(r"(?:Nord|Süd|Ost|West|Nordost|Nordwest|Südost|Südwest|Zentral|Mittel)([a-zäöüß]{4,}?)")
_IN_REGION = re.compile(r"([A-ZÄÖÜ].{3,})(?:staat|staats|staaten|insel|inseln|republik|republiken|anrainer|küste)")
_HOME = "Deutschland"
_GOVERNMENTS = {"Regierung", "Führung", "Administration", "Staatsführung"}
_BEFORE_NOUNS = ("ART", "APPRART", "PPOSAT", "PDAT", "PIAT", "ADJA", "CARD", "TRUNC", "NE", "FM", "$(")
_MILITIA = "Miliz"
_BEHIND_NAMES = ("VVFIN", "VAFIN", "VMFIN", "$.", "$,")


def find_known(tokens: Sequence[Token], sentences: Sequence[Sentence], gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the known names from left to right, the longest at each place."""
    openings = {sentence.first for sentence in sentences}
    behind = 0
    for index in _openers(tokens, gazetteer):
        hit = _hit(tokens, index, openings, gazetteer) if index >= behind else None
        if hit is not None:
            yield hit
            behind = hit.last


def _openers(tokens: Sequence[Token], gazetteer: Gazetteer) -> list[int]:
    """Return the tokens with which a known name may begin; most begin none."""
    forms = gazetteer.forms
    return [
        index
        for index, token in enumerate(tokens)
        if (word := token.text)[0].isupper() or word in forms or "-" in word or "isch" in word or token.tag == "NE"
    ]


def _hit(tokens: Sequence[Token], index: int, openings: set[int], gazetteer: Gazetteer) -> Found | None:
    word = tokens[index].text
    opened = word.lower() if index in openings and word.lower() in word_list("name_particles.txt") else word
    for form in gazetteer.forms.get(opened, ()):
        last = index + len(form.words)
        if not _matches(tokens, index, form) or not _acceptable(tokens, index, form, openings):
            continue
        if form.entity.type != "Organisation" or not is_of_another_country(tokens, index, last, form, gazetteer):
            first = index - 1 if index and tokens[index - 1].text == _FOREIGN_ARTICLE else index
            return found(tokens, first, last, form.entity, form.kind)
    if "-" in word:
        return _compound(tokens, index, gazetteer)
    if (side := _side(word, gazetteer)) is not None:
        return found(tokens, index, index + 1, side, "adjective")
    if (part := _part_of_state(word, gazetteer)) is not None:
        return found(tokens, index, index + 1, part)
    if word[0].isupper() and (office := _office_compound(tokens[index], index, gazetteer)) is not None:
        return office
    named = tokens[index].tag == "NN" and index + 1 < len(tokens) and tokens[index + 1].tag == "NE"
    if named and (region := _region_compound(tokens[index], index, gazetteer)) is not None:
        return region
    if tokens[index].tag == "NE" or _stands_bare(tokens, index, openings):
        person = _surname(word, gazetteer)
        return found(tokens, index, index + 1, person) if person else None
    return None


def _side(word: str, gazetteer: Gazetteer) -> Entity | None:
    """Return the state or region of whose north, south, … an adjective tells: nordsyrisch, westukrainisch."""
    match = _COMPASS.fullmatch(word)
    entity = gazetteer.adjectives.get(match[1]) if match is not None else None
    return entity if entity is not None and entity.type in ("Staat", "Ort") else None


def _part_of_state(word: str, gazetteer: Gazetteer) -> Entity | None:
    """Return the north, south, … of a state or region that a word names: Ostukraine, Südfrankreichs."""
    match = _PART.fullmatch(word)
    name = match[1].capitalize() if match is not None else ""
    whole = gazetteer.exact(name)
    if whole is None or whole.type not in ("Staat", "Ort"):
        return None
    label = word if name in (whole.label, *whole.aliases) else without_genitive(word) or word
    return Entity(slug(label), label, "Ort", gender=whole.gender, provisional=True)


def _region_compound(token: Token, index: int, gazetteer: Gazetteer) -> Found | None:
    """Return the region that a word for a state or island begins with: Karibikinsel, Pazifikstaat."""
    match = _IN_REGION.fullmatch(token.text)
    region = gazetteer.exact(match[1]) if match is not None else None
    if match is None or region is None or region.type != "Ort":
        return None
    return Found(index, index + 1, Mention(token.start, token.start + len(match[1]), (region,), "compound"))


def _matches(tokens: Sequence[Token], index: int, form: Form) -> bool:
    words = form.words
    return len(words) == 1 or (
        index + len(words) <= len(tokens) and all(tokens[index + i].text == words[i] for i in range(1, len(words)))
    )


def _acceptable(tokens: Sequence[Token], index: int, form: Form, openings: set[int]) -> bool:
    """Tell whether the word class and surroundings allow the form its meaning here."""
    token = tokens[index]
    if form.kind == "adjective":
        if form.doubtful:
            return (token.text[0].islower() or index in openings) and _modifies_a_noun(tokens, index)
        if token.text[0].islower():
            return True
        if form.entity.type == "Staat" and not token.text.endswith("scher") and token.text.endswith("er"):
            return _modifies(tokens, index)
        return (token.tag == "ADJA" or index in openings or token.text.endswith("er")) and _before_noun(tokens, index)
    if form.kind == "demonym":
        return token.tag in ("NN", "NE") and not _is_bare_singular(tokens, index)
    if form.doubtful:
        return _backed(tokens, index, len(form.words), form.entity.type)
    if form.entity.type == "Sprache":
        bare = token.text == form.entity.label or not _before_noun(tokens, index)  # not: Russisches Öl
        return bare and token.tag[:1] in ("N", "A")
    if is_adjectival(form.entity.label) and token.text.endswith("en"):
        return bool(index) and tokens[index - 1].text in ("der", "zur")  # die Linken are people
    if form.entity.type == "Staat" and _heads_a_name(tokens, index):
        return False
    return len(form.words) > 1 or token.tag[:1] in ("N", "F", "X", "T") or token.text.isupper()


def _heads_a_name(tokens: Sequence[Token], index: int) -> bool:
    """Tell a state's name that heads that of a body with members of its own: der Bund freier Gärtner."""
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    owned = behind is not None and behind.tag in ("ADJA", "ART") and behind.text.endswith("er")
    return owned and head_row(tokens[index].text) is not None


def _is_bare_singular(tokens: Sequence[Token], index: int) -> bool:
    """Tell a name from one of a people, who has an article: Bayer klagt, but ein Bayer klagt, Bayern klagen."""
    before, behind = tokens[index - 1] if index else None, tokens[index + 1 : index + 2]
    opens = before is None or before.tag.startswith("$") or before.tag == "APPR"
    return opens and tokens[index].morph.number == "s" and bool(behind) and behind[0].tag in _BEHIND_NAMES


def _before_noun(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a noun or another adjective follows, also behind "und" (Deutsche und polnische Banken)."""
    tags = [token.tag for token in tokens[index + 1 : index + 3]]
    return tags[:1] in (["NN"], ["NE"], ["ADJA"]) or tags == ["KON", "ADJA"]


def _modifies(tokens: Sequence[Token], index: int) -> bool:
    """Tell an adjective without ending from one of the people: Schweizer Banken, der Schweizer Otto Weber."""
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    return behind is not None and behind.tag in ("NN", "ADJA")


def _modifies_a_noun(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an adjective that is also a direction stands before an actor (westliche Länder)."""
    noun = index + 1
    if noun + 2 < len(tokens) and tokens[noun].text == "und":
        noun += 2  # westliche und zentralasiatische Medien
    return noun < len(tokens) and tokens[noun].text in word_list("political_nouns.txt")


def _backed(tokens: Sequence[Token], index: int, length: int, type_: str) -> bool:
    """Tell whether a name that is also a common word is used as a name: »Spiegel«, Zeitung Die Welt, in Essen."""
    if type_ == "Medium" and index and tokens[index - 1].text in ("Der", "Die", "Das"):
        index, length = index - 1, length + 1
    before = tokens[index - 1].text if index else ""
    if type_ == "Medium":
        after = tokens[index + length].text if index + length < len(tokens) else ""
        return (before in _QUOTES and after in _QUOTES) or before in word_list("medium_nouns.txt")
    if type_ == "Organisation":  # der Westen, but not: der Westen der Insel
        behind = tokens[index + length] if index + length < len(tokens) else None
        return behind is None or (behind.text not in BEFORE_OWNERS and behind.tag != "NE")
    numbered = index + length < len(tokens) and tokens[index + length].tag == "CARD"  # in Halle 4
    return tokens[index].tag == "NE" and before in _LOCATIVE and not numbered


def _stands_bare(tokens: Sequence[Token], index: int, openings: set[int]) -> bool:
    """Tell what is tagged as a noun beside the verb and without article, as a name stands: Macron warnte."""
    before = tokens[index - 1].tag if index else ""
    behind = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    begins = index in openings or before in ("$,", "KOUS", "KON")
    if tokens[index].tag == "NN" and not is_noun(tokens[index].text) and before not in _BEFORE_NOUNS:
        return behind not in ("NN", "NE", "FM", "TRUNC")  # no word but a name: mit | Macron
    dated = tokens[index].lemma in word_list("time_nouns.txt")  # zwischen Februar und Mai wurden …: no May
    return tokens[index].tag == "NN" and not dated and ((begins and behind in FINITE_TAGS) or before in FINITE_TAGS)


def _surname(word: str, gazetteer: Gazetteer) -> Entity | None:
    """Return the one known person with this last name, also in the genitive; none for II, which sounds like Yi."""
    if ROMAN.fullmatch(word):
        return None
    for name in (word, without_genitive(word)):
        bearers = gazetteer.surnames.get(folded(name), ()) if name else ()
        if len(bearers) == 1:
            return bearers[0]
    return None


def _compound(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> Found | None:
    token = tokens[index]
    parts = token.text.split("-")
    if token.text.islower() or (parts[-1][:1].islower() and parts[0].lower() in gazetteer.adjectives):
        return _double_adjective(token, index, parts, gazetteer)
    if not parts[-1]:
        return _joint_offices(tokens, index, parts[0], gazetteer)
    skipped = len(parts[0]) + 1 if parts[0] in _NOT_A_PART else 0
    kept = parts[1:] if skipped else parts
    for cut in range(min(len(kept) - 1, _MOST_PARTS), 0, -1):
        name = "-".join(kept[:cut])
        entity = gazetteer.exact(name) or _surname(name, gazetteer)
        if entity:
            rest = "-".join(kept[cut:])
            if rest.startswith(_CURRENCIES):
                return None
            if _stands_for(entity, rest, gazetteer) and not _is_named(tokens, index + 1, rest, gazetteer):
                return found(tokens, index, index + 1, entity, "metonym")
            part = part_in_compound(name, rest) if not skipped and entity.type != "Person" else None
            if part is not None:
                return found(tokens, index, index + 1, part, whole=entity)
            start = token.start + skipped
            return Found(index, index + 1, Mention(start, start + len(name), (entity,), "compound"))
    return None


def _is_named(tokens: Sequence[Token], behind: int, rest: str, gazetteer: Gazetteer) -> bool:
    """Tell members whose names follow from all of them, who are the body: die EU-Staaten | Polen und Ungarn."""
    state = gazetteer.exact(tokens[behind].text) if rest in _MEMBERS and behind < len(tokens) else None
    return state is not None and state.type == "Staat"


def _joint_offices(tokens: Sequence[Token], index: int, name: str, gazetteer: Gazetteer) -> Found | None:
    """Read the holders of two offices in all members of a body: EU-Staats- und Regierungschefs."""
    last = index + 2
    if last >= len(tokens) or tokens[index + 1].text != "und" or gazetteer.exact(name) is None:
        return None
    title = parse_title(tokens[last].text)
    if title is None or title.scope != "state":
        return None
    label = " ".join(token.text for token in tokens[index : last + 1])
    label = label.removesuffix("n") if label.endswith("ern") else label  # the dative of -er
    return found(tokens, index, last + 1, Entity(slug(label), label, "Person", gender="p", provisional=True))


def _office_compound(token: Token, index: int, gazetteer: Gazetteer) -> Found | None:
    """Return the body whose office a closed compound names: the Kreml of Kremlsprecher."""
    title = parse_title(token.text)
    if title is None:
        return None
    # Kremlchef is a title of its own, for it means the state's president; its first part still names the Kreml
    parts = [token.text[:cut] for cut in range(2, len(token.text))] if title.state else [title.prefix]
    name = next((part for part in parts if part and gazetteer.exact(part)), "")
    body = gazetteer.exact(name) if name else None
    if body is None:
        return None
    return Found(index, index + 1, Mention(token.start, token.start + len(name), (body,), "compound"))


def _stands_for(entity: Entity, rest: str, gazetteer: Gazetteer) -> bool:
    if entity.type == "Staat":
        return rest in _GOVERNMENTS
    camp = rest in word_list("camp_parts.txt") and kind_of(entity) == _MILITIA
    return camp or rest in _MEMBERS or rest in gazetteer.members.get(entity.id, ())


def _double_adjective(token: Token, index: int, parts: list[str], gazetteer: Gazetteer) -> Found | None:
    """Return the states of "kasachisch-russisch", in their order."""
    last = next((form.entity for form in gazetteer.forms.get(parts[-1], ()) if form.kind == "adjective"), None)
    stems = [gazetteer.adjectives.get(part.lower()) for part in parts[:-1]]
    entities = tuple(entity for entity in (*stems, last) if entity is not None)
    if len(entities) != len(parts):
        return None
    return Found(index, index + 1, Mention(token.start, token.end, entities, "adjective"))
