"""The table of indicators that are reckoned straight from the measurements: what is divided by what."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from django.utils.translation import gettext_lazy as _


class Figure(NamedTuple):
    """One of them. `part` and `whole` name measurements or sums of some (`indicators._summed`)."""

    code: str
    title: Any
    formula: Any
    kind: Literal["rate", "share", "ratio", "number"]
    part: str
    whole: str = ""
    per: int = 1
    unit: Any = ""


FIGURES = (
    Figure("IND-05", _("Deaths per 1,000"), _("deaths in 12 months / mean daily population × 1,000"),
           "rate", "deaths", "mdp", 1_000),
    Figure("IND-06", _("Suicides per 10,000"), _("suicides / mean daily population × 10,000"),
           "rate", "deaths_suicide", "mdp", 10_000),
    Figure("IND-06a", _("Suicides per 100,000"), _("suicides / mean daily population × 100,000"),
           "rate", "deaths_suicide", "mdp", 100_000),
    Figure("IND-07", _("Homicides per 10,000"), _("homicides / mean daily population × 10,000"),
           "rate", "deaths_homicide", "mdp", 10_000),
    Figure("IND-09", _("Tuberculosis notified per 100,000"),
           _("new and relapse cases / mean daily population × 100,000"),
           "rate", "tb_cases", "mdp", 100_000),
    Figure("IND-15", _("Assaults per 1,000"), _("assaults / mean daily population × 1,000"),
           "rate", "assaults", "mdp", 1_000),
    Figure("IND-15a", _("Acts of self-harm per 1,000"), _("acts / mean daily population × 1,000"),
           "rate", "selfharm_acts", "mdp", 1_000),
    Figure("IND-15b", _("People who harmed themselves per 1,000"), _("people / mean daily population × 1,000"),
           "rate", "selfharm_people", "mdp", 1_000),
    Figure("IND-16", _("Uses of force per 1,000"), _("uses / mean daily population × 1,000"),
           "rate", "force", "mdp", 1_000),
    Figure("IND-16b", _("Uses of restraint per 1,000"), _("uses / mean daily population × 1,000"),
           "rate", "restraints", "mdp", 1_000),
    Figure("IND-17", _("Complaints per 100"), _("received / mean daily population × 100"),
           "rate", "complaints", "mdp", 100),
    Figure("IND-07a", _("Deaths of unknown cause"), _("unknown or pending / all deaths × 100"),
           "share", "deaths_unknown", "deaths"),
    Figure("IND-08", _("Deaths into which an authority outside inquires"),
           _("inquiries opened / all deaths × 100"),
           "share", "deaths_inquired", "deaths"),
    Figure("IND-09a", _("Screened for tuberculosis"), _("screened / admissions × 100"),
           "share", "tb_screened", "admissions"),
    Figure("IND-16a", _("Uses of force reported the same day"), _("reported / uses × 100"),
           "share", "force_same_day", "force"),
    Figure("IND-17a", _("Complaints answered in time"), _("in time / received × 100"),
           "share", "complaints_in_time", "complaints"),
    Figure("IND-17b", _("Complaints upheld"), _("upheld / received × 100"),
           "share", "complaints_upheld", "complaints"),
    Figure("IND-11", _("Unsentenced"), _("untried and convicted, not sentenced / held × 100"),
           "share", "unsentenced", "held"),
    Figure("IND-11a", _("Untried"), _("untried / held × 100"),
           "share", "untried", "held"),
    Figure("IND-18", _("Produced in court"), _("produced / due × 100, last month"),
           "share", "court_produced", "court_due"),
    Figure("IND-21", _("With a lawyer"), _("untried with a lawyer on record / untried × 100"),
           "share", "with_lawyer", "untried"),
    Figure("IND-22", _("Women and girls"), _("women and girls / held × 100"),
           "share", "females", "held"),
    Figure("IND-22a", _("Under 18"), _("boys and girls / held × 100"),
           "share", "minors", "held"),
    Figure("IND-23", _("Examined within 24 hours"), _("examined / admissions × 100"),
           "share", "examined_24h", "admissions"),
    Figure("IND-25", _("Turnover"), _("releases / (held at the start + admissions) × 100"),
           "share", "releases", "went_through"),
    Figure("IND-26", _("Staff trained"), _("trained in two years / all staff × 100"),
           "share", "staff_trained", "staff_all"),
    Figure("IND-26a", _("Women among custody staff"), _("women / custody staff × 100"),
           "share", "staff_women", "staff_custody"),
    Figure("IND-10", _("People to one of the staff"), _("people held / all staff"),
           "ratio", "held", "staff_all"),
    Figure("IND-10a", _("People to one of the custody staff"), _("people held / custody staff"),
           "ratio", "held", "staff_custody"),
    Figure("IND-10b", _("People to one on duty by day"), _("people held / on duty by day"),
           "ratio", "held", "staff_day"),
    Figure("IND-10c", _("People to one on duty at night"), _("people held / on duty at night"),
           "ratio", "held", "staff_night"),
    Figure("IND-12", _("Doctors per 1,000"), _("full-time equivalents / mean daily population × 1,000"),
           "ratio", "doctors", "mdp", 1_000),
    Figure("IND-12a", _("Nurses per 1,000"), _("full-time equivalents / mean daily population × 1,000"),
           "ratio", "nurses", "mdp", 1_000),
    Figure("IND-12b", _("Mental-health staff per 1,000"), _("full-time equivalents / mean daily population × 1,000"),
           "ratio", "mental_staff", "mdp", 1_000),
    Figure("IND-14", _("Alone for 22 hours or more, per 1,000"), _("people / held × 1,000"),
           "ratio", "alone_today", "held", 1_000),
    Figure("IND-25a", _("Mean stay, months"), _("mean daily population / admissions in the year × 12"),
           "ratio", "mdp", "admissions", 12),
    Figure("IND-14a", _("Alone, the longest run"), _("the longest of those alone, in days"),
           "number", "alone_longest", "", 1, _("days")),
    Figure("IND-14b", _("Alone for over 15 days in 12 months"), _("people; rule 44"),
           "number", "alone_over_15"),
    Figure("IND-19", _("Held past their lawful end"), _("people"),
           "number", "overstay_people"),
    Figure("IND-19a", _("Days held past their lawful end"), _("person-days"),
           "number", "overstay_days", "", 1, _("days")),
    Figure("IND-20", _("Days under trial, median"), _("of the untried held today"),
           "number", "remand_median", "", 1, _("days")),
    Figure("IND-20a", _("Days under trial, 90 in 100 below"), _("of the untried held today"),
           "number", "remand_p90", "", 1, _("days")),
    Figure("IND-20b", _("Untried over the national limit"), _("people"),
           "number", "remand_over"),
    Figure("IND-22b", _("Children living with a parent"), _("children; not counted as held"),
           "number", "held_children"),
)  # fmt: skip
