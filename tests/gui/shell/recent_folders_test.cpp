#include "app/open/recent_folders.h"

#include "gui/shell/dataset.h"

#include <QMenu>
#include <QSettings>
#include <QSignalSpy>

using namespace epochscope;
using namespace epochscope::app;

TEST_CASE("the list of recent folders holds ten, the latest first, each once", "[shell]") {
    QSettings().clear();
    RecentFolders recent;
    for (int i = 0; i < 12; ++i) recent.add(QString("/folder %1").arg(i));
    recent.add("/folder 5");
    CHECK(recent.folders().size() == 10);
    CHECK(recent.folders().front() == "/folder 5");
    CHECK(recent.folders()[1] == "/folder 11");
    CHECK(recent.folders().count("/folder 5") == 1);
    QMenu menu;
    recent.fill(menu);
    CHECK(menu.actions().size() == 12);  // ten, a line, and clearing
    recent.clear();
    CHECK(recent.folders().isEmpty());
    CHECK_FALSE(menu.isEnabled());
}

TEST_CASE("a folder that is gone leaves the list when it is chosen", "[shell]") {
    QSettings().clear();
    const tests::TemporaryFolder folder;
    const QString there = QString::fromStdString(folder.path().string());
    RecentFolders recent;
    recent.add(there);
    recent.add("/gone");
    const QSignalSpy chosen(&recent, &RecentFolders::chosen);
    const QSignalSpy missing(&recent, &RecentFolders::missing);
    recent.choose("/gone");
    CHECK(missing.count() == 1);
    recent.choose(there);
    CHECK(chosen.count() == 1);
    CHECK(recent.folders() == QStringList{there});
}
