"""Keeps volunteers, wishes, matches, meetings and concerns, with their walls."""

from __future__ import annotations

import django.core.validators
import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.conf import settings
from django.db import migrations, models

from rihai.casework.mentoring.walls import walls


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    dependencies = [
        ("casework", "0004_sessions"),
        ("people", "0007_rows_cleared"),
        ("places", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MentoringWish",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("first_person_id", models.UUIDField()),
                ("data_class", models.CharField(default="personal", max_length=8)),
                (
                    "wants",
                    models.CharField(
                        choices=[
                            ("yes", "wishes for a mentor"),
                            ("later", "perhaps later"),
                            ("no", "does not want one"),
                        ],
                        max_length=6,
                    ),
                ),
                ("languages", models.JSONField(default=list)),
                ("times", models.JSONField(default=list)),
                ("by_phone", models.BooleanField(default=False)),
                (
                    "with_sex",
                    models.CharField(
                        choices=[("any", "it does not matter"), ("female", "only a woman"), ("male", "only a man")],
                        default="any",
                        max_length=8,
                    ),
                ),
                (
                    "faith",
                    models.CharField(
                        choices=[("no_matter", "it does not matter"), ("ask", "it matters: ask by word of mouth")],
                        default="no_matter",
                        max_length=10,
                    ),
                ),
                ("not_wanted", models.CharField(blank=True, max_length=400)),
                ("asked_on", models.DateField()),
                ("asked_by_name", models.CharField(max_length=120)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "district",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("-asked_on", "-id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MentorMatch",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("first_person_id", models.UUIDField()),
                ("data_class", models.CharField(default="personal", max_length=8)),
                ("mentor_name", models.CharField(max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("running", "running"),
                            ("paused", "paused"),
                            ("declined", "declined"),
                            ("ended", "ended"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("reasons", models.JSONField(default=list)),
                ("proposed_on", models.DateField()),
                (
                    "person_said",
                    models.CharField(
                        blank=True, choices=[("", "not asked yet"), ("yes", "yes"), ("no", "no")], max_length=4
                    ),
                ),
                (
                    "mentor_said",
                    models.CharField(
                        blank=True, choices=[("", "not asked yet"), ("yes", "yes"), ("no", "no")], max_length=4
                    ),
                ),
                ("why_not", models.CharField(blank=True, max_length=400)),
                ("consent_id", models.UUIDField(null=True)),
                ("started_on", models.DateField(null=True)),
                ("planned_until", models.DateField(null=True)),
                ("next_on", models.DateField(null=True)),
                (
                    "pausing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("she_wishes", "the person wishes it"),
                            ("mentor", "the mentor cannot for a time"),
                            ("not_let_in", "the prison does not let the mentor in"),
                            ("concern", "a concern is looked at"),
                            ("other", "another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("paused_on", models.DateField(null=True)),
                ("paused_why", models.CharField(blank=True, max_length=400)),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("planned", "as was planned"),
                            ("goals", "what they set out to do is done"),
                            ("onward", "handed on to others"),
                            ("she_wishes", "the person wished it"),
                            ("mentor", "the mentor cannot go on"),
                            ("moved", "too far apart now"),
                            ("lost", "contact was lost"),
                            ("concern", "after a concern"),
                            ("consent", "the person took their leave back"),
                            ("died", "the person died"),
                        ],
                        max_length=12,
                    ),
                ),
                ("ended_on", models.DateField(null=True)),
                ("ended_why", models.CharField(blank=True, max_length=400)),
                ("last_meeting_on", models.DateField(null=True)),
                ("what_next", models.CharField(blank=True, max_length=400)),
                ("call_by", models.DateField(null=True)),
                ("called_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "case",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "coordinator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "mentor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("-proposed_on", "-id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MentorConcern",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("first_person_id", models.UUIDField()),
                ("data_class", models.CharField(default="personal", max_length=8)),
                (
                    "about",
                    models.CharField(
                        choices=[
                            ("person", "the person"),
                            ("mentor", "the mentor"),
                            ("other", "somebody else, or the place"),
                        ],
                        max_length=8,
                    ),
                ),
                ("about_account_id", models.UUIDField(null=True)),
                ("what", rihai.kit.sealed.field.SealedText(seal="casework.concern.what")),
                ("raised_by_name", models.CharField(max_length=120)),
                ("raised_at", models.DateTimeField()),
                ("settled_on", models.DateField(null=True)),
                ("settled_by_name", models.CharField(blank=True, max_length=120)),
                ("outcome", models.CharField(blank=True, max_length=400)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="concerns", to="casework.mentormatch"
                    ),
                ),
            ],
            options={
                "ordering": ("-raised_at", "-id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Volunteer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("phone", rihai.kit.sealed.field.SealedText(null=True, seal="casework.volunteer.phone")),
                (
                    "sex",
                    models.CharField(
                        choices=[("female", "woman"), ("male", "man"), ("transgender", "transgender person")],
                        max_length=12,
                        verbose_name="sex",
                    ),
                ),
                ("languages", models.JSONField(default=list)),
                ("times", models.JSONField(default=list)),
                ("by_phone", models.BooleanField(default=False)),
                (
                    "with_sex",
                    models.CharField(
                        choices=[("any", "it does not matter"), ("female", "only a woman"), ("male", "only a man")],
                        default="any",
                        max_length=8,
                    ),
                ),
                (
                    "faith",
                    models.CharField(
                        choices=[("no_matter", "it does not matter"), ("ask", "it matters: ask by word of mouth")],
                        default="no_matter",
                        max_length=10,
                    ),
                ),
                ("not_wanted", models.CharField(blank=True, max_length=400)),
                ("motive", models.CharField(blank=True, max_length=1000)),
                (
                    "was_inside",
                    models.CharField(
                        blank=True, choices=[("", "not said"), ("yes", "yes; welcome"), ("no", "no")], max_length=4
                    ),
                ),
                ("first_person_id", models.UUIDField(null=True)),
                ("own_cases", rihai.kit.sealed.field.SealedText(null=True, seal="casework.volunteer.cases")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("applied", "applied"),
                            ("accepted", "accepted"),
                            ("declined", "not accepted"),
                            ("left", "has left"),
                        ],
                        default="applied",
                        max_length=10,
                    ),
                ),
                ("applied_on", models.DateField()),
                ("vetted_until", models.DateField(null=True)),
                ("trained_until", models.DateField(null=True)),
                ("agreed_until", models.DateField(null=True)),
                ("left_on", models.DateField(null=True)),
                ("left_why", models.CharField(blank=True, max_length=400)),
                ("made_by_name", models.CharField(blank=True, max_length=120)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "account",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("name", "id"),
            },
        ),
        migrations.CreateModel(
            name="MentorTraining",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("made_at", models.DateTimeField()),
                ("on", models.DateField()),
                ("hours", models.DecimalField(decimal_places=1, max_digits=4)),
                ("topics", models.JSONField(default=list)),
                ("given_by", models.CharField(blank=True, max_length=120)),
                (
                    "volunteer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_rows",
                        to="casework.volunteer",
                    ),
                ),
            ],
            options={
                "ordering": ("made_at", "id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MentorSupervision",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("made_at", models.DateTimeField()),
                ("on", models.DateField()),
                ("minutes", models.PositiveIntegerField(validators=[django.core.validators.MaxValueValidator(1440)])),
                ("kind", models.CharField(choices=[("alone", "alone"), ("group", "in a group")], max_length=6)),
                ("note", models.CharField(blank=True, max_length=400)),
                (
                    "volunteer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_rows",
                        to="casework.volunteer",
                    ),
                ),
            ],
            options={
                "ordering": ("made_at", "id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MentorReference",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("made_at", models.DateTimeField()),
                ("name", models.CharField(max_length=120)),
                ("relation", models.CharField(max_length=120)),
                ("phone", rihai.kit.sealed.field.SealedText(null=True, seal="casework.reference.phone")),
                ("asked_on", models.DateField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "was asked"),
                            ("good", "speaks for them"),
                            ("doubt", "has doubts"),
                            ("silent", "could not be reached"),
                        ],
                        max_length=8,
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=400)),
                ("answered_on", models.DateField(null=True)),
                (
                    "volunteer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_rows",
                        to="casework.volunteer",
                    ),
                ),
            ],
            options={
                "ordering": ("made_at", "id"),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="mentormatch",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="matches", to="casework.volunteer"
            ),
        ),
        migrations.CreateModel(
            name="MentorDecision",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("made_at", models.DateTimeField()),
                ("accepted", models.BooleanField()),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("conduct", "what they do now"),
                            ("references", "what the references said"),
                            ("interview", "what the interview showed"),
                            ("identity", "who they are could not be seen"),
                            ("code", "they do not sign the code of conduct"),
                            ("own_wish", "they withdrew"),
                        ],
                        max_length=12,
                    ),
                ),
                ("seen_on", models.DateField(null=True)),
                ("reason", models.CharField(blank=True, max_length=400)),
                ("decided_on", models.DateField()),
                ("until", models.DateField(null=True)),
                ("despite_record", models.BooleanField(default=False)),
                (
                    "volunteer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_rows",
                        to="casework.volunteer",
                    ),
                ),
            ],
            options={
                "ordering": ("made_at", "id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MentorCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("identity", "identity seen"),
                            ("interview", "interview"),
                            ("police", "police certificate"),
                            ("code", "code of conduct signed"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("clear", "in order"),
                            ("record", "a record is shown; it does not exclude"),
                            ("doubt", "doubts"),
                            ("missing", "not to be had"),
                        ],
                        max_length=8,
                    ),
                ),
                ("on", models.DateField()),
                ("note", models.CharField(blank=True, max_length=400)),
                (
                    "volunteer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_rows",
                        to="casework.volunteer",
                    ),
                ),
            ],
            options={
                "ordering": ("made_at", "id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MentorAgreement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("made_at", models.DateTimeField()),
                ("signed_on", models.DateField()),
                (
                    "signed_how",
                    models.CharField(
                        choices=[("signature", "by signature"), ("thumb", "by thumb print")], max_length=10
                    ),
                ),
                ("until", models.DateField()),
                (
                    "volunteer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_rows",
                        to="casework.volunteer",
                    ),
                ),
            ],
            options={
                "ordering": ("made_at", "id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MentorMeeting",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("first_person_id", models.UUIDField()),
                ("data_class", models.CharField(default="personal", max_length=8)),
                ("key", models.UUIDField(unique=True)),
                ("on", models.DateField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("visit", "visit in the prison"),
                            ("gate", "at the gate, on the day of release"),
                            ("outside", "outside, in a public place"),
                            ("phone", "by telephone"),
                            ("video", "by video"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("met", "we met"),
                            ("she_not", "the person did not come"),
                            ("refused", "the prison did not let me in"),
                            ("mentor_not", "I could not come"),
                            ("put_off", "put off by both"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "minutes",
                    models.PositiveIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(1440)]),
                ),
                (
                    "topic",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("knowing", "getting to know each other"),
                            ("family", "family and children"),
                            ("plans", "plans for release"),
                            ("work", "work and learning"),
                            ("papers", "papers and offices"),
                            ("home", "where to live"),
                            ("mood", "how they are"),
                            ("ending", "saying goodbye"),
                            ("other", "something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("risk", models.BooleanField(default=False)),
                ("before_release", models.BooleanField()),
                ("by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="meetings", to="casework.mentormatch"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-id"),
                "abstract": False,
                "indexes": [models.Index(fields=["match", "-on"], name="casework_meeting_match")],
            },
        ),
        migrations.AddIndex(
            model_name="volunteer",
            index=models.Index(fields=["place", "state"], name="casework_volunteer_place"),
        ),
        migrations.AddIndex(
            model_name="mentormatch",
            index=models.Index(fields=["person", "state"], name="casework_match_person"),
        ),
        migrations.AddIndex(
            model_name="mentormatch",
            index=models.Index(fields=["mentor", "state"], name="casework_match_mentor"),
        ),
        *walls(),
    ]
