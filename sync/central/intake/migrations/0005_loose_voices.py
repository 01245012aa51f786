from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0004_voices")]

    operations = [
        migrations.AddField(
            model_name="voice", name="loose_until", field=models.DateTimeField(db_index=True, null=True)
        )
    ]
