"""A damaged pack does not load, and says every mistake with file and line, all at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rihai.errors import PackInvalid
from rihai.law import load
from rihai.law.load import SHIPPED, load_pack
from tests.law.damages import CASES, DAMAGES, PROVISION, Damage, damage


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A pack of one provision, copied from the one we ship."""
    folder = tmp_path / "draft"
    for file in ("pack.yaml", PROVISION, CASES):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SHIPPED / "pakistan" / file, folder / file)
    return folder


def mistakes(folder: Path) -> tuple[str, ...]:
    with pytest.raises(PackInvalid) as refused:
        load_pack(folder)
    return refused.value.mistakes


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
