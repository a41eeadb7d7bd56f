#include "agreement/explain/plain.h"

#include <fmt/format.h>

#include <unordered_map>

#include "agreement/evaluate/plain_words.h"
#include "agreement/explain/plain_sentence.h"
#include "agreement/model/described.h"
#include "agreement/model/fixed_days.h"
#include "agreement/model/own_days.h"
#include "agreement/syntax/print.h"
#include "base/english.h"

namespace accord::agreement {

namespace {

class Plain {
 public:
  Plain(const PlainWords& words, const std::vector<AmendedTerm>* version)
      : words_(words), is_version_(version != nullptr) {
    if (version != nullptr)
      for (const AmendedTerm& term : *version) version_.emplace(term.term.head.name.text, &term);
  }

  std::vector<PlainItem> all(const Agreement& agreement) {
    for (const Item& item : agreement.items) {
      described_ = inside(described::view(item));
      std::visit([this](const auto& what) { add(what); }, item);
    }
    return std::move(out_);
  }

 private:
  PlainItem& start(const char* word, std::string title = {}) {
    out_.push_back({word, {}, std::move(title), {}, {}, {}, {}, {}});
    return out_.back();
  }
  PlainItem& start(const char* word, const Heading& head) {
    PlainItem& item = start(word, head.title);
    item.name = head.name.text;
    item.ref = head.ref.value_or("");
    return item;
  }
  static void say(PlainItem& item, std::string sentence) {
    item.sentences.push_back(std::move(sentence));
  }
  void words_of(PlainItem& item, const Words& words) {
    for (const Reading& reading : words.readings) {
      PlainReading& shown = item.readings.emplace_back();
      shown.text = reading.text;
      for (const Name& by : reading.by) shown.by.push_back(words_.title(by));
    }
    for (const Quote& quote : words.quotes)
      item.quotes.push_back({quote.language.text, quote.text});
    for (const Note& note : words.notes) item.notes.push_back(note.text);
  }

  /// What is said by the sentence of its table.
  template <class T>
  void add(const T& i) {
    const char* word = described_.type->name.data();
    if constexpr (requires { i.head; })
      say(start(word, i.head), plain_sentence(words_, described_));
    else
      say(start(word), plain_sentence(words_, described_));
    if constexpr (requires { i.ref; }) out_.back().ref = i.ref.value_or("");
  }
  void add(const Party& i) {
    PlainItem& item = start(i.is_body ? "body" : "party", i.head);
    say(item, i.members ? fmt::format("{} are {}.", i.head.title, words_.titles(*i.members))
                        : i.head.title + ".");
  }
  void add(const Site& i) {
    say(start("site", i.head),
        i.parent ? fmt::format("{}, inside {}.", i.head.title, words_.title(*i.parent))
                 : i.head.title + ".");
  }
  void add(const Unit& i) {
    PlainItem& item = start("unit", i.head);
    if (i.left && i.right)
      say(item, fmt::format("{} are {}.", words_.value(*i.left), words_.value(*i.right)));
    else
      say(item, fmt::format("A unit: {}.", i.head.title));
  }
  void add(const Measure& i) {
    PlainItem& item = start("measure", i.head);
    const char* kind =
        i.kind == Measure::Kind::amount ? "an amount, which holds until the next figure"
        : i.kind == Measure::Kind::flow ? "a flow, whose figures add up over a period"
                                        : "an activity, which is seen or not";
    say(item, i.kind == Measure::Kind::activity
                  ? fmt::format("{} is {}.", in_quotes(i.head.title), kind)
                  : fmt::format("{} is {}, in {}.", in_quotes(i.head.title), kind,
                                words_.unit(i.unit.text)));
    if (i.formula) say(item, fmt::format("It is {}.", plain_formula(words_, i)));
  }
  void add(const Term& i) {
    if (!is_version_) return add_term(i);
    const auto at = version_.find(i.head.name.text);
    if (at != version_.end()) add_version(*at->second);
  }
  void add_term(const Term& i) {
    PlainItem& item = start("term", i.head);
    item.sentences = plain_clauses(words_, i.clauses);
    words_of(item, i.clauses.words);
  }
  void add_version(const AmendedTerm& term) {
    add_term(term.term);
    PlainItem& item = out_.back();
    if (term.added_by != nullptr) say(item, "Added by " + decision(*term.added_by) + ".");
    for (const Amendment* by : term.changed_by) say(item, "Changed by " + decision(*by) + ".");
    if (term.ended_by != nullptr)
      item.sentences.insert(item.sentences.begin(),
                            "No longer in force: ended by " + decision(*term.ended_by) + ".");
  }
  std::string decision(const Amendment& by) {
    return fmt::format("{} ({}), decided on {}, in effect from {} on", by.head.name.text,
                       in_quotes(by.head.title), long_form(by.decided), words_.day(by.effective));
  }

