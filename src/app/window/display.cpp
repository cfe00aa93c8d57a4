#include "app/window/display.h"

#include <QLibrary>
#include <QtGlobal>

namespace epochscope::app {
namespace {

struct XcbConnection;

/// Whether the X server that DISPLAY names answers and lets us in: asked by the library by which
/// Qt's own plugin asks, loaded only for that.
bool x_server_answers() {
    QLibrary xcb("xcb", 1);
    const auto connect =
        reinterpret_cast<XcbConnection* (*)(const char*, int*)>(xcb.resolve("xcb_connect"));
    const auto has_error =
        reinterpret_cast<int (*)(XcbConnection*)>(xcb.resolve("xcb_connection_has_error"));
    const auto disconnect =
        reinterpret_cast<void (*)(XcbConnection*)>(xcb.resolve("xcb_disconnect"));
    if (connect == nullptr || has_error == nullptr || disconnect == nullptr) return true;
    XcbConnection* connection = connect(nullptr, nullptr);
    const bool answers = has_error(connection) == 0;
    disconnect(connection);
    return answers;
}

}  // namespace

QString display_problem() {
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM");
    if (!platform.isEmpty() && !platform.startsWith("xcb")) return {};
    if (platform.isEmpty() && !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) return {};
    const QString remedy("`epochscope export` needs none; over SSH, `ssh -X` brings one.");
    if (qEnvironmentVariableIsEmpty("DISPLAY")) return "there is no display. " + remedy;
    if (x_server_answers()) return {};
    return QString("the display %1 does not answer. %2")
        .arg(qEnvironmentVariable("DISPLAY"), remedy);
}

}  // namespace epochscope::app
