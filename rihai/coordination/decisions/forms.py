"""The forms of decisions: what was decided, an action, an answer, what shows that it is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.coordination.bodies.models import Body, Post
from rihai.coordination.decisions.models import AnswerKind
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.monitoring.forms import Entry, area, day, line, of


class ActionForm(Form):
    """Something somebody has to do."""

    does = area(_("What is to be done"), 1000, required=True, rows=2, help_text=_("One thing that can be seen done."))
    post = forms.ModelChoiceField(label=_("By which post"), queryset=Post.objects.none(), required=False)
    account = forms.ModelChoiceField(
        label=_("Or by which colleague"), queryset=Account.objects.none(), required=False,
        help_text=_("One of the two. A post answers by account, by link, or to the secretary."),
    )  # fmt: skip
    due_on = day(_("By when"))

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["post"].queryset = body.posts.filter(ended_on=None)
        fields["account"].queryset = Account.objects.filter(is_active=True).order_by("name")


class DecisionForm(ActionForm):
    """What was decided, and its first action where it asks for one."""

    says = area(_("What was decided"), 1000, required=True)
    field_order = ("says", "does", "post", "account", "due_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("does", "due_on"):
            self.fields[name].required = False
        self.order_fields(self.field_order)


class AnswerForm(Form):
    """What an owner says."""

    kind = of(_("Answer"), AnswerKind.choices)
    says = area(_("What shows it, or why not"), 1000)
    file = FileField(label=_("A file that shows it"), required=False)

    def said(self) -> dict[str, Any]:
        """What was answered; a file as its name and bytes."""
        return {**self.cleaned_data, "file": given_file(self.cleaned_data["file"])}


def given_file(given: Any) -> tuple[str, bytes] | None:
    """A file of a form by its name and bytes; None where none was given."""
    return (str(given.name), given.read()) if given else None


class SettleForm(Entry):
    """What shows that it is done."""

    evidence = area(_("What shows that it is done"), 1000)
    file = FileField(label=_("A file that shows it"), required=False)


class DropForm(Form):
    """Why it is asked no more."""

    because = line(_("Why is it asked no more?"), 300, required=True)
