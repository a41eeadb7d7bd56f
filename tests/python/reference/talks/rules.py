"""Rules and red lines on one outcome (chapter, 2)."""

from .exact import Bad, number

FORMS = ("issue", "sum", "all", "any", "not", "if")
MEMBERS = {
    "issue": {"issue", "min", "max", "in", "not_in"},
    "sum": {"sum", "min", "max"},
    "all": {"all"},
    "any": {"any"},
    "not": {"not"},
    "if": {"if", "then"},
}


def form(rule):
    """The one form of a rule."""
    found = [name for name in FORMS if name in rule]
    if len(found) != 1 or not set(rule) <= MEMBERS[found[0]]:
        raise Bad("bad_rule", repr(rule))
    return found[0]


def parts(rule):
    """The rules inside a rule."""
    kind = form(rule)
    if kind in ("all", "any"):
        return rule[kind]
    if kind == "not":
        return [rule["not"]]
    if kind == "if":
        return [rule["if"], rule["then"]]
    return []


def between(value, bounds):
    """Bounds are inclusive."""
    if "min" in bounds and value < number(bounds["min"]):
        return False
    return not ("max" in bounds and value > number(bounds["max"]))


def total(rule, domain, outcome):
    return sum(
        number(factor) * domain.issue(name).values[outcome[domain.place(name)]]
        for name, factor in rule["sum"].items())


def holds(rule, domain, outcome):
    kind = form(rule)
    if kind == "all":
        return all(holds(part, domain, outcome) for part in rule["all"])
    if kind == "any":
        return any(holds(part, domain, outcome) for part in rule["any"])
    if kind == "not":
        return not holds(rule["not"], domain, outcome)
    if kind == "if":
        return not holds(rule["if"], domain, outcome) or holds(rule["then"], domain, outcome)
    if kind == "sum":
        return between(total(rule, domain, outcome), rule)
    issue = domain.issue(rule["issue"])
    index = outcome[domain.place(rule["issue"])]
    if "in" in rule:
        return index in [issue.index(value) for value in rule["in"]]
    if "not_in" in rule:
        return index not in [issue.index(value) for value in rule["not_in"]]
    return between(issue.values[index], rule)


def check(rule, domain):
    """Refuses what the chapter refuses of a rule."""
    kind = form(rule)
    if kind in ("all", "any") and not rule[kind]:
        raise Bad("bad_rule", "an empty list")
    for part in parts(rule):
        check(part, domain)
    if kind == "issue":
        check_issue(rule, domain)
    if kind == "sum":
        if not rule["sum"] or not ({"min", "max"} & set(rule)):
            raise Bad("bad_rule", repr(rule))
        for name in rule["sum"]:
            if not domain.issue(name).numeric:
                raise Bad("not_numeric", name)


def check_issue(rule, domain):
    issue = domain.issue(rule["issue"])
    bounds = {"min", "max"} & set(rule)
    lists = {"in", "not_in"} & set(rule)
    if len(lists) + bool(bounds) != 1:
        raise Bad("bad_rule", repr(rule))
    if bounds and not issue.numeric:
        raise Bad("not_numeric", issue.id)
    for name in lists:
        if not rule[name]:
            raise Bad("bad_rule", "an empty list")
        for value in rule[name]:
            issue.index(value)
