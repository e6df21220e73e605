#!/usr/bin/env python3
"""Checks completions and manual pages with the programs that read them. Those that are missing are passed over.

    manual_test.py --program build/actorgraph
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def check_silent(what, done, faults):
    if done.returncode != 0 or done.stdout.strip() or done.stderr.strip():
        faults.append(f"{what}: exit {done.returncode}\n{done.stdout}{done.stderr}")


def complete(script, words, folder):
    """What bash offers for the last of `words`."""
    quoted = " ".join(f"'{word}'" for word in words)
    code = (f"source '{script}'; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _actorgraph; "
            'printf "%s\\n" "${COMPREPLY[@]}"')
    done = run("bash", "-c", code, cwd=folder)
    return done.stdout.split() if not done.stderr else [done.stderr]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = Path(parser.parse_args().program).resolve()
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_silent("manual", run(str(program), "manual", str(folder / "manual")), faults)
        manual = folder / "manual"
        pages = sorted((manual / "man1").glob("*.1"))
        commands = {page.stem.removeprefix("actorgraph-") for page in pages}
        for command in ("build", "query", "path", "actor-join"):
            if command not in commands:
                faults.append(f"there is no page of {command}")
        if "manual" in commands:
            faults.append("a hidden command has a page")
        for page in pages:
            if shutil.which("groff"):
                check_silent(page.name, run("groff", "-man", "-Tutf8", "-ww", "-z", str(page)), faults)
            if shutil.which("man"):
                done = run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(page),
                           env={**os.environ, "MANROFFSEQ": "", "LC_ALL": "C.UTF-8"})
                if done.returncode != 0 or done.stderr.strip():
                    faults.append(f"{page.name}: {done.stderr}")
        for shell, script in (("bash", manual / "bash" / "actorgraph"), ("zsh", manual / "zsh" / "_actorgraph"),
                              ("fish", manual / "fish" / "actorgraph.fish")):
            if shutil.which(shell):
                check_silent(shell, run(shell, "-n", str(script)), faults)
        bash = manual / "bash" / "actorgraph"
        (folder / "story.db").touch()
        for words, expected in (
                (["actorgraph", "qu"], ["query"]),
                (["actorgraph", "query", "--si"], ["--since"]),
                (["actorgraph", "query", "st"], ["story.db"]),
                (["actorgraph", "query", "-f", "j"], ["json", "jsonl"]),
                (["actorgraph", "top", "story.db", "--by", "p"], ["pagerank"]),
                (["actorgraph", "actor", "jo"], ["join"]),
                (["actorgraph", "build", "-o", "st"], ["story.db"])):
            found = complete(bash, words, folder)
            if found != expected:
                faults.append(f"{' '.join(words)}: bash offers {found}, expected {expected}")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
