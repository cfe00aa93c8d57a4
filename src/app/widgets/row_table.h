#pragma once

class QTableView;

namespace epochscope::app {

/// Shows a table as a list of rows: one whole row is selected at a time, Tab leaves the table, and
/// rows are as high as their text.
void show_as_rows(QTableView& table);

}  // namespace epochscope::app
