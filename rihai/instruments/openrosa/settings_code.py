"""The settings of a phone as a picture that ODK Collect reads (https://docs.getodk.org/collect-import-export/)."""

from __future__ import annotations

import base64
import json
import zlib
from io import BytesIO


def settings_picture(*, address: str, name: str, key: str, called: str) -> str:
    """An SVG as a data address. It holds the key: it is shown once, on the page that lets the phone in."""
    import qrcode
    from qrcode.image.svg import SvgPathImage

    told = {
        "general": {"protocol": "odk_default", "server_url": address, "username": name, "password": key},
        "project": {"name": called, "color": "#1f4e5f"},
        "admin": {},
    }
    packed = base64.b64encode(zlib.compress(json.dumps(told).encode())).decode()
    into = BytesIO()
    qrcode.make(packed, image_factory=SvgPathImage, error_correction=qrcode.ERROR_CORRECT_L).save(into)
    return "data:image/svg+xml;base64," + base64.b64encode(into.getvalue()).decode()
