"""Three records from the contract of facts: a woman under trial, a juvenile bailed once, a convict with an appeal."""

from __future__ import annotations

import json
from typing import Any

_WOMAN = """
{"id": "W-1", "census_date": "2026-10-01", "country": "PK", "province": "punjab", "prison": "District Jail Roshanabad",
 "prison_type": "district", "sex": "female", "date_of_birth": "1994", "date_of_birth_source": "identity_card",
 "nationality": "PK", "admitted_on": "2026-03-12", "first_admitted_on": "2026-03-12", "pregnant": false,
 "children": [{"date_of_birth": "2024-12-02", "lives_in_prison": true, "dependent": true,
   "best_interest_decision": false}],
 "previous_convictions": [],
 "cases": [{"case_id": "51/26 Saddar", "fir_number": "51/2026", "fir_date": "2026-03-08", "police_station": "Saddar",
   "legal_status": "under_trial", "legal_counsel": "none",
   "charges": [{"act": "PPC", "section": "489-F", "offence_date": "2026-02-20"}], "arrested_on": "2026-03-10",
   "trial_concluded": false, "delay_attributed_to_accused": null, "court_found_hardened": false,
   "bail_granted": false, "held_in_other_case": false}]}
"""
_JUVENILE = """
{"id": "J-1", "country": "PK", "province": "khyber_pakhtunkhwa", "prison": "Sub-Jail Roshanabad",
 "prison_type": "sub_jail", "sex": "male", "date_of_birth": "2009-04-01", "date_of_birth_precision": "month",
 "date_of_birth_source": "school_record", "nationality": "PK", "first_admitted_on": "2026-08-16",
 "held_with_adults": true, "guardian_contact": true, "previous_convictions": [],
 "cases": [{"case_id": "204/26 City", "legal_status": "under_trial", "legal_counsel": "legal_aid",
   "charges": [{"act": "PPC", "section": "381-A", "offence_date": "2026-08-14"}, {"act": "PPC", "section": "34"}],
   "arrested_on": "2026-08-14",
   "custody": [{"from": "2026-08-14", "to": "2026-09-01", "ended_by": "bail"}, {"from": "2026-10-05"}],
   "bail_cancelled_on": "2026-10-05", "trial_concluded": false, "delay_attributed_to_accused": false}]}
"""
_CONVICT = """
{"id": "C-1", "country": "PK", "province": "sindh", "prison": "Central Prison Roshanabad", "prison_type": "central",
 "sex": "male", "age_years": {"min": 58, "max": 62}, "age_stated_on": "2026-10-01", "nationality": "PK",
 "previous_convictions": [{"act": "PPC", "section": "411", "convicted_on": "2015"}], "illness": ["hypertension"],
 "conduct_good": true,
 "cases": [{"case_id": "18/24 Market", "legal_status": "convict",
   "charges": [{"act": "PPC", "section": "408", "offence_date": "2024-01-15"}], "arrested_on": "2024-02-03",
   "custody": [{"from": "2024-02-03"}], "convicted_on": "2025-06-16",
   "sentences": [{"kind": "term", "term": {"years": 5}, "rigorous": true, "imposed_on": "2025-06-16",
     "starts_on": "2025-06-16", "section": "408"}],
   "s382b_granted": true, "fine": 50000, "fine_paid_amount": 20000, "fine_paid": false, "default_term": {"months": 6},
   "appeal_filed": true, "appeal_filed_on": "2025-07-02", "appeal_decided": false,
   "appeal_delay_attributed_to_appellant": false, "court_found_hardened": false,
   "remission_ledger": [{"granted_on": "2026-03-31", "kind": "special", "days": 60}], "release_due_on": "2028-11"},
  {"case_id": "77/25 Market", "legal_status": "under_trial", "charges": [{"act": "PPC", "section": "420"}],
   "arrested_on": "2025-08"}]}
"""


def woman() -> dict[str, Any]:
    return dict(json.loads(_WOMAN))


def juvenile() -> dict[str, Any]:
    return dict(json.loads(_JUVENILE))


def convict() -> dict[str, Any]:
    return dict(json.loads(_CONVICT))
