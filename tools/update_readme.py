#!/usr/bin/env python3
"""Runs the commands of README.md's console blocks and puts their present output there.

A block begins with ```console; a line in it that begins with "$ " is a command, the lines up to the next one are its
output, as on a terminal of 112 columns. story.db is made anew first. Seconds in brackets stay as they were.
Build first: tools/run.
"""
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
SECONDS = re.compile(r"\(\d+ s\)")
COLUMNS = 112


def run_on_terminal(command):
    """The command's output, errors too, as a terminal shows it."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    environment = {**os.environ, "NO_COLOR": "1"}
    streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    with subprocess.Popen(["bash", "-c", command], cwd=ROOT, env=environment, **streams) as process:
        os.close(theirs)
        output = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other side is closed
                break
            if not piece:
                break
            output += piece
    os.close(ours)
    if process.returncode != 0:
        sys.exit(f"error: {command} ended with {process.returncode}; README.md is as it was\n{output.decode()}")
    lines = output.decode().replace("\r\n", "\n").split("\n")
    # Progress is written over: what follows the last return, or the last "erase line", remains.
    lines = [re.split(r"\r|\x1b\[2?K", line)[-1].rstrip() for line in lines]
    return [line for line in lines if line]


def with_old_seconds(line, old_lines):
    for old in old_lines:
        if SECONDS.search(line) and SECONDS.sub("", old) == SECONDS.sub("", line):
            return old
    return line


def renew(block):
    """The block with its commands' present output."""
    old_lines = block.splitlines()
    lines = []
    for line in old_lines:
        if line.startswith("$ "):
            print(line, flush=True)
            lines.append(line)
            lines += [with_old_seconds(new, old_lines) for new in run_on_terminal(line[2:])]
    return "".join(line + "\n" for line in lines)


def main():
    readme = ROOT / "README.md"
    (ROOT / "story.db").unlink(missing_ok=True)
    text = readme.read_text(encoding="utf-8")
    readme.write_text(BLOCK.sub(lambda match: renew(match[0]), text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
