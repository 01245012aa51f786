"""Texts and pictures of a workbook: is everything said, in every language, and is every picture there?"""

from pathlib import Path

from kiosk.forms.problems import Problems
from kiosk.forms.survey import Entry
from kiosk.forms.workbook import Row, Workbook

SHOWN_WITHOUT_LABEL = frozenset({"calculate", "hidden", "preload", "group", "list", ""})
TEXTS = ("label", "hint", "constraint_message", "required_message")


def check_words(book: Workbook, entries: tuple[Entry, ...], pictures: Path, problems: Problems) -> None:
    """Notes what is missing in Chinese (fatal), in English (a hint), and every picture that does not exist."""
    _check_languages(book, problems)
    survey, choices = _Texts(book, "survey", problems), _Texts(book, "choices", problems)
    for entry in entries:
        for column in TEXTS:
            survey.check(entry.row, column, needed=column == "label" and entry.type not in SHOWN_WITHOUT_LABEL)
        _check_picture("survey", entry.row, pictures, problems)
    for row in book.sheet("choices").rows:
        if row.get("list_name") or row.get("name"):
            choices.check(row, "label", needed=True)
            _check_picture("choices", row, pictures, problems)


def _check_languages(book: Workbook, problems: Problems) -> None:
    for name in ("survey", "choices"):
        for column in book.sheet(name).columns:
            if column.language == "?":
                problems.add("language_code", name, 1, column.header)
    if book.sheet("survey").has("label") and "en" not in book.languages:
        problems.add("no_english", "survey", 1, "label", fatal=False)


class _Texts:
    """Looks at the texts of one sheet."""

    def __init__(self, book: Workbook, sheet: str, problems: Problems) -> None:
        self._sheet = sheet
        self._english = "en" in book.languages
        self._headers = {(c.name, c.language): c.header for c in book.sheet(sheet).columns}
        self._problems = problems

    def check(self, row: Row, column: str, *, needed: bool) -> None:
        """Notes what a row does not say; what is not needed may be left out in every language."""
        said = {language for language, text, _ in row.all_of(column) if text != "-"}
        if not said and needed:
            self._problems.add("label_missing", self._sheet, row.number, column)
        if not said:
            return
        if not said & {"zh", ""}:
            self._problems.add("label_missing_zh", self._sheet, row.number, self._header(column, "zh"))
        if self._english and "en" not in said:
            self._problems.add("label_missing_en", self._sheet, row.number, self._header(column, "en"), fatal=False)

    def _header(self, column: str, language: str) -> str:
        return self._headers.get((column, language), column)


def _check_picture(sheet: str, row: Row, pictures: Path, problems: Problems) -> None:
    for _, name, header in row.all_of("image"):
        if "/" in name or "\\" in name or name.startswith("."):
            problems.add("image_bad", sheet, row.number, header)
        elif not (pictures / name).is_file():
            problems.add("image_missing", sheet, row.number, header, name=name)
