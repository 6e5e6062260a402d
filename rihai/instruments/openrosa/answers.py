"""What is answered to a phone: XML in the words of OpenRosa, and the headers by which it knows our kind of server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.http import HttpResponse
from django.utils.http import http_date

LISTED = "http://openrosa.org/xforms/xformsList"
MANIFEST = "http://openrosa.org/xforms/xformsManifest"
RESPONSE = "http://openrosa.org/http/response"


def with_headers(response: HttpResponse, at: datetime) -> HttpResponse:
    """The answer with what every answer to a phone carries."""
    response.headers["X-OpenRosa-Version"] = "1.0"
    response.headers["X-OpenRosa-Accept-Content-Length"] = str(settings.UPLOAD_BYTES)
    response.headers["Date"] = http_date(at.timestamp())
    response.headers["Cache-Control"] = "private, no-store"
    return response


def message(says: object, status: int, **headers: str) -> HttpResponse:
    """A sentence, which the phone shows."""
    root = Element("OpenRosaResponse", {"xmlns": RESPONSE})
    SubElement(root, "message", {"nature": "submit_success" if status < 300 else "submit_failure"}).text = str(says)
    return _xml(root, status, headers)


def listed(forms: Iterable[Mapping[str, str]]) -> HttpResponse:
    """The list of forms, each with the parts that are given of it, in their order."""
    return _rows("xforms", LISTED, "xform", forms)


def manifest(files: Iterable[Mapping[str, str]]) -> HttpResponse:
    """The files that belong to a form."""
    return _rows("manifest", MANIFEST, "mediaFile", files)


def _rows(root_name: str, space: str, row_name: str, rows: Iterable[Mapping[str, str]]) -> HttpResponse:
    root = Element(root_name, {"xmlns": space})
    for row in rows:
        one = SubElement(root, row_name)
        for name, text in row.items():
            SubElement(one, name).text = text
    return _xml(root, 200, {})


def _xml(root: Element, status: int, headers: Mapping[str, str]) -> HttpResponse:
    body = tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(body, status=status, content_type="text/xml; charset=utf-8", headers=headers)
