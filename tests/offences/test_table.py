"""The offence table: how it is read, and what it answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.days import UNKNOWN, Span
from rihai.errors import PackInvalid
from rihai.offences import FACTS, OffenceTable
from rihai.offences.row import COLUMNS
from tests.offences.pack import day, line, pakistan, table_of, text_of


def test_every_mistake_is_said_with_its_line() -> None:
    text = text_of(
        line(bailable="perhaps", from_="2025-02-30", max_months="a year"),
        line(section="901", group="sorcery"),
        line(section="902", max_months="12", min_months="24"),
        line(section="903", to="2020-01-01", from_="2021-01-01"),
        "PPC,904",
        line(section="905", title_en=" Spaced"),
    )
    with pytest.raises(PackInvalid) as raised:
        OffenceTable.read(text)
    lines = [mistake.split(": ")[0] for mistake in raised.value.mistakes]
    assert lines == [f"offences.csv:{number}" for number in (2, 2, 2, 3, 4, 5, 6, 7)]


def test_two_rows_for_the_same_day_are_a_mistake() -> None:
    with pytest.raises(PackInvalid, match="says again what line 2 says"):
        table_of(line(to="2021-01-01"), line(from_="2020-12-31"))
    assert table_of(line(to="2021-01-01"), line(from_="2021-01-01")).sections("PPC") == ("900",)


def test_the_columns_must_be_those_of_the_table() -> None:
    with pytest.raises(PackInvalid, match="the columns must be"):
        OffenceTable.read("act,section\nPPC,302\n")


def test_a_liability_row_has_no_punishment() -> None:
    with pytest.raises(PackInvalid, match="no punishment of its own"):
        table_of(line(liability="shared"))


def test_a_file_is_named_in_its_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "law.csv"
    path.write_text(text_of(line(status="gone")), encoding="utf-8")
    with pytest.raises(PackInvalid, match=r"^law\.csv:2: status"):
        OffenceTable.read(path)


def test_years_and_fine_mean_neither_death_nor_life() -> None:
    table = table_of(
        line(),
        line(section="901", max_kind="fine", max_months="0"),
        line(section="902", max_kind="life", max_months=""),
    )
    for section, life in (("900", False), ("901", False), ("902", True)):
        facts = table.look_up("PPC", section).facts
        assert (facts["punishable_with_death"], facts["punishable_with_life"]) == (False, life)


def test_beside_death_life_is_only_what_the_row_says() -> None:
    table = table_of(
        line(max_kind="death", max_months=""), line(section="901", max_kind="death", max_months="", life_too="no")
    )
    assert table.look_up("PPC", "900").facts["punishable_with_life"] is None
    assert table.look_up("PPC", "901").facts["punishable_with_life"] is False


def test_a_limb_may_stand_with_the_section_or_apart() -> None:
    table = table_of(line(section="337-A", sub_limb="(i)"), line(section="337-A", sub_limb="(ii)", bailable="no"))
    for section, limb in (("337-A", "(ii)"), ("337-A(ii)", None), ("337 A ( ii )", None), ("337-Aii", None)):
        assert table.look_up("PPC", section, limb).facts["bailable"] is False


def test_without_a_limb_only_what_all_limbs_share_is_known() -> None:
    table = table_of(line(sub_limb="(theft)", bailable="no"), line(sub_limb="(other)"))
    found = table.look_up("PPC", "900")
    assert (found.facts["bailable"], found.ask["bailable"]) == (None, "charges.sub_limb")
    assert found.facts["max_term_months"] == 24


def test_a_limb_the_table_has_not_leaves_the_section_alone() -> None:
    table = table_of(line(), line(section="901", bailable="no", sub_limb="(1)"))
    assert table.look_up("PPC", "900", "(b)").facts["bailable"] is True


def test_a_letter_of_its_own_is_another_section() -> None:
    assert not table_of(line(section="377")).look_up("PPC", "377-A").known


def test_an_edition_is_picked_by_the_day_of_the_act() -> None:
    table = table_of(line(to="2025-01-29"), line(from_="2025-01-29", bailable="no"))
    assert table.look_up("PPC", "900", None, day("2025-01-28")).facts["bailable"] is True
    assert table.look_up("PPC", "900", None, day("2025-01-29")).facts["bailable"] is False
    open_day = table.look_up("PPC", "900", None, day("2025-01"))
    assert (open_day.facts["bailable"], open_day.ask["bailable"]) == (None, "charges.offence_date")
    assert open_day.facts["max_term_months"] == 24


def test_a_section_not_yet_in_the_law_cannot_have_been_meant() -> None:
    table = table_of(line(from_="2025-01-29"))
    assert table.look_up("PPC", "900", None, day("2025")).facts["bailable"] is True
    assert not table.look_up("PPC", "900", None, day("2024")).known


def test_weight_chooses_the_row_and_is_asked_for() -> None:
    rows = [
        line(substance="charas", grams_to="500"),
        line(substance="charas", grams_from="500", bailable="no"),
        line(max_months="", max_kind="not_death", bailable=""),
    ]
    table = table_of(*rows)
    assert table.look_up("PPC", "900", substance="charas", grams=499.5).facts["bailable"] is True
    assert table.look_up("PPC", "900", substance="charas", grams=500).facts["bailable"] is False
    assert table.look_up("PPC", "900", substance="charas").ask["bailable"] == "charges.quantity_grams"
    assert table.look_up("PPC", "900", grams=100).ask["bailable"] == "charges.substance"
    other = table.look_up("PPC", "900", substance="opium", grams=100)
    assert (other.facts["bailable"], other.facts["punishable_with_death"]) == (None, False)


def test_what_the_row_does_not_know_is_asked_by_its_own_name() -> None:
    found = table_of(line(bailable="")).look_up("PPC", "900")
    assert (found.known, found.ask["bailable"]) == (True, "charges.bailable")


def test_an_absent_act_or_section_is_asked_for() -> None:
    table = table_of(line())
    assert set(table.look_up(None, "302").ask.values()) == {"charges.act"}
    assert table.look_up("PPC", None).ask["bailable"] == "charges.section"
    assert table.look_up("PPC", "999").ask["bailable"] == "charges.bailable"


def test_terrorism_follows_the_act_alone() -> None:
    table = table_of(line())
    said = [
        table.look_up(act, "7").facts["terrorism"]
        for act in ("ATA", "Anti-Terrorism Act 1997", "PPC", "Customs Act", None)
    ]
    assert said == [True, True, False, False, None]


def test_boundaries_are_the_days_on_which_an_edition_changes() -> None:
    table = table_of(line(to="2025-01-29"), line(from_="2025-01-29"), line(section="901", from_="2020-01-01"))
    assert table.boundaries("PPC") == (day("2020-01-01").earliest, day("2025-01-29").earliest)
    assert table.boundaries("CNSA") == ()


CHARGED = st.tuples(
    st.sampled_from(
        [
            ("CNSA", "9", "(c)"),
            ("CNSA", "9", None),
            ("CNSA", "9", "(1)3-c"),
            ("PECA", "20", None),
            ("PPC", "354-A", None),
        ]
    ),
    st.sampled_from([None, "charas", "heroin", "opium"]),
    st.sampled_from([None, 50, 1250, 7000]),
)
DAYS = st.integers(day("2020-01-01").earliest, day("2026-01-01").earliest)


@settings(max_examples=150, deadline=None)
@given(CHARGED, DAYS, DAYS, DAYS)
def test_knowing_the_day_better_never_contradicts_what_was_known(
    charged: tuple[tuple[str, str, str | None], str | None, int | None], one: int, two: int, three: int
) -> None:
    (act, section, limb), substance, grams = charged
    first, middle, last = sorted((one, two, three))
    wide = pakistan().look_up(act, section, limb, Span(first, last), substance, grams)
    narrow = pakistan().look_up(act, section, limb, Span(middle, middle), substance, grams)
    nothing = pakistan().look_up(act, section, limb, UNKNOWN, substance, grams)
    for fact in FACTS:
        assert wide.facts[fact] in {None, narrow.facts[fact]}
        assert nothing.facts[fact] in {None, wide.facts[fact]}


@settings(max_examples=100, deadline=None)
@given(CHARGED, DAYS, st.sampled_from(["charas", "heroin", "cocaine"]), st.integers(1, 20_000))
def test_knowing_drug_and_weight_never_contradicts_what_was_known(
    charged: tuple[tuple[str, str, str | None], str | None, int | None], on: int, substance: str, grams: int
) -> None:
    (act, section, limb), _, _ = charged
    less = pakistan().look_up(act, section, limb, Span(on, on))
    more = pakistan().look_up(act, section, limb, Span(on, on), substance, grams)
    assert all(less.facts[fact] in {None, more.facts[fact]} for fact in FACTS)


def test_every_fact_is_either_known_or_asked_for() -> None:
    for act in pakistan().acts:
        for section in pakistan().sections(act):
            found = pakistan().look_up(act, section)
            assert {name for name, value in found.facts.items() if value is None} == set(found.ask)


def test_the_columns_are_those_documented() -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 22
