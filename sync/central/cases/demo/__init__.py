"""A made-up half-year of a mid-size centre, through the real formats: for showing, for learning, for measuring."""

from typing import Final

from django.dispatch import Signal

after: Final = Signal()  # the half-year stands: what lies above this part adds its own (played=half_year.Played)
