#include "formats/measured/series.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>

#include "base/text.h"
#include "formats/text/sheet.h"

namespace accord::formats {

namespace {

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

/// Finds a location by its name; rows of one location mostly stand together.
class Places {
 public:
  explicit Places(std::span<const std::string> names) : names_(names) {}
  std::size_t operator()(std::string_view name) {
    if (last_ < names_.size() && names_[last_] == name) return last_;
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) return names_.size();
    return last_ = static_cast<std::size_t>(found - names_.begin());
  }

 private:
  std::span<const std::string> names_;
  std::size_t last_ = 0;
};

/// Takes tables in which nothing is quoted, missing or wrong, without looking twice at any byte.
/// Whatever is different is left to the reader that reports problems.
class PlainReader {
 public:
  PlainReader(std::string_view bytes, const SeriesColumns& columns,
              std::span<const std::string> locations)
      : bytes_(bytes), columns_(columns), places_(locations), count_(locations.size()) {}

  std::optional<std::vector<Series>> read() {
    if (!is_plain() || !read_header()) return std::nullopt;
    const bool many = !columns_.location.empty();
    std::vector<Series> out(many ? count_ : 1);
    if (!many) reserve(out.front());
    std::string_view cells[3];
    for (std::uint32_t line = 2; at_ < bytes_.size(); ++line) {
      if (!read_row(cells)) return std::nullopt;
      const auto time = number_of(cells[0]);
      const auto value = number_of(cells[1]);
      const std::size_t place = many ? places_(cells[2]) : 0;
      if (!time || !value || place >= out.size()) return std::nullopt;
      out[place].time.push_back(*time);
      out[place].value.push_back(*value);
      out[place].line.push_back(line);
    }
    return out;
  }

 private:
  std::string_view bytes_;
  const SeriesColumns& columns_;
  Places places_;
  std::size_t count_;
  std::size_t at_ = 0;
  std::vector<std::size_t> wanted_;  // of each column of the file: 0 time, 1 value, 2 location

  [[nodiscard]] bool is_plain() const {
    unsigned char all = 0;
    for (const char c : bytes_) all |= static_cast<unsigned char>(c);
    const auto has = [&](char c) { return bytes_.find(c) != bytes_.npos; };
    return all < 0x80 && !has('"') && !has('\r') && !has('\0');
  }

  void reserve(Series& series) const {
    const auto rows = static_cast<std::size_t>(std::count(bytes_.begin(), bytes_.end(), '\n'));
    series.time.reserve(rows);
    series.value.reserve(rows);
    series.line.reserve(rows);
  }

  bool read_header() {
    const std::size_t end = bytes_.find('\n');
    if (end == bytes_.npos) return false;
    std::vector<std::string_view> names;
    for (const std::string_view name : split(bytes_.substr(0, end), ",")) names.push_back(name);
    const std::string_view wanted[] = {columns_.time, columns_.value, columns_.location};
    wanted_.assign(names.size(), 3);
    for (std::size_t i = 0; i < 3; ++i) {
      const auto count = std::count(names.begin(), names.end(), wanted[i]);
      if (i == 2 && wanted[i].empty()) continue;
      if (count != 1) return false;
      const auto found = std::find(names.begin(), names.end(), wanted[i]);
      const auto column = static_cast<std::size_t>(found - names.begin());
      if (wanted_[column] != 3) return false;
      wanted_[column] = i;
    }
    std::vector<std::string_view> sorted = names;
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) return false;
    at_ = end + 1;
    return true;
  }

  bool read_row(std::string_view (&cells)[3]) {
    const char* const begin = bytes_.data() + at_;
    const auto* found = static_cast<const char*>(std::memchr(begin, '\n', bytes_.size() - at_));
    const char* const end = found != nullptr ? found : bytes_.data() + bytes_.size();
    if (begin == end) return false;
    const char* cell = begin;
    for (std::size_t column = 0; column < wanted_.size(); ++column) {
      const bool last = column + 1 == wanted_.size();
      const char* stop = cell;
      while (stop != end && *stop != ',') ++stop;
      if ((stop == end) != last) return false;
      if (wanted_[column] < 3)
        cells[wanted_[column]] = {cell, static_cast<std::size_t>(stop - cell)};
      cell = stop + 1;
    }
    at_ = static_cast<std::size_t>(end - bytes_.data()) + (found != nullptr ? 1 : 0);
    return true;
  }
};

class CarefulReader {
 public:
  CarefulReader(Sheet& sheet, const SeriesColumns& columns, std::span<const std::string> locations,
                std::vector<Series>& out)
      : sheet_(sheet), columns_(columns), locations_(locations), places_(locations), out_(out) {}

  void read() {
    const bool many = !columns_.location.empty();
    time_ = sheet_.need(columns_.time);
    value_ = sheet_.need(columns_.value);
    if (many) location_ = sheet_.need(columns_.location);
    if (!sheet_.is_complete()) return;
    for (const Row& row : sheet_.rows()) {
      const auto time = number(row, time_);
      const auto value = number(row, value_);
      const auto place = many ? place_of(row) : std::optional<std::size_t>(0);
      if (!time || !value || !place) continue;
      out_[*place].time.push_back(*time);
      out_[*place].value.push_back(*value);
      out_[*place].line.push_back(row.line);
    }
  }

 private:
  Sheet& sheet_;
  const SeriesColumns& columns_;
  std::span<const std::string> locations_;
  Places places_;
  std::vector<Series>& out_;
  Sheet::Column time_ = 0, value_ = 0, location_ = 0;

  std::optional<double> number(const Row& row, Sheet::Column column) {
    return sheet_.needed_text(row, column).empty() ? std::nullopt : sheet_.real(row, column);
  }

  std::optional<std::size_t> place_of(const Row& row) {
    const std::string_view name = sheet_.needed_text(row, location_);
    if (name.empty()) return std::nullopt;
    const std::size_t place = places_(name);
    if (place < locations_.size()) return place;
    const std::vector<std::string_view> names(locations_.begin(), locations_.end());
    const auto near = nearest(name, names);
    sheet_.report(row, location_, "I015", fmt::format("the study has no location “{}”", name),
                  near ? fmt::format("did you mean “{}”?", *near)
                       : "add a [[location]] of this name, or take the row out");
    return std::nullopt;
  }
};

}  // namespace

ReadSeries read_series(std::string_view bytes, std::string_view file, const SeriesColumns& columns,
                       std::span<const std::string> locations) {
  ReadSeries out;
  if (auto plain = PlainReader(bytes, columns, locations).read()) {
    out.series = std::move(*plain);
    return out;
  }
  out.series.resize(columns.location.empty() ? 1 : locations.size());
  ReadTable table = read_csv(bytes, file);
  out.problems = std::move(table.problems);
  Sheet sheet(std::move(table.table), out.problems);
  CarefulReader(sheet, columns, locations, out.series).read();
  sort_problems(out.problems);
  return out;
}

}  // namespace accord::formats
