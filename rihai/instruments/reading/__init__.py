"""Reading an XLSForm: a workbook in, a form or everything that is wrong with it out."""

from __future__ import annotations

from rihai.instruments.reading.problems import Problem
from rihai.instruments.reading.workbook import Read, read_workbook

__all__ = ["Problem", "Read", "read_workbook"]
