"""Forms of bail, sureties, fines, diyat, compensation and payments."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.legal.matters.forms.base import Entry, choices, court_name, courts, rupees, upload
from rihai.legal.matters.models import MoneyKind, PaidBy

MOST_SURETIES, MOST_MONTHS, MOST_DAYS = 10, 120, 366


class OfClient(Entry):
    """A form about one client of a matter."""

    party_id = forms.ChoiceField(label=_("Of whom"))

    def __init__(self, *args: Any, parties: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["party_id"]
        assert isinstance(field, forms.ChoiceField), "declared above"
        field.choices = parties
        if kwargs.get("record") is not None:
            del self.fields["party_id"]


class BailForm(OfClient):
    """Bail as a court granted it, and how far it has come."""

    past: ClassVar[tuple[str, ...]] = (
        "granted_on", "reduced_on", "furnished_on", "sent_on", "arrived_on", "cancelled_on",
    )  # fmt: skip
    granted_on = forms.DateField(label=_("Granted on"))
    court = courts()
    court_name = court_name()
    personal_bond = forms.BooleanField(label=_("On the person’s own bond, without surety"), required=False)
    amount = rupees(_("Amount of the bond (rupees)"))
    sureties_needed = forms.IntegerField(label=_("Sureties asked for"), min_value=0, max_value=MOST_SURETIES, initial=1)
    conditions = forms.CharField(label=_("Conditions"), max_length=400, required=False)
    reduced_to = rupees(_("Reduced to (rupees)"))
    reduced_on = forms.DateField(label=_("Reduced on"), required=False)
    nobody_stands = forms.BooleanField(label=_("Nobody can be found to stand surety"), required=False)
    furnished_on = forms.DateField(
        label=_("Bond accepted on"), required=False, help_text=_("The day the court accepted bond and sureties.")
    )
    sent_on = forms.DateField(label=_("Release order sent on"), required=False)
    arrived_on = forms.DateField(label=_("Release order reached the prison on"), required=False)
    cancelled_on = forms.DateField(label=_("Bail cancelled on"), required=False)


class SuretyForm(Entry):
    """Somebody who stands surety."""

    past: ClassVar[tuple[str, ...]] = ("verified_on", "furnished_on", "refused_on")
    name = forms.CharField(label=_("Name"), max_length=200)
    number = forms.CharField(label=_("Identity card"), max_length=20, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    missing = forms.CharField(
        label=_("What is missing"),
        max_length=200,
        required=False,
        help_text=_("Land papers, bank letter, two photographs."),
    )
    verified_by = forms.CharField(label=_("Verified by (office)"), max_length=120, required=False)
    verified_on = forms.DateField(label=_("Verified on"), required=False)
    furnished_on = forms.DateField(label=_("Bond given on"), required=False)
    refused_on = forms.DateField(label=_("Refused, or stood back, on"), required=False)


class MoneyForm(OfClient):
    """What a court ordered to be paid."""

    past: ClassVar[tuple[str, ...]] = ("ordered_on",)
    kind = forms.ChoiceField(label=_("What"), choices=choices(MoneyKind.choices, empty=False))
    amount = rupees(_("Amount (rupees)"), required=True)
    ordered_on = forms.DateField(label=_("Ordered on"), help_text=_("For diyat, arsh and daman: the final judgment."))
    default_months = forms.IntegerField(
        label=_("In default: months"), min_value=0, max_value=MOST_MONTHS, required=False
    )
    default_days = forms.IntegerField(label=_("In default: days"), min_value=0, max_value=MOST_DAYS, required=False)
    default_from = forms.DateField(
        label=_("The term in default runs from"), required=False,
        help_text=_("Its first day: after the sentence itself, if there is one."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A sum is more than nought."""
        said = super().clean()
        if said.get("amount") is not None and said["amount"] <= 0:
            self.add_error("amount", _("A sum is more than nought."))
        return said


class PaymentForm(Entry):
    """A part that was paid."""

    past: ClassVar[tuple[str, ...]] = ("paid_on",)
    amount = rupees(_("Amount (rupees)"), required=True)
    paid_on = forms.DateField(label=_("Paid on"))
    paid_by = forms.ChoiceField(label=_("Who paid"), choices=choices(PaidBy.choices))
    payer = forms.CharField(
        label=_("Which fund or donor"),
        max_length=160,
        required=False,
        help_text=_("A donor who wishes not to be named: leave it empty."),
    )
    challan = forms.CharField(label=_("Number of the treasury challan"), max_length=80, required=False)
    file = upload(_("Receipt"))

    def clean(self) -> dict[str, Any]:
        """A sum is more than nought."""
        said = super().clean()
        if said.get("amount") is not None and said["amount"] <= 0:
            self.add_error("amount", _("A sum is more than nought."))
        return said
