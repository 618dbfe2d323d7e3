"""What was told just before and is taken up by a pronoun or an adverb: Die Stadt will bauen. Das, Dagegen …."""

from __future__ import annotations

from kg.annotate.lexicon import verbs_of_saying, word_list
from kg.match.scene import Filler, Part, Scene
from kg.model.offsets import first_from, last_at
from kg.model.reading import Argument, Clause, Token

__all__ = ["adverb_for", "main_clauses_before", "only_says", "taken_up", "tells_no_deed", "told_before"]

PRONOUNS = ("das", "dies", "dem")
ADVERBS = {
    "an": ("daran",),
    "auf": ("darauf",),
    "durch": ("dadurch",),
    "für": ("dafür",),
    "gegen": ("dagegen",),
    "in": ("darin",),
    "infolge": ("infolgedessen", "daraufhin"),
    "über": ("darüber",),
    "von": ("davon",),
    "vor": ("davor",),
    "wegen": ("deswegen", "deshalb", "daher", "darum"),
    "zu": ("dazu",),
}
"""Adverbs that take up what was told as a preposition would: gegen | den Bau, dagegen."""
STATIC = word_list("copulas.txt") | {"haben", "geben"}
"""Verbs of clauses that say how things are, which nobody rejects or demands as such."""
DOING = ("angreifen",)
"""Verbs of saying that tell a deed besides: griffen das Dorf an."""


def tells_no_deed(clause: Clause) -> bool:
    """Tell a clause that says how things are or that somebody says something."""
    return clause.lemma in STATIC or only_says(clause.lemma)


def only_says(verb: str) -> bool:
    """Tell a verb of saying that tells no other deed."""
    return verb in verbs_of_saying() and verb not in DOING


def taken_up(scene: Scene, argument: Argument) -> Filler | None:
    """Return the clause that "das", "dies" or "was" takes up, as what it was told by, None for all else."""
    token = scene.annotations.tokens[argument.head]
    if argument.end != token.end:
        return None
    if token.text == "was":
        told = _around(scene, token)
    else:
        alone = token.tag in ("PDS", "ART") and token.text.lower() in PRONOUNS  # Das | kritisierte Kanzler Schulz
        told = _before(scene, token) if alone else None
    return _told(token, argument.head, told) if told is not None else None


def adverb_for(scene: Scene, clause: Clause, preposition: str) -> Filler | None:
    """Return the clause that an adverb takes up: Die Stadt will bauen. Dagegen | protestieren die Anwohner.

    No clause behind it may say what is meant: sprach sich dagegen aus, zu bauen.
    """
    tokens = scene.annotations.tokens
    adverbs = ADVERBS.get(preposition, ())
    pronominal = (i for i in clause.tokens if adverbs and tokens[i].tag == "PAV")
    found = next((i for i in pronominal if tokens[i].text.lower() in adverbs), None)
    if found is None or any(tokens[found].end < start for start in _said_behind(scene, clause)):
        return None
    told = _before(scene, tokens[found])
    return _told(tokens[found], found, told) if told is not None else None


def _said_behind(scene: Scene, clause: Clause) -> list[int]:
    """Return where the infinitives and clauses with dass begin that hang on a clause."""
    index = first_from(scene.annotations.clauses, clause.start)
    while scene.annotations.clauses[index] is not clause:
        index += 1
    inner = [scene.annotations.clauses[child] for child in scene.children.get(index, ())]
    return [child.start for child in inner if child.kind == "infinitive" or child.conjunction == "dass"]


def told_before(scene: Scene, index: int) -> tuple[Filler, ...]:
    """Return what a main clause reacts to without saying so: Polen sperrte die Grenze. Kiew | sprach von Erpressung."""
    clause = scene.annotations.clauses[index]
    first = scene.annotations.tokens[clause.tokens[0]]
    # Auch die FDP zeigte sich enttäuscht: by what the others reacted to
    told = _before(scene, first) if clause.kind == "main" and first.text != "Auch" else None
    if told is None:
        return ()
    between = scene.annotations.document.text[scene.annotations.clauses[told].end : first.start]
    return (_told(first, clause.tokens[0], told),) if "\n" not in between else ()


def _told(token: Token, head: int, clause: int) -> Filler:
    return Filler(token.start, token.end, (Part(token.start, token.end, head, None, told=clause),))


def _around(scene: Scene, was: Token) -> int | None:
    """Return the clause that "was" takes up behind it: Die Stadt will bauen, was | die Opposition ablehnt."""
    clauses = scene.annotations.clauses
    index = last_at(clauses, was.start)
    parent = clauses[index].parent
    if parent is None or clauses[parent].kind not in ("main", "subordinate", "infinitive"):
        return None
    asked = any(argument.clause == index for argument in clauses[parent].arguments)  # sie sagt, was sie will
    return parent if not asked else None


def _before(scene: Scene, word: Token) -> int | None:
    """Return the last main clause that ends before a word, in its sentence or the one before."""
    return next(iter(main_clauses_before(scene, word.start)), None)


def main_clauses_before(scene: Scene, start: int, *, within: int = 1) -> list[int]:
    """Return the main clauses that end before an offset, in its sentence or those `within` before, the last one first.

    What somebody says is told by the clause that says so. A clause tells nothing that hangs on it.
    """
    annotations, clauses = scene.annotations, scene.annotations.clauses
    here = last_at(annotations.sentences, start)
    first = annotations.sentences[max(0, here - within)].start
    begun = range(first_from(clauses, first), first_from(clauses, start))
    mains = (i for i in begun if clauses[i].kind == "main" and clauses[i].end <= start)
    around = _outer(scene, last_at(clauses, start))
    free = (i for i in mains if clauses[i].parent is None and i not in around)
    return sorted(free, key=lambda i: clauses[i].end, reverse=True)


def _outer(scene: Scene, index: int) -> frozenset[int]:
    """Return the clauses on which a relative clause hangs: X gilt für alle, die gegen | den Plan sind."""
    clauses = scene.annotations.clauses
    found: set[int] = set()
    while index >= 0 and clauses[index].kind == "nominal" and clauses[index].parent is not None:
        index = clauses[index].parent or 0
    hanging = clauses[index].kind == "relative" if index >= 0 else False
    while hanging and (parent := clauses[index].parent) is not None and parent not in found:
        found.add(parent)
        index = parent
    return frozenset(found)
