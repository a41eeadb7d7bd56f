"""States from the worst, and the outcomes of the design page (chapter, 5.1)."""

WORST_FIRST = [
    "exceeded",
    "overdue",
    "not_performed",
    "performed_late",
    "partly_performed",
    "undetermined",
    "not_verifiable_no_access",
    "exceeded_within_uncertainty",
    "no_value",
    "no_new_value",
    "met_within_uncertainty",
    "met_attested",
    "met",
    "performed",
    "not_due",
]
OUTCOME = {
    "met": "met",
    "met_attested": "met",
    "met_within_uncertainty": "met",
    "performed": "met",
    "exceeded": "not_met",
    "overdue": "not_met",
    "performed_late": "not_met",
    "partly_performed": "not_met",
    "not_performed": "not_met",
    "exceeded_within_uncertainty": "not_shown",
    "no_value": "not_shown",
    "no_new_value": "not_shown",
    "not_verifiable_no_access": "not_shown",
    "undetermined": "not_shown",
}  # the rest is out of the count


def worst(states):
    return min(states, key=WORST_FIRST.index)
