"""Why a file cannot be read at all: every code with its message and what to do."""

from __future__ import annotations

from rihai.errors import FileUnreadable

AGAIN = "Open it in a spreadsheet program, save it as .xlsx, and send that."

REFUSALS: dict[str, tuple[str, str]] = {
    "file_empty": ("The file holds nothing.", "Send the file again; the copy or the download may have failed."),
    "sheet_empty": ("No sheet of the file has a filled cell.", "Check that the right file was sent."),
    "file_too_large": (
        "The file is larger than {limit}.",
        "Remove pictures and sheets that are not the list, or send one file per prison.",
    ),
    "file_encrypted": (
        "The file is locked with a password.",
        "Open it, remove the password (File, Info, Protect Workbook), save, and send it again.",
    ),
    "file_truncated": (
        "The file is cut off or damaged: it begins as a workbook, but its end or a part of it is missing.",
        "Copy or download it again; if it opens in a spreadsheet program, save it there under a new name.",
    ),
    "file_damaged": ("The file begins as a workbook, but it cannot be read as one.", AGAIN),
    "zip_bomb": (
        "The file unpacks to far more than a workbook holds ({part}); it was not unpacked.",
        "Do not open it. Ask the sender for the list as .csv.",
    ),
    "markup_unsafe": (
        "A part of the workbook declares entities ({part}), as no spreadsheet program does; it was not read.",
        "Do not open it. Ask the sender for the list as .csv.",
    ),
    "too_many_columns": (
        "Sheet '{sheet}' has a filled cell in {cell}; a list has at most {limit} columns.",
        "Delete the columns right of the list, save, and send it again.",
    ),
    "too_many_cells": (
        "Sheet '{sheet}' is filled as far as {cell}, which is more than {limit} cells.",
        "Delete what stands far below or right of the list, or send one file per prison.",
    ),
    "too_many_sheets": ("The workbook has more than {limit} sheets.", "Send the sheets with people in several files."),
    "file_is_html": ("The file is a web page, whatever its name says.", AGAIN),
    "file_is_xml": ("The file is a spreadsheet of 2003 saved as XML, whatever its name says.", AGAIN),
    "file_is_pdf": (
        "The file is a PDF, which holds printed pages and no cells.",
        "Ask for the spreadsheet it was printed from (.xlsx, .xls, .ods or .csv).",
    ),
    "file_is_image": (
        "The file is a picture.",
        "Ask for the spreadsheet itself (.xlsx, .xls, .ods or .csv), or type the list.",
    ),
    "file_is_document": (
        "The file is a document or a presentation, not a spreadsheet.",
        "Copy its table into a spreadsheet program, save that as .xlsx, and send it.",
    ),
    "file_is_archive": ("The file is an archive of files.", "Unpack it and send the spreadsheet inside."),
    "file_is_old": ("The file is of a kind of workbook that is not read ({kind}).", AGAIN),
    "file_is_records": (
        "The file holds JSON or Parquet records, not a sheet.",
        "Name it .jsonl or .parquet, so that it is read as records.",
    ),
    "file_unknown": ("The file is neither a workbook nor text.", "Send the list as .xlsx, .xls, .ods, .csv or .tsv."),
}
"""By code: the message and how to mend it; words in braces are filled in."""


def refusal(code: str, **details: object) -> FileUnreadable:
    """The error to raise for `code`, its words filled in from `details` (never a person's data)."""
    message, mend = REFUSALS[code]
    return FileUnreadable(code, message.format(**details), mend)
