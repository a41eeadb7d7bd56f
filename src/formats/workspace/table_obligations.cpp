#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/workspace/intake.h"
#include "formats/workspace/marks.h"
#include "formats/workspace/row_columns.h"

/// The two tables of commitments. Their rows are kept for the comparison with the text; a row of
/// the obligations table with a day of performance is also an event.
namespace accord::formats {

namespace {

using evidence::Grade;
using evidence::Trace;

void keep_row(Intake& intake, const Sheet& sheet, const Row& row, std::string_view id) {
  CommitmentRow out{sheet.table().file, std::string(id), {}};
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Cell& cell = row.cells[i];
    const auto length = static_cast<std::uint32_t>(character_count(cell.text));
    out.cells.emplace(
        sheet.table().columns[i],
        CommitmentCell{std::string(cell.text), {cell.line, cell.column, std::max(1U, length)}});
  }
  intake.workspace.commitments.push_back(std::move(out));
}

/// Names and days that become no record, but are compared with the text.
void check_cells(Intake& intake, Sheet& sheet, const Row& row) {
  for (const char* column : {"obliged_party", "owed_to", "verifier"})
    intake.parties(sheet, row, sheet.find(column));
  for (const char* column : {"start_date", "end_date", "ceased_or_changed_date"})
    sheet.day(row, sheet.find(column));
}

class ObligationsReader {
 public:
  ObligationsReader(Intake& intake, Sheet& sheet)
      : intake_(intake),
        sheet_(sheet),
        columns_(intake, sheet),
        id_(sheet.need("obligation_id")),
        obliged_(sheet.need("obliged_party")),
        due_(sheet.need("date_due")),
        done_(sheet.need("date_done")),
        description_(sheet.need("description")),
        status_(sheet.find("status_record")),
        verified_(sheet.find("content_verified")),
        dispute_(sheet.find("dispute_note")),
        source_(sheet.find("source")) {}

  void read();

 private:
  void read_row(const Row& row);
  std::uint32_t add_origin(const Row& row, const RowSays& says);
  [[nodiscard]] bool is_partly(std::string_view id) const;

  Intake& intake_;
  Sheet& sheet_;
  RowColumns columns_;
  Sheet::Column id_, obliged_, due_, done_, description_, status_, verified_, dispute_, source_;
};

bool ObligationsReader::is_partly(std::string_view id) const {
  const auto& partly = intake_.settings.partly;
  return std::any_of(partly.begin(), partly.end(),
                     [&](const Setting& setting) { return setting.text == id; });
}

void ObligationsReader::read() {
  if (!sheet_.is_complete()) return;
  sheet_.order_by_id(id_);
  for (const Row& row : sheet_.rows()) read_row(row);
  columns_.settle_replaced(id_);
  for (const Setting& id : intake_.settings.partly) {
    const auto& rows = sheet_.rows();
    if (std::none_of(rows.begin(), rows.end(),
                     [&](const Row& row) { return sheet_.text(row, id_) == id.text; }))
      intake_.report("W009", id.place,
                     fmt::format("{} has no row “{}”", sheet_.table().file, id.text));
  }
}

std::uint32_t ObligationsReader::add_origin(const Row& row, const RowSays& says) {
  evidence::Origin origin = sheet_.origin(row, sheet_.text(row, id_));
  origin.text = sheet_.text(row, description_);
  origin.source = sheet_.text(row, source_);
  origin.note = sheet_.text(row, status_);
  const std::string_view dispute = sheet_.text(row, dispute_);
  if (!origin.note.empty() && !dispute.empty()) origin.note += "; ";
  origin.note += dispute;
  columns_.fill(origin, says);
  return intake_.add(std::move(origin));
}

void ObligationsReader::read_row(const Row& row) {
  const std::string_view id = sheet_.text(row, id_);
  keep_row(intake_, sheet_, row, id);
  check_cells(intake_, sheet_, row);
  sheet_.needed_text(row, obliged_);
  const RowSays says = columns_.read(row);
  columns_.expect_no_uncertainty(row, says);
  const RowSubject subject = columns_.subject(says, intake_.parties(sheet_, row, obliged_));
  const std::string_view title = sheet_.needed_text(row, description_);
  const auto due = sheet_.day(row, due_);
  const auto done = sheet_.day(row, done_);
  const auto day = done ? done : due;
  intake_.is_background(id, "obligation");
  if (id.empty() || !day || subject.acts.empty()) return;
  const std::string_view mark = sheet_.text(row, verified_);
  // Only what was found in full counts as found.
  const Trace trace = trace_of(mark).value_or(mark.empty() ? Trace::found : Trace::recalled);
  const std::uint32_t origin = add_origin(row, says);
  const bool partly = says.partly || is_partly(id);
  const bool by_verifier = std::any_of(says.by.begin(), says.by.end(),
                                       [&](const auto& name) { return intake_.is_verifier(name); });
  const Grade grade =
      columns_.grade(says, subject, by_verifier ? Grade::verified : Grade::reported);
  if (done || partly) {
    intake_.list(sheet_, row, origin, "obligation");
    for (const std::string& party : subject.acts) {
      evidence::EventRecord& event = intake_.workspace.records.events.emplace_back();
      event.head = {*day, *day, grade, trace, party, origin};
      event.names.emplace_back(id);
      event.answers = says.answers;
      event.partly = partly;
      event.category = "obligation";
      event.title = title;
    }
  }
  const std::string_view status = sheet_.text(row, status_);
  columns_.note(row, id, Day{}, {});  // no row of this table has a known day of its own
  intake_.remember(std::string(id),
                   {*day, std::nullopt, subject.acts, subject.seen, subject.figure, grade, trace,
                    origin, std::string(status.empty() ? title : status), says.answers, partly});
}

}  // namespace

void read_commitments(Intake& intake) {
  auto sheet = intake.sheet(intake.settings.commitments);
  if (!sheet) return;
  const Sheet::Column id = sheet->need("term_id");
  if (!sheet->is_complete()) return;
  sheet->order_by_id(id);
  for (const Row& row : sheet->rows()) {
    check_cells(intake, *sheet, row);
    keep_row(intake, *sheet, row, sheet->text(row, id));
  }
}

void read_obligations(Intake& intake) {
  auto sheet = intake.sheet(intake.settings.obligations);
  if (sheet) ObligationsReader(intake, *sheet).read();
}

}  // namespace accord::formats
