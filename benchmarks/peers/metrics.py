"""The peers of the suite metrics, in an environment of their own (requirements-metrics.txt)."""

import numpy as np
import pandas as pd
from rectools import Columns
from rectools.metrics import MAP, MRR, NDCG, HitRate, Precision, Recall, calc_metrics
from side import load, serve

METRICS = {
    "precision": Precision(k=10),
    "recall": Recall(k=10),
    "hitRate": HitRate(k=10),
    "mrr": MRR(k=10),
    "map": MAP(k=10),
    "ndcg": NDCG(k=10),
}


class Means:
    threads = {"blas": 1}

    def __init__(self, folders):
        data = load(folders["movielens-1m-lists"])
        users, places = data["lists"].shape
        self.lists = pd.DataFrame(
            {
                Columns.User: np.repeat(np.arange(users), places),
                Columns.Item: data["lists"].ravel(),
                Columns.Rank: np.tile(np.arange(1, places + 1), users),
            }
        )
        counts = np.diff(data["relevantOffsets"])
        self.relevant = pd.DataFrame({Columns.User: np.repeat(np.arange(users), counts), Columns.Item: data["relevant"]})

    def run(self):
        return calc_metrics(METRICS, self.lists, self.relevant)

    def answer(self, found):
        return {"numbers": [float(found[name]) for name in METRICS]}


serve({"means": Means}, packages=["rectools", "numpy", "pandas"])
