#!/usr/bin/env python3
"""Measures `actorgraph build` from files to graph file: words per second and peak memory, by number of threads.

    bench/whole_run.py [--program build/actorgraph] [--articles 5000] [--threads 1 2] [--repeat 1]

Makes the corpus with make_corpus.py beside the program and prints a Markdown table; of several repeats the
fastest counts. Also exports every graph and fails where two differ: the number of threads must not show.
"""
import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def measure(command):
    """Runs a command; seconds, processor seconds and peak memory in MiB of that process alone."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"error: {' '.join(command)} ended with {process.returncode}:\n{errors}")
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def make_corpus(folder, articles):
    command = [sys.executable, str(HERE / "make_corpus.py"), str(folder), "--articles", str(articles)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def hash_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    parser = argparse.ArgumentParser(description="Measures whole runs of `actorgraph build`.")
    parser.add_argument("--program", type=Path, default=HERE.parent / "build/actorgraph")
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--repeat", type=int, default=1)
    args = parser.parse_args()
    program = args.program.resolve()

    with tempfile.TemporaryDirectory(dir=program.parent) as folder:
        corpus = Path(folder) / "corpus"
        size = make_corpus(corpus, args.articles)
        print(f"{size['articles']:,} articles, {size['words']:,} words; {os.cpu_count()} cores\n")
        print("| threads | seconds | processor seconds | words/s | articles/s | peak MiB | graph file MiB |")
        print("|---:|---:|---:|---:|---:|---:|---:|")
        exports = set()
        for threads in args.threads:
            runs = []
            for _ in range(args.repeat):
                store = Path(folder) / "run.db"
                store.unlink(missing_ok=True)
                command = [str(program), "build", str(corpus), "-o", str(store), "--threads", str(threads)]
                runs.append(measure(command))
            seconds, processor = min(run[:2] for run in runs)
            peak = max(run[2] for run in runs)
            rates = f"{size['words'] / seconds:,.0f} | {size['articles'] / seconds:,.0f}"
            file_mib = store.stat().st_size / 2**20
            print(f"| {threads} | {seconds:.1f} | {processor:.1f} | {rates} | {peak:,.0f} | {file_mib:,.1f} |", flush=True)
            graph = Path(folder) / f"{threads}.json"
            measure([str(program), "export", str(store), "-o", str(graph)])
            exports.add((hash_of(store), hash_of(graph)))
    if len(exports) > 1:
        sys.exit("error: the graphs differ by number of threads")
    return 0


if __name__ == "__main__":
    sys.exit(main())
