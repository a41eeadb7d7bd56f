#include "assessment/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "agreement/model/names.h"
#include "assessment/kinds.h"
#include "assessment/recalled.h"
#include "assessment/words.h"
#include "base/contract.h"
#include "base/english.h"

namespace accord::assessment {

using evidence::Finding;
using evidence::Outcome;
using evidence::State;

namespace {

constexpr std::size_t titles_max = 12;  ///< in one sentence; the rest is counted

const evidence::RuleFinding* deciding(const Finding& f) {
  return f.deciding_rule < f.rules.size() ? &f.rules[f.deciding_rule] : nullptr;
}

/// How a figure was come by, when it was not simply found.
std::string mark_of(const Finding& f) {
  if (f.trace && *f.trace != evidence::Trace::found) return word(*f.trace);
  return f.grade == evidence::Grade::estimated ? word(*f.grade) : "";
}

/// By the day since, then in the order of the text; a day that is not known comes last.
void sort_by_since(std::vector<Held>& list) {
  std::stable_sort(list.begin(), list.end(), [](const Held& a, const Held& b) {
    return std::pair(!a.since, a.since.value_or(Day{})) <
           std::pair(!b.since, b.since.value_or(Day{}));
  });
}

std::optional<Day> outcome_since(const Assessment& a, const agreement::Subject& subject,
                                 Outcome now) {
  const agreement::Evaluator& evaluator = a.evaluator();
  const std::vector<Day> days = evaluator.change_days(subject, day_min - 1, a.on(), a.known());
  std::optional<Day> since;
  for (auto day = days.rbegin(); day != days.rend(); ++day) {
    if (outcome_of(evaluator.state(subject, *day, a.known())) != now) return since;
    since = *day;
  }
  return since;
}

/// Writes the sentences of one side.
class SideWriter {
 public:
  /// `alone`: parties that are an obliged side by themselves.
  SideWriter(const Words& words, std::string lead, const std::set<std::string>& alone,
             SideSummary& side)
      : words_(words), lead_(std::move(lead)), alone_(alone), side_(side) {}

  void write() {
    met();
    not_met();
    not_shown();
    declared();
  }

 private:
  [[nodiscard]] std::size_t in_count() const {
    return side_.counts.met + side_.counts.not_met + side_.counts.not_shown;
  }

  void say(std::string text) { now_.parts.push_back({std::move(text)}); }
  void say(const Finding& f) {
    now_.parts.push_back({fmt::format("{} ({})", f.title, f.id.substr(2)), &f});
  }
  void end() {
    say(".");
    side_.sentences.push_back(std::move(now_));
    now_ = {};
  }

  /// "On …, 7 of the 24 commitments of North in force and due are not met", "all 3 commitments of
  /// …"
  void say_count(std::size_t number, const char* outcome) {
    if (in_count() == 1)
      say(fmt::format("{}the one commitment of {} in force and due is {}", lead_, side_.title,
                      outcome));
    else if (number == 0)
      say(fmt::format("{}none of the {} commitments of {} in force and due is shown as {}", lead_,
                      in_count(), side_.title, outcome));
    else if (number == in_count())
      say(fmt::format("{}all {} commitments of {} in force and due are {}", lead_, number,
                      side_.title, outcome));
    else
      say(fmt::format("{}{} of the {} commitments of {} in force and due {} {}", lead_, number,
                      in_count(), side_.title, is_or_are(number), outcome));
  }

  /// What is beyond the room of a sentence is counted.
  template <class Say>
  void say_list(const std::vector<Held>& list, std::size_t& room, Say say_one,
                const char* separator = ", ", const char* last = " and ") {
    const std::size_t shown = std::min(list.size(), room);
    for (std::size_t i = 0; i < shown; ++i) {
      if (i > 0) say(i + 1 == list.size() ? last : separator);
      say_one(list[i]);
    }
    if (shown < list.size())
      say(fmt::format("{}{} more", shown == 0 ? "" : last, list.size() - shown));
    room -= shown;
  }

