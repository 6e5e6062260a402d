"""The forms of courses: a course, a draft of its curriculum, modules and materials; topics, ranks, rules, trainers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.places.models import Place
from rihai.training.courses.models import Audience, Course, CourseKind, Language, Rank, Topic
from rihai.training.fields import Entry, among, area, day, line, number, of, row, some

MOST_MINUTES = 6000
_MINUTES = _("In minutes. 0: not laid down.")


class CourseForm(Entry):
    """A course: title, kind, what is learnt, where it was taken from."""

    title = line(_("Title"), 200, required=True)
    title_ur = line(_("Title in Urdu"), 200)
    kind = of(_("What it is about"), CourseKind.choices)
    objective = area(_("What is learnt"), 600)
    objective_ur = area(_("What is learnt, in Urdu"), 600)
    source = line(_("Taken from"), 300, help_text=_("The rule, handbook or order it follows."))
    is_open = forms.BooleanField(label=_("It is offered"), required=False, initial=True)


class DraftForm(Entry):
    """How a draft is taught and what a certificate asks for."""

    languages = some(_("Languages"), Language.choices)
    methods = line(_("Methods"), 300)
    least_share = number(_("Least share attended, in percent"), 0, 100, help_text=_("Less gives no certificate."))
    pass_mark = number(
        _("Pass mark, in percent"), 1, 100, required=False, help_text=_("Empty: there is no test that decides.")
    )
    changes = area(_("What is new in this version"), 600)


class ModuleForm(Form):
    """A module: of a topic, or written by hand."""

    topic = row(_("Topic"), Topic.objects.none(), required=False, empty=_("none: written by hand"))
    title = line(_("Title"), 200, help_text=_("Left empty, the module is made of the topic."))
    title_ur = line(_("Title in Urdu"), 200)
    objective = area(_("What is learnt"), 600)
    objective_ur = area(_("What is learnt, in Urdu"), 600)
    minutes = number(_("Time"), 0, MOST_MINUTES, required=False, help_text=_MINUTES)
    method = line(_("Method"), 200, help_text=_("Scenarios, drill, group work, lecture …"))
    assessment = line(_("How it is tested"), 200)

    def __init__(self, *args: Any, record: Any = None, **kwargs: Any) -> None:
        stands = {name: getattr(record, name) for name in self.base_fields} if record else {}
        super().__init__(*args, initial=stands, **kwargs)
        among(self, "topic", Topic.objects.filter(is_open=True))

    def clean(self) -> dict[str, Any]:
        """A module needs a title or a topic."""
        said = super().clean() or self.cleaned_data
        if not said.get("title") and not said.get("topic"):
            self.add_error("title", str(_("Give the module a title, or choose a topic.")))
        return said


class MaterialForm(Form):
    """A file that a curriculum is taught with."""

    title = line(_("Title"), 200, required=True)
    language = of(_("Language"), Language.choices)
    file = FileField(label=_("The file"))


class HandOverForm(Form):
    """Who looks after a course from now on."""

    account = row(_("Who looks after it"), Account.objects.none())

    def __init__(self, *args: Any, accounts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        among(self, "account", accounts)


class TakeOnForm(Form):
    """Asks nothing but the act itself."""


class TopicForm(Entry):
    """Something to be learnt."""

    title = line(_("Title"), 200, required=True)
    title_ur = line(_("Title in Urdu"), 200)
    minutes = number(_("Time"), 0, MOST_MINUTES, help_text=_MINUTES)
    objective = area(_("What is learnt"), 600)
    objective_ur = area(_("What is learnt, in Urdu"), 600)
    source = line(_("Taken from"), 300)
    is_open = forms.BooleanField(label=_("Modules are made of it"), required=False, initial=True)


class RankForm(Entry):
    """A rank or standing."""

    title = line(_("Title"), 200, required=True)
    title_ur = line(_("Title in Urdu"), 200)
    audience = of(_("Who learns"), Audience.choices)


class MandatoryForm(Form):
    """A course that a rank must have."""

    course = row(_("Course"), Course.objects.none())
    rank = row(_("Service rank"), Rank.objects.none())
    place = row(_("Where"), Place.objects.none(), required=False, empty=_("everywhere"))
    months = number(_("Again after, in months"), 1, 240, required=False, help_text=_("Empty: once is enough."))
    grace_days = number(_("Within how many days of joining"), 0, 3650, required=False, help_text=_("0: before duty."))
    order_says = line(_("By which order"), 300, required=True, help_text=_("Its number, day and who gave it."))
    started_on = day(_("From"))

    def __init__(self, *args: Any, places: Any, whole: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        among(self, "course", Course.objects.filter(is_open=True))
        among(self, "rank", Rank.objects.all())
        among(self, "place", places)
        self.fields["place"].required = not whole


class TrainerForm(Entry):
    """A trainer."""

    full_name = line(_("Name"), 120, required=True)
    organisation = line(_("Organisation"), 160)
    account = row(
        _("Account here"), Account.objects.none(), required=False, empty=_("none"),
        help_text=_("With it they see who learns in their sessions."),
    )  # fmt: skip
    place = row(_("Where they teach"), Place.objects.none(), required=False, empty=_("anywhere"))
    languages = some(_("Languages"), Language.choices)
    reached = line(_("How the office reaches them"), 160, help_text=_("An office telephone or address, never a home."))
    ended_on = day(_("No longer teaches since"), required=False)

    def __init__(self, *args: Any, places: Any, accounts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        among(self, "place", places)
        among(self, "account", accounts)


class QualificationForm(Form):
    """What allows a trainer to teach."""

    course = row(_("Course they may teach"), Course.objects.none(), required=False, empty=_("no course of ours"))
    says = line(_("What it is"), 200, required=True, help_text=_("A training of trainers, a degree, an order."))
    given_by = line(_("Given by"), 160)
    on = day(_("Given on"))
    until = day(_("Holds until"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        among(self, "course", Course.objects.filter(is_open=True))

    def clean(self) -> dict[str, Any]:
        """It ends after it began."""
        said = super().clean() or self.cleaned_data
        if said.get("on") and said.get("until") and said["until"] < said["on"]:
            self.add_error("until", str(_("It cannot end before it began.")))
        return said
