#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "formats/code10/code10.h"

/// Small reports for tests, and findings in short.
namespace accord::formats::code10_given {

inline const std::string icr =
    "001:OI/ZZ;12#002:1/1#003:20260708#006:DOE,J#010:I#015:20260601/20260630#207:ZZFA#307:ZZA1#"
    "309:N#370:YY/YYB2#372:ZZ/ZZA1#407:1#411:RF#412:20260610#430:B/Q/2/F#446:FA001#447:B2-77#"
    "469:N#470:1#630:461200G#670:18448G#\n";
inline const std::string icr_second =
    "001:OI/ZZ;12#002:2#003:20260708#006:DOE,J#010:I#015:20260601/20260630#207:ZZFA#307:ZZA1#"
    "309:N#407:A#411:LN#412:20260630#430:B/Q/1/G#446:CORE12#469:M#470:1#630:210G#670:198G#\n";
inline const std::string note =
    "001:NC/ZZ;12#002:1/1#003:20260708#099:E/1#207:ZZFA#307:ZZA1#391:A NOTE#\n";
inline const std::string pil =
    "001:OI/ZZ;13#002:1/1#003:20260708#006:DOE,J#010:P#015:20260630#207:ZZFA#307:ZZA1#309:N#407:1#"
    "430:B/Q/2/F#446:FA001#469:L#470:1#630:461200G#670:18448G#\n";
inline const std::string mbr =
    "001:OI/ZZ;14#002:1/1#003:20260708#006:DOE,J#010:M#015:20250701/20260630#207:ZZFA#307:ZZA1#"
    "309:N#411:PB#630:461200G#670:18448G#\n";
inline const std::string text =
    "001:NC/ZZ;31#002:1/1#003:20260708#010:T#099:R/30#207:ZZFA#307:ZZA1#391:A TEXT#\n";

/// The text with the first `was` replaced; it must be there.
inline std::string with(std::string in, const std::string& was, const std::string& is) {
  return in.replace(in.find(was), was.size(), is);  // throws when absent
}

/// "V001 O1 430": rule, kind and entry, label; "V001 1" for a whole report.
inline std::vector<std::string> briefs(const Code10& read) {
  std::vector<std::string> out;
  for (const auto& f : read.findings)
    out.push_back(f.rule + " " + (f.kind == 0 ? "" : f.kind + std::to_string(f.entry) + " ") +
                  std::to_string(f.label));
  return out;
}
inline std::vector<std::string> briefs(const std::string& in) {
  return briefs(read_code10(in, "report.txt"));
}

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
inline Code10 read_file(const std::string& name) {
  return read_code10(bytes_of(ACCORD_SOURCE_DIR "/" + name), name);
}

}  // namespace accord::formats::code10_given
