"""Writes expressions as one SQL query in stages, through sqlglot's expression builder: the engine for a census.

Nodes used more than once become columns of a stage (a WITH step), so that each distinct condition is worked out once
and the text stays small. What differs between engines stands in `Dialect` alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rihai.days import ALWAYS, NEVER
from rihai.law.graph import Expr, uses_in_order

if TYPE_CHECKING:
    from sqlglot import exp

    Sql = exp.Expr

_LIMIT = 2_000_000
"""No day of a record is further from 1970 than this; beyond stand only ALWAYS and NEVER."""
_LONGEST = 1_000_000
"""No length of a record has more months or days; beyond stands only INFINITE, and nothing is added then."""


class Dialect:
    """DuckDB's calendar on day numbers: the one place to change for another engine."""

    name = "duckdb"

    def add_months(self, day: Sql, months: Sql) -> Sql:
        """The day number `months` calendar months on, clamped to the end of the month."""
        from sqlglot import exp

        # date + interval is a timestamp in DuckDB: cast back to a date, and the difference to an integer.
        shifted = exp.Add(this=self.date(day), expression=exp.func("to_months", _integer(months)))
        return self.number(exp.cast(exp.paren(shifted, copy=False), "DATE", copy=False))

    def date(self, day: Sql) -> Sql:
        """A day number as a date."""
        from sqlglot import exp

        return exp.paren(
            exp.Add(this=exp.cast(exp.Literal.string("1970-01-01"), "DATE", copy=False), expression=_integer(day))
        )

    def number(self, date: Sql) -> Sql:
        """A date as a day number."""
        from sqlglot import exp

        epoch = exp.cast(exp.Literal.string("1970-01-01"), "DATE", copy=False)
        return _integer(exp.paren(exp.Sub(this=date, expression=epoch), copy=False))

    def day_of_month(self, date: Sql) -> Sql:
        """The day of the month of a date."""
        from sqlglot import exp

        return exp.func("day", date)


def _integer(value: Sql) -> Sql:
    from sqlglot import exp

    return exp.cast(value, "INT", copy=False)


def _whole(value: Sql) -> Sql:
    """A length in whole months or days; one without limit is cut short, as no integer of the engine could hold it.

    On both sides: what a choice leaves out is worked out all the same where it stands in a stage of its own.
    """
    from sqlglot import exp

    if isinstance(value, exp.Literal | exp.Neg):
        return value
    most = exp.Least(this=value, expressions=[exp.convert(_LONGEST)], ignore_nulls=True)
    return _integer(exp.Greatest(this=most, expressions=[exp.convert(-_LONGEST)], ignore_nulls=True))


