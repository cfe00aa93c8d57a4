#pragma once

#include <QLineEdit>
#include <QString>

#include <optional>

class QCompleter;

namespace epochscope::app {

/// The text field of the find bar. Enter and Shift+Enter walk, Esc leaves; while the completer's
/// list is open, Enter and Tab take its entry, and Esc closes it.
class FindField : public QLineEdit {
    Q_OBJECT

  public:
    explicit FindField(QWidget* parent = nullptr);

    /// The list of this completer opens below the field. Not null; lives as long as the field.
    void set_completer(QCompleter* completer);
    /// Underlines the word at this place of the text; its length: what is missing at the end.
    void mark(std::optional<qsizetype> at);
    [[nodiscard]] std::optional<qsizetype> marked() const { return marked_; }
    /// The cursor in the field's coordinates.
    [[nodiscard]] QRect cursor_place() const { return cursorRect(); }
    /// The text before the cursor.
    [[nodiscard]] QString before_cursor() const { return text().left(cursorPosition()); }
    /// Replaces the last letters before the cursor, as if they were typed.
    void replace_before_cursor(qsizetype letters, const QString& words);

  signals:
    /// The user changed the text; not while an input method composes it.
    void edited();
    /// By 1 or -1.
    void walked(int step);
    void left();
    /// The user asks for the completer's list.
    void completion_wanted();

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    [[nodiscard]] bool is_list_open() const;
    void take_entry(QKeyEvent& key);
    [[nodiscard]] int x_of(qsizetype place) const;

    QCompleter* completer_ = nullptr;
    std::optional<qsizetype> marked_;
};

}  // namespace epochscope::app
