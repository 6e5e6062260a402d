"""The forms of referrals, of things given and of work found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.aftercare.models import FamilyContact
from rihai.casework.services.forms.base import EMPTY, Entry, cases_to_choose, services_to_give, upload, version
from rihai.casework.services.models import ANSWERS, Basis, JobPlacement, MaterialHelp, PartnerService, Referral
from rihai.casework.services.models import ReferralState as State
from rihai.casework.services.operations.referring import Ground
from rihai.casework.services.queries import records
from rihai.casework.services.telling import FIELDS
from rihai.kit.actor import Actor
from rihai.kit.templatetags.kit import day as day_text
from rihai.people.models import Consent

CURRENCIES = (("PKR", _("rupees (PKR)")), ("USD", _("US dollars")), ("EUR", _("euros")), ("GBP", _("pounds")))


class ReferForm(Entry):
    """What is asked of the partner, what it is told, and on which ground."""

    past = ("on",)
    asked = forms.CharField(
        label=_("What is asked of them"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What they must do, in a sentence. Nothing of the offence, nothing of health they need not know."),
    )  # fmt: skip
    fields_told = forms.MultipleChoiceField(
        label=_("What they are told"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Only what this partner needs stands here. Take out what can be left out."),
    )  # fmt: skip
    basis = forms.ChoiceField(label=_("On what ground"), choices=Basis.choices, widget=forms.RadioSelect)
    consent_id = forms.ChoiceField(label=_("Which consent"), required=False)
    says = forms.CharField(
        label=_("Without consent: which order, law or danger, and which two people decided"), required=False,
        max_length=200,
    )  # fmt: skip
    guarded_because = forms.CharField(
        label=_("For a guarded person: why something leaves all the same"), required=False, max_length=200
    )
    on = forms.DateField(label=_("Sent on"))
    case_id = forms.ChoiceField(label=_("Under which case"), required=False)

    def __init__(
        self, *args: Any, actor: Actor, person_id: UUID, partner: PartnerService, consents: list[Consent], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        needed = [one for one in FIELDS if one in partner.needs_told]
        self.choose("fields_told", [(one, FIELDS[one][0]) for one in needed])
        self.initial.setdefault("fields_told", needed)
        self.choose("consent_id", [EMPTY, *((str(one.pk), _consent(one)) for one in consents)])
        if consents:
            self.initial.setdefault("consent_id", str(consents[0].pk))
            self.initial.setdefault("basis", Basis.CONSENT)
        self.choose("case_id", cases_to_choose(actor, person_id))
        if not actor.may("guarded.assign"):
            del self.fields["guarded_because"]

    def clean(self) -> dict[str, Any]:
        """Each ground has its field."""
        said = super().clean()
        if said.get("basis") == Basis.CONSENT and not said.get("consent_id"):
            self.add_error("consent_id", _("Choose the consent. If there is none, ask them and record it first."))
        if said.get("basis") in {Basis.LAW, Basis.VITAL} and not said.get("says"):
            self.add_error("says", _("Write which order, law or danger, and which two people decided it."))
        return said

    @property
    def ground(self) -> Ground:
        """On what it is told."""
        said = self.cleaned_data
        consent = UUID(said["consent_id"]) if said.get("consent_id") else None
        return Ground(said["basis"], consent, said.get("says") or "", said.get("guarded_because") or "")


class ReceivedForm(Entry):
    """Who sends somebody to us, for what."""

    past = ("on",)
    partner_name = forms.CharField(label=_("Who sends them"), max_length=160)
    service_id = forms.ChoiceField(label=_("For which service"))
    asked = forms.CharField(label=_("What they ask of us"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))
    on = forms.DateField(label=_("Received on"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("service_id", [EMPTY, *services_to_give(actor)])


class AnswerForm(Entry):
    """What came of a referral."""

    past = ("on",)
    state = forms.ChoiceField(label=_("What came of it"), widget=forms.RadioSelect)
    on = forms.DateField(label=_("On"))
    note = forms.CharField(
        label=_("In their words"), required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed when it was refused."),
    )  # fmt: skip
    version = version()

    def __init__(self, *args: Any, referral: Referral, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("state", [(one.value, one.label) for one in ANSWERS.get(State(referral.state), ())])

    def clean(self) -> dict[str, Any]:
        """A refusal has its reason."""
        said = super().clean()
        if said.get("state") == State.REFUSED and not said.get("note"):
            self.add_error("note", _("Write why it was refused."))
        return said


class HelpForm(Entry):
    """What was given, out of which fund, what it is worth, before whom."""

    past = ("given_on",)
    kind = forms.ChoiceField(label=_("What was given"), choices=MaterialHelp.Kind.choices)
    what = forms.CharField(
        label=_("In words"), max_length=200, help_text=_("Two sets of clothes, soap, a sewing machine.")
    )
    fund = forms.CharField(label=_("Out of which fund"), max_length=120)
    worth = forms.DecimalField(label=_("Worth"), min_value=0, max_digits=12, decimal_places=2)
    currency = forms.ChoiceField(label=_("Currency"), choices=CURRENCIES)
    given_on = forms.DateField(label=_("Given on"))
    given_by_name = forms.CharField(label=_("Given by"), max_length=120)
    witness = forms.CharField(label=_("Witness"), max_length=120, help_text=_("Somebody else than who gave it."))
    proof = forms.ChoiceField(label=_("Shown by"), choices=MaterialHelp.Proof.choices, widget=forms.RadioSelect)
    file = upload(_("Photograph of the receipt or thumb-print"))
    case_id = forms.ChoiceField(label=_("Under which case"), required=False)
    contact_id = forms.ChoiceField(label=_("For the way to"), required=False)

    def __init__(
        self, *args: Any, actor: Actor, person_id: UUID, contacts: Iterable[FamilyContact], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choose("case_id", cases_to_choose(actor, person_id))
        known = [(str(one.pk), _contact(one)) for one in contacts]
        self.choose("contact_id", [EMPTY, *known])
        if not known:
            del self.fields["contact_id"]

    def clean(self) -> dict[str, Any]:
        """A receipt is shown; nobody is witness of what they gave themselves."""
        said = super().clean()
        if said.get("proof") == MaterialHelp.Proof.RECEIPT and not said.get("file"):
            self.add_error(
                "file", _("Choose the photograph of the receipt, or say that it is a thumb-print or a witness.")
            )
        if said.get("witness") and said["witness"].casefold() == (said.get("given_by_name") or "").casefold():
            self.add_error("witness", _("Somebody else than who gave it."))
        return said


class JobForm(Entry):
    """Where somebody begins to work, and what the employer knows."""

    employer_id = forms.ChoiceField(label=_("Employer"))
    trade = forms.CharField(label=_("As what"), max_length=120)
    told = forms.ChoiceField(
        label=_("The employer knows"), choices=JobPlacement.Told.choices, widget=forms.RadioSelect,
        help_text=_("What we tell of custody stands on a consent to care that is recorded on the person’s page."),
    )  # fmt: skip
    on = forms.DateField(label=_("From"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(one.pk), f"{one.name}, {one.district.shown}") for one in records.employers()]
        self.choose("employer_id", [EMPTY, *known])


class EndJobForm(Entry):
    """From which day on they no longer work there."""

    past = ("on",)
    on = forms.DateField(label=_("No longer there from"))
    because = forms.CharField(label=_("Why"), max_length=200)
    version = version()


def _contact(one: FamilyContact) -> str:
    day = day_text(one.done_on or one.due_on or one.wished_on)
    return f"{one.get_kind_display()}, {one.relationship.name}, {day}"


def _consent(one: Consent) -> str:
    return f"{one.get_purpose_display()}, {one.recipient}, {day_text(one.started_on)}"
