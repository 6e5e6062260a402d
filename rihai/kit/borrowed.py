"""Texts of the libraries that a person meets on our pages, marked so that our catalogues hold them in every language.

allauth has no Urdu, Django has half of it. Whoever meets one that is missing adds it here and to the catalogue.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

OF_SIGNING_IN = (
    _("Email"), _("Email address"), _("Password"), _("Current Password"), _("New Password"), _("New Password (again)"),
    _("Password (again)"), _("Code"), _("Authenticator code"), _("Passwordless"), _("Forgot your password?"),
    _("Use your password"), _("Use authenticator app or code"), _("Use a security key"),
    _("Enabling passwordless operation allows you to sign in using just this key, but imposes additional requirements "
      "such as biometrics or PIN protection."),
    _("Incorrect password."), _("Incorrect code."), _("Please type your current password."),
    _("You must type the same password each time."), _("The password reset token was invalid."),
    _("The email address and/or password you specified are not correct."),
    _("Too many failed login attempts. Try again later."), _("This account is currently inactive."),
    _("Invalid or expired key."), _("Master key"), _("Backup key"), _("Key nr. {number}"),
    _("Be patient, you are sending too many requests."), _("You have signed out."), _("Password successfully changed."),
    _("Successfully signed in as %(name)s."), _("Authenticator app activated."), _("Authenticator app deactivated."),
    _("A new set of recovery codes has been generated."), _("Security key added."), _("Security key removed."),
    _("Password successfully set."), _("Signed out of all other sessions."),
)  # fmt: skip
OF_PASSWORDS = (
    _("This password is too common."), _("This password is entirely numeric."),
    _("The password is too similar to the %(verbose_name)s."),
    _("Your password can’t be a commonly used password."), _("Your password can’t be entirely numeric."),
    _("Your password can’t be too similar to your other personal information."),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    ngettext_lazy(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
    ),
)  # fmt: skip
