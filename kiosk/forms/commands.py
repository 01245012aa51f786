"""`kiosk form list`, `form check FILE`, `form install FILE`."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.cli import Command
from kiosk.forms.registry import Registry, form_row
from kiosk.forms.xform import parse_form
from kiosk.store import FILE, Store

XFORM = ".xml"


def _now() -> datetime:
    return datetime.now().astimezone()


def _list(args: argparse.Namespace) -> int:
    with Store.open(args.data / FILE, _now) as store:
        editions = Registry(store=store).editions()
    for edition in editions:
        mark = "*" if edition.current else " "
        form = edition.form
        print(f"{mark} {form.id:16} {form.version:12} {edition.origin:8} {form.title('zh')}")
    return 0


def _check(args: argparse.Namespace) -> int:
    from kiosk.forms.authoring import check

    problems = check(args.file)
    for problem in problems:
        print(problem)
    if any(problem.fatal for problem in problems):
        return 1
    print(f"{args.file.name}: 可以使用 · can be used")
    return 0


def _install(args: argparse.Namespace) -> int:
    xml = _checked(args.file)
    if xml is None:
        return 1
    form = parse_form(xml)
    with Store.open(args.data / FILE, _now) as store:
        Registry(store=store).check_new(form)
        store.put_form(form_row(form, xml, "here"))
    print(f"{form.id} {form.version}: 已启用 · in use now")
    return 0


def _checked(path: Path) -> bytes | None:
    """The XForm of a file without fatal problems; else they are told on stderr."""
    from kiosk.forms.authoring import check, compile_form

    wrong = [problem for problem in check(path) if problem.fatal]
    for problem in wrong:
        print(f"{path.name}: {problem}", file=sys.stderr)
    if wrong:
        return None
    return path.read_bytes() if path.suffix.lower() == XFORM else compile_form(path)


def _arguments(parser: argparse.ArgumentParser) -> None:
    under = parser.add_subparsers(dest="what", required=True, metavar="list|check|install")
    _part(under, "list", "列出表单，* 为正在使用的版本 · every form and version, * the one in use")
    for name, help_ in (
        ("check", "检查表单，逐条指出问题 · name every problem of a form, by sheet, row and column"),
        ("install", "启用表单，不用重启 · take a form into use, without a restart"),
    ):
        part = _part(under, name, help_)
        part.add_argument("file", type=Path, metavar="FILE", help="XLSForm：.xlsx .xls .md，或 · or XForm：.xml")


def _part(under: Any, name: str, help_: str) -> argparse.ArgumentParser:
    part = under.add_parser(name, help=help_, description=help_, allow_abbrev=False)
    folder = "数据目录 · folder that holds everything it keeps"
    part.add_argument("--data", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=folder)
    return part


def _run(args: argparse.Namespace) -> int:
    return {"list": _list, "check": _check, "install": _install}[args.what](args)


COMMANDS = [Command("form", "表单：列出、检查、启用 · forms: list, check, install", _arguments, _run)]
