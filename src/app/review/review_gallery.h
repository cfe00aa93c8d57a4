#pragma once

#include <QListView>

namespace epochscope::app {

class ReviewDelegate;

/// The samples of a review as a grid of pictures or as a list of texts. Keys of letters and digits,
/// Enter, Backspace, Left and Right are its parent's.
class ReviewGallery : public QListView {
    Q_OBJECT

  public:
    explicit ReviewGallery(QWidget* parent = nullptr);

    void show_pictures(bool pictures);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    ReviewDelegate* delegate_;
};

}  // namespace epochscope::app
