"""Marks a sentence and at once sends SIGTERM, SIGINT or SIGHUP: the mark must be in the set's files when the app has ended."""

import os
import signal

from driver import Desk, Display

failed = False
for name in ("SIGTERM", "SIGINT", "SIGHUP"):
    screen = Display()
    desk = Desk(screen)
    try:
        before = desk.on_disk()
        desk.start()
        desk.begin()
        marks = sum(desk.mark() is not None for _ in range(3))
        os.kill(desk.pid(), getattr(signal, name))
        code = desk.process.wait(timeout=20)
        back = desk.on_disk() - before
    finally:
        desk.close()
        screen.close()
    print(f"{name}: {marks} marks painted, {back} in the files, exit code {code}")
    failed |= back < marks or marks < 3 or code != 0
raise SystemExit(1 if failed else 0)
