"""The packs we ship: every worked case holds, every rule is there, and no length of time can change unnoticed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from rihai.law.check import CaseResult, check_provision
from rihai.law.load import load_pack, shipped_packs
from rihai.law.provision import Pack, Provision
from rihai.offences import OffenceTable
from tests.law.mutants import mutants

PAKISTAN = {
    "crpc_496_bailable", "crpc_497_1_prohibitory", "crpc_497_2_further_inquiry", "crpc_497_first_proviso",
    "crpc_497_delay_general", "crpc_426_1a_appeal_delay", "crpc_173_report_overdue", "crpc_344_remand_overdue",
    "crpc_344a_trial_overdue", "crpc_382a_short_sentence", "cnsa_bail", "preventive_detention_bond",
    "crpc_382b_pretrial_credit", "crpc_35_397_concurrency", "ppc_65_limit", "ppc_68_payment", "ppc_69_proportional",
    "crpc_388_instalments", "ppc_331_337x_337y_diyat", "wddf_1996", "jjsa_status_age", "jjsa_6_minor_major",
    "juvenile_in_jail_bailable", "jjsa_6_4_heinous_over_16", "jjsa_6_5_six_months", "jjsa_9_diversion",
    "jjsa_16_no_death", "jjsa_16_restraint", "juvenile_held_with_adults", "ppr_remission_scope", "ppr_217_ceiling",
    "ppr_140_lifer", "ppr_143_sick", "ppr_145_other", "ppr_146_incapacity", "ppr_separation_and_welfare",
    "sindh_2019_sick", "sindh_2019_old_age", "gcppra_1926", "punjab_2019", "kp_2021", "poo_4_discharge",
    "poo_5_probation", "const_45_2018_06", "const_45_2023_09", "crpc_401", "crpc_402", "354A_2025",
    "foreigners_14b", "foreign_completed", "transfer_offenders_2002", "crpc_464_466", "safia_bano",
    "crpc_382_pregnant", "death_juvenile_at_offence", "death_pregnant", "death_heirs_pardon", "rule_395_visit",
}  # fmt: skip
"""Every rule of our reading of Pakistani law; a heading that holds several rules with days of their own is split."""

INTERNATIONAL = {f"INT-{number:02}" for number in range(1, 28)}

LIMITS_BEFORE_CONVICTION = {"crpc_497_delay_general", "jjsa_6_5_six_months"}


@cache
def pack(name: str) -> Pack:
    return load_pack(name)


@cache
def table(name: str) -> OffenceTable | None:
    offences = pack(name).offences
    return OffenceTable.read(offences) if offences else None


@cache
def results(name: str, provision_id: str) -> dict[int, CaseResult]:
    """The outcome of every worked case of a provision, by its line."""
    provision = pack(name).provision(provision_id)
    assert provision
    return {one.case.line: one for one in check_provision(provision, table(name))}


def worked_cases() -> Iterator[Any]:
    for name in shipped_packs():
        for provision in pack(name).provisions:
            for case in provision.cases:
                yield pytest.param(name, provision.id, case.line, id=f"{provision.id}: {case.says}")


def provisions() -> Iterator[Any]:
    for name in shipped_packs():
        for provision in pack(name).provisions:
            yield pytest.param(name, provision, id=provision.id)


@pytest.mark.parametrize(("name", "provision_id", "line"), list(worked_cases()))
def test_a_worked_case_comes_out_as_written(name: str, provision_id: str, line: int) -> None:
    assert results(name, provision_id)[line].differences == ()


def test_every_rule_of_pakistan_is_in_its_pack() -> None:
    assert {provision.id for provision in pack("pakistan").provisions} >= PAKISTAN


def test_every_international_rule_is_in_its_pack() -> None:
    assert {provision.id for provision in pack("mandela").provisions} == INTERNATIONAL


def test_the_national_limits_on_detention_before_conviction_are_marked() -> None:
    limits = {provision.id for provision in pack("pakistan").provisions if provision.limit}

    assert limits >= LIMITS_BEFORE_CONVICTION
    assert not any(provision.limit for provision in pack("mandela").provisions)


@pytest.mark.parametrize(("name", "provision"), list(provisions()))
def test_a_provision_is_cited_and_said_in_both_languages(name: str, provision: Provision) -> None:
    texts = [
        provision.title, provision.says, provision.next_step, provision.effect.what, provision.effect.decides,
        *provision.open_issues,
        *(condition.says for version in provision.versions for condition in version.conditions.values()),
    ]  # fmt: skip

    assert all(text.en.strip() and text.ur.strip() for text in texts)
    assert provision.cite.act
    assert provision.cite.section
    assert provision.cite.urls


@pytest.mark.parametrize(("name", "provision"), list(provisions()))
def test_no_length_of_time_changes_by_one_unnoticed(name: str, provision: Provision) -> None:
    survivors = [
        mutant.what
        for mutant in mutants(provision)
        if not any(one.differences for one in check_provision(mutant.provision, table(name)))
    ]

    assert survivors == []
