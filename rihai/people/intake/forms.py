"""What is asked of whoever takes in a census: the files with their place and day; what headings mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from rihai.census.fields import TOGETHER, fact_of
from rihai.census.headings import fold, known
from rihai.errors import FileUnreadable
from rihai.kit.files import FileRefused
from rihai.kit.files.kinds import kind_of
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.paper.sheets import open_sheets
from rihai.people.forms.entry import PlaceChoice
from rihai.people.intake.operations.uploading import Upload
from rihai.people.intake.queries.columns import AskedFiles
from rihai.people.models import LegalStatus
from rihai.people.shown import label
from rihai.places.models import Place
from rihai.words import say

ENDINGS = ("xlsx", "xls", "ods", "csv", "tsv")
OPENED_AT_ONCE = 3_000_000
"""Bytes up to which a file is opened while the form waits, so that one that is no list is refused beside its field."""
MOST = 12
NOT_USED = "remarks"


class SeveralFiles(forms.ClearableFileInput):
    """A control for several files."""

    allow_multiple_selected = True


class FilesField(FileField):
    """One file or several, each a list of a prison."""

    def __init__(self, **kwargs: Any) -> None:
        accept = ",".join(f".{one}" for one in ENDINGS)
        widget = SeveralFiles(attrs={"accept": accept, "multiple": True, "data-drop": "yes"})
        super().__init__(widget=widget, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Upload]:
        """Each file's name and bytes; every file that is no list is named in a sentence of its own."""
        given = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(one, initial) for one in (given or [None])]
        if len(files) > MOST:
            raise ValidationError(gettext("Give in at most %(n)s files at once.") % {"n": MOST})
        found: list[Upload] = []
        wrong: list[ValidationError] = []
        for one in files:
            upload = Upload(str(one.name or "file"), one.read())
            try:
                _check(upload)
                found.append(upload)
            except (FileRefused, FileUnreadable) as refusal:
                wrong.append(ValidationError(f"{upload.name[:80]}: {_sentence(refusal)}"))
        if wrong:
            raise ValidationError(wrong)
        return found


def _check(upload: Upload) -> None:
    """Raises FileRefused or FileUnreadable, with what to do about a file of this very sort."""
    if upload.name.rpartition(".")[2].lower() not in ENDINGS:
        raise FileRefused(
            gettext(
                "Lists are read from files named .xlsx, .xls, .ods, .csv or .tsv. Save it as one, and give that in."
            )
        )
    is_opened = len(upload.content) <= OPENED_AT_ONCE
    if is_opened:
        open_sheets(upload.content, upload.name)
    try:
        kind_of(upload.content, upload.name)
    except FileRefused as refusal:
        if not is_opened:
            raise
        raise FileRefused(
            gettext(
                "It is not what its name says, or holds signs that no text has. Open it in a spreadsheet program, save "
                "it as .xlsx, and give that in."
            )
        ) from refusal


def _sentence(refusal: FileRefused | FileUnreadable) -> str:
    language = get_language() or "en"
    if isinstance(refusal, FileUnreadable):
        return f"{say(refusal.message, language)} {say(refusal.mend, language)}"
    return str(refusal)


