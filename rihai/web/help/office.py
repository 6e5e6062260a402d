"""Help for what keeps an office and those in its care safe: places, accounts, the desk, the glass, keys."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.web.help.topic import Topic

OFFICE = (
    Topic(
        slug="guard-somebody",
        capability="guarded.assign",
        url="people:index",
        title=_("Guard a person whom being known can kill"),
        says=_("Accused of blasphemy, under an honour threat, a witness: seen only by those you assign."),
        steps=(
            _(
                "Open the person, Guard this person. From that moment they leave no trace for anybody but"
                " you and those assigned."
            ),
            _("Assign at once who works with them; without that nobody does."),
            _(
                "When somebody asks for a guarded person you get a notice that names nobody. Assign them "
                "if they should."
            ),
            _("Accused under certain sections a person is guarded by itself. End it only when the danger is over."),
        ),
    ),
    Topic(
        slug="break-the-glass",
        capability="glass.break",
        url="accounts:glass",
        title=_("Open a person in danger for a stated reason"),
        says=_("When life or liberty is in danger now, and it is not your case."),
        steps=(
            _("Your name, Opened for a reason: give the exact number of the person and what you need to know."),
            _("Write the reason in a sentence another person can judge. It opens for some hours and closes by itself."),
            _("Sealed matter needs a second named person beside you. They get a notice and confirm or refuse."),
            _("When you have what you need, close it. Somebody else reviews it afterwards, always."),
        ),
    ),
    Topic(
        slug="stand-beside",
        capability="glass.second",
        url="accounts:seconds",
        title=_("Stand beside a colleague who opens sealed matter"),
        says=_("Two people answer for it, and neither alone."),
        steps=(
            _("Read the reason. Ask the colleague yourself if you are not sure that it is they who ask."),
            _("Confirm only if somebody would be harmed by waiting. Else refuse; a word why is kept."),
            _("You see nothing of the matter by confirming."),
        ),
    ),
    Topic(
        slug="places-and-leave",
        url="places:index",
        title=_("Places, their figures and our leave to work"),
        says=_(
            "Every prison, court, lock-up and shelter, what is published about it, and until when we may work there."
        ),
        steps=(
            _("Places: by province, by name, or on the map. Each figure says its day and who says so."),
            _("A place’s page shows what stands in it, the nearest courts, and what waits there for you."),
            _("Our leave to work there is asked for, answered and renewed on the same page, by whoever keeps it."),
        ),
    ),
    Topic(
        slug="take-tables-out",
        capability="exports.make",
        url="home",
        title=_("Take tables out, and publish figures safely"),
        says=_("Excel, CSV or PDF of every list you may see, in both languages."),
        steps=(
            _("On a list: Take the list out. Choose the kind and the language. Long ones are made in the background."),
            _("The first line says how far the paper may travel. Names stay with those who work on them."),
            _(
                "Figures that leave are rounded and small ones left out, so that nobody is recognised. "
                "That cannot be switched off."
            ),
        ),
    ),
    Topic(
        slug="who-works-here",
        capability="accounts.manage",
        url="accounts:index",
        title=_("Invite people, give postings, stop accounts"),
        says=_("A posting is a role at a place or in a unit, from a day to a day; it decides what is seen."),
        steps=(
            _(
                "People who work here, Invite somebody: name, address, role and place. Hand the link over"
                " safely; it works once."
            ),
            _("Give the least: one role, one place. A second posting is quickly given and quickly ended."),
            _("Somebody leaves: stop the account the same day. Sessions, keys and open links end at once."),
            _("A lost password or phone: make a link for a new password, after you are sure who asks."),
            _("You see nothing of the casework, and nobody gives postings to themselves."),
        ),
        notes=(_("Backups, keys and updates of the machine stand in the documents that came with Rihai."),),
    ),
    Topic(
        slug="data-protection-desk",
        capability="desk.keep",
        url="accounts:desk",
        title=_("Keep the data protection desk"),
        says=_("You see who looked, and nothing of what they saw."),
        steps=(
            _(
                "Review each access for a stated reason: was it needed, was it the least. Say so; nobody "
                "reviews their own."
            ),
            _("Look through the access log for pages that were refused, and for many openings at odd hours."),
            _("Print the end of the chain each month and keep it elsewhere: it shows that no line was changed."),
            _("A person who asks what is held about them has a right to it: find them by a number and print it."),
        ),
    ),
    Topic(
        slug="demands",
        capability="demands.decide",
        url="accounts:demands",
        title=_("Answer a demand by an authority"),
        says=_("Police, a court, a ministry asks for data: two named people decide, and the least is given."),
        steps=(
            _("Write down who asks, on what paper, and what exactly for. Give nothing on a telephone call."),
            _("One proposes an answer, another decides. Who proposed cannot decide."),
            _("Give the least the paper asks for, and write down what was given."),
        ),
    ),
    Topic(
        slug="keys",
        capability="api.use",
        url="accounts:keys",
        title=_("Let a program of yours ask"),
        says=_("A key lets a program read what you may see, or send a prison’s list."),
        steps=(
            _(
                "Make a key: name the program and the machine, choose no more than it needs, and a day on"
                " which it ends."
            ),
            _("Copy it once to where only the program reads it; it is not shown again."),
            _("What the program does stands in the log under your name. End the key when nothing uses it."),
        ),
    ),
)
