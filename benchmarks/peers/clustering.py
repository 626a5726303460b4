"""The peers of the suite clustering. Names and data are those of src/suites/clustering."""

from warnings import filterwarnings

from side import load, serve
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning

# Twenty rounds are what is asked for, converged or not.
filterwarnings("ignore", category=ConvergenceWarning)

MILLION = "normal-points-1000000x6"
HUNDRED_THOUSAND = "normal-points-100000x3"
TWO_THREADS = {"blas": 2, "openmp": 2}


class FromGiven:
    threads = TWO_THREADS

    def __init__(self, folders):
        data = load(folders[MILLION])
        self.points = data["points"]
        self.initial = data["initial"]

    def run(self):
        return KMeans(8, init=self.initial, n_init=1, max_iter=20, tol=0, algorithm="lloyd").fit(self.points)

    def answer(self, model):
        return {"numbers": [model.inertia_]}


class FromSeeding:
    threads = TWO_THREADS

    def __init__(self, folders):
        self.points = load(folders[MILLION])["points"]

    def run(self):
        return KMeans(8, n_init=1, max_iter=20, tol=0, random_state=1).fit(self.points)

    def answer(self, model):
        return {"numbers": []}


class TenRestarts:
    threads = TWO_THREADS

    def __init__(self, folders):
        self.points = load(folders[HUNDRED_THOUSAND])["points"]

    def run(self):
        return KMeans(8, n_init=10, random_state=1).fit(self.points)

    def answer(self, model):
        return {"numbers": []}


class Elbow:
    threads = TWO_THREADS

    def __init__(self, folders):
        self.points = load(folders["quartile-scores"])["points"]

    def run(self):
        return [KMeans(k, n_init=10, random_state=1).fit(self.points).inertia_ for k in range(1, 50)]

    def answer(self, inertias):
        return {"numbers": []}


serve(
    {"k-means": FromGiven, "seeded k-means": FromSeeding, "ten restarts": TenRestarts, "elbow": Elbow},
    packages=["numpy", "scikit-learn"],
)
