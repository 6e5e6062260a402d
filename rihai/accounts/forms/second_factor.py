"""Setting up one-time codes, as allauth asks it, with our rule where its differ."""

from __future__ import annotations

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import TOTP


class SetUpCodes(ActivateTOTPForm):  # type: ignore[misc]
    """The code that proves the set-up is used up by it: whoever looked over a shoulder cannot sign in with it.

    allauth marks as used only the codes of a sign-in, and names no way in for this; a test holds what comes of it.
    """

    def clean_code(self) -> str:
        """The code. Raises ValidationError for a wrong one, or one that was used already."""
        code: str = super().clean_code()
        if not TOTP(Authenticator(user=self.user))._mark_code_used(code):
            raise get_adapter().validation_error("incorrect_code")
        return code
