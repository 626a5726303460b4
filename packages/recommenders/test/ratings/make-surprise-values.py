"""Writes surprise-values.json: what Surprise 1.1.5 gives for a few ratings. Needs scikit-surprise and pandas.

Run in this folder: python make-surprise-values.py
"""

import json
from importlib.metadata import version

import numpy as np
import pandas as pd
from surprise import BaselineOnly, Dataset, KNNBaseline, KNNBasic, KNNWithMeans, KNNWithZScore, Reader, SlopeOne

USERS, ITEMS = 10, 8
stream = np.random.default_rng(7)
ratings = [
    (user, item, 4 if user == 3 else int(stream.integers(1, 6)))
    for user in range(USERS)
    for item in range(ITEMS)
    if stream.random() < 0.55
]
frame = pd.DataFrame(ratings, columns=["user", "item", "rating"])
train = Dataset.load_from_df(frame, Reader(rating_scale=(1, 5))).build_full_trainset()
rated = {(user, item) for user, item, _ in ratings}
open_pairs = [(user, item) for user in range(USERS) for item in range(ITEMS) if (user, item) not in rated]


def estimates(model):
    model.fit(train)
    return [round(float(model.predict(user, item, clip=False).est), 12) for user, item in open_pairs]


def neighbours(kind, measure, user_based, k, min_k, min_support, **more):
    options = {"name": measure, "user_based": user_based, "min_support": min_support, **more}
    model = kind(k=k, min_k=min_k, sim_options=options, verbose=False)
    return {
        "model": kind.__name__,
        "similarity": measure,
        "userBased": user_based,
        "k": k,
        "minK": min_k,
        "minSupport": min_support,
        **more,
        "estimates": estimates(model),
    }


knn = []
for kind in (KNNBasic, KNNWithMeans, KNNWithZScore, KNNBaseline):
    for measure in ("cosine", "msd", "pearson", "pearson_baseline"):
        for user_based in (True, False):
            knn.append(neighbours(kind, measure, user_based, 3, 1, 1))
            knn.append(neighbours(kind, measure, user_based, 40, 2, 3))
    knn.append(neighbours(kind, "pearson_baseline", True, 40, 1, 1, shrinkage=0))

baselines = []
for options in ({}, {"reg_u": 5, "reg_i": 2, "n_epochs": 3}, {"reg_u": 0, "reg_i": 0, "n_epochs": 1}):
    full = {"reg_u": 15, "reg_i": 10, "n_epochs": 10} | options
    model = BaselineOnly(bsl_options={"method": "als", **options}, verbose=False)
    baselines.append(
        {
            "customerRegularization": full["reg_u"],
            "productRegularization": full["reg_i"],
            "epochs": full["n_epochs"],
            "estimates": estimates(model),
            "productBiases": [round(float(model.bi[train.to_inner_iid(item)]), 12) for item in range(ITEMS)],
            "customerBiases": [round(float(model.bu[train.to_inner_uid(user)]), 12) for user in range(USERS)],
        }
    )

values = {
    "about": "Estimates are those of the pairs in open, not cut to the scale.",
    "madeWith": {name: version(name) for name in ("scikit-surprise", "numpy")},
    "ratings": ratings,
    "open": open_pairs,
    "knn": knn,
    "baselines": baselines,
    "slopeOne": estimates(SlopeOne()),
}
with open("surprise-values.json", "w") as file:
    json.dump(values, file)
