"""What the statistics ask of one person on the reference day, each answered once."""

from __future__ import annotations

from rihai.profile.flags.flag import House, Question
from rihai.profile.record import Record, cases_of
from rihai.profile.statistics import bands
from rihai.profile.statistics.offence import ChargeReader, offence_group
from rihai.profile.statistics.standing import SENTENCED, standing_of, status_of


class Counted(Question):
    """A person as counted: None stands for *not known* in every answer.

    `status` is the heaviest legal status, `standing` the heading of the UN-CTS, `under_trial` the cases in which the
    person is held under trial.
    """

    __slots__ = ("offences", "standing", "status", "under_trial")

    def __init__(self, person: Record, on: int, house: House, offences: ChargeReader) -> None:
        super().__init__(person, on, "en", house)
        self.offences = offences
        cases = cases_of(person)
        self.status = status_of(cases, self.holding)
        self.standing = standing_of(cases, self.holding)
        self.under_trial = [case for case in self.holding if case.get("legal_status") == "under_trial"]

    def text(self, fact: str) -> str | None:
        """A text or code of the record as written, without spaces round it; an empty one is not known."""
        value = self.person.get(fact)
        return (str(value).strip() or None) if value is not None else None

    @property
    def age_band(self) -> str | None:
        """Our band of age."""
        return bands.age_band(self.ages)

    @property
    def adulthood(self) -> str | None:
        """Adult or juvenile."""
        return bands.adulthood(self.ages)

    @property
    def time_band(self) -> str | None:
        """How long the person has been under trial, by the longest unbroken stay in one case."""
        return bands.time_band(bands.held_longest(self.under_trial, self.on), self.on)

    @property
    def offence(self) -> str | None:
        """The group of the heaviest charge."""
        return offence_group(self.holding, self.offences)

    @property
    def is_sentenced_and_under_trial(self) -> bool:
        """Sentenced in one case that holds the person and under trial in another: counted once, as sentenced."""
        return bool(self.under_trial) and any(case.get("legal_status") in SENTENCED for case in self.holding)
