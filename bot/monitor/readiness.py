"""Can this process do its work? The database is there, its tables are in order, and updates come in."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Readiness:
    database: bool = False
    """It answers."""
    tables: bool = False
    """At the revision that this version asks for, or a newer one (a newer version is being rolled out)."""
    updates: bool = False
    """By polling, Telegram answered last time; by webhook, it is told where to post, and this process takes them."""

    @property
    def ready(self) -> bool:
        return self.database and self.tables and self.updates

    @property
    def told(self) -> dict[str, bool]:
        return {"ready": self.ready, **asdict(self)}
