#include "base/named.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

#include "base/text.h"

namespace accord {

namespace {

std::string low(std::string_view text) {
  std::string out;
  for (const char c : text) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// The first whose text, in small letters, is the word or nearest to it.
const Named* by(std::string_view word, std::span<const Named> known,
                std::string_view Named::*member) {
  std::vector<std::string> texts;
  for (const Named& one : known) texts.push_back(low(one.*member));
  std::vector<std::string_view> candidates(texts.begin(), texts.end());
  auto found = std::find(candidates.begin(), candidates.end(), word);
  if (found == candidates.end())
    if (const auto near = nearest(word, candidates))
      found = std::find(candidates.begin(), candidates.end(), *near);
  return found == candidates.end() ? nullptr
                                   : &known[static_cast<std::size_t>(found - candidates.begin())];
}

/// Whether the word stands in the id between signs, as “stock” in “t-stock”.
bool has_part(std::string_view id, std::string_view word) {
  const auto is_sign = [&](std::size_t at) {
    return at >= id.size() || std::isalnum(static_cast<unsigned char>(id[at])) == 0;
  };
  for (std::size_t at = id.find(word); at != std::string_view::npos; at = id.find(word, at + 1))
    if ((at == 0 || is_sign(at - 1)) && is_sign(at + word.size())) return true;
  return false;
}

}  // namespace

std::vector<Named> named_near(std::string_view written, std::span<const Named> known) {
  constexpr std::size_t part_min = 3, shown_max = 3;
  const std::string word = low(trim(written));
  if (word.empty()) return {};
  if (const Named* found = by(word, known, &Named::id)) return {*found};
  if (const Named* found = by(word, known, &Named::title)) return {*found};
  if (word.size() < part_min) return {};
  const auto those = [&](auto holds) {
    std::vector<Named> out;
    for (const Named& one : known) {
      const bool is_new = std::none_of(out.begin(), out.end(),
                                       [&](const Named& other) { return other.id == one.id; });
      if (is_new && holds(one)) out.push_back(one);
    }
    return out.size() <= shown_max ? out : std::vector<Named>();
  };
  // “stock” is T-STOCK before it is any other that speaks of stocks.
  std::vector<Named> out = those([&](const Named& one) { return has_part(low(one.id), word); });
  if (!out.empty()) return out;
  return those([&](const Named& one) {
    return low(one.id).find(word) != std::string::npos ||
           low(one.title).find(word) != std::string::npos;
  });
}

std::string did_you_mean(std::string_view word, std::span<const Named> known) {
  std::string out;
  for (const Named& one : named_near(word, known)) {
    out += (out.empty() ? "did you mean “" : " or “") + std::string(one.id) + "”";
    if (!one.title.empty()) out += " (" + std::string(one.title) + ")";
  }
  return out.empty() ? out : out + "?";
}

}  // namespace accord
