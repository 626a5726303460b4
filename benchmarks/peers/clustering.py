"""The peers of the suite clustering. Names and data are those of src/suites/clustering."""

from warnings import filterwarnings

from side import load, serve
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score

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


class Silhouette:
    threads = TWO_THREADS

    def __init__(self, folders):
        data = load(folders["labelled-points-20000x3"])
        self.points = data["points"]
        self.labels = data["labels"]

    def run(self):
        return silhouette_score(self.points, self.labels)

    def answer(self, mean):
        return {"numbers": [float(mean)]}


class IndicesOfMeans:
    threads = TWO_THREADS

    def __init__(self, folders):
        data = load(folders["labelled-points-1000000x6"])
        self.points = data["points"]
        self.labels = data["labels"]

    def run(self):
        return [calinski_harabasz_score(self.points, self.labels), davies_bouldin_score(self.points, self.labels)]

    def answer(self, both):
        return {"numbers": [float(each) for each in both]}


serve(
    {
        "k-means": FromGiven,
        "seeded k-means": FromSeeding,
        "ten restarts": TenRestarts,
        "elbow": Elbow,
        "silhouette": Silhouette,
        "indices of means": IndicesOfMeans,
    },
    packages=["numpy", "scikit-learn"],
)
