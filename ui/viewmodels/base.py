"""What all view-models share: frozen props in, one signal out, and only when something changed."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any


def plain(items: Iterable[Any]) -> list[dict[str, Any]]:
    """Frozen dataclasses as the dictionaries that a QML delegate reads by name."""
    return [{field.name: _listed(getattr(item, field.name)) for field in fields(item)} for item in items]


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value  # QML sees a tuple as something it cannot read


def text_of(texts: Any, language: str) -> str:
    """The text in this language, else in Chinese, else whatever there is. texts: language → text, or None."""
    if not texts:
        return ""
    for code in (language, language.split("-", maxsplit=1)[0], "zh-Hans", "zh"):
        if code in texts:
            return texts[code]
    return next(iter(texts.values()))
