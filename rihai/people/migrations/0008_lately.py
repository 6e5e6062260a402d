"""Who came lately is found by the day of coming, not by going through everybody."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_rows_cleared"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["held_since", "id"], name="people_person_came"),
        ),
    ]
