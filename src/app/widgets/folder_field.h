#pragma once

#include <QWidget>

class QLineEdit;

namespace epochscope::app {

/// A folder's path to type, and a button to look for it.
class FolderField : public QWidget {
    Q_OBJECT

  public:
    /// `question` is what the button asks.
    explicit FolderField(const QString& question, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* line() const { return line_; }
    /// Where looking for it begins while nothing was typed.
    void begin_at(const QString& folder) { begin_ = folder; }

  private:
    void browse(const QString& question);

    QLineEdit* line_;
    QString begin_;
};

}  // namespace epochscope::app
