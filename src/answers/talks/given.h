#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "answers/question.h"
#include "assessment/files.h"
#include "talks/model/position.h"

/// What is read before a question on talks is asked: a domain, and the positions of the parties.
namespace accord::answers {

struct TalksGiven {
  std::vector<std::string> files;
  bool strict = false;

  /// U005: no domain.
  [[nodiscard]] std::optional<Error> fault() const;

  static constexpr auto described = object(
      "talks_given", "A domain and positions",
      member<&TalksGiven::files>("files",
                                 "the domain, then the positions of the parties in any order")
          .argument()
          .shown_as("FILE")
          .completed_by("files"),
      member<&TalksGiven::strict>("strict", "members of files that are not known are errors"));
};

/// Files with their bytes, and what they say.
struct TalksFiles {
  struct File {
    std::string name, bytes;
  };
  File domain_file;
  std::vector<File> position_files;
  talks::Talks talks;
  std::vector<Problem> warnings;
};

template <>
struct SourceOf<TalksFiles> {
  static constexpr Source value = Source::talks;
  using Given = TalksGiven;
};

/// All files that are named. Refused with every error of them all; P051: two positions of one
/// party.
[[nodiscard]] Answered<TalksFiles> read_talks(const TalksGiven& given,
                                              const assessment::Files& files);

/// The same from bytes that were read.
[[nodiscard]] Answered<TalksFiles> talks_of(TalksFiles::File domain,
                                            std::vector<TalksFiles::File> positions, bool strict);

}  // namespace accord::answers
