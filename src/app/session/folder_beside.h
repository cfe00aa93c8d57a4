#pragma once

#include <QString>

class QFileDialog;
class QWidget;

namespace epochscope {
struct Dataset;
}  // namespace epochscope

namespace epochscope::app {

/// A file in the folder that holds a dataset's own, or in the current one if that is not known. It
/// is not there yet, and named after the dataset: "digits-list.csv", then "digits-list-2.csv".
[[nodiscard]] QString new_file_beside(const Dataset& dataset, const QString& what,
                                      const QString& ending);

/// Asks where to save what is made of a dataset: in that folder, under its name with this end,
/// "-curves.csv". The dialog is open, and deletes itself; the caller follows what is chosen.
QFileDialog& ask_where_to_save(QWidget& parent, const Dataset& dataset, const QString& title,
                               const QString& filter, const QString& end);

}  // namespace epochscope::app
