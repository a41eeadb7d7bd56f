#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace accord::chart {

/// Width of a text in pixels at a font size, estimated without a font: widths of Helvetica with a
/// reserve for wider substitutes. Characters outside ASCII count as a wide letter.
[[nodiscard]] double text_width(std::string_view text, double size);

/// Lines no wider than `width`, broken at spaces; a word that is wider stands alone. Empty: no
/// line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, double size, double width);

/// The text, or its beginning with "…" when it is wider than `width`.
[[nodiscard]] std::string shorten(std::string_view text, double size, double width);

}  // namespace accord::chart
