"""When a condition is chronic: beyond its norm at so many points one after another, up to the newest; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rihai.monitoring.conditions.known import Norm, Series


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: its day, who says so and how it was found. `value` None breaks every norm: nothing works there."""

    on: date
    value: float | None
    kind: str
    source: str
    method: str = ""
    pk: UUID | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A series at one prison: its points, oldest first."""

    series: Series
    points: tuple[Point, ...]

    @property
    def newest(self) -> Point | None:
        """The last figure."""
        return self.points[-1] if self.points else None

    @property
    def is_broken(self) -> bool:
        """Whether the newest figure is beyond the norm."""
        return self.newest is not None and _breaks(self.series.norm, self.newest)

    @property
    def run(self) -> int:
        """How many points up to the newest are beyond the norm, one after another."""
        number = 0
        for point in reversed(self.points):
            if not _breaks(self.series.norm, point):
                break
            number += 1
        return number

    @property
    def is_chronic(self) -> bool:
        """Whether it has been so for as many points as the file asks."""
        return self.run >= self.series.run

    @property
    def since(self) -> date | None:
        """The first day of that run."""
        return self.points[-self.run].on if self.run else None


def _breaks(norm: Norm | None, point: Point) -> bool:
    return norm is not None and (point.value is None or norm.is_broken(point.value))


def courses(series: Sequence[Series], points: dict[str, list[Point]]) -> list[Course]:
    """Each series with its points in the order of their days."""
    return [Course(one, tuple(sorted(points.get(one.code, []), key=lambda point: point.on))) for one in series]
