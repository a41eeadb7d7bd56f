#pragma once

#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

namespace accord::testing_support {

/// A folder with a locale of decimal commas, made once (localedef and the package locales), because
/// no machine has to have one.
class CommaLocaleFiles {
 public:
  CommaLocaleFiles() {
    std::string pattern = (std::filesystem::temp_directory_path() / "accord-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    const std::string made = (folder_ / "de_DE.UTF-8").string();
    made_ = std::system(("localedef -i de_DE -f UTF-8 " + made + " >/dev/null 2>&1").c_str()) == 0;
  }
  ~CommaLocaleFiles() { std::filesystem::remove_all(folder_); }
  CommaLocaleFiles(const CommaLocaleFiles&) = delete;
  CommaLocaleFiles& operator=(const CommaLocaleFiles&) = delete;

  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  bool made_ = false;
};

/// Decimal commas for the whole process, as a program that embeds accord may set them.
class CommaLocale {
 public:
  CommaLocale() {
    static const CommaLocaleFiles files;
    if (!files.made()) return;
    ::setenv("LOCPATH", files.folder().c_str(), 1);
    is_set_ = std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr &&
              std::string_view(std::localeconv()->decimal_point) == ",";
  }
  ~CommaLocale() {
    std::setlocale(LC_ALL, "C");
    ::unsetenv("LOCPATH");
  }
  CommaLocale(const CommaLocale&) = delete;
  CommaLocale& operator=(const CommaLocale&) = delete;

  [[nodiscard]] bool is_set() const { return is_set_; }

 private:
  bool is_set_ = false;
};

}  // namespace accord::testing_support
