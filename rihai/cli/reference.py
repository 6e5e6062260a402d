"""Writes docs/reference from the code itself: the facts, the problem codes, the provisions.

Run `python -m rihai.cli.reference docs/reference`; tests/house fails while a page differs from what stands here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rihai.facts import CASE_FACTS, LIST_FACTS, PERSON_FACTS, Fact

if TYPE_CHECKING:
    from rihai.law.provision import Pack, Provision

_HOW_WRITTEN = """\
# The facts

Generated from `rihai/facts/` and `rihai/law/reckoned.py`; do not edit by hand.

One record is one person in custody at one prison: one JSON object, one line of a `.jsonl` file. Facts of the person
stand at its top, each criminal case is an object in `cases`, each accusation an object in the case's `charges`.

- A key that is absent, or `null`, means *not known*. No fact has a default. `false`, `0` and `[]` say something:
  known to be false, nought, none.
- Only `id`, and `case_id` in each case, must be there. A key, type or code that is not listed is a problem
  ([problem codes](problem-codes.md)); that fact then counts as not known and everything else is screened.
- A fact that is given is used as given, even where another would follow from the rest; a problem then says so.

| type | how it is written |
|---|---|
| date | `"2026-05-21"`; known in part: `"2026-05"`, `"2026"` or `{"earliest": "2026-05-01", "latest": "2026-05-10"}`, both days included. It is never completed: both ends are worked out |
| term | `{"years": 10, "months": 6, "weeks": 0, "days": 0}`, at least one unit |
| number | a JSON number, or `{"min": 16, "max": 17}` |
| money | a JSON number, in the currency of the country of the prison |
| code, codes | one of the texts listed; a list of them |
| yes/no | `true`, `false` |
| list | a list of objects with the facts of that list |

*Court's view* marks what only a court can judge: it is never inferred from silence. *Class* is how sensitive the fact
is. *Used by* names the packs that ask it: PK Pakistan, IN India, EW England and Wales, INT the international standards;
R: read, shown, linked or counted, asked by no provision.
"""  # noqa: E501 - a row of a Markdown table cannot be broken

_PROVISIONS = """\
# The provisions

Generated from the packs in `rihai/law/packs/`; do not edit by hand. `rihai law show ID` prints one whole.

