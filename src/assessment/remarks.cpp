#include "assessment/remarks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>
#include <variant>

#include "assessment/kinds.h"
#include "base/near_names.h"
#include "base/text.h"

namespace accord::assessment {

using agreement::Event;
using agreement::Measure;
using evidence::EventRecord;
using evidence::Observation;
using formats::Workspace;

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// The names under which the tables can feed events, or measures: their own and those of `data`.
class Names {
 public:
  template <class Item>
  void add(const Item& item) {
    const std::string& name = item.head.name.text;
    items_.try_emplace(name, name);
    if (item.data)
      for (const agreement::Name& other : *item.data) items_.try_emplace(other.text, name);
    const std::string title = lower(item.head.title);
    for (const std::string_view word : split(title, " "))
      in_titles_.try_emplace(std::string(word), name);
  }
  void add_word(const std::string& word, const std::string& name) {
    items_.try_emplace(word, name);
  }
  /// A word of the settings, which feeds nothing by itself.
  void add_kind(const std::string& word, const std::string& name) {
    kinds_.try_emplace(lower(word), name);
  }

  [[nodiscard]] bool has(const std::string& word) const { return items_.contains(word); }

  /// The name that a word is near to, else the first in whose title it stands as a word.
  [[nodiscard]] std::optional<std::string> near(const std::string& word) {
    if (word.empty()) return std::nullopt;
    if (!known_items_) known_items_ = known(items_);
    if (const auto found = known_items_->nearest(word)) return items_.find(*found)->second;
    const std::string low = lower(word);
    if (const auto same = kinds_.find(low); same != kinds_.end()) return same->second;
    if (!known_kinds_) known_kinds_ = known(kinds_);
    if (const auto found = known_kinds_->nearest(low)) return kinds_.find(*found)->second;
    if (character_count(low) < letters_min) return std::nullopt;
    const auto in_title = in_titles_.find(low);
    return in_title == in_titles_.end() ? std::nullopt : std::optional(in_title->second);
  }

 private:
  static constexpr std::size_t letters_min = 4;  ///< shorter words stand in any title
  using Words = std::map<std::string, std::string, std::less<>>;

  static NearNames known(const Words& words) {
    NearNames out;
    for (const auto& [word, of] : words) out.add(word);
    return out;
  }

  Words items_;
  Words kinds_;                                             ///< in small letters
  std::unordered_map<std::string, std::string> in_titles_;  ///< the first with the word
  std::optional<NearNames> known_items_, known_kinds_;      ///< made when first asked for
};

/// Which events answer what a row names in its column `answers`: the id of a row that calls, or a
/// period.
class Answers {
 public:
  explicit Answers(const Workspace& workspace) {
    for (const agreement::Item& item : workspace.agreement.items) {
      if (const auto* term = std::get_if<agreement::Term>(&item)) add(term->clauses);
      if (const auto* amendment = std::get_if<agreement::Amendment>(&item))
        for (const agreement::Change& change : amendment->changes) {
          if (const auto* term = std::get_if<agreement::Term>(&change)) add(term->clauses);
          if (const auto* replace = std::get_if<agreement::Replace>(&change)) add(replace->clauses);
        }
    }
    for (const EventRecord& e : workspace.records.events)
      calls_[workspace.records.origins[e.head.origin].id].insert(e.names.begin(), e.names.end());
    for (const agreement::Item& item : workspace.agreement.items)
      if (const auto* event = std::get_if<Event>(&item); event != nullptr && event->data)
        for (const agreement::Name& name : *event->data)
          data_.emplace(name.text, event->head.name.text);
  }

  [[nodiscard]] std::vector<std::string> of(const std::string& named) const {
    if (named.empty()) return {};
    std::set<std::string> out;
    if (const auto call = calls_.find(named); call != calls_.end())
      for (const std::string& name : call->second) {
        const auto data = data_.find(name);
        const auto found = by_call_.equal_range(data == data_.end() ? name : data->second);
        for (auto it = found.first; it != found.second; ++it) out.insert(it->second);
      }
    else
      out = by_period_;
    return {out.begin(), out.end()};
  }

