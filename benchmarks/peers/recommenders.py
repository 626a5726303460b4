"""The peers of the suite recommenders. Names and data are those of src/suites/recommenders."""

import numpy as np
from implicit.nearest_neighbours import CosineRecommender
from scipy.sparse import csr_matrix
from side import load, serve

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


def pairs_of(folders):
    """Users by items, 1 where there is a pair."""
    data = load(folders["movielens-1m-shape"])
    return csr_matrix((np.ones(len(data["items"])), data["items"], data["offsets"]))


works = {"item-knn fit": ItemKnnFit, "item-knn to all": ItemKnnToAll, "ease fit": EaseFit}
serve(works, packages=["implicit", "scipy"])
