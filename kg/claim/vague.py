"""Phrases that name nothing to a reader who does not see the text: die Frage, der Entwurf, das Land."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from kg.annotate.clauses.government import noun_governs
from kg.annotate.lexicon import word_list
from kg.annotate.names.titles import parse_title
from kg.annotate.noun_classes import ends_in, noun_class
from kg.annotate.words.tagger import is_noun
from kg.claim.argument_names import CIRCUMSTANCES
from kg.claim.argument_names import POINTING as POINTING_ADJECTIVES
from kg.claim.doings import doer_of
from kg.claim.nominalisation import SAYS_ENOUGH
from kg.claim.noun_phrases import number_before
from kg.claim.owners import is_owned, maker_of, named_before
from kg.claim.pointing import points_back
from kg.claim.purposes import purpose_of
from kg.claim.word_lists import listed
from kg.match.extents import is_described, whole_phrase
from kg.match.kinds import AMONG
from kg.match.nouns import (
    deeds_named,
    is_known_as_group,
    is_purposeful,
    is_relational,
    is_sweeping,
    is_vague,
    never_resumed,
    resumed_by,
)
from kg.match.scene import ACTING, Part, Scene
from kg.model.offsets import first_from, sentence_of

__all__ = ["names_nothing", "specified"]

ASKING = ("welche", "wieviel")
"""How phrases begin that ask what they would name: Welche Regeln sind ungültig?"""
ABSTRACT = re.compile(r"(ismus|heit|keit|schaft|tät|losigkeit|recht|krieg|krise)$")
"""Endings of nouns that name something even where nothing is added: der Terrorismus, die Pressefreiheit."""
SOMEBODY = ("Frau", "Junge", "Mann", "Mensch", "Mädchen")
"""Nouns that tell of a single one nothing that a clause behind does not: soll ein Mann sein, der in Bonn lebt."""
TALKS = "Verhandlung"  # of what is taken up, the only that is most often several: die Verhandlungen … den Beratungen
RESUMED_WITHIN = 4  # sentences back; what was said further off has most often been followed by something else
SHORTEST_PART = 4  # letters; shorter words stand inside others by chance


def names_nothing(
    scene: Scene, part: Part, taken: tuple[tuple[int, int], ...] = (), *, end: bool = True, acting: bool = False
) -> bool:
    """Tell whether a participant is a bare noun that only the text around it could explain.

    `taken` are spans that fill other roles of the claim. What only qualifies a claim, and is no `end` of it, may point
    back: Zusammenarbeit in der Forschung. The subject of a claim (`acting`) must not be "ihre Mitglieder" of nobody
    knows whom; the object's possessive most often refers to the subject, which says nothing of a plan: sein Projekt.
    """
    if part.entity is not None:
        return False
    if scene.annotations.tokens[first_from(scene.annotations.tokens, part.start)].text.lower().startswith(ASKING):
        return True
    head = scene.annotations.tokens[part.head]
    if noun_class(head.lemma) not in ACTING and (
        (maker_of(scene, part) or doer_of(scene, part)) is not None or named_before(scene, part, taken)
    ):
        return False
    if scene.annotations.tokens[part.head - 1].lemma in POINTING_ADJECTIVES:
        return True  # die dortigen Behörden
    if scene.annotations.tokens[first_from(scene.annotations.tokens, part.start)].tag == "PWAT":
        return True  # Welche Vorschläge sind ungültig?
    if acting and _belongs_to_those(scene, part):
        return True
    bare_back = (end and points_back(scene, part)) or (acting and _lacks_owner(scene, part))
    named = noun_class(head.lemma)
    if named in ACTING or named == "Ort":
        office = "-" not in head.text and parse_title(head.text) is not None
        relational = is_relational(head.lemma) and not _is_group(scene, part)
        bare = bare_back and (relational or office or (named == "Person" and _is_one(scene, part)))
        bare |= acting and head.lemma in SOMEBODY and _is_one(scene, part) and _goes_on(scene, part, taken)
    else:
        owned = end and bool(resumed_by(head.lemma)) and scene.annotations.tokens[part.head - 1].tag == "PPOSAT"
        bare = (is_vague(head.lemma) and not _is_of_name(scene, part)) or owned
        bare |= bare_back and not _says_enough(head.lemma)
        bare |= end and is_sweeping(head.lemma) and _is_unsaid(scene, part)
    if _is_first_of(scene, part) and _goes_on(scene, part, taken):
        return True
    if bare and named not in ACTING and purpose_of(scene, part):
        return False  # die Idee, die Schule zu schließen
    if not bare and named not in ACTING and _is_introduced(scene, part) and not _says_enough(head.lemma):
        bare = _goes_on(scene, part, taken)
    if not bare or not is_described(scene, part, taken):
        return bare
    return scene.annotations.tokens[part.head + 1].text in CIRCUMSTANCES


def specified(scene: Scene, part: Part) -> Part:
    """Return the last phrase before a noun that says of what or whom it is, the noun's own where none does.

    Der Entwurf eines Mediengesetzes … den Entwurf: it is that of a Mediengesetz. So with bodies and people (die
    Gewerkschaft der Polizei … die Gewerkschaft), one by one, for many are seldom the same.
    """
    tokens = scene.annotations.tokens
    noun = tokens[part.head]
    acts = noun_class(noun.lemma) in ACTING
    nameless = part.entity is None and (not acts or noun.morph.number == "s")
    if not nameless or not points_back(scene, part) or is_described(scene, part) or maker_of(scene, part) is not None:
        return part
    # The compound of a body or a place is another one: das Kernland … dem Land.
    alone = acts or noun_class(noun.lemma) in ("Ort", "Staat")
    heads = _heads_like(scene, noun.lemma) if not alone else scene.heads_of.get(noun.lemma, ())
    before = (h for h in reversed(heads) if h < part.head and (not acts or "s" in tokens[h].morph.number))
    named = (_said_of_what(scene, head, (noun.lemma,), only_owner=acts, here=part.head) for head in before)
    found = next((found for found in named if found is not None), None)
    return found or (_resumed(scene, part) if not acts else None) or part


def _resumed(scene: Scene, part: Part) -> Part | None:
    """Return what a noun takes up under another name: die Reform der Justiz … das Vorhaben."""
    tokens = scene.annotations.tokens
    noun = tokens[part.head]
    kinds = resumed_by(noun.lemma)
    several = noun.morph.number == "p"
    if not kinds or (several and TALKS not in kinds) or _goes_on(scene, part, ()):
        return None
    before = {h for kind in kinds for h in _heads_like(scene, kind) if h < part.head}
    heads = {h for h in before if (tokens[h].morph.number == "p") == several}
    heads = {h for h in heads if noun_class(tokens[h].lemma) != "Organisation" or tokens[h].lemma in kinds}
    heads = {h for h in heads if tokens[h].lemma not in never_resumed()}
    bare = (noun.lemma, *kinds)
    named = (_said_of_what(scene, head, bare, only_owner=False) for head in sorted(heads, reverse=True))
    found = [each for each in named if each is not None]
    only = len({tokens[each.head].lemma for each in found}) == 1 and is_purposeful(noun.lemma)
    return next((each for each in found if only or _is_near(scene, each.head, part.head)), None)


def _is_near(scene: Scene, before: int, head: int) -> bool:
    sentences = scene.annotations.sentences
    return sentence_of(sentences, head) - sentence_of(sentences, before) <= RESUMED_WITHIN


def _heads_like(scene: Scene, lemma: str) -> Sequence[int]:
    """Return the heads of phrases with a noun or a compound that ends with it, in order: Wahl, Landtagswahl."""
    tail = lemma.lower()
    compounds = (other for other in scene.heads_of if other.endswith(tail) and ends_in(other, lemma))
    return sorted(head for other in (lemma, *compounds) for head in scene.heads_of.get(other, ()))


def _said_of_what(scene: Scene, head: int, bare: Collection[str], *, only_owner: bool, here: int = 0) -> Part | None:
    """Return a noun with its owner or what else it governs, or a compound of a bare noun, if it has either.

    What a clause says of it will do for a thing that is made (ein Vertrag, der die Kosten regelt … den Vertrag), and
    near what takes it up for all else: die Entscheidung, zu bauen … die Entscheidung.
    """
    noun = scene.annotations.tokens[head]
    named = Part(noun.start, noun.end, head, None)
    if noun.lemma not in bare and scene.mention_at.get(head) is None:
        return named
    nominal = scene.nominal_at.get(head)
    behind = scene.annotations.clauses[nominal].arguments if nominal is not None else ()
    for argument in behind:
        governed = argument.role == "possessor"
        if not only_owner:
            governed |= noun_governs(noun.lemma, argument.preposition or "")
            governed |= argument.preposition == "in" and argument.head in scene.mention_at
        if governed and argument.start > noun.end and not argument.shared:
            return named
    if only_owner or scene.mention_at.get(head) is not None:
        return None
    lasting = not deeds_named(noun.lemma) or not here or _is_near(scene, head, here)
    return named if lasting and purpose_of(scene, named) else None


def _belongs_to_those(scene: Scene, part: Part) -> bool:
    """Tell what only the text before says whose it is: die Vertreter | dieser Staaten."""
    tokens = scene.annotations.tokens
    behind = range(part.head + 1, first_from(tokens, part.end))
    return any(tokens[index].tag == "PDAT" for index in behind)


def _lacks_owner(scene: Scene, part: Part) -> bool:
    """Tell whether nothing says to whom a possessive right before a noun refers."""
    return scene.annotations.tokens[part.head - 1].tag == "PPOSAT" and not is_owned(scene, part)


def _is_of_name(scene: Scene, part: Part) -> bool:
    """Tell a noun right behind the adjective of a name, which says whose it is: kurdische Stellungen."""
    mention = scene.mention_at.get(part.head - 1)
    return mention is not None and mention.kind == "adjective"


def _is_unsaid(scene: Scene, part: Part) -> bool:
    """Tell an indefinite noun of which no adjective says more: Maßnahmen, neue Regeln, but not strengere Regeln."""
    before = scene.annotations.tokens[part.head - 1]
    if before.tag == "ADJA":
        return part.start == before.start and before.lemma in word_list("vague_adjectives.txt")
    return part.start == scene.annotations.tokens[part.head].start


def _is_first_of(scene: Scene, part: Part) -> bool:
    """Tell what is only so of those that a clause behind it names: das achte Land, das größte Werk, …."""
    before = scene.annotations.tokens[part.head - 1]
    return before.tag == "ADJA" and AMONG.fullmatch(before.text) is not None and not before.lemma.endswith("st")


def _is_introduced(scene: Scene, part: Part) -> bool:
    return scene.annotations.tokens[part.head - 1].lemma == "ein"


def _goes_on(scene: Scene, part: Part, taken: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a relative clause follows a phrase and says what its name leaves out: ein Gesetz, das …."""
    tokens = scene.annotations.tokens
    end = whole_phrase(scene, part, taken)[1]
    behind = first_from(tokens, end)
    while behind < len(tokens) and tokens[behind].tag.startswith(("V", "PTK")):
        behind += 1  # lehnte ein Gesetz | ab, das …
    following = tokens[behind : behind + 3]
    told = bool(following) and following[0].text == "," and any(word.tag.startswith("PREL") for word in following[1:])
    return told and not purpose_of(scene, part)


