#include "formats/text/files.h"

#include <grp.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <functional>

#include "formats/accounts/accounts.h"
#include "formats/folder.h"
#include "formats/workspace/workspace.h"

namespace accord::formats {
namespace {

namespace fs = std::filesystem;

/// Whether `check` holds for a user whom file modes bind: root reads everything.
bool holds_for_a_user(const std::function<bool()>& check) {
  constexpr uid_t nobody = 65534;
  if (::geteuid() != 0) return check();
  const pid_t child = ::fork();
  if (child == 0) {
    const bool user =
        ::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0;
    ::_exit(user && check() ? 0 : 1);
  }
  int status = 1;
  return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool refused(const Result<std::string>& read, std::string_view code, std::string_view message) {
  return !read && read.error().code == code && read.error().message == message;
}

class Files : public testing::Test {
 protected:
  explicit Files(std::string_view from = "vectors/formats/small") : folder_(from) {
    const auto open_to_all = [](const fs::path& path) {
      const auto enter = fs::is_directory(path) ? fs::perms::others_exec : fs::perms::none;
      fs::permissions(path, fs::perms::owner_write | fs::perms::others_read | enter,
                      fs::perm_options::add);
    };
    open_to_all(root);
    for (const auto& entry : fs::recursive_directory_iterator(root)) open_to_all(entry);
  }
  fs::path write(const std::string& name, std::string_view text) const {
    folder_.write(name, text);
    return root / name;
  }

 private:
  test::Folder folder_;

 protected:
  const fs::path root = folder_.root();
};

TEST_F(Files, AreReadWhole) {
  const std::string text("a\0b\r\n", 5);
  EXPECT_EQ(file_bytes(write("a", text)), text);
  EXPECT_EQ(file_bytes(write("empty", "")), "");
}

TEST_F(Files, WhatIsNoFileIsAWrongName) {
  EXPECT_FALSE(is_there(root / "none"));
  EXPECT_TRUE(
      refused(file_bytes(root / "none"), "C007", "cannot be read: No such file or directory"));
  EXPECT_TRUE(is_there(root));
  EXPECT_TRUE(refused(file_bytes(root), "C007", "cannot be read: it is a folder"));
  fs::create_symlink("nowhere", root / "link");
  EXPECT_TRUE(is_there(root / "link"));
  EXPECT_TRUE(refused(file_bytes(root / "link"), "C007",
                      "cannot be read: it is a link to “nowhere”, which is not there"));
  fs::create_symlink("loop", root / "loop");
  EXPECT_EQ(file_bytes(root / "loop").error().code, "C007");
  ASSERT_EQ(::mkfifo((root / "pipe").c_str(), 0600), 0);  // to open one would wait for ever
  EXPECT_TRUE(refused(file_bytes(root / "pipe"), "C007", "cannot be read: it is not a file"));
}

TEST_F(Files, WhatMayNotBeReadIsTheEnvironment) {
  const fs::path file = write("secret", "x");
  fs::permissions(file, fs::perms::none);
  EXPECT_TRUE(holds_for_a_user([&] {
    const auto read = file_bytes(file);
    return is_there(file) && !read && read.error().code == "E008" &&
           read.error().message == "cannot be read: Permission denied" &&
           read.error().where == file.string();
  }));
  const fs::path folder = root / "closed";
  fs::create_directory(folder);
  write("closed/inside", "x");
  fs::permissions(folder, fs::perms::none);
  EXPECT_TRUE(holds_for_a_user([&] {
    return is_there(folder / "inside") && file_bytes(folder / "inside").error().code == "E008";
  }));
  fs::permissions(folder, fs::perms::owner_all);
  EXPECT_EQ(cannot_read("x", EIO).code, "E008");
}

class UnreadableAccounts : public Files {
 protected:
  UnreadableAccounts() : Files("examples/state/errors") {}

  /// The one problem of reading, as "FILE CODE".
  [[nodiscard]] std::string problem() const {
    const auto read = read_accounts(root);
    if (!read) return read.error().where + " " + read.error().code;
    if (read->problems.size() != 1) return std::to_string(read->problems.size()) + " problems";
    return read->problems[0].file + " " + read->problems[0].code;
  }
};

TEST_F(UnreadableAccounts, AFileThatIsThereIsNeverTakenForAbsent) {
  EXPECT_EQ(problem(), "0 problems");
  for (const std::string name : {"state.json", "uncertainty.csv", "notices.csv",
                                 "special_reports.csv", "reports/ZZC1-0001-P.txt"}) {
    const fs::path file = root / name, kept = root / "kept";
    fs::permissions(file, fs::perms::none);
    EXPECT_TRUE(holds_for_a_user([&] { return problem() == name + " E008"; })) << name;
    fs::permissions(file, fs::perms::owner_all | fs::perms::others_read);
    fs::rename(file, kept);
    fs::create_symlink("nowhere", file);
    EXPECT_EQ(problem(), name + " C007");
    fs::remove(file);
    fs::create_directory(file);
    EXPECT_EQ(problem(), name + " C007");
    fs::remove(file);
    fs::rename(kept, file);
  }
}

TEST_F(UnreadableAccounts, AFolderOfReportsThatCannotBeLookedIntoIsNotEmpty) {
  const fs::path reports = root / "reports";
  fs::permissions(reports, fs::perms::none);
  EXPECT_TRUE(holds_for_a_user([&] { return problem() == reports.string() + " E008"; }));
  fs::permissions(reports, fs::perms::owner_all);
  fs::remove_all(reports);
  fs::create_symlink("nowhere", reports);
  EXPECT_EQ(problem(), reports.string() + " C007");
  fs::remove(reports);
  EXPECT_EQ(problem(), root.string() + " W030");
}

TEST_F(Files, ASettingsFileThatCannotBeReadIsNotAbsent) {
  fs::remove(root / "accord.toml");
  fs::create_directory(root / "accord.toml");
  EXPECT_EQ(read_workspace(root).error().code, "C007");
  fs::remove(root / "accord.toml");
  EXPECT_EQ(read_workspace(root).error().code, "W002");
}

}  // namespace
}  // namespace accord::formats
