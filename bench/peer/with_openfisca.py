"""The provision in OpenFisca: a variable for each fact, formulas over arrays.

OpenFisca has no value for "not known", and no date that may be one of several: both ends of a date are variables of
their own, and every formula says itself what not knowing means.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench import peer
from bench.peer import ALWAYS, COLUMNS, KINDS, NEVER, SINDH_BAR_ENDS

_SEXES = {"": 0, "male": 1, "female": 2, "transgender": 3}


def outcomes(source: Path, day: int) -> Any:
    """The outcome of each row of the file on a day."""
    import numpy as np
    import pyarrow.compute as pc
    import pyarrow.parquet as pq
    from openfisca_core.simulations import SimulationBuilder

    table = pq.read_table(source, columns=list(COLUMNS))
    period = (date(1970, 1, 1) + timedelta(day)).isoformat()
    simulation = SimulationBuilder().build_default_simulation(_system(), table.num_rows)
    for name in COLUMNS:
        values = table[name]
        if name == "sex":
            values = pc.index_in(values, value_set=_texts(_SEXES))
        elif name == "legal_status":
            values = pc.index_in(values, value_set=_texts(["", "under_trial"])).fill_null(2)
        simulation.set_input(name, period, values.to_numpy().astype(np.int32))
    return simulation.calculate("outcome", period)


def _texts(values: Any) -> Any:
    import pyarrow as pa

    return pa.array(list(values), pa.string())


def _system() -> Any:
    from openfisca_core.entities import Entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    person = Entity("person", "persons", "A case of a person in custody", "")
    system = TaxBenefitSystem([person])
    for name in (*COLUMNS, "outcome"):
        given = {"value_type": int, "entity": person, "definition_period": DateUnit.DAY, "label": name}
        if name == "outcome":
            given["formula"] = _outcome
        system.add_variable(type(name, (Variable,), given))
    return system


def _outcome(cases: Any, period: Any) -> Any:
    import numpy as np

    status, bailable = cases("legal_status", period), cases("bailable", period)
    delay, hardened = cases("delay_attributed_to_accused", period), cases("court_found_hardened", period)
    exceptions = [cases(name, period) for name in ("trial_concluded", "grave_record", "grave_terrorism")]
    first, last = cases("custody_since__e", period), cases("custody_since__l", period)
    on_record = (status == 1) & (bailable == 0) & np.all([one == 0 for one in exceptions], axis=0)
    sindh, fir = cases("sindh_charge", period), [cases(f"fir_date__{end}", period) for end in "el"]
    on_record &= (sindh == 0) | (fir[0] >= SINDH_BAR_ENDS)
    by_sindh = (bailable != -1) & (sindh == 1) & (fir[1] < SINDH_BAR_ENDS)
    barred = by_sindh | np.any([one == 1 for one in (*exceptions, delay, hardened)], axis=0)
    sure = on_record & (delay == 0) & (hardened == 0) & (cases("terrorism", period) != 1)
    shortest, longest, kindest = (_months(cases, period, which) for which in range(3))
    day = np.datetime64(str(period.start))
    steps = [
        ((status == 2) | (bailable == 1), peer.NOT_APPLICABLE),
        (sure & _passed(last, longest, day), peer.MET),
        (barred | (first == NEVER), peer.NOT_MET),
        (~_passed(first, shortest, day), peer.NOT_YET),
        (on_record & _passed(last, kindest, day), peer.ARGUABLE),
    ]
    return np.select([when for when, _ in steps], [number for _, number in steps], peer.CANNOT_TELL)


def _months(cases: Any, period: Any, which: int) -> Any:
    import numpy as np

    table = np.zeros((4, 3), np.int64)
    for (sex, capital), found in KINDS:
        table[_SEXES[sex], capital] = found[which]  # -1, not known, is the last column
    return table[cases("sex", period), cases("punishable_with_death", period)]


def _passed(since: Any, months: Any, day: Any) -> Any:
    """More than so many months have passed since a day; the month's end where it is shorter."""
    import numpy as np

    finite = (since > ALWAYS) & (since < NEVER)
    start = np.where(finite, since, 0).astype("datetime64[D]")
    month = start.astype("datetime64[M]")
    target = month + months
    longest = (target + 1).astype("datetime64[D]") - target.astype("datetime64[D]") - 1
    reached = target.astype("datetime64[D]") + np.minimum(start - month.astype("datetime64[D]"), longest)
    return np.where(finite, reached < day, since == ALWAYS)
