"""Renames, deletes or replaces the set's folder while it is open, then marks three more sentences.

Nothing may be written at the old place, the window must not say “Saved”, and every mark must come back: under the new name,
or, where the folder was deleted, when it is put back.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from driver import Desk, Display

failed = False
for what in sys.argv[1:] or ["renamed", "deleted", "replaced"]:
    screen = Display()
    desk = Desk(screen)
    pictures = Path(tempfile.mkdtemp(prefix="dicta-pictures-"))
    try:
        before, marks = desk.start_marking(2)
        other = desk.folder / "elsewhere"
        shutil.copytree(desk.set, desk.folder / "copy")
        if what == "renamed":
            desk.set.rename(other)
        elif what == "deleted":
            shutil.rmtree(desk.set)
        else:
            desk.set.rename(other)
            desk.run("import", str(desk.set), "--annotator", "alice", str(desk.folder / "empty.txt"))
        marks += sum(desk.mark() is not None for _ in range(3))
        time.sleep(5)
        screen.picture(pictures / f"{what}.png")
        ghost = desk.on_disk() if desk.set.exists() else 0
        stray = desk.set.exists() and what != "replaced"
        desk.kill()
        if what == "deleted":
            (desk.folder / "copy").rename(other)
        back = desk.recovered(other) - before
    finally:
        desk.close()
        screen.close()
    print(f"{what}: {marks} marks painted, {back} back, {marks - back} lost, {ghost} written at the old place, folder made anew: {stray}")
    print(f"pictures: {pictures}")
    failed |= back < marks or marks < 5 or ghost > 0 or stray
raise SystemExit(1 if failed else 0)
