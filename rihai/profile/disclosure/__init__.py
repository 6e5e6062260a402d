"""What may be published of figures and extracts, so that nobody can be recognised, and a log of what was withheld.

`Figures` hold true counts and their sums; `control` makes a `Release` of them that may leave, safe also beside every
earlier release; `attack` is the reader who tries to work out what is withheld. `anonymous` makes an extract of rows in
which nobody stands alone. Withheld cells all bear one mark.
"""

from __future__ import annotations

from rihai.profile.disclosure.attack import attack
from rihai.profile.disclosure.control import Controlled, Entry, control
from rihai.profile.disclosure.extract import Extract, Quasi, anonymous
from rihai.profile.disclosure.figures import Count, Figures, Key, Sum
from rihai.profile.disclosure.release import Release, as_json, from_json
from rihai.profile.disclosure.rule import RULE, Rule
from rihai.profile.disclosure.suppress import Reason

__all__ = [
    "RULE", "Controlled", "Count", "Entry", "Extract", "Figures", "Key", "Quasi", "Reason", "Release", "Rule", "Sum",
    "anonymous", "as_json", "attack", "control", "from_json",
]  # fmt: skip
