"""The forms of a petition: which one, its facts against papers, its wording, its print, its filing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from rihai.kit.editing import Versioned
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.kit.forms.careful import take_care
from rihai.legal.matters.models import Matter
from rihai.legal.papers.models import Petition
from rihai.legal.papers.queries.petitions import FactLine
from rihai.legal.papers.wording import Template, common

LANGUAGES = (("ur", "اردو"), ("en", "English"))
OTHER = "other"


def here() -> str:
    """The language of the page."""
    return (get_language() or "en")[:2]


class DrawForm(Form):
    """Which petition or letter, in which language, and for which matter where several of the actor's are open."""

    template = forms.ChoiceField(label=gettext_lazy("Which paper"), widget=forms.RadioSelect)
    language = forms.ChoiceField(label=gettext_lazy("Language of the paper"), choices=LANGUAGES)

    def __init__(self, *args: Any, offered: Iterable[Template], matters: Sequence[Matter] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(matters) > 1:
            self.fields["matter"] = forms.ChoiceField(
                label=_("For which matter"),
                choices=[(str(one.pk), f"{one.code} · {one.get_stage_display()}") for one in matters],
                widget=forms.RadioSelect,
                help_text=_("Its team alone will see the paper."),
            )
        field = self.fields["template"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.name, one.title[here()]) for one in offered]

    @property
    def matter_id(self) -> UUID | None:
        """The matter that was chosen, where it was asked for."""
        chosen = self.cleaned_data.get("matter")
        return UUID(chosen) if chosen else None


class ConfirmForm(Form):
    """For each fact that waits: the paper that shows it, and the page. What is left empty stays to be confirmed."""

    def __init__(self, *args: Any, lines: Sequence[FactLine], annexes: Iterable[str], **kwargs: Any) -> None:
        self.lines = [one for one in lines if not one.holds]
        self.by_field = {f"f{at}": one for at, one in enumerate(self.lines)}
        super().__init__(*args, **kwargs)
        named = [(name, common()["annexes"][name][here()]) for name in annexes]
        choices = [("", _("not seen yet")), *named, (OTHER, _("another paper"))]
        for name, line in self.by_field.items():
            label = f"{line.told.label}: {line.told.value or _('no longer on record')}"
            self.fields[name] = forms.ChoiceField(
                label=label, choices=choices, required=False, help_text=line.told.source
            )
            self.fields[f"{name}-page"] = forms.CharField(label=_("Page"), max_length=20, required=False)
        self.fields["other"] = forms.CharField(
            label=_("Which other paper"),
            max_length=160,
            required=False,
            help_text=_("Needed where you chose it above."),
        )
        for field in self.fields.values():
            take_care(field)

    def clean(self) -> dict[str, Any]:
        """Another paper has to be named."""
        told = self.cleaned_data
        if not told.get("other") and any(told.get(name) == OTHER for name in self.by_field):
            self.add_error("other", _("Name the paper."))
        return told

    @property
    def papers(self) -> dict[str, tuple[str, str]]:
        """The paper and page of each fact that was confirmed, by its path."""
        told = self.cleaned_data
        found = {}
        for name, line in self.by_field.items():
            if chosen := told.get(name):
                paper = told["other"] if chosen == OTHER else chosen
                found[line.told.path] = (paper, told.get(f"{name}-page") or "")
        return found


class WordForm(Versioned, Form):
    """What the lawyer writes on a petition."""

    language = forms.ChoiceField(label=gettext_lazy("Language of the paper"), choices=LANGUAGES)
    court = forms.CharField(
        label=gettext_lazy("Court, as it is addressed"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Empty: the court on record. For a High Court its seat."),
    )
    counsel = forms.CharField(label=gettext_lazy("Counsel"), max_length=120, required=False)
    added = forms.CharField(
        label=gettext_lazy("Further grounds"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=10_000,
        required=False,
        help_text=gettext_lazy("In the language of the paper; each line is a paragraph of its own."),
    )

    def __init__(self, *args: Any, petition: Petition, **kwargs: Any) -> None:
        now = {name: getattr(petition, name) or "" for name in ("language", "court", "counsel", "added")}
        super().__init__(*args, initial=now, **kwargs)
        self.watch(petition.version)


class PrintForm(Form):
    """As what, and in which language."""

    kind = forms.ChoiceField(
        label=gettext_lazy("As"), choices=(("docx", gettext_lazy("Word, to be edited")), ("pdf", gettext_lazy("PDF")))
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the paper"), choices=LANGUAGES)


class BackForm(Form):
    """The file a lawyer wrote on."""

    file = FileField(
        label=gettext_lazy("The paper as you wrote it"), help_text=gettext_lazy("Word or PDF. It is kept encrypted.")
    )


class FiledForm(Form):
    """Where and when it was filed."""

    filed_on = forms.DateField(label=gettext_lazy("Filed on"))
    court = forms.CharField(label=gettext_lazy("Court"), max_length=200)
    number = forms.CharField(label=gettext_lazy("Number the court gave"), max_length=60, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)

    def clean_filed_on(self) -> date:
        """Not in the future."""
        day: date = self.cleaned_data["filed_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day is still to come."))
        return day
