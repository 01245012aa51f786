"""``central rebuild``."""

import time
from typing import Any

from sync.central.cases import projector
from sync.central.cases.models import Case
from sync.central.commands import Command as Central


class Command(Central):
    help = "Throws every case away and makes it again from the records and what staff did."

    def handle(self, *_: Any, **__: Any) -> None:
        before = projector.fingerprint()
        projector.rebuild(pause=lambda: time.sleep(0))
        same = "the same as before" if projector.fingerprint() == before else "not the same as before"
        self.stdout.write(f"{Case.objects.count()} cases rebuilt, {same}")
