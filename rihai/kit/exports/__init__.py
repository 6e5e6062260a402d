"""Tables that leave the house: permission, disclosure rule, a line in the trail, and no formula in them."""

from __future__ import annotations

from rihai.kit.exports.sheet import ExportSheet

__all__ = ["ExportSheet"]
