#include <algorithm>
#include <tuple>

#include "accounting/books/flat_index.h"
#include "accounting/rules/rules.h"

/// Rules that need what was said of the same batch before.
namespace accord::accounting {

namespace {

struct TransactionKey {
  std::string_view batch;
  Code code = 0;                 ///< 0: of a list
  Day date;                      ///< of a change
  const Report* list = nullptr;  ///< of a list
  Account account;               ///< one movement has a line for each category and obligation

  friend bool operator==(const TransactionKey&, const TransactionKey&) = default;
};

struct TransactionHash {
  std::size_t operator()(const TransactionKey& k) const {
    const std::size_t rest = std::size_t{k.code} * 0x9e3779b97f4a7c15U +
                             static_cast<std::size_t>(k.date.number) * 0xff51afd7ed558ccdU +
                             std::hash<const void*>()(k.list) +
                             static_cast<unsigned char>(k.account.category);
    return std::hash<std::string_view>()(k.batch) ^ (rest ^ rest >> 29U);
  }
};

bool comes_before(const EffectiveEntry& a, const EffectiveEntry& b) {
  const auto key = [](const EffectiveEntry& e) {
    return std::tie(e.source->header.number, e.source->header.date, e.source->file,
                    e.entry->number);
  };
  return key(a) < key(b);
}

/// V026, area after area.
class Repeats {
 public:
  explicit Repeats(const Profile& profile) : profile_(profile) {}
  void begin_area() {
    index_.clear();
    first_.clear();
  }

  void add(const EffectiveEntry& e, Findings& findings) {
    const bool list = e.report->header.kind == ReportKind::pil;
    const bool change =
        e.report->header.kind == ReportKind::icr && e.entry->code != 0 && e.entry->date != day_min;
    if ((!list && !change) || e.entry->batch.empty()) return;
    // What one line moves from elsewhere may come from several places.
    const CodeRule* rule = change ? profile_.find(e.entry->code) : nullptr;
    if (rule != nullptr && rule->from_previous) return;
    TransactionKey key{e.entry->batch, 0, {}, nullptr, e.entry->account};
    if (list) {
      key.list = e.report;
    } else {
      key.code = e.entry->code;
      key.date = e.entry->date;
    }
    const std::uint32_t number = index_.number(key);
    if (number == first_.size()) return first_.push_back(&e);
    const EffectiveEntry* later = &e;
    if (comes_before(e, *first_[number])) std::swap(first_[number], later);
    report(*later, *first_[number], findings);
  }

 private:
  const Profile& profile_;
  FlatIndex<TransactionKey, TransactionHash> index_;
  std::vector<const EffectiveEntry*> first_;

  static void report(const EffectiveEntry& later, const EffectiveEntry& first, Findings& findings) {
    findings.add("V026", *later.source, *later.entry, 446, std::string(later.entry->batch),
                 "a batch other than in report " + std::to_string(first.source->header.number) +
                     ", entry " + std::to_string(first.entry->number));
  }
};

bool same_weights(const Report& a_report, const Entry& a, const Report& b_report, const Entry& b) {
  if (a.weight_count == 0 || a.weight_count != b.weight_count) return false;
  for (std::uint32_t i = 0; i < a.weight_count; ++i) {
    const Weight& w = a_report.weights[a.weights + i];
    const Weight* other = b_report.weight(b, w.kind);
    if (other == nullptr || other->mass != w.mass) return false;
  }
  return true;
}

/// V027 for the reports of one area, in their order.
class Bases {
 public:
  explicit Bases(const Profile& profile) : profile_(profile) {}

  void add(const Report& report, const Entry& e, Findings& findings) {
    const bool list = report.header.kind == ReportKind::pil;
    const bool counts =
        e.kind == EntryKind::accounting &&
        (e.status == Status::fresh || (is_correction(e.status) && e.status != Status::removes));
    if ((!list && report.header.kind != ReportKind::icr) || !counts || e.batch.empty()) return;
    const CodeRule* code = list ? nullptr : profile_.find(e.code);
    const std::uint32_t number = index_.number(e.batch);
    const bool known = number < last_.size();
    if (!known) last_.push_back({});
    if (e.status == Status::fresh) check(report, e, code, known, last_[number], findings);
    if (list || (code != nullptr && code->states)) last_[number] = {&report, &e};
  }

 private:
  struct Statement {
    const Report* report = nullptr;
    const Entry* entry = nullptr;
  };
  const Profile& profile_;
  FlatIndex<std::string_view> index_;
  std::vector<Statement> last_;  // by number of the batch

  static void check(const Report& report, const Entry& e, const CodeRule* code, bool known,
                    const Statement& last, Findings& findings) {
    const std::string basis(1, e.basis);
    const bool estimated = std::string_view("EFGH").find(e.basis) != std::string_view::npos;
    const bool reported = std::string_view("LTGH").find(e.basis) != std::string_view::npos;
    const char* const fresh = estimated ? "E or F" : "M or N";
    const char* const again = estimated ? "G or H" : "T or L";
    if (e.basis != 0 && reported && !known)
      findings.add("V027", report, e, 469, basis,
                   std::string(fresh) + " for a batch that is reported first");
    const bool measured = e.basis != 0 && !reported;
    const bool difference = code != nullptr && code->group == Group::difference;
    if (!measured || difference || last.entry == nullptr) return;
    if (same_weights(report, e, *last.report, *last.entry))
      findings.add("V027 again", report, e, 469, basis,
                   std::string(again) + " for weights as in report " +
                       std::to_string(last.report->header.number) + ", entry " +
                       std::to_string(last.entry->number));
  }
};

}  // namespace

void check_batches(const RuleInput& input, Findings& findings) {
  Repeats repeats(input.profile);
  std::string_view area;
  for (const EffectiveEntry& e : input.effective.entries) {
    if (e.report->header.mba != area) repeats.begin_area();
    area = e.report->header.mba;
    repeats.add(e, findings);
  }
  const auto& reports = input.effective.reports;
  for (auto begin = reports.begin(); begin != reports.end();) {
    const auto end = std::find_if(begin, reports.end(), [&](const Report* r) {
      return r->header.mba != (*begin)->header.mba;
    });
    Bases bases(input.profile);
    for (; begin != end; ++begin)
      for (const Entry& e : (*begin)->entries) bases.add(**begin, e, findings);
  }
}

}  // namespace accord::accounting
