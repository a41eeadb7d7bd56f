#pragma once

#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace accord::test {

/// A strict little reader of our own XML: nesting, quoted attributes named once, known entities, no
/// stray "<" or "&", ids used once. Gives the first fault, or "" when the text is well formed.
class XmlCheck {
 public:
  static std::string fault(std::string_view text) { return XmlCheck(text).run(); }

 private:
  explicit XmlCheck(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size() && fault_.empty()) {
      if (text_[at_] == '<')
        tag();
      else if (text_[at_] == '&')
        entity();
      else
        ++at_;
    }
    if (fault_.empty() && !open_.empty()) fail("not closed: " + open_.back());
    return fault_;
  }

  void fail(std::string what) {
    if (fault_.empty()) fault_ = std::move(what) + " at byte " + std::to_string(at_);
  }

  std::string name() {
    const std::size_t from = at_;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 ||
                                  text_[at_] == '-' || text_[at_] == ':'))
      ++at_;
    if (from == at_) fail("a name was expected");
    return std::string(text_.substr(from, at_ - from));
  }

  void entity() {
    for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&apos;"})
      if (text_.substr(at_).starts_with(known)) {
        at_ += known.size();
        return;
      }
    fail("stray &");
  }

  bool take(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  void tag() {
    ++at_;
    if (take('/')) {
      const std::string closed = name();
      if (open_.empty() || open_.back() != closed) return fail("closes " + closed);
      open_.pop_back();
      if (!take('>')) fail("no >");
      return;
    }
    const std::string opened = name();
    attributes();
    if (take('/')) {
      if (!take('>')) fail("no >");
      return;
    }
    if (!take('>')) return fail("no >");
    open_.push_back(opened);
  }

  void attributes() {
    std::set<std::string> seen;
    while (fault_.empty() && take(' ')) {
      const std::string attribute = name();
      if (!seen.insert(attribute).second) return fail("twice: " + attribute);
      if (!take('=') || !take('"')) return fail("no value: " + attribute);
      const std::size_t from = at_;
      while (at_ < text_.size() && text_[at_] != '"' && fault_.empty()) {
        if (text_[at_] == '<')
          fail("< in a value");
        else if (text_[at_] == '&')
          entity();
        else
          ++at_;
      }
      if (attribute == "id" && !ids_.emplace(text_.substr(from, at_ - from)).second)
        fail("id twice");
      if (!take('"')) fail("value not closed");
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string fault_;
  std::vector<std::string> open_;
  std::set<std::string> ids_;
};

}  // namespace accord::test
