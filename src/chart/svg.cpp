#include "chart/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/contract.h"
#include "base/printable.h"
#include "base/text.h"

namespace accord::chart {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr double hatch_step = 4;

/// What stands in XML as it is, most of any text.
bool is_plain(char c) {
  return (c >= ' ' && c < '\x7F' && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'') ||
         c == '\n';
}

/// A byte that starts no UTF-8, or U+FFFE, U+FFFF, which XML does not have.
bool is_no_character(std::string_view sequence) {
  if (sequence.size() == 1) return static_cast<unsigned char>(sequence[0]) >= 0x80;
  return sequence == "\xEF\xBF\xBE" || sequence == "\xEF\xBF\xBF";
}

/// A link in a report must not run anything: places in the page and web addresses only.
bool harmless(std::string_view href) {
  return href.starts_with('#') || href.starts_with("https://") || href.starts_with("http://");
}

std::string polygon(std::initializer_list<std::pair<double, double>> points) {
  std::string out;
  for (const auto& [x, y] : points) out += (out.empty() ? "" : " ") + number(x) + "," + number(y);
  return out;
}

}  // namespace

void escape(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain(text[end])) ++end;
    out += text.substr(at, end - at);
    at = end;
    if (at == text.size()) return;
    const std::size_t length = utf8_length(text, at);
    if (text[at] == '&')
      out += "&amp;";
    else if (text[at] == '<')
      out += "&lt;";
    else if (text[at] == '>')
      out += "&gt;";
    else if (text[at] == '"')
      out += "&quot;";
    else if (text[at] == '\'')
      out += "&#39;";
    else if (acting_length(text, at) > 0)
      escape(printable(text.substr(at, length)), out);
    else if (is_no_character(text.substr(at, length)))
      out += replacement;
    else
      out += text.substr(at, length);
    at += length;
  }
}

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  escape(text, out);
  return out;
}

std::string number(double value) {
  ACCORD_EXPECT(std::isfinite(value) && std::abs(value) < 1e9);
  const long long hundredths = std::llround(value * 100.0);
  const long long size = std::llabs(hundredths);
  std::string out = fmt::format("{}{}", hundredths < 0 ? "-" : "", size / 100);
  if (size % 100 == 0) return out;
  out += fmt::format(".{:02}", size % 100);
  if (out.back() == '0') out.pop_back();
  return out;
}

Svg::Svg(const Head& head, double width, double height) {
  const std::string title_id = head.id + "-title";
  const std::string desc_id = head.id + "-desc";
  open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
               {"id", head.id},
               {"class", "accord-chart"},
               {"role", "img"},
               {"aria-labelledby", title_id + " " + desc_id},
               {"width", number(width)},
               {"height", number(height)},
               {"viewBox", fmt::format("0 0 {} {}", number(width), number(height))},
               {"font-family", "Helvetica, Arial, 'Liberation Sans', sans-serif"}});
  out_ += fmt::format("<title id=\"{}\">{}</title>\n", escape(title_id), escape(head.title));
  out_ += fmt::format("<desc id=\"{}\">{}</desc>\n", escape(desc_id), escape(head.statement));
  leaf("rect", {{"width", number(width)}, {"height", number(height)}, {"fill", "#FFFFFF"}});
}

void Svg::start(std::string_view tag, Attributes attributes) {
  out_ += '<';
  out_ += tag;
  for (const Attribute& attribute : attributes)
    if (!attribute.value.empty())
      out_ += fmt::format(" {}=\"{}\"", attribute.name, escape(attribute.value));
}

void Svg::open(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  out_ += ">\n";
  open_.emplace_back(tag);
}

void Svg::close() {
  ACCORD_EXPECT(!open_.empty());
  out_ += "</" + open_.back() + ">\n";
  open_.pop_back();
}

void Svg::leaf(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  out_ += "/>\n";
}

void Svg::text(double x, double y, std::string_view content, const TextStyle& style) {
  static constexpr const char* anchors[] = {"", "middle", "end"};
  const std::string turn =
      style.upward ? fmt::format("rotate(-90 {} {})", number(x), number(y)) : std::string();
  start("text", {{"x", number(x)},
                 {"y", number(y)},
                 {"font-size", number(style.size)},
                 {"font-weight", style.bold ? "bold" : ""},
                 {"text-anchor", anchors[static_cast<std::size_t>(style.align)]},
                 {"fill", letters(style.colour)},
                 {"transform", turn}});
  out_ += '>' + escape(content) + "</text>\n";
}

