"""A slow, obvious model of the terms language, written from its specification and from nothing
else.

It shares no code with the evaluator. Agreements are plain values (`terms.py`) that `write.py`
prints as text; `judge.py` says what a commitment is on a day, as known on a day. A random agreement
is printed with the answers of the model as its examples, and accord must agree with every one of
them (`test_reference.py`).

Counting of items is left out: it has a brute-force reference of its own.
"""
