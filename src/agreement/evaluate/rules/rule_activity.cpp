#include <fmt/format.h>

#include <algorithm>

#include "agreement/evaluate/rules/record_words.h"
#include "agreement/evaluate/rules/rules.h"

namespace accord::agreement {

namespace {

/// Places a record speaks about: a yes at two sites is a yes at each.
std::vector<Area> places_of(const CompiledAgreement& compiled, const Observation& o) {
  if (o.sites.empty()) return {compiled.places.everywhere()};
  std::vector<Area> out;
  Area all;
  for (const std::string& site : o.sites) {
    out.push_back(compiled.places.at(site));
    all = all | out.back();
  }
  if (o.outside) return {compiled.places.outside(all)};
  if (o.relation != Relation::seen) return {all};
  return out;
}

enum class Weight : std::uint8_t { first, second, equal };

/// Of two records of one day that contradict each other, the one that counts (chapter 5.1).
Weight heavier(const IndexedObservation& a, const IndexedObservation& b) {
  const Header& x = a.head();
  const Header& y = b.head();
  if (a.source == b.source && x.known != y.known)
    return y.known < x.known ? Weight::first : Weight::second;
  if (x.grade != y.grade) return x.grade < y.grade ? Weight::first : Weight::second;
  if (x.known != y.known) return y.known < x.known ? Weight::first : Weight::second;
  return Weight::equal;
}

struct Said {
  const IndexedObservation* seen = nullptr;
  Area place;
};

/// The records of one day, weighed against each other.
struct DaySaid {
  std::vector<Said> yes, no, no_access, no_figure;
  std::vector<const IndexedObservation*> outweighed;
  struct Contradiction {
    const IndexedObservation* yes = nullptr;
    const IndexedObservation* no = nullptr;
    Area place;  ///< of the yes; the no speaks about it too
  };
  std::vector<Contradiction> contradictions;  ///< of equal weight

  [[nodiscard]] const Contradiction* against(const Said& said) const {
    for (const Contradiction& c : contradictions)
      if (c.yes == said.seen && c.place == said.place) return &c;
    return nullptr;
  }
};

/// What a weightier yes says is taken out of a no, before the no speaks against any other yes.
void weigh_noes(DaySaid& day) {
  for (Said& n : day.no) {
    const Area said = n.place;
    for (const Said& y : day.yes)
      if (said.contains(y.place) && heavier(*y.seen, *n.seen) == Weight::first)
        n.place = n.place - y.place;
    if (n.place.empty()) day.outweighed.push_back(n.seen);
  }
}

void weigh_day(DaySaid& day) {
  weigh_noes(day);
  std::vector<Said> yes;
  for (const Said& y : day.yes) {
    bool stands = true;
    for (const Said& n : day.no) {
      if (!n.place.contains(y.place)) continue;
      if (heavier(*y.seen, *n.seen) == Weight::equal)
        day.contradictions.push_back({y.seen, n.seen, y.place});
      else
        stands = false;
    }
    if (stands)
      yes.push_back(y);
    else
      day.outweighed.push_back(y.seen);
  }
  day.yes = std::move(yes);
}

class ActivityRuleJudge {
 public:
  ActivityRuleJudge(Context& context, const CompiledActivity& activity, const RuleQuery& query)
      : context_(context), activity_(activity), query_(query) {}

  RuleResult run() {
    RuleResult out = judge(false);
    if (stale_since_ && out.state == State::no_value)
      reason(out, left_out_ ? context_.index.left_out.words(*left_out_)
                            : fmt::format("the last record, of {}, is older than the text allows",
                                          to_string(*stale_since_)));
    const bool silent = out.state == State::no_new_value || out.state == State::no_value ||
                        out.state == State::not_verifiable_no_access;
    if (!silent || !query_.in_words) return out;
    ignore_stale_ = true;
    const RuleResult before = judge(true);
    if (!before.oldest || before.state == State::no_value) return out;
    LastKnown last;
    last.state = before.state;
    last.valid = *before.oldest;
    last.age_days = context_.valid - last.valid;
    last.evidence = before.finding.evidence;
    out.last_known = std::move(last);
    return out;
  }

