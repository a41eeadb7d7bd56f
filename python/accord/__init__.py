"""accord: reach an agreement, write it, verify it.

>>> import accord
>>> ws = accord.open("examples/jcpoa")
>>> finding = ws.assess(on="2019-07-01", known="2019-07-08").find("T-STOCK")
>>> finding.state, finding.shown
('exceeded', '205.0 kg_u against 300 kg_uf6 (202.8 kg_u)')
"""

from accord._accord import (
    AccordError,
    AccountReport,
    Problem,
    SeriesReport,
    __version__,
)
from accord import measurement, statistics, studies
from accord._answers import (
    AccountFinding,
    Call,
    Comparison,
    Declaration,
    Episode,
    Evidence,
    Finding,
    LastKnown,
    NotAttributed,
    Reading,
    Record,
    RuleFinding,
    TimelineEntry,
    UnderAnswer,
)
from accord.accounts import Accounts, BooksWarning, ConvertedAccounts, read_accounts
from accord._balance import Balance
from accord._balance_tests import BalanceTests
from accord._drawing import Drawing
from accord.balances import (
    alarm_limit,
    balance,
    detectable_loss,
    detection_probability,
    shipper_receiver,
)
from accord.simulations import Simulation, simulate
from accord.terms import check_terms, format_terms
from accord.workspace import Assessment, Workspace, open

__all__ = [
    "AccordError",
    "AccountFinding",
    "AccountReport",
    "Accounts",
    "Assessment",
    "Balance",
    "BalanceTests",
    "BooksWarning",
    "Call",
    "Comparison",
    "ConvertedAccounts",
    "Declaration",
    "Drawing",
    "Episode",
    "Evidence",
    "Finding",
    "LastKnown",
    "NotAttributed",
    "Problem",
    "Reading",
    "Record",
    "RuleFinding",
    "SeriesReport",
    "Simulation",
    "TimelineEntry",
    "UnderAnswer",
    "Workspace",
    "alarm_limit",
    "balance",
    "check_terms",
    "detectable_loss",
    "detection_probability",
    "format_terms",
    "measurement",
    "open",
    "read_accounts",
    "shipper_receiver",
    "simulate",
    "statistics",
    "studies",
]
