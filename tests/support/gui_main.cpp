// The main function of the tests that need a QApplication.
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include <QApplication>
#include <QStandardPaths>
#include <QSurfaceFormat>

int main(int argc, char** argv) {
    QStandardPaths::setTestModeEnabled(true);
    const QApplication application(argc, argv);
    QApplication::setOrganizationName("Epochscope tests");
    QApplication::setApplicationName("epochscope-tests");
    return Catch::Session().run(argc, argv);
}
