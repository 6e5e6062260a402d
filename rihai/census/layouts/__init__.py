"""Layouts: small files that say what the headings and words of one system's list mean."""

from __future__ import annotations

from rihai.census.layouts.layout import Layout, LayoutInvalid
from rihai.census.layouts.load import SHIPPED, load_layout, read_layout

__all__ = ["SHIPPED", "Layout", "LayoutInvalid", "load_layout", "read_layout"]
