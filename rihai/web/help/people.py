"""Help for work with people, lists and the law."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.web.help.topic import Topic

PEOPLE = (
    Topic(
        slug="begin",
        url="accounts:me",
        title=_("Begin to work here"),
        says=_("The first day: sign in, choose your language, and know where your work stands."),
        steps=(
            _("Open the link of your invitation, choose a password of twelve signs or more, and sign in."),
            _(
                "Where your role asks for more than a password, add a passkey or one-time codes, and keep"
                " the recovery codes on paper."
            ),
            _("Change the language at the top of any page; it follows you to every machine."),
            _(
                "My work shows what is due, the oldest first, and no more than a day’s work. Press the "
                "button of a line to do it."
            ),
            _("When you leave the machine, sign out: your name, Sign out."),
        ),
        notes=(
            _(
                "You see the people of your postings, and those given to you by name. My account says "
                "which classes of data you see."
            ),
        ),
    ),
    Topic(
        slug="find-a-person",
        capability="people.see",
        url="people:index",
        title=_("Find a person and read their page"),
        says=_("Who is this, where, since when, what does the law say, who works with them, what comes next."),
        steps=(
            _(
                "Type a name at the top, in English or Urdu; spellings need not agree. Or type a whole "
                "number: identity card or prison number."
            ),
            _(
                "Open the person. The first lines say who, where and since when; the panels say what the "
                "law finds and who works on it."
            ),
            _(
                "Each fact names its source: the row of a list, a form, or who wrote it. Open it to see "
                "what was written there."
            ),
            _("What is wrong you write anew, if your role keeps records: the old words stay, the new ones count."),
        ),
        notes=(
            _(
                "Nothing found means: nobody of that name whom you may see. The search is written in the "
                "log without the name."
            ),
            _("Withheld means that something is there which your role does not need. Ask whom the page names."),
        ),
    ),
    Topic(
        slug="take-in-a-census",
        capability="people.link",
        url="people:censuses",
        title=_("Take in a prison’s list"),
        says=_("From the prison’s own file to people whom the law can be asked about, with every row accounted for."),
        steps=(
            _(
                "Censuses, Take in a census: choose the prison, the day on which the list was true, and "
                "the files as they came."
            ),
            _(
                "It is read in the background. You may leave the page and come back; nothing is lost when"
                " the power goes."
            ),
            _(
                "Where a heading is not sure you are asked what it means. Your answer is kept for the "
                "next list of this prison."
            ),
            _(
                "Look at the problems, kind by kind. Take the prison’s own file back with what to mend, "
                "and send it to them."
            ),
            _("Look at what would change: new, gone, moved, missing without a release. Decide the doubtful matches."),
            _("Take it in: all of it or nothing. People are screened by themselves afterwards."),
        ),
        notes=(_("It can be undone while nobody has worked on its people. A file taken in twice is refused kindly."),),
    ),
    Topic(
        slug="enter-a-person",
        capability="people.keep",
        url="people:enter",
        title=_("Type in interview sheets"),
        says=_("Where no list comes: forty people in an evening, by keyboard alone."),
        steps=(
            _("Enter a person: the place and the day stay from one sheet to the next."),
            _(
                "Type what the sheet says. Leave empty what is not there; empty means not known, and is "
                "never taken for no."
            ),
            _("Write the section as the paper has it: 302/34 PPC, 9(1)3-c CNSA, in English or Urdu."),
            _("Keep it. The person is screened at once, and the next empty sheet is open."),
            _("If the page says that this may be somebody we know, look at both before you go on."),
        ),
    ),
    Topic(
        slug="who-could-go",
        capability="people.see",
        url="screening:who",
        title=_("Read who could go"),
        says=_(
            "Whom the law reaches today, in the next ninety days, and of whom it cannot be told; why, and"
            " by which section."
        ),
        steps=(
            _("Choose the tab: today, 30, 60, 90 days, cannot tell. Narrow by prison, provision, court or sex."),
            _(
                "Each line says who, where, why and since when. Met: every condition of record holds. "
                "Arguable: what is left is for the court."
            ),
            _(
                "Open a line: each condition with how it stands, the sum of days, the source of each fact"
                " and the text of the law."
            ),
            _("Check the facts before anybody is told: Rihai refers, and a court or officer decides."),
            _("Cannot tell names the missing fact. Write it on the person’s page, or ask the prison."),
        ),
        notes=(
            _(
                "A provision that no lawyer has reviewed says so. Take the list out as Excel or PDF where"
                " your role exports."
            ),
        ),
    ),
    Topic(
        slug="still-inside",
        capability="people.see",
        url="screening:inside",
        title=_("Act on who is still inside although"),
        says=_("Bail granted, sentence over, remand expired, and still inside: each with a clock."),
        steps=(
            _("Begin with the longest clock: over thirty days, over seven days, over a day."),
            _("The line says which paper keeps the person: surety, fine, release order, another case."),
            _("Ring the prison or the court about that paper, today. Write what you learn on the person’s page."),
            _("When the person has left, record the release with its day. The clock and the days lost stop."),
        ),
    ),
    Topic(
        slug="ask-the-prison",
        capability="people.keep",
        url="screening:missing",
        title=_("Ask the prison for what is missing"),
        says=_("One sheet a prison with only the missing cells, read back in when it returns."),
        steps=(
            _("What is missing: the facts that would settle most people, and the prisons that lack them."),
            _("Make the sheet of a prison and hand it over. It holds no more than is needed to answer."),
            _("When it returns: A sheet came back. Give the day on which the prison filled it in."),
            _(
                "Each cell that could not be taken in is named with the reason. The people are screened "
                "again by themselves."
            ),
        ),
    ),
    Topic(
        slug="work-the-lists",
        capability="legal.respond",
        url="screening:who",
        title=_("Answer the lines of the lists"),
        says=_("A line that nobody answers is a day lost. Say what you do about it, and until when."),
        steps=(
            _("Take a line: from now on it is yours, with a day by which you look at it again."),
            _("Refer it to somebody who can act, refuse it with the reason, or park it until a day."),
            _("Several lines can be ticked and answered with one act."),
            _("What you took comes back on My work when its day has come. A supervisor sees what nobody touched."),
            _("Tell the person, in words they understand, that somebody works for them."),
        ),
    ),
    Topic(
        slug="one-person-or-two",
        capability="people.link",
        url="people:duplicates",
        title=_("Say whether two records are one person"),
        says=_("The house only suggests. You look at both and say it, once and for all."),
        steps=(
            _("Perhaps the same person: open a pair and read both sides, name, father, age, day of arrest, numbers."),
            _("The same: the two are joined and nothing is lost. The old address leads to the one they are."),
            _("Never the same: they are not suggested again. Not sure yet: leave them, a later list may tell."),
            _("Joined by mistake: open the person and part them again; each gets back what was theirs."),
        ),
    ),
    Topic(
        slug="from-your-role",
        capability="people.see",
        url="home",
        title=_("What you see when you are given people one by one"),
        says=_(
            "Mentors, helpline, monitors, survivor counsellors, partners: no prison’s list, but whom an act gave you."
        ),
        steps=(
            _(
                "A person comes to you by an act: a match, a referral, an assignment. They stand under "
                "People from that moment."
            ),
            _("When the act ends, so does your sight of them. What you wrote stays."),
            _(
                "In outline means that there is a need and what to do, without diagnosis or account. Ask "
                "a health worker for more."
            ),
            _(
                "What a survivor tells you is sealed: nobody else opens it, not even your supervisor, "
                "without a reason and a second person."
            ),
        ),
    ),
)
