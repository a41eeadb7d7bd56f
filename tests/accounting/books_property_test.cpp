#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "accounting/random_state.h"

/// Laws of effective entries, books and findings, on small random States; the references are
/// written from the chapter alone (8.4, 10.1) and slow.
namespace accord::accounting::test {
namespace {

/// An effective entry by name: file, position, report and number it belongs to.
using Name = std::tuple<std::string, std::uint32_t, std::uint32_t, std::uint32_t>;

std::vector<Name> names(const Effective& all) {
  std::vector<Name> out;
  for (const EffectiveEntry& e : all.entries)
    out.emplace_back(e.source->file, e.entry->number, e.report->header.number, e.number);
  return out;
}
std::vector<std::string> refused(const Effective& all) {
  std::vector<std::string> out;
  for (const Refused& r : all.refused)
    out.push_back(std::string(r.rule) + " " + r.source->file + " " +
                  std::to_string(r.entry->number));
  return out;
}

/// Every entry so far of one area, with all numbers that it answers to.
struct Known {
  const Report* source;
  const Entry* entry;
  std::set<std::pair<unsigned, unsigned>> numbers;
  std::pair<unsigned, unsigned> place;
  bool counts;
};

class Reference {
 public:
  std::vector<Name> counting;
  std::vector<std::string> refused;

  explicit Reference(const std::vector<Report>& reports) {
    std::map<std::string, std::map<unsigned, const Report*>> areas;
    for (const Report& r : reports) areas[std::string(r.header.mba)][r.header.number] = &r;
    for (const auto& [mba, own] : areas) {
      known_.clear();
      reports_.clear();
      for (const auto& [number, report] : own) {
        reports_.insert(number);
        for (const Entry& e : report->entries) add(*report, e);
      }
      std::vector<Known> kept;
      for (const Known& k : known_)
        if (k.counts) kept.push_back(k);
      std::stable_sort(kept.begin(), kept.end(),
                       [](const Known& a, const Known& b) { return a.place < b.place; });
      for (const Known& k : kept)
        counting.emplace_back(k.source->file, k.entry->number, k.place.first, k.place.second);
    }
  }

 private:
  std::vector<Known> known_;
  std::set<unsigned> reports_;

  Known* find(std::pair<unsigned, unsigned> number) {
    for (Known& k : known_)
      if (k.numbers.contains(number)) return &k;
    return nullptr;
  }

