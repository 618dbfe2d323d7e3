"""Verbs that say little of themselves, by what a noun for their clause must say in their place."""

from __future__ import annotations

__all__ = [
    "BEING",
    "BRINGING",
    "BROUGHT_ABOUT",
    "CARRYING",
    "COPULAS",
    "ERGATIVE",
    "HARDLY",
    "JUDGING",
    "LIGHT",
    "MEETING",
    "MOVING",
    "NAMELESS",
    "PLACED",
    "SAYING_HOW",
]

BEING = (
    "auftreten",
    "bestehen",
    "bevorstehen",
    "drohen",
    "erfolgen",
    "existieren",
    "herrschen",
    "passieren",
    "stehen",
    "stattfinden",
    "vorkommen",
    "vorliegen",
)
"""Verbs that say no more than that their subject is there or takes place."""
COPULAS = ("sein", "werden", "bleiben")
ERGATIVE = ("aufreißen", "brechen", "kippen", "öffnen", "schließen", "starten", "trocknen", "zerbrechen", "zerreißen")
"""Verbs that without an object say of their subject what else they do to an object: das Theater schließt."""
LIGHT = ("geben", "haben", "machen")
"""Verbs that say no more than that their object is there: es gibt Probleme."""
CARRYING = (
    "abgeben",
    "ausüben",
    "begehen",
    "durchführen",
    "ergreifen",
    "erheben",
    "finden",
    "fliegen",
    "fällen",
    "führen",
    "leisten",
    "nehmen",
    "stellen",
    "treffen",
    "unternehmen",
    "verüben",
    "vornehmen",
    "üben",
)
"""Verbs that say no more of an act than that it is done: Entscheidungen treffen, Hilfe leisten."""
BROUGHT_ABOUT = (
    "Absturz",
    "Einsturz",
    "Entgleisen",
    "Erliegen",
    "Fall",
    "Kentern",
    "Kollaps",
    "Platzen",
    "Scheitern",
    "Schmelzen",
    "Sinken",
    "Stillstand",
    "Stocken",
    "Verstummen",
    "Wanken",
    "Zusammenbruch",
)
"""What happens to what is brought there: den Verkehr zum Erliegen bringen, die Regierung zu Fall bringen."""
BRINGING = {"sorgen": "für", "gehen": "um", "handeln": "um", "kommen": "zu", "hinarbeiten": "auf"}
"""Verbs that say no more of what stands behind their preposition than that it comes about: für Ruhe sorgen."""
MEETING = ("treffen", "besuchen", "empfangen", "verlassen", "aufsuchen")
"""Verbs whose noun says something else of a thing: die Strafen treffen die Falschen is no Treffen."""
JUDGING = (
    "ansehen",
    "betrachten",
    "bezeichnen",
    "einstufen",
    "erklären",
    "gestalten",
    "halten",
    "lassen",
    "machen",
    "nennen",
    "stellen",
    "werten",
)
"""Verbs that say little without what something is made or said to be: für ungültig erklären, sicher machen."""
MOVING = (
    "bringen",
    "halten",
    "holen",
    "lassen",
    "legen",
    "nehmen",
    "rufen",
    "rücken",
    "schicken",
    "setzen",
    "stellen",
    "treiben",
    "versetzen",
    "werfen",
    "ziehen",
    "zwingen",
)
"""Verbs that say little without where or into what something is brought: vor Gericht bringen, in Kraft setzen."""
PLACED = ("stehen", "auftreten")
"""Verbs that say something else with a place than that their subject is there: der Fahrer stand unter Alkohol."""
HARDLY = ("kaum", "selten", "wenig", "wenige", "weniger", "schwerlich", "mitnichten", "nirgends", "nirgendwo")
"""Words that nearly deny what a clause says, which its noun would state: hat die Inflation kaum gebremst."""
NAMELESS = (
    "bekommen",
    "benötigen",
    "brauchen",
    "glauben",
    "hören",
    "kennen",
    "kriegen",
    "meinen",
    "sehen",
    "wissen",
    "zukommen",
)
"""Verbs of which nobody makes a noun with an object."""
SAYING_HOW = ("ausfallen", "aussehen", "klingen", "verlaufen", "vorkommen", "wirken")
"""Verbs that with an adverb say how their subject is: fiel geringer aus."""
