"""A program as a user may write it, for `mypy --strict` (tools/check_types.py). It also runs."""

import accord


def stock_state(folder: str, day: str) -> str:
    """The state of the limit on the stock, on a day."""
    found = accord.open(folder).assess(on=day).find("T-STOCK")
    return found.state


def missing_kg(folder: str) -> list[float]:
    """MUF of each period of a folder of measured items."""
    balance = accord.balance(f"{folder}/items.csv", f"{folder}/methods.csv")
    return [float(value) for value in balance.muf]


if __name__ == "__main__":
    print(stock_state("examples/jcpoa", "2019-07-01"))
    print(missing_kg("examples/state/items_honest"))
