"""One person found under the law of Pakistan, and one finding explained: by the function, without any engine."""

from __future__ import annotations

from datetime import date

from bench.measure import Measurement, measure_many
from rihai.census.synth.people import invent_records
from rihai.law.engine import ReadyPack
from rihai.law.explain import explain
from rihai.law.load import load_pack
from rihai.law.record import checked

AS_OF = date(2026, 11, 25)
_SEED = 7


def run(quick: bool) -> list[Measurement]:
    """Two measurements, once the worked cases of the pack come out as they were worked out by hand."""
    pack = ReadyPack(load_pack("pakistan"), AS_OF)
    _agree_with_the_worked_cases(pack)
    record = next(
        record
        for record in (checked(one)[0] for one in invent_records(200, _SEED, AS_OF))
        if any(finding.outcome == "arguable" for finding in pack.find(record))
    )
    finding = next(finding for finding in pack.find(record) if finding.outcome == "arguable")
    count, times = f"1 person, {len(pack.provisions)} provisions", 20 if quick else 200
    return [
        measure_many("One person found", count, lambda: pack.find(record), times=times),
        measure_many("One finding explained", "1 finding", lambda: explain(pack, record, finding, "en"), times=times),
    ]


def _agree_with_the_worked_cases(pack: ReadyPack) -> None:
    """The whole pack gives each provision the outcome worked out by hand for its cases of this day."""
    for provision in pack.pack.provisions:
        for case in (case for case in provision.cases if case.on == AS_OF and "outcome" in case.expects):
            found = pack.find(checked(case.record)[0])
            outcome = next(one.outcome for one in found if one.provision.id == provision.id)
            if outcome != case.expects["outcome"]:
                raise SystemExit(f"{provision.id} differs from a case worked out by hand: no figures are given.")
