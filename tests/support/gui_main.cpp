// The main function of the tests that need a QApplication.
#include "support/skip.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>

/// For LeakSanitizer: see leaks.txt.
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)
const char* __lsan_default_suppressions() {            // NOLINT(bugprone-reserved-identifier)
    return "leak:libfontconfig.so\n";
}

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Tests run beside each other and leave nothing behind: each has its own settings and caches.
    const QTemporaryDir home;
    for (const char* variable :
         {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(variable, home.path().toUtf8());
    const QApplication application(argc, argv);
    QApplication::setOrganizationName("Epochscope tests");
    QApplication::setApplicationName("epochscope-tests");
    return epochscope::tests::run_tests(argc, argv, [&home] {
        QSettings().clear();
        for (const QFileInfo& left :
             QDir(home.path()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
            QDir(left.filePath()).removeRecursively();
    });
}
