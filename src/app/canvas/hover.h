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

/// A sample's description at a playhead:
/// "sample 33 · digit-0033 · label 5 · predicted 3 · confidence 0.87". The name is its id; where it
/// has no picture, the first words of its text follow.
QString sample_words(const Dataset& dataset, double playhead, std::size_t sample);

/// A bubble beside the pointer. Unlike a QToolTip it appears at once and stays.
class HoverBubble : public QLabel {
    Q_OBJECT

  public:
    explicit HoverBubble(QWidget* parent);

    /// Shows the text beside `pointer`, inside the parent; hides for an empty text. With a picture
    /// the text is beside it, one part a line, as where it is long; a null picture leaves its room
    /// empty.
    void tell(const QString& words, QPointF pointer, const std::optional<QImage>& picture = {});

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::optional<QImage> picture_;
};

}  // namespace epochscope::app
