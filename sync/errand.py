"""A request that is on its way, so that whoever sent it can do something useful until the answer is there."""

import threading
from collections.abc import Callable
from typing import Protocol

from sync.link import Delivered, Failure, Refused

Answer = Delivered | Refused | Failure
Ask = Callable[[], Answer]


class Errand(Protocol):
    """A request under way."""

    def done(self) -> bool:
        """Whether result() would answer at once."""
        ...

    def result(self) -> Answer:
        """Wait for the answer. Raises what the request raised."""
        ...


class AtOnce:
    """Done before anything else goes on: for whoever wants no threads."""

    def __init__(self, ask: Ask) -> None:
        self._answer = ask()

    def done(self) -> bool:
        return True

    def result(self) -> Answer:
        return self._answer


class InThread:
    """Done by a thread that ends with it, and with the process: a request may be cut off at any point."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._answer: Answer | BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="errand", daemon=True)
        self._thread.start()

    def done(self) -> bool:
        return not self._thread.is_alive()

    def result(self) -> Answer:
        self._thread.join()
        assert self._answer is not None
        if isinstance(self._answer, BaseException):
            raise self._answer
        return self._answer

    def _run(self) -> None:
        try:
            self._answer = self._ask()
        except BaseException as error:  # raised where it is asked for
            self._answer = error
