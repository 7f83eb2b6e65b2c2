#!/usr/bin/env python3
"""install_dir.py PREFIX

Prints where this interpreter looks for packages below PREFIX/lib or PREFIX/lib64, as a path from PREFIX: on Debian
`lib/python3/dist-packages` for /usr and `lib/python3.11/dist-packages` for /usr/local. Where it looks at nothing below
PREFIX, the folder that an interpreter of that prefix would look at.
"""

from __future__ import annotations

import os
import site
import sys
import sysconfig


def install_dir(prefix: str) -> str:
    prefix = os.path.realpath(prefix)
    for looked_at in [*site.getsitepackages(), sysconfig.get_path("platlib")]:
        path = os.path.relpath(os.path.realpath(looked_at), prefix)
        if path.split(os.sep)[0] in ("lib", "lib64"):
            return path
    return os.path.relpath(
        sysconfig.get_path("platlib", "posix_prefix", {"base": prefix, "platbase": prefix}), prefix)


if __name__ == "__main__":
    print(install_dir(sys.argv[1]))
