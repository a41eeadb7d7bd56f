#include <fmt/format.h>

#include "agreement/evaluate/plain_words.h"
#include "agreement/explain/plain.h"
#include "base/english.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

constexpr std::size_t columns_max = 100;

/// Words filled into lines that begin with `first`, then with as many blanks.
std::string filled(std::string_view text, std::string_view first) {
  std::string out(first);
  const std::size_t indent = character_count(first);
  std::size_t column = indent;
  bool is_start = true;
  for (const std::string_view line : split(text, "\n"))
    for (const std::string_view word : split(trim(line), " ")) {
      if (word.empty()) continue;
      const std::size_t length = character_count(word);
      if (!is_start && column + 1 + length > columns_max) {
        out += '\n' + std::string(indent, ' ');
        column = indent;
      } else if (!is_start) {
        out += ' ';
        ++column;
      }
      out += word;
      column += length;
      is_start = false;
    }
  return out + '\n';
}

std::string head_of(const PlainItem& item) {
  std::string out = item.word;
  if (!item.name.empty()) out += " " + item.name;
  if (!item.title.empty()) out += ": " + item.title;
  if (!item.ref.empty()) out += fmt::format(" ({})", item.ref);
  return out;
}

/// Declarations of one sentence need no heading of their own.
bool is_short(const PlainItem& item) {
  return item.word == "source" || item.word == "languages" || item.word == "holidays" ||
         item.word == "day";
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string paragraph(std::string_view kind, std::string_view text) {
  return fmt::format("<p{}>{}</p>\n", kind, escaped(text));
}

/// What stands beside the clause: text, readings, notes.
std::string beside(const PlainItem& item) {
  std::string out;
  for (const PlainQuote& quote : item.quotes)
    out += fmt::format("<blockquote lang=\"{}\" dir=\"auto\">{}</blockquote>\n",
                       escaped(quote.language), escaped(quote.text));
  for (const PlainReading& reading : item.readings)
    out += paragraph("", fmt::format("Reading of {}: “{}”", enumerated(reading.by), reading.text));
  for (const std::string& note : item.notes) out += paragraph("", "Note: " + note);
  return out;
}

constexpr std::string_view style =
    "body{font:11pt/1.45 Georgia,'Times New Roman',serif;margin:2em auto;max-width:60em;"
    "padding:0 1em;color:#111}h1{font-size:1.5em}h2{font-size:1em;margin:0 0 .3em}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}"
    "td,th{border-top:1px solid #999;padding:.5em .8em;text-align:left;vertical-align:top}"
    "p{margin:.2em 0}blockquote{margin:.2em 0;font-style:italic}.ref{color:#444}"
    "tr{page-break-inside:avoid}@page{size:A4;margin:20mm}";

}  // namespace

std::string plain_text(const std::vector<PlainItem>& items) {
  std::string out;
  const PlainItem* before = nullptr;
  for (const PlainItem& item : items) {
    if (before != nullptr && !(is_short(*before) && is_short(item) && before->word == item.word))
      out += '\n';
    before = &item;
    if (!is_short(item)) out += filled(head_of(item), "");
    for (const std::string& sentence : item.sentences)
      out += filled(sentence, is_short(item) ? "" : "  ");
    for (const PlainQuote& quote : item.quotes)
      out += filled(fmt::format("“{}”", quote.text), fmt::format("  Text ({}): ", quote.language));
    for (const PlainReading& reading : item.readings)
      out += filled(fmt::format("“{}” ({})", reading.text, enumerated(reading.by)), "  Reading: ");
    for (const std::string& note : item.notes) out += filled(note, "  Note: ");
  }
  return out;
}

std::string plain_html(std::string_view title, const std::vector<PlainItem>& items) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{0}</title>\n"
      "<style>{1}</style>\n</head>\n<body>\n<h1>{0}</h1>\n<table>\n"
      "<thead><tr><th>Clause</th><th>Text, readings, notes</th></tr></thead>\n<tbody>\n",
      escaped(title), style);
  for (const PlainItem& item : items) {
    out += "<tr><td>\n";
    if (!is_short(item)) {
      PlainItem without_ref = item;
      without_ref.ref.clear();
      out += fmt::format("<h2>{}</h2>\n", escaped(head_of(without_ref)));
      if (!item.ref.empty()) out += paragraph(" class=\"ref\"", item.ref);
    }
    for (const std::string& sentence : item.sentences) out += paragraph("", sentence);
    out += "</td><td>\n" + beside(item) + "</td></tr>\n";
  }
  return out + "</tbody>\n</table>\n</body>\n</html>\n";
}

}  // namespace accord::agreement
