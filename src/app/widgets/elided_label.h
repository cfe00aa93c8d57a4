#pragma once

#include <QLabel>
#include <QStringList>

namespace epochscope::app {

/// A line of text that is elided if there is no room; then the tooltip has the whole text.
class ElidedLabel : public QLabel {
    Q_OBJECT

  public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void set_words(const QString& words);
    /// The same with several sentences, of which the tooltip has one a line.
    void set_lines(const QStringList& lines);
    [[nodiscard]] const QString& words() const { return words_; }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fill();

    QString words_;
    QStringList lines_;
};

}  // namespace epochscope::app
