"""Marks six sentences on a disk that went read-only, then copies the set to another disk and opens it there. Needs root.

Every mark must be in the copy.
"""

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from driver import Desk, Display

screen = Display()
disk = Path(tempfile.mkdtemp(prefix="dicta-disk-"))
desk = Desk(screen)
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)], check=True)
pictures = Path(tempfile.mkdtemp(prefix="dicta-pictures-"))
try:
    shutil.move(desk.set, disk / "set")
    desk.set = disk / "set"
    before = desk.on_disk()
    desk.start()
    desk.begin()
    marks = sum(desk.mark() is not None for _ in range(2))
    time.sleep(3)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    marks += sum(desk.mark() is not None for _ in range(6))
    time.sleep(4)
    screen.picture(pictures / "read-only.png")
    desk.kill()
    copy = desk.folder / "copied"
    shutil.copytree(desk.set, copy)
    back = desk.recovered(copy) - before
finally:
    desk.close()
    screen.close()
    subprocess.run(["umount", "-l", str(disk)], check=False)
    shutil.rmtree(disk, ignore_errors=True)
print(f"moved set: {marks} marks painted, {back} in the copy, {marks - back} lost")
print(f"pictures: {pictures}")
raise SystemExit(0 if back >= marks > 2 else 1)
