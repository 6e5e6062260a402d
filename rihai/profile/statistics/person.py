"""What the statistics ask of one person on the reference day, each answered once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from rihai.days import Span
from rihai.offences import OffenceTable
from rihai.profile.flags.flag import Question
from rihai.profile.record import Record, cases_of
from rihai.profile.statistics import bands
from rihai.profile.statistics.offence import offence_group
from rihai.profile.statistics.standing import SENTENCED, standing_of, status_of


@dataclass(frozen=True)
class Counted(Question):
    """A person as counted: None stands for *not known* in every answer."""

    table: OffenceTable = field(kw_only=True)

    def text(self, fact: str) -> str | None:
        """A text or code of the record as written, without spaces round it; an empty one is not known."""
        value = self.person.get(fact)
        return (str(value).strip() or None) if value is not None else None

    @cached_property
    def cases(self) -> list[Record] | None:
        """The cases on record."""
        found = cases_of(self.person)
        return None if found is None else list(found)

    @cached_property
    def status(self) -> str | None:
        """The heaviest legal status."""
        return status_of(self.cases, self.holding)

    @cached_property
    def standing(self) -> str | None:
        """The heading of the UN-CTS, pending appeals apart."""
        return standing_of(self.cases, self.holding)

    @cached_property
    def age_band(self) -> str | None:
        """Our band of age."""
        return bands.age_band(self.birth[0], self.on)

    @cached_property
    def adulthood(self) -> str | None:
        """Adult or juvenile."""
        return bands.adulthood(self.birth[0], self.on)

    @property
    def time_band(self) -> str | None:
        """How long the person has been under trial, by the longest unbroken stay in one case."""
        since: Span = bands.held_longest(self._under_trial, self.on)
        return bands.time_band(since, self.on)

    @property
    def offence(self) -> str | None:
        """The group of the heaviest charge."""
        return offence_group(self.holding, self.table)

    @property
    def is_sentenced_and_under_trial(self) -> bool:
        """Sentenced in one case that holds the person and under trial in another: counted once, as sentenced."""
        return bool(self._under_trial) and any(case.get("legal_status") in SENTENCED for case in self.holding)

    @property
    def _under_trial(self) -> list[Record]:
        return [case for case in self.holding if case.get("legal_status") == "under_trial"]
