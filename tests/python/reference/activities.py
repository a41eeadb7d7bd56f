"""`prohibit` and `require`: what was seen, where, and what a "no" speaks about (chapter, 3.3 and
5.4).

A place is a declared site without the sites inside it; there is one more place, that is no declared
site.
"""

from . import days
from .view import weight

ELSEWHERE = "elsewhere"


def places(agreement, where, sites):
    everything = {ELSEWHERE, *agreement.sites}
    if not where:
        return everything
    inside = {s for s in agreement.sites if any(is_inside(agreement, s, outer) for outer in sites)}
    return inside if where == "at" else everything - inside


def is_inside(agreement, site, outer):
    while site is not None:
        if site == outer:
            return True
        site = agreement.sites[site]
    return False


def regions(agreement, fact):
    """Where a yes was seen: at each of the sites named, or somewhere outside all of them, or
    somewhere."""
    if fact.where == "at":
        return [places(agreement, "at", [s]) for s in fact.names]
    return [places(agreement, fact.where, fact.names)]


def about(agreement, fact):
    return places(agreement, fact.where, fact.names)


def visible(rule, view, term, who):
    def is_old(fact):
        return (
            term.stale and days.add_span(fact.on, 1, term.stale, view.agreement.holidays) < view.on
        )

    return [f for f in view.observations(rule.activity, who) if not is_old(f)]


# --- prohibit -----------------------------------------------------------------------------------


def prohibit_state(rule, view, term, who):
    agreement = view.agreement
    area = places(agreement, rule.where, rule.sites)
    facts = visible(rule, view, term, who)
    closed = max((f.on for f in facts if f.kind == "no access"), default=None)
    facts = [f for f in facts if f.kind == "seen" and (closed is None or f.on >= closed)]
    found = {standing(agreement, f, region, area, facts)
             for f in facts if f.yes for region in regions(agreement, f) if region & area}
    for state in ("exceeded", "undetermined"):
        if state in found:
            return state
    if "unsure" in found:
        return "no_value"
    spoken_of = set().union(*(word_of(agreement, f, facts) for f in facts if not f.yes))
    if spoken_of >= area:
        return "met"
    return "no_value" if closed is None else "not_verifiable_no_access"


def standing(agreement, yes, region, area, facts):
    """What a yes comes to: ended by later noes, outranked or contradicted by a no of its day, or
    standing."""
    denied = [f for f in facts if not f.yes]
    later = [word_of(agreement, f, facts) for f in denied if f.on > yes.on]
    if region & area <= set().union(*later):
        return "ended"
    same_day = [f for f in denied if f.on == yes.on and word_of(agreement, f, facts) >= region]
    if any(weight(f) > weight(yes) for f in same_day):
        return "ended"
    if any(weight(f) == weight(yes) for f in same_day):
        return "undetermined"
    return "exceeded" if region <= area else "unsure"


def word_of(agreement, no, facts):
    """The places a no speaks about, without those where a weightier yes of its day stands against
    it."""
    said = about(agreement, no)
    for f in facts:
        if f.kind == "seen" and f.yes and f.on == no.on and weight(f) > weight(no):
            for region in regions(agreement, f):
                if region <= about(agreement, no):
                    said = said - region
    return said


# --- require ------------------------------------------------------------------------------------


def require_state(rule, view, term, who):
    """At each of the sites named: the state is in place somewhere in it by a yes, nowhere in it by
    a no."""
    targets = [places(view.agreement, "at", [s]) for s in rule.sites] or [
        places(view.agreement, "", ())
    ]
    facts = visible(rule, view, term, who)
    return [required(view.agreement, target, facts) for target in targets]


def required(agreement, target, facts):
    for day in sorted({f.on for f in facts}, reverse=True):
        state = required_on(agreement, target, [f for f in facts if f.on == day])
        if state:
            return state
    return "no_value"


def required_on(agreement, target, facts):
    """The state by the records of one day; nothing if they say nothing about the place."""
    denied = [f for f in facts if f.kind == "seen" and not f.yes]
    standing, disputed = [], False
    for f in facts:
        for region in regions(agreement, f) if f.kind == "seen" and f.yes else []:
            if not (region >= target or region <= target):
                continue
            against = [weight(n) for n in denied if word_of(agreement, n, facts) >= region]
            if not against or weight(f) > max(against):
                standing.append(weight(f))
            elif weight(f) == max(against):
                disputed = True
    covering = [weight(n) for n in denied if word_of(agreement, n, facts) >= target]
    if standing and (not covering or max(standing) > max(covering)):
        return "met"
    if disputed or (standing and max(standing) == max(covering)):
        return "undetermined"
    if covering:
        return "not_performed"
    return "not_verifiable_no_access" if any(f.kind == "no access" for f in facts) else None
