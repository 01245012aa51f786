"""How ``central`` finds, describes and ends its commands. Each is a Django command; its base class is here."""

import argparse
import sys
from typing import Any, Final

import django
from django.conf import settings
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connections

from kiosk.errors import KioskError
from sync.central.ready import bring_up

USAGE: Final = 2


class Command(BaseCommand):
    """A command of ours: help without Django's own switches, failures as one line.

    Write ``add_arguments`` and ``handle`` as for any Django command; raise a KioskError for what may be expected.
    The database is brought up to this version first, unless needs_database is false.
    """

    needs_database = True

    requires_system_checks: Any = ()
    suppressed_base_arguments: Any = frozenset(
        {"--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color"}
        | {"--skip-checks"}
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        kwargs.setdefault("formatter_class", argparse.HelpFormatter)
        return super().create_parser(prog_name, subcommand, **kwargs)

    def execute(self, *args: Any, **options: Any) -> Any:
        if self.needs_database:
            bring_up(settings.PLACES)
        return super().execute(*args, **options)


def run(argv: list[str]) -> int:
    """Runs the command that argv begins with. Returns 0, 1 or 2."""
    try:
        django.setup()
        return _dispatch(argv)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except (KioskError, CommandError) as failure:
        return _fail(str(failure), getattr(failure, "returncode", 1))
    except DatabaseError as failure:
        return _fail(f"database: {str(failure).strip().splitlines()[0]}")
    except OSError as failure:
        return _fail(f"{failure.filename}: {failure.strerror}" if failure.filename else str(failure))
    except KeyboardInterrupt:
        return _fail("stopped")
    finally:
        if settings.configured:
            connections.close_all()


def _dispatch(argv: list[str]) -> int:
    _add_data_to_every_help()
    if not argv or argv[0] in {"-h", "--help", "help"}:
        print(overview())
        return 0 if argv else USAGE
    name, commands = argv[0], get_commands()
    if name not in commands:
        return _fail(f"no command {name!r}; central --help lists them", USAGE)
    command = load_command_class(commands[name], name)
    setattr(command, "_called_from_command_line", True)  # noqa: B010 — wrong usage shows the usage and is 2
    options = vars(command.create_parser("central", name).parse_args(argv[1:]))
    command.execute(*options.pop("args", ()), **options)
    return 0


def overview() -> str:
    """Our commands with their one line each; Django's own run too but are not advertised."""
    ours = sorted(name for name, app in get_commands().items() if app.startswith("sync.central."))
    lines = [f"  {name:<12} {load_command_class(get_commands()[name], name).help}" for name in ours]
    return "\n".join(["usage: central COMMAND [--data DIR] …", "", *lines])


def _fail(line: str, code: int = 1) -> int:
    print(f"central: {' '.join(line.split())}", file=sys.stderr)
    return code


def _add_data_to_every_help() -> None:
    """--data is taken in __main__ before Django starts; Django's own commands must show it all the same."""
    plain = BaseCommand.create_parser

    def with_data(self: BaseCommand, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = plain(self, prog_name, subcommand, **kwargs)
        parser.add_argument("--data", metavar="DIR", help="the folder that holds everything the centre keeps")
        return parser

    BaseCommand.create_parser = with_data  # type: ignore[method-assign]
