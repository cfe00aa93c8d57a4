#pragma once

#include <QLabel>

namespace epochscope::app {

/// A line of words that ends in an ellipsis where there is no room for all of them; then the
/// tooltip has them.
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
