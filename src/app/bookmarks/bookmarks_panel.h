#pragma once

#include <QWidget>

class QLabel;
class QListView;

namespace epochscope::app {

class Bookmarks;
class Traveller;

/// The bookmarks with their pictures: Enter or a double click goes to one, F2 names it anew, Delete
/// deletes it, dragging or Alt with an arrow moves it.
class BookmarksPanel : public QWidget {
    Q_OBJECT

  public:
    BookmarksPanel(Bookmarks& bookmarks, Traveller& traveller, QWidget* parent = nullptr);

    /// Adds what is seen now.
    void add_view();

  signals:
    void message(const QString& words);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void go_to(int row);
    void move_current(int rows);
    void remove_current();
    void open_menu(const QPoint& at);
    void follow();

    Bookmarks& bookmarks_;
    Traveller& traveller_;
    QListView* view_;
    QLabel* hint_;
};

}  // namespace epochscope::app
