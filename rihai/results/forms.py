"""The forms of the room: a project, an indicator, an entered figure, a list, a join, a lock, a sample."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from rihai.casework.services.catalogue import catalogue
from rihai.kit.editing import Versioned
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.places.models import Place
from rihai.results.counting.measures import measures
from rihai.results.leaving import KINDS
from rihai.results.models import Basis, Grain, Indicator, Method, Outcome, Project, Unit

EMPTY = ("", "")
TAGS = _("The donor’s own, SDG targets such as 16.3; between commas.")
CODE = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9_.-]*\Z", _("Letters, figures, strokes and dots alone, without spaces: SPO-ETW.")
)


def lines(text: str) -> list[str]:
    """What stands one a line, or between commas."""
    parts = text.replace("،", ",").replace("\n", ",").split(",")
    return list(dict.fromkeys(part.strip()[:120] for part in parts if part.strip()))[:30]


class ProjectForm(Versioned, Form):
    """A project."""

    code = forms.CharField(label=_("Code"), max_length=30, validators=[CODE])
    name = forms.CharField(label=_("Name"), max_length=160)
    name_ur = forms.CharField(label=_("Name in Urdu"), max_length=160, required=False)
    funders = forms.CharField(
        label=_("Funders"), required=False, max_length=600, help_text=_("One, or several between commas.")
    )
    places = forms.ModelMultipleChoiceField(
        label=_("Places"),
        queryset=Place.objects.none(),
        required=False,
        help_text=_("Districts or prisons. What rooms record is counted there; none chosen means the whole office."),
    )
    started_on = forms.DateField(label=_("First day"))
    ended_on = forms.DateField(label=_("First day after its end"), required=False, help_text=_("Empty: it goes on."))
    grain = forms.ChoiceField(label=_("Figures are locked by"), choices=Grain.choices, initial=Grain.QUARTER)
    services = forms.MultipleChoiceField(
        label=_("Services"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Rows of lists with another service are not counted. None chosen means all of the catalogue."),
    )
    women_only = forms.BooleanField(label=_("Women and girls alone are counted"), required=False)
    codes_of = forms.CharField(
        label=_("Register of the codes"),
        max_length=60,
        required=False,
        help_text=_("Where another project uses the same codes, write the same name in both: a person is then one."),
    )
    tags = forms.CharField(
        label=_("Tags"),
        max_length=600,
        required=False,
        help_text=TAGS,
    )
    dhis2_set = forms.CharField(label=_("Data set in DHIS2"), max_length=60, required=False, validators=[CODE])
    dhis2_unit = forms.CharField(
        label=_("Organisation unit in DHIS2"), max_length=60, required=False, validators=[CODE]
    )
    with_founding = forms.BooleanField(
        label=_("Begin with the indicators of the founding project"),
        required=False,
        help_text=_("Women reached, each once, and how many had each of the four services."),
    )

    def __init__(self, *args: Any, project: Project | None = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=_project_initial(project), **kwargs)
        places, services = self.fields["places"], self.fields["services"]
        assert isinstance(places, forms.ModelMultipleChoiceField)
        assert isinstance(services, forms.MultipleChoiceField)
        places.queryset = Place.objects.filter(closed_on=None).order_by("name", "pk")
        services.choices = [(slug, one.title.shown) for slug, one in catalogue().items()]
        if project is not None:
            del self.fields["with_founding"]
            self.watch(project.version)

    def said(self) -> dict[str, Any]:
        """What the form says."""
        found = dict(self.cleaned_data)
        return {**found, "funders": lines(found["funders"]), "tags": lines(found["tags"])}


def _project_initial(project: Project | None) -> dict[str, Any]:
    if project is None:
        return {}
    plain = {name: getattr(project, name) for name in ProjectForm.base_fields if hasattr(project, name)}
    return {
        **plain, "funders": ", ".join(project.funders), "tags": ", ".join(project.tags),
        "places": list(project.places.all()),
    }  # fmt: skip


class _OfProject(forms.ModelChoiceField[Indicator]):
    """Another indicator, by its title in the reader's language."""

    def label_from_instance(self, obj: Indicator) -> str:
        return obj.shown


