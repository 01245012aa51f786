"""The commands that need a screen: `kiosk run` and `kiosk tour`."""

import argparse
import os
import re
from pathlib import Path

from kiosk.cli import Command


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,5})[xX×](\d{3,5})", text)
    if not found:
        raise argparse.ArgumentTypeError("例如 1080x1920 · such as 1080x1920")
    return int(found[1]), int(found[2])


def _inch(text: str) -> float:
    number = float(text)
    if not 5 <= number <= 120:
        raise argparse.ArgumentTypeError("5–120")
    return number


def _run_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--windowed", type=_size, metavar="WxH", help="在窗口里显示 · in a window of that size")
    parser.add_argument("--diagonal", type=_inch, metavar="INCH", help="屏幕对角线（英寸） · the screen's diagonal")
    parser.add_argument(
        "--first-day", action="store_true", help="先走一遍首次设置 · go through the first day once more"
    )


def _run(args: argparse.Namespace) -> int:
    from dataclasses import replace

    from kiosk import runlock
    from kiosk.config import load_config

    config = load_config(args.data, os.environ)
    if args.diagonal:
        config = replace(config, diagonal_inch=args.diagonal)
    with runlock.take(args.data, "run"):
        from ui.running import run

        return run(config, args.windowed, first_day=args.first_day)


def _tour_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="图片放在哪里 · where the pictures go")
    parser.add_argument("--size", type=_size, default=(1080, 1920), metavar="WxH", help="默认 1080x1920 · the default")
    parser.add_argument("--lang", default="zh-Hans", metavar="L", help="zh-Hans, zh-Hant, en, ug")
    parser.add_argument(
        "--scale", type=int, choices=(100, 125, 150, 200), default=100, help="字号（百分比） · size of type, percent"
    )
    parser.add_argument(
        "--mode",
        choices=("standard", "elder", "contrast", "lowreach"),
        default="standard",
        help="标准、长辈版、高对比、低位 · which edition",
    )


def _tour(args: argparse.Namespace) -> int:
    from ui.tour import tour

    return tour(args.data, args.out, args.size, args.lang, args.mode, args.scale)


COMMANDS = [
    Command("run", "打开终端画面 · open the terminal's screen", _run_arguments, _run),
    Command("tour", "走一遍全部画面并截图 · touch through every screen, save pictures", _tour_arguments, _tour),
]
