"""The peers of the suite recommenders. Names and data are those of src/suites/recommenders."""

import numpy as np
import pandas as pd
from implicit.nearest_neighbours import CosineRecommender
from scipy.sparse import csr_matrix
from side import load, serve
from surprise import Dataset, KNNBaseline, Reader

# implicit counts an item among its own neighbours.
NEIGHBOURS = 51


class ItemKnnFit:
    threads = {"blas": 1, "openmp": 2}

    def __init__(self, folders):
        self.pairs = pairs_of(folders)

    def run(self):
        model = CosineRecommender(K=NEIGHBOURS, num_threads=2)
        model.fit(self.pairs, show_progress=False)
        return model

    def answer(self, model):
        return {"numbers": (np.asarray(model.similarity.sum(axis=1)).ravel() - 1).tolist()}


class ItemKnnToAll(ItemKnnFit):
    def __init__(self, folders):
        super().__init__(folders)
        self.users = np.arange(self.pairs.shape[0])
        self.model = super().run()

    def run(self):
        return self.model.recommend(self.users, self.pairs, N=10, filter_already_liked_items=True)

    def answer(self, result):
        _, scores = result
        return {"numbers": scores.mean(axis=1).tolist()}


class EaseFit:
    threads = {"blas": 2, "openmp": 1}
    regularization = 300.0
    asked = 20

    def __init__(self, folders):
        self.pairs = pairs_of(folders)

    def run(self):
        gram = (self.pairs.T @ self.pairs).toarray()
        diagonal = np.diag_indices_from(gram)
        gram[diagonal] += self.regularization
        inverse = np.linalg.inv(gram)
        weights = inverse / -np.diag(inverse)
        weights[diagonal] = 0
        return weights

    def answer(self, weights):
        return {"numbers": (self.pairs[: self.asked] @ weights).ravel().tolist()}


class RatingKnnForesee:
    threads = {"blas": 1, "openmp": 1}

    def __init__(self, folders):
        data = load(folders["movielens-100k-u1"])
        ratings = pd.DataFrame({name: data[name] for name in ("user", "item", "rating")})
        self.train = Dataset.load_from_df(ratings, Reader(rating_scale=(1, 5))).build_full_trainset()
        self.pairs = list(zip(data["testUser"].tolist(), data["testItem"].tolist()))

    def run(self):
        model = KNNBaseline(sim_options={"name": "pearson_baseline"}, verbose=False)
        model.fit(self.train)
        return [model.predict(user, item, clip=False).est for user, item in self.pairs]

    def answer(self, estimates):
        return {"numbers": [float(estimate) for estimate in estimates]}


def pairs_of(folders):
    """Users by items, 1 where there is a pair."""
    data = load(folders["movielens-1m-shape"])
    return csr_matrix((np.ones(len(data["items"])), data["items"], data["offsets"]))


works = {
    "item-knn fit": ItemKnnFit,
    "item-knn to all": ItemKnnToAll,
    "ease fit": EaseFit,
    "rating-knn foresee": RatingKnnForesee,
}
serve(works, packages=["implicit", "scipy", "scikit-surprise"])
