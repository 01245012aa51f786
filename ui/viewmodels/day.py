"""Choosing a day: first the year, then the month, then the day, each by a tap."""

from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.input.months import moved, sheet
from ui.viewmodels.base import plain

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DayViewModel(QObject):
    """value: "2026-03-05" or "". The sheet opens at the value, else at today."""

    changed = Signal()
    picked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._today = ""
        self._year, self._month = 2000, 1

    @Property(str, notify=changed)
    def value(self) -> str:
        return self._value

    @Property(str, notify=changed)
    def today(self) -> str:
        return self._today

    @Property(int, notify=changed)
    def year(self) -> int:
        return self._year

    @Property(int, notify=changed)
    def month(self) -> int:
        return self._month

    @Property(list, notify=changed)
    def days(self) -> list[dict[str, Any]]:
        return plain(sheet(self._year, self._month))

    @Slot(str, str)
    def show(self, value: str, today: str) -> None:
        """Opens the sheet. Both as "2026-03-05"; an unreadable value counts as none."""
        if (value, today) == (self._value, self._today):
            return
        self._value, self._today = value, today
        try:
            opened = date.fromisoformat(value)
        except ValueError:
            opened = date.fromisoformat(today)
        self._turn(opened.year, opened.month)

    @Slot(int)
    def turnYear(self, by: int) -> None:
        self._turn(*moved(self._year, self._month, years=by))

    @Slot(int)
    def pickMonth(self, month: int) -> None:
        self._turn(self._year, month)

    @Slot(str)
    def pick(self, iso: str) -> None:
        self._value = iso
        self.changed.emit()
        self.picked.emit(iso)

    def _turn(self, year: int, month: int) -> None:
        self._year, self._month = year, month
        self.changed.emit()
