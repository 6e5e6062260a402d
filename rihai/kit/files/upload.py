"""Takes in what is uploaded: in memory up to the cap, never spooled to a temporary file.

Files of one request share the cap. What goes beyond it is thrown away as it arrives and the file is handed on empty
and marked, so that the form answers with a sentence beside its field, and nothing of it can be kept by mistake.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from rihai.kit.files.store import too_large


class Given(InMemoryUploadedFile):
    """An uploaded file; `is_too_large` when it was beyond the cap and thrown away."""

    is_too_large = False


class InMemory(FileUploadHandler):
    """Django's upload handler for every form of the house."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.taken = 0
        self.is_over = False
        self.held = BytesIO()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Hold the part, or from the cap on let everything go."""
        self.taken += len(raw_data)
        self.is_over = self.is_over or self.taken > settings.UPLOAD_BYTES
        if self.is_over:
            self.held = BytesIO()
        else:
            self.held.write(raw_data)

    def file_complete(self, file_size: int) -> Given:
        """The file as Django's forms know it."""
        self.held.seek(0)
        size = 0 if self.is_over else file_size
        given = Given(self.held, self.field_name, self.file_name or "", self.content_type or "", size, self.charset)
        given.is_too_large = self.is_over
        return given


class FileField(forms.FileField):
    """The field of a form by which a file is given; says when it was too large."""

    def to_python(self, data: Any) -> Any:
        if getattr(data, "is_too_large", False):
            raise forms.ValidationError(too_large(), code="too_large")
        return super().to_python(data)
