"""Do three claimers that are killed push every reminder once? A short wave; the long one is `make chaos`."""

from tests.chaos.claims import run


def test_a_wave_of_600_with_five_kills(postgres_url: str) -> None:
    report = run(postgres_url, count=600, kills=5, seed=3)
    assert report.good, report
    assert report.kills == 5
