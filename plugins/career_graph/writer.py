"""The output folder: writes what changed, leaves what did not, removes what is no longer made."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

State = dict[str, tuple[str, int]]
"""Path in the output → digest of what it was made from, and its size."""


@dataclass
class Tally:
    """What a build did, in files."""

    pages: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0


class Output:
    """An output folder and what is known of it from the build before.

    `owned` are the top-level folders in which every file is ours: what is not made again is removed there.
    A file that someone else changed is noticed by its size.
    """

    def __init__(self, folder: Path, state_file: Path, owned: tuple[str, ...]) -> None:
        self.folder, self.tally = folder, Tally()
        self._state_file, self._owned = state_file, owned
        self._before = _read_state(state_file)
        self._now: State = {}

    def write_page(self, path: str, digest: str, render: Callable[[], str]) -> None:
        """Write a page, unless the file of the same digest is there."""
        self.tally.pages += 1
        if self._is_current(path, digest):
            self.tally.unchanged += 1
            self._now[path] = self._before[path]
        else:
            self._write(path, digest, render().encode())

    def write_file(self, path: str, data: bytes) -> None:
        """Write a file that is no page, unless it is there with the same bytes."""
        file = self.folder / path
        if not (file.is_file() and file.read_bytes() == data):
            self._write(path, "", data)
        self._now[path] = ("", len(data))

    def finish(self) -> Tally:
        """Remove files that were not made this time, and remember the rest."""
        for path in sorted(set(self._before) | set(self._found())):
            if path not in self._now:
                self._remove(self.folder / path)
        _write_state(self._state_file, self._before, self._now)
        return self.tally

    def _is_current(self, path: str, digest: str) -> bool:
        known_digest, known_size = self._before.get(path, ("", -1))
        file = self.folder / path
        return known_digest == digest and file.is_file() and file.stat().st_size == known_size

    def _write(self, path: str, digest: str, data: bytes) -> None:
        file = self.folder / path
        self._clear_the_way(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        self._now[path] = (digest, len(data))
        self.tally.written += 1

    def _clear_the_way(self, file: Path) -> None:
        """Remove what an earlier build left where a folder or this file must stand."""
        if file.is_dir() and not file.is_symlink():
            shutil.rmtree(file)
        for parent in file.relative_to(self.folder).parents:
            if (self.folder / parent).is_file():
                (self.folder / parent).unlink()

    def _found(self) -> Iterator[str]:
        for name in self._owned:
            for file in (self.folder / name).rglob("*"):
                if not file.is_dir():
                    yield file.relative_to(self.folder).as_posix()

    def _remove(self, file: Path) -> None:
        if file.is_file() or file.is_symlink():
            file.unlink()
            self.tally.removed += 1
        for parent in file.parents:
            if parent == self.folder or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()


def _read_state(file: Path) -> State:
    try:
        known = json.loads(file.read_bytes()).items()
        return {path: (digest, size) for path, (digest, size) in known if ".." not in Path(path).parts and not Path(path).is_absolute()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _write_state(file: Path, before: State, now: State) -> None:
    if now != before:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(now, indent=0), "utf-8")
