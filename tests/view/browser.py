"""The Chromium of the system, as tests and benchmark start it."""

from __future__ import annotations

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
FLAGS += ["--disable-background-networking", "--disable-component-update"]
# Containers give /dev/shm little room, and a page that finds it full is gone without a word.
FLAGS += ["--disable-dev-shm-usage"]
MISSING = f"no Chromium on the PATH (looked for {', '.join(NAMES)}); install one, e.g. apt install chromium"


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)
