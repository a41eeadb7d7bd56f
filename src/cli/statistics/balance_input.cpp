#include "cli/statistics/balance_input.h"

#include <filesystem>

#include "assessment/study.h"
#include "cli/files/files.h"
#include "formats/text/files.h"

namespace accord::cli {

namespace {

/// Both tables with their names.
struct Tables {
  std::string items_file, methods_file, items, methods;
};

Result<Tables> tables_of(const Request& request) {
  Tables out;
  if (!request.arguments.empty()) {
    const std::filesystem::path folder = request.arguments.front();
    out.items_file = (folder / "items.csv").string();
    out.methods_file = (folder / "methods.csv").string();
  }
  if (!request.items.empty()) out.items_file = request.items;
  if (!request.methods.empty()) out.methods_file = request.methods;
  if (out.items_file.empty() || out.methods_file.empty())
    return fail("U005", "a balance needs a table of items and a table of methods", {},
                "name a folder with items.csv and methods.csv, or give --items and --methods");
  for (const auto& [file, bytes] :
       {std::pair(&out.items_file, &out.items), {&out.methods_file, &out.methods}}) {
    Result<std::string> read = read_file(*file);
    if (!read) return tl::make_unexpected(read.error());
    *bytes = std::move(*read);
  }
  return out;
}

Result<BalanceInput> of_study(const Request& request) {
  if (!request.arguments.empty() || !request.items.empty() || !request.methods.empty())
    return fail("U005", "a balance takes either a study or tables of items and methods", {},
                "give --study alone, or leave it out");
  if (request.mass != measurement::MassKind::declared)
    return fail("U005", "a study has masses of one kind", {},
                "--mass chooses columns of a table of items; leave it out with --study");
  Result<std::string> text = read_file(request.study);
  if (!text) return tl::make_unexpected(text.error());
  BalanceInput out;
  const assessment::NamedText study{request.study, *text};
  for (const std::string& file : assessment::files_of_study(study))
    if (formats::is_there(file)) {
      Result<std::string> series = read_file(file);
      if (!series) return tl::make_unexpected(series.error());
      out.texts[file] = std::move(*series);
    }
  out.balance = assessment::study_balance(study, out.texts, {request.limit_factor});
  out.texts[request.study] = std::move(*text);
  return out;
}

}  // namespace

Result<BalanceInput> balance_input(const Request& request) {
  if (!request.study.empty()) return of_study(request);
  Result<Tables> in = tables_of(request);
  if (!in) return tl::make_unexpected(in.error());
  return BalanceInput{
      assessment::measured_balance({in->items_file, in->items}, {in->methods_file, in->methods},
                                   {request.limit_factor}, request.mass),
      {{in->items_file, in->items}, {in->methods_file, in->methods}},
      in->methods_file};
}

}  // namespace accord::cli
