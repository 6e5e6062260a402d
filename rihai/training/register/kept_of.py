"""What is kept of somebody who learns, on one paper for themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.blocks import Block, Definitions, Heading, Inline, Paragraph
from rihai.paper.pdf import pdf_page
from rihai.training.certificates.models import Completion
from rihai.training.completions.models import FinishedLine
from rihai.training.errors import NotThere
from rihai.training.levels.models import Judgement
from rihai.training.reach import trainees_for
from rihai.training.register.queries import KEPT_YEARS, is_keeper
from rihai.training.sessions.models import Attendance, Correction, Enrolment, Trainee

Pairs: TypeAlias = list[tuple[str, Inline]]


@transaction.atomic
def tell_what_is_kept(*, trainee_id: UUID, shown_by: str, language: str, actor: Actor, at: datetime) -> bytes:
    """Everything that is kept of somebody under whichever entry, as a PDF; `shown_by`: how they showed who they are.

    Whoever keeps trainings for the whole office hands it out. Answers of a test stand under a code and are looked up
    for nobody; what a superior saw is opened by its writer alone. Raises NotThere.
    """
    one = trainees_for(actor).filter(pk=trainee_id, same_as=None, let_go_on=None).first() if is_keeper(actor) else None
    if one is None:
        raise NotThere(str(trainee_id))
    with as_house(at), override(language):
        entries = [one, *Trainee.objects.filter(same_as=one).select_related("rank", "place").order_by("made_at", "pk")]
        blocks: list[Block] = []
        for title, of in _parts():
            pairs = of(entries)
            blocks += [Heading(title), Definitions(pairs) if pairs else Paragraph(_("Nothing is kept."))]
        blocks += [Heading(_("How long, and what is not here")), *map(Paragraph, _how_long())]
        paper = pdf_page(
            _("What is kept of you as somebody who learns"), blocks, language, day=local_day(at),
            standfirst=_("Everything is yours to read, to have corrected and to keep."),
        )  # fmt: skip
    detail = {"language": language}
    append(
        "training.trainee.told", actor=actor, at=at, subject=one.pk, kind="trainee", reason=shown_by[:240],
        detail=detail,
    )  # fmt: skip
    return paper


def _parts() -> Sequence[tuple[str, Callable[[list[Trainee]], Pairs]]]:
    return (
        (_("Who you are"), _entries), (_("Sessions"), _sessions), (_("Days you came"), _days),
        (_("Finished courses and certificates"), _finished), (_("Lists of courses finished elsewhere"), _lines),
        (_("On the job after a training"), _judged),
    )  # fmt: skip


def _how_long() -> Sequence[str]:
    return (
        _(
            "Your name is taken out %(n)s years after you left and after the last that you did here. Counts stay, and"
            " the code, the course and the day of each certificate, so that you can still show it."
        )
        % {"n": KEPT_YEARS},
        _(
            "What you answered in a test stands under a code. Nobody puts it together with your name, not for this"
            " paper either: here stands only whether you reached the mark. What you said of a training at its end bears"
            " neither name nor code."
        ),
        _("What a superior saw on the job is opened by its writer alone; ask them."),
    )


def _entries(entries: list[Trainee]) -> Pairs:
    pairs: Pairs = []
    for one in entries:
        said: Sequence[tuple[str, Any]] = (
            (_("Name"), one.full_name), (_("Who learns"), one.get_audience_display()),
            (_("Organisation"), one.organisation), (_("Service rank"), one.rank.shown if one.rank else ""),
            (_("Posted at"), one.place.shown if one.place else ""), (_("Service or belt number"), one.number),
            (_("Sex"), one.get_sex_display()), (_("Telephone or e-mail"), one.contact),
            (_("Joined on"), day_text(one.joined_on) if one.joined_on else ""),
            (_("Left on"), day_text(one.left_on) if one.left_on else ""),
            (_("Written down by"), f"{one.made_by_name}, {day_text(one.made_at)}"),
        )  # fmt: skip
        pairs += [(term, str(value)) for term, value in said if value]
    return pairs


def _sessions(entries: list[Trainee]) -> Pairs:
    seats = Enrolment.objects.filter(trainee__in=entries).select_related(
        "session__curriculum__course", "session__place"
    )
    pairs: Pairs = []
    for one in seats.order_by("session__on", "pk"):
        said = [str(day_text(one.session.on)), one.session.place.shown, str(one.get_seat_display())]
        if one.mark is not None:
            said.append(_("mark %(n)s percent") % {"n": one.mark})
        if one.has_passed is not None:
            said.append(_("reached the mark of the test") if one.has_passed else _("below the mark of the test"))
        pairs.append((one.session.shown, " · ".join(said)))
    return pairs


def _days(entries: list[Trainee]) -> Pairs:
    rows = Attendance.objects.filter(enrolment__trainee__in=entries).select_related(
        "day", "session__curriculum__course"
    )
    corrected = Correction.objects.filter(enrolment__trainee__in=entries).order_by("at", "pk")
    why = {(one.enrolment_id, one.day_id): one for one in corrected}
    pairs: Pairs = []
    for row in rows.order_by("day__on", "pk"):
        says = f"{row.session.shown}: {row.get_came_display()} ({row.marked_by_name})"
        if found := why.get((row.enrolment_id, row.day_id)):
            says += " · " + _("corrected: %(why)s") % {"why": found.because}
        pairs.append((str(day_text(row.day.on)), says))
    return pairs


def _finished(entries: list[Trainee]) -> Pairs:
    rows = Completion.objects.filter(trainee__in=entries).select_related("course", "certificate")
    pairs: Pairs = []
    for one in rows.order_by("on", "pk"):
        said = [str(day_text(one.on)), str(one.get_source_display()), one.says]
        if one.undone_on:
            said.append(_("counts no more since %(on)s") % {"on": day_text(one.undone_on)})
        if held := getattr(one, "certificate", None):
            said.append(_("certificate %(code)s") % {"code": held.code})
            if held.withdrawn_on:
                on = day_text(held.withdrawn_on)
                said.append(_("withdrawn on %(on)s: %(why)s") % {"on": on, "why": held.withdrawn_because})
        pairs.append((one.course.shown, " · ".join(part for part in said if part)))
    return pairs


def _lines(entries: list[Trainee]) -> Pairs:
    rows = FinishedLine.objects.filter(completion__trainee__in=entries).select_related("list")
    return [
        (one.list.provider, f"{one.full_name} · {day_text(one.on) if one.on else ''} · {one.get_became_display()}")
        for one in rows.order_by("list__at", "number")
    ]


def _judged(entries: list[Trainee]) -> Pairs:
    rows = Judgement.objects.filter(completion__trainee__in=entries).select_related("completion__course")
    return [
        (one.completion.course.shown, _("%(n)s months after, on %(on)s, by %(who)s")
         % {"n": one.months, "on": day_text(one.on), "who": one.by_name})
        for one in rows
    ]  # fmt: skip
