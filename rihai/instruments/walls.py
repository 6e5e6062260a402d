"""PostgreSQL's second wall around answers: their author, and whoever sees the person in the class of the answer.

An answer about nobody in particular is its author's, and ordinary ones are read by whoever fills forms in. The room
that took an answer says in its offer who sees it; the walls say the most that can be. Drafts are their author's alone.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE, may, sees
from rihai.kit.classes import OF_PEOPLE, DataClass
from rihai.kit.wall import Wall

_AUTHOR = f"author_id = {MINE}"


def _of_answers(table: str) -> Wall:
    by_class = " OR ".join(f"(data_class = '{one}' AND ({sees(table, one)}))" for one in OF_PEOPLE)
    ordinary = f"(person_id IS NULL AND data_class = '{DataClass.ORDINARY}' AND {may('instruments.fill')})"
    return Wall(
        table, sees=f"{HOUSE} OR {_AUTHOR} OR {ordinary} OR {by_class}", adds=f"{HOUSE} OR {_AUTHOR}"
    )  # fmt: skip


def walls() -> list[Wall]:
    """Every wall of the room, as it was first built."""
    return [
        _of_answers("instruments_answer"),
        _of_answers("instruments_edition"),
        Wall("instruments_draft", sees=f"{HOUSE} OR {_AUTHOR}"),
    ]


def walls_of_samples() -> list[Wall]:
    """Around who was drawn: whoever sees her in the prison. What a sample is made of is no secret."""
    drawn = sees("instruments_drawn", DataClass.PERSONAL)
    return [Wall("instruments_drawn", sees=f"{HOUSE} OR ({drawn})")]


def walls_of_phones() -> list[Wall]:
    """Around what came from phones: its author alone until it is given; its files as its answer. Paper is blank."""
    return [
        Wall("instruments_device", sees=f"{HOUSE} OR account_id = {MINE} OR {may('accounts.manage')}"),
        Wall("instruments_aboutcode", sees=f"{HOUSE} OR account_id = {MINE}"),
        Wall("instruments_received", sees=f"{HOUSE} OR {_AUTHOR}"),
        _of_answers("instruments_answerfile"),
        Wall("instruments_paper", sees=f"{HOUSE} OR {may('instruments.fill')} OR {may('instruments.publish')}"),
    ]
