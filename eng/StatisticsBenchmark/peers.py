"""Peers in numpy and scikit-learn: answers one line a request, `name milliseconds value`."""
import sys
import time

import numpy as np

folder = sys.argv[1]
Q = 5


def alpha(counts):
    m = counts.sum(axis=1)
    counts = counts[m > 1]
    m = m[m > 1]
    totals = counts.sum(axis=0).astype(float)
    pairs = counts.T @ (counts / (m - 1)[:, None]) - np.diag((counts / (m - 1)[:, None]).sum(axis=0))
    ranks = np.cumsum(totals) - totals / 2
    squared = (ranks[:, None] - ranks[None, :]) ** 2
    n = totals.sum()
    return 1 - (pairs * squared).sum() / n / ((totals[:, None] * totals[None, :] * squared).sum() / (n * (n - 1)))


def run_alpha():
    count = int(units.max()) + 1
    counts = np.bincount(units.astype(np.int64) * Q + values, minlength=count * Q).reshape(count, Q).astype(float)
    return alpha(counts)


def run_bootstrap():
    random = np.random.default_rng(1)
    return float(np.std([alpha(few[random.integers(0, len(few), len(few))]) for _ in range(1000)]))


def run_regressions():
    design = np.column_stack([np.ones(len(drivers)), drivers[:, :-1]])
    outcome = drivers[:, -1]
    for _ in range(10_000):
        left = np.linalg.lstsq(design, outcome, rcond=None)[1]
    return float(1 - left[0] / ((outcome - outcome.mean()) ** 2).sum())


for line in sys.stdin:
    name = line.strip()
    if name == "load":
        units = np.fromfile(folder + "/units.i32", dtype=np.int32)
        values = np.fromfile(folder + "/values.u8", dtype=np.uint8)
        few = np.fromfile(folder + "/few.i32", dtype=np.int32).reshape(-1, Q).astype(float)
        drivers = np.fromfile(folder + "/drivers.f64", dtype=np.float64).reshape(-1, 21)
        print("ready", flush=True)
        continue
    start = time.process_time()
    value = {"alpha": run_alpha, "bootstrap": run_bootstrap, "regressions": run_regressions}[name]()
    print(name, (time.process_time() - start) * 1000, repr(value), flush=True)
