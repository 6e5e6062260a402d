"""The table of the Pakistani pack, by sections whose answer is known from the law."""

from __future__ import annotations

import pytest

from rihai.offences import GROUPS, read_charges
from rihai.offences.row import Value
from tests.offences.pack import PAKISTAN, day, pakistan

DEATH, LIFE, MOST = "punishable_with_death", "punishable_with_life", "max_term_months"

KNOWN: list[tuple[str, str, dict[str, Value]]] = [
    ("302 PPC", "2024", {DEATH: True, LIFE: True, "bailable": False, "prohibitory": True}),
    ("295-C PPC", "2024", {DEATH: True, LIFE: False}),
    ("489-F PPC", "2024", {DEATH: False, LIFE: False, MOST: 36, "bailable": False, "prohibitory": False}),
    ("420 PPC", "2024", {MOST: 84, "bailable": True}),
    ("363 PPC", "2024", {"bailable": True}),
    ("324 PPC", "2024", {MOST: 120, "prohibitory": True}),
    ("320 PPC", "2024", {MOST: 120, "bailable": True, "prohibitory": None}),
    ("188 PPC", "2024", {MOST: 6, "bailable": True}),
    ("447 PPC", "2024", {MOST: 3}),
    ("341 PPC", "2024", {MOST: 1}),
    ("395 PPC", "2024", {DEATH: False, LIFE: True, MOST: None}),
    ("435 PPC", "2024", {"bailable": None}),
    ("451 PPC", "2024", {"bailable": None, "cognizable": True, "prohibitory": False, DEATH: False}),
    ("506 PPC", "2024", {"bailable": True, MOST: None}),
    ("506(ii) PPC", "2024", {MOST: 84}),
    ("462-I PPC", "2024", {MOST: 36}),
    ("322 PPC", "2024", {MOST: 0, DEATH: False}),
    ("354-A PPC", "2024", {DEATH: True, LIFE: True}),
    ("354-A PPC", "2025-09", {DEATH: None, LIFE: True}),
    ("354-A PPC", "2026", {DEATH: False, LIFE: True}),
    ("9-C CNSA", "2021", {DEATH: True, "bailable": False}),
    ("9-A CNSA", "2021", {DEATH: False, MOST: 24}),
    ("9-C CNSA", "2022-10", {DEATH: None}),
    ("9-C CNSA", "2024", {DEATH: False, "bailable": False, MOST: None}),
    ("9 CNSA 1250 gm charas", "2021", {DEATH: True}),
    ("9 CNSA 1250 gm charas", "2024", {DEATH: False, LIFE: False, MOST: 168, "prohibitory": True}),
    ("9(1)3-c CNSA", "2024", {MOST: 168, "min_term_months": 108}),
    ("9(1)3-e CNSA", "2024", {LIFE: True}),
    ("9 CNSA 7 kg heroin", "2022-12", {DEATH: True, LIFE: True}),
    ("9 CNSA 5 kg heroin", "2022-12", {DEATH: False, LIFE: True}),
    ("9 CNSA 7 kg heroin", "2024", {DEATH: False, LIFE: True}),
    ("9 CNSA 4 kg ice", "2023-08-04", {DEATH: True}),
    ("9 CNSA 4 kg ice", "2023-08-05", {DEATH: False}),
    ("20 PECA", "2024", {"bailable": True, "cognizable": False}),
    ("20 PECA", "2025-01-29", {"bailable": False, "cognizable": True}),
    ("7(a) ATA", "2024", {DEATH: True, "terrorism": True}),
    ("7 ATA", "2024", {DEATH: None, LIFE: None, "bailable": False, "terrorism": True}),
    ("13/20/65 AO", "2024", {"bailable": None, MOST: 84}),
    ("23(1)(a) SAA", "2024", {"bailable": False, MOST: 168}),
    ("23 SAA", "2024", {"bailable": None}),
    ("4 PEHO", "2024", {"bailable": True}),
    ("14 Foreigners Act", "2024", {MOST: 36}),
    ("14(2) Foreigners Act", "2024", {MOST: 120}),
    ("109 CrPC", "2024", {"bailable": True, MOST: 36}),
    ("9 Sindh CNSA", "2025", {DEATH: False, LIFE: False, MOST: None, "bailable": False}),
    ("9 Sindh CNSA", "2023", {DEATH: None, LIFE: None, "bailable": False}),
]


@pytest.mark.parametrize(("text", "on", "known"), KNOWN)
def test_the_law_of_a_section_on_a_day(text: str, on: str, known: dict[str, Value]) -> None:
    charge = read_charges(text).charges[0]
    weight = charge.get("quantity_grams")
    found = pakistan().look_up(
        str(charge["act"]),
        str(charge["section"]),
        str(charge.get("sub_limb", "")),
        day(on),
        str(charge.get("substance", "")) or None,
        weight if isinstance(weight, int) else None,
    )
    assert {name: found.facts[name] for name in known} == known


def test_an_exact_heroin_limb_outside_the_table_is_not_supposed() -> None:
    found = pakistan().look_up("CNSA", "9", None, day("2024-01-01"), "heroin", 300)
    assert (found.facts[DEATH], found.facts[MOST], found.facts["prohibitory"]) == (False, None, None)


def test_old_lettering_without_a_day_asks_for_the_day() -> None:
    assert pakistan().look_up("CNSA", "9", "(c)").ask[DEATH] == "charges.offence_date"


def test_narcotics_editions_begin_on_their_days() -> None:
    assert pakistan().boundaries("CNSA") == (day("2022-09-02").earliest, day("2023-08-05").earliest)


@pytest.mark.parametrize("section", ["34", "109", "149", "511"])
def test_liability_sections_have_no_punishment_of_their_own(section: str) -> None:
    found = pakistan().look_up("PPC", section)
    assert found.liability
    assert {name for name, value in found.facts.items() if value is not None} == {"terrorism"}
    assert found.attempt is (section == "511")


def test_zina_is_repealed_and_nothing_else_of_it_known() -> None:
    found = pakistan().look_up("ZINA_ORD", "10", "(2)")
    assert (found.repealed, found.facts["bailable"]) == (True, None)


def test_the_table_holds_every_section_it_should() -> None:
    assert len(pakistan().sections("PPC")) == 116
    assert len(PAKISTAN.read_text(encoding="utf-8").splitlines()) == 186


def test_groups_and_titles_are_given_in_both_languages() -> None:
    murder = pakistan().look_up("PPC", "302")
    assert (murder.group, murder.title_ur, murder.confidence) == ("murder", "قتلِ عمد", "high")
    assert murder.group in GROUPS
    assert pakistan().look_up("PPC", "337-A").group == "hurt"
