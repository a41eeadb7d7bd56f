"""Times of a study as dates: turned into numbers of its unit since the beginning of its first period."""

import datetime
import numbers

import numpy

SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}
_DATES = (datetime.date, numpy.datetime64)  # datetime.datetime and pandas.Timestamp are dates too


def is_dates(values):
    """Whether a value, or the values of a row, are dates."""
    if isinstance(values, _DATES):
        return True
    dtype = getattr(values, "dtype", None)
    if dtype is not None and getattr(dtype, "kind", "") in "M":
        return True
    if hasattr(values, "to_numpy"):
        values = values.to_numpy()
    return not isinstance(values, (str, bytes, numbers.Number)) and len(values) > 0 and isinstance(values[0], _DATES)


def _moment(value):
    """Without a time zone, or in UTC."""
    zone = getattr(value, "tzinfo", None)
    if zone is not None:
        value = value.astimezone(datetime.timezone.utc).replace(tzinfo=None)
    return numpy.datetime64(value, "us")


class Clock:
    """Numbers of a unit since an origin."""

    def __init__(self, origin, unit):
        if unit not in SECONDS:
            raise ValueError(f"time_unit of the study is {unit!r}; times that are dates need one of {', '.join(SECONDS)}")
        self._origin = _moment(origin)
        self._seconds = SECONDS[unit]

    def numbers(self, name, values):
        """Of one date or of a row of them."""
        if isinstance(values, _DATES):
            return self._number(name, _moment(values))
        if hasattr(values, "dt") and getattr(values.dt, "tz", None) is not None:  # a Series with a time zone
            values = values.dt.tz_convert("UTC").dt.tz_localize(None)
        if hasattr(values, "to_numpy"):
            values = values.to_numpy()
        array = numpy.asarray(values)
        moments = array.astype("datetime64[us]") if array.dtype.kind == "M" else [_moment(value) for value in array]
        return [self._number(f"{name}[{i}]", moment) for i, moment in enumerate(moments)]

    def _number(self, name, moment):
        if numpy.isnat(moment):
            raise ValueError(f"{name} is not a date")
        return float((moment - self._origin) / numpy.timedelta64(1, "us")) / 1e6 / self._seconds


def with_numbers(study):
    """The study with numbers in place of dates; as it is when it has none."""
    periods = study.get("periods", {})
    dated = [key for key in ("start", "ends") if key in periods and is_dates(periods[key])]
    series = [i for i, one in enumerate(study.get("location", ())) if "time" in one and is_dates(one["time"])]
    if not dated and not series:
        return study
    if "start" not in dated:
        raise ValueError("periods.start of the study is not a date; times that are dates need one to count from")
    clock = Clock(periods["start"], study.get("time_unit"))
    new = {**periods, **{key: clock.numbers(f"periods.{key}", periods[key]) for key in dated}}
    locations = []
    for i, one in enumerate(study.get("location", ())):
        if "time" in one and not isinstance(one["time"], str) and i not in series:
            raise ValueError(f"location[{i}].time has numbers; expected dates, as periods.start")
        keys = [key for key in ("time", "until") if key in one and not isinstance(one[key], str) and is_dates(one[key])]
        locations.append({**one, **{key: clock.numbers(f"location[{i}].{key}", one[key]) for key in keys}})
    return {**study, "periods": new, "location": locations}
