"""A damaged pack does not load, and says every mistake with file and line, all at once."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from rihai.errors import PackInvalid
from rihai.law import load
from rihai.law.load import SHIPPED, load_pack

PROVISION, CASES = "provisions/crpc_497_delay_general.yaml", "cases/crpc_497_delay_general.yaml"
FIRST_WAYS = "provisions/crpc_497_first_proviso.yaml"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A pack of one provision, copied from the one we ship."""
    folder = tmp_path / "draft"
    for file in ("pack.yaml", PROVISION, CASES):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SHIPPED / "pakistan" / file, folder / file)
    return folder


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


def mistakes(folder: Path) -> tuple[str, ...]:
    with pytest.raises(PackInvalid) as refused:
        load_pack(folder)
    return refused.value.mistakes


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


@pytest.mark.parametrize("name", DAMAGES)
def test_a_mistake_is_said_with_file_and_line(draft: Path, name: str) -> None:
    (expected,) = damage(draft, DAMAGES[name])

    found = mistakes(draft)

    assert any(one.startswith(expected) for one in found), (expected, found)


def test_the_pack_loads_undamaged(draft: Path) -> None:
    pack = load_pack(draft)

    assert [provision.id for provision in pack.provisions] == ["crpc_497_delay_general"]
    assert pack.provisions[0].versions[0].status == "enacted"


def test_every_mistake_is_said_at_once(draft: Path) -> None:
    together = [
        DAMAGES[name]
        for name in (
            "a code is not in the dictionary", "a key is misspelt", "a link is no link", "a day does not exist",
            "a fact may not be asked", "a kind is not one of ours", "an outcome is not one of ours",
            "a case is asked on no day", "a row of a table is missing",
        )
    ]  # fmt: skip
    expected = damage(draft, *together)

    found = mistakes(draft)

    assert [one for one in expected if not any(said.startswith(one) for said in found)] == []


def test_a_mistake_is_said_once(draft: Path) -> None:
    damage(draft, DAMAGES["a row of a table is missing"])

    found = mistakes(draft)

    assert len(found) == len(set(found))
    assert sum("no row for" in one for one in found) == 1


def test_a_provision_without_a_citation_does_not_load(draft: Path) -> None:
    path = draft / PROVISION
    text = path.read_text(encoding="utf-8")
    begins, ends = text.index("cite:"), text.index("jurisdiction:")
    path.write_text(text[:begins] + text[ends:], encoding="utf-8")

    assert any(one.startswith(f"{PROVISION}:1: a provision: 'cite' is missing") for one in mistakes(draft))


def test_a_provision_without_a_link_does_not_load(draft: Path) -> None:
    path = draft / PROVISION
    text = path.read_text(encoding="utf-8")
    begins, ends = text.index("  urls:"), text.index("  read_on:")
    path.write_text(text[:begins] + "  urls: []\n" + text[ends:], encoding="utf-8")

    assert any("a provision needs a link to its source" in one for one in mistakes(draft))


@pytest.mark.parametrize(
    ("kept", "sort"),
    [
        (lambda line: "outcome: met" not in line, "met"),
        (lambda line: "outcome: not_met" not in line and "outcome: not_yet" not in line, "not met"),
        (lambda line: "outcome: cannot_tell" not in line, "cannot tell"),
        (lambda line: "outcome: not_yet" not in line, "the day before and the day of"),
    ],
)
def test_a_provision_without_a_sort_of_case_does_not_load(draft: Path, kept: object, sort: str) -> None:
    assert callable(kept)
    path = draft / CASES
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(one for one in lines if kept(one)), encoding="utf-8")

    assert f"{CASES}:1: no case of the sort: {sort}" in mistakes(draft)


def test_a_provision_without_cases_does_not_load(draft: Path) -> None:
    (draft / CASES).unlink()

    assert f"{PROVISION}:1: has no worked cases" in mistakes(draft)


def test_cases_without_a_provision_do_not_load(draft: Path) -> None:
    shutil.copy(draft / CASES, draft / "cases" / "orphan.yaml")

    assert "cases/orphan.yaml:1: there is no provision of that name" in mistakes(draft)


def test_there_are_two_to_four_ways(draft: Path) -> None:
    damage(
        draft, Damage("when: [held_too_long, trial_not_concluded, delay_not_by_accused]", "ways: [[held_too_long]]", "")
    )

    assert any("there are two to four ways" in one for one in mistakes(draft))


def test_a_pack_without_a_head_does_not_load(draft: Path) -> None:
    (draft / "pack.yaml").unlink()

    assert any(one.startswith("pack.yaml:1: cannot be read") for one in mistakes(draft))


def test_low_confidence_loads_as_draft(draft: Path) -> None:
    damage(draft, Damage("confidence: high", "confidence: low", ""))

    assert load_pack(draft).provisions[0].versions[0].status == "draft"


def test_a_folder_that_changes_is_read_again(draft: Path) -> None:
    before = load_pack(draft)
    damage(draft, Damage("confidence: high", "confidence: medium", ""))

    assert before.provisions[0].cite.confidence == "high"
    assert load_pack(draft).provisions[0].cite.confidence == "medium"


def test_a_pack_is_found_by_the_path_of_its_folder(draft: Path) -> None:
    assert load_pack(str(draft)).folder == draft.resolve()


def test_a_pack_outside_the_package_registers_by_an_entry_point(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Entry:
        name = "roshanabad"

        def load(self) -> object:
            return lambda: str(draft)

    def entry_points(*, group: str) -> list[Entry]:
        return [Entry()] if group == "rihai.law_packs" else []

    monkeypatch.setattr(load, "entry_points", entry_points)

    assert load_pack("roshanabad").folder == draft.resolve()


def test_a_pack_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(PackInvalid, match=r"no pack or folder called 'atlantis'; known packs: .*pakistan"):
        load_pack("atlantis")


def test_more_than_three_facts_of_both_signs_are_refused(draft: Path) -> None:
    both = ", ".join(
        f"{{all_of: [{{fact: {fact}, is: {value}}}, {{since: born, exceeds: {{years: {years}}}}}]}}"
        for years, (fact, value) in enumerate(
            (
                (fact, value)
                for fact in ("pregnant", "challan_submitted", "appeal_filed", "bail_granted")
                for value in ("true", "false")
            ),
            20,
        )
    )
    damage(
        draft,
        Damage(
            "    since: custody_since\n    exceeds: longest_detention\n", f"    any_of: [{both}]\n", "",
            line_of="    any_of: [{all_of",
        ),
    )  # fmt: skip

    assert any("more than three facts are met with both signs" in one for one in mistakes(draft))
