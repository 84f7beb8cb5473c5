"""The coach as an operator runs it: `python -m bot ...` in a process of its own, with a log to read."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

UP = "the coach is up"


@dataclass
class CoachProcess:
    process: "subprocess.Popen[str]"
    log: Path
    said: list[str]

    @property
    def address(self) -> str:
        """Where the chat page is."""
        line = next(line for line in self.said if "in your browser" in line)
        return line.rsplit(" ", 1)[1].strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)


def ended(*command: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    """A command run to its end; only the given settings are in force."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *command],
        env=_environment(settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}  # noqa: TID251
    return {**plain, "PYTHONUNBUFFERED": "1", **settings}


@contextmanager
def coach_process(folder: Path, *command: str, **settings: str) -> Iterator[CoachProcess]:
    """Started and up; killed on the way out if it still runs. Only the given settings are in force."""
    log = folder / "coach.log"
    with log.open("a") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", *command],
            env=_environment(settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert process.stdout is not None
        said: list[str] = []
        try:
            for line in process.stdout:
                said.append(line)
                errors.write(line)
                if UP in line:
                    break
            assert process.poll() is None, "".join(said)
            yield CoachProcess(process, log, said)
        finally:
            if process.poll() is None:
                process.kill()
            errors.write(process.stdout.read())
            process.stdout.close()
            process.wait()
