"""What a reader of charges is warned of: an Act that is repealed or not listed, a section re-cut before the arrest."""

from __future__ import annotations

from collections.abc import Mapping

from rihai.days import Span
from rihai.facts import ACTS, Problem
from rihai.offences.acts import act_code
from rihai.offences.notation import place
from rihai.offences.table import OffenceTable


def warn(charge: Mapping[str, object], table: OffenceTable, arrested: Span | None = None) -> list[Problem]:
    """The problems of one charge beside the table: act_not_known, act_repealed, section_recut; empty if there are none.

    A section is re-cut when the limb written is one that only editions over before the arrest had: "9-C CNSA" of a
    person arrested after 2 September 2022, when Act XX of 2022 put a table in the place of (a), (b) and (c).
    """
    named, section = charge.get("act"), charge.get("section")
    if not isinstance(named, str):
        return []
    act, raw = act_code(named), str(charge.get("section_text") or named)
    if act not in table.acts:
        return [] if act in ACTS else [_problem("act_not_known", raw)]
    if act in table.repealed_acts:
        return [_problem("act_repealed", raw)]
    limb = charge.get("sub_limb")
    if isinstance(section, str) and arrested and _recut(table, act, section, limb, arrested):
        return [_problem("section_recut", raw)]
    return []


def _recut(table: OffenceTable, act: str, section: str, limb: object, arrested: Span) -> bool:
    where = place(act, section, limb if isinstance(limb, str) else None)
    rows = table.rows(act, where.section)
    written = [row for row in rows if row.limb == where.limb]
    over = bool(written) and all(row.end <= arrested.earliest for row in written)
    return bool(where.limb) and over and any(row.end > arrested.earliest for row in rows)


_MEANINGS = {
    "act_not_known": ("The Act is not one we know.", "Check the Act's name; until then its offences are not known."),
    "act_repealed": ("The Act has been repealed.", "Have a lawyer check at once under which law the person is held."),
    "section_recut": (
        "The section was divided anew before the arrest.",
        "Write the limb of the law in force on the day of the act, or drug and weight.",
    ),
}


def _problem(code: str, raw: str) -> Problem:
    message, mend = _MEANINGS[code]
    return Problem(code, message, mend, "charges", raw)