  void add(const Report& report, const Entry& e) {
    const std::pair<unsigned, unsigned> own{report.header.number, e.number};
    const std::pair<unsigned, unsigned> named{e.reference.report, e.reference.entry};
    Known self{&report, &e, {own}, own, false};
    const auto refuse = [&](const std::string& rule) {
      refused.push_back(rule + " " + report.file + " " + std::to_string(e.number));
    };
    const bool here = e.reference.country == report.header.country;
    switch (e.status) {
      case Status::fresh:
        self.counts = true;
        break;
      case Status::corrects:
      case Status::removes: {
        Known* target = find(named);
        if (!e.reference) {
          refuse("V041");
        } else if (!here || target == nullptr || !target->counts) {
          refuse("V040");
        } else {
          target->counts = false;
          self.place = target->place;
          self.counts = e.status == Status::corrects;
        }
        break;
      }
      case Status::added:
        if (!e.reference) {
          refuse("V041");
        } else if (!here || named.first >= own.first || !reports_.contains(named.first) ||
                   find(named) != nullptr) {
          refuse("V040");
        } else {
          self.numbers.insert(named);
          self.place = named;
          self.counts = true;
        }
        break;
      default:
        break;
    }
    known_.push_back(self);
  }
};

RC_GTEST_PROP(EffectiveProperty, EntriesAreThoseOfTheChapter, ()) {
  const State state = state_of(random_reports());
  const Effective all = effective(state.reports);
  const Reference expected(state.reports);
  RC_ASSERT(names(all) == expected.counting);
  RC_ASSERT(refused(all) == expected.refused);
}

RC_GTEST_PROP(EffectiveProperty, OnlyReportsDatedByTheDayTakePart, ()) {
  const std::vector<RandomReport> reports = random_reports();
  const State state = state_of(reports);
  const Day known = *day_of(2026, 6, *rc::gen::inRange(1, 31));
  State by_then;
  for (std::size_t i = 0; i < reports.size(); ++i)
    if (state.reports[i].header.date <= known) by_then.add(reports[i].text, reports[i].file);
  RC_ASSERT(names(effective(state.reports, known)) == names(effective(by_then.reports)));
}

/// The book at the end of every day of June 2026 of every area, as text.
std::vector<std::string> books_of(const Effective& all, const Profile& profile) {
  const Books books(all, signs_of(profile));
  std::vector<std::string> out;
  for (const std::string_view mba : books.areas())
    for (int day = 1; day <= 30; ++day)
      for (const material::MassSum& sum : books.on(mba, *day_of(2026, 6, day)))
        out.push_back(std::string(mba) + material::to_string(sum, material::MassUnit::gram));
  return out;
}

RC_GTEST_PROP(BooksProperty, TheOrderOfFilesChangesNothing, ()) {
  std::vector<RandomReport> reports = random_reports();
  const State state = state_of(reports);
  for (std::size_t i = reports.size(); i > 1; --i)
    std::swap(reports[i - 1], reports[*rc::gen::inRange<std::size_t>(0, i)]);
  const State mixed = state_of(reports);
  const Effective before = effective(state.reports), after = effective(mixed.reports);
  RC_ASSERT(names(before) == names(after));
  RC_ASSERT(refused(before) == refused(after));
  RC_ASSERT(books_of(before, state.profile) == books_of(after, mixed.profile));
  RC_ASSERT(state.findings() == mixed.findings());
}

/// Section 5.1 for the codes of a random State.
int sign_in_words(const std::string& code, material::Kind kind) {
  if (code == "ND" || code == "DN") {
    const bool natural = kind == material::Kind::natural_uranium;
    const bool depleted = kind == material::Kind::depleted_uranium;
    const int of_natural = code == "ND" ? -1 : 1;
    return natural ? of_natural : depleted ? -of_natural : 0;
  }
  for (const char* up : {"RD", "RF", "NP", "DQ"})
    if (code == up) return 1;
  for (const char* down : {"SD", "SF", "LD", "LN", "DI", "EQ"})
    if (code == down) return -1;
  return 0;
}

RC_GTEST_PROP(BooksProperty, BooksAreWhatReplayingEachEntryDayByDayGives, ()) {
  const State state = state_of(random_reports());
  const Effective all = effective(state.reports);
  const Books books(all, signs_of(state.profile));
  for (const std::string_view mba : books.areas()) {
    std::map<material::Kind, material::MassSum> book;
    for (Day day = *day_of(2026, 5, 31); day <= *day_of(2026, 6, 30); day += 1) {
      for (const EffectiveEntry& e : all.entries) {
        if (e.report->header.mba != mba || e.report->header.kind != ReportKind::icr) continue;
        if (e.entry->date != day) continue;
        for (const material::KindFacts& facts : material::kinds)
          if (const Weight* w = e.source->weight(*e.entry, facts.kind)) {
            const int sign = sign_in_words(to_string(e.entry->code), facts.kind);
            if (sign > 0) book[facts.kind] += w->mass;
            if (sign < 0) book[facts.kind] -= w->mass;
          }
      }
      // At the end of the day of an inventory, what its list says; also one of corrections alone
      // to which a later report has added.
      bool counted = false;
      for (const Report* r : all.reports)
        counted =
            counted || (r->header.mba == mba && is_inventory_list(*r) && r->header.end == day);
      std::map<material::Kind, material::MassSum> list;
      for (const EffectiveEntry& e : all.entries) {
        const Header& h = e.report->header;
        if (h.mba != mba || h.kind != ReportKind::pil || h.end != day) continue;
        counted = true;
        for (const material::KindFacts& facts : material::kinds)
          if (const Weight* w = e.source->weight(*e.entry, facts.kind)) list[facts.kind] += w->mass;
      }
      if (counted) book = list;
      const Amounts found = books.on(mba, day);
      for (const material::KindFacts& facts : material::kinds)
        RC_ASSERT(at(found, facts.kind) == book[facts.kind]);
    }
  }
}

RC_GTEST_PROP(BooksProperty, TransfersBetweenAreasLeaveTheStateAsItWas, ()) {
  const std::vector<std::string> areas{"ZZA1", "ZZB1", "ZZC1"};
  std::map<std::string, std::vector<std::string>> changes;
  const int moves = *rc::gen::inRange(1, 12);
  for (int i = 0; i < moves; ++i) {
    const std::string from = *rc::gen::elementOf(areas), to = *rc::gen::elementOf(areas);
    const std::string day = random_day(), batch = "X" + std::to_string(i), w = random_weights();
    changes[from].push_back(change("SD", day, batch, "372:ZZ/" + to + "#" + w));
    changes[to].push_back(
        change("RD", day, "R" + batch, "370:ZZ/" + from + "#447:" + batch + "#" + w));
  }
  State state;
  for (const std::string& mba : areas)
    state.add(report_text(
                  {.mba = mba, .number = 1, .date = "20260605", .period = "20260531", .kind = "P"},
                  {item("A", "N", random_weights())}),
              mba + "-1");
  for (const auto& [mba, entries] : changes)
    state.add(report_text({.mba = mba, .number = 2}, entries), mba + "-2");
  const Effective all = effective(state.reports);
  const Books books(all, signs_of(state.profile));
  const auto total = [&](Day day) {
    Amounts out{};
    for (const std::string_view mba : books.areas()) {
      const Amounts book = books.on(mba, day);
      for (std::size_t i = 0; i < out.size(); ++i) out[i] += book[i];
    }
    return out;
  };
  const Amounts first = total(*day_of(2026, 5, 31));
  for (int day = 1; day <= 30; ++day) RC_ASSERT(total(*day_of(2026, 6, day)) == first);
  for (const Finding& f : state.findings()) RC_ASSERT(f.rule != "V080" && f.rule != "V081");
}

}  // namespace
}  // namespace accord::accounting::test
