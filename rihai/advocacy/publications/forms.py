"""The forms of publications."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.advocacy.campaigns.models import Language
from rihai.advocacy.publications.models import PublicationKind
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.monitoring.forms import Entry, area, day, line, moment, of


class PublicationForm(Entry):
    """What is to be published, and from when."""

    title = line(_("Title"), 200, required=True)
    title_ur = line(_("Title in Urdu"), 200)
    kind = of(_("What it is"), PublicationKind.choices)
    says = area(_("What it says, in a few lines"), 1000)
    embargo_at = moment(_("Not before"), help_text=_("Until then nobody outside may have it, also once it is signed."))


class FileForm(Form):
    """The publication in one language."""

    language = of(_("Language"), Language.choices)
    file = FileField(label=_("File"))


class WhyForm(Form):
    """A reason."""

    why = area(_("Why"), 600, required=True)


class SentForm(Form):
    """To whom it went."""

    on = day(_("On which day"))
    who = line(_("To whom"), 300, required=True, help_text=_("Offices, newspapers, libraries; not persons’ names."))
    says = area(_("How, and what they said"), 1000)


class CorrectionForm(Form):
    """What was wrong in it."""

    on = day(_("On which day"))
    says = area(_("What was wrong, and what is right"), 1000, required=True)
