"""The forms by which an incident is written down and changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.kit.forms.careful import take_care
from rihai.monitoring.forms import area, day, line, moment, of
from rihai.monitoring.incidents.classes import Raises, Severity, choices, class_of
from rihai.monitoring.incidents.models import Basis, Incident, Precision, Said, Standing, State, Why
from rihai.monitoring.incidents.operations.parts import Whom
from rihai.places.models import Place

NO_NAMES = _(
    "What you saw and heard, in their own words. No name of anybody said to have done it, of a witness or of another "
    "victim: these have places of their own, under seal."
)
YES_NO = (("yes", _("yes")), ("no", _("no")), ("unknown", _("not known")))


class IncidentForm(Form):
    """What is said of an incident."""

    sub = forms.ChoiceField(label=_("What happened"), choices=())
    place = forms.ModelChoiceField(label=_("At which place"), queryset=Place.objects.none())
    spot = line(_("Where there"), 160, help_text=_("A barrack, a yard, a van."))
    happened = area(_("What happened, in a few sentences"), 6000, required=True, rows=6, help_text=NO_NAMES)
    basis = of(_("On what it rests"), Basis.choices)
    first_on = forms.DateField(label=_("On which day, or from"), required=False)
    last_on = forms.DateField(label=_("Until"), required=False)
    precision = of(_("How exactly that is known"), Precision.choices, required=False)
    hour = line(_("At what time of the day"), 60)
    raises = forms.MultipleChoiceField(
        label=_("It concerns"), choices=Raises.choices, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Each of these makes it one degree graver."),
    )  # fmt: skip
    severity = of(
        _("Graver than that"), Severity.choices, required=False,
        help_text=_("Only if you know that it is. It is never made less grave than its class."),
    )  # fmt: skip
    standing = of(_("What is held of it"), Standing.choices, required=False)
    national = line(_("What national law calls it"), 160)
    sealed = forms.BooleanField(
        label=_("Seal it: seen by its team alone"), required=False,
        help_text=_("Torture, sexual violence, abuse of a child, reprisal and the like are always sealed."),
    )  # fmt: skip

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sub"].choices = [("", ""), *choices()]  # type: ignore[attr-defined]
        self.fields["place"].queryset = places  # type: ignore[attr-defined]


class NewForm(IncidentForm):
    """A new one: when we learned of it, and whom it happened to; a person goes in the body, never in an address."""

    learned_at = moment(_("When anybody of us learned of it"), help_text=_("The clocks begin then. Empty: now."))
    called = line(
        _("Whom it happened to: what they are called here"), 120,
        help_text=_("A code or a word, if they do not want their name kept. Empty, if it is not known."),
    )  # fmt: skip
    person = forms.UUIDField(required=False, widget=forms.HiddenInput)
    field_order = ("sub", "place", "spot", "called", "happened", "basis")

    @property
    def whom(self) -> Whom | None:
        """Whom it happened to, where somebody is named."""
        said = self.cleaned_data
        if not said.get("called") and not said.get("person"):
            return None
        return Whom(called=said.get("called") or "…", person_id=said.get("person"))


class ChangeForm(Versioned, IncidentForm):
    """The same, changed; two windows of a team are shown the difference."""

    def __init__(self, *args: Any, incident: Incident, **kwargs: Any) -> None:
        said = incident.said
        first, last = said.days
        now = {
            "sub": said.sub, "place": said.place_id, "spot": said.spot, "happened": said.happened, "basis": said.basis,
            "first_on": first, "last_on": last, "precision": said.precision, "hour": said.hour,
            "raises": list(said.raises), "severity": said.severity, "standing": said.standing,
            "national": said.national, "sealed": incident.is_sealed,
        }  # fmt: skip
        super().__init__(*args, initial=now, **kwargs)
        if incident.is_sealed:
            del self.fields["sealed"]
        self.watch(incident.version)


class QuestionsForm(Versioned, Form):
    """The questions of its class, as they are asked today."""

    def __init__(self, *args: Any, incident: Incident, **kwargs: Any) -> None:
        said: Said = incident.said
        known = {name: answer for name, _version, _asked, answer in said.answers}
        super().__init__(*args, initial=known, **kwargs)
        for one in class_of(said.sub).questions:
            self.fields[one.name] = _field(one.kind, str(one))
            take_care(self.fields[one.name])
        self.watch(incident.version)

    @property
    def answers(self) -> dict[str, str]:
        """What was answered, as texts."""
        return {name: str(self.cleaned_data[name]) for name in self.fields if self.cleaned_data.get(name) is not None}


def _field(kind: str, label: str) -> forms.Field:
    if kind == "yesno":
        return of(label, YES_NO, required=False)
    if kind == "number":
        return forms.IntegerField(label=label, required=False, min_value=0, max_value=100_000)
    return area(label, 1000, rows=2)


class CloseForm(Form):
    """How it ended."""

    closing = area(_("How it ended, and what stays to be watched"), 2000, required=True, rows=4)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class KeepForm(Form):
    """Until when a closed incident is kept, and why."""

    until = day(_("Until"), help_text=_("It is looked at again on that day: whether it is still needed."))
    because = area(
        _("Why it is still needed"), 600, required=True,
        help_text=_("Proceedings, a complaint, their own wish; who is a child is until she is 21."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class EraseForm(Form):
    """Why it is erased."""

    why = forms.ChoiceField(label=_("Why"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, incident: Incident, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        twice = incident.state == State.DUPLICATE
        fields: dict[str, Any] = dict(self.fields)
        fields["why"].choices = [(one.value, one.label) for one in Why if (one == Why.TWICE) == twice]


class AgreeForm(Form):
    """That it is erased for good."""

    sure = forms.BooleanField(
        label=_("I read it, and nobody needs it any more"), help_text=_("Nobody can bring it back, we neither.")
    )


class TwiceForm(Form):
    """As which other one it was written down before."""

    of = forms.ModelChoiceField(label=_("It is the same as"), queryset=Incident.objects.none())
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["of"].queryset = others  # type: ignore[attr-defined]
