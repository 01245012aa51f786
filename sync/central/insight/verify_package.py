"""python3 verify.py [FOLDER [KEY]]: checks an evaluation package without one line of the code that made it.

KEY: the centre's signing key, 64 hex digits, from somewhere else than the package. Only Python's own library is used;
Ed25519 follows RFC 8032. Every place that is not what was signed, linked or hashed is named. Exit code 0, 1, 2.
"""

import csv
import hashlib
import json
import sys
from itertools import groupby
from pathlib import Path

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    """Two points of the curve, in extended coordinates."""
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    w, x, y, z = f - e, h - g, h + g, f + e
    return w * x % P, y * z % P, x * y % P, w * z % P


def times(n, point):
    """n times a point."""
    total = (0, 1, 1, 0)
    while n:
        total, point, n = add(total, point) if n & 1 else total, add(point, point), n >> 1
    return total


def point_of(raw):
    """The point that 32 bytes name."""
    y = int.from_bytes(raw, "little") & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * ROOT % P
    if (x * x - square) % P or y >= P:
        raise ValueError("not a point")
    x = x if x & 1 == raw[31] >> 7 else P - x
    return x, y, 1, x * y % P


def signed(key, message, signature):
    """Whether the key's owner signed the message."""
    s, digest = int.from_bytes(signature[32:], "little"), hashlib.sha512(signature[:32] + key + message).digest()
    one = times(s, point_of(bytes.fromhex("58" + "66" * 31)))
    two = add(point_of(signature[:32]), times(int.from_bytes(digest, "little") % L, point_of(key)))
    return s < L and (one[0] * two[2] - two[0] * one[2]) % P == 0 == (one[1] * two[2] - two[1] * one[2]) % P


def rows_of(folder, name):
    """The rows of one table."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check(folder, key):
    """Every place that is not as it should be."""
    manifest = json.loads((folder / "manifest.json").read_bytes())
    plain = json.dumps(manifest["signed"], sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    known, said = bytes.fromhex(key or manifest["signed"]["key"]), bytes.fromhex(manifest["signature"])
    if not signed(known, b"xinsheng-package/1\n" + plain, said):
        yield "manifest.json: not signed by this centre"
    for name, digest in manifest["signed"]["files"].items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            yield f"{name}: not the file that was signed"
    rows, digests = rows_of(folder, "bodies.csv"), (folder / "rows.txt").read_text("ascii").split()
    if len(rows) != len(digests):
        yield f"bodies.csv: {len(rows)} rows, {len(digests)} were signed"
    for row, digest in zip(rows, digests, strict=False):
        if hashlib.sha256("\x1f".join(row.values()).encode()).hexdigest() != digest:
            yield f"bodies.csv: {row['source']} {row['epoch']} {row['seq']}: altered"
    bodies = {(row["source"], row["epoch"], row["seq"]): row["sha256"] for row in rows}
    for _, chain in groupby(rows_of(folder, "heads.csv"), lambda row: (row["source"], row["epoch"])):
        yield from check_chain(chain, bodies)


def check_chain(chain, bodies):
    """One chain: nothing missing, every head under its link, every body the one that its head names."""
    link, seq = b"", 0
    for row in chain:
        place, number = f"heads.csv: {row['source']} {row['epoch']} {row['seq']}", int(row["seq"])
        if seq and number > seq + 1:
            yield f"{place}: {number - seq - 1} before it are missing"
        before, link = bytes.fromhex(row["before"]) if row["before"] else link, bytes.fromhex(row["link"])
        head, seq = row["head"].encode(), number
        if head and hashlib.sha256(before + head).digest() != link:
            yield f"{place}: altered, or what stands before it"
        if head and json.loads(head)["body"] != bodies.get(tuple(row.values())[:3], json.loads(head)["body"]):
            yield f"{place}: its body was altered"


if __name__ == "__main__":
    wrong = list(check(Path(sys.argv[1] if len(sys.argv) > 1 else "."), sys.argv[2] if len(sys.argv) > 2 else None))
    print("\n".join(wrong) or "Everything is as it was signed, linked and hashed.")
    sys.exit(1 if wrong else 0)
