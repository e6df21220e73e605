#!/usr/bin/env python3
"""Runs the program on the cases beside this file and compares what it does with what they expect.

    run.py --program build/actorgraph [--rewrite] [CASE...]

A case is a folder with
    cmd      shell commands; run in a fresh folder that holds the case's other files and those of inputs/
    stdout   the expected output; none where the file is missing
    stderr   the expected messages; none where the file is missing
    exit     the expected exit code; 0 where the file is missing
    user     present where the commands must not run as root; as root they are run as nobody
The program is found as `actorgraph`, the sample articles in $SAMPLES. --rewrite writes what was seen as what is expected: read the diff.
"""
import argparse
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONTROL = {"cmd", "stdout", "stderr", "exit", "user"}
NOBODY = 65534
TIMEOUT_S = 120


def environment(program):
    kept = {name: os.environ[name] for name in ("TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
    return {"PATH": f"{program.parent}:{os.environ.get('PATH', '/usr/bin:/bin')}", "LC_ALL": "C.UTF-8",
            "HOME": "/nonexistent", "SAMPLES": str(HERE.parents[1] / "samples"), **kept}


def as_nobody():
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def fill(folder, case):
    for origin in (HERE / "inputs", case):
        for path in sorted(origin.iterdir()):
            if origin == case and path.name in CONTROL:
                continue
            if path.is_dir():
                shutil.copytree(path, folder / path.name)
            else:
                shutil.copyfile(path, folder / path.name)


def run_case(case, program, user):
    """What the commands of `case` print and return: {"stdout": bytes, "stderr": bytes, "exit": bytes}."""
    with tempfile.TemporaryDirectory(prefix="golden-") as name:
        folder = Path(name)
        fill(folder, case)
        if user:
            for path in [folder, *folder.rglob("*")]:
                os.chown(path, NOBODY, NOBODY)
        done = subprocess.run(["sh", "-c", (case / "cmd").read_text(encoding="utf-8")], cwd=folder,
                              env=environment(program), stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=TIMEOUT_S, check=False, **user)
        for path in folder.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o700)
    return {"stdout": done.stdout, "stderr": done.stderr,
            "exit": b"" if done.returncode == 0 else f"{done.returncode}\n".encode()}


def expected(case):
    return {part: (case / part).read_bytes() if (case / part).exists() else b"" for part in ("stdout", "stderr", "exit")}


def rewrite(case, seen):
    for part, content in seen.items():
        if content:
            (case / part).write_bytes(content)
        else:
            (case / part).unlink(missing_ok=True)


def show_difference(case, part, want, got):
    lines = [content.decode("utf-8", "backslashreplace").splitlines(keepends=True) for content in (want, got)]
    print(f"FAILED  {case.name}: {part} differs")
    sys.stdout.writelines(line if line.endswith("\n") else line + "\n"
                          for line in difflib.unified_diff(*lines, "expected", "seen"))


def main():
    parser = argparse.ArgumentParser(description="Runs the golden command cases.")
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--rewrite", action="store_true")
    parser.add_argument("cases", nargs="*")
    args = parser.parse_args()
    program = args.program.resolve()
    if program.name != "actorgraph" or not os.access(program, os.X_OK):
        sys.exit(f"{program} is not the program actorgraph; build it first")
    cases = [HERE / name for name in args.cases] or sorted(path.parent for path in HERE.glob("*/cmd"))

    failed = skipped = 0
    for case in cases:
        user = {}
        if (case / "user").exists() and os.geteuid() == 0:
            user = as_nobody()
            try:
                reachable = subprocess.run([program, "--version"], capture_output=True, check=False, **user).returncode == 0
            except OSError:
                reachable = False
            if not reachable:
                print(f"skipped {case.name}: it must not run as root, and nobody cannot reach {program}")
                skipped += 1
                continue
        seen = run_case(case, program, user)
        if args.rewrite:
            rewrite(case, seen)
            continue
        differences = [(part, want, seen[part]) for part, want in expected(case).items() if want != seen[part]]
        for part, want, got in differences:
            show_difference(case, part, want, got)
        failed += bool(differences)
    print(f"{len(cases)} cases, {failed} failed, {skipped} skipped" if not args.rewrite else f"{len(cases)} cases rewritten")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
