#pragma once

#include <QLabel>
#include <QString>

#include <cstddef>

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

    /// Shows the words beside `pointer`, inside the parent; hides where there are none.
    void tell(const QString& words, QPointF pointer);

  protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace epochscope::app
