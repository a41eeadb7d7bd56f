#include <algorithm>
#include <deque>
#include <iterator>

#include "agreement/history/kinds.h"
#include "agreement/history/timeline.h"

namespace accord::agreement {

namespace {

bool breaks(State state) {
  return state == State::exceeded || state == State::not_performed;
}

bool satisfies(State state) {
  return state == State::met || state == State::met_attested ||
         state == State::met_within_uncertainty;
}

/// The valid day of the newest record that the rule rests on. Of a minimum over a period it is the
/// last day of the period: before that it could still be reached.
std::optional<Day> observed_on(const RuleFinding& rule) {
  const bool minimum = rule.comparison && rule.comparison->minimum;
  if (minimum && rule.period && breaks(rule.state)) return rule.period->last;
  std::optional<Day> newest;
  for (const Evidence& e : rule.evidence)
    if (!newest || *newest < e.valid) newest = e.valid;
  return newest;
}

const Evidence* newest_evidence(const RuleFinding& rule) {
  const auto found =
      std::max_element(rule.evidence.begin(), rule.evidence.end(),
                       [](const Evidence& a, const Evidence& b) { return a.valid < b.valid; });
  return found == rule.evidence.end() ? nullptr : &*found;
}

std::string shown(const RuleFinding& rule) {
  if (rule.comparison) return rule.comparison->value_shown;
  const Evidence* newest = newest_evidence(rule);
  return newest == nullptr ? std::string() : newest->says;
}

Episode::Kind kind_of(const RuleFinding& rule) {
  if (rule.state == State::not_performed) return Episode::Kind::not_held;
  if (!rule.comparison) return Episode::Kind::seen;
  return rule.comparison->minimum ? Episode::Kind::below : Episode::Kind::beyond;
}

/// Follows one rule through the days on which something changes.
class Follower {
 public:
  Follower(std::vector<Episode>& out, std::size_t rule) : out_(out), rule_(rule) {}

  void see(const Finding& finding) {
    if (rule_ >= finding.rules.size()) return;
    const RuleFinding& rule = finding.rules[rule_];
    if (breaks(rule.state))
      open_ ? grow(finding, rule) : start(finding, rule);
    else if (satisfies(rule.state))
      close(finding, rule);
  }

 private:
  void start(const Finding& finding, const RuleFinding& rule) {
    Episode episode;
    episode.term = finding.term;
    episode.party = finding.party.empty() ? std::string() : finding.party.front();
    episode.rule = rule.rule;
    episode.kind = kind_of(rule);
    const Day observed = observed_on(rule).value_or(finding.valid_day);
    // A limit that falls, or a term that begins, can be broken without a new observation.
    const bool is_new = !last_satisfied_ || observed > *last_satisfied_;
    episode.first_observed = is_new ? observed : finding.valid_day;
    episode.first_known = episode.first_observed;
    if (const Evidence* e = newest_evidence(rule); e != nullptr && is_new)
      episode.first_known = std::max(episode.first_observed, e->known);
    episode.last_satisfied = last_satisfied_;
    if (last_origin_) episode.origins.push_back(*last_origin_);
    episode.first_value = shown(rule);
    if (rule.comparison) episode.limit = rule.comparison->limit_shown;
    out_.push_back(std::move(episode));
    open_ = true;
    worst_ = Rational::invalid();
    grow(finding, rule);
  }

  void grow(const Finding& finding, const RuleFinding& rule) {
    Episode& episode = out_.back();
    last_broken_ = observed_on(rule).value_or(finding.valid_day);
    const bool has_margin = rule.comparison && rule.comparison->margin;
    if (episode.extreme.empty() ||
        (has_margin && (!worst_.is_valid() || *rule.comparison->margin < worst_))) {
      if (has_margin) worst_ = *rule.comparison->margin;
      episode.extreme = shown(rule);
      episode.extreme_day = observed_on(rule).value_or(finding.valid_day);
      if (const Evidence* e = newest_evidence(rule); e != nullptr) add_origin(episode, e->origin);
    }
    if (!episode.announced && !finding.declarations.empty()) {
      const DeclarationShown& first = *std::min_element(
          finding.declarations.begin(), finding.declarations.end(),
          [](const DeclarationShown& a, const DeclarationShown& b) { return a.day < b.day; });
      episode.announced = first.day;
      episode.announcement = first.title;
    }
  }

