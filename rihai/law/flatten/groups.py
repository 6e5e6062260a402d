"""Groups of facts that are reckoned from the same facts, so that they are worked out once for each value of those."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rihai.facts import LIST_FACTS
from rihai.law.items import ItemTest
from rihai.law.reckon.derived import DERIVED
from rihai.law.reckoned import CHARGE_FACTS, RECKONED

LOOKED_UP = ("act", "section", "sub_limb", "substance", "quantity_grams", "offence_date")
"""What the offence table is asked by."""


@dataclass(frozen=True, slots=True)
class Group:
    """`facts` follow from `inputs` alone; an input `list.fact` is a fact of items; `items` are tests of the list."""

    name: str
    inputs: tuple[str, ...]
    facts: tuple[str, ...]
    items: tuple[str, ...] = ()


_SERVED = ("arrested_on", "custody.from", "custody.to")

GROUPS: tuple[Group, ...] = (
    Group("birth", ("date_of_birth", "date_of_birth_precision", "age_years", "age_stated_on"), ("born",)),
    Group(
        "standing",
        (
            "nationality", "country", "is_foreign_national", "solitary_since", "in_solitary", "legal_status",
            "trial_concluded", "bail_granted", "bail_furnished", "bail_granted_not_furnished", "detention_ground",
        ),
        ("is_foreign_national", "in_solitary", "trial_concluded", "bail_granted_not_furnished", "only_money_keeps"),
    ),
    Group("previous_convictions", ("previous_convictions.act", "first_time_offender"), ("first_time_offender",)),
    Group(
        "children",
        (
            "children.dependent", "children.lives_in_prison", "children_total", "has_dependent_child",
            "children_in_prison",
        ),
        ("has_dependent_child", "children_in_prison"),
    ),
    Group(
        "custody",
        (*_SERVED, "released", "released_on", "legal_status", "bail_furnished"),
        ("custody_since", "first_custody_on", "counted_custody_from"),
    ),
    Group("remand", (*_SERVED, "first_remanded_on"), ("remand_counted_from",)),
    Group("offences", ("charges.act", "charges.section", "charges.sub_limb"), ("several_offences",)),
    Group("language", ("languages", "staff_languages"), ("language_shared",)),
    Group("hearing", ("last_hearing_on", "last_remanded_on"), ("last_before_court_on",)),
    Group(
        "sentences",
        ("sentences.kind", "sentences.term", "concurrent_or_consecutive", "legal_status"),
        ("sentence_term", "sentence_months", "sentence_count", "has_life_sentence", "has_death_sentence"),
    ),
    Group(
        "served",
        (
            *_SERVED, "sentences.kind", "sentences.term", "sentences.starts_on", "sentences.imposed_on",
            "concurrent_or_consecutive", "convicted_on", "s382b_granted",
        ),
        ("sentence_from", "remission_ceiling_days"),
    ),
    Group(
        "remission",
        ("remission_ledger.kind", "remission_ledger.days", "remission_days"),
        ("remission_total_days", "remission_counted_days"),
    ),
    Group(
        "money",
        ("fine", "fine_paid_amount", "fine_paid", "fine_paid_on", "default_term", "default_term_from"),
        ("fine_paid", "default_term_months", "unpaid_fine_share", "fine_suffered_on", "fine_settled_on"),
    ),
    Group(
        "england",
        (
            *_SERVED, "sentences.kind", "sentences.term", "sentences.starts_on", "sentences.imposed_on",
            "sentence_type", "recalled", "sds_plus", "section_250", "hdc_statutory_exclusion",
            "early_release_exclusions", "remand_credit_days", "tagged_bail_credit_days", "held_in_other_case",
        ),
        (
            "ew_sled_on", "ew_esed_on", "ew_crd_on", "ew_hdced_on", "ew_ersed_on", "ew_day_release_on",
            "ew_remand_days",
        ),
    ),
    Group("charges", (), CHARGE_FACTS),
)  # fmt: skip
"""Every fact of RECKONED and DERIVED is in one of these; another list with tests of its items gets its own group."""

OF_LISTS = ("previous_convictions",)
"""Lists among DERIVED: laid as tests of their items only."""


def groups_for(facts: Iterable[str], tests: Mapping[str, ItemTest]) -> list[Group]:
    """The groups that some facts and tests of items need, each with only what is needed; custody always (who holds)."""
    wanted = set(facts)
    assert wanted & (set(RECKONED) | set(DERIVED)) <= {fact for group in GROUPS for fact in group.facts}
    homes = {group.name: group for group in GROUPS}
    lists = {test.list_name for test in tests.values()}
    every = [*GROUPS, *(Group(name, (), ()) for name in sorted(lists - set(homes)))]
    found = []
    for group in every:
        items = tuple(name for name, test in tests.items() if test.list_name == group.name)
        kept = tuple(fact for fact in group.facts if fact in wanted)
        if kept or items or group.name == "custody":
            inputs = (*group.inputs, *_item_inputs(group.name, kept, [tests[name] for name in items]))
            found.append(replace(group, facts=kept, items=items, inputs=tuple(dict.fromkeys(inputs))))
    return found


def _item_inputs(list_name: str, facts: tuple[str, ...], tests: list[ItemTest]) -> list[str]:
    """The facts of items that tests ask; for charges and convictions also what the offence table is asked by."""
    if list_name not in LIST_FACTS:
        return []
    asked = sorted({fact for test in tests for fact in test.facts} | (set(facts) & set(CHARGE_FACTS)))
    if list_name in {"charges", "previous_convictions"}:
        asked = [*(name for name in LOOKED_UP if name in LIST_FACTS[list_name]), *asked]
    return [f"{list_name}.{name}" for name in asked]
