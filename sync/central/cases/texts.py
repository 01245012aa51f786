"""Texts with blanks: {what} the program fills in."""

from string import Formatter


def blanks(text: str) -> frozenset[str]:
    """The {names} in a text; one with a stray brace has a name that nothing else has."""
    try:
        return frozenset(name for _text, name, _how, _as in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset({"{"})
