#!/usr/bin/env python3
"""Refuses an #include that the architecture does not allow.

A folder with an actorgraph_module() in its CMakeLists.txt may include itself and the folders of its USES list;
cli joins the stages and may include all. A quoted include names its file from the root: no "../", no bare name.
The folders' USES must not go round in a circle. Tests, benchmarks and fuzz targets are not checked.

Prints one line a violation, "file:line: message", and exits 1 where there is one.
"""
import argparse
import re
import sys
from pathlib import Path

JOINS_ALL = {"cli"}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
KEYWORDS = {"SOURCES", "HEADERS", "USES", "LIBRARIES"}


def module_uses(cmake_text):
    """The USES of the file's actorgraph_module() by the module's name; a file may declare none."""
    text = re.sub(r"#.*", "", cmake_text)
    uses = {}
    for call in re.findall(r"\bactorgraph_module\s*\(([^)]*)\)", text):
        words = call.split()
        section = None
        uses[words[0]] = set()
        for word in words[1:]:
            if word in KEYWORDS:
                section = word
            elif section == "USES":
                uses[words[0]].add(word)
    return uses


def find_modules(root):
    """Folder name -> the folders that it may use."""
    modules = {}
    for path in sorted(root.glob("*/CMakeLists.txt")):
        folder = path.parent.name
        uses = module_uses(path.read_text(encoding="utf-8"))
        if folder in uses:
            modules[folder] = uses[folder]
    return modules


def find_circle(modules):
    """A list of folders that use one another in a circle, else an empty list."""

    def visit(folder, trail):
        if folder in trail:
            return trail[trail.index(folder):] + [folder]
        for used in sorted(modules.get(folder, ())):
            circle = visit(used, trail + [folder])
            if circle:
                return circle
        return []

    for folder in sorted(modules):
        circle = visit(folder, [])
        if circle:
            return circle
    return []


def check_include(folder, target, modules):
    """What is wrong with `#include "target"` in a file of `folder`, else None."""
    if ".." in Path(target).parts:
        return f'"{target}" leaves its folder; include it from the root of the repository'
    if "/" not in target:
        return f'"{target}" names no folder; write "{folder}/{target}"'
    used = target.split("/")[0]
    if used == folder or folder in JOINS_ALL:
        return None
    allowed = modules.get(folder, set())
    if used not in allowed:
        names = ", ".join(sorted(allowed)) or "nothing"
        return f'"{target}": {folder} may use {names}; see {folder}/CMakeLists.txt'
    return None


def check_tree(root):
    """All violations below `root`, one text each."""
    modules = find_modules(root)
    problems = []
    circle = find_circle(modules)
    if circle:
        problems.append("CMakeLists.txt: folders use one another in a circle: " + " -> ".join(circle))
    for folder in sorted(set(modules) | JOINS_ALL):
        files = sorted(p for p in (root / folder).rglob("*") if p.suffix in {".cpp", ".hpp"})
        for path in files:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                problem = match and check_include(folder, match[1], modules)
                if problem:
                    problems.append(f"{path.relative_to(root)}:{number}: {problem}")
    return problems


def main():
    parser = argparse.ArgumentParser(description="Checks #includes against the folders' USES lists.")
    parser.add_argument("root", nargs="?", type=Path, default=Path(__file__).resolve().parent.parent)
    problems = check_tree(parser.parse_args().root)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
