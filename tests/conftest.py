"""What all tests share: no deadlines for generated examples, and the measured figures at the end of a run."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile("suite", deadline=None)  # a first example loads word lists, and machines are busy
settings.load_profile("suite")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests recorded, so that a run's log shows them whether or not they pass."""
    reports = [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]
    figures = [value for report in reports for key, value in report.user_properties if key == "figure"]
    if figures:
        terminalreporter.section("figures: measured, floor")
        terminalreporter.write("\n".join(sorted(figures)) + "\n")
