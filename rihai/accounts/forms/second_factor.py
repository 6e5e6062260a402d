"""One-time codes, as allauth asks for them, with our rule where its differ: a code lets nobody in twice.

allauth keeps the codes that were used in the memory of one process; the site is several (`operations/codes.py`).
"""

from __future__ import annotations

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal import auth

from rihai.accounts.operations.codes import begin_codes, use_code


class SetUpCodes(ActivateTOTPForm):  # type: ignore[misc]
    """The code that proves the set-up is used up by it: whoever looked over a shoulder cannot sign in with it."""

    def clean_code(self) -> str:
        """The code. Raises ValidationError for a wrong one."""
        code: str = super().clean_code()
        begin_codes(account=self.user, period=_period())
        return code


class _Once(BaseAuthenticateForm):  # type: ignore[misc]
    def clean_code(self) -> str:
        """The code. Raises ValidationError for a wrong one, or one that was used already, here or elsewhere."""
        code: str = super().clean_code()
        timed = self.authenticator.type == Authenticator.Type.TOTP  # a recovery code is struck off where it stands
        if timed and not use_code(account=self.user, period=_period()):
            self._emit_authentication_failed(self.authenticator)
            raise get_adapter().validation_error("incorrect_code")
        return code


class SignInByCode(_Once, AuthenticateForm):  # type: ignore[misc]
    """The code at signing in."""


class ConfirmByCode(_Once, ReauthenticateForm):  # type: ignore[misc]
    """The code that is asked for again before something grave."""


def _period() -> int:
    """The period of codes that is now, counted from 1970."""
    return int(max(auth.yield_hotp_counters_from_time()))