 private:
  void add(const agreement::Clauses& clauses) {
    using Kind = agreement::Trigger::Kind;
    for (const agreement::Rule& rule : clauses.rules) {
      const auto* duty = std::get_if<agreement::Duty>(&rule.what);
      if (duty == nullptr || duty->kind == agreement::Duty::Kind::by) continue;
      const bool calls = duty->trigger.kind == Kind::each_event ||
                         duty->trigger.kind == Kind::end_of_unit_of_event;
      if (calls)
        by_call_.emplace(duty->trigger.event.text, duty->event.text);
      else
        by_period_.insert(duty->event.text);
    }
  }

  std::multimap<std::string, std::string> by_call_;
  std::set<std::string> by_period_;
  std::map<std::string, std::set<std::string>> calls_;  ///< names that the row of an id feeds
  std::map<std::string, std::string> data_;             ///< word of a table → event
};

/// What is on record for each row, by its origin.
struct RowRecords {
  bool listed = false;  ///< a row of a table of records, not set aside
  bool fed = false;
  bool has_unfed_figure = false;
  std::optional<Day> known;
  const std::string* category = nullptr;
  const std::string* answers = nullptr;
};

class Reader {
 public:
  Reader(const Workspace& workspace, Day known) : workspace_(workspace), known_(known) {
    for (const agreement::Item& item : workspace.agreement.items) {
      if (const auto* event = std::get_if<Event>(&item)) events_.add(*event);
      if (const auto* measure = std::get_if<Measure>(&item); measure && !measure->formula)
        measures_.add(*measure);
    }
    for (const auto& [word, name] : workspace.metric_words) measures_.add_word(word, name);
    for (const Workspace::KindWord& kind : workspace.kind_words)
      (kind.is_event ? events_ : measures_).add_kind(kind.word, kind.name);
  }

  Remarks read() {
    rows_.resize(workspace_.records.origins.size());
    for (const formats::TableRow& row : workspace_.rows) rows_[row.origin].listed = !row.background;
    look_at_records();
    for (UnfedRow& figure : figures_) figure.only_a_figure = rows_[figure.origin].fed;
    out_.unfed_rows = std::move(figures_);
    for (const formats::TableRow& row : workspace_.rows) whole_row(row);
    sort();
    return std::move(out_);
  }

 private:
  void look_at_records() {
    for (const EventRecord& e : workspace_.records.events) {
      RowRecords& row = at(e.head);
      row.fed = row.fed || std::any_of(e.names.begin(), e.names.end(),
                                       [&](const std::string& name) { return events_.has(name); });
      row.category = &e.category;
      row.answers = &e.answers;
    }
    for (const evidence::Declaration& d : workspace_.records.declarations) at(d.head).fed = true;
    for (const Observation& o : workspace_.records.observations) {
      RowRecords& row = at(o.head);
      if (measures_.has(o.metric) || (is_drawn(o.metric) && !offered(o.metric, true))) {
        row.fed = true;
      } else if (row.listed && o.head.known <= known_) {
        row.has_unfed_figure = true;
        figures_.push_back({o.head.origin, o.metric, false, offered(o.metric, true), {}});
      }
    }
  }

  /// A metric may mean a measure; a category an event, else a measure. Each word is looked up once.
  std::optional<Offer> offered(const std::string& word, bool is_metric) {
    const auto [place, is_new] = offers_.try_emplace({word, is_metric});
    if (!is_new) return place->second;
    if (const auto event = is_metric ? std::nullopt : events_.near(word))
      place->second = Offer{Offer::Kind::event, *event};
    else if (const auto measure = measures_.near(word))
      place->second = Offer{Offer::Kind::measure, *measure};
    return place->second;
  }

  RowRecords& at(const evidence::Header& head) {
    RowRecords& row = rows_[head.origin];
    row.known = std::min(row.known.value_or(head.known), head.known);
    return row;
  }

  void whole_row(const formats::TableRow& table_row) {
    const RowRecords& row = rows_[table_row.origin];
    if (row.known && known_ < *row.known) return;
    if (table_row.background) {
      if (!row.fed) ++out_.background_rows;
    } else if (!row.fed && !row.has_unfed_figure) {
      const std::string word = row.category != nullptr ? *row.category : "";
      out_.unfed_rows.push_back({table_row.origin, word, false, offered(word, false), {}});
      if (row.answers != nullptr && !row.answers->empty()) {
        if (!answers_) answers_.emplace(workspace_);
        out_.unfed_rows.back().may_be = answers_->of(*row.answers);
      }
    }
  }

