"""Forms that refuse what no person means to write, with a sentence, and keep what was typed.

Rooms derive from `Form` or `ModelForm`. Both read days in several spellings, Urdu digits and huge numbers without
falling; text is brought to one Unicode form (NFC), and null bytes, control characters and marks that turn the
direction of writing are refused beside the field.
"""

from __future__ import annotations

from rihai.kit.forms.careful import Form, ModelForm
from rihai.kit.forms.pin import PinForm

__all__ = ["Form", "ModelForm", "PinForm"]