class IndicatorForm(Versioned, Form):
    """An indicator. What is counted from the rooms' records is chosen with what narrows it."""

    code = forms.CharField(label=_("Code"), max_length=60, validators=[CODE])
    title = forms.CharField(label=_("What is counted"), max_length=200)
    title_ur = forms.CharField(label=_("The same in Urdu"), max_length=200, required=False)
    basis = forms.ChoiceField(label=_("Where the figure comes from"), choices=Basis.choices, widget=forms.RadioSelect)
    unit = forms.ChoiceField(label=_("Unit"), choices=Unit.choices)
    service = forms.ChoiceField(
        label=_("Service"), required=False, help_text=_("Of lists of sessions: empty means any service.")
    )
    measure = forms.ChoiceField(label=_("From the rooms’ records"), required=False)
    narrowed = forms.CharField(
        label=_("Only rows with"),
        required=False,
        max_length=300,
        help_text=_("Of rooms’ records, for example: service=legal_aid, sex=female."),
    )
    definition = forms.CharField(
        label=_("Definition"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    includes = forms.CharField(label=_("Includes"), required=False, max_length=500)
    excludes = forms.CharField(label=_("Excludes"), required=False, max_length=500)
    source = forms.CharField(label=_("Data source"), required=False, max_length=300)
    baseline = forms.IntegerField(label=_("Baseline"), required=False, min_value=0, help_text=_("Empty: not known."))
    target = forms.IntegerField(
        label=_("Target"), required=False, min_value=0, help_text=_("Empty: not known; reports say so.")
    )
    part_of = _OfProject(label=_("Part of"), queryset=Indicator.objects.none(), required=False)
    tags = forms.CharField(
        label=_("Tags"),
        max_length=600,
        required=False,
        help_text=TAGS,
    )
    dhis2_element = forms.CharField(label=_("Data element in DHIS2"), max_length=60, required=False, validators=[CODE])

    def __init__(self, *args: Any, project: Project, indicator: Indicator | None = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=_indicator_initial(indicator), **kwargs)
        service, measure, part = self.fields["service"], self.fields["measure"], self.fields["part_of"]
        assert isinstance(service, forms.ChoiceField)
        assert isinstance(measure, forms.ChoiceField)
        assert isinstance(part, forms.ModelChoiceField)
        asked = project.services or list(catalogue())
        service.choices = [EMPTY, *((one, catalogue()[one].title.shown) for one in asked if one in catalogue())]
        measure.choices = [
            EMPTY,
            *((code, f"{one.title} ({Unit(one.unit).label})") for code, one in measures().items()),
        ]
        others = Indicator.objects.filter(project=project)
        part.queryset = others.exclude(pk=indicator.pk) if indicator else others
        if indicator is not None:
            self.watch(indicator.version)

    def clean_narrowed(self) -> dict[str, str]:
        """Pairs of a column and a value; the columns are those of the measure."""
        pairs = [part.partition("=") for part in lines(self.cleaned_data["narrowed"])]
        measure = measures().get(self.data.get("measure", ""))
        allowed = set(measure.by) if measure else set()
        found = {name.strip(): value.strip() for name, _sign, value in pairs}
        unknown = [name for name in found if name not in allowed]
        if unknown:
            raise forms.ValidationError(
                _("These cannot be narrowed by: %(unknown)s. There are: %(known)s."),
                params={"unknown": ", ".join(unknown), "known": ", ".join(sorted(allowed)) or "–"},
            )
        return found

    def said(self) -> dict[str, Any]:
        """What the form says."""
        return {**self.cleaned_data, "tags": lines(self.cleaned_data["tags"])}


def _indicator_initial(one: Indicator | None) -> dict[str, Any]:
    if one is None:
        return {"basis": Basis.ROWS, "unit": Unit.PEOPLE}
    plain = {name: getattr(one, name) for name in IndicatorForm.base_fields if hasattr(one, name)}
    narrowed = ", ".join(f"{name}={value}" for name, value in one.narrowed.items())
    return {**plain, "narrowed": narrowed, "tags": ", ".join(one.tags), "part_of": one.part_of_id}


class EntryForm(Form):
    """A figure with how it was come by and what shows it."""

    first = forms.DateField(label=_("From"))
    last = forms.DateField(label=_("Until"), help_text=_("The last day, itself included."))
    value = forms.IntegerField(label=_("Figure"), min_value=0)
    method = forms.ChoiceField(label=_("How it was come by"), choices=Method.choices, widget=forms.RadioSelect)
    says = forms.CharField(
        label=_("What shows it"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Attendance lists, photographs, a broadcaster’s letter: where it lies. Or give the file below."),
    )
    file = FileField(label=_("Evidence"), required=False)

    def said(self) -> dict[str, Any]:
        """What the form says; a file as its name and bytes."""
        given = self.cleaned_data.get("file")
        return {**self.cleaned_data, "file": (str(given.name), given.read()) if given else None}


class WhyForm(Form):
    """A reason."""

    why = forms.CharField(label=_("Why"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))


class ListForm(Form):
    """A list of sessions."""

    file = FileField(
        label=_("The list"),
        help_text=_("Excel, OpenDocument or CSV, a row a session: beneficiary_code, district, place, service, date."),
    )


class JoinForm(Form):
    """Two codes that are one person."""

    code = forms.CharField(label=_("This code"), max_length=80)
    same_as = forms.CharField(label=_("is the same person as"), max_length=80)
    reason = forms.CharField(label=_("How you know"), max_length=400)


class SampleForm(Form):
    """How many rows are drawn, and by which seed."""

    size = forms.IntegerField(label=_("How many rows"), min_value=1, max_value=200, initial=20)
    seed = forms.CharField(
        label=_("Seed"), max_length=40, help_text=_("Any word or number: with it anybody draws the same rows again.")
    )


class CheckForm(Form):
    """What was found of a row's evidence."""

    outcome = forms.ChoiceField(label=_("What was found"), choices=Outcome.choices, widget=forms.RadioSelect)
    says = forms.CharField(label=_("What is missing, or what it says instead"), max_length=400, required=False)


class ReportForm(Form):
    """In which form and language a report is made, and whether it stays in the office."""

    kind = forms.ChoiceField(label=_("As"), widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    office = forms.BooleanField(
        label=_("Exact figures, for the office alone"),
        required=False,
        help_text=_("Otherwise figures so small that somebody could be recognised are withheld."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [(name, says) for name, (says, _type) in KINDS.items()]
