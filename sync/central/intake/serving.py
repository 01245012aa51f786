"""The web server around the centre: granian with one worker process, on a socket that we open ourselves.

We open the socket because granian's own is shared with whoever opens the same port after it: a second centre on a
taken port must be told, not given half of the terminals. The worker dies with its parent, even when that is killed.
"""

import ctypes
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from django.db import connections
from granian._granian import SocketHolder
from granian.constants import Interfaces, SSLProtocols
from granian.server.mp import MPServer

from kiosk.errors import EnvironmentFault
from sync.central.databases import pool

THREADS: Final = 256  # requests that may be waiting for their senders; doors.py lets a few at a time to work
STOP_S: Final = 1
BACKLOG: Final = 512
_DIE_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG


class Server(MPServer):
    """granian on a socket that is open already."""

    def __init__(self, listener: socket.socket, **settings: Any) -> None:
        self._listener = listener
        super().__init__("sync.central.wsgi:application", interface=Interfaces.WSGI, **settings)

    def _init_shared_socket(self) -> None:
        self._ssp = None
        self._sfd = self._listener.fileno()
        self._shd = SocketHolder(self._sfd, False, BACKLOG)  # type: ignore[call-arg]
        self._sso = self._listener


def open_listener(host: str, port: int) -> socket.socket:
    """A listening socket that inherits into the worker. Raises EnvironmentFault when the address cannot be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise EnvironmentFault(f"{host}:{port}: {error.strerror or error}") from error
    except OverflowError as error:
        raise EnvironmentFault(f"{host}:{port}: no such port") from error
    # head and body of an answer leave in two pieces: without this the second waits for a confirmation of the first,
    # 40 ms on most systems. What is accepted inherits it
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setblocking(False)
    listener.set_inheritable(True)
    return listener


def address(listener: socket.socket, *, tls: bool) -> str:
    """The listener's address as people type it."""
    host, port = listener.getsockname()[:2]
    return f"{'https' if tls else 'http'}://{f'[{host}]' if ':' in host else host}:{port}"


def serve(
    listener: socket.socket, certificate: Path | None, *, started: Callable[[], None], ended: Callable[[], None]
) -> bool:
    """Serves until SIGINT or SIGTERM. False when the worker died by itself."""
    server = Server(
        listener,
        workers=1,
        blocking_threads=THREADS,
        workers_kill_timeout=STOP_S,
        websockets=False,
        log_enabled=False,
        ssl_cert=certificate,
        ssl_key=certificate and certificate.with_name("key.pem"),
        ssl_protocol_min=SSLProtocols.tls12,
    )
    server.on_shutdown(ended)
    _after_spawn(server, started)
    try:
        server.serve(target_loader=load, wrap_loader=False)
    except SystemExit:
        return False
    return True


def load() -> Any:
    """The application, in the worker: it ends with its parent, and never uses a connection from before the fork."""
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
    from sync.central.wsgi import application

    pool(connections.settings["default"])
    return application


def _after_spawn(server: Server, started: Callable[[], None]) -> None:
    """Runs `started` once the worker is there: a thread begun before the fork would leave it a copied lock."""
    spawn = server._spawn_workers

    def spawn_then_start(*args: Any) -> None:
        spawn(*args)
        started()

    server._spawn_workers = spawn_then_start  # type: ignore[method-assign]