  // --- met
  // --------------------------------------------------------------------------------------------

  void met() {
    if (side_.met.empty() && (in_count() == 1 || side_.counts.not_met == in_count())) return;
    say_count(side_.met.size(), "met");
    std::size_t room = titles_max;
    for (std::size_t i = 0; i < side_.met.size();) {
      const std::optional<Day> since = side_.met[i].since;
      say(i == 0 ? ": " : "; ");
      std::vector<Held> same;
      for (; i < side_.met.size() && side_.met[i].since == since; ++i) same.push_back(side_.met[i]);
      say(since ? fmt::format("since {} ", long_form(*since)) : "since a day that is not known ");
      say_list(same, room, [&](const Held& held) { say(*held.finding); });
    }
    end();
  }

  // --- not met
  // ----------------------------------------------------------------------------------------

  void not_met() {
    if (side_.not_met.empty() && (in_count() == 1 || side_.counts.met == in_count())) return;
    say_count(side_.not_met.size(), "not met");
    if (!side_.not_met.empty()) say(": ");
    std::size_t room = titles_max;
    say_list(
        side_.not_met, room, [&](const Held& held) { say_breach(held); }, "; ", "; and ");
    end();
  }

  /// "Stock (T-STOCK), exceeded since 1 July 2019, 3.0 t as of 1 July 2019 against 100 crates"
  void say_breach(const Held& held) {
    const Finding& f = *held.finding;
    say(f);
    say(fmt::format(", {}{}", plain(f.state), f.since ? " since " + long_form(*f.since) : ""));
    if (held.since && held.since != f.since) say(" and not met since " + long_form(*held.since));
    const auto* rule = deciding(f);
    if (rule == nullptr || !rule->comparison || rule->comparison->value_shown.empty()) return;
    say(", ");
    now_.parts.push_back({words_.in_words(rule->comparison->value_shown), &f, true});
    if (rule->evidence.size() == 1) say(" as of " + long_form(rule->evidence.front().valid));
    if (!rule->comparison->limit_shown.empty())
      say(" against " + words_.in_words(rule->comparison->limit_shown));
  }

  // --- not shown
  // --------------------------------------------------------------------------------------

  void not_shown() {
    if (side_.not_shown.empty()) return;
    say_count(side_.counts.not_shown, "not shown");
    std::size_t room = titles_max;
    for (const NotShown& group : side_.not_shown) {
      say(&group == &side_.not_shown.front() ? ": " : "; ");
      say(cause_words(group));
      say_list(
          group.findings, room, [&](const Held& held) { say_unknown(*held.finding); }, "; ",
          "; and ");
      say(")");
    }
    end();
  }

  static std::string cause_words(const NotShown& group) {
    const std::size_t n = group.findings.size();
    switch (group.cause) {
      case Cause::not_entered:
        return fmt::format("for {} nothing is on record (", n);
      case Cause::no_access:
        return fmt::format("for {} the record states that there is no access (", n);
      case Cause::not_renewed:
        return fmt::format("for {} the record is not renewed (", n);
      case Cause::unreadable:
        return fmt::format("for {} a part of the record cannot be read (", n);
      case Cause::nobody_named:
        return fmt::format("for {} the record does not say who it was (", n);
      case Cause::open_question:
        return fmt::format("{} {} on an open question (", n, n == 1 ? "rests" : "rest");
      case Cause::not_decided:
        break;
    }
    return fmt::format("for {} the record does not decide (", n);
  }

  void say_unknown(const Finding& f) {
    say(f);
    if (f.last_known)
      say(fmt::format(", last shown {} on {}", plain(f.last_known->state),
                      long_form(f.last_known->valid)));
  }

  // --- declared
  // ---------------------------------------------------------------------------------------

