#include "agreement/explain/diff.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "agreement/explain/fields.h"
#include "agreement/model/fixed_days.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

/// Same name and kind; the how-manieth for names that stand twice (examples of one title).
std::vector<std::string> keys_of(const std::vector<Said>& all) {
  std::unordered_map<std::string, int> times;
  std::vector<std::string> out;
  for (const Said& said : all) {
    std::string key = said.kind + "\n" + (said.kind == "agreement" ? "" : said.name);
    const int time = ++times[key];
    out.push_back(key + "\n" + std::to_string(time));
  }
  return out;
}

using Texts = std::vector<const std::string*>;

/// Takes away what both have.
void keep_different(Texts& before, Texts& after) {
  const auto is_taken = [&](const std::string* text) {
    const auto same = std::find_if(after.begin(), after.end(),
                                   [&](const std::string* other) { return *other == *text; });
    if (same == after.end()) return false;
    after.erase(same);
    return true;
  };
  before.erase(std::remove_if(before.begin(), before.end(), is_taken), before.end());
}

std::vector<Detail> details_of(const Said& before, const Said& after) {
  std::vector<std::string> labels;
  std::map<std::string_view, std::pair<Texts, Texts>> by_label;
  for (const Said* said : {&before, &after})
    for (const Field& field : said->fields) {
      const auto [at, is_new] = by_label.try_emplace(field.label);
      if (is_new) labels.push_back(field.label);
      (said == &before ? at->second.first : at->second.second).push_back(&field.text);
    }
  std::vector<Detail> out;
  for (const std::string& label : labels) {
    auto& [old_texts, new_texts] = by_label.find(label)->second;
    keep_different(old_texts, new_texts);
    for (std::size_t i = 0; i < std::max(old_texts.size(), new_texts.size()); ++i)
      out.push_back({label, i < old_texts.size() ? *old_texts[i] : "",
                     i < new_texts.size() ? *new_texts[i] : ""});
  }
  return out;
}

/// "<= 100 t" and "<= 110 t" differ in the number only: "100 → 110 t".
std::string change_of(const Detail& detail) {
  const auto before = split(detail.before, " "), after = split(detail.after, " ");
  const bool is_bound = before.size() == 3 && after.size() == 3 && before[0] == after[0] &&
                        before[2] == after[2] &&
                        before[0].find_first_not_of("<>=") == std::string_view::npos;
  if (!is_bound) return detail.before + " → " + detail.after;
  return std::string(before[1]) + " → " + std::string(after[1]) + " " + std::string(after[2]);
}

std::string line_of(const Detail& detail) {
  if (detail.before.empty()) return "adds " + detail.label + " " + detail.after;
  if (detail.after.empty()) return "no longer " + detail.label + " " + detail.before;
  return detail.label + " " + change_of(detail);
}

/// `f` gets the days to use: those given, or those that the text alone fixes.
template <class F>
auto with_days(const Agreement& agreement, const DayOf& given, F f) {
  if (given) return f(given);
  const NamedItems items(agreement);
  const FixedDays fixed(items, Calendar(agreement));
  return f([&](const DayExpression& day) { return fixed.day(day); });
}

std::vector<Said> said(const Agreement& agreement, const DayOf& days) {
  return with_days(agreement, days,
                   [&](const DayOf& day_of) { return said_by(agreement, day_of); });
}

}  // namespace

std::vector<Difference> diff(const Agreement& before, const Agreement& after,
                             const DayOf& before_days, const DayOf& after_days) {
  const std::vector<Said> old_items = said(before, before_days),
                          new_items = said(after, after_days);
  const std::vector<std::string> old_keys = keys_of(old_items), new_keys = keys_of(new_items);
  std::unordered_map<std::string_view, std::size_t> at;
  for (std::size_t i = 0; i < new_keys.size(); ++i) at.emplace(new_keys[i], i);
  std::unordered_set<std::size_t> matched;
  std::vector<Difference> out;
  for (std::size_t i = 0; i < old_items.size(); ++i) {
    const Said& item = old_items[i];
    const auto found = at.find(old_keys[i]);
    if (found == at.end()) {
      out.push_back({Difference::What::ended, item.kind, item.name, item.title, {}});
      continue;
    }
    matched.insert(found->second);
    std::vector<Detail> details = details_of(item, new_items[found->second]);
    if (!details.empty())
      out.push_back(
          {Difference::What::changed, item.kind, item.name, item.title, std::move(details)});
  }
  for (std::size_t i = 0; i < new_items.size(); ++i)
    if (matched.count(i) == 0)
      out.push_back(
          {Difference::What::added, new_items[i].kind, new_items[i].name, new_items[i].title, {}});
  return out;
}

Agreement as_known(const Agreement& agreement, Day known, const DayOf& days) {
  const auto terms = with_days(agreement, days, [&](const DayOf& day_of) {
    return amended_terms(agreement, day_of, std::nullopt, known);
  });
  Agreement out = agreement;
  const auto is_replaced = [&](const Item& item) {
    const auto* waiver = std::get_if<Waiver>(&item);
    return std::holds_alternative<Term>(item) || std::holds_alternative<Amendment>(item) ||
           (waiver != nullptr && waiver->decided > known);
  };
  out.items.erase(std::remove_if(out.items.begin(), out.items.end(), is_replaced), out.items.end());
  for (const AmendedTerm& term : terms)
    if (term.ended_by == nullptr) out.items.emplace_back(term.term);
  return out;
}

std::string diff_text(const std::vector<Difference>& differences) {
  std::string out;
  for (const Difference& d : differences) {
    const bool is_term = d.kind == "term";
    const bool is_example = d.kind == "example";
    const std::string name = is_example ? "“" + d.name + "”" : d.name;
    if (d.what == Difference::What::changed) {
      out += is_term ? name : d.kind + " " + name;
      for (const Detail& detail : d.details)
        out += (&detail == d.details.data() ? " " : "; ") + line_of(detail);
    } else {
      out += d.what == Difference::What::added ? "added: " : "ended: ";
      out += d.kind + " " + name;
      if (!is_example && !d.title.empty()) out += " “" + d.title + "”";
    }
    out += '\n';
  }
  return out;
}

}  // namespace accord::agreement
