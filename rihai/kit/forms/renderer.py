"""How every form of the site is drawn, those of libraries too: our field, our classes, our way of reading."""

from __future__ import annotations

from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest

from rihai.kit.forms.bound import Bound

TICKS = ("checkbox.html", "radio_option.html", "checkbox_option.html")
CLASSES = {"select.html": "form-select", "file.html": "form-control", "clearable_file_input.html": "form-control"}
PLAIN = ("hidden.html", "multiple_hidden.html", "radio.html", "checkbox_select.html", "multiple_input.html")


class Renderer(TemplatesSetting):
    """Django's renderer with our templates, and Bootstrap's class on each control by its kind."""

    form_template_name = "kit/forms/form.html"
    field_template_name = "kit/forms/field.html"
    bound_field_class = Bound

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        if "widget" in context:
            _dress(context["widget"], template_name.rpartition("/")[2])
        return super().render(template_name, context, request)


def _dress(widget: dict[str, Any], template: str) -> None:
    """Give a control the class of its kind, and the mark of an error."""
    if template in PLAIN:
        return
    attributes = widget["attrs"]
    attributes.pop("placeholder", None)  # a label that vanishes when one types is no label
    kind = "form-check-input" if template in TICKS else CLASSES.get(template, "form-control")
    wrong = "is-invalid" if attributes.get("aria-invalid") else ""
    attributes["class"] = " ".join(part for part in (kind, wrong, attributes.get("class", "")) if part)
