#pragma once

#include <QImage>
#include <QLabel>
#include <QString>

#include <cstddef>
#include <optional>

namespace epochscope {
struct Dataset;
}

namespace epochscope::app {

/// A sample in words, as far as it is known at a playhead:
/// "sample 33 · label 5 · predicted 3 · confidence 0.87".
QString sample_words(const Dataset& dataset, double playhead, std::size_t sample);

/// A small bubble beside the pointer. Unlike a QToolTip it is there at once and stays.
class HoverBubble : public QLabel {
    Q_OBJECT

  public:
    explicit HoverBubble(QWidget* parent);

    /// Shows the words beside `pointer`, inside the parent; hides where there are none. With a
    /// picture the words stand beside it, one of their parts a line; a null one leaves its place
    /// empty, so that nothing moves when it comes.
    void tell(const QString& words, QPointF pointer, const std::optional<QImage>& picture = {});

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::optional<QImage> picture_;
};

}  // namespace epochscope::app
