#!/usr/bin/env python3
"""Kills `build` at random moments and runs it again, until it ends: the file is then that of an undisturbed run.

    crash.py --program build/actorgraph [--moments 20] [--seed 1]

Moments are spread over the time that an undisturbed run takes; some runs are killed again and again. Compared are
all bytes but the two numbers of SQLite's header that count how often the file was written. Also: of two runs at
once both end well; a run that finds the disk full says so and keeps what it had committed.
"""
import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DOCUMENTS = 700
ACTORS = ["Ada Lind", "Bruno Moe", "Carla Vale", "Dana Kern", "Emil Roth", "Fenna Holt", "Gero Stahl", "Hanna Birk"]
VERBS = [("attacked", "attack"), ("met", "meet"), ("accused", "accuse"), ("praised", "praise"), ("arrested", "arrest")]
COUNTERS = [(24, 28), (92, 96)]


def token(number, form, lemma, upos, xpos, head, deprel, misc="_"):
    return f"{number}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{deprel}\t_\t{misc}\n"


def sentence(chosen):
    one, other = chosen.sample(ACTORS, 2)
    form, lemma = chosen.choice(VERBS)
    (a, b), (c, d) = one.split(), other.split()
    return f"# text = {a} {b} {form} {c} {d}.\n" + "".join([
        token(1, a, a, "PROPN", "NNP", 3, "nsubj", "Name=B-PERSON"),
        token(2, b, b, "PROPN", "NNP", 1, "flat", "Name=I-PERSON"),
        token(3, form, lemma, "VERB", "VBD", 0, "root"),
        token(4, c, c, "PROPN", "NNP", 3, "obj", "Name=B-PERSON"),
        token(5, d, d, "PROPN", "NNP", 4, "flat", "Name=I-PERSON|SpaceAfter=No"),
        token(6, ".", ".", "PUNCT", ".", 3, "punct")]) + "\n"


def write_input(path, seed):
    chosen = random.Random(seed)
    with path.open("w", encoding="utf-8") as out:
        for number in range(DOCUMENTS):
            out.write(f"# newdoc id = zenda-{number}\n# meta::dateCreated = 2024-{number % 12 + 1:02}-15\n")
            for _ in range(3):
                out.write(sentence(chosen))


def command(program, source, graph):
    return [str(program), "build", "-q", "-j", "1", "--conllu", str(source), "-o", str(graph)]


def finish(program, source, graph):
    done = subprocess.run(command(program, source, graph), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"build ended with {done.returncode}: {done.stderr}")


def content(graph):
    data = bytearray(graph.read_bytes())
    for begin, end in COUNTERS:
        data[begin:end] = bytes(end - begin)
    for side in ("-wal", "-shm", "-journal"):
        if graph.with_name(graph.name + side).exists():
            sys.exit(f"{graph.name}{side} is left after a clean end")
    return bytes(data)


def kill_at_random(program, source, graph, moments, usual_s, expected, chosen):
    kills = 0
    for moment in range(moments):
        for left in graph.parent.glob(graph.name + "*"):
            left.unlink()
        while True:
            with subprocess.Popen(command(program, source, graph), stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as run:
                time.sleep(chosen.random() * usual_s)
                run.send_signal(signal.SIGKILL)
                run.wait()
            kills += run.returncode == -signal.SIGKILL
            if chosen.random() < 0.7:
                break
        finish(program, source, graph)
        if content(graph) != expected:
            kept = Path(tempfile.gettempdir()) / f"crash-{moment}.db"
            shutil.copyfile(graph, kept)
            sys.exit(f"moment {moment}: the file differs from that of an undisturbed run; it is kept as {kept}")
    print(f"{moments} files after {kills} kills are that of an undisturbed run")


def run_two(program, source, graph, expected):
    for left in graph.parent.glob(graph.name + "*"):
        left.unlink()
    runs = [subprocess.Popen(command(program, source, graph), stderr=subprocess.PIPE, text=True) for _ in range(2)]
    ends = [(run.communicate()[1], run.returncode) for run in runs]
    for message, code in ends:
        # Who comes second waits, and says so where that takes too long.
        if code != 0 and "is writing this graph file" not in message:
            sys.exit(f"of two runs at once one ended with {code}: {message}")
    finish(program, source, graph)
    verify(program, graph)
    if len(expected) == 0:
        sys.exit("there is nothing to compare with")
    print("two runs at once make one whole file")


def verify(program, graph):
    done = subprocess.run([str(program), "verify", "-q", str(graph)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"verify ended with {done.returncode}: {done.stderr}")


def fill_disk(program, source, graph, expected):
    """A limit on the size of files stands for the full disk."""
    for left in graph.parent.glob(graph.name + "*"):
        left.unlink()

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(expected) // 3, len(expected) // 3))

    done = subprocess.run(command(program, source, graph), capture_output=True, text=True, check=False, preexec_fn=limit)
    if done.returncode != 1 or str(graph) not in done.stderr:
        sys.exit(f"a full disk: build ended with {done.returncode}: {done.stderr}")
    finish(program, source, graph)
    verify(program, graph)
    print("after a full disk the file is whole, and goes on:", done.stderr.strip().splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=lambda name: Path(name).resolve())
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="crash-") as name:
        folder = Path(name)
        os.chdir(folder)
        source = folder / "news.conllu"
        write_input(source, arguments.seed)
        graph = folder / "graph.db"
        start = time.monotonic()
        finish(arguments.program, source, graph)
        usual_s = time.monotonic() - start
        expected = content(graph)
        verify(arguments.program, graph)
        kill_at_random(arguments.program, source, graph, arguments.moments, usual_s, expected,
                       random.Random(arguments.seed))
        run_two(arguments.program, source, graph, expected)
        fill_disk(arguments.program, source, graph, expected)


if __name__ == "__main__":
    main()