 private:
  RuleResult judge(bool figures_only) {
    figures_only_ = figures_only;
    if (activity_.measure == no_id) return {};
    const Scope& who = context_.compiled.scopes[query_.scope];
    return who.kind == Scope::Kind::jointly ? of_every_member(who) : judge_one();
  }

  /// What is owed jointly holds when it holds of every member: a no about one of them is no word
  /// about another. A state that is required may be that of one of them.
  RuleResult of_every_member(const Scope& who) {
    std::optional<RuleResult> out;
    for (const Id scope : who.members) {
      member_ = context_.compiled.scopes[scope].parties.front();
      RuleResult next = judge_one();
      const bool silent = next.state == State::no_value && !next.oldest;
      const bool before_silent = out && out->state == State::no_value && !out->oldest;
      if (!out || (activity_.text->require && before_silent))
        out = std::move(next);
      else if (!(activity_.text->require && silent))
        add_member(*out, std::move(next));
    }
    member_ = no_id;
    return out ? std::move(*out) : judge_one();
  }

  static void add_member(RuleResult& out, RuleResult next) {
    if (next.state < out.state) std::swap(out, next);
    if (next.state != out.state) return;
    if (next.oldest) out.oldest = std::min(out.oldest.value_or(*next.oldest), *next.oldest);
    std::vector<Evidence>& all = out.finding.evidence;
    for (Evidence& e : next.finding.evidence)
      if (std::none_of(all.begin(), all.end(), [&](const Evidence& other) {
            return other.origin == e.origin && other.says == e.says;
          }))
        all.push_back(std::move(e));
  }

  /// A record that names nobody, or only who reports, is about every member.
  [[nodiscard]] bool is_about_member(const IndexedObservation& seen) const {
    if (member_ == no_id || seen.party == no_id || seen.party == member_) return true;
    const PartyInfo& info = context_.compiled.parties[seen.party];
    if (info.members.empty()) return !info.is_declared || info.is_body;
    return std::find(info.members.begin(), info.members.end(), member_) != info.members.end();
  }

  RuleResult judge_one() {
    if (!activity_.text->require) return prohibited();
    RuleResult out;
    bool first = true;
    for (const Area& target : activity_.targets) {
      RuleResult next = required(target);
      if (next.oldest) out.oldest = std::min(out.oldest.value_or(*next.oldest), *next.oldest);
      if (!first && next.state == out.state) {
        auto& evidence = out.finding.evidence;
        evidence.insert(evidence.end(), next.finding.evidence.begin(), next.finding.evidence.end());
      } else if (first || next.state < out.state) {
        next.oldest = out.oldest;
        out = std::move(next);
      }
      first = false;
    }
    return out;
  }

  /// Days from the newest to the oldest that are seen from (V, K).
  template <class See>
  void back_through_days(See see) const {
    const Index::Series& series =
        context_.index.series(activity_.measure, query_.scope, context_.which);
    for (std::size_t end = first_after(context_, series, context_.valid); end > 0;) {
      DaySaid day;
      const Day valid = context_.index.seen(series[end - 1]).head().valid;
      std::size_t begin = end;
      while (begin > 0 && context_.index.seen(series[begin - 1]).head().valid == valid) --begin;
      std::vector<const IndexedObservation*> records;
      for (std::size_t at = begin; at < end; ++at) {
        const IndexedObservation& seen = context_.index.seen(series[at]);
        const bool skipped = figures_only_ && is_statement(seen.record->relation);
        if (seen.stands(context_.known) && !skipped && is_about_member(seen))
          records.push_back(&seen);
      }
      end = begin;
      if (records.empty()) continue;
      if (!ignore_stale_) {
        left_out_ =
            context_.index.left_out.newest(context_.compiled, activity_.measure, query_.scope,
                                           valid, context_.valid, context_.known);
        if (left_out_ || is_stale(context_, query_, valid)) {
          stale_since_ = valid;
          return;
        }
      }
      drop_corrected(records, day.outweighed);
      for (const IndexedObservation* seen : records) take(*seen, day);
      weigh_day(day);
      if (!see(valid, day)) return;
    }
  }

