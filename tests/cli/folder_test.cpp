#include "cli/files/folder.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include "cli/files/folder_lock.h"
#include "formats/accounts/stored_name.h"

namespace accord::cli {
namespace {

namespace fs = std::filesystem;

class OwnFolder : public testing::Test {
 protected:
  OwnFolder() {
    std::string pattern = testing::TempDir() + "accord-folder-XXXXXX";
    root_ = ::mkdtemp(pattern.data());
    fs::create_directory(root_ / "reports");
  }
  ~OwnFolder() override { fs::remove_all(root_); }

  void write(const fs::path& name, std::string_view text) const {
    std::ofstream(root_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string text(const fs::path& name) const {
    std::ifstream in(root_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] std::set<std::string> names(const fs::path& folder = ".") const {
    std::set<std::string> out;
    for (const auto& entry : fs::directory_iterator(root_ / folder))
      out.insert(entry.path().filename());
    return out;
  }
  fs::path root_;
};

using AddToFolder = OwnFolder;
using Lock = OwnFolder;

TEST_F(AddToFolder, KeepsWhatIsThereWithFoldersAndLinksAndLeavesNothingBeside) {
  write("reports/a.txt", "a");
  fs::create_directory(root_ / "elsewhere");
  write("elsewhere/kept.txt", "kept");
  fs::create_directory_symlink(root_ / "elsewhere", root_ / "reports/link");
  fs::create_directory(root_ / "reports/sub");
  write("reports/sub/b.txt", "b");
  ASSERT_TRUE(add_to_folder(root_ / "reports", {{"c.txt", "c"}}));
  EXPECT_EQ(names("reports"), (std::set<std::string>{"a.txt", "c.txt", "link", "sub"}));
  EXPECT_EQ(text("reports/sub/b.txt") + text("reports/a.txt") + text("reports/c.txt"), "bac");
  EXPECT_EQ(text("elsewhere/kept.txt"), "kept");
  EXPECT_EQ(names(), (std::set<std::string>{"elsewhere", "reports"}));
}

TEST_F(AddToFolder, KeepsWhoMayUseIt) {
  fs::permissions(root_ / "reports", fs::perms(02775));
  ASSERT_TRUE(add_to_folder(root_ / "reports", {{"c.txt", "c"}}));
  EXPECT_EQ(fs::status(root_ / "reports").permissions(), fs::perms(02775));
}

TEST_F(AddToFolder, AFileOfTheSameNameIsNotReplaced) {
  write("reports/a.txt", "a");
  const auto done = add_to_folder(root_ / "reports", {{"a.txt", "other"}});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, "E002");
  EXPECT_EQ(text("reports/a.txt"), "a");
  EXPECT_EQ(names(), std::set<std::string>{"reports"});
}

/// Somebody puts files into the folder, and writes one anew, all the time.
TEST_F(AddToFolder, LosesNothingThatComesWhileItIsAtWork) {
  std::atomic<bool> stop = false;
  std::set<std::string> expected;
  std::size_t last = 0;
  std::thread other([&] {
    for (std::size_t n = 0; !stop; ++n) {
      const std::string name = "late-" + std::to_string(n) + ".txt";
      std::ofstream out(root_ / "reports" / name);
      if (!out) continue;  // just then the old folder went away
      out << n << std::flush;
      if (!out) continue;
      expected.insert(name);
      std::this_thread::sleep_for(std::chrono::microseconds(200));
      write("next", std::to_string(n));
      std::error_code error;
      fs::rename(root_ / "next", root_ / "reports/again.txt", error);
      if (!error) last = n;
    }
  });
  for (int n = 0; n < 30; ++n) {
    const std::string name = "new-" + std::to_string(n) + ".txt";
    const auto done = add_to_folder(root_ / "reports", {{name, name}});
    EXPECT_TRUE(done) << done.error().message;
    expected.insert(name);
  }
  stop = true;
  other.join();
  std::set<std::string> found = names("reports");
  bool has_last = false;  // under its name, or one beside it
  for (const std::string& name : found)
    has_last =
        has_last || (name.starts_with("again") && text("reports/" + name) == std::to_string(last));
  EXPECT_TRUE(has_last);
  std::erase_if(found, [](const std::string& name) { return name.starts_with("again"); });
  EXPECT_EQ(found, expected);
  EXPECT_EQ(names().size(), fs::exists(root_ / "next") ? 2U : 1U) << "a draft was left behind";
}

/// True when somebody holds the folder, asked of the system and not of the class.
bool is_held(const fs::path& folder) {
  const int own = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool held = ::flock(own, LOCK_EX | LOCK_NB) != 0;
  ::close(own);
  return held;
}

TEST_F(Lock, IsHeldUntilItsEndAlsoAfterAMove) {
  EXPECT_FALSE(is_held(root_));
  {
    Result<FolderLock> lock = FolderLock::wait_for(root_);
    ASSERT_TRUE(lock);
    const FolderLock moved = std::move(*lock);
    EXPECT_TRUE(is_held(root_));
  }
  EXPECT_FALSE(is_held(root_));
}

TEST_F(Lock, WaitsForTheOneBefore) {
  std::atomic<int> inside = 0, most = 0, done = 0;
  const auto work = [&] {
    for (int n = 0; n < 50; ++n) {
      const Result<FolderLock> lock = FolderLock::wait_for(root_);
      ASSERT_TRUE(lock);
      most = std::max(most.load(), ++inside);
      std::this_thread::yield();
      --inside;
      ++done;
    }
  };
  std::thread one(work), two(work), three(work);
  one.join();
  two.join();
  three.join();
  EXPECT_EQ(most, 1);
  EXPECT_EQ(done, 150);
}

TEST_F(Lock, OfNoFolderIsAnErrorWithItsName) {
  const Result<FolderLock> lock = FolderLock::wait_for(root_ / "nowhere");
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().code, "E006");
  EXPECT_EQ(lock.error().where, (root_ / "nowhere").string());
  write("file", "");
  EXPECT_FALSE(FolderLock::wait_for(root_ / "file"));
}

accounting::Header header(std::string_view mba) {
  accounting::Header out;
  out.mba = mba;
  out.number = 12;
  out.kind = accounting::ReportKind::mbr;
  return out;
}

TEST(StoredName, IsAreaNumberAndTypeWithTheEndingOfTheForm) {
  using accounting::Form;
  EXPECT_EQ(formats::stored_name(header("ZZC1"), Form::labelled, {}), "ZZC1-0012-M.txt");
  EXPECT_EQ(formats::stored_name(header("ZZC1"), Form::table, {}), "ZZC1-0012-M.csv");
}

TEST(StoredName, LeavesNoCharacterThatAFolderOrAShellUnderstands) {
  using accounting::Form;
  EXPECT_EQ(formats::stored_name(header("../ZZ"), Form::table, {}), "___ZZ-0012-M.csv");
  EXPECT_EQ(formats::stored_name(header("-A $B"), Form::table, {}), "_A__B-0012-M.csv");
  EXPECT_EQ(formats::stored_name(header("ZÖ1"), Form::labelled, {}), "Z_1-0012-M.txt");
  EXPECT_EQ(formats::stored_name(header(std::string(500, 'A')), Form::labelled, {}).size(),
            formats::area_length_max + 11);
}

TEST(StoredName, NamesThatComeOutAlikeStayApart) {
  using accounting::Form;
  std::set<std::string> taken;
  for (const char* mba : {"Z/1", "Z.1", "Z_1"})
    taken.insert(formats::stored_name(header(mba), Form::table, taken));
  EXPECT_EQ(taken,
            (std::set<std::string>{"Z_1-0012-M.csv", "Z_1-0012-M_2.csv", "Z_1-0012-M_3.csv"}));
}

}  // namespace
}  // namespace accord::cli
