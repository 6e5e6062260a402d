"""Help for forms: filling them in, and giving a new one in."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.web.help.topic import Topic

FORMS = (
    Topic(
        slug="fill-in-a-form",
        capability="instruments.fill",
        url="instruments:mine",
        title=_("Fill a form in"),
        says=_("On a phone or a laptop, in English or Urdu; it is saved as you write."),
        steps=(
            _("Begin on the page of whom it is about: the person, the case, the plan."),
            _("Write. At the foot the page says when it was saved. Without a connection keep it open; it tries again."),
            _("Finish later if you must: what you began stands under Forms to fill in, for you alone."),
            _("Give it. What is missing is named, with a link to it. Pressed twice, it is given once."),
            _("Something was wrong? Open the answer and correct it. What stood there before stays beside it."),
        ),
    ),
    Topic(
        slug="make-a-form",
        capability="instruments.publish",
        url="instruments:index",
        title=_("Change a form or make a new one"),
        says=_("A form is a workbook (XLSForm); anybody who knows a spreadsheet can write one."),
        steps=(
            _("Open a form like it and take its workbook. Change questions, words, lists; keep both languages."),
            _("Give it in. Everything that is wrong is named with its sheet and row; mend it and give it in again."),
            _("Look at it as it will be filled in. Nothing you write there is kept."),
            _("Publish it. Answers keep the version they were given in; whoever had begun goes on in theirs."),
        ),
    ),
)
