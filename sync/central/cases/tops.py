"""The first level of a category, as an expression that an index can hold."""

from django.db.models import CharField, Func


class Top(Func):
    """substr(category, 1, 1), its numbers written out: an index over parameters is never found again."""

    function = "SUBSTR"
    template = "%(function)s(%(expressions)s, 1, 1)"
    output_field = CharField()  # type: ignore[assignment]
