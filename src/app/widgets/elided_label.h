#pragma once

#include <QLabel>

namespace epochscope::app {

/// A line of text that is elided if there is no room; then the tooltip has the whole text.
class ElidedLabel : public QLabel {
    Q_OBJECT

  public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void set_words(const QString& words);
    [[nodiscard]] const QString& words() const { return words_; }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fill();

    QString words_;
};

}  // namespace epochscope::app
