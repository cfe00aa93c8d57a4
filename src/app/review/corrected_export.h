#pragma once

#include "app/tasks/task.h"

#include <QObject>
#include <QString>

class QWidget;

namespace epochscope::app {

class ReviewBook;
class Session;

/// Writes the labels of all samples, corrected as decided, for whoever retrains: a table and an
/// array of the same name.
class CorrectedExport : public QObject {
    Q_OBJECT

  public:
    CorrectedExport(Session& session, const ReviewBook& book, QWidget* parent);

    /// Asks for the table's file.
    void ask();
    /// Writes `<name>.csv` and `<name>.npy`. Asks before another file than the one that was chosen
    /// is replaced; never replaces the labels of the dataset.
    void write_to(const QString& file);

  signals:
    /// What was written, or why not.
    void message(const QString& words);

  private:
    void start(const QString& table, const QString& array);

    Session& session_;
    const ReviewBook& book_;
    QWidget* window_;
    // Last: its thread ends before what it uses.
    Task<QString> writing_;
};

}  // namespace epochscope::app
