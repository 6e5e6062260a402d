"""The forms of reports to international bodies."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.advocacy.reports.models import Body, ReportKind
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.monitoring.forms import Entry, area, day, line, of


class ReportForm(Entry):
    """To which body, for which session, by when."""

    body = of(_("Body"), Body.choices)
    session = line(_("Session or cycle"), 80, required=True)
    session_on = day(_("When it sits"), required=False)
    kind = of(_("What is handed in"), ReportKind.choices)
    title = line(_("Title"), 200, required=True)
    says = area(_("What it is about"), 2000)
    with_whom = line(_("Together with"), 300, help_text=_("Other organisations that sign it."))
    due_on = day(_("Deadline"))


class HandInForm(Form):
    """On which day, and the paper itself."""

    on = day(_("On which day"))
    file = FileField(label=_("The report as it was handed in"))
