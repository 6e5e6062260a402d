"""The forms of public figures: what a release replaces, from when it is public, what was wrong."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.figures.models import FigureRelease
from rihai.kit.forms import Form
from rihai.kit.templatetags.kit import day as day_text
from rihai.monitoring.forms import area, moment

TWICE = _("It stands on the public page. No names.")


class Releases(forms.ModelChoiceField[FigureRelease]):
    """One of the releases, by its number and day."""

    def label_from_instance(self, obj: Any) -> str:
        """How it is called."""
        return _("Release %(n)s: figures of %(day)s") % {"n": obj.number, "day": day_text(obj.on)}


class PrepareForm(Form):
    """Whether the release mends an earlier one, and why."""

    replaces = Releases(
        label=_("It replaces a release that was wrong"), queryset=FigureRelease.objects.none(), required=False,
        empty_label=_("no, it is the next one"),
    )  # fmt: skip
    why_en = area(_("What was wrong in it, in English"), 600)
    why_ur = area(_("What was wrong in it, in Urdu"), 600)

    def __init__(self, *args: Any, releases: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["replaces"]
        assert isinstance(field, Releases)
        field.queryset = releases

    def clean(self) -> dict[str, Any]:
        """What replaces another says why in both languages."""
        said = super().clean() or self.cleaned_data
        if said.get("replaces"):
            for name in ("why_en", "why_ur"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, _("Say what was wrong: it stands on the public page."))
        return said


class SignForm(Form):
    """From when on anybody may read it."""

    public_at = moment(
        _("Public from"),
        help_text=_("Leave it empty to publish at once. Until then nobody outside the office sees it."),
    )


class SaysForm(Form):
    """A sentence for the public page, in both languages."""

    says_en = area(_("In English"), 600, required=True, help_text=TWICE)
    says_ur = area(_("In Urdu"), 600, required=True, help_text=TWICE)
