"""Lets every fsync of the app hang for a minute, marks eight sentences, and asks the window to close.

The window must say within a few seconds that the disk does not respond, must not close by itself, and a kill after that may
lose nothing: written is enough to survive a kill.
"""

import tempfile
import time
from pathlib import Path

from driver import Desk, Display

screen = Display()
desk = Desk(screen)
pictures = Path(tempfile.mkdtemp(prefix="dicta-pictures-"))
try:
    before, marks = desk.start_marking()
    desk.inject("fsync,fdatasync", "fsync,fdatasync:delay_enter=60000000")
    marks += sum(desk.mark() is not None for _ in range(8))
    time.sleep(5)
    screen.picture(pictures / "stalled.png")
    desk.keys("ctrl+q")
    time.sleep(15)
    stayed = desk.is_running()
    if stayed:
        screen.picture(pictures / "closing.png")
        desk.kill()
    desk.end_injection()
    back = desk.recovered() - before
finally:
    desk.close()
    screen.close()
print(f"stalled disk: {marks} marks painted, the window {'stayed' if stayed else 'closed by itself'}, {back} back, {marks - back} lost")
print(f"pictures: {pictures}")
raise SystemExit(0 if stayed and back >= marks > 1 else 1)
