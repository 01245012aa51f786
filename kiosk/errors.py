"""Every failure a person can meet, by whose hands can mend it.

    KioskError                      its text is one clear line; never holds what a visitor said
    ├── EnvironmentFault            the machine, the disk, the network: staff or the technician
    │   ├── StoreDamaged            the store's file does not read as a database
    │   ├── StoreNewer              written by a newer version; left untouched
    │   ├── StoreFull               no room left on the disk, or the disk refuses to write
    │   ├── StoreBusy               another process held the write lock for too long
    │   ├── AlreadyRunning          a second terminal, courier or server on the same data
    │   └── PartMissing             a library, font or engine of the system is not there
    └── CallerError                 what was handed in is wrong: whoever made it
        ├── ConfigError             configuration file or environment
        ├── CatalogueError          categories, tags, departments
        ├── FormError               a form that cannot run here, by place
        ├── AnswersError            answers that do not fit their form
        ├── CodeError               a receipt or enrolment code that was mistyped
        ├── RecordError             a line that is no record of ours
        ├── BatchError              a batch that this version cannot read, by place
        ├── UntrustedError          a signature or a pinned key that does not match
        └── NotEnrolled             needs a centre, and there is none yet

A bug is any other exception; only the edges (command line, window, request) catch those.
"""


class KioskError(Exception):
    """The root; str() is one line for people."""


class EnvironmentFault(KioskError):
    """Something around the program failed. Trying again later may work."""


class CallerError(KioskError):
    """What was handed in is wrong. Trying again unchanged will not help."""


class StoreDamaged(EnvironmentFault):
    """The store's file does not read as a database."""


class StoreNewer(EnvironmentFault):
    """The store was written by a newer version."""


class StoreFull(EnvironmentFault):
    """The disk has no room or refuses to write."""


class StoreBusy(EnvironmentFault):
    """Another process held the write lock for too long."""


class AlreadyRunning(EnvironmentFault):
    """Another process holds the lock of this data folder."""


class PartMissing(EnvironmentFault):
    """A library, font or engine of the system is not there."""


class ConfigError(CallerError):
    """Configuration that cannot be used."""


class CatalogueError(CallerError):
    """A catalogue that cannot be used."""


class FormError(CallerError):
    """A form that cannot run here. Names sheet, row and column where it can."""


class AnswersError(CallerError):
    """Answers that do not fit their form."""


class CodeError(CallerError):
    """A receipt or enrolment code that was mistyped."""


class RecordError(CallerError):
    """A line that is no record of ours. Names the place, never the content."""


class BatchError(CallerError):
    """A batch that this version cannot read. Names the place, never the content."""


class UntrustedError(CallerError):
    """A signature or a pinned key that does not match."""


class NotEnrolled(CallerError):
    """The terminal has no centre yet."""
