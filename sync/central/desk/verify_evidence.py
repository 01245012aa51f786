"""Checks an evidence package: python verify.py PACKAGE.zip — needs nothing of the centre; PyNaCl for the signature.

1. Every file has the sha256 that the manifest names. 2. The manifest carries the centre's signature (compare the key
with the one the centre publishes). 3. Each record's body has the sha256 that its head names.
"""

import hashlib
import json
import sys
import zipfile


def signed(manifest: bytes, signature: bytes, key: bytes) -> bool:
    """Whether the key signed the manifest; taken as given, and said, where PyNaCl is not installed."""
    try:
        from nacl.exceptions import BadSignatureError
        from nacl.signing import VerifyKey
    except ImportError:
        print("the signature was not checked: PyNaCl is not installed", file=sys.stderr)
        return True
    try:
        VerifyKey(key).verify(b"xinsheng-evidence/1\n" + manifest, signature)
    except BadSignatureError:
        return False
    return True


def verify(path: str) -> list[str]:
    """What is wrong with the package; nothing when it is whole."""
    wrong = []
    with zipfile.ZipFile(path) as archive:
        manifest = archive.read("manifest.json")
        for name, digest in json.loads(manifest)["files"].items():
            if hashlib.sha256(archive.read(name)).hexdigest() != digest:
                wrong.append(f"{name}: changed")
        for record in json.loads(archive.read("records.json")):
            head = json.loads(record["head"])
            if record["body"] is not None and hashlib.sha256(record["body"].encode()).hexdigest() != head["body"]:
                wrong.append(f"record {record['seq']}: body changed")
        signature, key = archive.read("manifest.signature").decode().split()
        if not signed(manifest, bytes.fromhex(signature), bytes.fromhex(key)):
            wrong.append("manifest: not signed with this key")
    return wrong


if __name__ == "__main__":
    problems = verify(sys.argv[1])
    print("\n".join(problems) or "whole")
    sys.exit(bool(problems))
