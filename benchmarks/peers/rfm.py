"""The peers of the suite rfm. Names and data are those of src/suites/rfm; polars runs on two threads (POLARS_MAX_THREADS)."""

import numpy as np
import polars as pl
from side import load, serve

TEN_MILLION = "order-log-10000000"
DETAILED = "order-log-10000000-with-details"
# The moment after the last order: 730 days from 2022-01-01.
AS_OF = pl.date(2024, 1, 1)
CATEGORIES = 12
CHANNELS = 3


def table(arrays, names):
    """Columns of lines, times as times."""
    columns = pl.DataFrame({name: arrays[name] for name in names})
    return columns.with_columns(pl.col("time").cast(pl.Int64).cast(pl.Datetime("ms")))


class Rfm:
    threads = {}

    def __init__(self, folders):
        self.lines = table(load(folders[TEN_MILLION]), ["customer", "order", "time", "amount"]).lazy()

    def run(self):
        # Adding up orders first is faster than counting them with n_unique in one step.
        orders = self.lines.group_by("customer", "order").agg(pl.col("time").max(), pl.col("amount").sum())
        customers = orders.group_by("customer").agg(
            recency=(AS_OF - pl.col("time").max().dt.date()).dt.total_days(),
            frequency=pl.len(),
            monetary=pl.col("amount").sum(),
        )
        return customers.with_columns(
            recency_score=5 - below("recency"),
            frequency_score=1 + below("frequency"),
            monetary_score=1 + below("monetary"),
        ).collect()

    def answer(self, scored):
        totals = [float(scored[name].sum()) for name in ["recency", "frequency", "monetary"]]
        r, f, m = (scored[f"{name}_score"].to_numpy().astype(int) for name in ["recency", "frequency", "monetary"])
        cells = np.bincount((r - 1) * 25 + (f - 1) * 5 + m - 1, minlength=125)
        return {"numbers": totals + cells.tolist()}


def below(metric):
    """Number of quintile cuts (type 7) strictly below a value."""
    value = pl.col(metric)
    return pl.sum_horizontal(
        (value > value.quantile(fifth / 5, "linear")).cast(pl.Int32) for fifth in range(1, 5)
    )


class Behaviour:
    threads = {}

    def __init__(self, folders):
        arrays = load(folders[DETAILED])
        names = ["customer", "order", "time", "amount", "product", "quantity", "listAmount", "channel"]
        self.lines = table(arrays, names).lazy()
        category = arrays["category"]
        self.categories = pl.DataFrame({"product": np.arange(len(category), dtype="int32"), "category": category}).lazy()

    def run(self):
        day = pl.col("time").dt.date().alias("day")
        customers = self.lines.group_by("customer").agg(
            total=pl.col("amount").sum(),
            quantity=pl.col("quantity").sum(),
            price=(pl.col("amount") / pl.col("quantity")).mean(),
            listed=pl.col("listAmount").sum(),
            first=pl.col("time").min(),
            last=pl.col("time").max(),
        )
        orders = self.lines.group_by("customer", "order").agg(pl.col("time", "channel").first()).with_columns(day)
        by_order = orders.group_by("customer").agg(
            pl.len().alias("orders"),
            (pl.col("day").dt.weekday() >= 6).sum().alias("weekend"),
            *((pl.col("channel") == channel).sum().alias(f"channel {channel}") for channel in range(CHANNELS)),
        )
        gap = pl.col("day").diff().over("customer").dt.total_days()
        days = orders.select("customer", "day").unique().sort("customer", "day").with_columns(gap=gap)
        by_day = days.group_by("customer").agg(
            days=pl.len(), gap=pl.col("gap").mean(), deviation=pl.col("gap").std(ddof=0)
        )
        products = self.lines.group_by("customer", "product").agg(pl.col("amount").sum())
        by_product = products.join(self.categories, on="product").group_by("customer").agg(
            pl.len().alias("products"),
            pl.col("category").n_unique().alias("categories"),
            *(
                pl.col("amount").filter(pl.col("category") == category).sum().alias(f"category {category}")
                for category in range(CATEGORIES)
            ),
        )
        joined = customers.join(by_order, on="customer").join(by_day, on="customer").join(by_product, on="customer")
        return joined.select(*features()).collect()

    def answer(self, features):
        return {"numbers": [float(features[name].sum()) for name in sorted(features.columns)]}


def features():
    """The features from the facts of customers, by the names of the other side."""
    col = pl.col
    tenure = (AS_OF - col("first").dt.date()).dt.total_days()
    milliseconds = (col("last") - col("first")).dt.total_milliseconds()
    return [
        col("total").alias("totalSpending"),
        (col("total") / col("orders")).alias("spendingPerOrder"),
        col("orders"),
        col("days").alias("shoppingDays"),
        tenure.alias("tenure"),
        pl.when(col("days") > 1).then(col("gap")).otherwise(tenure).alias("daysBetweenPurchases"),
        (milliseconds / 86_400_000 / col("orders")).alias("timeBetweenPurchases"),
        pl.when(col("days") > 2).then(col("deviation") / col("gap")).otherwise(0).alias("gapVariation"),
        (col("weekend") / col("orders")).alias("weekendShare"),
        col("quantity").alias("totalQuantity"),
        (col("total") / col("quantity")).alias("spendingPerItem"),
        col("price").alias("meanPrice"),
        col("products").alias("distinctProducts"),
        col("categories").alias("distinctCategories"),
        (1 - col("total") / col("listed")).alias("discount"),
        *(
            (col(f"channel {channel}") / col("orders")).alias(f"channelShares.{channel}")
            for channel in range(CHANNELS)
        ),
        *(
            (col(f"category {category}") / col("total")).alias(f"categoryShares.category {category}")
            for category in range(CATEGORIES)
        ),
    ]


serve({"rfm": Rfm, "behaviour": Behaviour}, packages=["polars", "numpy"])
