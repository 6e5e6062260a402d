"""The figures of a project for some days, each with where it comes from, and everybody behind one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID
from rihai.people.models import Person
from rihai.results.counting.entered import NOTHING, entered
from rihai.results.counting.marks import mark_of_code, mark_of_person
from rihai.results.counting.measures import Contact, contacts_of, districts_of, mark_of_measure, number_of
from rihai.results.counting.rows import Someone, someones, sums_of
from rihai.results.counting.spans import Span
from rihai.results.models import Basis, Entry, Indicator, Method, Project

AGES = ((0, 18), (18, 30), (30, 45), (45, 60), (60, 121))
"""Groups of age, the second number not included; under eighteen apart, since the law is another one there."""
NOT_SAID = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator's figure for some days. None: not known. `acts` are the sessions behind people, never added to them.

    `mark` says that it is less than a count: estimated, or at least so many.
    """

    indicator: Indicator
    value: int | None
    acts: int | None = None
    mark: str = ""
    entries: int = 0

    @property
    def shown(self) -> str:
        """As it is written: "about 1,500", "300+"; empty where it is not known."""
        if self.value is None:
            return ""
        sign = {Method.ESTIMATED: "~", Method.AT_LEAST: ""}.get(Method(self.mark), "") if self.mark else ""
        return f"{sign}{self.value:,}{'+' if self.mark == Method.AT_LEAST else ''}"

    @property
    def share(self) -> int | None:
        """How much of the target was reached, in whole per cent; None where either is not known."""
        target = self.indicator.target
        return None if self.value is None or not target else self.value * 100 // target


@dataclass(frozen=True, slots=True)
class Detail:
    """A figure of people by district, sex and age, each adding up to it; `marks` are of those who were counted."""

    districts: Mapping[str, int] = field(default_factory=dict)
    sexes: Mapping[str, int] = field(default_factory=dict)
    ages: Mapping[str, int] = field(default_factory=dict)
    marks: Sequence[str] = ()

    def parts(self) -> dict[str, dict[str, int]]:
        """As plain values."""
        return {"district": dict(self.districts), "sex": dict(self.sexes), "age": dict(self.ages)}


def figures_of(project: Project, span: Span) -> list[Figure]:
    """Every indicator in its order; as many queries as there are measures, however many rows."""
    found = list(Indicator.objects.filter(project=project).select_related("project", "part_of"))
    return figures_among(project, found, span)


def figures_among(project: Project, indicators: Sequence[Indicator], span: Span) -> list[Figure]:
    """The figures of some of a project's indicators."""
    sums = sums_of(project, span) if any(one.basis == Basis.ROWS for one in indicators) else None
    entries: dict[object, list[Entry]] = {}
    for entry in Entry.objects.filter(indicator__in=indicators, withdrawn_at=None):
        entries.setdefault(entry.indicator_id, []).append(entry)
    figures = []
    for one in indicators:
        if one.basis == Basis.ENTERED:
            said = entered(one, entries.get(one.pk, ()), span) if one.pk in entries else NOTHING
            figures.append(Figure(one, said.value, None, said.mark, said.entries))
        elif one.basis == Basis.MEASURE:
            value, acts = number_of(one, span)
            figures.append(Figure(one, value, acts, mark_of_measure(one) if value else ""))
        elif sums is not None:
            people, acts = sums.people.get(one.service, 0), sums.sessions.get(one.service, 0)
            figures.append(Figure(one, people, acts) if one.is_people else Figure(one, acts))
    return figures


def detail_of(indicator: Indicator, span: Span) -> Detail:
    """Who is behind a figure of people that is counted; nothing for any other."""
    if not indicator.is_people or indicator.is_entered:
        return Detail()
    if indicator.basis == Basis.ROWS:
        return _of_codes(indicator.project, someones(indicator.project, span, indicator.service))
    return _of_persons(contacts_of(indicator, span), span.last)


def _of_codes(project: Project, people: Sequence[Someone]) -> Detail:
    return Detail(
        _counted(people, lambda one: one.district),
        _counted(people, lambda one: one.sex) if any(one.sex for one in people) else {},
        _aged(one.age for one in people) if any(one.age is not None for one in people) else {},
        sorted(mark_of_code(project, one.who) for one in people),
    )


def _of_persons(contacts: Sequence[Contact], on: date) -> Detail:
    first: dict[object, Contact] = {}
    for one in contacts:
        if one.person_id not in first or (one.on, one.place_id or 0) < (
            first[one.person_id].on, first[one.person_id].place_id or 0
        ):  # fmt: skip
            first[one.person_id] = one
    with acting_as(SYSTEM_ID):
        where = districts_of(one.place_id for one in first.values() if one.place_id)
        known = Person.objects.filter(pk__in=list(first)).values_list("sex", "born_latest")
        sexes, born = zip(*known, strict=True) if first and known else ((), ())
    return Detail(
        _counted(first.values(), lambda one: where.get(one.place_id or 0, NOT_SAID)),
        _counted(sexes, str),
        _aged(_years(day, on) for day in born),
        sorted(mark_of_person(str(one)) for one in first),
    )


def _years(born: date | None, on: date) -> int | None:
    return None if born is None else on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _counted(values: Iterable[object], of: Callable[..., str]) -> dict[str, int]:
    return dict(sorted(Counter(of(one) for one in values).items()))


def _aged(ages: Iterable[int | None]) -> dict[str, int]:
    """By group of age, in order; the empty one last for those of whom no age is known."""
    counted: Counter[str] = Counter()
    for age in ages:
        name = next((f"{low}-{high - 1}" for low, high in AGES if age is not None and low <= age < high), "")
        counted[name] += 1
    order = [f"{low}-{high - 1}" for low, high in AGES] + [NOT_SAID]
    return {name: counted[name] for name in order if counted[name]}
