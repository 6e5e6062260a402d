"""The forms of sessions: a session, somebody who learns, a list, why it is not held, marks, what was found hard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.places.kinds import Kind
from rihai.places.models import Place
from rihai.training.courses.models import Audience, Course, Language, Rank, Trainer
from rihai.training.fields import Entry, among, area, day, line, number, of, row
from rihai.training.sessions.models import Came, Enrolment, Session, SessionKind, Sex, Trainee

POSTED = (Kind.PRISON, Kind.COURT, Kind.POLICE_STATION, Kind.PROBATION_OFFICE, Kind.PAROLE_OFFICE, Kind.PARTNER_BODY)


class SessionForm(Entry):
    """A session: what is taught, where, from when to when, by whom, for how many."""

    kind = of(_("What it is"), SessionKind.choices)
    course = row(
        _("Course"), Course.objects.none(), required=False, empty=_("none"),
        help_text=_("A workshop or webinar needs none."),
    )  # fmt: skip
    title = line(_("Title"), 200, help_text=_("Left empty, it bears the title of its course."))
    departments = line(_("Which departments"), 300, help_text=_("For a workshop: prisons, prosecution, probation …"))
    place = row(_("Where"), Place.objects.none())
    on = day(_("First day"))
    until = day(_("Last day"))
    starts_at = forms.TimeField(label=_("From what time"), required=False, help_text=_("For example 09:30."))
    language = of(_("Language"), Language.choices)
    seats = number(_("Seats"), 1, 2000)
    trainers = forms.ModelMultipleChoiceField(
        label=_("Trainers"), queryset=Trainer.objects.none(), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("They are told who learns, where their account stands in the pool."),
    )  # fmt: skip

    def __init__(self, *args: Any, places: Any, record: Session | None = None, **kwargs: Any) -> None:
        initial = {**kwargs.pop("initial", {}), **({"trainers": list(record.trainers.all())} if record else {})}
        super().__init__(*args, record=record, initial=initial, **kwargs)
        among(self, "course", Course.objects.filter(is_open=True, versions__state="in_use"))
        among(self, "place", places)
        among(self, "trainers", Trainer.objects.filter(ended_on=None))
        if record is not None:
            del self.fields["kind"], self.fields["course"]

    def clean(self) -> dict[str, Any]:
        """It ends after it began; a workshop without a course has a title."""
        said = super().clean() or self.cleaned_data
        if said.get("on") and said.get("until") and said["until"] < said["on"]:
            self.add_error("until", str(_("It cannot end before it began.")))
        if said.get("kind") == SessionKind.COURSE and not said.get("course"):
            self.add_error("course", str(_("Choose the course that is taught.")))
        elif "course" in self.fields and not said.get("course") and not said.get("title"):
            self.add_error("title", str(_("Give it a title, or choose a course.")))
        return said


class TraineeForm(Entry):
    """Somebody who learns."""

    full_name = line(_("Name"), 120, required=True)
    audience = of(_("Who learns"), Audience.choices)
    organisation = line(_("Organisation"), 160)
    rank = row(_("Service rank"), Rank.objects.none(), required=False, empty=_("not said"))
    place = row(_("Posted at"), Place.objects.none(), required=False, empty=_("nowhere of ours"))
    number = line(_("Service or belt number"), 40, help_text=_("It tells two of the same name apart."))
    sex = of(_("Sex"), Sex.choices, required=False, help_text=_("Only where it was said."))
    contact = line(_("Telephone or e-mail"), 120)
    joined_on = day(_("Joined on"), required=False)
    left_on = day(_("Left on"), required=False)

    def __init__(self, *args: Any, record: Trainee | None = None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        among(self, "rank", Rank.objects.all())
        among(self, "place", Place.objects.filter(kind__in=POSTED, closed_on=None).order_by("name"))
        if record is None:
            del self.fields["left_on"]


class WhoForm(Form):
    """Whether somebody typed in is one of those we know; asked only where it may be so."""

    who = forms.ChoiceField(label=_("Is it one of these?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, found: Iterable[Trainee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*((str(one.pk), _line(one)) for one in found), ("new", _("no, somebody else"))]


def _line(one: Trainee) -> str:
    said = (one.full_name, one.rank.shown if one.rank else "", one.place.shown if one.place else one.organisation)
    return " · ".join(part for part in (*said, one.number) if part)


class ListForm(Form):
    """A list of names."""

    file = FileField(
        label=_("The list"), help_text=_(
            "A spreadsheet or CSV with headings: name, organisation, rank, posting, number, sex, contact."
        ),
    )  # fmt: skip


class CancelForm(Form):
    """Why a session is not held."""

    because = line(_("Why it is not held"), 200, required=True)


class HardForm(Form):
    """What people found hard."""

    title = line(_("In a few words"), 200, required=True)
    problem = area(_("What is hard, and why"), 2000, required=True, rows=5, help_text=_("No names of people."))


class CorrectForm(Versioned, Form):
    """Who came on a day of a finished session, as it stands and as it shall; and why."""

    because = line(
        _("Why it is corrected"), 200, required=True, help_text=_("It stands beside what stood. No health, no name.")
    )

    def __init__(
        self, *args: Any, rows: Iterable[tuple[Enrolment, str]], corrections: int, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        for one, came in rows:
            choices = Came.choices if came else [("", _("not marked")), *Came.choices]
            self.fields[f"came-{one.pk}"] = forms.ChoiceField(
                label=one.trainee.full_name, choices=choices, required=bool(came), initial=came
            )
        self.order_fields([*(name for name in self.fields if name != "because"), "because"])
        self.watch(corrections + 1)

    def marks(self) -> dict[UUID, str]:
        """By enrolment, what was chosen."""
        return {UUID(name[5:]): value for name, value in self.cleaned_data.items() if name.startswith("came-")}


class MarksForm(Form):
    """The percent that each reached in the test of a session."""

    def __init__(self, *args: Any, rows: Iterable[Enrolment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in rows:
            self.fields[f"mark-{one.pk}"] = forms.IntegerField(
                label=one.trainee.full_name, min_value=0, max_value=100, required=False, initial=one.mark
            )

    def marks(self) -> dict[UUID, int | None]:
        """By enrolment, the percent that was written; None for none."""
        return {UUID(name[5:]): value for name, value in self.cleaned_data.items() if name.startswith("mark-")}
