"""The peers of the suite compute. Names and data are those of src/suites/compute."""

import numpy as np
from implicit.cpu.als import AlternatingLeastSquares
from scipy.sparse import csr_matrix, identity
from side import load, serve

REGULARIZATION = 500
# Every such cell of a matrix is compared.
STEP = 997


class Product:
    threads = {"blas": 1}

    def __init__(self, folders):
        squares = load(folders["squares-1024"])
        self.left = squares["left"]
        self.right = squares["right"]

    def run(self):
        return self.left @ self.right

    def answer(self, product):
        return {"numbers": product.ravel()[::STEP].tolist()}


class Inverse:
    threads = {"blas": 2}

    def __init__(self, folders):
        pairs = pairs_of(folders).astype("float64")
        self.matrix = (pairs.T @ pairs + REGULARIZATION * identity(pairs.shape[1])).toarray()

    def run(self):
        return np.linalg.inv(self.matrix)

    def answer(self, inverse):
        return {"numbers": inverse.ravel()[::STEP].tolist()}


class Recommend:
    # implicit asks for this: its own threads share out the users, and the products within one stay on their thread.
    threads = {"blas": 1, "openmp": 2}

    def __init__(self, folders):
        factors = load(folders["factors-64"])
        self.pairs = pairs_of(folders)
        self.users = np.arange(len(factors["users"]))
        self.model = AlternatingLeastSquares(factors=factors["users"].shape[1], num_threads=2)
        self.model.user_factors = factors["users"]
        self.model.item_factors = factors["items"]

    def run(self):
        return self.model.recommend(self.users, self.pairs, N=10, filter_already_liked_items=True)

    def answer(self, result):
        items, _ = result
        users = self.model.user_factors.astype("float64")
        chosen = self.model.item_factors.astype("float64")[items]
        return {"numbers": np.einsum("uf,unf->un", users, chosen).ravel().tolist()}


def pairs_of(folders):
    """Users by items, 1 where there is a pair."""
    data = load(folders["movielens-1m-shape"])
    ones = np.ones(len(data["items"]), dtype="float32")
    return csr_matrix((ones, data["items"], data["offsets"]))


serve(
    {"product 1024": Product, "inverse": Inverse, "recommend": Recommend},
    packages=["numpy", "scipy", "implicit"],
)