  void take(const IndexedObservation& seen, DaySaid& day) const {
    const Relation r = seen.record->relation;
    std::vector<Said>& list = r == Relation::seen        ? day.yes
                              : r == Relation::not_seen  ? day.no
                              : r == Relation::no_access ? day.no_access
                                                         : day.no_figure;
    if (r != Relation::seen && r != Relation::not_seen && !is_statement(r)) return;
    for (Area& place : places_of(context_.compiled, *seen.record))
      if (!place.empty()) list.push_back({&seen, std::move(place)});
  }

  void use(RuleResult& out, const IndexedObservation& seen) const {
    const Day valid = seen.head().valid;
    out.oldest = std::min(out.oldest.value_or(valid), valid);
    if (query_.in_words) out.finding.evidence.push_back(evidence_of(context_, seen));
  }

  void reason(RuleResult& out, std::string words) const {
    if (query_.in_words) out.finding.reason = std::move(words);
  }

  void decide(RuleResult& out, State state, const IndexedObservation& by,
              std::string words = {}) const {
    out.state = state;
    out.finding.evidence.clear();
    out.oldest.reset();
    use(out, by);
    reason(out, std::move(words));
  }

  /// A report that says nothing about it; or a row that may be about it, and does not say what.
  void nothing_new(RuleResult& out, const IndexedObservation& by) const {
    const bool unsure = is_unsure(context_, *by.record);
    decide(out, unsure ? State::no_value : State::no_new_value, by,
           !query_.in_words ? ""
           : unsure         ? incomplete_words(context_, *by.record)
                            : "the report says nothing new about " + name());
  }

  void contradict(RuleResult& out, const IndexedObservation& yes,
                  const IndexedObservation& no) const {
    out.state = State::undetermined;
    out.finding.evidence.clear();
    out.oldest.reset();
    use(out, yes);
    use(out, no);
    reason(out, "records of equal weight of one day contradict each other");
  }

  void show_others(RuleResult& out, const DaySaid& day) const {
    if (!query_.in_words) return;
    for (const IndexedObservation* s : day.outweighed)
      out.finding.other_figures.push_back(evidence_of(context_, *s));
  }

  // --- prohibit
  // ---------------------------------------------------------------------------------------

  /// Goes back in time until every place of the area has its last word.
  struct Progress {
    Area open;  ///< places of the area without a word so far
    std::optional<DaySaid::Contradiction> contradiction;  ///< newest about an open place
    const IndexedObservation* unsure = nullptr;  ///< seen at a place that may lie inside the area
    const IndexedObservation* no_access =
        nullptr;  ///< newest statement about a place without a newer word
    const IndexedObservation* no_figure = nullptr;
  };

  RuleResult prohibited() const {
    RuleResult out;
    Progress p;
    p.open = activity_.area;
    bool decided = false;
    back_through_days([&](Day, const DaySaid& day) {
      decided = prohibited_day(day, p, out);
      return !decided && !p.open.empty();
    });
    if (decided) return out;
    if (p.contradiction) {
      contradict(out, *p.contradiction->yes, *p.contradiction->no);
    } else if (p.unsure != nullptr) {
      decide(out, State::no_value, *p.unsure, "seen at a place that may lie outside the rule");
    } else if (p.no_access != nullptr) {
      decide(out, State::not_verifiable_no_access, *p.no_access, "no access to " + name());
    } else if (p.no_figure != nullptr) {
      nothing_new(out, *p.no_figure);
    } else if (p.open.empty()) {
      out.state = State::met;
    } else {
      out.state = State::no_value;
      reason(out,
             out.oldest ? "no statement speaks about the whole area" : "no record about " + name());
    }
    return out;
  }

