#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "agreement/model/model.h"
#include "described/described.h"

/// An agreement text as plain sentences, every clause one from a fixed pattern (chapter 3.7): what
/// `accord terms show` prints.
namespace accord::agreement {

struct PlainReading {
  std::string text;
  std::vector<std::string> by;
  static constexpr auto described = described::object(
      "plain_reading", "A contested reading of an item",
      described::member<&PlainReading::text>("text", "the reading"),
      described::member<&PlainReading::by>("held_by", "titles of the parties that hold it"));
};

struct PlainQuote {
  std::string language, text;
  static constexpr auto described =
      described::object("plain_quote", "Words of the treaty itself",
                        described::member<&PlainQuote::language>("language", "their language"),
                        described::member<&PlainQuote::text>("text", "the words"));
};

struct PlainItem {
  std::string word, name, title, ref;
  std::vector<std::string> sentences;
  std::vector<PlainReading> readings;
  std::vector<PlainQuote> quotes;
  std::vector<std::string> notes;
  static constexpr auto described = described::object(
      "plain_item", "An item of a text in plain sentences",
      described::member<&PlainItem::word>("item_kind", "term, procedure, party and so on"),
      described::member<&PlainItem::name>("name", "its name; none: it has none").none_if_empty(),
      described::member<&PlainItem::title>("title", "its title; none: it has none").none_if_empty(),
      described::member<&PlainItem::ref>("ref", "where it is in the treaty; none: not stated")
          .none_if_empty(),
      described::member<&PlainItem::sentences>("sentences", "what it says"),
      described::member<&PlainItem::readings>("plain_readings", "contested readings of it"),
      described::member<&PlainItem::quotes>("quotes", "the treaty's words"),
      described::member<&PlainItem::notes>("notes", "remarks of the text about it"));
};

/// Days on which the text is read: `known` for what is on record and decided, `valid` for the
/// version.
struct PlainDays {
  Day valid;
  Day known;
};

/// Every item in the order of the text; a term that an amendment adds stands behind the amendment.
///
/// With an evaluator, days are those known on `days.known`, and the terms are the version in force
/// on `days.valid`: terms not added yet are left out, changed and ended ones say so. Without one,
/// only days that the text alone fixes are computed; others stay expressions in words, and
/// amendments stand as written.
[[nodiscard]] std::vector<PlainItem> plain(const Agreement& agreement);
[[nodiscard]] std::vector<PlainItem> plain(const Evaluator& evaluator, PlainDays days);

/// Headed paragraphs with lines of at most 100 columns.
[[nodiscard]] std::string plain_text(const std::vector<PlainItem>& items);

/// One page in two columns, the sentences left and the treaty's words right, for signature copies.
/// It needs no other file.
[[nodiscard]] std::string plain_html(std::string_view title, const std::vector<PlainItem>& items);

}  // namespace accord::agreement
