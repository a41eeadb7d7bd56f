"""Budgets, products and target values: the worked examples of the statistics chapter, sections 1.2
to 1.5."""

import math

import numpy
import pytest

import accord
from accord import measurement


def test_the_lot_of_example_1_1():
    total = 7.008
    lines = {
        "weighing random": measurement.replicated_sigma(weighing=0.0005, weighings=10) * total,
        "weighing systematic": 0.0005 * total,
        "sampling": measurement.replicated_sigma(sampling=0.001) * total,
        "titration random": measurement.replicated_sigma(analysis=0.001, analyses_per_sample=2)
        * total,
        "titration systematic": 0.001 * total,
        "TIMS random": 0.001 * total,
        "TIMS systematic": 0.001 * total,
    }
    made = measurement.budget(lines)
    assert made.combined == pytest.approx(0.0153137, abs=5e-8)
    assert made.combined / total == pytest.approx(0.00218518, abs=5e-9)
    contributions = {share.name: share.contribution for share in made.shares}
    assert contributions["weighing random"] == pytest.approx(0.0011081, abs=5e-8)
    assert contributions["titration random"] == pytest.approx(0.0049554, abs=5e-8)
    assert sum(share.variance_share for share in made.shares) == pytest.approx(1, rel=1e-14)
    assert [s.contribution for s in made.shares] == sorted(
        (s.contribution for s in made.shares), reverse=True
    )


@pytest.mark.parametrize("lines, all_six, printed", [
    ([0.003, 0.077, 0.244, 0.05, 0.05, 0.005], 0.2655, 0.261),
    ([0.003, 0.0271, 0.142, 0.05, 0.05, 0.005], 0.1610, 0.153),
    ([0.003, 0.0002, 0.112, 0.05, 0.05, 0.005], 0.1326, 0.123),
])
def test_the_printed_budget_of_example_1_2_leaves_a_line_out(lines, all_six, printed):
    assert measurement.budget(lines).combined == pytest.approx(all_six, abs=5e-5)
    assert measurement.budget(lines[:4] + lines[5:]).combined == pytest.approx(printed, abs=5e-4)


@pytest.mark.parametrize("a, b, ratio", [(0.05, 0.05, 1.0), (0.3, 0.3, 1.022252), (0.2, 0.1, None)])
def test_products_are_exact_above_fifteen_per_cent(a, b, ratio):
    exact = math.sqrt((1 + a * a) * (1 + b * b) - 1)
    linear = math.hypot(a, b)
    expected = linear if max(a, b) <= 0.15 else exact
    assert measurement.product_sigma([a, b]) == pytest.approx(expected, rel=1e-13)
    if ratio:
        assert measurement.product_sigma([a, b]) / linear == pytest.approx(ratio, abs=5e-7)


def test_degrees_of_freedom_are_those_of_welch_and_satterthwaite():
    made = measurement.budget([3.0, 4.0], degrees_of_freedom=[9, math.inf])
    assert made.degrees_of_freedom == pytest.approx(5.0**4 / (3.0**4 / 9))
    assert measurement.budget([3.0, 4.0], sensitivity=[2, 0]).combined == 6


@pytest.mark.parametrize("wrong", [[1, -1], [1, math.nan], "text", [[1]]])
def test_wrong_budgets_are_refused(wrong):
    with pytest.raises((ValueError, accord.AccordError)):
        measurement.budget(wrong)


def test_target_values_need_somebody_who_verified_them():
    scale = [
        {
            "method": "scale",
            "component": kind,
            "kind": "relative",
            "standard_deviation": sigma,
            "source_key": key,
            "target": "EBAL; any; mass",
        }
        for kind, sigma, key in (("random", 0.003, ""), ("systematic", 0.004, "scale"))
    ]
    row = {
        "edition": "made up",
        "method": "EBAL",
        "material": "any",
        "quantity": "mass",
        "u_r": 0.004,
        "u_s": 0.003,
        "unit": "fraction",
        "source_page": "nowhere",
    }
    with pytest.raises(accord.AccordError) as error:
        measurement.against_targets(scale, [row])
    assert error.value.code == "B012"
    shown, = measurement.against_targets(scale, [row], demonstration=True)
    assert (shown["declared"], shown["target"], shown["within"]) == (
        pytest.approx(0.005),
        pytest.approx(0.005),
        True,
    )
    verified = dict(row, verified_by="A. N. Other", verified_on="2030-01-01", u_s=None)
    shown, = measurement.against_targets(scale, [verified])
    assert shown["declared"] == 0.003 and shown["ratio"] == pytest.approx(0.75)
    with pytest.raises(accord.AccordError) as error:
        measurement.against_targets([dict(scale[0], target="EBAL; any; weight")], [verified])
    assert error.value.code == "B026"


