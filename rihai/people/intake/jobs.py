"""The long work of a census, step by step: reading and comparing; taking in; undoing.

Reading is done in a worker's memory and handed to the database a thousand rows at a time; a worker that follows one
that died reads the file again and goes on where the last row stands. Taking in and undoing are one step each: all or
nothing.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rihai.accounts.operations.house import as_house
from rihai.census.problems import CATALOGUE
from rihai.kit.actor import Actor
from rihai.kit.files import read
from rihai.kit.ids import new_id
from rihai.kit.jobs import Job, Progress, Work
from rihai.kit.offers import JobKind
from rihai.kit.sealed.cipher import seal
from rihai.people.intake.bulk import write
from rihai.people.intake.comparing import Compared, compare_with_known
from rihai.people.intake.known import basis_of
from rihai.people.intake.models import Census, CensusChange, CensusState, RowProblem, SourceRow
from rihai.people.intake.operations.taking_in import TAKE_IN, take_in
from rihai.people.intake.operations.undoing import UNDO, PreparedUndo, prepare_undo, undo
from rihai.people.intake.operations.uploading import READ, clear_staged
from rihai.people.intake.prepared import Prepared, prepare
from rihai.people.intake.queries.sums import sum_of, tally_of
from rihai.people.intake.reading import Given, ReadCensus, Staged, layout_for, read_files
from rihai.people.intake.saved import confirmed_for, defaults_of, is_to_be_said, leaves_a_sheet_out
from rihai.people.projection.table import insert

ROWS = 1000
_ROW = (
    "id", "census_id", "file_id", "number", "sheet", "row", "verdict", "of", "makes_person", "is_new", "told",
)  # fmt: skip
_CHANGE = ("id", "census_id", "kind", "number", "person_id", "weight", "told", "decision", "before")
_held: dict[UUID, ReadCensus] = {}
"""What the worker of this process has read for the job it is doing; one at a time."""


def prepare_reading(work: Work) -> ReadCensus | Compared | None:
    """What takes long and writes nothing: the file read, or the people compared."""
    phase = work.cursor.get("phase")
    census = _census_of(work)
    if census.state != CensusState.READING or phase is None:
        return None
    if phase == "compare":
        return compare_with_known(census)
    if work.job_id not in _held:
        _held.clear()
        _held[work.job_id] = _read(census, work)
    return _held[work.job_id]


def step_reading(work: Work) -> Progress:
    """Clear what was staged before; then the rows; then the comparison."""
    census = _census_of(work)
    if census.state != CensusState.READING or str(census.job_id) != str(work.job_id):
        return Progress(1, 1)  # laid aside, or asked for anew, while this waited
    if isinstance(work.prepared, ReadCensus):
        return _stage(census, work.prepared, work)
    if isinstance(work.prepared, Compared):
        return _keep_comparison(census, work.prepared, work)
    clear_staged(census)
    return Progress(0, 1, cursor={"phase": "read", "row": 0})


def _census_of(work: Work) -> Census:
    return Census.objects.select_related("place").get(pk=work.arguments["census"])


def _actor_of(work: Work) -> Actor:
    assert work.actor is not None, "somebody asked for it"
    return work.actor


def _read(census: Census, work: Work) -> ReadCensus:
    files = list(census.files.select_related("stored"))
    given = [
        Given(one.number, str(one.stored.name), read(one.stored, actor=_actor_of(work), at=work.at)) for one in files
    ]
    known = confirmed_for(census.place_id)
    layout = layout_for(known.headings, known.dates)
    return read_files(given, layout=layout, true_on=census.true_on, defaults=defaults_of(census))


def _stage(census: Census, found: ReadCensus, work: Work) -> Progress:
    start = int(work.cursor["row"])
    files = {one.number: one.pk for one in census.files.all()}
    rows = [(new_id(), row) for row in found.staged(start, ROWS)]
    insert(SourceRow, _ROW, (_row(key, census, files[row.file], row) for key, row in rows))
    insert(
        RowProblem,
        ("id", "census_id", "number", "code"),
        ((new_id(), census.pk, row.number, code) for _key, row in rows for code in row.codes if code in CATALOGUE),
    )
    done = start + len(rows)
    if done < found.whole:
        return Progress(done, found.whole + 1, cursor={"phase": "read", "row": done})
    return _all_rows(census, found, work)


def _row(key: UUID, census: Census, file: UUID, row: Staged) -> tuple[Any, ...]:
    sealed = seal(row.told, "people.sourcerow.told", key)
    return (
        key, census.pk, file, row.number, row.sheet, row.row, row.verdict, row.of, row.makes_person, False,
        bytes(sealed),
    )  # fmt: skip


def _all_rows(census: Census, found: ReadCensus, work: Work) -> Progress:
    """Every row stands: is anything to be said of the headings before the people are compared?"""
    _held.pop(work.job_id, None)
    files = list(census.files.all())
    for one in files:
        one.headings, one.problems = found.headings[one.number], found.problems[one.number]
        one.save(update_fields=["headings", "problems"])
    census.sum = sum_of(census)
    whole = found.whole
    if is_to_be_said(files, confirmed_for(census.place_id).headings) or leaves_a_sheet_out(census, files):
        census.state = CensusState.TO_MAP
        census.save(update_fields=["sum", "state"])
        return Progress(max(whole, 1), max(whole, 1), result={"rows": whole})
    census.save(update_fields=["sum"])
    return Progress(whole, whole + 1, cursor={"phase": "compare", "rows": whole})


def _keep_comparison(census: Census, found: Compared, work: Work) -> Progress:
    with as_house(work.at):
        ids = dict(SourceRow.objects.filter(census=census, makes_person=True).values_list("number", "pk"))
        write(SourceRow, "person_id", ((ids[number], person) for number, person in found.matches))
        insert(CensusChange, _CHANGE, (_change(census, one) for one in found.changes))
        census.basis = basis_of(census)
        census.tally = tally_of(census)
    census.state = CensusState.TO_REVIEW
    census.save(update_fields=["basis", "tally", "state"])
    rows = int(work.cursor["rows"])
    return Progress(rows + 1, rows + 1, result={"rows": rows})


def _change(census: Census, one: Any) -> tuple[Any, ...]:
    key = new_id()
    sealed = bytes(seal(one.told, "people.censuschange.told", key))
    return key, census.pk, str(one.kind), one.number, one.person_id, one.weight, sealed, "", {}


def prepare_taking_in(work: Work) -> Prepared | None:
    """All that will be written, worked out before the transaction."""
    census = _census_of(work)
    return (
        prepare(census, actor=_actor_of(work), at=work.at) if _is_asked(census, CensusState.TAKING_IN, work) else None
    )


def step_taking_in(work: Work) -> Progress:
    """The whole act, in the step's transaction."""
    census = _census_of(work)
    if not _is_asked(census, CensusState.TAKING_IN, work):
        return Progress(1, 1)
    count = take_in(census_id=census.pk, actor=_actor_of(work), at=work.at, prepared=work.prepared)
    return Progress(1, 1, result={"people": count})


