"""The forms with which a place is inspected: the Mandela instrument, and the short one for lock-ups and shelters."""

from __future__ import annotations

from rihai.monitoring.instrument import FORM_ID

SHORT = "short_visit"
FORMS = (FORM_ID, SHORT)
HANDLER = "monitoring.inspection"
"""The name under which this room takes answers."""
MEASURES = (
    "counted_at", "capacity", "capacity_source", "held_men", "held_women", "held_boys", "held_girls",
    "held_transgender", "held_children", "untried", "convicted", "sentenced", "condemned", "civil", "uncharged",
    "foreign", "rooms", "units", "water_litres", "water_people", "water_method", "hours", "alone_today",
    "alone_longest", "alone_over_15", "mdp", "mdp_method", "admissions", "releases", "stock_start", "deaths_suicide",
    "deaths_homicide", "deaths_natural", "deaths_accident", "deaths_unknown", "deaths_inquired", "tb_cases",
    "tb_screened", "tb_treated", "hiv_known", "hepatitis_known", "assaults", "selfharm_acts", "selfharm_people",
    "force", "force_same_day", "restraints", "escapes", "complaints", "complaints_in_time", "complaints_upheld",
    "complaints_days", "staff_all", "staff_custody", "staff_day", "staff_night", "staff_women", "staff_trained",
    "doctors", "nurses", "mental_staff", "dentists", "court_due", "court_produced", "work_fit", "work_busy",
    "overstay_people", "overstay_days", "remand_median", "remand_p90", "remand_over", "with_lawyer", "examined_24h",
)  # fmt: skip
"""What the instrument measures beside its items, by the names of the questions."""
