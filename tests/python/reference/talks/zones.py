"""The zone: sure, possible or excluded (chapter, 2.1)."""

from .words import answer
from .exact import Bad


def check_positions(domain, positions):
    names = [position.party for position in positions]
    if len(set(names)) != len(names):
        raise Bad("duplicate_party")
    if len(set(names) | set(domain.parties)) < 2:
        raise Bad("too_few_parties")


def allowed(domain):
    """Outcomes that keep the public rules."""
    found = [outcome for outcome in domain.outcomes() if domain.keeps_rules(outcome)]
    if not found:
        raise Bad("rules_unsatisfiable", domain.name)
    return found


def answers(domain, positions, round_=0):
    """[(outcome, {party: yes, no or open})] of the outcomes that keep the rules; a party that is
    named by the domain and has no position is open everywhere."""
    check_positions(domain, positions)
    quiet = {party: "open" for party in silent(domain, positions)}
    rows = []
    for outcome in allowed(domain):
        said = {p.party: answer(p, outcome, round_)["answer"] for p in positions}
        rows.append((outcome, {**said, **quiet}))
    return rows


def silent(domain, positions):
    spoken = {position.party for position in positions}
    return sorted(party for party in domain.parties if party not in spoken)


def not_excluded(domain, positions, round_=0):
    """Outcomes that keep the rules and to which nobody says no."""
    return [outcome for outcome, said in answers(domain, positions, round_)
            if "no" not in said.values()]


def zone(domain, positions, round_=0):
    rows = [(outcome, said) for outcome, said in answers(domain, positions, round_)
            if "no" not in said.values()]
    sure = [outcome for outcome, said in rows if set(said.values()) == {"yes"}]
    result = {
        "answer": "sure" if sure else "possible" if rows else "excluded",
        "agreement_possible": bool(rows),
        "sure_outcomes": len(sure),
        "possible_outcomes": len(rows),
        "silent_parties": silent(domain, positions),
    }
    if sure:
        result["first_sure"] = {"rank": domain.rank(sure[0]), "outcome": domain.labels(sure[0])}
    elif rows:
        result["nearest"] = nearest(domain, rows)
    return result


def nearest(domain, rows):
    """The outcomes with the fewest open parties; `ask`: who is open on the first of them."""

    def open_of(said):
        return sorted(party for party, word in said.items() if word == "open")

    fewest = min(len(open_of(said)) for _, said in rows)
    close = [(outcome, said) for outcome, said in rows if len(open_of(said)) == fewest]
    first, said = close[0]
    return {
        "open_parties": fewest,
        "outcomes": len(close),
        "rank": domain.rank(first),
        "outcome": domain.labels(first),
        "ask": open_of(said),
        "ask_of_any": sorted({party for _, words in close for party in open_of(words)}),
    }


def contradictions(position):
    """Outcomes on which the party has given a reason for yes and one for no: [(outcome, yes, no)]
    (`otherwise` is not a reason)."""
    found = []
    for outcome in allowed(position.domain):
        said = answer(position, outcome)
        if said["no"] and said["yes"]:
            found.append((outcome, said["yes"], said["no"]))
    return found