def test_a_printed_figure_is_that_of_its_lines_or_not():
    lines = [0.003, 0.077, 0.244, 0.05, 0.05, 0.005]  # EX-1.2, U-234
    assert not measurement.budget(lines).agrees_with(0.261, 0.001)
    assert measurement.budget(numpy.delete(lines, 3)).agrees_with(0.261, 0.001)
    assert measurement.budget([3, 4]).agrees_with(5.49, 1) and not measurement.budget(
        [3, 4]
    ).agrees_with(5.51, 1)


def test_welch_and_satterthwaite_against_simulation():
    """The formula matches mean and variance of the estimated variance: ν = 2·mean²/variance."""
    random = numpy.random.default_rng(5)
    degrees, scales = (6, 12), (1.0, 0.8)
    estimated = sum(s**2 * random.chisquare(d, 400_000) / d for s, d in zip(scales, degrees))
    effective = measurement.budget(scales, degrees_of_freedom=degrees).degrees_of_freedom
    assert 2 * estimated.mean() ** 2 / estimated.var() == pytest.approx(effective, rel=0.02)
    assert measurement.budget(
        [1, 1], degrees_of_freedom=[5, numpy.inf]
    ).degrees_of_freedom == pytest.approx(20)


def test_products_quotients_and_rounding_against_simulation():
    random = numpy.random.default_rng(6)
    factors = [0.1, 0.2, 0.25]
    product = numpy.prod([1 + s * random.standard_normal(1_000_000) for s in factors], axis=0)
    assert product.std() == pytest.approx(measurement.product_sigma(factors), rel=0.005)
    quotient = (1 / (1 + 0.1 * random.standard_normal(1_000_000))).mean() - 1
    assert quotient == pytest.approx(measurement.quotient_bias(0.1), rel=0.07)
    values = random.uniform(0, 1000, 500_000)
    assert (numpy.round(values / 0.05) * 0.05 - values).std() == pytest.approx(
        measurement.rounding_sigma(0.05), rel=0.005
    )


@pytest.mark.parametrize(
    "call, message",
    [
        (lambda: measurement.budget([1, math.nan]), r"lines\[1\] is nan"),
        (lambda: measurement.budget([1, 2], sensitivity=[1]), r"sensitivity has shape \(1,\)"),
        (lambda: measurement.budget([1], degrees_of_freedom=[math.nan]), r"degrees_of_freedom\[0\] is nan"),
        (lambda: measurement.budget([1], degrees_of_freedom=[-math.inf]), r"degrees_of_freedom\[0\] is -inf"),
        (lambda: measurement.budget([1, 2], degrees_of_freedom=[4]), r"degrees_of_freedom has shape \(1,\)"),
        (lambda: measurement.product_sigma([0.1, -0.1]), r"relative_sigmas\[1\] is -0.1"),
        (lambda: measurement.product_sigma(0.1), r"relative_sigmas has shape \(\)"),
        (lambda: measurement.replicated_sigma(0.1, -1, 0), "sampling is -1"),
        (lambda: measurement.replicated_sigma(0.1, samples=0), "samples is 0"),
        (lambda: measurement.replicated_sigma(0.1, weighings=1.5), "weighings is 1.5"),
        (lambda: measurement.rounding_sigma(math.nan), "unit is nan"),
        (lambda: measurement.quotient_bias("0.1"), "relative_sigma is '0.1'"),
        (lambda: measurement.against_targets([{"methd": "x"}], []), r"methods\[0\] has the key 'methd'"),
        (lambda: measurement.target_values([{"verified": "x"}]), r"targets\[0\] has the key 'verified'"),
    ],
)
def test_arguments_that_are_none(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_a_table_of_target_values():
    path = "profiles/targets/demonstration.csv"
    figures = {
        t.method: (t.u_r, t.u_s) for t in measurement.target_values(path, demonstration=True)
    }
    # Section 1.4: illustrative defaults.
    assert figures == {
        "EBAL": (0.0005, 0.0005),
        "TITR": (0.001, 0.001),
        "TIMS": (0.001, 0.001),
        "HLNC": (0.01, 0.005),
        "NDA": (0.15, 0.10),
    }
    with pytest.raises(accord.AccordError) as error:
        measurement.target_values(path)
    assert [(p.code, p.line) for p in error.value.problems] == [
        ("B012", line) for line in range(2, 7)
    ]
    row = {
        "edition": "made up",
        "method": "TITR",
        "material": "uranium",
        "quantity": "element",
        "u_r": 0.003,
        "unit": "fraction",
        "source_page": "p. 1",
        "verified_by": "somebody",
        "verified_on": "2026-01-01",
    }
    assert measurement.target_values([row])[0][4:6] == (0.003, None)
    with pytest.raises(accord.AccordError):
        measurement.target_values([dict(row, u_r=None)], demonstration=True)
