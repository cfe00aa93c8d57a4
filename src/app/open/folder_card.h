#pragma once

#include <QAbstractButton>
#include <QPixmap>
#include <QString>

namespace epochscope::app {

/// A button with a folder's picture, name and place.
class FolderCard : public QAbstractButton {
    Q_OBJECT

  public:
    static constexpr QSize card_size{208, 178};

    /// `picture` is a file; without it the program's icon is shown.
    FolderCard(const QString& folder, const QString& picture, QWidget* parent = nullptr);

    [[nodiscard]] const QString& folder() const { return folder_; }
    [[nodiscard]] bool has_picture() const { return !picture_.isNull(); }
    [[nodiscard]] QSize sizeHint() const override { return card_size; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paint_picture(QPainter& painter, const QRect& room) const;

    QString folder_;
    QPixmap picture_;
};

}  // namespace epochscope::app
