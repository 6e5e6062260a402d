"""What is wrong with a form as it was sent: where it stands and one sentence that says what to mend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "no_survey": _("There is no sheet named “survey”. It holds the questions; its name is written in small letters."),
    "sheet_almost": _("Sheet “%(found)s” is not read. Is “%(meant)s” meant? Write its name so."),
    "no_column": _("The sheet has no column “%(column)s”. Its name stands in the first row."),
    "no_questions": _("The form asks nothing: below the first row of “survey” no question stands."),
    "too_many": _("The form has %(count)s rows; %(limit)s is the most a page can carry. Make two forms of it."),
    "too_many_choices": _("The lists have %(count)s options; %(limit)s is the most."),
    "too_long": _("The text in column “%(column)s” has %(count)s letters; %(limit)s is the most."),
    "cell_error": _("The cell in column “%(column)s” holds an error. Write the text itself."),
    "hidden_signs": _("The text in column “%(column)s” holds signs that cannot be seen or printed. Write it again."),
    "no_type": _("The row has no type. Write one in column “type”, or empty the row."),
    "unknown_type": _("“%(type)s” is no type of question. Text, integer, date, select_one and note are some that are."),
    "other_type": _("No page can take a “%(type)s” yet; the question is left out when the form is filled in."),
    "needs_file": _("“%(type)s” needs a file beside the form, not taken yet. Put its rows into “choices”."),
    "no_name": _("The question has no name. Write a short one in column “name”, without blanks."),
    "bad_name": _("“%(name)s” cannot be a name: begin with a letter, then letters, figures, _ and - alone."),
    "name_twice": _("The name “%(name)s” stands in row %(other)s too. Give one of them another name."),
    "no_label": _("The question has no words: column “label” is empty in every language."),
    "no_list": _("The list “%(list)s” is not in sheet “choices”."),
    "list_not_named": _("Say after %(type)s which list it takes, as in “select_one yes_no”."),
    "end_without": _("An end stands here, but no group or repeat is open."),
    "end_other": _("A %(open)s that began in row %(other)s is ended as a %(type)s."),
    "not_ended": _("The %(type)s that begins here is never ended."),
    "unknown_reference": _("${%(name)s} names no question of the form."),
    "too_deep": _("Groups stand here inside each other deeper than %(limit)s. Take some of them out."),
    "circle": _("These wait for each other, so that no phone opens the form: %(names)s. Change one of their rules."),
    "rule": _("The rule “%(rule)s” cannot be read: %(why)s"),
    "choice_no_name": _("The option has no name. Write a short one in column “name”."),
    "choice_no_label": _("The option has no words in any language."),
    "choice_twice": _("The option “%(name)s” stands in the list “%(list)s” twice, here and in row %(other)s."),
    "no_form_id": _(
        "Sheet “settings” has no form_id, and the file's name makes none."
        " Write a short one: small letters, figures, _ and -."
    ),
    "id_of_file": _(
        "No form_id stands here: “%(name)s” was taken from the file's name."
        " Write it here before you give in the next version, or another one if the form is to have another."
    ),
    "id_there": _(
        "No form_id stands here. By the file's name the form would be “%(name)s”, and there is a form “%(other)s”."
        " Write form_id here: “%(other)s” for its next version, another for a form of its own."
    ),
    "bad_form_id": _("“%(name)s” cannot be a form_id: small letters, figures, _ and - alone, 64 at most."),
    "no_title": _("No form_title stands here, so that the form is called “%(name)s”. Write how it is to be called."),
    "one_language": _("The form has no words in %(language)s. Whoever reads it so sees the other language."),
    "untranslated": _("No words in %(language)s here."),
    "unknown_fact": _("“%(fact)s” is no fact of the dictionary. The list is in the reference of facts."),
    "case_fact": _("“%(fact)s” is a fact of a criminal case; only facts of the person can be tied."),
    "fact_kind": _("“%(fact)s” cannot come from a question of type “%(type)s”."),
    "score": _("“%(score)s” cannot be a score. Write item, critical, or a weight, as in “critical 3”."),
    "value": _("“%(value)s” cannot be a value. Write a number from 0 to 1, na (not assessed) or nap (not applicable)."),
    "encrypted": _("The form would seal its answers with a key of its own. Take public_key out; ours are kept safe."),
    "entities": _("The form keeps entities, which is not done here. Take the sheet “entities” out."),
    "pyxform": _("%(says)s"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to mend (or, as a warning, to look at): a code, the sheet and row where it stands, what it is about."""

    code: str
    sheet: str = ""
    row: int | None = None
    about: Mapping[str, Any] = field(default_factory=dict)

    @property
    def says(self) -> str:
        """The sentence, in the reader's language."""
        return str(SENTENCES[self.code]) % self.about

    @property
    def is_foreign(self) -> bool:
        """Whether the sentence is a library's own, in English."""
        return self.code == "pyxform"

    def plain(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return asdict(self)


def problem_from(kept: Mapping[str, Any]) -> Problem:
    """A problem that was kept as JSON."""
    return Problem(kept["code"], kept["sheet"], kept["row"], kept["about"])