def _is_one(scene: Scene, part: Part) -> bool:
    """Tell whether a word for a person means a single one: der Offizier, but not die Demonstranten."""
    tokens = scene.annotations.tokens
    noun = tokens[part.head]
    number = number_before(tokens, tokens[part.head - 1].start, part.head) or noun.morph.number
    return number == "s" or (number == "sp" and noun.text == noun.lemma)


def _is_group(scene: Scene, part: Part) -> bool:
    """Tell all bodies of a kind, which need no owner: die Gewerkschaften, but not die beiden Gewerkschaften."""
    tokens = scene.annotations.tokens
    direct = tokens[part.head - 1].tag in ("ART", "APPRART")
    return direct and is_known_as_group(tokens[part.head].lemma) and not _is_one(scene, part)


@lru_cache(maxsize=50_000)  # the nouns of an archive
def _says_enough(lemma: str) -> bool:
    """Tell whether a noun says of itself of what it is: die Verfassungsreform, der US-Einsatz, der Terrorismus."""
    long = len(lemma) >= SAYS_ENOUGH or "-" in lemma
    return long or bool(ABSTRACT.search(lemma)) or _is_compound(lemma.lower())


def _is_compound(small: str) -> bool:
    """Tell whether two known nouns make up a noun, with or without letters that link them."""
    cuts = range(SHORTEST_PART, len(small) - SHORTEST_PART + 1)
    return any(is_noun(small[cut:]) and any(_is_first(first) for first in _unlinked(small[:cut])) for cut in cuts)


def _is_first(word: str) -> bool:
    return len(word) >= SHORTEST_PART and (word in listed("first_parts.txt") or is_noun(word))


def _unlinked(first: str) -> tuple[str, ...]:
    return (first, *(first.removesuffix(link) for link in ("s", "es", "n", "en")))
