#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "agreement/explain/plain.h"
#include "base/named.h"
#include "cli/agreement/judged_json.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/suggested.h"
#include "cli/frame/use.h"

namespace accord::cli {

using agreement::PlainItem;

namespace {

Json item_json(const PlainItem& item) {
  Json quotes = Json::array();
  for (const agreement::Quote& q : item.quotes)
    quotes.push_back({{"language", q.language.text}, {"text", q.text}});
  Json readings = Json::array();
  for (const evidence::ReadingShown& r : item.readings)
    readings.push_back({{"text", r.text}, {"by", r.by}});
  return {{"kind", item.word},           {"name", item.name},
          {"title", item.title},         {"ref", item.ref},
          {"sentences", item.sentences}, {"readings", std::move(readings)},
          {"quotes", std::move(quotes)}, {"notes", item.notes}};
}

Answer no_such_item(const Request& request, const std::vector<PlainItem>& items,
                    const std::string& name) {
  std::vector<Named> known;
  for (const PlainItem& item : items)
    if (!item.name.empty()) known.push_back({item.name, item.title});
  const std::string near = did_you_mean(name, known);
  return refuse(
      terms_show, request,
      {"C001",
       fmt::format("nothing named “{}” in the text", name),
       {},
       near.empty() ? fmt::format("`{}` shows all", about_workspace(request, "terms show"))
                    : near});
}

Answer run(const Request& asked) {
  Request request = asked;
  const Assessed assessed = assess(terms_show, request);
  if (!assessed) return assessed.refusal;
  std::vector<PlainItem> items =
      agreement::plain(assessed->evaluator(), {assessed->on(), assessed->known()});
  if (!request.arguments.empty()) {
    const std::string& name = request.arguments.front();
    const std::vector<PlainItem> all = items;
    std::erase_if(items, [&](const PlainItem& item) { return item.name != name; });
    if (items.empty()) return no_such_item(request, all, name);
  }
  Answer answer;
  answer.messages = assessed.notes;
  const Format format = request.format.value_or(Format::text);
  if (format == Format::html)
    return answer.body = agreement::plain_html(assessed->workspace().agreement, items), answer;
  if (format == Format::text) return answer.body = agreement::plain_text(items), answer;
  Json data = query_json(*assessed, query_of(request));
  data["items"] = Json::array();
  for (const PlainItem& item : items) data["items"].push_back(item_json(item));
  answer.body = envelope(terms_show.name, std::move(data));
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::on, Flag::known};
constexpr std::array formats{Format::text, Format::json, Format::html};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["workspace", "on", "known", "items"],
  "properties": {"items": {"type": "array", "items": {"type": "object",
    "required": ["kind", "name", "title", "ref", "sentences", "readings", "quotes", "notes"],
    "properties": {"sentences": {"type": "array", "items": {"type": "string"}}}}}}
})";

}  // namespace

const Command terms_show{
    .name = "terms show",
    .group = Group::text,
    .arguments = "[ITEM]",
    .arguments_max = 1,
    .summary = "The agreement in plain sentences, with the treaty's words beside them",
    .flags = flags,
    .formats = formats,
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::items};

}  // namespace accord::cli
