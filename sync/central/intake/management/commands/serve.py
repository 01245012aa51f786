"""``central serve``."""

import argparse
import ipaddress
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from django.utils import timezone
from django.utils.module_loading import import_string

from sync.central import keys
from sync.central.commands import Command as Central
from sync.central.intake import parked, serving, tls
from sync.central.intake.chores import Chores
from sync.central.locks import exclusive

LET_GO_S = 2.0  # a server that was killed leaves its worker a moment to notice


class Command(Central):
    help = "Runs the centre: the device API, the desk, the phone pages and the work behind them."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--host", default="127.0.0.1", help="address to listen on; any but loopback is served by https only"
        )
        parser.add_argument("--port", type=int, default=8700, help="port to listen on; 0 takes a free one")

    def handle(self, *_: Any, **options: Any) -> Any:
        with exclusive(settings.PLACES.lock, wait_s=LET_GO_S):
            return self._serve(options["host"], options["port"])

    def _serve(self, host: str, port: int) -> Any:
        identity = keys.load(settings.PLACES)
        certificate = None if is_loopback(host) else self._protect(host, identity.centre)
        listener = serving.open_listener(host, port)
        parked.release()
        chores = Chores([import_string(name) for name in settings.CHORES])
        connections.close_all()  # a connection from before the fork loses the worker's commits

        def started() -> None:
            chores.start()
            self.stdout.write(serving.address(listener, tls=certificate is not None))
            self.stdout.flush()

        if not serving.serve(listener, certificate, started=started, ended=chores.stop):
            self.stderr.write("central: the web worker ended by itself")
            raise SystemExit(1)

    def _protect(self, host: str, centre: str) -> Path:
        """https by a certificate of our own, and everything that browsers are told accordingly."""
        names = {host, *tls.own_names()} - {"0.0.0.0", "::"}  # noqa: S104 — everywhere is no name
        tls.ensure(settings.PLACES, centre, sorted(names), timezone.now())
        os.environ["CENTRAL_TLS"] = "own"  # for workers that start afresh
        os.environ["CENTRAL_HOSTS"] = ",".join([*names, os.environ.get("CENTRAL_HOSTS", "")])
        settings.SECURE_HSTS_SECONDS = 365 * 24 * 3600
        settings.OWN_TLS = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, *names]
        return settings.PLACES.tls / "cert.pem"


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
