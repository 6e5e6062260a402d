"""A form as it is filled in: its tree, its rules, what is relevant, what is wrong; plain values in and out.

It reads an XForm (https://getodk.github.io/xforms-spec/) as pyxform writes it and knows neither database nor page.
"""

from __future__ import annotations

from rihai.instruments.form.filled import Filled, Line
from rihai.instruments.form.parse import FormUnreadable, read_form
from rihai.instruments.form.tree import Form, Group, Question, Repeat

__all__ = ["Filled", "Form", "FormUnreadable", "Group", "Line", "Question", "Repeat", "read_form"]
