#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assessment/summary.h"
#include "assessment/words.h"
#include "report/figures/figures.h"
#include "report/sections/report.h"

/// What all section writers share: names, marks, links to evidence, figures of the series.
namespace accord::report {

class Writer {
 public:
  Writer(const assessment::Assessment& assessment, const formats::SeriesReport* current);

  const assessment::Assessment& assessed;
  const formats::Workspace& workspace;
  const formats::SeriesReport* current = nullptr;    ///< may be null: no report known by then
  const formats::SeriesReport* previous = nullptr;   ///< of the same kind, before `current`
  std::vector<const formats::SeriesReport*> series;  ///< known by then, in order of day
  /// Tabled by the section that is being written, with the name that it has there.
  std::vector<std::pair<const evidence::Finding*, std::string>> shown;

  /// The sentences and counts of the summary, made once.
  [[nodiscard]] const assessment::Summary& said();

  /// Terms and sides that the plan names have their place; it must outlive the writer.
  void use(const formats::ReportPlan& plan);
  [[nodiscard]] bool is_named(const std::string& term) const { return terms_.count(term) > 0; }
  [[nodiscard]] bool is_named_side(const std::vector<std::string>& party) const {
    return named_sides_.count(party) > 0;
  }
  /// The term as the text has it, before any amendment; null: the text has none of the name.
  [[nodiscard]] const agreement::Term* term_text(std::string_view name) const;
  /// Who is judged by a term, in the order of the text.
  [[nodiscard]] const std::vector<const agreement::Subject*>& subjects_of(
      const std::string& term) const;
  /// The findings of a term, and those of a side, in the order of the text.
  [[nodiscard]] const std::vector<const evidence::Finding*>& findings_of(
      const std::string& term) const;
  [[nodiscard]] const std::vector<const evidence::Finding*>& findings_of_side(
      const std::vector<std::string>& party) const;
  /// Whether a rule of the term can be broken on a day.
  [[nodiscard]] bool can_break(const std::string& term) const { return breakable_.count(term) > 0; }
  /// The anchor of a table or drawing, with a number behind it when it is taken.
  [[nodiscard]] std::string own_id(const std::string& wanted);
  /// Whether a drawing of the plan shows the figure of every report.
  [[nodiscard]] bool is_drawn(const std::string& figure) const;

  [[nodiscard]] std::string party(std::string_view id) const;  ///< its title
  [[nodiscard]] std::string parties(const std::vector<std::string>& ids) const;
  /// "#F-T-STOCK": where a section shows the finding.
  [[nodiscard]] static std::string place_of(const evidence::Finding& finding);
  /// True for the first row that asks: the one that carries the finding's anchor.
  bool anchors(const evidence::Finding& finding) { return anchored_.insert(finding.id).second; }
  [[nodiscard]] bool is_anchored(const evidence::Finding& finding) const {
    return anchored_.count(finding.id) > 0;
  }
  /// Units as the tables write them: "205.0 kg U".
  [[nodiscard]] std::string in_words(std::string text) const;
  /// "#ev-12"; the row joins the annex, from where it leads back to the anchor `from`, if one is
  /// given.
  std::string cite(std::uint32_t origin, const std::string& from = {});
  [[nodiscard]] const std::set<std::uint32_t>& cited() const { return cited_; }
  /// Tables and figures that cite a row, in order of their anchors.
  [[nodiscard]] const std::set<std::string>& cited_from(std::uint32_t origin) const;
  /// Place of an obliged side in the text: the order in which it is first obliged.
  [[nodiscard]] std::size_t place_of_side(const std::vector<std::string>& party) const;

  /// The figure of a report, or nothing when the report has no record of it.
  [[nodiscard]] const evidence::Observation* figure(std::string_view metric,
                                                    const formats::SeriesReport& report) const;
  /// What accord.toml calls a figure of the series; else its column.
  [[nodiscard]] std::string name_of(const std::string& figure) const;
  /// The same with the unit of its figures: "stock, t".
  [[nodiscard]] std::string label(const std::string& metric) const;
  /// The figure with mark and link, or the reason why there is none.
  Cell figure_cell(std::string_view metric, const formats::SeriesReport* report);
  /// "+1690.0" with the weaker mark of the two; "not published" when one is missing.
  Cell change_cell(std::string_view metric);

  Cell state_cell(const evidence::Finding& finding) const;
  /// "4.0 t against 100 crates (2.5 t), 1.60 times the limit".
  [[nodiscard]] std::string comparison(const evidence::Finding& finding) const;
  Cell evidence_cell(const evidence::Finding& finding);
  /// Declarations, readings and answers, sentence by sentence; empty when there are none.
  [[nodiscard]] std::string beside(const evidence::Finding& finding) const;

 private:
  std::map<std::pair<std::uint32_t, std::string>, const evidence::Observation*, std::less<>>
      figures_;
  assessment::Words words_;
  std::set<std::uint32_t> cited_;
  std::map<std::uint32_t, std::set<std::string>> cited_from_;
  std::map<std::vector<std::string>, std::size_t> sides_;
  std::map<std::string_view, const agreement::Term*> term_texts_;
  std::map<std::string, std::vector<const agreement::Subject*>> subjects_;
  std::map<std::string, std::vector<const evidence::Finding*>> findings_;
  std::map<std::vector<std::string>, std::vector<const evidence::Finding*>> findings_of_side_;
  std::set<std::string, std::less<>> breakable_;
  std::set<std::string> anchored_;
  std::optional<assessment::Summary> said_;
  const formats::ReportPlan* plan_ = nullptr;
  std::set<std::string, std::less<>> terms_;
  std::set<std::vector<std::string>> named_sides_;
  std::map<std::string, int> ids_;
};

/// Declarations by then that a party ceases to participate, in order of day and party.
[[nodiscard]] std::vector<const evidence::Declaration*> ceased(const Writer& writer);

[[nodiscard]] Mark mark_of(evidence::Trace trace, evidence::Grade grade);
/// "–" for what has nothing to say, so that no cell is blank.
[[nodiscard]] std::string or_dash(std::string text);
[[nodiscard]] Mark weaker(Mark a, Mark b);
/// "the report R/2025/8 of 26 February 2025"; an identifier that holds the day already says it:
/// "the report of 2026-06-04".
[[nodiscard]] std::string named(const formats::SeriesReport& report);
/// "R/2025/8 of 2025-02-26", "report of 2026-06-04"
[[nodiscard]] std::string dated(const std::string& id, Day day);
[[nodiscard]] const evidence::RuleFinding* deciding(const evidence::Finding& finding);
/// The call that decides a duty, else the last one; null without calls.
[[nodiscard]] const evidence::Call* deciding_call(const evidence::RuleFinding* rule);

/// Drawings, each with links to the rows it shows.
void add_figures(Writer& writer, const std::vector<Drawing>& drawings, Section& out);

/// Rows that feed nothing, and what else stands beside the findings; nothing when there is nothing.
void add_remarks(Writer& writer, Section& out);
/// The rows that feed nothing, one by one, with their places.
void add_unfed_rows(Writer& writer, Section& out);
/// What supposed facts change; nothing without them.
void add_supposed(Writer& writer, Section& out);

}  // namespace accord::report
