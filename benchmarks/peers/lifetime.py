"""The peers of the suite lifetime. Names and data are those of src/suites/lifetime."""

from lifetimes import BetaGeoFitter
from side import load, serve


class Fit:
    threads = {"blas": 2, "openmp": 2}

    def __init__(self, folders):
        data = load(folders["cdnow-histories"])
        self.histories = data["repeatPurchases"].astype("float64"), data["activeSpan"], data["age"]

    def run(self):
        return BetaGeoFitter().fit(*self.histories)

    def answer(self, model):
        return {"numbers": [float(model.params_[name]) for name in ("r", "alpha", "a", "b")]}


serve({"fit": Fit}, packages=["lifetimes", "autograd", "numpy", "scipy"])