void Svg::open_anchor(const Anchor& anchor) {
  if (harmless(anchor.href)) open("a", {{"href", anchor.href}});
  open("g", {{"class", "mark"}, {"data-id", anchor.id}});
  if (!anchor.text.empty()) out_ += "<title>" + escape(anchor.text) + "</title>\n";
}

void Svg::close_anchor(const Anchor& anchor) {
  close();
  if (harmless(anchor.href)) close();
}

void Svg::line(double x1, double y1, double x2, double y2, Colour colour, double width, Dash dash) {
  leaf("line", {{"x1", number(x1)},
                {"y1", number(y1)},
                {"x2", number(x2)},
                {"y2", number(y2)},
                {"stroke", code(colour)},
                {"stroke-width", number(width)},
                {"stroke-dasharray", pattern(dash)}});
}

void Svg::hatch(const Box& box, Colour colour) {
  // Drawn as strokes, not as an SVG pattern: some printers drop patterns, and no id is needed.
  const double right = box.x + box.width;
  const double bottom = box.y + box.height;
  std::string path;
  for (double sum = std::ceil((box.x + box.y) / hatch_step) * hatch_step; sum < right + bottom;
       sum += hatch_step) {
    const double from = std::max(box.x, sum - bottom);
    const double to = std::min(right, sum - box.y);
    if (to <= from) continue;
    path +=
        fmt::format("M{} {}L{} {}", number(from), number(sum - from), number(to), number(sum - to));
  }
  if (!path.empty())
    leaf("path", {{"d", path}, {"fill", "none"}, {"stroke", code(colour)}, {"stroke-width", "1"}});
}

void Svg::box(const Box& box, Colour colour, Fill fill, double opacity) {
  if (opacity < 1) open("g", {{"opacity", number(opacity)}});
  const bool solid = fill == Fill::solid;
  leaf("rect", {{"x", number(box.x)},
                {"y", number(box.y)},
                {"width", number(box.width)},
                {"height", number(box.height)},
                {"fill", solid ? code(colour) : "#FFFFFF"},
                {"stroke", code(colour)},
                {"stroke-width", solid ? "0.5" : "1"},
                {"stroke-dasharray", fill == Fill::hollow ? "2 2" : ""}});
  if (fill == Fill::hatched) hatch(box, colour);
  if (opacity < 1) close();
}

void Svg::mark(double x, double y, Mark mark, Colour colour, double radius) {
  const double r = radius;
  const std::string ink = code(colour);
  const auto shape = [&](const std::string& points) {
    leaf("polygon",
         {{"points", points}, {"fill", ink}, {"stroke", "#FFFFFF"}, {"stroke-width", "0.5"}});
  };
  switch (mark) {
    case Mark::none:
      break;
    case Mark::found:
    case Mark::recalled:
      leaf("circle", {{"cx", number(x)},
                      {"cy", number(y)},
                      {"r", number(r)},
                      {"fill", mark == Mark::found ? ink : "#FFFFFF"},
                      {"stroke", ink},
                      {"stroke-width", "1.5"}});
      break;
    case Mark::derived:
      shape(polygon({{x, y - r - 1.5}, {x + r + 1.5, y}, {x, y + r + 1.5}, {x - r - 1.5, y}}));
      break;
    case Mark::estimated:
      leaf("rect", {{"x", number(x - r + 0.5)},
                    {"y", number(y - r + 0.5)},
                    {"width", number(2 * r - 1)},
                    {"height", number(2 * r - 1)},
                    {"fill", "#FFFFFF"},
                    {"stroke", ink},
                    {"stroke-width", "1.5"}});
      break;
    case Mark::supposed:
      leaf("polygon",
           {{"points", polygon({{x, y - r - 1}, {x + r + 1, y + r}, {x - r - 1, y + r}})},
            {"fill", "#FFFFFF"},
            {"stroke", ink},
            {"stroke-width", "1.5"}});
      break;
    case Mark::event:
      shape(polygon({{x, y - r - 1}, {x + r + 1, y + r}, {x - r - 1, y + r}}));
      break;
    case Mark::declaration:
      line(x, y + r + 1, x, y - r - 1, colour, 1.5);
      shape(polygon({{x, y - r - 1}, {x + 2 * r, y - r / 2}, {x, y}}));
      break;
  }
}

std::string Svg::finish() {
  while (!open_.empty()) close();
  return std::move(out_);
}

}  // namespace accord::chart
