"""A word to systemd (sd_notify): that the terminal is up, and that it still draws. One datagram, no library."""

import socket
from collections.abc import Mapping
from contextlib import suppress


class Notify:
    """Tells whoever started this process how it is. Without NOTIFY_SOCKET it says nothing.

    every_s: how often WATCHDOG=1 is wanted (a third of WatchdogSec), None when nobody watches.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._address = environ.get("NOTIFY_SOCKET", "")
        watched = environ.get("WATCHDOG_USEC", "")
        self.every_s = int(watched) / 3e6 if self._address and watched.isdigit() and int(watched) > 0 else None

    def ready(self) -> None:
        """The first frame has been drawn."""
        self._say("READY=1")

    def alive(self) -> None:
        """A frame was drawn since this was said last."""
        self._say("WATCHDOG=1")

    def status(self, words: str) -> None:
        """One line for `systemctl status`; never anything of a visitor."""
        self._say(f"STATUS={words}")

    def stopping(self) -> None:
        """The end has begun, and is meant."""
        self._say("STOPPING=1")

    def _say(self, words: str) -> None:
        if not self._address:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as wire:
            wire.setblocking(False)  # a full queue must not stop the screen
            wire.sendto(words.encode(), address)
