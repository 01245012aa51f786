"""Commands that need nothing but this terminal: submit, status, doctor, backup, restore."""

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kiosk.cli import Command
from kiosk.clock import local_now
from kiosk.errors import AnswersError
from kiosk.store import FILE, Store


def _submit(args: argparse.Namespace) -> int:
    from kiosk import entries, guard, receipts
    from kiosk.config import load_config
    from kiosk.forms.registry import Registry
    from kiosk.forms.replay import replay
    from kiosk.session import Visitor

    config = load_config(args.data, os.environ)
    given = _answers(args.answers)
    now = local_now()
    with _open(args.data) as store:
        visitor = Visitor.begin(now, store.salt)
        form = Registry(store=store).latest(args.form)
        visit = replay(form, given, today=now.date(), now=now, lists=store.lists(), seed=visitor.subject)
        answers = visit.answers()
        entry = entries.submitted(
            subject=visitor.subject,
            now=now,
            form=form.id,
            form_version=form.version,
            answers=answers,
            language=visit.language,
            duration_ms=0,
            category=args.category,
            consents=entries.consents_in(answers, "1"),
            lookup=visitor.lookup(),
            flags=guard.flags_of_place(now, config),
        )
        recorded = store.record(entry)
    told = asdict(recorded) | {"link": recorded.link.hex(), "code": receipts.show(visitor.code)}
    print(json.dumps(told))
    return 0


def _submit_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("form", metavar="FORM", help="表单编号，如 quick-rating · a form's id")
    parser.add_argument(
        "--answers",
        metavar="FILE",
        default="-",
        help="答案，JSON 对象 {题名: 值}，- 为标准输入 · a JSON object {question: value}, - for standard input",
    )
    parser.add_argument("--category", metavar="CODE", help="类别代码，如 C · code of the category")


def _answers(name: str) -> dict[str, Any]:
    """The answers in a file or on standard input. Raises AnswersError, which never quotes them."""
    place = "standard input" if name == "-" else name
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        value = json.loads(raw)
    except OSError as error:
        raise AnswersError(f"{place}: cannot be read ({error.strerror})") from error
    except ValueError as error:  # neither UTF-8 nor JSON
        raise AnswersError(f"{place}: not JSON") from error
    except RecursionError as error:
        raise AnswersError(f"{place}: nested too deep") from error
    if not isinstance(value, dict):
        raise AnswersError(f"{place}: expected one object of answers by question name")
    return value


def _status(args: argparse.Namespace) -> int:
    with _open(args.data) as store:
        status = store.status()
        parked = store.parked()
    if args.json:
        print(json.dumps(asdict(status) | {"link": status.link.hex()}))
        return 0
    print(f"已记录 · recorded {status.recorded}（意见 · feedback {status.feedback}）")
    print(f"未上传 · unsent {status.unsent}，最早 · oldest {_span(status.oldest_unsent_s)}")
    print(f"待处理 · parked {status.parked}")
    for epoch, seq, reason in parked:
        print(f"  {epoch}/{seq}: {reason}")
    if status.rescued:
        print(f"曾修复，原文件 · rescued from {status.rescued}")
    return 0


def _span(seconds: int) -> str:
    days, rest = divmod(seconds, 86400)
    return f"{days} d {rest // 3600} h" if days else f"{rest // 3600} h {rest % 3600 // 60} min"


def _json_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="一行 JSON，供脚本使用 · one line of JSON, for scripts")


def _doctor(args: argparse.Namespace) -> int:
    from kiosk.doctor import examine, is_well

    checks = examine(args.data, os.environ, local_now(), args.root)
    if args.json:
        print(json.dumps({"ok": is_well(checks), "checks": [asdict(check) for check in checks]}))
    else:
        for check in checks:
            print(check.line)
    return 0 if is_well(checks) else 1


def _doctor_arguments(parser: argparse.ArgumentParser) -> None:
    _json_argument(parser)
    parser.add_argument(
        "--root",
        type=Path,
        default=Path("/"),
        metavar="DIR",
        help="系统根目录，默认 / · where the system's tree begins",
    )


def _pin(args: argparse.Namespace) -> int:
    from kiosk.staff import Doorkeeper

    doors = Doorkeeper(args.data, local_now)
    if args.forget:
        doors.forget()
        print("密码已清除，请到屏幕上重设 · the PIN is gone; set a new one at the screen")
        return 0
    door = doors.door
    print(
        "没有设密码 · no PIN is set"
        if door is None
        else "已锁住 · locked"
        if door.locked
        else "已设密码 · a PIN is set"
    )
    return 0


def _pin_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--forget", action="store_true", help="清除密码，重新设 · take it away, to set a new one")


def _backup(args: argparse.Namespace) -> int:
    from kiosk.backup import backup

    with _open(args.data) as store:
        size = backup(store, args.file)
    print(f"{args.file}: 已备份 · backed up, {size} bytes")
    return 0


def _restore(args: argparse.Namespace) -> int:
    from kiosk.backup import restore

    done = restore(args.file, args.data / FILE, local_now)
    print(f"{args.file}: 已恢复 {done.records} 条 · restored, {done.records} records")
    if done.carried:
        print(f"保留本机原有 {done.carried} 条 · {done.carried} that the backup lacked were carried over")
    if done.aside:
        print(f"原文件 · the file of before: {done.aside.name}")
    return 0


def _file_argument(help_: str) -> Any:
    return lambda parser: parser.add_argument("file", type=Path, metavar="FILE", help=help_)


def _open(data: Path) -> Store:
    return Store.open(data / FILE, local_now)


COMMANDS = [
    Command("submit", "记录一份答卷 · record answers to a form", _submit_arguments, _submit),
    Command("status", "记录了多少，未上传多少 · what is recorded and what waits to be sent", _json_argument, _status),
    Command("doctor", "检查本机，逐项给出办法 · check this terminal, and say what to do", _doctor_arguments, _doctor),
    Command("pin", "工作人员密码 · the PIN of staff", _pin_arguments, _pin),
    Command(
        "backup",
        "备份为一个文件 · write the store to one file",
        _file_argument("备份写到哪里 · where to write the backup"),
        _backup,
    ),
    Command(
        "restore",
        "从备份恢复 · put a backup in the store's place",
        _file_argument("备份文件 · the backup"),
        _restore,
    ),
]
