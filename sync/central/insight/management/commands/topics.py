"""``central topics``."""

import argparse
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone

from sync.central.cases.derive import CHINA
from sync.central.commands import Command as Central
from sync.central.insight import topics, weighing, worker
from sync.central.intake.models import Venue


class Command(Central):
    help = "Groups what is new into topics and weighs every topic; for the night."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--venue", help="one venue alone")

    def handle(self, *_: Any, **options: Any) -> None:
        today, one = timezone.now().astimezone(CHINA).date(), options["venue"]
        if one and not Venue.objects.filter(pk=one).exists():
            raise CommandError(f"topics: no venue {one}", returncode=2)
        nights = [(one, topics.work(one, today, weighing.load(settings.PLACES.data)))] if one else worker.work(today)
        for venue, night in nights:
            self.stdout.write(
                f"{venue}: {night.cases} cases; {night.joined} joined a topic, {night.proposed} topics proposed, "
                f"{night.weighed} weighed"
            )
