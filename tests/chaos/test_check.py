"""Does the checker see what it is there to see?"""

import pytest

from tests.chaos.check import Findings, Sets, check

REPORTED = {1: ["20", "21", "22"], 2: ["20", "21"]}


@pytest.mark.parametrize(
    ("kept", "answered", "findings"),
    [
        (REPORTED, REPORTED, Findings(0, 0, 0, 0, 0)),
        (REPORTED, {1: ["20", "20", "22", "21"], 2: ["20", "21"]}, Findings(0, 0, 0, 0, 0)),
        ({1: ["20", "22"], 2: ["20", "21"]}, REPORTED, Findings(1, 0, 0, 0, 0)),
        ({1: ["20", "21", "22"]}, REPORTED, Findings(2, 0, 0, 0, 0)),
        ({1: ["20", "21", "21", "22"], 2: ["20", "21"]}, REPORTED, Findings(0, 1, 0, 0, 0)),
        ({1: ["20", "22", "21"], 2: ["20", "21"]}, REPORTED, Findings(0, 0, 1, 0, 0)),
        ({1: ["20", "21", "22", "23"], 2: ["20", "21"]}, REPORTED, Findings(0, 0, 0, 1, 0)),
        (REPORTED, {1: ["20", "21", "22"], 2: ["20"]}, Findings(0, 0, 0, 0, 1)),
    ],
)
def test_findings(kept: Sets, answered: Sets, findings: Findings) -> None:
    assert check(REPORTED, kept, answered) == findings
    assert bool(findings) == (findings != Findings(0, 0, 0, 0, 0))
