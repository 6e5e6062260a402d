"""Photographs taken anew: only what is seen is kept, nothing that the camera wrote into the file.

A telephone’s photograph says where it was taken, when, and with which device; a thumbnail in it may still show a face
that was cut away. The picture is drawn into an empty one, turned as it was held, made smaller, and written without any
of that (Pillow, https://pillow.readthedocs.io).
"""

from __future__ import annotations

import struct
from io import BytesIO

from django.utils.translation import gettext as _

from rihai.kit.files import FileRefused

FORMATS = ("JPEG", "PNG", "WEBP")
LONGEST = 2_000
MOST_PIXELS = 60_000_000
QUALITY = 88
BROKEN = (OSError, ValueError, SyntaxError, TypeError, LookupError, EOFError, ArithmeticError, struct.error)
"""What Pillow raises over files whose headers do not hold what they say."""


def plain_picture(content: bytes) -> bytes:
    """The picture as a JPEG of its pixels alone. Raises FileRefused for what is no photograph of these kinds."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=FORMATS) as given:
            if given.width * given.height > MOST_PIXELS:
                raise FileRefused(_("The picture is too large. Send it smaller."))
            seen = ImageOps.exif_transpose(given).convert("RGB")
            seen.thumbnail((LONGEST, LONGEST))
            clean = Image.new("RGB", seen.size)
            clean.paste(seen)
    except (UnidentifiedImageError, Image.DecompressionBombError, *BROKEN) as wrong:
        raise FileRefused(_("This is no photograph we can take in: send a JPEG, PNG or WebP picture.")) from wrong
    out = BytesIO()
    clean.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
