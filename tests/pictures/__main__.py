"""What do the pictures look like? `python -m tests.pictures FOLDER` writes every sample in both themes."""

import sys
from pathlib import Path

from bot.pictures.draw import draw
from tests.pictures.samples import SAMPLES


def main() -> int:
    if len(sys.argv) != 2:
        print("python -m tests.pictures FOLDER", file=sys.stderr)  # noqa: T201
        return 2
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in SAMPLES.items():
        for dark in (False, True):
            (folder / f"{name}-{'dark' if dark else 'light'}.png").write_bytes(draw(picture, dark=dark))
    print(f"{2 * len(SAMPLES)} pictures in {folder}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
