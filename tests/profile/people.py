"""Invented people, hand-made and generated, as checked records."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from rihai.days import day_of

Facts = dict[str, Any]
TODAY = day_of(date(2026, 10, 1))
STATUSES = (
    "under_trial", "convicted_unsentenced", "convict", "condemned", "security", "detained_without_charge", "civil",
    "immigration", "released", "other",
)  # fmt: skip


def case(status: str | None = "under_trial", **facts: Any) -> Facts:
    """A case with its status, where one is known."""
    named = {"case_id": facts.pop("case_id", "1/26 City")}
    return named | ({} if status is None else {"legal_status": status}) | facts


def person(*cases: Facts, **facts: Any) -> Facts:
    """A record with its cases."""
    return {"id": "P-1", "country": "PK", "cases": list(cases)} | facts


_YES_NO = st.booleans()
_DATES = st.sampled_from([
    "2026-09-30", "2026-03-31", "2026", "2025-10", "2024-01-01", "2019-05-05", "2027-01-01",
    {"earliest": "2025-01-01", "latest": "2026-06-30"},
])  # fmt: skip
_CASE: dict[str, st.SearchStrategy[Any]] = {
    "legal_status": st.sampled_from(STATUSES),
    "arrested_on": _DATES,
    "custody": st.lists(st.fixed_dictionaries({}, optional={"from": _DATES, "to": _DATES}), max_size=2),
    "released": _YES_NO,
    "released_on": _DATES,
    "bail_furnished": _YES_NO,
    "legal_counsel": st.sampled_from(["private", "state", "legal_aid", "none"]),
    "appeal_filed": _YES_NO,
    "appeal_decided": _YES_NO,
    "sentences": st.lists(st.fixed_dictionaries({"kind": st.sampled_from(["term", "death"])}), max_size=1),
    "charges": st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "act": st.sampled_from(["PPC", "CNSA", "Another Act"]),
                "section": st.sampled_from(["302", "379", "34", "489-F", "9"]),
                "offence_date": _DATES,
                "punishable_with_death": _YES_NO,
            },
        ),
        max_size=2,
    ),
}
_PERSON: dict[str, st.SearchStrategy[Any]] = {
    "sex": st.sampled_from(["female", "male", "transgender"]),
    "date_of_birth": st.sampled_from(["1950-01-01", "2008-10-01", "2008-10-02", "2008", "1966-10", "2027", "1990"]),
    "date_of_birth_precision": st.sampled_from(["day", "month", "year"]),
    "age_years": st.sampled_from([17, 18, 45, 60, {"min": 16, "max": 19}, 900]),
    "age_stated_on": _DATES,
    "claims_to_be_juvenile": _YES_NO,
    "pregnant": _YES_NO,
    "breastfeeding": _YES_NO,
    "children": st.lists(
        st.fixed_dictionaries({}, optional={"lives_in_prison": _YES_NO, "date_of_birth": _DATES}), max_size=3
    ),
    "children_in_prison": st.sampled_from([0, 1, 2, {"min": 0, "max": 2}]),
    "children_total": st.sampled_from([0, 3]),
    "illness": st.lists(st.sampled_from(["hiv", "tuberculosis", "mental_illness", "asthma"]), max_size=2, unique=True),
    "mental_disorder_flag": _YES_NO,
    "disability": st.lists(st.sampled_from(["physical", "psychosocial"]), max_size=2, unique=True),
    "nationality": st.sampled_from(["PK", "AF", "stateless"]),
    "country": st.just("PK"),
    "is_foreign_national": _YES_NO,
    "last_family_contact_on": _DATES,
    "family_informed": _YES_NO,
    "in_solitary": _YES_NO,
    "solitary_since": _DATES,
    "hours_alone": st.sampled_from([10, 23]),
    "prison": st.sampled_from(["District Jail Roshanabad", "Central Jail Chamanpur", " "]),
    "home_district": st.sampled_from(["Kasur", "Okara"]),
    "cases": st.lists(st.fixed_dictionaries({}, optional=_CASE), max_size=3).map(
        lambda cases: [{"case_id": f"{number}/26 City", **one} for number, one in enumerate(cases)]
    ),
}
RECORDS = st.fixed_dictionaries({"id": st.just("P-1")}, optional=_PERSON)
"""Checked records in which any fact may be absent, many of them at odds with each other."""