  /// The report shows it, or it was held against the figure that it is a part of: nobody passes it
  /// over. A name near to that of a measure is a slip.
  [[nodiscard]] bool is_drawn(const std::string& metric) const {
    if (workspace_.report.shows(metric)) return true;
    for (const formats::SeriesFigure& figure : workspace_.figures)
      if (figure.column == metric && !figure.part_of.empty())
        return measures_.has(figure.part_of) || is_drawn(figure.part_of);
    return false;
  }

  void sort() {
    const auto& origins = workspace_.records.origins;
    const auto place = [&](const UnfedRow& row) {
      const evidence::Origin& origin = origins[row.origin];
      return std::tie(origin.file, origin.row, row.word);
    };
    std::sort(out_.unfed_rows.begin(), out_.unfed_rows.end(),
              [&](const UnfedRow& a, const UnfedRow& b) { return place(a) < place(b); });
  }

  const Workspace& workspace_;
  Day known_;
  Names events_, measures_;
  std::vector<RowRecords> rows_;
  std::vector<UnfedRow> figures_;
  std::map<std::pair<std::string, bool>, std::optional<Offer>> offers_;
  std::optional<Answers> answers_;  ///< made when a row asks for it
  Remarks out_;
};

const char* article(Offer::Kind kind) {
  return kind == Offer::Kind::event ? "an" : "a";
}

/// Rows with one word, in order.
struct Group {
  const UnfedRow* first = nullptr;
  std::vector<std::string> ids;
};

std::vector<Group> grouped(const Remarks& remarks, const evidence::Records& records,
                           bool only_figures) {
  std::vector<Group> out;
  std::map<std::string_view, std::size_t> by_word;
  for (const UnfedRow& row : remarks.unfed_rows) {
    if (row.only_a_figure != only_figures) continue;
    const auto [place, is_new] = by_word.try_emplace(row.word, out.size());
    if (is_new) out.push_back({&row, {}});
    out[place->second].ids.push_back(records.origins[row.origin].id);
  }
  return out;
}

/// "I-1, I-2, I-3 and 2 more (delivered: did you mean “deliveries”?)"
std::string words_of(const Group& group) {
  constexpr std::size_t named_max = 5;
  std::string inside = group.first->word;
  if (const auto& offer = group.first->did_you_mean)
    inside += offer->name == inside ? fmt::format(": the text has {} {} of this name",
                                                  article(offer->kind), word(offer->kind))
                                    : fmt::format(": did you mean “{}”?", offer->name);
  const std::size_t named = std::min(group.ids.size(), named_max);
  std::string out = join(std::span(group.ids).first(named), ", ");
  if (group.ids.size() > named) out += fmt::format(" and {} more", group.ids.size() - named);
  return inside.empty() ? out : fmt::format("{} ({})", out, inside);
}

void add_sentence(std::vector<std::string>& out, const std::vector<Group>& groups,
                  std::string_view one, std::string_view many) {
  std::size_t count = 0;
  std::vector<std::string> words;
  for (const Group& group : groups) {
    count += group.ids.size();
    words.push_back(words_of(group));
  }
  if (count > 0)
    out.push_back(fmt::format("{} {}: {}", count, count == 1 ? one : many, join(words, ", ")));
}

}  // namespace

const char* word(Offer::Kind kind) {
  return described::word_of(kind).data();
}

Remarks remarks_of(const Workspace& workspace, Day known) {
  return Reader(workspace, known).read();
}

std::vector<std::string> sentences(const Remarks& remarks, const evidence::Records& records) {
  std::vector<std::string> out;
  add_sentence(out, grouped(remarks, records, false), "row feeds no event or measure",
               "rows feed no event or measure");
  add_sentence(out, grouped(remarks, records, true), "figure feeds no measure",
               "figures feed no measure");
  return out;
}

}  // namespace accord::assessment
