"""What is published about who is in Pakistan's prisons, as shares an invented prison is drawn from.

Each figure keeps its numerator and denominator. Sources, all public:

- Prison Data Report 2024 (NCHR, NAPA, JPP): https://brecorder.com/news/amp/40344316 and
  https://decrimpovertystatus.org/?resources=pakistans-prison-landscape-trends-data-and-developments-in-2024
- death row, JPP 2024: https://www.dawn.com/news/1864289/pakistan-has-6161-prisoners-on-death-row-report
- women, children and elders 2020: https://www.pakchristiannews.com/details/332 and
  https://www.pakistantoday.com.pk/2020/04/02/pakistan-has-over-48000-under-trial-prisoners-sc-told/
- illness, Islamabad High Court commission 2020: https://www.thenews.com.pk/print/601034-65pc-prisoners-not-convicted-are-in-jails
- time under trial 2018: https://nayadaur.tv/02-Apr-2019/keeping-juveniles-as-under-trial-prisoners-is-unjust-and-degrading
- median stay, Karachi: https://pmc.ncbi.nlm.nih.gov/articles/PMC2905608
- offences, Punjab 2019: https://jang.com.pk/news/660910-islamabad
"""

from __future__ import annotations

UNDER_TRIAL = 74_918 / 102_026
CONDEMNED = 6_161 / 102_026
OTHERWISE_HELD = 0.006  # preventive, civil and immigration detention; no count is published, an assumption
WOMEN = 1_121 / 73_242
TRANSGENDER = 0.001  # no count is published, an assumption
JUVENILES = 1_343 / 83_116
JUVENILES_UNDER_TRIAL = 0.851
OVER_60 = 1_527 / 73_661
FOREIGN = 1_117 / 82_591
WOMEN_WITH_CHILDREN = 134 / 1_121

ILLNESS: tuple[tuple[str, float], ...] = (
    ("hepatitis_c", 1_832 / 73_661),
    ("mental_illness", 594 / 73_661),
    ("hiv", 425 / 73_661),
    ("tuberculosis", 173 / 73_661),
    ("diabetes", 0.01),  # this and the next: no count is published, assumptions
    ("hypertension", 0.01),
)

DAYS_UNDER_TRIAL: tuple[tuple[float, int], ...] = (
    (0.0, 1), (0.3, 45), (0.5, 120), (0.70, 365), (0.885, 730), (0.95, 1_095), (0.99, 1_825), (1.0, 3_000),
)  # fmt: skip
"""Share of people under trial held no longer than so many days: the steps of 2018, the median between the sources."""

PROVINCES: tuple[tuple[str, int], ...] = (
    ("punjab", 61_813), ("sindh", 22_500), ("khyber_pakhtunkhwa", 13_000), ("balochistan", 3_000), ("islamabad", 1_300),
    ("gilgit_baltistan", 372),
)  # fmt: skip
"""People in prison by province, 2024; that of Islamabad is what the national total leaves."""
