#include <kainjow/mustache.hpp>
#include <utility>

#include "chart/svg.h"
#include "report/forms/narrow.h"
#include "report/forms/page.h"
#include "report/forms/render_blocks.h"
#include "report/sections/report.h"
#include "report/templates.h"

namespace accord::report {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;

/// An object of keys and values.
template <class Value>
void put(data& object, const char* key, Value&& value) {
  object.set(key, data(std::forward<Value>(value)));
}
template <class Value, class... Rest>
void put(data& object, const char* key, Value&& value, Rest&&... rest) {
  put(object, key, std::forward<Value>(value));
  put(object, std::forward<Rest>(rest)...);
}
template <class... Members>
data of(Members&&... members) {
  data out;
  put(out, std::forward<Members>(members)...);
  return out;
}

list contents(const std::vector<Section>& all) {
  list out;
  for (const Section& s : all)
    out.push_back(of("id", s.id, "label", label(s), "level", std::to_string(s.level)));
  return out;
}

std::string style(const std::vector<Section>& shown) {
  return std::string(templates::report_css) + cards(shown);
}

/// The frame of the page as far as the next place of the template where blocks belong. What they
/// say goes there without a copy: the template library keeps everything that it is given.
class Frame {
 public:
  Frame(std::string_view text, data values) : rest_(text), values_(std::move(values)) {}

  void add_next(std::string& page) {
    const std::size_t end = std::min(rest_.find(here), rest_.size());
    mustache part{std::string(rest_.substr(0, end))};
    part.set_custom_escape([](const std::string& text) { return chart::escape(text); });
    page += part.render(values_);
    rest_.remove_prefix(std::min(end + here.size(), rest_.size()));
  }

 private:
  static constexpr std::string_view here = "{{>here}}";
  std::string_view rest_;
  data values_;
};

}  // namespace

std::string html(const Page& shown) {
  Frame frame(templates::page_mustache,
              of("title", shown.title, "kind", shown.kind, "subtitle", shown.subtitle, "style",
                 style(shown.sections), "contents", contents(shown.sections)));
  std::string page;
  frame.add_next(page);
  add_sections(page, shown.sections);
  frame.add_next(page);
  return page;
}

std::string html(const Report& report) {
  list places = contents(report.sections);
  if (!report.evidence.empty())
    places.push_back(of("id", "evidence", "label", "Evidence", "level", "1"));
  Frame frame(templates::report_mustache,
              of("title", report.title, "agreement", report.agreement, "subtitle", report.subtitle,
                 "day", report.day, "known", report.known, "supposed", report.supposed, "marks",
                 has_marks(report.sections), "style", style(report.sections), "contents",
                 std::move(places)));
  std::string page;
  frame.add_next(page);
  add_sections(page, report.sections);
  add_evidence(page, report.evidence);
  frame.add_next(page);
  return page;
}

}  // namespace accord::report
