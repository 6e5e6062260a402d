"""The packet by which somebody outside can verify evidence with nothing but `sha256sum`, in both languages."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import PurePosixPath

from rihai.monitoring.evidence.models import EvidenceItem

SUMS, LOG, GUIDE = "SHA256SUMS", "custody.tsv", "HOW-TO-VERIFY.txt"
SAYS = """\
Evidence of {code}, taken out on {at} (UTC).

Each file is the original as it came in, byte by byte. To verify that none was changed since, open a terminal in this
folder and type:

    sha256sum -c SHA256SUMS

Each line must end in "OK". On Windows, for each file: certutil -hashfile NAME SHA256, and compare by eye.
custody.tsv says who had each item, when and why. Its last column is a chain: the digest of each line covers the line
before it, so that no line can be taken out or changed without all later ones being different. The office that keeps
the originals can reckon the chain again and say whether this copy is the whole log.
The log may name people. Keep it as safe as the files.

{code} کی شہادت، {at} (UTC) کو نکالی گئی۔

ہر فائل اصل ہے، جیسے آئی تھی۔ یہ دیکھنے کے لیے کہ کچھ بدلا نہیں، اس فولڈر میں ٹرمینل کھولیں اور لکھیں:

    sha256sum -c SHA256SUMS

ہر سطر کے آخر میں OK ہونا چاہیے۔ custody.tsv بتاتی ہے کہ ہر چیز کب، کس کے پاس اور کیوں تھی؛ اس کا آخری خانہ زنجیر ہے:
کوئی سطر نکالی یا بدلی جائے تو بعد کی سب سطریں مختلف ہو جاتی ہیں۔ اسے فائلوں جتنا محفوظ رکھیں۔
"""


def packed(code: str, files: Sequence[tuple[EvidenceItem, bytes]], *, at: datetime) -> bytes:
    """The packet as the bytes of a zip: originals, digests, log, guide."""
    out = BytesIO()
    named = [(item, name_of(item), content) for item, content in files]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packet:
        for _item, name, content in named:
            packet.writestr(name, content)
        packet.writestr(SUMS, "".join(f"{item.digest}  {name}\n" for item, name, _content in named))
        packet.writestr(LOG, _log(named))
        packet.writestr(GUIDE, SAYS.format(code=code, at=f"{at.astimezone(UTC):%Y-%m-%d %H:%M}"))
    return out.getvalue()


def name_of(item: EvidenceItem) -> str:
    """A name no system stumbles over: E1.jpg."""
    ending = PurePosixPath(item.name or "").suffix.lower()
    return f"{item}{ending}" if re.fullmatch(r"\.[a-z0-9]{1,5}", ending) else str(item)


def _log(named: Sequence[tuple[EvidenceItem, str, bytes]]) -> str:
    rows = ["file\tnumber\twhat\tmoment\twho\tsays\tbefore\tdigest"]
    for item, name, _content in named:
        for line in item.custody.order_by("number"):
            words = [_plain(line.who or ""), _plain(line.says or "")]
            rows.append("\t".join((
                name, str(line.number), line.kind, line.at.isoformat(), *words, line.before, line.digest
            )))  # fmt: skip
    return "\n".join(rows) + "\n"


def _plain(text: str) -> str:
    """One cell: no tab or line break, and nothing a spreadsheet would take for a formula."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat[:1] in "=+-@" else flat
