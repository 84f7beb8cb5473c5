"""What does Prometheus read? What this process counted, and what waits in the database, in its text format."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import accumulate

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.services.counts import BOUNDS, Counts, Spread
from bot.services.figures import Depths

PREFIX = "backcoach_"


def exposition(counts: Counts, depths: Depths | None, now: datetime) -> bytes:
    """`depths` is None while the database is away: then there are no gauges of it, and `database_up` is 0."""
    registry = CollectorRegistry()
    registry.register(Snapshot([*_counted(counts), *_waiting(depths, now)]))
    ProcessCollector(registry=registry)
    return generate_latest(registry)


class Snapshot(Collector):
    def __init__(self, families: Iterable[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterable[Metric]:
        return self._families


def _counted(counts: Counts) -> Iterator[Metric]:
    for name, value, told in (
        ("updates_accepted", counts.accepted, "Updates kept, before Telegram was told."),
        ("updates_handled", counts.handled, "Updates handled, their rows and replies committed."),
        ("updates_dead", counts.dead, "Updates put aside; `python -m bot inbox` lists them."),
        ("calls_sent", counts.sent, "Calls of the Bot API that went well."),
        ("reminders_due", counts.reminders_due, "Reminders looked at when they were due."),
        ("reminders_sent", counts.reminders_sent, "Reminders put into the outbox."),
        ("reminders_late", counts.reminders_late, "Reminders left out: too late to be of use."),
    ):
        yield CounterMetricFamily(PREFIX + name, told, value=value)
    errors = CounterMetricFamily(PREFIX + "send_errors", "Calls of the Bot API that did not go well.", labels=["kind"])
    for kind, times in sorted(counts.send_errors.items()):
        errors.add_metric([kind], times)
    yield errors
    yield _histogram(PREFIX + "turn_seconds", "How long handling one update took.", counts.turns)


def _histogram(name: str, told: str, spread: Spread) -> HistogramMetricFamily:
    """Prometheus wants for each bound how often it took that long or less."""
    family = HistogramMetricFamily(name, told)
    bounds = [*(f"{bound:g}" for bound in BOUNDS), "+Inf"]
    up_to = [float(times) for times in accumulate(spread.counts)]
    family.add_metric([], list(zip(bounds, up_to, strict=True)), sum_value=spread.seconds)
    return family


def _waiting(depths: Depths | None, now: datetime) -> Iterator[Metric]:
    yield GaugeMetricFamily(PREFIX + "database_up", "Whether the database answers.", value=float(depths is not None))
    if depths is None:
        return
    oldest = (now - depths.outbox_since).total_seconds() if depths.outbox_since else 0.0
    for name, value, told in (
        ("inbox_waiting", depths.inbox, "Updates accepted and not handled, of all processes."),
        ("inbox_dead", depths.dead, "Updates put aside and kept, of all processes."),
        ("outbox_oldest_seconds", max(oldest, 0.0), "Age of the oldest call that waits; 0 where none does."),
    ):
        yield GaugeMetricFamily(PREFIX + name, told, value=value)
    outbox = GaugeMetricFamily(PREFIX + "outbox_waiting", "Calls to be made, of all processes.", labels=["priority"])
    outbox.add_metric(["answer"], depths.outbox - depths.outbox_bulk)
    outbox.add_metric(["bulk"], depths.outbox_bulk)
    yield outbox
