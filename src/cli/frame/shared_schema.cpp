#include "cli/frame/shared_schema.h"

namespace accord::cli {

std::string_view message_schema() {
  return R"({
    "type": "object", "required": ["severity", "code", "message", "help", "file", "line", "column", "length"],
    "properties": {
      "severity": {"enum": ["error", "warning"]}, "code": {"type": "string"}, "message": {"type": "string"},
      "help": {"type": ["string", "null"]}, "file": {"type": ["string", "null"]},
      "line": {"type": ["integer", "null"]}, "column": {"type": ["integer", "null"]},
      "length": {"type": ["integer", "null"]}}})";
}

std::string_view shared_schema() {
  return R"(
  "day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
  "day_or_null": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/day"}]},
  "text_or_null": {"type": ["string", "null"]},
  "unread": {"type": "array", "items": {"type": "object",
    "required": ["mba", "from", "file", "line", "column", "label", "found", "rule", "says"],
    "properties": {"mba": {"$ref": "#/$defs/text_or_null"}, "from": {"$ref": "#/$defs/day_or_null"},
      "label": {"type": ["integer", "null"]}, "found": {"$ref": "#/$defs/text_or_null"}}}},
  "grade": {"enum": ["verified", "attested", "estimated", "declared", "reported", "unverified"]},
  "grade_or_null": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/grade"}]},
  "trace_or_null": {"enum": ["found", "derived", "recalled", null]},
  "outcome": {"enum": ["met", "not met", "not shown", "out of the count"]},
  "state": {"enum": ["exceeded", "overdue", "not_performed", "performed_late", "partly_performed",
    "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value",
    "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived",
    "sunset", "terminated"]},
  "state_or_null": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/state"}]},
  "counts": {
    "type": "object", "required": ["met", "not_met", "not_shown", "out_of_count"],
    "properties": {"met": {"type": "integer"}, "not_met": {"type": "integer"},
      "not_shown": {"type": "integer"}, "out_of_count": {"type": "integer"}}},
  "record_end": {
    "type": "object", "required": ["day", "nothing_later"],
    "properties": {"day": {"$ref": "#/$defs/day_or_null"}, "nothing_later": {"type": "boolean"}}},
  "brief_findings": {"type": "array", "items": {
    "type": "object", "required": ["id", "title", "state", "since"],
    "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "state": {"$ref": "#/$defs/state"},
      "since": {"$ref": "#/$defs/day_or_null"}}}},
  "summary": {
    "type": "object", "required": ["sentences", "sides"],
    "properties": {"sentences": {"type": "array", "items": {"type": "string"}}, "sides": {"type": "array", "items": {
      "type": "object", "required": ["party", "title", "counts", "met", "not_met", "not_shown", "sentences"],
      "properties": {"party": {"type": "array", "items": {"type": "string"}}, "title": {"type": "string"},
        "counts": {"$ref": "#/$defs/counts"}, "met": {"$ref": "#/$defs/brief_findings"},
        "not_met": {"$ref": "#/$defs/brief_findings"},
        "not_shown": {"type": "array", "items": {"type": "object", "required": ["cause", "findings"],
          "properties": {"cause": {"enum": ["not entered", "no access", "not renewed", "unreadable",
            "nobody named", "open question", "not decided"]}, "findings": {"$ref": "#/$defs/brief_findings"}}}},
        "sentences": {"type": "array", "items": {"type": "string"}}}}}}},
  "books_or_null": {"anyOf": [{"type": "null"}, {
    "type": "object", "required": ["folder", "party", "reports", "errors", "warnings", "incomplete"],
    "properties": {"incomplete": {"$ref": "#/$defs/unread"}, "folder": {"type": "string"}, "party": {"type": "string"},
      "reports": {"type": "integer"}, "errors": {"type": "integer"}, "warnings": {"type": "integer"}}}]},
  "places": {"type": "array", "items": {"type": "object",
    "required": ["file", "line", "column", "label", "found"],
    "properties": {"file": {"type": "string"}, "line": {"type": "integer"}, "column": {"type": "integer"},
      "label": {"$ref": "#/$defs/text_or_null"}, "found": {"$ref": "#/$defs/text_or_null"}}}},
  "remarks": {
    "type": "object", "required": ["sentences", "unfed_rows", "background_rows"],
    "properties": {"sentences": {"type": "array", "items": {"type": "string"}},
      "unfed_rows": {"type": "array", "items": {
        "type": "object", "required": ["word", "only_a_figure", "did_you_mean", "record"],
        "properties": {"word": {"$ref": "#/$defs/text_or_null"}, "only_a_figure": {"type": "boolean"},
          "did_you_mean": {"anyOf": [{"type": "null"}, {
            "type": "object", "required": ["kind", "name"],
            "properties": {"kind": {"enum": ["event", "measure"]}, "name": {"type": "string"}}}]},
          "record": {"$ref": "#/$defs/record"}}}},
      "background_rows": {"type": "integer"}}},
  "quantity_or_null": {"anyOf": [{"type": "null"}, {
    "type": "object", "required": ["value", "unit"],
    "properties": {"value": {"type": ["number", "string"]}, "unit": {"type": "string"}}}]},
  "record": {
    "type": "object", "required": ["id", "file", "row", "sha256", "source", "text", "note", "supposed",
      "by", "replaces"],
    "properties": {"id": {"$ref": "#/$defs/text_or_null"}, "file": {"$ref": "#/$defs/text_or_null"},
      "row": {"type": ["integer", "null"]}, "sha256": {"$ref": "#/$defs/text_or_null"},
      "source": {"$ref": "#/$defs/text_or_null"}, "text": {"$ref": "#/$defs/text_or_null"},
      "note": {"$ref": "#/$defs/text_or_null"}, "supposed": {"type": "boolean"},
      "by": {"$ref": "#/$defs/text_or_null"}, "replaces": {"$ref": "#/$defs/text_or_null"}}},
  "evidence": {
    "type": "object", "required": ["says", "valid_day", "known_day", "grade", "trace_kind", "record"],
    "properties": {"says": {"type": "string"}, "valid_day": {"$ref": "#/$defs/day"},
      "known_day": {"$ref": "#/$defs/day"}, "grade": {"$ref": "#/$defs/grade"},
      "trace_kind": {"$ref": "#/$defs/trace_or_null"}, "record": {"$ref": "#/$defs/record"}}},
  "comparison_or_null": {"anyOf": [{"type": "null"}, {
    "type": "object",
    "required": ["value", "value_shown", "limit", "limit_shown", "limit_is", "ratio", "margin",
      "uncertainty"],
    "properties": {"value": {"$ref": "#/$defs/quantity_or_null"}, "value_shown": {"$ref": "#/$defs/text_or_null"},
      "limit": {"$ref": "#/$defs/quantity_or_null"}, "limit_shown": {"$ref": "#/$defs/text_or_null"},
      "limit_is": {"enum": ["maximum", "minimum"]},
      "ratio": {"type": ["number", "null"]}, "margin": {"$ref": "#/$defs/quantity_or_null"},
      "uncertainty": {"$ref": "#/$defs/quantity_or_null"}}}]},
  "period_or_null": {"anyOf": [{"type": "null"}, {"type": "object", "required": ["first", "last"],
    "properties": {"first": {"$ref": "#/$defs/day"}, "last": {"$ref": "#/$defs/day"}}}]},
  "rule": {
    "type": "object",
    "required": ["rule", "state", "reason", "comparison", "period", "last_period", "call_counts", "deciding_call",
      "calls",
      "evidence", "other_figures"],
    "properties": {"rule": {"type": "string"}, "state": {"$ref": "#/$defs/state"},
      "reason": {"$ref": "#/$defs/text_or_null"}, "comparison": {"$ref": "#/$defs/comparison_or_null"},
      "period": {"$ref": "#/$defs/period_or_null"},
      "last_period": {"anyOf": [{"type": "null"}, {"type": "object",
        "required": ["name", "first", "last", "state", "comparison"],
        "properties": {"name": {"type": "string"}, "first": {"$ref": "#/$defs/day"},
          "last": {"$ref": "#/$defs/day"}, "state": {"$ref": "#/$defs/state"},
          "comparison": {"$ref": "#/$defs/comparison_or_null"}}}]},
      "call_counts": {"anyOf": [{"type": "null"}, {"type": "object",
        "required": ["total", "in_time", "late", "in_part", "open", "missed", "longest_late_days"],
        "properties": {"total": {"type": "integer"}, "in_time": {"type": "integer"}, "late": {"type": "integer"},
          "in_part": {"type": "integer"}, "open": {"type": "integer"}, "missed": {"type": "integer"},
          "longest_late_days": {"type": ["integer", "null"]}}}]},
      "deciding_call": {"type": ["integer", "null"]},
      "calls": {"type": "array", "items": {
        "type": "object", "required": ["name", "day", "deadline", "stage_ends", "answered", "late_days", "state",
          "evidence"],
        "properties": {"name": {"$ref": "#/$defs/text_or_null"}, "late_days": {"type": ["integer", "null"]},
        "day": {"$ref": "#/$defs/day"}, "deadline": {"$ref": "#/$defs/day"},
          "stage_ends": {"type": "array", "items": {"$ref": "#/$defs/day"}},
          "answered": {"$ref": "#/$defs/day_or_null"}, "state": {"$ref": "#/$defs/state"},
          "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}}}}},
      "at_least": {"$ref": "#/$defs/quantity_or_null"}, "at_most": {"$ref": "#/$defs/quantity_or_null"},
      "incomplete": {"$ref": "#/$defs/places"},
      "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}},
      "other_figures": {"type": "array", "items": {"$ref": "#/$defs/evidence"}}}},
  "finding": {
    "type": "object",
    "required": ["id", "term", "title", "ref", "party", "owed", "verifier", "valid_day", "known_day", "outcome",
      "state", "reason", "since", "in_force_from", "in_force_until", "end_not_before", "end_waits_for",
      "age_days", "grade", "trace_kind", "deciding_rule", "rules", "last_known", "declarations", "effects",
      "readings", "provisions", "supposed"],
    "properties": {"id": {"type": "string"}, "term": {"type": "string"}, "title": {"type": "string"},
      "ref": {"$ref": "#/$defs/text_or_null"}, "party": {"type": "array", "items": {"type": "string"}},
      "owed": {"type": "array", "items": {"type": "string"}},
      "verifier": {"type": "array", "items": {"type": "string"}},
      "valid_day": {"$ref": "#/$defs/day"}, "known_day": {"$ref": "#/$defs/day"},
      "outcome": {"$ref": "#/$defs/outcome"}, "state": {"$ref": "#/$defs/state"},
      "at_least": {"$ref": "#/$defs/quantity_or_null"}, "at_most": {"$ref": "#/$defs/quantity_or_null"},
      "incomplete": {"$ref": "#/$defs/places"},
      "reason": {"$ref": "#/$defs/text_or_null"}, "since": {"$ref": "#/$defs/day_or_null"},
      "in_force_from": {"$ref": "#/$defs/day_or_null"}, "in_force_until": {"$ref": "#/$defs/day_or_null"},
      "end_not_before": {"$ref": "#/$defs/day_or_null"},
      "end_waits_for": {"type": "array", "items": {"type": "string"}},
      "age_days": {"type": ["integer", "null"]}, "grade": {"$ref": "#/$defs/grade_or_null"},
      "trace_kind": {"$ref": "#/$defs/trace_or_null"}, "deciding_rule": {"type": ["integer", "null"]},
      "excess": {"type": "object", "required": ["value", "unit"],
        "properties": {"value": {"type": ["number", "string"]}, "unit": {"type": "string"}}},
      "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
      "last_known": {"anyOf": [{"type": "null"}, {
        "type": "object", "required": ["state", "valid_day", "age_days", "comparison", "evidence"],
        "properties": {"state": {"$ref": "#/$defs/state"}, "valid_day": {"$ref": "#/$defs/day"},
          "age_days": {"type": "integer"}, "comparison": {"$ref": "#/$defs/comparison_or_null"},
          "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}}}}]},
      "declarations": {"type": "array", "items": {
        "type": "object", "required": ["event", "kind", "party", "day", "text", "first", "record"],
        "properties": {"event": {"$ref": "#/$defs/text_or_null"},
          "first": {"anyOf": [{"type": "null"}, {"type": "object", "required": ["day", "text", "record"],
            "properties": {"day": {"$ref": "#/$defs/day"}, "text": {"type": "string"},
              "record": {"$ref": "#/$defs/record"}}}]},
          "kind": {"enum": ["ceases", "suspends", "resumes", "refuses"]}, "party": {"type": "string"},
          "day": {"$ref": "#/$defs/day"}, "text": {"type": "string"}, "record": {"$ref": "#/$defs/record"}}}},
      "effects": {"type": "array", "items": {
        "type": "object", "required": ["question", "answer", "claim", "by", "state"],
        "properties": {"question": {"type": "string"}, "answer": {"type": "string"},
          "claim": {"type": "string"}, "by": {"type": "array"}, "state": {"$ref": "#/$defs/state"}}}},
      "readings": {"type": "array", "items": {
        "type": "object", "required": ["text", "by"],
        "properties": {"text": {"type": "string"}, "by": {"type": "array"}}}},
      "not_attributed": {
        "type": "object", "required": ["says", "records"],
        "properties": {"says": {"type": "string"},
          "records": {"type": "array", "items": {"$ref": "#/$defs/evidence"}}}},
      "if_attributed": {"$ref": "#/$defs/state"}, "if_not": {"$ref": "#/$defs/state"},
      "together": {
        "type": "object", "required": ["state", "outcome", "says"],
        "properties": {"state": {"$ref": "#/$defs/state"}, "outcome": {"$ref": "#/$defs/outcome"},
          "says": {"type": "string"}}},
      "provisions": {"type": "array", "items": {"type": "string"}}, "supposed": {"type": "boolean"}}},
)"
         R"(  "episode": {
    "type": "object",
    "required": ["term", "party", "rule", "kind", "first_observed", "first_known", "crossing_interval",
      "first_within", "duration_days", "first_value", "extreme", "extreme_day", "limit", "announced", "announcement",
      "records"],
    "properties": {"kind": {"enum": ["beyond", "below", "seen", "not held"]}, "extreme_day": {"$ref": "#/$defs/day"},
      "first_observed": {"$ref": "#/$defs/day"}, "first_known": {"$ref": "#/$defs/day"},
      "crossing_interval": {"type": "array", "items": {"$ref": "#/$defs/day_or_null"}},
      "first_within": {"$ref": "#/$defs/day_or_null"}, "duration_days": {"type": ["integer", "null"]},
      "announced": {"$ref": "#/$defs/day_or_null"},
      "records": {"type": "array", "items": {"$ref": "#/$defs/record"}}}},
  "timeline_entry": {
    "type": "object",
    "required": ["day", "known", "kind", "parties", "term", "terms", "before", "state", "value", "limit", "figure",
      "grade", "title", "note", "source", "record", "supposed"],
    "properties": {"day": {"$ref": "#/$defs/day"}, "known": {"$ref": "#/$defs/day_or_null"},
      "figure": {"anyOf": [{"type": "null"}, {"type": "object", "required": ["value", "value_bound", "limit", "unit"],
        "properties": {"value_bound": {"$ref": "#/$defs/text_or_null"}, "unit": {"$ref": "#/$defs/text_or_null"}}}]},
      "kind": {"enum": ["event", "declaration", "state", "period"]}, "parties": {"type": "array"},
      "term": {"$ref": "#/$defs/text_or_null"}, "terms": {"type": "array"},
      "before": {"$ref": "#/$defs/state_or_null"}, "state": {"$ref": "#/$defs/state_or_null"},
      "value": {"$ref": "#/$defs/text_or_null"}, "limit": {"$ref": "#/$defs/text_or_null"},
      "grade": {"$ref": "#/$defs/grade_or_null"}, "title": {"type": "string"},
      "note": {"$ref": "#/$defs/text_or_null"}, "source": {"$ref": "#/$defs/text_or_null"},
      "record": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/record"}]}, "supposed": {"type": "boolean"}}}
)";
}

}  // namespace accord::cli
