"""Which drawing is this? A digest of all that a picture comes of: a picture that would look otherwise has another."""

from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from bot.services.pictures import Picture

LIBRARIES = ("aggdraw", "pillow")
LETTERS = 16


def edition(shown: Iterable[Picture]) -> str:
    """Of the code and the fonts here, the libraries under them, and what is shown."""
    digest = sha256()
    here = Path(__file__).parent
    for file in sorted((*here.glob("*.py"), *here.glob("fonts/*.ttf"))):
        digest.update(file.read_bytes())
    for library in LIBRARIES:
        digest.update(version(library).encode())
    for picture in shown:
        digest.update(repr(picture).encode())
    return digest.hexdigest()[:LETTERS]
