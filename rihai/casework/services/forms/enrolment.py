"""The forms of an enrolment: begun, moved to a stage, ended; and a lawyer's word on remission."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.services.catalogue import service
from rihai.casework.services.forms.base import EMPTY, Entry, cases_to_choose, services_to_give, upload, version
from rihai.casework.services.models import Enrolment
from rihai.kit.actor import Actor
from rihai.kit.forms import Form


class EnrolForm(Entry):
    """Which service, from when; that they wish it, where it is voluntary."""

    past = ("started_on", "pledged_on")
    service_id = forms.ChoiceField(label=_("Service"))
    started_on = forms.DateField(label=_("From"))
    wishes = forms.BooleanField(label=_("They were asked, and wish it themselves"), required=False)
    pledged_on = forms.DateField(
        label=_("Day of the pledge"), required=False, help_text=_("Only where the first stage is entered by a pledge.")
    )
    case_id = forms.ChoiceField(label=_("Under which case"), required=False)
    note = forms.CharField(
        label=_("Note"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What a colleague who takes over must know."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, person_id: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("service_id", [EMPTY, *services_to_give(actor)])
        self.choose("case_id", cases_to_choose(actor, person_id))

    def clean(self) -> dict[str, Any]:
        """A voluntary service asks for their wish, beside the tick."""
        said = super().clean()
        found = service(said.get("service_id") or "")
        if found and found.is_voluntary and not said.get("wishes"):
            self.add_error("wishes", _("This service is voluntary. Ask them first."))
        return said


class StageForm(Entry):
    """To which stage, from when."""

    past = ("on", "pledged_on")
    stage_id = forms.ChoiceField(label=_("Stage"))
    on = forms.DateField(label=_("From"))
    pledged_on = forms.DateField(
        label=_("Day of the pledge"), required=False, help_text=_("Only where the stage is entered by a pledge.")
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=300)
    version = version()

    def __init__(self, *args: Any, enrolment: Enrolment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stages = enrolment.of.stages if enrolment.of else ()
        pledge = _("by a pledge")
        self.choose(
            "stage_id",
            [
                (one.id, f"{one.title.shown} ({pledge})" if one.is_pledged else one.title.shown)
                for one in stages
                if one.id != enrolment.stage
            ],
        )
        at = [one.id for one in stages].index(enrolment.stage) if enrolment.of and enrolment.stage else -1
        if at + 1 < len(stages):
            self.initial.setdefault("stage_id", stages[at + 1].id)


class EndForm(Entry):
    """From which day on they are no longer in it, and what came of it."""

    outcome_id = forms.ChoiceField(label=_("What came of it"), widget=forms.RadioSelect)
    on = forms.DateField(label=_("No longer in it from"), help_text=_("The day after the last one."))
    note = forms.CharField(label=_("Note"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 2}))
    file = upload(_("Evidence"), _("A register page, a result, a photograph of the work. Kept sealed."))
    version = version()

    def __init__(self, *args: Any, enrolment: Enrolment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcomes = enrolment.of.outcomes if enrolment.of else ()
        self.choose("outcome_id", [(one.id, one.title.shown) for one in outcomes])


class RemissionForm(Form):
    """What the lawyer does about it."""

    note = forms.CharField(
        label=_("What was done about it"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The prison was asked for the remission on …; or why none can be asked."),
    )  # fmt: skip
