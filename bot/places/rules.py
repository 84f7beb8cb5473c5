"""Which edition of the world's time zones is in force? Known by name, so that a new one is noticed."""

import zoneinfo
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LONGEST = 64
NAMED_IN = ("+VERSION", "tzdata.zi")
"""Files of a system's time zones that begin with the edition: "2026a", or "# version 2026a"."""


def zone_rules() -> str:
    """The system's edition, which Python prefers, and that of the package, which stands in for it."""
    return f"{_of_system()}/{_of_package()}"[:LONGEST]


def _of_system() -> str:
    for folder in zoneinfo.TZPATH:
        for name in NAMED_IN:
            try:
                with (Path(folder) / name).open(encoding="ascii", errors="replace") as file:
                    return file.readline(40).removeprefix("# version").strip()
            except OSError:
                continue
    return ""


def _of_package() -> str:
    try:
        return version("tzdata")
    except PackageNotFoundError:
        return ""
