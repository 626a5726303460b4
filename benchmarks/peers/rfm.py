"""The peers of the suite rfm. Names and data are those of src/suites/rfm; polars runs on two threads (POLARS_MAX_THREADS)."""

from functools import reduce

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
    """Scores of a log in which an order may have lines of several customers."""

    threads = {}

    def __init__(self, folders):
        self.lines = table(load(folders[TEN_MILLION]), ["customer", "order", "time", "amount"]).lazy()

    def orders(self):
        # Adding up orders first is faster than counting them with n_unique.
        return self.lines.group_by("customer", "order").agg(pl.col("time").max(), pl.col("amount").sum())

    def run(self):
        orders = self.orders()
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


class RfmByOrder(Rfm):
    """Scores of a log in which the lines of an order are all of one customer."""

    def orders(self):
        return self.lines.group_by("order").agg(pl.col("customer").first(), pl.col("time").max(), pl.col("amount").sum())


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
        self.category_of = pl.DataFrame({"product": np.arange(len(category), dtype="int32"), "category": category}).lazy()

    def run(self):
        orders = self.orders()
        parts = [self.totals(orders), self.days(orders), self.products(), self.categories()]
        return reduce(lambda left, right: left.join(right, on="customer"), parts).select(*features()).collect()

    def orders(self):
        """What lines say of their order: an order belongs to one customer, so one key tells orders apart."""
        return self.lines.group_by("order").agg(
            pl.col("customer", "time", "channel").first(),
            pl.col("amount", "quantity", "listAmount").sum(),
            prices=(pl.col("amount") / pl.col("quantity")).sum(),
            lines=pl.len(),
        ).with_columns(day=pl.col("time").dt.date())

    def totals(self, orders):
        return orders.group_by("customer").agg(
            pl.len().alias("orders"),
            pl.col("quantity").sum(),
            total=pl.col("amount").sum(),
            price=pl.col("prices").sum() / pl.col("lines").sum(),
            listed=pl.col("listAmount").sum(),
            first=pl.col("time").min(),
            last=pl.col("time").max(),
            weekend=(pl.col("day").dt.weekday() >= 6).sum(),
            **{f"channel {channel}": (pl.col("channel") == channel).sum() for channel in range(CHANNELS)},
        )

    def days(self, orders):
        """Sorting days and leaving out gaps of 0 is faster than distinct days and a window for each customer."""
        same = pl.col("customer") == pl.col("customer").shift()
        gap = pl.when(same).then(pl.col("day").diff().dt.total_days())
        days = orders.select("customer", "day").sort("customer", "day").with_columns(gap=gap)
        return days.filter((pl.col("gap") > 0) | pl.col("gap").is_null()).group_by("customer").agg(
            days=pl.len(), gap=pl.col("gap").mean(), deviation=pl.col("gap").std(ddof=0)
        )

    def products(self):
        return self.lines.group_by("customer").agg(products=pl.col("product").n_unique())

    def categories(self):
        lines = self.lines.select("customer", "product", "amount").join(self.category_of, on="product")
        spent = lines.group_by("customer", "category").agg(pl.col("amount").sum())
        return spent.group_by("customer").agg(
            categories=pl.len(),
            **{
                f"category {category}": pl.col("amount").filter(pl.col("category") == category).sum()
                for category in range(CATEGORIES)
            },
        )

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


serve({"rfm": Rfm, "rfm by order": RfmByOrder, "behaviour": Behaviour}, packages=["polars", "numpy"])
