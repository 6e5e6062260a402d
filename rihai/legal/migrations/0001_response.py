from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0004_intake_walls"), ("screening", "0002_walls"), ("accounts", "0003_roles_of_legal")]
    operations = []
