"""The forms of packs and links: for whom and what for, on which basis each person, the second secret."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.forms import Form
from rihai.kit.forms.careful import take_care
from rihai.kit.links import DAYS
from rihai.kit.templatetags.kit import day as day_text
from rihai.legal.papers.forms.petitions import LANGUAGES
from rihai.legal.papers.operations.packs import Basis
from rihai.legal.papers.receivers import BASES, CONSENT, RECEIVERS, Receiver
from rihai.people.models import Consent, Person
from rihai.people.shown import apart

USE = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to be put into a pack: who, in which case, under which provision."""

    key: str
    person: Person
    case_id: str
    provision: str
    says: str


class PackForm(Form):
    """For whom, for what purpose, and until when it may be used."""

    receiver = forms.ChoiceField(label=gettext_lazy("For whom"), widget=forms.RadioSelect)
    receiver_name = forms.CharField(
        label=gettext_lazy("Named"),
        max_length=160,
        help_text=gettext_lazy("Court of Session Lahore; District Probation Officer Multan."),
    )
    purpose = forms.CharField(label=gettext_lazy("What for"), max_length=300)
    language = forms.ChoiceField(label=gettext_lazy("Language of the pack"), choices=LANGUAGES)
    use_until = forms.DateField(label=gettext_lazy("May be used until"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, initial={"use_until": today + USE, **kwargs.pop("initial", {})}, **kwargs)
        field = self.fields["receiver"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(code, str(one.title)) for code, one in RECEIVERS.items()]

    def clean_use_until(self) -> date:
        """Not over before it begins."""
        day: date = self.cleaned_data["use_until"]
        if day < self.today:
            raise forms.ValidationError(_("This day has passed."))
        return day


class BasesForm(Form):
    """On what each person stands in the pack. Nobody is put in of whom nothing is chosen."""

    def __init__(
        self,
        *args: Any,
        candidates: Sequence[Candidate],
        consents: Mapping[UUID, Sequence[Consent]],
        receiver: Receiver,
        may_guarded: bool,
        **kwargs: Any,
    ) -> None:
        self.candidates = candidates
        super().__init__(*args, **kwargs)
        grounds = [(code, str(BASES[code])) for code in receiver.bases if code != CONSENT]
        for one in candidates:
            held = [(f"{CONSENT}:{row.pk}", _words(row)) for row in consents.get(one.person.pk, ())]
            says = _("No consent holds.") if not held else ""
            notes = " · ".join(part for part in (one.says, says) if part)
            self.fields[one.key] = forms.ChoiceField(
                label=one.person.full_name or _("Name not known"),
                required=False,
                help_text=notes,
                choices=[("", _("leave out")), *held, *grounds],
            )
        if grounds:
            self.fields["ground"] = forms.CharField(
                label=_("Without consent: which order or law, and who decided"),
                max_length=200,
                required=False,
                help_text=_("Two named people decide. The person is told as soon as it is safe."),
            )
        if may_guarded:
            self.fields["guarded"] = forms.CharField(
                label=_("Guarded people: why they stand here all the same"),
                max_length=200,
                required=False,
                help_text=_("Your decision, under your name. Name nobody."),
            )
        for field in self.fields.values():
            take_care(field)

    def clean(self) -> dict[str, Any]:
        """A ground without consent is written out."""
        told = self.cleaned_data
        without = [one.key for one in self.candidates if told.get(one.key) and ":" not in told[one.key]]
        if without and not told.get("ground"):
            self.add_error("ground", _("Write which order or law, and which two people decided it."))
        return told

    def chosen(self) -> Iterable[tuple[Candidate, Basis]]:
        """Each person with a basis, and the basis."""
        told = self.cleaned_data
        for one in self.candidates:
            code, _colon, key = (told.get(one.key) or "").partition(":")
            if code:
                says = "" if key else told.get("ground") or ""
                yield one, Basis(code, UUID(key) if key else None, says, told.get("guarded") or "")


def _words(row: Consent) -> str:
    says = _("consent of %(day)s, for: %(who)s") % {"day": day_text(row.started_on), "who": apart(row.recipient)}
    return f"{says} ({row.given_how})" if row.given_how else says


class LinkForm(Form):
    """How long a partner may read."""

    days = forms.IntegerField(label=gettext_lazy("For how many days"), min_value=1, max_value=DAYS, initial=7)
