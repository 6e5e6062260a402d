"""Children who live in prison with a parent: counted apart, by age, and never among the persons in custody."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rihai.profile.record import Record, ages_on, children_inside, span_of
from rihai.profile.statistics.bands import CHILD_AGES, OLDEST_CHILDREN, child_band
from rihai.profile.statistics.figure import Breakdown, Figure
from rihai.words import mark

BANDS = (*(band for _, band in CHILD_AGES), OLDEST_CHILDREN)


@dataclass
class Children:
    """A count in the making: children by band of age, their parents, and children who may live inside."""

    ages: Counter[str | None] = field(default_factory=Counter)
    parents: int = 0
    unclear: int = 0
    unasked: int = 0

    def add(self, person: Record, on: int) -> None:
        """Count the children of one person; where a count is given that the list does not bear out, ages are open."""
        counted = children_inside(person)
        if counted is None:
            self.unasked += person.get("children_total") != 0
            return
        sure, most = counted
        self.parents += sure > 0
        self.unclear += most - sure
        listed = [child for child in person.get("children") or () if child.get("lives_in_prison") is True]
        known = listed if len(listed) <= sure else []
        self.ages.update(child_band(ages_on(span_of(child, "date_of_birth"), on)) for child in known)
        self.ages[None] += sure - len(known)

    def breakdown(self) -> Breakdown:
        """The children by age; the unit is children."""
        return Breakdown(
            "children",
            mark("Children living in prison with a parent"),
            mark("Children"),
            mark("Children recorded as living inside with a person in custody."),
            mark("They are not persons in custody and stand in no other table; children who may live inside."),
            tuple(Figure(band, self.ages[band], self.ages.total() - self.ages[None]) for band in BANDS),
            self.ages[None],
            self.ages.total(),
        )

    def figures(self) -> tuple[Figure, ...]:
        """Parents with a child inside, children of whom it is not recorded, and persons of whom nobody has said."""
        return (
            Figure("parents_with_children_inside", self.parents),
            Figure("children_perhaps_inside", self.unclear),
            Figure("persons_children_not_known", self.unasked),
        )
