#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "answers/question.h"
#include "talks/why/certificate.h"

/// What opens the positions of a certificate: salts and files, for a checker they all name.
namespace accord::answers {

/// {"format":"accord-talks-openings/1","openings":[{"party","salt","position"}]} in one line.
[[nodiscard]] std::string write_openings(const std::map<std::string, talks::Opening>& openings);

/// P010, P013, as any file of talks.
[[nodiscard]] Answered<std::map<std::string, talks::Opening>> read_openings(
    std::string_view bytes, const std::string& file);

[[nodiscard]] std::string hex_of(std::string_view bytes);
[[nodiscard]] std::optional<std::string> bytes_of_hex(std::string_view hex);

}  // namespace accord::answers
