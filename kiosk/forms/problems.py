"""One line about a form that somebody wrote: where, and what to do about it. The words: assets/forms/problems.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parents[2] / "assets" / "forms" / "problems.toml"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake, by sheet, row and column of the workbook. fatal: the form cannot run; else it is only a hint.

    Rows are counted as a spreadsheet counts them, the header is row 1; in Markdown within the sheet's table.
    """

    key: str
    what: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    fatal: bool = True

    @property
    def place(self) -> str:
        """``survey 4 relevant``, as far as it is known."""
        return " ".join(str(part) for part in (self.sheet, self.row, self.column) if part)

    def __str__(self) -> str:
        mark = "" if self.fatal else "（提示 hint）"
        return f"{self.place}: {self.what}{mark}" if self.place else f"{self.what}{mark}"


@dataclass(slots=True)
class Problems:
    """A list to note problems in, each once."""

    found: list[Problem] = field(default_factory=list)

    def add(
        self,
        key: str,
        sheet: str = "",
        row: int | None = None,
        column: str = "",
        *,
        fatal: bool = True,
        **values: object,
    ) -> None:
        """Notes a problem in the words of its key."""
        problem = Problem(key, _said(key, values), sheet, row, column, fatal)
        if problem not in self.found:
            self.found.append(problem)

    @property
    def fatal(self) -> bool:
        """Whether the form cannot run."""
        return any(problem.fatal for problem in self.found)

    def in_order(self) -> tuple[Problem, ...]:
        """By sheet and row, the whole form first."""
        sheets = ("", "settings", "survey", "choices")
        return tuple(
            sorted(self.found, key=lambda p: (sheets.index(p.sheet) if p.sheet in sheets else 9, p.row or 0, p.column))
        )


def _said(key: str, values: Mapping[str, object]) -> str:
    words = _words()[key]
    said = [words[language].format(**values) for language in ("zh", "en") if words[language]]
    return " · ".join(said)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
