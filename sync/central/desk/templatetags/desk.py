"""Words for codes, in the desk's templates."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import get_language

from sync.central.cases import language, library, moves
from sync.central.cases.models import Department
from sync.central.cases.taxonomy import category_name
from sync.central.desk import words
from sync.central.intake.models import Venue

register = template.Library()


@register.filter
def word(code: Any, table: str) -> str:
    """The word for a code in one of words.py's tables; the code itself when there is none."""
    return str(getattr(words, table.upper()).get(code, code))


@register.filter
def category(code: str) -> str:
    """A category's code and name."""
    return f"{code} {language.pick(category_name(code))}".strip()


@register.filter
def department(code: str, names: Mapping[str, Any]) -> str:
    """A department's name, among the names that every page is given."""
    return language.pick(names.get(code, code)) if code else ""


@register.filter
def form_title(name: str) -> str:
    """A form's name."""
    found = library.form(name)
    return found.title("en" if get_language() == "en" else "zh") if found else name


@register.filter
def of_form(name: str) -> str:
    """The name of the form whose file that is."""
    return form_title(name.removeprefix("forms/").removesuffix(".xml"))


@register.filter
def told(value: Any) -> str:
    """A setting's value in words: a day, yes or no, a dash for none."""
    if isinstance(value, bool):
        return str(words.YES[value])
    if isinstance(value, date):
        return language.say_day(value, today=timezone.localdate())
    return "—" if value is None else str(words.EVERY.get(value, value))


@register.filter
def short(day: date) -> str:
    """A date in a column: 11-24."""
    return f"{day:%m-%d}" if day.year == timezone.localdate().year else f"{day:%Y-%m-%d}"


@register.filter
def since(moment: datetime) -> str:
    """How long ago, in the largest unit."""
    return timesince(moment, depth=1)


@register.filter
def person(user: Any) -> str:
    """A colleague's name; the centre's own rules have none."""
    return "" if user is None else user.get_full_name() or user.get_username()


@register.filter
def owner(user: int, people: Mapping[int, str]) -> str:
    """The name of whom a case was given to, among the names that the list is given."""
    return people.get(user, "") if isinstance(people, Mapping) else ""


@register.filter
def post(code: str, names: Mapping[str, Any]) -> str:
    """A post of the rota: the inbox, or a department."""
    return str(words.POSTS[code]) if code in words.POSTS else department(code, names)


@register.filter
def cat(text: str, more: Any) -> str:
    """Two things as one text."""
    return f"{text}{more}"


@register.filter
def chinese(texts: Any) -> str:
    """The Chinese of a text by language."""
    return language.pick(texts, "zh-hans")


@register.filter
def english(texts: Any) -> str:
    """The English of a text by language, where there is one."""
    return str(texts.get("en", "")) if isinstance(texts, Mapping) else ""


@register.simple_tag
def needs(kind: str) -> tuple[str, ...]:
    """The fields that a deed needs."""
    return moves.KINDS[kind].needs


@register.filter
def of(table: Any, key: Any) -> Any:
    """What a table has under a key."""
    return table.get(key) if isinstance(table, Mapping) else None


@register.filter
def percent(share: float) -> str:
    """A part of 1 as per cent, to one place."""
    return f"{100 * share:.1f}"


@register.filter
def of_dimension(value: Any, dimension: str) -> str:
    """What a row or column of a table is called."""
    if value in {None, ""}:
        return "–"
    if dimension == "category":
        return category(value)
    if dimension == "department":
        return language.pick(words_of_departments().get(value, value))
    if dimension == "form":
        return form_title(value)
    if dimension == "venue":
        return language.pick(Venue.objects.filter(pk=value).values_list("name", flat=True).first() or value)
    return word(value, f"{dimension}s")


def words_of_departments() -> dict[str, Any]:
    """Departments' names by code."""
    return dict(Department.objects.values_list("code", "name"))
