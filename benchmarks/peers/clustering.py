"""The peers of the suite clustering. Names and data are those of src/suites/clustering."""

from warnings import filterwarnings

from scipy.cluster.hierarchy import linkage
from side import load, serve
from sklearn.cluster import DBSCAN, KMeans, MiniBatchKMeans
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score
from sklearn.mixture import GaussianMixture

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


def tree(method, name):
    """The linkage of scipy, compared by its last twenty heights."""

    class Tree:
        threads = {"blas": 1, "openmp": 1}

        def __init__(self, folders):
            self.points = load(folders[name])["points"]

        def run(self):
            return linkage(self.points, method)

        def answer(self, merges):
            return {"numbers": merges[-20:, 2].tolist()}

    return Tree


class Densities:
    threads = TWO_THREADS

    def __init__(self, folders):
        self.points = load(folders[HUNDRED_THOUSAND])["points"]

    def run(self):
        return DBSCAN(eps=0.1, min_samples=5, n_jobs=2).fit(self.points)

    def answer(self, model):
        noise = int((model.labels_ == -1).sum())
        return {"numbers": [int(model.labels_.max()) + 1, noise, len(model.core_sample_indices_)]}


class Mixture:
    threads = TWO_THREADS

    def __init__(self, folders):
        self.points = load(folders[HUNDRED_THOUSAND])["points"]

    def run(self):
        return GaussianMixture(5, n_init=1, max_iter=20, tol=0, random_state=1).fit(self.points)

    def answer(self, model):
        return {"numbers": []}


class MiniBatches:
    # Two threads take longer: they wait for one another after every batch.
    threads = {"blas": 1, "openmp": 1}

    def __init__(self, folders):
        self.points = load(folders[MILLION])["points"]

    def run(self):
        # One sweep: as many batches as there are whole ones in a million rows.
        options = {"batch_size": 1024, "max_iter": 1, "tol": 0, "max_no_improvement": None}
        return MiniBatchKMeans(8, n_init=1, random_state=1, **options).fit(self.points)

    def answer(self, model):
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
        "ward": tree("ward", "normal-points-20000x3"),
        "average": tree("average", "normal-points-5000x3"),
        "complete": tree("complete", "normal-points-5000x3"),
        "single": tree("single", "normal-points-5000x3"),
        "dbscan": Densities,
        "mixture": Mixture,
        "mini-batch": MiniBatches,
        "silhouette": Silhouette,
        "indices of means": IndicesOfMeans,
    },
    packages=["numpy", "scipy", "scikit-learn"],
)
