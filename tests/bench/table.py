"""How are figures shown and judged? As ratios to the stock echo bot, which machines and moods do not change."""

from collections.abc import Mapping, Sequence

from tests.bench.measure import Figures

MUST_REACH = (
    "Must reach: questions >= 1.5 x and durably logged sets >= 0.7 x the stock echo bot's replies/s; "
    "1 M sets stored <= 1.15 x 10 k in CPU a reply; < 150 MB; first reply < 2 s."
)


def table(results: Mapping[str, Figures], stock: str, messages: int) -> str:
    base = results[stock]
    lines = [
        f"{messages} messages waiting, SQLite with synchronous=FULL, medians:",
        f"{'':<36}{'replies/s':>10}{'x stock':>9}{'CPU ms':>8}{'p50 ms':>8}{'p99 ms':>8}{'alone ms':>10}",
    ]
    lines += [
        f"{name:<36}{one.per_second:>10.0f}{one.per_second / base.per_second:>9.2f}{one.cpu_ms:>8.2f}"
        f"{one.p50:>8.0f}{one.p99:>8.0f}{one.alone:>10.1f}"
        for name, one in results.items()
    ]
    return "\n".join(lines)


def judge(
    results: Mapping[str, Figures], starts: Mapping[str, tuple[float, float]], stock: str
) -> Sequence[tuple[str, bool]]:
    """What was to be reached, as far as it was measured, and whether it was."""
    base = results[stock].per_second
    verdicts = []
    for name, at_least in (("coach: questions", 1.5), ("coach: sets", 0.7)):
        if name in results:
            ratio = results[name].per_second / base
            verdicts.append((f"{name}: {ratio:.2f} x stock (>= {at_least})", ratio >= at_least))
    for what in ("sets", "/workout"):
        small, large = (results.get(f"coach, {count} sets stored: {what}") for count in ("10 k", "1 M"))
        if small and large:
            ratio = large.cpu_ms / small.cpu_ms
            verdicts.append((f"{what} at 1 M: {ratio:.2f} x the cost at 10 k (<= 1.15)", ratio <= 1.15))
    for name, (memory, first_reply) in starts.items():
        if name not in ("stock", "aiogram", "delivery"):
            verdicts.append((f"{name}: {memory:.0f} MB (< 150)", memory < 150))
            verdicts.append((f"{name}: first reply after {first_reply:.2f} s (< 2)", first_reply < 2))
    return verdicts
