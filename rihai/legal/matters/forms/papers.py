"""Forms of papers and time: the vakalatnama, papers asked for, time and costs."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.legal.matters.forms.base import Entry, choices, rupees, upload
from rihai.legal.matters.models import PaperKind, Vakalatnama


class VakalatnamaForm(Entry):
    """How far the power of attorney has come."""

    past: ClassVar[tuple[str, ...]] = ("signed_on", "attested_on", "filed_on")
    signed_on = forms.DateField(label=_("Signed on"), required=False)
    signed_how = forms.ChoiceField(
        label=_("How"), choices=choices(Vakalatnama.How.choices), required=False,
        help_text=_("A thumb print is as good as a signature; say which, because courts ask."),
    )  # fmt: skip
    attested_on = forms.DateField(label=_("Attested by the prison on"), required=False)
    attested_by = forms.CharField(label=_("Attested by which officer (post)"), max_length=120, required=False)
    filed_on = forms.DateField(label=_("Filed in court on"), required=False)
    file = upload(_("Copy"))


class AskPaperForm(Entry):
    """A paper that was asked for."""

    past: ClassVar[tuple[str, ...]] = ("asked_on",)
    kind = forms.ChoiceField(label=_("Which paper"), choices=choices(PaperKind.choices, empty=False))
    party_id = forms.ChoiceField(label=_("Of whom"), required=False)
    asked_of = forms.CharField(label=_("Asked of"), max_length=160, help_text=_("An office or a post, not a name."))
    asked_on = forms.DateField(label=_("Asked on"))
    due_on = forms.DateField(label=_("Awaited by"), required=False)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    def __init__(self, *args: Any, parties: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["party_id"]
        assert isinstance(field, forms.ChoiceField), "declared above"
        field.choices = choices(parties)


class PaperForm(Entry):
    """A paper that came, or is awaited later."""

    past: ClassVar[tuple[str, ...]] = ("asked_on", "done_on")
    done_on = forms.DateField(label=_("Came on"), required=False, help_text=_("Empty: it is still awaited."))
    file = upload(_("The paper"))
    asked_of = forms.CharField(label=_("Asked of"), max_length=160)
    asked_on = forms.DateField(label=_("Asked on"))
    due_on = forms.DateField(label=_("Awaited by"), required=False)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)


class TimeForm(Entry):
    """Time and money spent."""

    past: ClassVar[tuple[str, ...]] = ("on",)
    on = forms.DateField(label=_("Day"))
    what = forms.CharField(label=_("What was done"), max_length=200)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, max_value=1440, required=False)
    cost = rupees(_("Money spent (rupees)"))
    cost_for = forms.CharField(label=_("For what"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        """Time, or money, or both."""
        said = super().clean()
        said["minutes"] = said.get("minutes") or 0
        if not said["minutes"] and not said.get("cost") and not self.errors:
            self.add_error("minutes", _("Say how many minutes, or how much money."))
        return said
