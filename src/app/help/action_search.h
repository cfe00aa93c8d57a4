#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>
#include <QString>

class QAction;
class QLineEdit;
class QMenu;
class QTreeWidget;

namespace epochscope::app {

/// Finds an entry of the menus by words of its name or of the menus that it is in, and triggers it.
class ActionSearch : public QDialog {
    Q_OBJECT

  public:
    /// `menus` are searched with all their submenus.
    explicit ActionSearch(const QList<QMenu*>& menus, QWidget* parent = nullptr);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Entry {
        /// The menus and the action, from the outside in.
        QString path;
        QPointer<QAction> action;
    };

    void collect(const QMenu& menu, const QString& path);
    void build();
    void fill();
    void trigger();

    QList<Entry> entries_;
    QLineEdit* words_;
    QTreeWidget* found_;
};

}  // namespace epochscope::app
