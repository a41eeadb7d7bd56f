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
from accord._answers import (
    draft_terms,
    explain_rule,
    material_balance,
    replay_round,
    verify_certificate,
)
from accord.accounts import Accounts, BooksWarning, read_accounts
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
from accord.talks import Talks, read_talks
from accord.terms import Terms, read_terms
from accord.workspace import Assessment, Report, Workspace, open

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
    "Report",
    "RuleFinding",
    "SeriesReport",
    "Simulation",
    "Talks",
    "Terms",
    "TimelineEntry",
    "UnderAnswer",
    "Workspace",
    "alarm_limit",
    "balance",
    "detectable_loss",
    "detection_probability",
    "draft_terms",
    "explain_rule",
    "material_balance",
    "measurement",
    "open",
    "read_accounts",
    "read_talks",
    "read_terms",
    "replay_round",
    "shipper_receiver",
    "simulate",
    "statistics",
    "studies",
    "verify_certificate",
]
