"""The at-risk groups, in the order in which they are shown."""

from __future__ import annotations

from rihai.profile.flags import custody, needs, who
from rihai.profile.flags.flag import Group
from rihai.words import mark

GROUPS = (
    Group("women", mark("Women and girls"), mark("Recorded as female."), who.women),
    Group(
        "pregnant",
        mark("Pregnant or breastfeeding"),
        mark("Pregnant, in labour, just delivered or breastfeeding."),
        needs.pregnant,
    ),
    Group(
        "children_inside",
        mark("With a child inside"),
        mark("A child of the person lives in the prison. The child is no prisoner and is counted apart."),
        needs.with_children_inside,
    ),
    Group("juvenile", mark("Under eighteen"), mark("Not yet eighteen today, whatever the offence day."), who.juvenile),
    Group("over_60", mark("Sixty or older"), mark("Has completed sixty years."), who.over_60),
    Group("disability", mark("With a disability"), mark("Any disability is recorded."), needs.disability),
    Group(
        "mental_illness",
        mark("With a mental illness"),
        mark("A diagnosis or a court's finding is recorded; where only signs were noted it cannot be told."),
        needs.mental_illness,
    ),
    Group(
        "infection",
        mark("Tuberculosis, HIV or hepatitis"),
        mark("Tuberculosis, HIV, hepatitis B or hepatitis C is recorded."),
        needs.infection,
    ),
    Group(
        "foreign_national",
        mark("Foreign nationals"),
        mark("Not a citizen of the country of the prison, or of none."),
        who.foreign_national,
    ),
    Group(
        "no_lawyer",
        mark("Without a lawyer"),
        mark("Known to have no lawyer in a case that holds the person."),
        custody.no_lawyer,
    ),
    Group(
        "no_family_contact",
        mark("Without family contact"),
        mark("No visit, call or letter for longer than the house allows, or the family was never told."),
        needs.no_family_contact,
    ),
    Group("transgender", mark("Transgender people"), mark("Recorded as transgender."), who.transgender),
    Group(
        "condemned",
        mark("Under sentence of death"),
        mark("Sentenced to death in a case that holds the person, appeal pending or not."),
        custody.condemned,
    ),
    Group(
        "long_solitary",
        mark("Long in solitary confinement"),
        mark("Alone for more than fifteen days in a row; the first day is day 1."),
        custody.long_solitary,
    ),
)
