#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "chart/style.h"

namespace accord::chart {

/// A rectangle in pixels; y grows downwards.
struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

/// Text content and attribute values of XML and HTML. Bytes that are not UTF-8 and the two
/// characters that are none become U+FFFD; controls and direction marks are shown
/// (base/printable.h), so that no text turns a line of the page around.
[[nodiscard]] std::string escape(std::string_view text);
void escape(std::string_view text, std::string& out);  ///< appends it

/// At most two digits after the point, point as decimal mark, never "-0". Contract: |value| < 1e9.
[[nodiscard]] std::string number(double value);

enum class Align : std::uint8_t { start, middle, end };

struct TextStyle {
  double size = 12;
  Align align = Align::start;
  bool bold = false;
  Colour colour = Colour::black;
  bool upward = false;  ///< turned by 90 degrees, reading from below
};

/// Writes one SVG document, an element a line. Same calls, same bytes.
class Svg {
 public:
  struct Attribute {
    std::string_view name;
    std::string value;  ///< unescaped; an attribute with an empty value is left out
  };
  using Attributes = std::initializer_list<Attribute>;

  /// Opens the document; its title, statement and id become `<title>`, `<desc>` and their ids.
  Svg(const Head& head, double width, double height);

  void open(std::string_view tag, Attributes attributes = {});
  void close();
  void leaf(std::string_view tag, Attributes attributes);
  void text(double x, double y, std::string_view content, const TextStyle& style = {});

  /// Everything up to `close_anchor` is one mark: it carries its id, its sentence and its link.
  void open_anchor(const Anchor& anchor);
  void close_anchor(const Anchor& anchor);

  void line(double x1, double y1, double x2, double y2, Colour colour, double width = 1,
            Dash dash = Dash::solid);
  void box(const Box& box, Colour colour, Fill fill, double opacity = 1);
  /// The shape of a mark around a point; `radius` of the circle.
  void mark(double x, double y, Mark mark, Colour colour, double radius = 4);

  /// Closes what is open and gives the document.
  [[nodiscard]] std::string finish();

 private:
  void start(std::string_view tag, Attributes attributes);
  void hatch(const Box& box, Colour colour);
  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace accord::chart
