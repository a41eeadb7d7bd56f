#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "described/described.h"

namespace accord::cli {

enum class Format : std::uint8_t { text, json, csv, md, svg, html, code10, xlsx, pdf };
enum class Color : std::uint8_t { automatic, always, never };

}  // namespace accord::cli

namespace accord::described {

template <>
struct Words<cli::Format> {
  static constexpr auto last = cli::Format::pdf;
  static constexpr std::string_view name = "format",
                                    words[] = {"text", "json",   "csv",  "md", "svg",
                                               "html", "code10", "xlsx", "pdf"};
};
template <>
struct Words<cli::Color> {
  static constexpr auto last = cli::Color::never;
  static constexpr std::string_view name = "color", words[] = {"auto", "always", "never"};
};

}  // namespace accord::described

namespace accord::cli {

/// The flags that mean the same in every command that takes them. All commands take those from
/// `output` on; of those before, the ones that fit what the command reads and prints.
struct Common {
  std::string workspace;  ///< empty: this folder or the nearest one above it that is a workspace
  std::optional<Format> format;  ///< none: the command's own choice
  bool exact = false, as_json = false;
  std::string output;  ///< empty: standard output, or the command's own place
  bool quiet = false, verbose = false;
  Color color = Color::automatic;
  bool no_pager = false, help = false;

  static constexpr auto described = described::object(
      "common", "The flags that mean the same in every command that takes them",
      described::member<&Common::workspace>(
          "workspace",
          "the workspace folder; otherwise this folder, or the nearest one above it with an "
          "accord.toml")
          .letter("-C")
          .shown_as("DIR")
          .completed_by("folders"),
      described::member<&Common::format>("format", "how to print the answer").shown_as("FORMAT"),
      described::member<&Common::exact>("exact",
                                        "cells of CSV as they are, also those that a spreadsheet "
                                        "takes for a formula"),
      described::member<&Common::as_json>("as_json", "the same as --format json").as_flag("--json"),
      described::member<&Common::output>("output",
                                         "write the answer to this file; “-” is standard output")
          .letter("-o")
          .shown_as("FILE")
          .completed_by("files"),
      described::member<&Common::quiet>("quiet",
                                        "no remarks beside the answer; errors are still printed")
          .letter("-q"),
      described::member<&Common::verbose>("verbose", "say more").letter("-v"),
      described::member<&Common::color>("color", "auto, always or never")
          .shown_as("WHEN")
          .setting(),
      described::member<&Common::no_pager>(
          "no_pager",
          "print long answers at once; otherwise a terminal shows them in $ACCORD_PAGER, $PAGER or "
          "less"),
      described::member<&Common::help>("help", "explain the command").letter("-h"));
};

[[nodiscard]] constexpr std::string_view word(Format format) {
  return described::Words<Format>::words[static_cast<std::size_t>(format)];
}

}  // namespace accord::cli
