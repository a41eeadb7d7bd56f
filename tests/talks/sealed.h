#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "made.h"
#include "seal/sha256.h"
#include "talks/files/read.h"
#include "talks/why/certificate.h"
#include "talks/why/conflicts.h"

/// Talks with their files and salts, for certificates.
namespace accord::talks::made {

struct Sealed {
  Talks talks;
  std::string domain;
  std::map<std::string, Opening> openings;
  std::map<std::string, std::string> commitments;
};

/// As files, with salts 32 × 00, 32 × 01 and so on.
inline Sealed sealed(Talks talks) {
  Sealed out;
  out.domain = write_domain(talks.domain);
  talks.domain.sha256 = seal::sha256_hex(out.domain);
  char salt = 0;
  for (Position& position : talks.positions) {
    position.domain_sha256 = talks.domain.sha256;
    const Opening opening{std::string(32, salt++), write_position(talks.domain, position)};
    out.commitments[position.party] = commitment(opening.salt, opening.file);
    out.openings[position.party] = opening;
  }
  out.talks = std::move(talks);
  return out;
}

inline std::vector<std::string> names_of(const std::vector<Limit>& limits, const LimitSet& set) {
  std::vector<std::string> out;
  for (const std::size_t i : set) out.push_back(limits[i].name);
  std::sort(out.begin(), out.end());
  return out;
}

/// The outcome of least rank that keeps the public rules and all of the set but one.
inline std::map<std::string, Outcome> witnesses(const Talks& talks,
                                                const std::vector<std::string>& names) {
  std::map<std::string, Outcome> out;
  for (const Outcome& outcome : made::outcomes(talks.domain)) {
    std::set<std::string> broken;
    for (const Position& position : talks.positions)
      for (const std::string& name : broken_by(talks.domain, position, outcome))
        if (std::find(names.begin(), names.end(), name) != names.end()) broken.insert(name);
    const bool kept =
        std::all_of(talks.domain.rules.begin(), talks.domain.rules.end(),
                    [&](const auto& rule) { return keeps(talks.domain, rule.rule, outcome); });
    if (kept && broken.size() == 1) out.try_emplace(*broken.begin(), outcome);
  }
  return out;
}

/// The triangle of the chapter: x + y at most 8, x at least 5, y at least 4.
inline Sealed triangle() {
  Sealed out;
  out.domain =
      R"({"format":"accord-talks-domain/1","issues":[{"high":9,"id":"x","kind":"integer","low":0},)"
      R"({"high":9,"id":"y","kind":"integer","low":0}],"name":"triangle"})";
  out.talks.domain = *read_domain(out.domain, "").value;
  const auto position = [&](const char* party, const char* rule) {
    return R"({"domain_sha256":")" + out.talks.domain.sha256 +
           R"(","format":"accord-talks-position/1","party":")" + party +
           R"(","red_lines":[{"id":"R1","rule":)" + rule + R"(,"text":""}]})";
  };
  char salt = 0;
  for (const auto& [party, rule] :
       std::vector<std::pair<const char*, const char*>>{{"A", R"({"max":8,"sum":{"x":1,"y":1}})"},
                                                        {"B", R"({"issue":"x","min":5})"},
                                                        {"C", R"({"issue":"y","min":4})"}}) {
    const Opening opening{std::string(32, salt++), position(party, rule)};
    out.talks.positions.push_back(*read_position(opening.file, "", out.talks.domain).value);
    out.openings[party] = opening;
    out.commitments[party] = commitment(opening.salt, opening.file);
  }
  return out;
}

inline constexpr std::string_view triangle_certificate =
    R"({"conflict":["A.R1","B.R1","C.R1"],)"
    R"("domain_sha256":"79f8209ce8dd0b8d4b34990c6da7d33e247bd3e684440b043d0ad40a0641f5d5",)"
    R"("format":"accord-talks-certificate/1",)"
    R"("positions":[["A","75089030f8dd1b167532844cfb17a89dac74852d620463b6a8f357c6b3d4a12f"],)"
    R"(["B","781364b2ab91f1166315e77f1fdf494cfb9d3abc7458b430237e87f2189b0c96"],)"
    R"(["C","9bc57572a35a11752ea420a33be8d1a86e815c592621bacd189fe91d11b7537e"]],)"
    R"("tree":[["split",0,[[0,4]]],["line","B.R1"],["split",1,[[0,3]]],["line","C.R1"],)"
    R"(["line","A.R1"]],"witness":[["A.R1",[5,4]],["B.R1",[0,4]],["C.R1",[5,0]]]})";

}  // namespace accord::talks::made
