"""The API of taking in: a prison's list is sent, and its state, counts and problems are read; as in the browser."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from ninja import Field, File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from rihai.kit.api import FieldsWrong, PlaceKey, PlaceNamed, Scoped
from rihai.kit.audit.reads import listed
from rihai.kit.jobs import Job, JobState
from rihai.people.intake.forms import UploadForm
from rihai.people.intake.models import Census, CensusState
from rihai.people.intake.operations import upload
from rihai.people.intake.queries.censuses import census_seen, job_of
from rihai.people.intake.queries.problems import problem_kinds
from rihai.people.intake.queries.sums import seen_tally
from rihai.people.views.asked import actor_of, places_of

router = Router(tags=["censuses"])
SENDS: dict[str, Any] = {"auth": Scoped("census.send"), "openapi_extra": {"x-scope": "census.send"}}
_CALLED = {"lists": "files"}


class ProblemKind(Schema):
    """One kind of problem, and in how many rows."""

    code: str = Field(description="Its code in the reference of problems.")
    level: str = Field(description="reject, file, warn or duplicate.")
    meaning: str
    mend: str
    count: int


class Work(Schema):
    """The work done for a census now, or last."""

    state: str
    percent: int
    problem: str


class CensusTold(Schema):
    """A census: where it stands and what became of its rows. People take it in, on the site."""

    id: UUID
    place: PlaceNamed
    true_on: date
    state: str = Field(description="reading, to_map, to_review, taking_in, taken_in, undoing, undone, laid_aside.")
    says: str = Field(description="The state in words.")
    rows: dict[str, int] = Field(description="Rows by verdict, and people: how many persons stand in them.")
    changes: dict[str, int] = Field(description="People by what taking it in changes; once it was read.")
    problems: list[ProblemKind]
    work: Work | None
    url: str = Field(description="Its page on the site, where it is looked over and taken in.")


class Sent(Schema):
    """Where the list is from and the day on which it was true."""

    place: PlaceKey = Field(description="The id of the prison.")
    true_on: date = Field(description="The day on which the list was true.")


@router.post("", response={201: CensusTold}, summary="Send a prison's list", url_name="send-census", **SENDS)
def send(request: HttpRequest, said: Form[Sent], files: File[list[UploadedFile]]) -> Status[CensusTold]:
    """The prison's files as they came: .xlsx, .xls, .ods, .csv or .tsv, twelve at most. They are read at once in the
    background; ask again by the id of the answer. A file that was taken in before is refused (409).
    """
    form = UploadForm(
        {"place": str(said.place), "true_on": said.true_on.isoformat()}, MultiValueDict({"lists": list(files)}),
        places=places_of(request), today=timezone.localdate(),
    )  # fmt: skip
    if not form.is_valid():
        raise FieldsWrong(
            [(_CALLED.get(name, name), str(says)) for name, several in form.errors.items() for says in several]
        )
    asked = form.cleaned_data
    census = upload(
        place=asked["place"], true_on=asked["true_on"], files=asked["lists"], actor=actor_of(request), at=timezone.now()
    )
    return Status(201, _told(request, census))


@router.get("{uuid:pk}/", response=CensusTold, summary="How far a list is", url_name="census", **SENDS)
def census(request: HttpRequest, pk: UUID) -> CensusTold:
    """State, counts and kinds of problems; no rows, which whoever looks it over sees on the site."""
    found = census_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404
    listed(request, "people.census", int(found.sum.get("people", 0)), {"census": pk})
    return _told(request, found)


def _told(request: HttpRequest, found: Census) -> CensusTold:
    is_read = found.state in {CensusState.TO_REVIEW, CensusState.TAKEN_IN}
    kinds = problem_kinds(found, with_examples=False)
    return CensusTold(
        id=found.pk, place=PlaceNamed(id=found.place.pk, name=found.place.shown), true_on=found.true_on,
        state=found.state, says=found.get_state_display(), rows=found.sum,
        changes=seen_tally(found, actor_of(request)) if is_read else {},
        problems=[
            ProblemKind(code=one.code, level=one.level, meaning=one.meaning, mend=one.mend, count=one.count)
            for one in kinds
        ],
        work=_work(job_of(found)), url=f"/people/censuses/{found.pk}/",
    )  # fmt: skip


def _work(job: Job | None) -> Work | None:
    if job is None:
        return None
    problem = _(job.problem) if job.problem and job.state == JobState.FAILED else ""
    return Work(state=job.state, percent=job.percent, problem=problem)
