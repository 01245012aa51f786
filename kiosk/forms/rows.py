"""Rows of a list of choices."""

from typing import Any


def cell(row: Any, column: str) -> str:
    """The text in a column of a row; nothing if there is no such column. A column is a name, never a path."""
    return next((child.text or "" for child in row if child.tag == column), "")