  void add(const Provision& i) {
    PlainItem& item = start("provision", i.head);
    if (i.from) say(item, words_.period(*i.from) + ".");
    if (i.about) say(item, fmt::format("Concerns {}.", words_.terms(*i.about)));
    say(item, "Not judged.");
    words_of(item, i.words);
  }

  void add(const Procedure& i) {
    PlainItem& item = start("procedure", i.head);
    if (i.opens_by)
      say(item, fmt::format("Opened by {} with {}.", words_.titles(*i.opens_by, "or"),
                            in_quotes(words_.title(i.opens_with))));
    for (const ProcedureStage& stage : i.stages)
      say(item, fmt::format("Stage {}: {}{}{}.", stage.name.text, print(Span{stage.duration}),
                            stage.extendable ? ", extendable" : "",
                            stage.label ? " (" + *stage.label + ")" : ""));
    for (const Name& event : i.stops_on)
      say(item, fmt::format("It stops on {}.", in_quotes(words_.title(event))));
    if (i.leads_to) say(item, fmt::format("When it has run out: {}.", *i.leads_to));
    if (i.available_until)
      say(item, fmt::format("It can be opened before {}.", words_.day(*i.available_until)));
    words_of(item, i.words);
  }

  void add(const Question& i) {
    PlainItem& item = start("question", i.head);
    say(item,
        fmt::format("{} It arises from {}.", i.head.title, in_quotes(words_.title(i.arises_from))));
    for (const Answer& answer : i.answers)
      say(item,
          fmt::format("Answer {}, held by {}.", in_quotes(answer.text), words_.titles(answer.by)));
    words_of(item, i.words);
  }

  void change(PlainItem& item, const Replace& c) {
    const std::vector<std::string> sentences = plain_clauses(words_, c.clauses);
    say(item, fmt::format("In {} these clauses take the place of those of their kinds:",
                          words_.term(c.term)));
    item.sentences.insert(item.sentences.end(), sentences.begin(), sentences.end());
    words_of(item, c.clauses.words);
  }
  void change(PlainItem& item, const Repeal& c) {
    say(item, fmt::format("{} ends.", words_.term(c.term)));
  }
  void change(PlainItem& item, const Term& c) {
    say(item, fmt::format("Adds {} ({}).", c.head.name.text, in_quotes(c.head.title)));
  }
  void add(const Amendment& i) {
    PlainItem item = std::move(start("amendment", i.head));
    out_.pop_back();
    say(item, fmt::format("Decided on {}, in effect from {} on.", long_form(i.decided),
                          words_.day(i.effective)));
    words_of(item, i.words);
    for (const Change& c : i.changes) std::visit([&](const auto& what) { change(item, what); }, c);
    out_.push_back(std::move(item));
    for (const Change& c : i.changes)
      if (const auto* term = std::get_if<Term>(&c)) add(*term);
  }

  void add(const Waiver& i) {
    PlainItem& item = start("waiver", i.head);
    const std::string who =
        i.for_parties ? words_.titles(*i.for_parties) : std::string("every obliged party");
    say(item, fmt::format("{} {} waived for {}.", words_.period(i.from) + ",",
                          words_.terms(i.of) + (i.of.size() == 1 ? " is" : " are"), who));
    say(item, fmt::format("Decided on {} by {}.", long_form(i.decided), words_.title(i.by)));
    words_of(item, i.words);
  }

  void add(const Example& i) {
    PlainItem& item = start("example", i.title);
    for (const auto& line : i.lines) {
      if (const auto* fact = std::get_if<Fact>(&line)) {
        say(item, "Given: " + print(*fact) + ".");
        continue;
      }
      const auto& e = std::get<Expectation>(line);
      say(item, fmt::format("Then {}{} is {} on {}{}.", e.term.text,
                            e.by.empty() ? "" : " for " + words_.title(e.by), e.state.text,
                            long_form(e.on),
                            e.known ? ", as known on " + long_form(*e.known) : std::string()));
    }
  }

  const PlainWords& words_;
  bool is_version_;
  std::unordered_map<std::string_view, const AmendedTerm*> version_;
  std::vector<PlainItem> out_;
  described::View described_;  ///< the item that is added
};

}  // namespace

std::vector<PlainItem> plain(const Agreement& agreement) {
  const NamedItems items(agreement);
  const FixedDays fixed(items, Calendar(agreement));
  const PlainWords words(agreement, [&](const DayExpression& e) { return fixed.day(e); });
  return Plain(words, nullptr).all(agreement);
}

std::vector<PlainItem> plain(const Evaluator& evaluator, PlainDays days) {
  const Agreement& agreement = evaluator.agreement();
  const NamedItems items(agreement);
  const OwnDays own(items);
  const DayOf day_of = [&](const DayExpression& e) {
    return own.in(e) != nullptr ? std::nullopt : evaluator.day(e, days.known);
  };
  const PlainWords words(agreement, day_of);
  const auto version = amended_terms(agreement, day_of, days.valid, days.known);
  return Plain(words, &version).all(agreement);
}

}  // namespace accord::agreement
