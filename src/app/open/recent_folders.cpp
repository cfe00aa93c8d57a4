#include "app/open/recent_folders.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace epochscope::app {
namespace {

constexpr int most = 10;
constexpr auto key = "recent_folders";

}  // namespace

RecentFolders::RecentFolders(QObject* parent) : QObject(parent) {}

QStringList RecentFolders::folders() const {
    return QSettings().value(key).toStringList().mid(0, most);
}

void RecentFolders::store(const QStringList& folders) {
    QSettings().setValue(key, folders);
    emit changed();
}

void RecentFolders::add(const QString& folder) {
    QStringList list = folders();
    list.removeAll(folder);
    list.prepend(folder);
    store(list.mid(0, most));
}

void RecentFolders::remove(const QString& folder) {
    QStringList list = folders();
    list.removeAll(folder);
    store(list);
}

void RecentFolders::clear() { store({}); }

void RecentFolders::choose(const QString& folder) {
    if (QFileInfo::exists(folder)) {
        emit chosen(folder);
    } else {
        remove(folder);
        emit missing(folder);
    }
}

void RecentFolders::fill(QMenu& menu) {
    const auto refill = [this, &menu] {
        menu.clear();
        const QStringList list = folders();
        for (int i = 0; i < list.size(); ++i) {
            const QString& folder = list[i];
            QString shown = QDir::toNativeSeparators(folder);
            QAction* action =
                menu.addAction(QString("&%1  %2").arg((i + 1) % 10).arg(shown.replace("&", "&&")));
            connect(
                action, &QAction::triggered, this, [this, folder] { choose(folder); },
                Qt::QueuedConnection);
        }
        menu.addSeparator();
        connect(menu.addAction(tr("&Clear the list")), &QAction::triggered, this,
                &RecentFolders::clear, Qt::QueuedConnection);
        menu.setEnabled(!list.isEmpty());
    };
    connect(this, &RecentFolders::changed, &menu, refill);
    refill();
}

}  // namespace epochscope::app