def prepare_undoing(work: Work) -> PreparedUndo | None:
    """What is believed without the census, worked out before the transaction."""
    census = _census_of(work)
    return prepare_undo(census, at=work.at) if _is_asked(census, CensusState.UNDOING, work) else None


def step_undoing(work: Work) -> Progress:
    """The whole act, in the step's transaction."""
    census = _census_of(work)
    if not _is_asked(census, CensusState.UNDOING, work):
        return Progress(1, 1)
    count = undo(census_id=census.pk, actor=_actor_of(work), at=work.at, prepared=work.prepared)
    return Progress(1, 1, result={"people": count})


def _is_asked(census: Census, state: CensusState, work: Work) -> bool:
    """Whether the census still waits for this very job, and not for one that was asked for since."""
    return census.state == state and str(census.job_id) == str(work.job_id)


def _page(job: Job) -> tuple[Any, str]:
    return _("Go to the census"), reverse("people:census", args=[job.arguments["census"]])


LONG = timedelta(minutes=10)
KINDS = (
    JobKind(
        name=READ, title=_("Reading a census"), step=step_reading, prepare=prepare_reading, link=_page,
        silent=timedelta(minutes=4),
    ),
    JobKind(
        name=TAKE_IN, title=_("Taking in a census"), step=step_taking_in, prepare=prepare_taking_in, link=_page,
        silent=LONG,
    ),
    JobKind(
        name=UNDO, title=_("Undoing a census"), step=step_undoing, prepare=prepare_undoing, link=_page, silent=LONG,
    ),
)  # fmt: skip
