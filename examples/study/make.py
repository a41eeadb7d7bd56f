#!/usr/bin/python3
"""The series of this example, made up with a fixed seed: make.py writes the tables beside it."""
import pathlib
import random

here = pathlib.Path(__file__).resolve().parent
draw = random.Random(4)


def write(name, rows):
    lines = ["time,value", *(f"{time:g},{value:.10g}" for time, value in rows)]
    (here / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def rates(mean, spread, step):
    """A rate in kg/h in steps of about `step` hours, from 0 to beyond 96."""
    time, out = 0.0, []
    while time < 96:
        out.append((time, round(mean * (1 + spread * draw.uniform(-1, 1)), 3)))
        time = round(time + step * draw.choice((0.5, 1, 1, 1.5)), 2)
    return out


def mass(series, begin, end):
    """Held rates from begin to end, kg."""
    steps = zip(series, [*(time for time, _ in series[1:]), 96.0], strict=True)
    return sum(rate * max(0.0, min(stop, end) - max(time, begin)) for (time, rate), stop in steps)


feed = rates(2.0, 0.1, 2)
waste = rates(0.05, 0.5, 4)
packed = [(hour, round(draw.uniform(11.2, 11.8), 3)) for hour in range(5, 96, 6)]
stock = [30.0]
for day in range(4):
    begin, end = 24 * day, 24 * (day + 1)
    into = mass(feed, begin, end) - mass(waste, begin, end)
    out = sum(kg for hour, kg in packed if begin <= hour < end)
    stock.append(stock[-1] + into - out)
# What is measured of the stock: two tanks, each with an error of its own.
share = [0.6, 0.55, 0.62, 0.58, 0.6]
tanks = [[(24 * i, round(kg * (s if which == 0 else 1 - s) * (1 + draw.gauss(0, 0.003)), 3))
          for i, (kg, s) in enumerate(zip(stock, share, strict=True))] for which in (0, 1)]

write("feed.csv", feed)
write("waste.csv", waste)
write("packed.csv", packed)
write("tank-a.csv", tanks[0])
write("tank-b.csv", tanks[1])
