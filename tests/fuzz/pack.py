#!/usr/bin/python3
"""A corpus as one file: inputs parted by the byte 1E and a line end, sorted; inputs that hold this byte are left out.

    pack.py FOLDER FILE        packs
    pack.py --out FILE FOLDER  unpacks
"""

import hashlib
import pathlib
import sys

BETWEEN = b"\x1e\n"


def main():
    if sys.argv[1] == "--out":
        folder = pathlib.Path(sys.argv[3])
        folder.mkdir(parents=True, exist_ok=True)
        for one in pathlib.Path(sys.argv[2]).read_bytes().split(BETWEEN):
            (folder / hashlib.sha1(one).hexdigest()).write_bytes(one)
    else:
        inputs = {path.read_bytes() for path in pathlib.Path(sys.argv[1]).iterdir()}
        pathlib.Path(sys.argv[2]).write_bytes(BETWEEN.join(sorted(one for one in inputs if b"\x1e" not in one)))


if __name__ == "__main__":
    main()
