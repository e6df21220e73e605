#!/usr/bin/env python3
"""Runs clang-tidy over the sources of a build folder's compile_commands.json, in parallel.

Tests are left out (doctest's macros trip half of the checks). A source that passed is not looked at again until
it, a header of the repository that it includes, its compile command, .clang-tidy or clang-tidy itself changes:
the hash of these is kept in BUILD/tidy_passed/.

Prints the findings of each source that has some, and exits 1 then.
"""
import argparse
import concurrent.futures
import hashlib
import json
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIDY = "clang-tidy-14"
LEFT_OUT = {"tests", "build"}


def find_commands(build, names):
    """The compile commands of the repository's own sources, in path order; only those under `names` if any."""
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = Path(entry["file"])
        if not path.is_relative_to(ROOT) or path.relative_to(ROOT).parts[0] in LEFT_OUT:
            continue
        if names and not any(path.is_relative_to(name.resolve()) for name in names):
            continue
        commands[path] = entry
    return [commands[path] for path in sorted(commands)]


def find_headers(entry):
    """The headers that a source includes, without those of the system."""
    words = shlex.split(entry["command"])
    if "-o" in words:
        at = words.index("-o")
        del words[at:at + 2]
    words = [word for word in words if word != "-c"] + ["-MM", "-MT", "x"]
    listed = subprocess.run(words, cwd=entry["directory"], capture_output=True, text=True, check=False)
    return sorted(listed.stdout.replace("\\\n", " ").split()[1:])


def hash_of(entry, setup):
    """All that decides what clang-tidy says of a source."""
    hasher = hashlib.sha256(setup)
    hasher.update(entry["command"].encode())
    for name in find_headers(entry):
        hasher.update(name.encode())
        hasher.update((Path(entry["directory"]) / name).read_bytes())
    return hasher.hexdigest()


def check(entry, build, setup):
    """clang-tidy's findings on one source; empty where it passes."""
    passed = build / "tidy_passed" / hash_of(entry, setup)
    if passed.exists():
        return ""
    run = subprocess.run(
        [TIDY, "-p", str(build), "--quiet", entry["file"]], capture_output=True, text=True, check=False
    )
    if run.returncode == 0:
        passed.touch()
        return ""
    return run.stdout or run.stderr


def main():
    parser = argparse.ArgumentParser(description="Runs clang-tidy over the sources, remembering what passed.")
    parser.add_argument("--build", type=Path, required=True, help="folder with compile_commands.json")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("names", nargs="*", type=Path, help="only these files or folders")
    args = parser.parse_args()
    build = args.build.resolve()
    (build / "tidy_passed").mkdir(exist_ok=True)
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    setup = version + (ROOT / ".clang-tidy").read_bytes()

    entries = find_commands(build, args.names)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        results = pool.map(lambda entry: check(entry, build, setup), entries)
        for number, (entry, findings) in enumerate(zip(entries, results), 1):
            name = Path(entry["file"]).relative_to(ROOT)
            print(f"[{number}/{len(entries)}] {name}", flush=True)
            if findings:
                failed += 1
                print(findings, flush=True)
    print(f"{len(entries) - failed} of {len(entries)} sources pass")
    return 1 if failed or not entries else 0


if __name__ == "__main__":
    sys.exit(main())
