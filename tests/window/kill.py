"""Kills the window at a random moment while sentences are marked, and counts what comes back.

    kill.py [--kills 20] [--annotations 0] [--slow-fsync MS] [--keep FOLDER]

A mark is lost when it was painted at the moment of the kill and is not in the set after it was opened again.
`--slow-fsync` delays every fsync and fdatasync of the app by so many milliseconds. `--keep` copies the set and its
journal, as the kill left them, to a folder for each kill that lost something. Ends with 1 if anything was lost or torn.
"""

import argparse
import random
import shutil
import time
from pathlib import Path

from driver import Desk, Display

arguments = argparse.ArgumentParser()
arguments.add_argument("--kills", type=int, default=20)
arguments.add_argument("--annotations", type=int, default=0)
arguments.add_argument("--slow-fsync", type=int, default=0)
arguments.add_argument("--keep", type=Path)
arguments.add_argument("--seed", type=int, default=1)
given = arguments.parse_args()
chance = random.Random(given.seed)

screen = Display()
# Long enough that every annotation has a place of its own, and the first sentences stay free.
desk = Desk(screen, sentences=max(400, given.annotations // 2), annotations=given.annotations)
shutil.copytree(desk.set, desk.folder / "fresh")
sent = painted = lost = torn = 0
try:
    for kill in range(given.kills):
        shutil.rmtree(desk.set)
        shutil.rmtree(desk.folder / "state", ignore_errors=True)
        shutil.copytree(desk.folder / "fresh", desk.set)
        before = desk.on_disk()
        desk.start()
        if given.slow_fsync:
            desk.inject("fsync,fdatasync", f"fsync,fdatasync:delay_enter={given.slow_fsync * 1000}")
        desk.begin()
        for _ in range(chance.randint(1, 7)):
            sent += 1
            desk.mark()
        time.sleep(chance.choice([0, 0, 0.02, 0.05, 0.1, 0.3, 0.6, 1.2]))
        seen = desk.kill()
        if given.keep:
            kept = given.keep / f"kill-{kill + 1}"
            for part in ("set", "state"):
                shutil.copytree(desk.folder / part, kept / part)
        back = desk.recovered() - before
        painted += seen
        lost += max(0, seen - back)
        torn += desk.check() != 0
        if seen > back:
            print(f"kill {kill + 1}: painted {seen}, back {back}", flush=True)
        elif given.keep:
            shutil.rmtree(kept)
finally:
    desk.close()
    screen.close()
kind = f"{given.annotations} annotations" + (f", fsync takes {given.slow_fsync} ms" if given.slow_fsync else "")
print(f"{kind}: {given.kills} kills, {sent} marks sent, {painted} painted, {lost} lost, {torn} torn sets")
raise SystemExit(1 if lost or torn or not painted else 0)
