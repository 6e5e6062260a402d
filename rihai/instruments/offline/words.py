"""What the page without a network says, by the names its script uses; `%(n)s` and the like are filled there."""

from __future__ import annotations

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """Every sentence, in the active language."""
    return {**_of_the_vault(), **_of_the_list(), **_of_a_form(), **_of_sending()}


def _of_the_vault() -> dict[str, str]:
    return {
        "error": _("Error:"),
        "show": _("Show what I write"),
        "passphrase": _("Your passphrase"),
        "passphrase_help": _("The one you chose on this device. It is not your password."),
        "unlock": _("Open"),
        "not_it": _("This is not the passphrase. Nothing was opened."),
        "forgotten": _("I do not know it any more"),
        "forgotten_help": _(
            "Nobody can open it without the passphrase, neither we nor your office. You can only throw away what lies "
            "on this device, of everybody who uses this page on it, and begin anew. What was sent already is safe."
        ),
        "erase": _("Throw away everything on this device"),
        "erased": _("Everything on this device was thrown away."),
        "choose": _("Choose a passphrase for this device"),
        "choose_help": _("Five words or more that nobody guesses, or twenty letters. Not your password."),
        "draw": _("Draw one for me"),
        "again": _("The same again"),
        "too_weak": _("This can be guessed. Take five different words, or twenty letters."),
        "not_same": _("The two are not the same. Write it again."),
        "make": _("Take this passphrase"),
        "no_way_back": _("Learn it by heart"),
        "no_way_back_help": _(
            "Everything you take along or write here is sealed with it. If this device is lost or seized, nobody reads "
            "it. If you forget it, nobody reads it either, you included."
        ),
        "nothing_here": _("Nothing was taken along on this device"),
        "come_online": _("Open this page once with a network, signed in, and choose a passphrase."),
        "sign_in_first": _("Sign in, then choose a passphrase for this device."),
        "sign_in": _("Sign in"),
        "sign_in_there": _("Sign in in a new window"),
        "lock": _("Lock"),
        "idle": _("Locked, because nobody wrote here for a quarter of an hour. What you wrote is kept."),
        "too_old": _("This browser is too old for this page"),
        "too_old_help": _("Take a newer one, or print the form and type it in later."),
    }


def _of_the_list() -> dict[str, str]:
    return {
        "queue": _("Finished, waiting to be sent"),
        "and_more": _("and %(n)s more"),
        "refused_ones": _("Not taken"),
        "drafts": _("Begun"),
        "held": _("Taken along"),
        "held_none": _(
            "Nothing yet. With a network, open the form of a person, case or visit and press “Without a network”."
        ),
        "waits": _("Waits to be sent"),
        "refused": _("Not taken"),
        "begun": _("Not finished"),
        "correction": _("An earlier answer, to be corrected."),
        "mine": _("Answers I gave, to take along and correct"),
        "mine_help": _(
            "The newest of your own that are still open. Each is sealed on this device like everything else."
        ),
        "mine_none": _("None of yours is open to be corrected."),
        "begin": _("Fill in"),
        "amend": _("Correct it"),
        "go_on": _("Go on"),
        "reopen": _("Open again"),
        "drop": _("Throw away"),
        "drop_sure": _("Throw away for good"),
        "take": _("Take along"),
        "took": _("%(title)s is taken along. It can be filled in without a network now."),
        "not_taken": _("This cannot be taken along."),
        "take_offline": _("There is no network, so nothing new was taken along."),
        "signed_out": _("You are signed out, so nothing new was taken along. Sign in first."),
        "blanks": _("Blank forms to take along"),
        "blanks_help": _(
            "They are filled in about anybody; write the code of the person, case or visit into the first question."
        ),
        "other_window": _("This is open in another window. Go on there, or close it."),
        "not_opened": _("This form cannot be opened here. It stays as it is; fill it in on the site."),
    }


def _of_a_form() -> dict[str, str]:
    return {
        "optional": _("(not required)"),
        "required": _("This is needed. Write or choose it."),
        "not_so": _("This cannot be so. Look at it again."),
        "not_whole": _("Write a whole number in figures, like 12."),
        "not_number": _("Write a number in figures, like 12 or 12.5."),
        "not_day": _("This is not a day or time that exists."),
        "not_range": _("Write a number from %(start)s to %(end)s, in steps of %(step)s."),
        "from_to": _("From %(start)s to %(end)s."),
        "not_text": _("The text holds signs that cannot be seen or printed. Take them out."),
        "too_large": _("This file is larger than %(limit_mb)s MB. Take a smaller picture."),
        "file_in": _("Take a picture or choose a file"),
        "file_here": _("A file is here, %(kb)s KB."),
        "file_out": _("Take the file out"),
        "seen": _("I have seen this"),
        "elsewhere": _("This cannot be given on this page; leave it out or give it on the site later:"),
        "one_more": _("One more"),
        "take_out": _("Take this one out"),
        "loose_part": _("To begin with"),
        "part_of": _("Part %(at)s of %(n)s: %(title)s"),
        "part_before": _("Back"),
        "next_part": _("Next: %(title)s"),
        "answered": _("%(a)s of %(n)s answered"),
        "to_mend": _("to mend: %(n)s"),
        "mend_one": _("Not finished yet: 1 thing to mend"),
        "mend": _("Not finished yet: %(n)s things to mend"),
        "finish": _("Finished"),
        "stay": _("Keep a copy here once it is sent, so that I can correct it without a network"),
        "later": _("Keep it and go on later"),
        "saving": _("Saving…"),
        "saved": _("Saved on this device at %(time)s."),
        "not_saved": _("Not saved: the browser refused. Keep this page open and write again in a moment."),
        "full": _("Not saved: this device is full. Delete something else on it, keep this page open, then write on."),
    }


def _of_sending() -> dict[str, str]:
    return {
        "kept_here": _("Finished and kept on this device. It is sent as soon as there is a network."),
        "send": _("Send now (%(n)s)"),
        "sending": _("Sending: %(done)s of %(n)s"),
        "sent": _("Sent: %(n)s. They are in Rihai now, and no longer on this device."),
        "look_there": _("Look at it there"),
        "still_waits": _("Waiting to be sent: %(n)s"),
        "why_offline": _("There is no network. They are sent when it comes back, while this page is open."),
        "why_out": _("You are signed out. Sign in, come back to this page, and they are sent."),
        "why_other": _("Somebody else is signed in. What you wrote is sent under your own name only."),
        "why_busy": _("The site could not take them just now. They stay here; press “Send now” again in a moment."),
        "why_elsewhere": _("Another window is sending them."),
    }
