#pragma once

#include <QList>
#include <QWidget>

namespace epochscope::app {

class FolderCard;

/// Cards in as many columns as there is room for, in at most two rows. Those that do not fit are
/// hidden.
class CardGrid : public QWidget {
    Q_OBJECT

  public:
    using QWidget::QWidget;

    /// Takes the place of the cards before.
    void set_cards(const QList<FolderCard*>& cards);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void place();

    QList<FolderCard*> cards_;
};

}  // namespace epochscope::app
