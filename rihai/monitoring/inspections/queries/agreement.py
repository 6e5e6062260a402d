"""What several inspectors answered, each for themselves, and how far they agree; asked before anything is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rihai.instruments.queries import AnswerRead, answer_seen, marks_of
from rihai.instruments.scoring import Agreement, Mark, agreement
from rihai.kit.actor import Actor
from rihai.monitoring.inspections.models import Inspection, TeamMember
from rihai.monitoring.inspections.queries.scored import Named, named

READINGS = ("rely", "tentative", "retrain")


@dataclass(frozen=True)
class Rating:
    """What one inspector gave."""

    member: TeamMember
    read: AnswerRead

    @cached_property
    def marks(self) -> dict[str, Mark]:
        """The mark of every item."""
        return marks_of(self.read)

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of every item that was asked: yes, partly, no, na."""
        values = self.read.values
        return {name: str(values.get(name) or "na") for name, one in self.marks.items() if one.code != "nap"}

    def sources(self, name: str) -> frozenset[str]:
        """The kinds of source that were ticked for an item."""
        said = self.read.values.get(f"{name}_src") or []
        return frozenset(said if isinstance(said, list) else str(said).split())

    def note(self, name: str) -> str:
        """What was found, in this inspector's words."""
        return str(self.read.values.get(f"{name}_note") or "")


@dataclass(frozen=True, slots=True)
class Apart:
    """An item on which a decision is needed: what each said, and their words."""

    item: Named
    said: tuple[tuple[str, str, str], ...]
    codes: frozenset[str]


@dataclass
class Ratings:
    """All that was given of one inspection; `waiting` are those who rate and have not given."""

    inspection: Inspection
    given: Sequence[Rating]
    waiting: Sequence[TeamMember] = field(default_factory=list)

    @property
    def are_complete(self) -> bool:
        """Whether everybody who rates has given, so that they may talk and the answers may be seen."""
        return bool(self.given) and not self.waiting

    @cached_property
    def names(self) -> list[str]:
        """Every item that anybody was asked, in the order of the form."""
        return list(dict.fromkeys(name for one in self.given for name in one.codes))

    @cached_property
    def agreement(self) -> Agreement | None:
        """How far they agree; None where fewer than two judged."""
        if len(self.given) < 2:
            return None
        raters = [{name: _number(it) for name, it in one.marks.items() if it.applies} for one in self.given]
        return agreement(raters)

    @cached_property
    def agreed(self) -> dict[str, str]:
        """What all who were asked said alike, by item."""
        found = {}
        for name in self.names:
            codes = {one.codes[name] for one in self.given if name in one.codes}
            if len(codes) == 1:
                found[name] = codes.pop()
        return found

    @cached_property
    def apart(self) -> list[Apart]:
        """What they judged differently, or one could assess and another not, the critical items first."""
        found = []
        for name in self.names:
            if name in self.agreed:
                continue
            said = tuple((one.member.name, one.codes[name], one.note(name)) for one in self.given if name in one.codes)
            found.append(Apart(named(name), said, frozenset(code for _who, code, _note in said)))
        return sorted(found, key=lambda one: not one.item.is_critical)

    def borne(self, name: str, code: str) -> tuple[str, str]:
        """The kinds of source and the words of those who gave this answer; of all, where nobody gave it."""
        having = [one for one in self.given if one.codes.get(name) == code]
        having = having or [one for one in self.given if name in one.codes]
        sources = frozenset[str]().union(*(one.sources(name) for one in having))
        notes = list(dict.fromkeys(note for one in having if (note := one.note(name))))
        return " ".join(sorted(sources)), "\n".join(notes)


def ratings_of(inspection: Inspection, *, actor: Actor) -> Ratings:
    """What was given; nothing of it as long as anybody who rates has not given theirs, so that nobody is led."""
    team = [one for one in inspection.team.all() if one.rates]
    waiting = [one for one in team if one.answer_id is None]
    if waiting:
        return Ratings(inspection, [], waiting)
    reads = [(one, answer_seen(one.answer_id, actor=actor)) for one in team if one.answer_id is not None]
    return Ratings(inspection, [Rating(one, read) for one, read in reads if read is not None])


def _number(mark: Mark) -> float | None:
    """What was answered: a yes on too few sources is scored as partly, and was a yes all the same."""
    return 1.0 if mark.is_provisional else None if mark.value is None else float(mark.value)
