"""Movements between areas, as `Accounts.pairs` gives them."""

import datetime
import decimal
import typing

PAIR_COLUMNS = (
    "state", "from_country", "from_area", "to_country", "to_area", "batch", "shipped", "received", "days", "score",
    "why", "label", "material", "sent", "got", "difference", "unit", "sent_is_known", "got_is_known", "shipment",
    "shipment_file", "shipment_line", "receipt", "receipt_file", "receipt_line",
)


class TransferWeight(typing.NamedTuple):
    """One weight of a movement, as each side states it, in `unit`; None where a side does not state it. `difference` is
    sent less got; a weight that is stated and cannot be read is not known."""

    label: int
    material: str
    sent: typing.Optional[decimal.Decimal]
    got: typing.Optional[decimal.Decimal]
    difference: typing.Optional[decimal.Decimal]
    unit: str
    sent_is_known: bool
    got_is_known: bool


class Transfer(typing.NamedTuple):
    """A movement between areas. `state` is paired, open (a shipment that nobody has received so far), no shipment (a
    receipt that no shipment is left for), not shown (its partner may be what is not there or cannot be read: `why`),
    or candidate (a receipt without a shipment and an open shipment that may belong to it, with `score` of 100).

    `days` is from shipment to receipt. `shipment` and `receipt` are the names of the entries, as "ZZC1/2/1"."""

    state: str
    from_country: str
    from_area: str
    to_country: str
    to_area: str
    batch: str
    shipped: typing.Optional[datetime.date]
    received: typing.Optional[datetime.date]
    days: typing.Optional[int]
    score: typing.Optional[int]
    why: str
    weights: tuple[TransferWeight, ...]
    shipment: typing.Optional[str]
    shipment_file: typing.Optional[str]
    shipment_line: typing.Optional[int]
    receipt: typing.Optional[str]
    receipt_file: typing.Optional[str]
    receipt_line: typing.Optional[int]


def transfer_of(row):
    """A movement from what the extension gives of it, a dict."""
    return Transfer(**{**row, "weights": tuple(TransferWeight(**weight) for weight in row["weights"])})
