#include "formats/code10/code10_balance.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "formats/code10/code10.h"

namespace accord::formats {

using accounting::Code;
using accounting::code;
using accounting::MbrKind;
using accounting::MbrLine;
using material::Kind;
using material::KindFacts;

namespace {

/// Isotopes of enriched and of unified uranium are written beside it; all other kinds stand alone.
int category(Kind kind) {
  const bool of_uranium = kind == Kind::unified_uranium || kind == Kind::enriched_uranium ||
                          (Kind::u233 <= kind && kind <= Kind::u238);
  return of_uranium ? static_cast<int>(Kind::enriched_uranium) : static_cast<int>(kind);
}

/// INFCIRC/153 paragraph 67: increases first; an adjustment follows its line.
std::tuple<int, Code, bool> place_of(Code c, Kind kind, const accounting::Signs& signs) {
  const Code of = accounting::rounding_of(c);
  const Code line = of != 0 ? of : c;
  static const std::map<Code, int> fixed{
      {code("PB"), 0}, {code("DI"), 3}, {code("BA"), 4}, {code("PE"), 5}, {code("MF"), 6}};
  const auto found = fixed.find(line);
  const int rank = found != fixed.end() ? found->second : signs.of(line, kind) > 0 ? 1 : 2;
  return {rank, line, of != 0};
}

struct Written {
  Code code = 0;
  std::map<Kind, material::MassSum> weights;
};

/// The entries of one category, in order.
std::vector<Written> entries_of(const std::vector<const MbrKind*>& kinds,
                                const accounting::Signs& signs) {
  std::map<std::tuple<int, Code, bool>, Written> out;
  for (const MbrKind* kind : kinds)
    for (const MbrLine& line : kind->lines) {
      Written& entry = out[place_of(line.code, kind->kind, signs)];
      entry.code = line.code;
      entry.weights[kind->kind] += line.amount;
    }
  std::vector<Written> entries;
  for (auto& [place, entry] : out) {
    // Every line of enriched uranium states its isotopes, also those that are zero (V023).
    if (accounting::rounding_of(entry.code) == 0)
      for (const MbrKind* kind : kinds) entry.weights.try_emplace(kind->kind);
    entries.push_back(std::move(entry));
  }
  return entries;
}

/// Each line of the balance once, less what the report says of it: zeros when both are the same.
std::map<std::pair<Code, Kind>, material::MassSum> differences(const std::vector<MbrKind>& kinds,
                                                               const accounting::Report& read) {
  std::map<std::pair<Code, Kind>, material::MassSum> out;
  for (const MbrKind& kind : kinds)
    for (const MbrLine& line : kind.lines) out[{line.code, kind.kind}] += line.amount;
  for (const accounting::Entry& entry : read.entries)
    for (std::uint32_t i = 0; i < entry.weight_count; ++i) {
      const accounting::Weight& weight = read.weights[entry.weights + i];
      out[{entry.code, weight.kind}] -= weight.mass;
    }
  return out;
}

bool says(const accounting::Header& read, const BalanceHeader& h) {
  return read.kind == accounting::ReportKind::mbr && read.country == h.country &&
         read.facility == h.facility && read.mba == h.mba && read.encoder == h.encoder &&
         read.number == h.number && read.date == h.date && read.begin == h.begin &&
         read.end == h.end;
}

}  // namespace

std::string write_balance(const BalanceHeader& h, const std::vector<MbrKind>& kinds,
                          const accounting::Signs& signs) {
  std::map<int, std::vector<const MbrKind*>> categories;
  for (const MbrKind& kind : kinds) categories[category(kind.kind)].push_back(&kind);
  std::vector<Written> entries;
  for (const auto& [number, members] : categories)
    for (Written& entry : entries_of(members, signs)) entries.push_back(std::move(entry));
  const bool empty = entries.empty();
  if (empty) entries.emplace_back();
  std::string out;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    out += fmt::format("001:OI/{};{}#002:{}{}#003:{}#006:{}#010:M#015:{}/{}#207:{}#307:{}#309:{}#",
                       h.country, h.number, i + 1,
                       i == 0 ? fmt::format("/{}", entries.size()) : std::string(), compact(h.date),
                       h.encoder, compact(h.begin), compact(h.end), h.facility, h.mba,
                       empty ? "U" : "N");
    if (!empty) out += fmt::format("411:{}#", accounting::to_string(entries[i].code));
    for (const auto& [kind, weight] : entries[i].weights) {
      const KindFacts& facts = material::facts(kind);
      out += fmt::format("{}:{}{}#", static_cast<int>(kind),
                         material::to_string(weight, facts.unit), static_cast<char>(facts.unit));
    }
    out += '\n';
  }
  return out;
}

ReadBalance read_balance(const std::string& bytes, const std::string& file,
                         const BalanceHeader& header, const std::vector<MbrKind>& kinds,
                         const accounting::Profile& profile) {
  Code10 read = read_code10(bytes, file, profile);
  const auto rest = differences(kinds, read.report);
  const bool same_lines = std::all_of(rest.begin(), rest.end(), [](const auto& line) {
    return line.second == material::MassSum();
  });
  return {std::move(read.findings), says(read.report.header, header) && same_lines};
}

}  // namespace accord::formats