class SqlWriter:
    """Writes one query that adds named columns to the rows of a table."""

    def __init__(self, outputs: Mapping[str, Expr], day: int, dialect: Dialect | None = None) -> None:
        self.outputs = outputs
        self.day = day
        self.dialect = dialect or Dialect()
        self.uses, self.order = uses_in_order(outputs.values())

    def _staged(self, node: Expr) -> bool:
        return node.op not in {"const", "col", "day"} and self.uses[node.number] > 1

    def _levels(self) -> dict[int, list[Expr]]:
        """The nodes that get a column of their own, by the stage in which they can be worked out."""
        level: dict[int, int] = {}
        stages: dict[int, list[Expr]] = defaultdict(list)
        for node in self.order:
            below = max((level[arg.number] for arg in node.args if isinstance(arg, Expr)), default=0)
            level[node.number] = below
            if self._staged(node):
                level[node.number] = below + 1
                stages[below + 1].append(node)
        return stages

    def query(self, source: str, keep: list[str]) -> str:
        """The SQL text: `keep` columns of `source`, then the outputs."""
        from sqlglot import exp

        stages = sorted(self._levels().items())
        passed = self._passed(stages, keep)
        previous = source
        steps: list[tuple[str, exp.Select]] = []
        for (number, nodes), through in zip(stages, passed, strict=True):
            columns = [exp.alias_(self._write(node), f"v{node.number}", copy=False) for node in nodes]
            kept = [exp.column(name, quoted=True) for name in through]
            steps.append((f"stage_{number}", exp.Select(expressions=[*kept, *columns]).from_(previous, copy=False)))
            previous = f"stage_{number}"
        outputs = [exp.alias_(self._refer(node), name, quoted=True, copy=False) for name, node in self.outputs.items()]
        final = exp.Select(expressions=[*(exp.column(name, quoted=True) for name in keep), *outputs])
        final = final.from_(previous, copy=False)
        for name, step in steps:
            final = final.with_(name, as_=step, copy=False)
        return final.sql(dialect=self.dialect.name, copy=False)

    def _passed(self, stages: list[tuple[int, list[Expr]]], keep: list[str]) -> list[list[str]]:
        """The columns that each stage hands on: planning takes as long as there are columns times stages."""
        wanted = dict.fromkeys(keep) | self._read(self.outputs.values())
        passed: list[list[str]] = []
        for _, nodes in reversed(stages):
            made = {f"v{node.number}" for node in nodes}
            wanted = {name: None for name in wanted if name not in made}
            passed.append(list(wanted))
            wanted |= self._read(arg for node in nodes for arg in node.args)
        return passed[::-1]

    def _read(self, nodes: Iterable[object]) -> dict[str, None]:
        """The columns of rows and of stages that expressions are written with."""
        read: dict[str, None] = {}
        seen: set[int] = set()
        rest = [node for node in nodes if isinstance(node, Expr)]
        while rest:
            node = rest.pop()
            if node.number in seen:
                continue
            seen.add(node.number)
            if node.op == "col":
                read[str(node.args[0])] = None
            elif self._staged(node):
                read[f"v{node.number}"] = None
            else:
                rest += [arg for arg in node.args if isinstance(arg, Expr)]
        return read

    def _refer(self, node: object) -> Sql:
        from sqlglot import exp

        if not isinstance(node, Expr):
            return exp.convert(node)
        return exp.column(f"v{node.number}") if self._staged(node) else self._write(node)

    def _write(self, node: Expr) -> Sql:
        from sqlglot import exp

        op, args = node.op, node.args
        if op == "const":
            return exp.convert(args[0])
        if op == "day":
            return exp.convert(self.day)
        if op == "col":
            return exp.column(str(args[0]), quoted=True)
        parts = [self._refer(arg) for arg in args if isinstance(arg, Expr)]
        if op in {"max", "min"}:
            made = exp.Greatest if op == "max" else exp.Least
            # ignore_nulls: there are no NULLs among days, and sqlglot's guard would repeat every operand.
            return made(this=parts[0], expressions=parts[1:], ignore_nulls=True)
        if op in {"le", "lt", "eq"}:
            compare = {"le": exp.LTE, "lt": exp.LT, "eq": exp.EQ}[op]
            return exp.paren(compare(this=parts[0], expression=parts[1]), copy=False)
        if op in {"all", "any"}:
            return exp.paren((exp.and_ if op == "all" else exp.or_)(*parts, copy=False), copy=False)
        if op == "no":
            return exp.paren(exp.not_(parts[0], copy=False), copy=False)
        if op == "when":
            return exp.case().when(parts[0], parts[1], copy=False).else_(parts[2], copy=False)
        if op == "bits":
            return self._bits(parts)
        if op == "minus":
            return exp.paren(exp.Neg(this=_whole(parts[0])), copy=False)
        if op == "one_of":
            values = args[1]
            assert isinstance(values, tuple)
            return exp.paren(exp.In(this=parts[0], expressions=[exp.convert(value) for value in values]), copy=False)
        if op == "contains":
            return exp.func("contains", parts[0], exp.convert(args[1]))
        return self._calendar(op, args, parts)

    def _bits(self, parts: list[Sql]) -> Sql:
        """The truths as one number: a sum of powers of two, which every engine writes alike."""
        from sqlglot import exp

        kind = "INT" if len(parts) < 31 else "BIGINT"
        found: Sql = exp.cast(parts[0], kind, copy=False)
        for bit, part in enumerate(parts[1:], 1):
            weighted = exp.Mul(this=exp.cast(part, kind, copy=False), expression=exp.convert(1 << bit))
            found = exp.Add(this=found, expression=weighted)
        return exp.paren(found, copy=False)

    def _calendar(self, op: str, args: tuple[object, ...], parts: list[Sql]) -> Sql:
        """add, within and fraction, each leaving the infinities where they are."""
        from sqlglot import exp

        day, months, days = parts
        if op == "add":
            moved = self._plus(day, months, days)
        elif op == "within":
            moved = self._within(day, months, days)
        else:
            assert op == "fraction", op
            numerator, denominator = args[3], args[4]
            assert isinstance(numerator, int)
            assert isinstance(denominator, int)
            moved = self._fraction(day, months, days, numerator, denominator)
        finite = exp.Between(this=day.copy(), low=exp.convert(-_LIMIT), high=exp.convert(_LIMIT))
        return exp.case().when(finite, moved, copy=False).else_(day.copy(), copy=False)

    def _plus(self, day: Sql, months: Sql, days: Sql) -> Sql:
        from sqlglot import exp

        on = day.copy() if months.sql() == "0" else self.dialect.add_months(day.copy(), months.copy())
        return on if days.sql() == "0" else exp.paren(exp.Add(this=on, expression=_integer(days.copy())))

    def _within(self, last: Sql, months: Sql, days: Sql) -> Sql:
        """First day d whose anniversary is on or after `last`: one day later where the month was clamped."""
        from sqlglot import exp

        nought = exp.convert(0)
        target = self._plus(last, nought, exp.paren(exp.Neg(this=days.copy()), copy=False))
        back = self.dialect.add_months(target, exp.paren(exp.Neg(this=months.copy()), copy=False))
        clamped = exp.LT(
            this=self.dialect.day_of_month(self.dialect.date(back.copy())),
            expression=self.dialect.day_of_month(self.dialect.date(target.copy())),
        )
        return exp.paren(
            exp.Add(
                this=back, expression=exp.case().when(clamped, exp.convert(1), copy=False).else_(nought, copy=False)
            )
        )

    def _fraction(self, start: Sql, months: Sql, days: Sql, numerator: int, denominator: int) -> Sql:
        """Whole months first; what is left over in days of the month that is cut, rounded up."""
        from sqlglot import exp

        product = exp.paren(exp.Mul(this=_whole(months.copy()), expression=exp.convert(numerator)))
        whole = exp.IntDiv(this=product, expression=exp.convert(denominator))
        rest = exp.paren(exp.Mod(this=product.copy(), expression=exp.convert(denominator)), copy=False)
        reached = self.dialect.add_months(start.copy(), whole)
        beyond = self.dialect.add_months(
            start.copy(), exp.paren(exp.Add(this=whole.copy(), expression=exp.convert(1)), copy=False)
        )
        cut = exp.paren(exp.Sub(this=beyond, expression=reached.copy()), copy=False)
        left = exp.Add(
            this=exp.paren(exp.Mul(this=cut, expression=rest), copy=False),
            expression=exp.paren(exp.Mul(this=_integer(days.copy()), expression=exp.convert(numerator))),
        )
        rounded = exp.IntDiv(
            this=exp.paren(exp.Add(this=left, expression=exp.convert(denominator - 1)), copy=False),
            expression=exp.convert(denominator),
        )
        return exp.paren(exp.Add(this=reached, expression=rounded), copy=False)


assert ALWAYS < -_LIMIT
assert _LIMIT < NEVER
