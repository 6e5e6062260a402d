"""How far two or more who judged the same agree: in plain shares, weighted kappa, Krippendorff's alpha.

Weighted kappa: Cohen, Psychological Bulletin 70 (1968), linear weights. Alpha: Krippendorff, Content Analysis (2nd ed.
2004), chapter 11, nominal and ordinal. Written here because the library for alpha is under a licence we cannot take.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

Value = float
Rater = Mapping[str, "Value | None"]
"""What one judged: a number by the name of each item, None where not assessed; what did not apply is left out."""
Pairs = Counter[tuple[Value, Value]]
FEW, DRAWS, SEED = 30, 1_000, 20261126
READING = ((0.8, "rely"), (0.667, "tentative"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """`units` are the items that at least two judged. Each measure is None where it cannot be computed.

    `interval` is where alpha lies in 95 of 100 draws of the items; `gaps` the share of items that some assessed and
    others did not; `apart` the items judged differently, the furthest apart first. Kappa is of two alone.
    """

    units: int
    raw: float | None
    kappa: float | None
    weighted: float | None
    alpha_nominal: float | None
    alpha: float | None
    interval: tuple[float, float] | None
    gaps: float | None
    apart: tuple[str, ...]

    @property
    def is_few(self) -> bool:
        """Whether there are so few items that the figures say little."""
        return self.units < FEW

    @property
    def reading(self) -> str:
        """How alpha is read: `rely`, `tentative`, `retrain`; empty where there is none."""
        if self.alpha is None:
            return ""
        return next((word for least, word in READING if self.alpha >= least), "retrain")


def agreement(raters: Sequence[Rater], *, draws: int = DRAWS, seed: int = SEED) -> Agreement:
    """How far they agree; the same figures each time they are asked for. `draws` 0: without an interval."""
    names = list(dict.fromkeys(name for one in raters for name in one))
    rated = {name: [value for one in raters if (value := one.get(name)) is not None] for name in names}
    units = {name: values for name, values in rated.items() if len(values) > 1}
    unequal = sum(1 for name in names if 0 < len(rated[name]) < sum(name in one for one in raters))
    known = sum(1 for values in rated.values() if values)
    pairs = [_pairs(values) for values in units.values()]
    two = [(values[0], values[1]) for values in units.values()] if len(raters) == 2 else []
    apart = sorted((one for one in units if len(set(units[one])) > 1), key=lambda one: _width(units[one]), reverse=True)
    return Agreement(
        units=len(units),
        raw=_raw(list(units.values())),
        kappa=_kappa(two, weighted=False),
        weighted=_kappa(two, weighted=True),
        alpha_nominal=_alpha(_sum(Counter(range(len(pairs))), pairs), ordinal=False),
        alpha=_alpha(_sum(Counter(range(len(pairs))), pairs), ordinal=True),
        interval=_interval(pairs, draws, seed) if draws else None,
        gaps=unequal / known if known else None,
        apart=tuple(apart),
    )


def _width(values: Sequence[Value]) -> float:
    return max(values) - min(values)


def _raw(units: Sequence[Sequence[Value]]) -> float | None:
    """The share of pairs of judgements on one item that are the same, each item counting once."""
    if not units:
        return None
    shares = [sum(a == b for a, b in permutations(one, 2)) / (len(one) * (len(one) - 1)) for one in units]
    return sum(shares) / len(shares)


def _kappa(two: Sequence[tuple[Value, Value]], *, weighted: bool) -> float | None:
    """Cohen's kappa of two; weights are distances, so that its share is 1 - observed / expected."""
    if not two:
        return None
    values = sorted({value for pair in two for value in pair})
    span = values[-1] - values[0]
    apart = (lambda a, b: abs(a - b) / span) if weighted and span else (lambda a, b: float(a != b))
    first, second = Counter(a for a, _b in two), Counter(b for _a, b in two)
    observed = sum(apart(a, b) for a, b in two) / len(two)
    expected = sum(apart(a, b) * first[a] * second[b] for a in first for b in second) / len(two) ** 2
    return 1 - observed / expected if expected else None


def _pairs(values: Sequence[Value]) -> Pairs:
    """The coincidences of one item: each ordered pair of judgements, weighed by how many judged it."""
    found: Pairs = Counter()
    for pair in permutations(values, 2):
        found[pair] += 1 / (len(values) - 1)  # type: ignore[assignment]
    return found


def _sum(times: Mapping[int, int], pairs: Sequence[Pairs]) -> dict[tuple[Value, Value], float]:
    found: dict[tuple[Value, Value], float] = {}
    for at, often in times.items():
        for pair, weight in pairs[at].items():
            found[pair] = found.get(pair, 0.0) + weight * often
    return found


def _alpha(together: Mapping[tuple[Value, Value], float], *, ordinal: bool) -> float | None:
    """Krippendorff's alpha of a matrix of coincidences; None where everybody judged everything alike."""
    totals: dict[Value, float] = {}
    for (value, _other), weight in together.items():
        totals[value] = totals.get(value, 0.0) + weight
    every, values = sum(totals.values()), sorted(totals)
    if every <= 1:
        return None
    far = {(a, b): _distance(a, b, values, totals, ordinal=ordinal) for a in values for b in values}
    observed = sum(weight * far[pair] for pair, weight in together.items())
    expected = sum(totals[a] * totals[b] * far[a, b] for a in values for b in values) / (every - 1)
    return 1 - observed / expected if expected else None


def _distance(a: Value, b: Value, values: Sequence[Value], totals: Mapping[Value, float], *, ordinal: bool) -> float:
    if a == b:
        return 0.0
    if not ordinal:
        return 1.0
    low, high = min(a, b), max(a, b)
    between = sum(totals[one] for one in values if low <= one <= high)
    return float((between - (totals[low] + totals[high]) / 2) ** 2)


def _interval(pairs: Sequence[Pairs], draws: int, seed: int) -> tuple[float, float] | None:
    """Where alpha lies when the items are drawn again and again; items with the same coincidences are one."""
    if len(pairs) < 2:
        return None
    kinds = list({tuple(sorted(one.items())): one for one in pairs}.values())
    index = {tuple(sorted(one.items())): at for at, one in enumerate(kinds)}
    which = [index[tuple(sorted(one.items()))] for one in pairs]
    draw = random.Random(seed)  # noqa: S311 - the same figures each time, no secret
    found = []
    for _time in range(draws):
        alpha = _alpha(_sum(Counter(draw.choices(which, k=len(which))), kinds), ordinal=True)
        if alpha is not None:
            found.append(alpha)
    if not found:
        return None
    found.sort()
    return found[int(len(found) * 0.025)], found[min(int(len(found) * 0.975), len(found) - 1)]
