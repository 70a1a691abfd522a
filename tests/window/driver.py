"""Drives the real window of Dicta on a display of its own: starts it, presses keys, looks at pixels, kills it.

Needs Debian's xvfb, openbox, xdotool, python3-xlib, imagemagick and strace. Every scenario beside this file is a program;
`./run` starts them all in their short form.
"""

import itertools
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from Xlib import X, display

ROOT = Path(__file__).resolve().parents[2]
WORDS = "harbour quay crane ferry pilot tide anchor lantern ledger wharf signal rope barge customs dock mast".split()
# The column in which the margin draws a red bar for each claim without a source, in a 1440 x 900 window.
BAR_AREA = (914, 90, 8, 740)
TEXT_AREA = (290, 110, 720, 700)  # x, y, width, height of the text pane in a 1440 x 900 window


def program():
    """The app to drive: $DICTA, or the release build."""
    return os.environ.get("DICTA", str(ROOT / "target/release/dicta"))


class Display:
    """An X server with a window manager; ends with the scenario."""

    def __init__(self):
        for number in itertools.count(random.randint(90, 900)):
            if not Path(f"/tmp/.X{number}-lock").exists():
                break
        self.name = f":{number}"
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.server = subprocess.Popen(["Xvfb", self.name, "-screen", "0", "1440x900x24"], **quiet)
        for _ in range(100):
            try:
                self.x = display.Display(self.name)
                break
            except Exception:
                time.sleep(0.1)
        self.manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": self.name}, **quiet)
        time.sleep(0.5)

    def close(self):
        for process in (self.manager, self.server):
            process.kill()
            process.wait()

    def pixels(self, area=TEXT_AREA):
        x, y, width, height = area
        return bytes(self.x.screen().root.get_image(x, y, width, height, X.ZPixmap, 0xFFFFFFFF).data)

    def picture(self, path):
        subprocess.run(["import", "-display", self.name, "-window", "root", str(path)], check=True)


