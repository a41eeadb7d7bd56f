#include "answers/talks/openings.h"

#include <fmt/format.h>

#include "talks/files/reader.h"

namespace accord::answers {

using talks::JsonTree;

std::string hex_of(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return out;
}

std::optional<std::string> bytes_of_hex(std::string_view hex) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  if (hex.size() % 2 != 0) return std::nullopt;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const std::size_t high = digits.find(hex[i]), low = digits.find(hex[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
  }
  return out;
}

std::string write_openings(const std::map<std::string, talks::Opening>& openings) {
  std::vector<JsonTree> list;
  for (const auto& [party, opening] : openings)
    list.push_back(talks::json_object({{"party", talks::json_text(party)},
                                       {"salt", talks::json_text(hex_of(opening.salt))},
                                       {"position", talks::json_text(opening.file)}}));
  return talks::canonical(
      talks::json_object({{"format", talks::json_text("accord-talks-openings/1")},
                          {"openings", talks::json_list(std::move(list))}}));
}

Answered<std::map<std::string, talks::Opening>> read_openings(std::string_view bytes,
                                                              const std::string& file) {
  std::vector<Problem> problems;
  const talks::Limits limits;
  std::map<std::string, talks::Opening> out;
  if (const auto tree = talks::read_tree(bytes, file, limits, problems)) {
    talks::TreeReader reader(file, false, limits, problems);
    const talks::Spot root{*tree, ""};
    if (reader.object(root, {"format", "openings"}) &&
        reader.format(root, "accord-talks-openings/1") && reader.list(root, "openings", true)) {
      const talks::Spot list = root.member("openings");
      for (std::size_t i = 0; i < list.tree.items.size(); ++i) {
        const talks::Spot at = list.item(i);
        if (!reader.object(at, {"party", "salt", "position"})) continue;
        const auto party = reader.text(at, "party", true), salt = reader.text(at, "salt", true),
                   position = reader.text(at, "position", true);
        const auto salt_bytes = salt ? bytes_of_hex(*salt) : std::nullopt;
        if (salt && !salt_bytes)
          reader.error("P013", at.member("salt"), "expected 64 hex digits",
                       "take the openings as they were written");
        if (party && salt_bytes && position) out[*party] = {*salt_bytes, *position};
      }
    }
  }
  if (has_errors(problems))
    return tl::make_unexpected(Refusal{std::move(problems), {{file, std::string(bytes)}}});
  return out;
}

}  // namespace accord::answers
