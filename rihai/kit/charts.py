"""Charts and tables of `rihai.paper` on a page of the site: the drawing with its figures beside it, in our language."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from rihai.paper.blocks import Chart
from rihai.paper.charts import CustodyBar
from rihai.paper.page import figures
from rihai.paper.table import Table


def figure(chart: Chart, key: str) -> SafeString:
    """A chart under its caption with its table folded behind it; `key` keeps its ids apart on the page."""
    return mark_safe(figures.chart(chart, _language(), key))  # noqa: S308 - paper escapes every word


def table(value: Table) -> SafeString:
    """A table: caption, figures at the end of their columns, total under an ink line, what is withheld explained."""
    return mark_safe(figures.table(value, _language()))  # noqa: S308 - paper escapes every word


def custody(bar: CustodyBar, longest: int, key: str) -> SafeString:
    """The bar of one person's custody on a scale of `longest` days."""
    return mark_safe(bar.as_svg(_language(), longest, key=key))  # noqa: S308 - paper escapes every word


def _language() -> str:
    return get_language() or "en"
