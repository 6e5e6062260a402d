"""How large a file may be before it is refused, each limit with its reason."""

from __future__ import annotations

MAX_BYTES = 200 * 2**20
"""As sent. A list of 100,000 people with 40 columns is about 20 MB as .xlsx and 40 MB as .csv."""

MAX_UNZIPPED = 2**30
"""Unpacked, all parts together: 100,000 people with 40 columns are about 140 MB, so seven times that still opens."""

MAX_RATIO = 200
"""Unpacked to packed. Real workbooks stay under 60, even a million formatted blank rows; bombs come near 1,000."""

RATIO_FLOOR = 8 * 2**20
"""Below this unpacked size a part is harmless, however well it packs."""

MAX_PARTS = 10_000
"""Parts in one workbook; one with a picture in every row has a few thousand."""

MAX_COLUMNS = 1_000
"""Filled columns of one sheet. No list of people has more; a sheet filled to column XFD (16,384) is a mistake."""

MAX_CELLS = 30_000_000
"""Rows times columns of one sheet: the reader holds the whole rectangle at 24 bytes a cell, about 0.7 GB here."""

MAX_QUOTED_LINES = 50
"""Physical lines that one quoted field of a text file may run over before its quote counts as never closed."""

MAX_SHEETS = 500
"""Sheets in one workbook: one for each prison of a country and some to spare."""
