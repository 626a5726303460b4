"""What the peers of all suites share: one line of JSON in, one line out, as in src/messages.ts.

A work is a class. It is made with the folders of its data sets, by name; `run()` is what is timed; `answer(result)` gives the
numbers that the other side's are compared with; `threads` limits each kind of thread pool, in threadpoolctl's words.
"""

import json
import os
import platform
import sys
import time
from importlib.metadata import version
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_info, threadpool_limits


def load(folder):
    """The arrays of a data set, by name."""
    arrays = json.loads(Path(folder, "header.json").read_text())["arrays"]
    return {
        name: np.fromfile(Path(folder, array["file"]), dtype=array["type"]).reshape(array["shape"])
        for name, array in arrays.items()
    }


def serve(works, packages):
    """Answers requests until the input ends. `works` are classes by name, `packages` those whose versions count."""
    # What a library prints must not come between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    prepared = {}
    for line in sys.stdin:
        request = json.loads(line)
        try:
            response = {"value": answer(request, works, prepared, packages)}
        except Exception as error:
            response = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(response), file=answers, flush=True)


def answer(request, works, prepared, packages):
    """The value for one request; `prepared` holds each work that is ready, with its last result."""
    if request["do"] == "versions":
        return versions(packages)
    name = request["work"]
    with threadpool_limits(limits=works[name].threads):
        if request["do"] == "prepare":
            prepared[name] = {"work": works[name](request["folders"])}
            return getattr(works[name], "units", 1)
        if request["do"] == "run":
            return seconds_of_run(prepared[name])
        if request["do"] == "answer":
            return prepared[name]["work"].answer(prepared[name]["result"])
        del prepared[name]
        return None


def seconds_of_run(entry):
    entry.pop("result", None)
    start = time.perf_counter()
    entry["result"] = entry["work"].run()
    return time.perf_counter() - start


def versions(packages):
    """Versions by name, with the kernels that the linear algebra library has chosen for this processor."""
    found = {"Python": platform.python_version()} | {name: version(name) for name in packages}
    for pool in threadpool_info():
        if pool["user_api"] == "blas":
            owner = Path(pool["filepath"]).parent.name.removesuffix(".libs")
            found[f"{pool['internal_api']} in {owner}"] = f"{pool['version']} ({pool['architecture']})"
    return found
