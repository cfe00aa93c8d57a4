#pragma once

#include <epochscope/model/column.h>
#include <epochscope/query/sample_columns.h>

#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace epochscope::app {

/// A column of the table of samples.
struct TableColumn {
    /// As in SampleColumns; of a column of an epoch the name before the brackets.
    std::string name;
    /// Its name and its meaning, in the user's language.
    QString heading;
    QString meaning;
    ColumnType type = ColumnType::real;
    /// Whether its values are those of the epoch at the playhead.
    bool at_playhead = false;
    /// Whether it is computed from all evaluations, which may take long.
    bool is_signal = false;
};

/// Sample, id, label, then prediction, confidence, neighbours kept and motion at the playhead as
/// far as they are known, metadata, and what training tells, suspicion first.
std::vector<TableColumn> table_columns(const SampleColumns& columns);

/// The name of a column in SampleColumns while the playhead is at the epoch of this index:
/// "prediction_at(20)".
std::string name_at(const TableColumn& column, const EpochSeries& series, std::size_t epoch);

/// The values of a column at the playhead; nothing if they are unknown at this epoch. O(1).
std::optional<Column> column_at(const TableColumn& column, const SampleColumns& columns,
                                std::size_t epoch);

/// A value as it is shown: of a number at most four digits after its first, of a text the first
/// line, at most 200 letters.
QString shown_words(const Column& column, std::size_t sample);
/// The whole value, but of a text at most 2000 letters.
QString whole_words(const Column& column, std::size_t sample);

}  // namespace epochscope::app
