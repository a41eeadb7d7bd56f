"""Random rules of every form of section 2."""


def a_rule(rng, domain, depth=2):
    forms = ["issue", "issue", "sum"]
    if depth:
        forms += ["all", "any", "not", "if"]
    form = rng.choice(forms)
    if form in ("all", "any"):
        return {form: [a_rule(rng, domain, depth - 1) for _ in range(rng.randint(1, 3))]}
    if form == "not":
        return {"not": a_rule(rng, domain, depth - 1)}
    if form == "if":
        return {"if": a_rule(rng, domain, depth - 1), "then": a_rule(rng, domain, depth - 1)}
    numeric = [issue for issue in domain.issues if issue.numeric]
    if form == "sum" and numeric:
        return a_sum(rng, rng.sample(numeric, rng.randint(1, len(numeric))))
    return an_atom(rng, rng.choice(domain.issues))


def a_sum(rng, issues):
    factors = {issue.id: rng.choice([1, -1, 2, "0.5", "-1/3"]) for issue in issues}
    bounds = rng.choice([{"min": rng.randint(-3, 4)}, {"max": rng.randint(-2, 6)},
                         {"min": -1, "max": rng.randint(0, 6)}])
    return {"sum": factors, **bounds}


def an_atom(rng, issue):
    labels = [issue.label(v) for v in range(len(issue.values))]
    if issue.numeric and rng.random() < 0.6:
        return {"issue": issue.id, rng.choice(["min", "max"]): rng.choice(labels)}
    chosen = rng.sample(labels, rng.randint(1, max(1, len(labels) - 1)))
    return {"issue": issue.id, rng.choice(["in", "not_in"]): chosen}