class Desk:
    """A set, a state folder and the environment in which the app runs."""

    def __init__(self, screen, folder=None, sentences=400, annotations=0):
        self.screen = screen
        self.folder = Path(folder or tempfile.mkdtemp(prefix="dicta-window-"))
        self.set = self.folder / "set"
        self.env = {
            **os.environ,
            "DISPLAY": screen.name,
            "HOME": str(self.folder / "home"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "USER": "alice",
            "LC_ALL": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        (self.folder / "home").mkdir(parents=True, exist_ok=True)
        self.make_set(sentences, annotations)
        self.process = None
        self.injector = None

    def make_set(self, sentences, annotations):
        chooser = random.Random(7)
        per_paragraph = 12
        words = lambda: " ".join(chooser.choice(WORDS) for _ in range(4))
        # The first paragraphs are left free for the scenario; the rest carries the annotations.
        text = "\n\n".join(
            " ".join(words().capitalize() + "." for _ in range(per_paragraph)) for _ in range(sentences // per_paragraph)
        )
        source = self.folder / "harbour.txt"
        source.write_text(text + "\n", encoding="utf-8")
        self.run("import", str(self.set), "--annotator", "alice", str(source))
        if annotations:
            self.annotate(annotations)
        (self.folder / "empty.txt").write_text("An article that is only there so that the set is opened once.\n")

    def annotate(self, count):
        article = next((self.set / "articles").glob("*.txt"))
        text = article.read_text(encoding="utf-8")
        tail = [m.span() for m in re.finditer(r"[A-Za-z]+", text) if m.start() > len(text) // 8]
        rows = []
        for number in range(count):
            start, end = tail[number % len(tail)]
            # A second round over the same words takes the next word too, so that no two are twins.
            end = tail[min(number % len(tail) + number // len(tail), len(tail) - 1)][1]
            row = (
                f'        Claim(\n            id: "c{number:09d}",\n            fragments: [\n'
                f"                (span: {start}..{end}, text: {quoted(text[start:end])}, before: "
                f"{quoted(text[max(0, start - 32):start])}, after: {quoted(text[end:end + 32])}),\n            ],\n"
                '            sources: [\n                (who: Author),\n            ],\n'
                '            created: "2026-02-12T10:42:12Z",\n            modified: "2026-02-12T10:42:12Z",\n        ),\n'
            )
            rows.append((start, end, row))
        rows.sort(key=lambda row: row[:2])
        folder = self.set / "annotations/alice"
        folder.mkdir(parents=True, exist_ok=True)
        body = "".join(row for _, _, row in rows)
        head = f'(\n    format: (1, 0),\n    article: "{article.stem}",\n    annotator: "alice",\n    annotations: [\n'
        (folder / f"{article.stem}.ron").write_text(head + body + "    ],\n)\n", encoding="utf-8")

    def run(self, *arguments):
        return subprocess.run([program(), *arguments], env=self.env, capture_output=True, text=True)

    def start(self, *prefix, wait=True):
        before = self.screen.pixels()
        self.log = open(self.folder / "log", "ab")
        command = [*prefix, program(), "--annotator", "alice", str(self.set)]
        self.process = subprocess.Popen(command, env=self.env, stdout=self.log, stderr=self.log, start_new_session=True)
        if wait:
            self.wait_for_window(before)

    def pid(self):
        """The app's own process, also when it runs under another program."""
        children = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True).stdout.split()
        return int(children[0]) if children else self.process.pid

    def wait_for_window(self, before):
        last, still = None, 0
        for _ in range(600):
            time.sleep(0.1)
            now = self.screen.pixels()
            # Nothing moves any more but the caret.
            still = still + 1 if last is not None and now != before and differing(now, last) < 400 else 0
            last = now
            if still >= 5:
                self.focus()
                return
        raise SystemExit("the window did not come up")

    def focus(self):
        self.xdotool("search", "--onlyvisible", "--name", "Dicta", "windowfocus")

    def xdotool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], env=self.env, capture_output=True, text=True)

    def keys(self, *names):
        self.xdotool("key", "--delay", "1", *names)

    def type(self, text):
        self.xdotool("type", "--delay", "15", text)

    def begin(self):
        """Puts the caret at the beginning of the text."""
        self.keys("ctrl+Home")
        time.sleep(0.2)

    def mark(self, timeout=5.0):
        """Marks the next sentence as a claim. Returns the seconds until it was painted, or None if it was not."""
        self.keys("alt+Right", "alt+Right", "Left")
        before = self.painted()
        began = time.monotonic()
        self.keys("c")
        while time.monotonic() - began < timeout:
            if self.painted() > before:
                return time.monotonic() - began
            time.sleep(0.004)
        return None

    def painted(self):
        """How many claims without a source the margin shows: the red bars, counted from top to bottom."""
        width = BAR_AREA[2] * 4
        picture = self.screen.pixels(BAR_AREA)
        rows = [picture[at : at + width] for at in range(0, len(picture), width)]
        red = [any(row[x + 2] > 140 and row[x + 1] < 110 and row[x] < 110 for x in range(0, width, 4)) for row in rows]
        return sum(now and not before for before, now in zip([False, *red], red))

    def kill(self):
        """Kills the app. Returns how many marks were painted at that moment.

        The app is stopped while its picture is read, so that nothing can be painted or written after it.
        """
        os.kill(self.pid(), signal.SIGSTOP)
        painted = self.painted()
        os.kill(self.pid(), signal.SIGKILL)
        self.process.wait()
        self.end_injection()
        return painted

    def is_running(self):
        return self.process.poll() is None

    def inject(self, watched, injected):
        """Has the kernel delay or fail system calls of the running app from now on."""
        command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={watched}", "-e", f"inject={injected}"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.injector = subprocess.Popen([*command, "-p", str(self.pid())], **quiet)
        time.sleep(0.5)

    def end_injection(self):
        if self.injector:
            self.injector.kill()
            self.injector.wait()
            self.injector = None

    def recovered(self, set_folder=None):
        """Opens the set once without a window, so that the journal is read, and counts the claims in its files."""
        folder = Path(set_folder or self.set)
        ran = self.run("import", str(folder), "--annotator", "alice", str(self.folder / "empty.txt"))
        if ran.returncode == 2:
            print(f"  opening it again failed: {ran.stderr.strip()}")
        return self.on_disk(folder)

    def start_marking(self, marks=1):
        """Starts the window and makes some marks; returns the annotations on disk before, and the number of marks painted."""
        before = self.on_disk()
        self.start()
        self.begin()
        painted = sum(self.mark() is not None for _ in range(marks))
        time.sleep(3)
        return before, painted

    def on_disk(self, folder=None):
        layers = Path(folder or self.set).glob("annotations/alice/*.ron")
        return sum(layer.read_text(encoding="utf-8").count("Claim(\n") for layer in layers)

    def check(self, folder=None):
        return self.run("check", str(folder or self.set)).returncode

    def close(self):
        if self.process and self.is_running():
            self.kill()
        self.end_injection()
        shutil.rmtree(self.folder, ignore_errors=True)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def differing(a, b):
    """How many pixels differ, roughly: by rows."""
    width = TEXT_AREA[2] * 4
    rows = sum(a[at : at + width] != b[at : at + width] for at in range(0, min(len(a), len(b)), width))
    return rows * 10


def scenario(body, **settings):
    """Runs a scenario on a display of its own; its result is the exit code."""
    screen = Display()
    desk = None
    try:
        desk = Desk(screen, **settings)
        lost = body(desk)
    finally:
        if desk:
            desk.close()
        screen.close()
    sys.exit(1 if lost else 0)