  void declared() {
    // What a member of a group declared stands with the member, if it owes something itself.
    std::map<std::pair<Day, std::string>, std::string> ceased;
    std::size_t suspended = 0;
    std::optional<Day> first, latest;
    for (const auto* list : all())
      for (const Held& held : *list) {
        bool counts = false;
        for (const evidence::DeclarationShown& d : held.finding->declarations) {
          if (d.kind == evidence::Declaration::Kind::ceases &&
              (side_.party.size() == 1 || !alone_.contains(d.party)))
            ceased.try_emplace({d.day, d.party}, words_.parties().of(d.party));
          if (d.kind != evidence::Declaration::Kind::suspends) continue;
          counts = true;
          const Day begin = d.first ? d.first->day : d.day;
          first = std::min(first.value_or(begin), begin);
          latest = std::max(latest.value_or(d.day), d.day);
        }
        suspended += counts ? 1 : 0;
      }
    for (const auto& [key, title] : ceased) {
      say(fmt::format("{} declared on {} that it ceases to participate", title,
                      long_form(key.first)));
      end();
    }
    if (suspended == 0) return;
    say(fmt::format("{}{} of the {} of {} in force and due {} declared suspended, ", lead_,
                    suspended, counted(in_count(), "commitment"), side_.title,
                    suspended == 1 ? "was" : "were"));
    say(*first == *latest
            ? "on " + long_form(*first)
            : fmt::format("first on {} and latest on {}", long_form(*first), long_form(*latest)));
    end();
  }

  [[nodiscard]] std::vector<const std::vector<Held>*> all() const {
    std::vector<const std::vector<Held>*> out{&side_.met, &side_.not_met};
    for (const NotShown& group : side_.not_shown) out.push_back(&group.findings);
    return out;
  }

