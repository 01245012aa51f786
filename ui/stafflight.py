"""Brightness and volume as staff set them, put to work at every start."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

from ui.screenlight import (
    DARKEST,
    Controls,
    Levels,
    find_controls,
    load_levels,
    save_levels,
    set_backlight,
    stepped,
    volume_command,
)
from ui.viewmodels.backstage import BackstageViewModel


class Light(QObject):
    """One terminal's levels. begin() after the first frame."""

    def __init__(self, model: BackstageViewModel, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._data = data
        self._levels = Levels()
        self._controls = Controls(None, None)

    def begin(self) -> None:
        """What was set last; a machine that nobody ever set is left as it is."""
        self._controls = find_controls()
        self._levels = load_levels(self._data)
        if self._levels != Levels():
            self._brighten()
            self._sound()
        self._show()

    def step(self, kind: str, by: int) -> None:
        """One step up (1) or down (-1) of brightness or volume."""
        if kind == "brightness":
            self._levels = replace(self._levels, brightness=stepped(self._levels.brightness, by, DARKEST))
            self._brighten()
        else:
            self._levels = replace(self._levels, volume=stepped(self._levels.volume, by, 0))
            self._sound()
        save_levels(self._data, self._levels)
        self._show()

    def _brighten(self) -> None:
        if (folder := self._controls.backlight) is not None:
            try:
                set_backlight(folder, self._levels.brightness)
            except (OSError, ValueError):  # gone with its driver: the veil takes over
                self._controls = replace(self._controls, backlight=None)

    def _sound(self) -> None:
        if (mixer := self._controls.mixer) is not None:
            program, *words = volume_command(mixer, self._levels.volume)
            QProcess.startDetached(program, words)

    def _show(self) -> None:
        dark = 100 - self._levels.brightness if self._controls.backlight is None else 0
        self._model.show(
            brightness=self._levels.brightness,
            volume=self._levels.volume,
            backlight=self._controls.backlight is not None,
            mixer=self._controls.mixer is not None,
            veil=dark / 100,
        )
