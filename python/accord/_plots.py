"""The drawings of the pages once more, on axes of matplotlib."""

import numpy

from accord import _accord, _tables

_LIMIT = {"color": "0.4", "linestyle": "--", "linewidth": 1}
BARS_MAX = 14


def _over_periods(axes, count, title, y_label):
    axes.set_title(title)
    axes.set_xlabel("period")
    axes.set_ylabel(y_label)
    axes.axhline(0, color="black", linewidth=0.8)
    axes.xaxis.get_major_locator().set_params(integer=True)
    return numpy.arange(1, count + 1)


def balance_muf(axes, tests, period):
    balance = tests.balance
    x = _over_periods(axes, len(balance.muf), "MUF of each period", "MUF, kg")
    limit = balance.limit_factor * balance.sigma_muf
    axes.fill_between(x, -limit, limit, step="mid", color="0.88", label=f"± LEID ({balance.limit_factor:g} × SEID)")
    axes.errorbar(x, balance.muf, balance.sigma_muf, fmt="o", capsize=3, label="MUF ± SEID (k = 1)")
    axes.legend()


def balance_sitmuf(axes, tests, period):
    title = "SITMUF: each period beside what is expected from the earlier ones"
    x = _over_periods(axes, len(tests.sequence), title, "SITMUF, standard deviations")
    regular = numpy.array([status == "regular" for status in tests.sequence.status], dtype=bool)
    axes.plot(x[regular], tests.sequence.sitmuf[regular], "o-", label="SITMUF")
    if regular.any():
        # Without loss the largest of so many passes this with the false-alarm probability.
        each = -numpy.expm1(numpy.log1p(-tests.false_alarm) / regular.sum())
        limit = _accord.alarm_limit(1.0, each)
        for y in (-limit, limit):
            axes.axhline(y, **_LIMIT)
    axes.legend()


def balance_page(axes, tests, period):
    x = _over_periods(axes, len(tests.page), "Page's test", "Page's statistic S, standard deviations")
    axes.plot(x, tests.page, "o-", label=f"S (k = {tests.page_k:g})")
    if len(tests.page_gains):
        axes.plot(x, tests.page_gains, "s--", label="S of gains")
    for answer in tests.answers:
        if answer.name == "Page":
            axes.axhline(answer.limit, label=f"threshold {answer.limit:.3f}", **_LIMIT)
    axes.legend()


def balance_contributions(axes, tests, period):
    shares = [row for row in tests.balance.shares() if row["period"] == period]
    names = [row["name"] for row in shares[:BARS_MAX]]
    per_cent = [100 * row["fraction"] for row in shares[:BARS_MAX]]
    if len(shares) > BARS_MAX:
        names.append(_tables.counted(len(shares) - BARS_MAX, "other"))
        per_cent.append(100 * sum(row["fraction"] for row in shares[BARS_MAX:]))
    axes.barh(names, per_cent)
    axes.invert_yaxis()
    axes.set_title(f"Where the variance of MUF of period {period} comes from")
    axes.set_xlabel("share of the variance, %")


def simulation_detection(axes, run, losses):
    axes.set_title("Probability of an alarm against the total loss")
    axes.set_xlabel("total loss, kg")
    axes.set_ylabel("probability of an alarm within the periods")
    axes.set_ylim(0, 1.02)
    shown = [0, *(loss for loss in losses if run.losses[loss].total_kg > 0)]
    for i, test in enumerate(run.tests):
        found = [run.detection_probability(i, loss) for loss in shown]
        axes.errorbar([run.losses[loss].total_kg for loss in shown], [p.value for p in found],
                      [2 * p.standard_error for p in found], marker="o", capsize=3, label=test.name)
    axes.legend()


def simulation_time(axes, run, loss):
    axes.set_title(f"Probability of an alarm up to each period: {run.losses[loss].name}")
    axes.set_xlabel("period")
    axes.set_ylabel("probability of an alarm up to the period")
    axes.set_ylim(0, 1.02)
    axes.xaxis.get_major_locator().set_params(integer=True)
    for i, test in enumerate(run.tests):
        axes.plot(numpy.arange(1, run.periods + 1), run.by_period(i, loss), "o-", label=test.name)
    axes.legend()
