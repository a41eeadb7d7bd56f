"""A certificate made without thought (chapter, 7.1): where a box is not refuted, its first value is
split off. Single outcomes are refuted by definition, so this ends."""

from . import boxes, canonical
from .blocked import masks, owner
from .certificates import refuted_by_line
from .position import commitment


def obvious_certificate(domain, positions, conflict, salts):
    """Bytes of a certificate for a minimal conflict; `salts`: {party: 32 bytes}."""
    found = masks(domain, positions)
    parties = {p.party: p for p in positions if p.party in {owner(line) for line in conflict}}
    conflict = sorted(conflict, key=str.encode)
    witness = []
    for line in conflict:
        broken = min((b for b in found if b & set(conflict) == {line}), key=sorted)
        witness.append([line, list(found[broken][0])])
    tree = []
    grow(tree, boxes.whole(domain), domain, parties, conflict)
    return canonical.write({
        "format": "accord-talks-certificate/1",
        "domain_sha256": domain.sha256,
        "conflict": conflict,
        "positions": [[name, commitment(parties[name].text, salts[name])]
                      for name in sorted(parties, key=str.encode)],
        "witness": witness,
        "tree": tree,
    }).encode()


def grow(tree, box, domain, parties, conflict):
    for name, _, rule in domain.rules:
        if boxes.evaluate(rule, domain, box) is False:
            tree.append(["rule", name])
            return
    for line in conflict:
        if refuted_by_line(parties[line.split(".")[0]], line, box):
            tree.append(["line", line])
            return
    place = next(place for place, left in enumerate(box) if len(left) > 1)
    first = min(box[place])
    tree.append(["split", place, [[first, first]]])
    grow(tree, box[:place] + [{first}] + box[place + 1:], domain, parties, conflict)
    grow(tree, box[:place] + [box[place] - {first}] + box[place + 1:], domain, parties, conflict)
