#include "assessment/study.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "balance/muf/common_share.h"
#include "formats/measured/measured.h"
#include "formats/measured/study.h"

namespace accord::assessment {

using balance::StudyFault;
using formats::LocationText;
using formats::StudyText;
using measurement::Location;

namespace {

std::string beside(std::string_view study_file, const std::string& file) {
  return (std::filesystem::path(study_file).parent_path() / file).string();
}

class Loader {
 public:
  Loader(const NamedText& file, const std::map<std::string, std::string>& texts,
         const GivenSeries& given)
      : file_(file), texts_(texts), given_(given) {}

  LoadedStudy load() && {
    formats::ReadStudy read = formats::read_study(file_.bytes, file_.file);
    out_.problems = std::move(read.problems);
    text_ = std::move(read.text);
    const std::size_t count = text_.locations.size();
    lines_.resize(count);
    files_.resize(count);
    whole_.assign(count, true);
    if (!text_.series.empty())
      read_table();
    else
      for (std::size_t i = 0; i < count; ++i) read_location(i);
    measurement::Study& study = text_.study;
    const bool described = !has_errors(out_.problems);
    if (!text_.length || *text_.length <= 0 || make_edges()) {
      std::vector<StudyFault> merged = balance::merge_open_ends(study);
      balance::CheckedStudy look = balance::checked(study);
      look.faults.insert(look.faults.begin(), std::make_move_iterator(merged.begin()),
                         std::make_move_iterator(merged.end()));
      report_faults(look.faults, described);
      out_.not_measured = std::move(look.not_measured);
    }
    sort_problems(out_.problems);
    if (!has_errors(out_.problems)) out_.study = std::move(study);
    return std::move(out_);
  }

 private:
  const NamedText& file_;
  const std::map<std::string, std::string>& texts_;
  const GivenSeries& given_;
  StudyText text_;
  LoadedStudy out_;
  std::vector<std::vector<std::uint32_t>> lines_;  // of the samples of each location
  std::vector<std::string> files_;                 // of each location
  std::vector<bool> whole_;                        // its series was read without an error

  /// Of periods of one length: as many as are asked for, or as the series cover. False: too many.
  bool make_edges() {
    const double count = text_.count
                             ? static_cast<double>(*text_.count)
                             : balance::whole_periods(text_.study, text_.start, *text_.length);
    if (count <= measurement::period_max) {
      text_.study.edges =
          balance::regular_edges(text_.start, *text_.length, static_cast<std::size_t>(count));
      return true;
    }
    out_.problems.push_back({Severity::error, "W015",
                             fmt::format("a length of {} makes {} periods; expected at most {}",
                                         *text_.length, count, measurement::period_max),
                             "write a longer length, or how many periods to take: count = …",
                             std::string(file_.file), text_.periods_place});
    return false;
  }

  const std::string* bytes_of(const std::string& file, Place place) {
    const auto found = texts_.find(beside(file_.file, file));
    if (found != texts_.end()) return &found->second;
    out_.problems.push_back({Severity::error, "W004",
                             fmt::format("the file “{}” cannot be read", file),
                             "check its name, and that it is beside the study and may be read",
                             std::string(file_.file), place});
    return nullptr;
  }

  void take(std::size_t i, formats::Series series) {
    Location& location = text_.study.locations[i];
    location.time = std::move(series.time);
    location.value = std::move(series.value);
    lines_[i] = std::move(series.line);
    in_kg(i);
  }

  /// The numbers of a location that are in its unit.
  void in_kg(std::size_t i) {
    Location& location = text_.study.locations[i];
    const double units = text_.locations[i].units_per_kg;
    if (units == 1) return;
    for (double& value : location.value) value /= units;
    location.random_absolute /= units;
    location.systematic_absolute /= units;
  }

  /// Copied only where its values are in another unit.
  void lend(std::size_t i, const measurement::LentSeries& series) {
    Location& location = text_.study.locations[i];
    if (text_.locations[i].units_per_kg == 1) {
      location.lent = series;
      return;
    }
    location.time.assign(series.time.begin(), series.time.end());
    location.value.assign(series.value.begin(), series.value.end());
    in_kg(i);
  }

  void read_location(std::size_t i) {
    const LocationText& source = text_.locations[i];
    if (const auto found = given_.find(source.file); found != given_.end()) {
      files_[i] = source.file;
      return lend(i, found->second);
    }
    whole_[i] = false;
    if (source.file.empty()) return;
    files_[i] = beside(file_.file, source.file);
    const std::string* bytes = bytes_of(source.file, formats::place_of_key(source, "file"));
    if (bytes == nullptr) return;
    formats::ReadSeries read = formats::read_series(*bytes, files_[i], source.columns, {});
    whole_[i] = !has_errors(read.problems);
    for (Problem& problem : read.problems) out_.problems.push_back(std::move(problem));
    take(i, std::move(read.series.front()));
  }

