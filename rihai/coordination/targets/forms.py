"""The forms of targets: one set, one changed with a reason, one ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rihai.coordination.targets.models import Path, Target
from rihai.coordination.targets.queries import steps_of
from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.kit.forms.typed import read_day
from rihai.kit.templatetags.kit import day as day_text
from rihai.monitoring.forms import area, day, line, of_our_time

MOST = 10_000_000
STEPS = 24


class PathForm(Versioned, Form):
    """The goal, its day and the path. `steps` is one a line: a day and a number."""

    goal = forms.IntegerField(
        label=_("Under trial at most"), required=False, min_value=0, max_value=MOST,
        help_text=_("Empty: nobody has set it, and the page says that it is not known."),
    )  # fmt: skip
    due_on = day(_("By when"), required=False)
    path = forms.ChoiceField(label=_("Path"), choices=Path.choices, initial=Path.LINEAR, widget=forms.RadioSelect)
    steps = area(_("Steps"), 1200, help_text=_("One a line, for steps alone: 31/03/2027 380"))
    why = area(_("On whose decision, and why"), 600)

    def clean_steps(self) -> list[tuple[date, int]]:
        """The steps as pairs of a day and a number. Raises ValidationError naming the line that is none."""
        found: list[tuple[date, int]] = []
        for number, row in enumerate(str(self.cleaned_data["steps"]).splitlines(), start=1):
            if not row.strip():
                continue
            words = row.replace(":", " ").replace("،", " ").replace(",", " ").split()
            on, most = read_day(" ".join(words[:-1])[:40]) if len(words) > 1 else None, words[-1]
            if on is None or not most.isdecimal() or len(most) > 8:
                says = gettext("Line %(n)s is not a day and a number, such as 31/03/2027 380.")
                raise ValidationError(says % {"n": number})
            of_our_time(on)
            found.append((on, int(most)))
        if len(found) > STEPS:
            raise ValidationError(gettext("Write at most %(n)s steps.") % {"n": STEPS})
        return found


class SetForm(PathForm):
    """A new target of a place, which begins from one of its lists or from a number with a source."""

    from_list = forms.ChoiceField(label=_("Begins from"), required=False)
    baseline = forms.IntegerField(label=_("Or a number from elsewhere"), required=False, min_value=0, max_value=MOST)
    baseline_on = day(_("of the day"), required=False)
    baseline_source = line(_("counted by"), 300)
    field_order = ("from_list", "baseline", "baseline_on", "baseline_source", "goal", "due_on", "path", "steps", "why")

    def __init__(self, *args: Any, lists: Sequence[tuple[date, int, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        says = gettext("List of %(day)s: %(n)s under trial")
        choices = [(on.isoformat(), says % {"day": day_text(on), "n": number}) for on, number, _of in lists]
        field = self.fields["from_list"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("no list of ours")), *choices]
        if choices:
            field.initial = choices[0][0]

    def said(self) -> dict[str, Any]:
        """What was written, for the operation."""
        listed = self.cleaned_data["from_list"]
        return {**self.cleaned_data, "from_list": date.fromisoformat(listed) if listed else None}


class ReviseForm(PathForm):
    """The same of a target that stands, with the reason."""

    reason = area(_("Why it is changed"), 400, required=True, rows=2)

    def __init__(self, *args: Any, target: Target, **kwargs: Any) -> None:
        steps = "\n".join(f"{one.on:%d/%m/%Y} {one.number}" for one in steps_of(target))
        stands = {"goal": target.goal, "due_on": target.due_on, "path": target.path, "steps": steps, "why": target.why}
        super().__init__(*args, initial=stands, **kwargs)
        self.watch(target.version)
        self.fields["reason"].show_hidden_initial = False


class EndForm(Form):
    """Why a target ends."""

    why = area(_("Why it ends"), 400, required=True)
