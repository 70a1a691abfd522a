"""Fills the disk that holds the set and the journal, marks twelve sentences, and asks the window to close.

The window must stay, say how many changes are not safe, and lose none of them when there is room again. Needs root.
"""

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from driver import Desk, Display


def fill(path):
    """Writes until the disk takes no more."""
    with open(path, "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 512)
        except OSError:
            pass


screen = Display()
disk = Path(tempfile.mkdtemp(prefix="dicta-disk-"))
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)], check=True)
desk = Desk(screen, folder=disk / "desk")
pictures = Path(tempfile.mkdtemp(prefix="dicta-pictures-"))
try:
    before, marks = desk.start_marking()
    # Twice: the first time Dicta gives up the room that it has kept for such a moment.
    for number in range(2):
        fill(disk / f"filler{number}")
        marks += sum(desk.mark() is not None for _ in range(6))
        time.sleep(3)
    time.sleep(4)
    screen.picture(pictures / "full.png")
    desk.keys("ctrl+q")
    time.sleep(15)
    stayed = desk.is_running()
    screen.picture(pictures / "closing.png")
    for filler in disk.glob("filler*"):
        filler.unlink()
    time.sleep(8)
    if desk.is_running():
        screen.picture(pictures / "room.png")
        desk.kill()
    back = desk.recovered() - before
finally:
    desk.close()
    screen.close()
    subprocess.run(["umount", "-l", str(disk)], check=False)
    shutil.rmtree(disk, ignore_errors=True)
print(f"full disk: {marks} marks painted, the window {'stayed' if stayed else 'closed by itself'}, {back} back, {marks - back} lost")
print(f"pictures: {pictures}")
raise SystemExit(0 if stayed and back >= marks > 1 else 1)
