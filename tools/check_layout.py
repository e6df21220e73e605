#!/usr/bin/env python3
"""Refuses what the layout of the sources does not allow.

Includes: a folder with an actorgraph_module() in its CMakeLists.txt may include itself and the folders of its USES
list; cli joins the stages and may include all. A quoted include names its file from the root: no "../", no bare
name. The folders' USES must not go round in a circle. Tests, benchmarks and fuzz targets may include what they like.

Lists: every source, tests too, is named in the CMakeLists.txt of its folder or of one above it, and so is every
header of a module: what is not listed is neither built nor checked.

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


def is_listed(path, root):
    """True where a CMakeLists.txt beside or above `path` names it."""
    for folder in path.parents:
        lists = folder / "CMakeLists.txt"
        if lists.is_file():
            words = re.split(r'[\s()"]+', re.sub(r"#.*", "", lists.read_text(encoding="utf-8")))
            name = path.relative_to(folder).as_posix()
            # actorgraph_fuzz_target(json_lines) builds json_lines_fuzz.cpp.
            names = {name, name.removesuffix("_fuzz.cpp")}
            if not names.isdisjoint(words) or f"${{PROJECT_SOURCE_DIR}}/{path.relative_to(root).as_posix()}" in words:
                return True
        if folder == root:
            return False
    return False


def find_sources(folder):
    return sorted(path for path in folder.rglob("*") if path.suffix in {".cpp", ".hpp"})


def check_lists(root, modules):
    """Sources, and headers of modules, that no CMakeLists.txt names."""
    problems = []
    for folder in sorted(path for path in root.iterdir() if (path / "CMakeLists.txt").is_file()):
        for path in find_sources(folder):
            wanted = path.suffix == ".cpp" or (path.parent.parent == root and folder.name in modules)
            if wanted and not is_listed(path, root):
                problems.append(f"{path.relative_to(root)}:1: no CMakeLists.txt lists this file")
    return problems


def check_tree(root):
    """All violations below `root`, one text each."""
    modules = find_modules(root)
    problems = check_lists(root, modules)
    circle = find_circle(modules)
    if circle:
        problems.append("CMakeLists.txt: folders use one another in a circle: " + " -> ".join(circle))
    for folder in sorted(set(modules) | JOINS_ALL):
        for path in find_sources(root / folder):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                problem = match and check_include(folder, match[1], modules)
                if problem:
                    problems.append(f"{path.relative_to(root)}:{number}: {problem}")
    return problems


def main():
    parser = argparse.ArgumentParser(description="Checks #includes and lists of sources.")
    parser.add_argument("root", nargs="?", type=Path, default=Path(__file__).resolve().parent.parent)
    problems = check_tree(parser.parse_args().root)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