class UploadForm(Form):
    """Where the list is from, the day on which it was true, and its files."""

    place = PlaceChoice(label=_("Prison"), queryset=Place.objects.none())
    true_on = forms.DateField(
        label=_("Day of the list"), help_text=_("The day on which it was true, not the day it came: 24/11/2026.")
    )
    lists = FilesField(
        label=_("The prison’s files"),
        help_text=_(
            "As they came: Excel (.xlsx, .xls), OpenDocument (.ods), CSV or TSV; all at once where there are several."
        ),
    )

    def __init__(self, *args: Any, places: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places

    def clean_true_on(self) -> date:
        """A list cannot be of a day to come, nor older than anybody held."""
        day: date = self.cleaned_data["true_on"]
        if day > self._today:
            raise ValidationError(gettext("This day has not come yet. Write the day on which the list was true."))
        if day.year < self._today.year - 30:
            raise ValidationError(gettext("That is more than thirty years ago. Check the year."))
        return day


def field_choices() -> list[tuple[str, Any]]:
    """What a heading may stand for: every field that some prison's list has a column for, by its name on pages."""
    fields = {field for heading, found in known().items() for field in found if heading != fold(field)}
    shown = {name: label(fact_of(name)) for name in fields - {"id", "case_id", NOT_USED}}
    shown |= {
        "sentence_years": gettext("Sentence: years"), "sentence_months": gettext("Sentence: months"),
        "sentence_days": gettext("Sentence: days"), TOGETHER: gettext("FIR, sections and police station together"),
    }  # fmt: skip
    return sorted(shown.items(), key=lambda one: one[1].casefold())


class ColumnsForm(Form):
    """What each heading stands for; and where the list is silent the order of days, the sex, or the status of all."""

    dates = forms.ChoiceField(
        label=_("Days like 3/4/2026 in this list are"),
        required=False,
        choices=[
            ("", _("as each column shows")),
            ("day_first", _("3 April: day first")),
            ("month_first", _("4 March: month first")),
        ],
    )
    sex = forms.ChoiceField(
        label=_("Everybody in this list is"),
        required=False,
        choices=[("", _("not said")), ("female", _("a woman")), ("male", _("a man"))],
    )
    legal_status = forms.ChoiceField(
        label=_("Status, where the list does not say it"),
        help_text=_("Why people are held. What a row says itself stands before this."),
        required=False,
        choices=[("", _("not said")), *(one for one in LegalStatus.choices if one[0] != LegalStatus.RELEASED)],
    )

    def __init__(
        self, *args: Any, asked: AskedFiles, facts: Mapping[str, Any], with_all: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        self.open = [at for at, one in enumerate(asked.columns) if with_all or one.to_say or not one.field]
        self.fields["dates"].initial = asked.dates
        for name in ("sex", "legal_status"):
            self.fields[name].initial = facts.get(name, "")
        if not asked.dates_unclear and not asked.dates:
            del self.fields["dates"]
        if not asked.sex_not_given:
            del self.fields["sex"]
        if not asked.status_not_given:
            del self.fields["legal_status"]
        choices = [(NOT_USED, _("kept in the remarks")), *field_choices()]
        offered = {name for name, _label in choices}
        for at in self.open:
            column = asked.columns[at]
            start = self._start(
                column.field or (column.perhaps[0] if column.to_say and column.perhaps else ""), offered
            )
            self.fields[f"column-{at}"] = forms.ChoiceField(label=column.heading, choices=choices, initial=start)

    @staticmethod
    def _start(name: str, offered: set[str]) -> str:
        if name in offered:
            return name
        return next((one for one in sorted(offered) if name and fact_of(one) == fact_of(name)), NOT_USED)

    def rows(self) -> Sequence[tuple[Any, Any]]:
        """Each column that is asked about, with its control."""
        return [(self.asked.columns[at], self[f"column-{at}"]) for at in self.open]

    def understood(self) -> Sequence[tuple[Any, str]]:
        """The columns that are not asked about, each with what it is read as."""
        columns = [one for at, one in enumerate(self.asked.columns) if at not in set(self.open)]
        return [(one, label(fact_of(one.field))) for one in columns]

    def clean(self) -> dict[str, Any]:
        """Without a name there is nobody."""
        said = self.cleaned_data
        if "full_name" not in self.headings.values():
            self.add_error(None, gettext("One column must be the name."))
        return said

    @property
    def headings(self) -> dict[str, str]:
        """What each heading stands for, as it was said."""
        said = self.cleaned_data
        return {one.heading: said.get(f"column-{at}") or one.field for at, one in enumerate(self.asked.columns)}

    @property
    def facts(self) -> dict[str, Any]:
        """What holds for every row."""
        said = {name: self.cleaned_data.get(name) for name in ("sex", "legal_status")}
        return {name: value for name, value in said.items() if value}
