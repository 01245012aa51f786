"""Steps of the store's schema. Append only: a released step never changes, for files out there have taken it.

SQLite's user_version holds the number of steps taken, so that a file of today is known without importing
sqlite-utils, which costs 100 to 160 ms.
"""

from typing import TYPE_CHECKING, Final

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations: Final = Migrations("kiosk")


@migrations()
def m001_records(db: "Database") -> None:
    """The chain: one row an epoch, and its records. key is chain number * 2^40 + seq."""
    db.conn.execute(
        """create table chains (
            number integer primary key,
            epoch text not null unique,
            source text not null,
            seq integer not null,
            link blob not null,
            recorded integer not null default 0,
            feedback integer not null default 0,
            held integer not null default 0
        ) strict"""
    )
    db.conn.execute(
        """create table records (
            key integer primary key,
            head blob not null,
            link_before blob not null,
            link blob not null,
            state text not null default 'waiting' check (state in ('waiting', 'frozen', 'held', 'parked')),
            body blob,
            box blob,
            recorded_at integer,
            settled_at integer,
            reason text
        ) strict"""
    )
    db.conn.execute("create index records_waiting on records (key) where state = 'waiting'")
    db.conn.execute("create index records_noted on records (key) where reason is not null")
    db.conn.execute("create index records_boxed on records (key) where box is not null")
    db.conn.execute("create table meta (name text primary key, value text not null) strict, without rowid")


@migrations()
def m002_batches(db: "Database") -> None:
    """Batches once frozen: their header's bytes and which records are in them. first and last are record keys."""
    db.conn.execute(
        """create table batches (
            id text primary key,
            first integer not null,
            last integer not null,
            header blob not null,
            state text not null default 'frozen' check (state in ('frozen', 'settled', 'retired'))
        ) strict"""
    )
    db.conn.execute("create index batches_live on batches (first) where state = 'frozen'")


@migrations()
def m003_from_the_centre(db: "Database") -> None:
    """What the centre tells, all of it public: cases under their look-up key, cards, figures, lists, forms."""
    db.conn.execute("create table cases (lookup blob primary key, data text not null) strict, without rowid")
    db.conn.execute("create table cards (id text primary key, day text not null, data text not null) strict")
    db.conn.execute("create table lists (name text primary key, rows text not null) strict")
    db.conn.execute(
        """create table forms (
            form text not null,
            version text not null,
            sha256 text not null,
            xform blob not null,
            origin text not null check (origin in ('centre', 'here')),
            installed_at integer not null,
            primary key (form, version)
        ) strict"""
    )