  bool prohibited_day(const DaySaid& day, Progress& p, RuleResult& out) const {
    show_others(out, day);
    for (const Said& y : day.yes) {
      if (!p.open.touches(y.place)) continue;
      if (const DaySaid::Contradiction* against = day.against(y)) {
        // Open, unless an older record shows an excess even if the no counts.
        if (!p.contradiction) p.contradiction = *against;
        continue;
      }
      if (activity_.area.contains(y.place)) return decide(out, State::exceeded, *y.seen), true;
      if (p.unsure == nullptr) p.unsure = y.seen;
    }
    for (const Said& n : day.no) {
      if (!p.open.touches(n.place)) continue;
      use(out, *n.seen);
      p.open = p.open - n.place;
    }
    block(day.no_access, p.no_access, p);
    block(day.no_figure, p.no_figure, p);
    return false;
  }

  static void block(const std::vector<Said>& said, const IndexedObservation*& newest, Progress& p) {
    for (const Said& s : said) {
      if (!p.open.touches(s.place)) continue;
      if (newest == nullptr) newest = s.seen;
      p.open = p.open - s.place;
    }
  }

  [[nodiscard]] std::string name() const { return measure_title(context_, activity_.measure); }

  // --- require
  // ----------------------------------------------------------------------------------------

  /// The newest word about the place: a yes somewhere in it, or a no about all of it.
  RuleResult required(const Area& target) const {
    RuleResult out;
    reason(out, "no record about " + name());
    back_through_days([&](Day, const DaySaid& day) { return !required_day(day, target, out); });
    return out;
  }

  bool required_day(const DaySaid& day, const Area& target, RuleResult& out) const {
    const auto speaks = [&](const Said& s, bool also_part) {
      return s.place.contains(target) || (also_part && target.contains(s.place));
    };
    const auto find = [&](const std::vector<Said>& list,
                          bool also_part) -> const IndexedObservation* {
      const IndexedObservation* best = nullptr;
      for (const Said& s : list)
        if (speaks(s, also_part) && (best == nullptr || heavier(*s.seen, *best) == Weight::first))
          best = s.seen;
      return best;
    };
    show_others(out, day);
    std::vector<Said> undisputed;
    const DaySaid::Contradiction* disputed = nullptr;
    for (const Said& y : day.yes) {
      const DaySaid::Contradiction* against = day.against(y);
      if (against == nullptr) undisputed.push_back(y);
      if (disputed == nullptr && speaks(y, true)) disputed = against;
    }
    const IndexedObservation* yes = find(undisputed, true);
    const IndexedObservation* no = find(day.no, false);
    const Weight weight = yes != nullptr && no != nullptr ? heavier(*yes, *no) : Weight::first;
    if (weight == Weight::equal) return contradict(out, *yes, *no), true;
    if (yes != nullptr && weight == Weight::first) return decide(out, State::met, *yes), true;
    if (disputed != nullptr) return contradict(out, *disputed->yes, *disputed->no), true;
    if (no != nullptr)
      return decide(out, State::not_performed, *no, "the required state does not hold"), true;
    if (const IndexedObservation* s = find(day.no_access, true))
      return decide(out, State::not_verifiable_no_access, *s, "no access to " + name()), true;
    if (const IndexedObservation* s = find(day.no_figure, true)) return nothing_new(out, *s), true;
    return false;
  }

  Context& context_;
  const CompiledActivity& activity_;
  const RuleQuery& query_;
  bool figures_only_ = false;
  bool ignore_stale_ = false;
  Id member_ = no_id;  ///< of those who owe it jointly, the one that is looked at
  mutable std::optional<Day> stale_since_;  ///< newest record that is too old, or overtaken
  mutable std::optional<Day> left_out_;     ///< by a later one that was left out
};

}  // namespace

RuleResult judge_rule(Context& context, const CompiledActivity& activity, const RuleQuery& query) {
  return ActivityRuleJudge(context, activity, query).run();
}

}  // namespace accord::agreement
