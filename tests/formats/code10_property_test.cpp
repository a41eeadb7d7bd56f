#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "code10_given.h"

/// Laws of reading and writing the labelled form.
namespace accord::formats {
namespace {

struct Piece {
  int label;
  std::string content;
};
using PieceList = std::vector<Piece>;

constexpr std::array labels{2,   3,   6,   10,  15,  99,  207, 307, 309, 370, 391, 407,
                            411, 412, 430, 446, 469, 470, 610, 630, 670, 700, 800};

rc::Gen<std::string> contents() {
  return rc::gen::nonEmpty(rc::gen::container<std::string>(
      rc::gen::element('A', 'Z', 'O', '0', '1', '9', 'G', 'K', '.', '-', '/', ';', ' ', 'a')));
}

/// An entry of distinct labels with good and bad contents, and now and then a likely one.
PieceList random_entry() {
  constexpr std::array<std::pair<int, const char*>, 8> likely{{{10, "I"},
                                                               {309, "C/ZZ;9/4"},
                                                               {15, "20260601/20260630"},
                                                               {412, "260610"},
                                                               {430, "0/G/R/B"},
                                                               {630, "-1.50G"},
                                                               {610, "7K"},
                                                               {391, "A NOTE"}}};
  PieceList out;
  for (const int label : labels)
    if (*rc::gen::inRange(0, 3) > 0) out.push_back({label, *contents()});
  for (const auto& [label, content] : likely)
    for (Piece& piece : out)
      if (piece.label == label && *rc::gen::arbitrary<bool>()) piece.content = content;
  return out;
}

std::string element(int label, const std::string& content) {
  const std::string digits = std::to_string(1000 + label);
  return digits.substr(1) + ":" + content + "#";
}

std::string joined(const std::string& first, const PieceList& pieces, const std::string& between) {
  std::string out = first;
  for (const Piece& piece : pieces) out += between + element(piece.label, piece.content);
  return out + "\n";
}

/// Everything that was read, without places.
std::vector<std::string> said(const Code10& read) {
  std::vector<std::string> out = code10_given::briefs(read);
  std::sort(out.begin(), out.end());
  for (const auto& e : read.report.entries) {
    std::string line = std::string(1, static_cast<char>(e.kind)) + std::to_string(e.declared) +
                       "/" + std::to_string(e.total) + static_cast<char>(e.status) + " " +
                       std::to_string(e.reference.report) + accounting::to_string(e.code) + " " +
                       to_string(e.date) + std::string(e.batch) + "," +
                       std::string(e.shipper.country) + std::to_string(e.present) + "," +
                       std::to_string(e.unusable);
    for (const auto& kind : material::kinds)
      if (const auto* weight = read.report.weight(e, kind.kind))
        line += " " + std::to_string(static_cast<int>(kind.kind)) + ":" +
                std::to_string(weight->mass.micrograms) + weight->unit;
    out.push_back(line);
  }
  return out;
}

RC_GTEST_PROP(Code10Property, WhatIsWrittenIsReadAndWrittenTheSame, ()) {
  std::string text;
  const int entries = *rc::gen::inRange(1, 4);
  for (int i = 0; i < entries; ++i)
    text += joined(*rc::gen::element<std::string>("001:OI/ZZ;12#", "001:NC/ZZ;12#"), random_entry(),
                   *rc::gen::element<std::string>("", " ", "\r\n\t"));
  const Code10 read = read_code10(text, "r");
  const std::string written = write_code10(read.report);
  const Code10 again = read_code10(written, "r");
  RC_ASSERT(write_code10(again.report) == written);
  RC_ASSERT(again.report.entries.size() == read.report.entries.size());
}

/// A content of the shape of its label; values may be wrong.
std::string shaped(int label) {
  const auto item = [] {
    return *rc::gen::nonEmpty(rc::gen::container<std::string>(
        rc::gen::element('A', 'Z', 'O', '0', '1', '9', 'G', 'K', '.', '-', ' ')));
  };
  switch (label) {
    case 2:
    case 370:
    case 372:
      return *rc::gen::arbitrary<bool>() ? item() : item() + "/" + item();
    case 15:
      return item() + "/" + item();
    case 309:
      return *rc::gen::arbitrary<bool>() ? "N" : "C/" + item() + ";" + item() + "/" + item();
    case 430:
      return item() + "/" + item() + "/" + item() + "/" + item();
    default:
      return item();
  }
}

RC_GTEST_PROP(Code10Property, ACanonicalReportIsWrittenByteForByte, ()) {
  std::string text;
  const int entries = *rc::gen::inRange(1, 5);
  for (int i = 0; i < entries; ++i) {
    PieceList entry;
    for (const int label : labels)
      if (label == 10)
        entry.push_back({10, "I"});
      else if (label != 99 && *rc::gen::inRange(0, 3) > 0)
        entry.push_back({label, shaped(label)});
    text += joined("001:OI/ZZ;" + std::to_string(*rc::gen::inRange(0, 20)) + "#", entry, "");
  }
  const Code10 read = read_code10(text, "r");
  RC_ASSERT(write_code10(read.report) == text);
}

RC_GTEST_PROP(Code10Property, OrderOfLabelsAndWhiteSpaceDoNotMatter, ()) {
  const PieceList entry = random_entry();
  PieceList mixed = entry;
  for (std::size_t i = mixed.size(); i > 1; --i)
    std::swap(mixed[i - 1], mixed[*rc::gen::inRange<std::size_t>(0, i)]);
  const std::string between = *rc::gen::element<std::string>(" ", "\n", "\r\n \t");
  const Code10 plain = read_code10(joined("001:OI/ZZ;12#", entry, ""), "r");
  const Code10 other = read_code10(joined("001:OI/ZZ;12#", mixed, between), "r");
  RC_ASSERT(said(plain) == said(other));
  RC_ASSERT(write_code10(plain.report) == write_code10(other.report));
}

RC_GTEST_PROP(Code10Property, AnyBytesAreReadWithPlacesInTheText, ()) {
  const auto text = *rc::gen::container<std::string>(
      rc::gen::element('0', '1', ':', '#', '/', ';', 'A', '\n', '\0', '\xC3', '\x98', '\xD8'));
  const Code10 read = read_code10("001:" + text, "r");
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  for (const auto& finding : read.findings) {
    RC_ASSERT(finding.place.line >= 1U);
    RC_ASSERT(static_cast<long>(finding.place.line) <= lines);
  }
}

}  // namespace
}  // namespace accord::formats
