#pragma once

#include <QWidget>

class QLineEdit;

namespace epochscope::app {

/// A field for a folder's path, and a button to browse.
class FolderField : public QWidget {
    Q_OBJECT

  public:
    /// `question` is the title of the file dialog.
    explicit FolderField(const QString& question, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* line() const { return line_; }
    /// The folder where browsing begins while the field is empty.
    void begin_at(const QString& folder) { begin_ = folder; }

  private:
    void browse(const QString& question);

    QLineEdit* line_;
    QString begin_;
};

}  // namespace epochscope::app
