"""What is wrong with a form, gathered while it is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from kiosk.errors import FormError

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that cannot run: at a question's path (``""``: the whole form), in an XLSForm column if known."""

    path: str
    what: str
    column: str = ""

    @property
    def name(self) -> str:
        """The last name of the path."""
        return self.path.rpartition("/")[2]

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.name, self.column) if part)
        return f"{place}: {self.what}" if place else self.what


@dataclass(slots=True)
class Flaws:
    """A list to note flaws in."""

    found: list[Flaw] = field(default_factory=list)

    def add(self, path: str, what: str, column: str = "") -> None:
        """Notes a flaw once."""
        flaw = Flaw(path, what, column)
        if flaw not in self.found:
            self.found.append(flaw)

    @contextmanager
    def noted(self, path: str, column: str = "") -> Iterator[None]:
        """A FormError or ValueError inside becomes a flaw here."""
        try:
            yield
        except (FormError, ValueError) as error:
            self.add(path, str(error), column)

    def refuse(self) -> None:
        """Raises FormError with what was found, if anything was."""
        if self.found:
            more = f" (and {len(self.found) - SHOWN} more)" if len(self.found) > SHOWN else ""
            raise FormError("form: " + "; ".join(str(flaw) for flaw in self.found[:SHOWN]) + more)
