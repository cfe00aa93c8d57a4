#pragma once

class QTableView;

namespace epochscope::app {

/// Makes a table one of rows to go through: a row is selected whole and alone, Tab leaves it, and
/// there are as many rows on the screen as letters allow.
void show_as_rows(QTableView& table);

}  // namespace epochscope::app