  void close(const Finding& finding, const RuleFinding& rule) {
    last_satisfied_ = observed_on(rule).value_or(finding.valid_day);
    const Evidence* newest = newest_evidence(rule);
    last_origin_ = newest == nullptr ? std::nullopt : std::optional(newest->origin);
    if (!open_) return;
    Episode& episode = out_.back();
    // A limit that rises ends an episode without a new observation.
    const bool is_new = !last_broken_ || *last_satisfied_ > *last_broken_;
    episode.first_within = is_new ? *last_satisfied_ : finding.valid_day;
    episode.duration_days = *episode.first_within - episode.first_observed;
    if (last_origin_) add_origin(episode, *last_origin_);
    open_ = false;
  }

  static void add_origin(Episode& episode, std::uint32_t origin) {
    if (std::find(episode.origins.begin(), episode.origins.end(), origin) == episode.origins.end())
      episode.origins.push_back(origin);
  }

  std::vector<Episode>& out_;
  std::size_t rule_;
  bool open_ = false;
  std::optional<Day> last_satisfied_, last_broken_;
  std::optional<std::uint32_t> last_origin_;
  Rational worst_ = Rational::invalid();
};

bool has_other_than_duties(const Clauses& clauses) {
  return std::any_of(clauses.rules.begin(), clauses.rules.end(),
                     [](const Rule& rule) { return !std::holds_alternative<Duty>(rule.what); });
}

}  // namespace

const char* word(Episode::Kind kind) {
  return described::word_of(kind).data();
}

std::set<std::string, std::less<>> breakable_terms(const Evaluator& evaluator) {
  std::set<std::string, std::less<>> out;
  const auto& said = evaluator.records().declarations;
  const bool is_refused = std::any_of(said.begin(), said.end(), [](const Declaration& d) {
    return d.kind == Declaration::Kind::refuses;
  });
  const auto add = [&](const std::string& term, const Clauses& clauses) {
    if (is_refused || has_other_than_duties(clauses)) out.insert(term);
  };
  for (const Item& item : evaluator.agreement().items) {
    if (const auto* own = std::get_if<Term>(&item)) add(own->head.name.text, own->clauses);
    const auto* amendment = std::get_if<Amendment>(&item);
    if (amendment == nullptr) continue;
    for (const Change& change : amendment->changes) {
      if (const auto* added = std::get_if<Term>(&change))
        add(added->head.name.text, added->clauses);
      if (const auto* replace = std::get_if<Replace>(&change))
        add(replace->term.text, replace->clauses);
    }
  }
  return out;
}

std::vector<Episode> episodes(const Evaluator& evaluator, const Subject& subject, Day to,
                              Day known) {
  return breakable_terms(evaluator).count(subject.term) == 0
             ? std::vector<Episode>()
             : episodes_of(evaluator, subject, to, known);
}

std::vector<Episode> episodes_of(const Evaluator& evaluator, const Subject& subject, Day to,
                                 Day known) {
  std::deque<std::vector<Episode>> of_rules;
  std::vector<Follower> followers;
  for (const Day day : evaluator.change_days(subject, day_min - 1, std::min(to, known), known)) {
    const Finding finding = evaluator.evaluate(subject, day, known);
    while (followers.size() < finding.rules.size())
      followers.emplace_back(of_rules.emplace_back(), followers.size());
    for (Follower& follower : followers) follower.see(finding);
  }
  std::vector<Episode> out;
  for (std::vector<Episode>& of_rule : of_rules)
    std::move(of_rule.begin(), of_rule.end(), std::back_inserter(out));
  std::stable_sort(out.begin(), out.end(), [](const Episode& a, const Episode& b) {
    return a.first_observed < b.first_observed;
  });
  return out;
}

}  // namespace accord::agreement