  void read_table() {
    std::fill(whole_.begin(), whole_.end(), false);
    std::fill(files_.begin(), files_.end(), beside(file_.file, text_.series));
    const std::string* bytes = bytes_of(text_.series, text_.series_place);
    if (bytes == nullptr || text_.locations.empty()) return;
    std::vector<std::string> names;
    for (const Location& location : text_.study.locations) names.push_back(location.name);
    formats::ReadSeries read =
        formats::read_series(*bytes, files_.front(), {"time", "value", "location"}, names);
    const bool whole = !has_errors(read.problems);
    std::fill(whole_.begin(), whole_.end(), whole);
    for (Problem& problem : read.problems) out_.problems.push_back(std::move(problem));
    for (std::size_t i = 0; i < names.size(); ++i) take(i, std::move(read.series[i]));
  }

  /// What may come only from text that could not be read is not reported.
  [[nodiscard]] bool follows(const StudyFault& fault, bool described) const {
    static constexpr std::string_view of_missing_rows[] = {"B022", "B023", "B024", "B025"};
    const bool one_of = std::find(std::begin(of_missing_rows), std::end(of_missing_rows),
                                  fault.fault.code) != std::end(of_missing_rows);
    if (!one_of) return false;
    if (fault.location == StudyFault::no_location) return !described;
    return !described && !whole_[fault.location];
  }

  void report_faults(std::vector<StudyFault>& faults, bool described) {
    std::vector<std::vector<measurement::Fault>> of_samples(text_.locations.size());
    for (StudyFault& fault : faults) {
      if (follows(fault, described)) continue;
      if (fault.at_sample) {
        fault.fault.column = fault.fault.column == "time"
                                 ? text_.locations[fault.location].columns.time
                                 : text_.locations[fault.location].columns.value;
        of_samples[fault.location].push_back(std::move(fault.fault));
        continue;
      }
      const Place place =
          fault.location == StudyFault::no_location
              ? text_.periods_place
              : formats::place_of_key(text_.locations[fault.location], fault.fault.column);
      out_.problems.push_back({fault.fault.severity, fault.fault.code,
                               std::move(fault.fault.message), std::move(fault.fault.help),
                               std::string(file_.file), place});
    }
    for (std::size_t i = 0; i < of_samples.size(); ++i) {
      if (of_samples[i].empty()) continue;
      if (given_.contains(files_[i])) {
        report_given(i, of_samples[i]);
        continue;
      }
      for (Problem& problem :
           formats::problems_of(of_samples[i], texts_.at(files_[i]), files_[i], lines_[i]))
        out_.problems.push_back(std::move(problem));
    }
  }

  void report_given(std::size_t i, const std::vector<measurement::Fault>& faults) {
    for (const measurement::Fault& f : faults)
      out_.problems.push_back({f.severity,
                               f.code,
                               message_of(f, fmt::format("[{}]", f.other)),
                               f.help,
                               fmt::format("{}.{}[{}]", files_[i], f.column, f.row),
                               {}});
  }
};

}  // namespace

std::vector<std::string> files_of_study(const NamedText& study) {
  const StudyText text = formats::read_study(study.bytes, study.file).text;
  std::vector<std::string> out;
  const auto add = [&](const std::string& file) {
    if (file.empty()) return;
    std::string path = beside(study.file, file);
    if (std::find(out.begin(), out.end(), path) == out.end()) out.push_back(std::move(path));
  };
  add(text.series);
  if (text.series.empty())
    for (const LocationText& location : text.locations) add(location.file);
  return out;
}

LoadedStudy load_study(const NamedText& study, const std::map<std::string, std::string>& texts,
                       const GivenSeries& given) {
  return Loader(study, texts, given).load();
}

MeasuredBalance study_balance(const NamedText& study,
                              const std::map<std::string, std::string>& texts,
                              const balance::Options& options, const GivenSeries& given) {
  LoadedStudy loaded = load_study(study, texts, given);
  MeasuredBalance out;
  out.problems = std::move(loaded.problems);
  if (loaded.study)
    out.balance = balance::balance_of(*loaded.study, {{}, std::move(loaded.not_measured)}, options);
  return out;
}

MeasuredSource study_source(const NamedText& study, const std::map<std::string, std::string>& texts,
                            bool each_measurement) {
  LoadedStudy loaded = load_study(study, texts);
  MeasuredSource out;
  out.problems = std::move(loaded.problems);
  if (!loaded.study) return out;
  if (!loaded.not_measured.empty()) {
    // Named above as warnings; a covariance of what was not measured is none.
    out.problems.push_back(
        {Severity::error,
         "B030",
         "a period of the study was not measured: there is no covariance to simulate with",
         "close the gaps, or say gaps = \"hold\" in the study",
         std::string(study.file),
         {}});
    return out;
  }
  const balance::PreparedStudy prepared = balance::prepare(*loaded.study);
  const balance::Measurements view = prepared.prepared->view();
  balance::Muf muf = balance::muf(view);
  out.common_share = balance::common_share(muf);
  out.covariance_kg2 = std::move(muf.covariance_kg2);
  if (each_measurement) out.errors = std::make_shared<const simulation::MeasuredErrors>(view);
  return out;
}

}  // namespace accord::assessment
