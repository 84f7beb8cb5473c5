"""What does `make test` run? Style, types, floors, knowledge, then every test; the first that fails ends it."""

import os
import subprocess
import sys
import time
from pathlib import Path

PYTHON = sys.executable
BIN = Path(PYTHON).parent
STEPS = (
    ("layout", [BIN / "ruff", "format", "--check", "--quiet", "."]),
    ("lint", [BIN / "ruff", "check", "--quiet", "."]),
    ("types", [BIN / "mypy", "--no-error-summary"]),
    ("floors", [BIN / "lint-imports"]),
    ("knowledge", [PYTHON, "-m", "bot", "check"]),
    ("browser", [PYTHON, "-m", "tests.browser"]),
)
TESTS = [PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"]


def step(name: str, command: list[object]) -> bool:
    started = time.monotonic()
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    print(f"{name:10} {'ok' if done.returncode == 0 else 'FAILED'}  {time.monotonic() - started:.0f} s", flush=True)  # noqa: T201
    if done.returncode != 0:
        print(done.stdout, done.stderr, sep="\n")  # noqa: T201
    return done.returncode == 0


def main() -> int:
    os.chdir(Path(__file__).parent.parent)
    if not all(step(name, list(command)) for name, command in STEPS):
        return 1
    return subprocess.run([*TESTS, *sys.argv[1:]], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