  const Words& words_;
  std::string lead_;
  const std::set<std::string>& alone_;
  SideSummary& side_;
  Sentence now_;
};

/// "assuming that the question “…” is answered “no”"
std::string assumed_words(const agreement::Agreement& text, const agreement::Assumption& assumed) {
  std::string answer = assumed.answer;
  std::string title = assumed.question;
  const agreement::NamedItems names(text);
  if (const auto* q = names.find<agreement::Question>(assumed.question)) {
    title = q->head.title;
    for (const agreement::Answer& a : q->answers)
      if (a.name.text == assumed.answer) answer = a.text;
  }
  return fmt::format("assuming that the question “{}” is answered “{}”", title, answer);
}

/// "On 1 July 2019, as known on 8 July 2019, " with every option that is not the usual one.
std::string lead_of(const Assessment& a) {
  std::string out = fmt::format("On {}, as known on {}, ", long_form(a.on()),
                                a.on() == a.known() ? "that day" : long_form(a.known()));
  const agreement::Options& options = a.evaluator().options();
  if (options.min_grade != evidence::Grade::unverified)
    out += fmt::format("by records of grade {} or better only, ", word(options.min_grade));
  if (options.found_only) out += "by found records only, ";
  for (const agreement::Assumption& assumed : options.assume)
    out += assumed_words(a.workspace().agreement, assumed) + ", ";
  if (a.records().origins.size() > a.workspace().records.origins.size())
    out += "with what is supposed, ";
  return out;
}

void add(Counts& counts, Outcome outcome) {
  const std::array places{&counts.met, &counts.not_met, &counts.not_shown, &counts.out_of_count};
  ++*places.at(static_cast<std::size_t>(outcome));
}

void add(SideSummary& side, const Assessment& a, const Finding& f,
         const agreement::Subject& subject) {
  add(side.counts, f.outcome());
  if (f.outcome() == Outcome::out_of_count) return;
  const Held held{&f, outcome_since(a, subject, f.outcome())};
  if (f.outcome() == Outcome::met) side.met.push_back(held);
  if (f.outcome() == Outcome::not_met) side.not_met.push_back(held);
  if (f.outcome() != Outcome::not_shown) return;
  const Cause cause = cause_of(f);
  auto group = std::find_if(side.not_shown.begin(), side.not_shown.end(),
                            [&](const NotShown& g) { return g.cause >= cause; });
  if (group == side.not_shown.end() || group->cause != cause)
    group = side.not_shown.insert(group, {cause, {}});
  group->findings.push_back(held);
}

}  // namespace

std::string RecordEnd::sentence() const {
  if (!day) return "Nothing is on record.";
  return nothing_later
             ? fmt::format("The record ends on {}; nothing after it is on record.", long_form(*day))
             : fmt::format("The last record used is of {}; what became known later is not used.",
                           long_form(*day));
}

RecordEnd record_end(const Assessment& assessment) {
  RecordEnd out;
  const evidence::Records& records = assessment.workspace().records;
  const auto look = [&](const auto& list) {
    for (const auto& record : list) {
      if (assessment.known() < record.head.known)
        out.nothing_later = false;
      else
        out.day = std::max(out.day.value_or(record.head.known), record.head.known);
    }
  };
  look(records.observations);
  look(records.events);
  look(records.declarations);
  return out;
}

const char* word(Cause cause) {
  return described::word_of(cause).data();
}

Cause cause_of(const Finding& f) {
  ACCORD_EXPECT(f.outcome() == Outcome::not_shown);
  const auto* rule = deciding(f);
  if (rule != nullptr && !rule->incomplete.empty()) return Cause::unreadable;
  if (f.not_attributed && f.not_attributed->if_attributed) return Cause::nobody_named;
  if (f.state == State::not_verifiable_no_access) return Cause::no_access;
  if (f.state == State::no_new_value) return Cause::not_renewed;
  if (!f.answers.empty()) return Cause::open_question;
  if (f.state != State::no_value) return Cause::not_decided;
  if (f.last_known) return Cause::not_renewed;
  const bool bare = rule == nullptr || (rule->evidence.empty() && rule->other_figures.empty());
  return bare ? Cause::not_entered : Cause::not_decided;
}

std::string Sentence::text() const {
  std::string out;
  for (const Part& part : parts) {
    out += part.text;
    if (!part.is_figure || part.finding == nullptr) continue;
    if (const std::string mark = mark_of(*part.finding); !mark.empty())
      out += fmt::format(" ({})", mark);
  }
  return out;
}

std::vector<std::string> Summary::texts() const {
  std::vector<std::string> out;
  for (const SideSummary& side : sides)
    for (const Sentence& sentence : side.sentences) out.push_back(sentence.text());
  for (const Sentence* sentence : {&nothing_due, &recalled})
    if (!sentence->parts.empty()) out.push_back(sentence->text());
  out.push_back(end.sentence());
  return out;
}

Summary summarize(const Assessment& assessment) {
  Summary out;
  out.end = record_end(assessment);
  const Words words(assessment.workspace());
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < assessment.findings().size(); ++i) {
    const Finding& f = assessment.findings()[i];
    std::string title = words.parties().in_sentence(f.party);
    const auto [place, is_new] = places.try_emplace(title, out.sides.size());
    if (is_new) out.sides.push_back({f.party, std::move(title), {}, {}, {}, {}, {}});
    add(out.sides[place->second], assessment, f, assessment.evaluator().subjects()[i]);
  }
  const std::string lead = lead_of(assessment);
  const auto is_idle = [](const SideSummary& side) {
    return side.counts.met + side.counts.not_met + side.counts.not_shown == 0;
  };
  std::set<std::string> alone;
  for (const SideSummary& side : out.sides)
    if (side.party.size() == 1 && !is_idle(side)) alone.insert(side.party.front());
  std::vector<std::string> idle;
  for (SideSummary& side : out.sides) {
    if (is_idle(side)) {
      idle.push_back(side.title);
      continue;
    }
    sort_by_since(side.met);
    sort_by_since(side.not_met);
    SideWriter(words, lead, alone, side).write();
  }
  if (!idle.empty())
    out.nothing_due.parts.push_back(
        {fmt::format("{}no commitment of {} is in force and due.", lead, enumerated(idle, "or"))});
  if (const std::string recalled = recalled_sentence(assessment.findings()); !recalled.empty())
    out.recalled.parts.push_back({lead + recalled + "."});
  return out;
}

}  // namespace accord::assessment
