"""The at-risk groups a person belongs to, each with its reason, the facts it rests on, and since when.

A flag asks somebody to look; it predicts nothing and scores nobody. *Cannot tell* is raised only where something on
record points to the group, such as an age that may be under eighteen or over; where the facts are simply absent there
is no flag, and the statistics count the person as not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from rihai.profile.flags.catalogue import GROUPS
from rihai.profile.flags.flag import HOUSE, Flag, Group, House, Question, Sign, State, highest_class
from rihai.profile.record import Record

FLAGS: dict[str, Group] = {group.code: group for group in GROUPS}
"""Every group by its code; `title` and `meaning` are English, to be said with `rihai.words.say`."""


def flags_of(record: Record, on: int, language: str = "en", *, house: House = HOUSE) -> list[Flag]:
    """The flags of one checked record (`rihai.facts`, cases nested) on a day counted from 1 January 1970.

    In the order of FLAGS; reasons in `language`. Raises NotFound for a language we do not speak.
    """
    return [
        Flag(code, sign.state, sign.because, sign.facts, highest_class(sign.facts), sign.since)
        for code, sign in signs_of(Question(record, on, language, house))
        if sign.state in ("met", "cannot_tell")
    ]


def signs_of(asked: Question) -> Iterator[tuple[str, Sign]]:
    """What is known of one person and every group: also that they are known not to belong, or that nothing is known."""
    return ((group.code, group.judge(asked)) for group in GROUPS)


__all__ = ["FLAGS", "HOUSE", "Flag", "Group", "House", "Question", "Sign", "State", "flags_of", "signs_of"]