*Confidence* is how sure we are of the text: high, it was seen; medium, from a secondary source; low, it was not seen,
and the provision loads as a draft.
"""

_FOLLOWS = {
    "age on a day": "`date_of_birth` with its precision, else `age_years` on `age_stated_on`",
    "custody": "`arrested_on`, when no stays are given: one stay, still running; noted `custody_from_arrest`",
    "trial_concluded": "false under trial (`legal_status`), by its definition",
    "first_time_offender": "`previous_convictions`, empty or not",
    "previous_convictions": "`[]` when `first_time_offender` is true",
    "is_foreign_national": "`nationality` and `country`",
    "held_in_other_case": "true when another case of the record holds the person that day; false is never inferred",
    "bail_granted_not_furnished": "`bail_granted` and `bail_furnished`",
    "fine_paid": "`fine` and `fine_paid_amount`",
    "in_solitary": "true when `solitary_since` is given",
    "has_dependent_child": "`children`, or `children_total` of 0",
    "children_in_prison": "`children`, each by `lives_in_prison`",
    "national_limit_exceeded": "the findings of a country's pack in the same run",
}
"""What each fact of the dictionary follows from, where it is not given."""

_OF_CHARGES = """
The facts of a charge (its punishment, whether it is bailable, and the like) follow from the pack's offence table by
`act`, `section` and `sub_limb`. A section that is not in it, or that it splits when no limb is given, is not known. A
section of liability (34, 109, 149) has no punishment of its own.
"""

_ASKED = """\
What a provision may ask beside the facts above. Each is worked out from others where it is not given; when that cannot
be done, the last column names what is asked for.
"""

_LISTS = {
    "custody": "`from` is the first day of a stay, `to` the first day after it; without `to` it still runs.",
}

_ROW = "|---|---|---|---|---|---|"


def facts_page() -> str:
    """facts.md: how a record is written, and every fact, given or reckoned."""
    parts = [_HOW_WRITTEN]
    parts += _section("The person", "", PERSON_FACTS.values())
    parts += _section("The case", "Each object in `cases`.", CASE_FACTS.values())
    for name, facts in LIST_FACTS.items():
        place = f"Each object in `{name}`. {_LISTS.get(name, '')}".strip()
        parts += _section(f"In `{name}`", place, facts.values())
    return "\n".join([*parts, *_reckoned()]).rstrip() + "\n"


def _section(title: str, place: str, facts: Iterable[Fact]) -> Iterator[str]:
    yield f"## {title}\n"
    if place:
        yield f"{place}\n"
    yield f"| fact | type | what it says | class | used by | source |\n{_ROW}"
    for fact in facts:
        kind = fact.kind.replace("_", "/")
        yield f"| `{fact.name}` | {kind} | {_meaning(fact)} | {fact.data_class} | {fact.used_by} | {fact.source} |"
    yield ""


def _meaning(fact: Fact) -> str:
    said = fact.meaning.replace("|", "\\|")
    if fact.unit:
        said += f" Unit: {fact.unit}."
    if fact.codes:
        codes = " ".join(f"`{code}`" for code in fact.codes)
        said += f" {'Such as' if fact.free else 'One of'} {codes}."
    return said + (" *Court's view.*" if fact.court else "")


def _reckoned() -> Iterator[str]:
    from rihai.law.reckoned import ASKS, CHARGE_FACTS, RECKONED

    yield "## Facts that follow from others\n"
    yield "Used only where the fact itself is not given.\n"
    yield "| fact | follows from |\n|---|---|"
    for name, source in _FOLLOWS.items():
        yield f"| {name if ' ' in name else f'`{name}`'} | {source} |"
    yield _OF_CHARGES
    yield "## Reckoned facts\n"
    yield _ASKED
    yield "| fact | type | what it says | asked for as |\n|---|---|---|---|"
    for fact in RECKONED.values():
        yield f"| `{fact.name}` | {fact.kind.replace('_', '/')} | {_meaning(fact)} | `{ASKS[fact.name]}` |"
    named = ", ".join(f"`{name}`" for name in CHARGE_FACTS)
    yield f"\nOf the charges of a case, taken together with the heaviest counting: {named}."


def problem_codes_page() -> str:
    """problem-codes.md: what can be wrong with a row, a record of facts, or a whole file."""
    from rihai.census.problems import render_reference
    from rihai.law.record import RECORD_CODES
    from rihai.paper.sheets.refusals import REFUSALS

    parts = [render_reference().rstrip(), "", "## In a record of facts", ""]
    parts += ["From `rihai/law/record.py`: a `.jsonl` or `.parquet` file, or the record of `rihai explain`.", ""]
    parts += ["| code | what it means |", "|---|---|"]
    parts += [f"| `{code}` | {meaning} |" for code, meaning in sorted(RECORD_CODES.items())]
    parts += ["", "## The file cannot be read at all", ""]
    parts += ["From `rihai/paper/sheets/refusals.py`; exit code 3. Words in braces are filled in.", ""]
    parts += ["| code | what it means | what to do |", "|---|---|---|"]
    parts += [f"| `{code}` | {message} | {mend} |" for code, (message, mend) in sorted(REFUSALS.items())]
    return "\n".join(parts) + "\n"


def provisions_page() -> str:
    """provisions.md: every provision of the packs that come with Rihai."""
    from rihai.law.load import load_pack, shipped_packs

    parts = [_PROVISIONS]
    for name in shipped_packs():
        parts += _pack(load_pack(name))
    return "\n".join(parts).rstrip() + "\n"


def _pack(pack: Pack) -> Iterator[str]:
    reviewed = sum(one.reviewed for one in pack.provisions)
    yield f"## {pack.title.en} (`{pack.id}` {pack.version})\n"
    yield f"{len(pack.provisions)} provisions, {reviewed} of them reviewed by a lawyer.\n"
    yield f"| id | kind | what it says | law | word | confidence | in force from | cases |\n{_ROW}---|---|"
    yield from map(_provision, pack.provisions)
    yield ""


def _provision(one: Provision) -> str:
    law = f"[{one.cite.act}, {one.cite.section}]({one.cite.urls[0]})".replace("|", "\\|")
    word = one.effect.word.replace("_", " ")
    starts = ", ".join(version.starts.isoformat() for version in one.versions)
    cells = (f"`{one.id}`", one.kind, one.title.en, law, word, one.cite.confidence, starts, str(len(one.cases)))
    return f"| {' | '.join(cells)} |"


PAGES: dict[str, Callable[[], str]] = {
    "facts.md": facts_page,
    "problem-codes.md": problem_codes_page,
    "provisions.md": provisions_page,
}
"""Every generated page of docs/reference by its file name, as a function that gives its Markdown."""


def write_reference(folder: Path) -> list[Path]:
    """Write every page into a folder; gives their paths. Raises PackInvalid when a shipped pack does not load."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")
    return [folder / name for name in PAGES]


if __name__ == "__main__":
    for path in write_reference(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/reference")):
        print(path)
