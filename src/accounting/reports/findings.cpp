#include "accounting/reports/findings.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <tuple>
#include <utility>

namespace accord::accounting {

namespace {

/// Counts lines and columns of ever later offsets of one text.
class PlaceCounter {
 public:
  explicit PlaceCounter(std::string_view text) : text_(text) {}

  Place place(const Element& element) {
    for (; at_ < element.offset; ++at_) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c == '\n') {
        ++line_;
        column_ = 1;
      } else if ((c & 0xC0U) != 0x80U) {
        ++column_;
      }
    }
    return {line_, column_, std::max<std::uint32_t>(element.length, 1)};
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

Finding basic(std::string_view rule, Severity severity, Label label, std::string found,
              std::string expected) {
  Finding f;
  f.rule = rule.substr(0, rule.find(' '));
  f.severity = severity;
  f.label = label;
  f.found = std::move(found);
  f.expected = std::move(expected);
  return f;
}

}  // namespace

Finding finding_on(const Report& report, std::string_view rule, Severity severity, Label label,
                   std::string found, std::string expected) {
  Finding f = basic(rule, severity, label, std::move(found), std::move(expected));
  f.mba = report.header.mba;
  f.report = report.header.number;
  f.file = report.file;
  return f;
}

/// Of the rule, or of this part of it.
bool Findings::is_off(std::string_view rule) const {
  return profile_.is_off(rule) || profile_.is_off(rule.substr(0, rule.find(' ')));
}

void Findings::add(std::string_view rule, const Report& report, Label label, std::string found,
                   std::string expected) {
  if (is_off(rule)) return;
  found_.push_back(finding_on(report, rule, profile_.severity(rule), label, std::move(found),
                              std::move(expected)));
  if (report.elements.empty()) return;
  const Element* stated = report.find(report.entries.front(), label);
  spots_.push_back(
      {&report, stated == nullptr ? &report.elements.front() : stated, found_.size() - 1});
}

void Findings::add(std::string_view rule, const Report& report, const Entry& entry, Label label,
                   std::string found, std::string expected) {
  if (is_off(rule)) return;
  add(rule, report, label, std::move(found), std::move(expected));
  if (!spots_.empty() && spots_.back().finding == found_.size() - 1) spots_.pop_back();
  found_.back().kind = static_cast<char>(entry.kind);
  found_.back().entry = entry.number;
  const Element* stated = report.find(entry, label);
  if (stated == nullptr && entry.element_count > 0) stated = &report.elements[entry.elements];
  if (stated != nullptr) spots_.push_back({&report, stated, found_.size() - 1});
}

void Findings::add(std::string_view rule, std::string mba, Label label, std::string found,
                   std::string expected) {
  if (is_off(rule)) return;
  found_.push_back(
      basic(rule, profile_.severity(rule), label, std::move(found), std::move(expected)));
  found_.back().mba = std::move(mba);
}

void Findings::place() {
  std::sort(spots_.begin(), spots_.end(), [](const Spot& a, const Spot& b) {
    if (a.report != b.report) return std::less<const Report*>()(a.report, b.report);
    return std::tuple(a.element->offset, a.finding) < std::tuple(b.element->offset, b.finding);
  });
  PlaceCounter counter("");
  const Report* of = nullptr;
  for (const Spot& spot : spots_) {
    if (spot.report != of) counter = PlaceCounter(*spot.report->text);
    of = spot.report;
    found_[spot.finding].place = counter.place(*spot.element);
  }
  spots_.clear();
}

void Findings::append(Findings other) {
  for (Spot spot : other.spots_) {
    spot.finding += found_.size();
    spots_.push_back(spot);
  }
  std::move(other.found_.begin(), other.found_.end(), std::back_inserter(found_));
}

std::vector<Finding> Findings::take() {
  place();
  std::vector<Finding> out = std::move(found_);
  found_.clear();
  sort_findings(out);
  return out;
}

void sort_findings(std::vector<Finding>& findings) {
  const auto key = [](const Finding& f) {
    return std::tie(f.mba, f.report, f.file, f.kind, f.entry, f.label, f.rule, f.severity, f.place,
                    f.found, f.expected);
  };
  std::sort(findings.begin(), findings.end(),
            [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

}  // namespace accord::accounting
