"""Ways to damage a provision, and what the loader says of each."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

PROVISION, CASES = "provisions/crpc_497_delay_general.yaml", "cases/crpc_497_delay_general.yaml"


class Damage(NamedTuple):
    """What is put in place of what, in which file, and what is said of the line on which the new text begins."""

    old: str
    new: str
    says: str
    file: str = PROVISION
    line_of: str = ""


def damage(folder: Path, *wrongs: Damage) -> list[str]:
    """Do the damage, and give what should be said of it: file, line and the beginning of the message."""
    expected = []
    for wrong in wrongs:
        path = folder / wrong.file
        text = path.read_text(encoding="utf-8")
        assert wrong.old in text, wrong
        path.write_text(text.replace(wrong.old, wrong.new, 1), encoding="utf-8")
    for wrong in wrongs:
        text = (folder / wrong.file).read_text(encoding="utf-8")
        mark = wrong.line_of or wrong.new.lstrip("\n").split("\n")[0]
        line = text[: text.index(mark)].count("\n") + 1
        expected.append(f"{wrong.file}:{line}: {wrong.says}")
    return expected


DAMAGES = {
    "a row of a table is missing": Damage(
        "      - {sex: female, punishable_with_death: true, months: 12}\n", "",
        "no row for sex female, punishable_with_death True", line_of="    by: [sex",
    ),
    "a code is neither in the table nor left to the court": Damage(
        "    open_to_court: {sex: [transgender]}\n", "", "no row for sex transgender", line_of="    by: [sex",
    ),
    "what is left to the court is no code": Damage(
        "{sex: [transgender]}", "{sex: [transgender, other]}", "'other' is not a code of sex",
    ),
    "what is left to the court is no key": Damage(
        "{sex: [transgender]}", "{sex: [transgender], province: [punjab]}", "'province' is not a key of the table",
    ),
    "two rows are alike": Damage(
        "{sex: female, punishable_with_death: true, months: 12}",
        "{sex: male, punishable_with_death: true, months: 13}", "two rows are alike",
    ),
    "a code is not in the dictionary": Damage(
        "is: under_trial", "is: undertrial", "'undertrial' is not a code of legal_status",
    ),
    "a yes or no is written as a word of old YAML": Damage(
        "    fact: bailable\n    is: false", "    fact: bailable\n    is: no", "", line_of="    is: no",
    ),
    "a yes or no is a number": Damage(
        "    fact: trial_concluded\n    is: false", "    fact: trial_concluded\n    is: 0",
        "'fact': 'is' must be true or false, not 0", line_of="    is: 0",
    ),
    "applies_to depends on the day": Damage(
        "applies_to: [under_trial, not_bailable]\nwhen: [held_too_long,",
        "applies_to: [under_trial, not_bailable, held_too_long]\nwhen: [",
        "applies_to may not depend on the day: 'held_too_long'", line_of="when: [",
    ),
    "a key is misspelt": Damage("    exceeds: longest", "    exceds: longest", "'since': unknown key 'exceds'"),
    "an amount is not there": Damage(
        "exceeds: longest_detention", "exceeds: longest", "there is no amount called 'longest'",
    ),
    "an amount is never used": Damage(
        "applies_to: [", "  other: {months: 3}\napplies_to: [", "the amount 'other' is never used",
        line_of="amounts:",
    ),
    "an amount is less than nothing": Damage(
        "exceeds: longest_detention", "exceeds: {months: -6}", "an amount is years, months, weeks or days",
    ),
    "a court's view does not say so": Damage(
        "    fact: delay_attributed_to_accused\n    is: false\n    decided_by: court\n",
        "    fact: delay_attributed_to_accused\n    is: false\n",
        "'delay_not_by_accused' is a court's view: decided_by must say so", line_of="  delay_not_by_accused:",
    ),
    "a fact of record is left to the court": Damage(
        "    fact: trial_concluded\n", "    fact: trial_concluded\n    decided_by: court\n",
        "'trial_not_concluded' is a matter of record", line_of="  trial_not_concluded:",
    ),
    "a court's view stands with both signs": Damage(
        "unless: [grave_record, hardened,", "unless: [grave_record, delay_not_by_accused, hardened,",
        "", line_of="when: [",
    ),
    "a condition is never used": Damage(
        "unless: [grave_record, hardened,", "unless: [hardened,", "condition 'grave_record' is never used",
        line_of="  grave_record:",
    ),
    "a condition is not there": Damage(
        "when: [held_too_long,", "when: [held_too_long, held_for_ever,", "there is no condition called 'held_for_ever'",
    ),
    "a condition could hold in two spells": Damage(
        "    since: custody_since\n    exceeds: longest_detention\n",
        "    any_of: [{since: custody_since, exceeds: longest_detention}, {until: born, after: {years: 18}}]\n",
        "could hold in two separate spells", line_of="    any_of: [{since",
    ),
    "an exception leaves two spells": Damage(
        "  hardened:\n    fact: court_found_hardened\n    is: true\n    decided_by: court\n",
        "  hardened:\n    all_of: [{since: born, reaches: {years: 18}}, {until: born, after: {years: 60}}]\n",
        "unless 'hardened' leaves two separate spells", line_of="when: [",
    ),
    "an item's condition begins and ends": Damage(
        "where: {any_of: [{fact: punishable_with_death, is: true},",
        "where: {all_of: [{since: convicted_on, exceeds: {years: 1}}, {until: convicted_on, after: {years: 9}},",
        "an item's condition must begin or end, not both", line_of="where: {all_of: [{since",
    ),
    "a fact may not be asked": Damage(
        "fact: trial_concluded", "fact: trial_over", "'trial_over' is not a fact that may be asked here",
    ),
    "a date is asked as a code": Damage(
        "since: custody_since", "since: legal_status", "'legal_status' is a code: 'since' asks one of date",
    ),
    "a fact counts as false when not known": Damage(
        "    fact: trial_concluded\n", "    fact: trial_concluded\n    silent: true\n",
        "trial_concluded may not count as false", line_of="    silent: true",
    ),
    "a list is not one of the record": Damage(
        "any: previous_convictions", "any: convictions", "'convictions' is not a list of the record",
    ),
    "a key stands twice": Damage("kind: release", "kind: release\nkind: help", "", line_of="kind: help"),
    "a kind is not one of ours": Damage("kind: release", "kind: order", "'order' is not one of release, help"),
    "the id is not the name of the file": Damage(
        "id: crpc_497_delay_general", "id: crpc_497", "the id 'crpc_497' is not the name of the file",
    ),
    "a link is no link": Damage("  urls:\n", "  urls:\n    - shelf 3\n", "'shelf 3' is not a link"),
    "a day does not exist": Damage(
        "{from: 2011-04-21,", "{from: 2011-02-30,", "'2011-02-30' is not a day such as 2026-05-21",
    ),
    "the Urdu of a condition is missing": Damage(
        "says: {en: under trial in this case, ur: ", "says: {en: under trial in this case, un: ", "",
        line_of="    says: {en: under trial in this case",
    ),
    "a sentence says nothing": Damage(
        "says: {en: under trial in this case,", 'says: {en: " ",', "'says' of under_trial: 'en' says nothing",
    ),
    "when and ways stand together": Damage(
        "unless: [", "ways: [[held_too_long], [trial_not_concluded]]\nunless: [",
        "a provision has either 'when' or 'ways'", line_of="when: [",
    ),
    "the YAML is broken": Damage("kind: release", "kind: release: help", "not readable as YAML"),
    "an outcome is not one of ours": Damage(
        "outcome: met, since: 2026-10-02, missing: []", "outcome: freed, since: 2026-10-02, missing: []",
        "'freed' is not an outcome", CASES,
    ),
    "a case has a fact that the dictionary does not know": Damage(
        "  trial_concluded: false\n", "  trial_over: false\n", "'trial_over' is not a fact of the dictionary", CASES,
        line_of='  - {says: "a man the day before',
    ),
    "a case has a code that the fact does not know": Damage(
        "facts: {sex: transgender}, outcome: arguable", "facts: {sex: unknown}, outcome: arguable", "sex: ", CASES,
    ),
    "a case is asked on no day": Damage("on: 2026-09-30", "on: 2026-09-31", "'2026-09-31' is not a day", CASES),
}  # fmt: skip
