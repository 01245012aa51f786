"""Commands of a terminal that have to do with its centre: enrol, sync, export, settle."""

import argparse
import sys
import time
from pathlib import Path

from kiosk import runlock
from kiosk.cli import Command
from kiosk.clock import local_now
from kiosk.errors import AlreadyRunning, EnvironmentFault
from kiosk.store import FILE, Status, Store
from sync.identity import load_identity, need_enrolment

COURIER_S = 5.0  # for a courier that is in the middle of a word


def _enrol(args: argparse.Namespace) -> int:
    from sync.codes import read_enrol_code
    from sync.enrol import enrol
    from sync.terminal import version

    code = read_enrol_code(" ".join(args.code))
    with _open(args.data) as store:
        enrolment = enrol(args.data, store, load_identity(args.data), args.url, code, version=version())
    name = enrolment.venue_name.get("zh-Hans") or enrolment.venue
    english = enrolment.venue_name.get("en") or enrolment.venue
    print(f"已登记：{name}，{enrolment.terminal} 号终端 · enrolled: {english}, terminal {enrolment.terminal}")
    return 0


def _enrol_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", metavar="URL", help="中心的网址 · the centre's address: https://HOST")
    parser.add_argument("code", metavar="CODE", nargs="+", help="25 个字符的登记码 · the code of 25 characters")


def _sync(args: argparse.Namespace) -> int:
    with _open(args.data) as store:
        print(_state(store.status()), flush=True)
        need_enrolment(args.data)
        try:
            with runlock.take(args.data, "courier"):
                return _send_all(args.data, store) if args.once else _keep_sending(args.data, store)
        except AlreadyRunning:
            if args.once and store.status().unsent == 0:
                return 0
            raise


def _sync_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--once",
        action="store_true",
        help="传完即止；全部送达时退出码为 0 · send what waits and stop: 0 when nothing is left unsent, else 1",
    )


def _send_all(data: Path, store: Store) -> int:
    """Until there is nothing to do, or two words in a row failed. Raises EnvironmentFault while something is left."""
    from sync.courier import Idle, Waiting
    from sync.terminal import open_courier

    courier, failed = open_courier(data, store), ""
    while courier is not None and not isinstance(outcome := courier.run_once(local_now()), Idle):
        _tell(store, outcome)
        before, failed = failed, courier.state.why if isinstance(courier.state, Waiting) else ""
        if before and failed:
            break
        courier.forget_wait()  # a heartbeat that fails says little about batches
    if (status := store.status()).unsent:
        raise EnvironmentFault(f"{failed}; {_state(status)}" if failed else _state(status))
    print(_state(status))
    return 0


def _keep_sending(data: Path, store: Store) -> int:
    """Until somebody stops it. Says so whenever things stand differently."""
    from sync.courier import Waiting
    from sync.terminal import Worker

    worker, told = Worker(data, store), ""
    while True:
        _tell(store, worker.run_once(local_now()))
        state = worker.courier.state if worker.courier else None
        if isinstance(state, Waiting) and state.why != told:
            print(f"{state.why}; {_state(store.status())}", flush=True)
        told = state.why if isinstance(state, Waiting) else ""
        time.sleep(min(worker.rest_s(local_now()), 1.0))


def _tell(store: Store, outcome: object) -> None:
    from sync.courier import Split
    from sync.link import Delivered, Refused

    if isinstance(outcome, Delivered):
        print(f"已送达一批 · a batch was delivered; {_state(store.status())}", flush=True)
    elif isinstance(outcome, Refused | Split):
        print(f"一批被拒，拆开再试 · a batch was refused and is tried in halves: {outcome.why}", flush=True)


def _export(args: argparse.Namespace) -> int:
    from sync import carrier

    if args.csv:
        return _export_csv(args)
    need_enrolment(args.data)
    files = records = 0
    with _open(args.data) as store:
        for written in carrier.export(store, load_identity(args.data), args.folder):
            files, records = files + 1, records + written.count
            print(written.path, flush=True)
    print(f"写出 {files} 个文件，{records} 条 · {files} files, {records} records")
    return 0


def _export_csv(args: argparse.Namespace) -> int:
    from kiosk.export import export_csv

    with _open(args.data) as store:
        for path in export_csv(store, args.folder):
            print(path)
    return 0


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help="写到哪里，如 U 盘 · where to: a stick")
    parser.add_argument(
        "--csv",
        action="store_true",
        help="改写成表格给人看，仅限本机还能读的 · tables for people instead, of what this terminal can still read",
    )


def _settle(args: argparse.Namespace) -> int:
    from sync import carrier

    enrolment, failed = need_enrolment(args.data), False
    with _open(args.data) as store:
        for done in carrier.settle(store, load_identity(args.data), enrolment, _answers(args.files)):
            if isinstance(done, carrier.SetAside):
                failed = True
                print(f"{done.path}: {done.why}", file=sys.stderr)
            else:
                print(f"{done.path}: 结清 {done.count} 条 · settled {done.count}")
        print(_state(store.status()))
    return 1 if failed else 0


def _settle_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help="中心写的 .receipt.json，或其所在目录 · the centre's .receipt.json files, or a folder of them",
    )


def _answers(given: list[Path]) -> list[Path]:
    from sync.carrier import RECEIPT_SUFFIX

    return [path for one in given for path in (sorted(one.glob(f"*{RECEIPT_SUFFIX}")) if one.is_dir() else [one])]


def _open(data: Path) -> Store:
    return Store.open(data / FILE, local_now)


def _state(status: Status) -> str:
    parked = f"，待处理 {status.parked} 条" if status.parked else ""
    parked_en = f", {status.parked} parked" if status.parked else ""
    return (
        f"未上传 {status.unsent} 条，最早 {status.oldest_unsent_s} 秒前{parked} · "
        f"unsent {status.unsent}, oldest {status.oldest_unsent_s} s{parked_en}"
    )


def _rotate(args: argparse.Namespace) -> int:
    from sync.rotation import renew
    from sync.terminal import PinnedWire

    enrolment = need_enrolment(args.data)
    with _open(args.data) as store, runlock.take(args.data, "courier", wait_s=COURIER_S):
        wire = PinnedWire(args.data, enrolment)
        try:
            renew(args.data, store, enrolment, wire.exchange)
        finally:
            wire.close()
    print("本机密钥已更换 · this terminal has new keys")
    return 0


COMMANDS = [
    Command("enrol", "把本终端登记到中心 · enrol this terminal with a centre", _enrol_arguments, _enrol),
    Command("sync", "把意见传给中心 · send what waits to the centre", _sync_arguments, _sync),
    Command("export", "把未上传的意见写到 U 盘 · write what waits to files", _export_arguments, _export),
    Command("rotate-keys", "更换本机密钥 · exchange this terminal's keys for new ones", lambda _: None, _rotate),
    Command("settle", "用中心的回执文件结清 · settle from the centre's receipt files", _settle_arguments, _settle),
]
