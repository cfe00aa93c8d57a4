// The main function of the tests that need a QApplication.
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include <QApplication>
#include <QTemporaryDir>

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
    return Catch::Session().run(argc, argv);
}
