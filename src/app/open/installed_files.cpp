#include "app/open/installed_files.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <array>

namespace epochscope::app {
namespace {

/// How far above the program the source may be: build folders lie within it.
constexpr std::array ups{"..", "../..", "../../.."};

/// The folder as installed beside the program, or else in the source.
QString found(const QString& installed, const QString& in_source) {
    const QDir program(QCoreApplication::applicationDirPath());
    const auto place = [&program](const QString& folder) {
        return QDir::cleanPath(program.absoluteFilePath(folder));
    };
    if (const QString folder = place("../share/epochscope/" + installed); QDir(folder).exists())
        return folder;
    const auto* up = std::ranges::find_if(
        ups, [&](const char* to) { return QDir(place(to + ('/' + in_source))).exists(); });
    return up == ups.end() ? QString() : place(*up + ('/' + in_source));
}

}  // namespace

QString example_folder() { return found("digits", "data/digits"); }

QString recorder_folder() { return found("python", "resources/python"); }

}  // namespace epochscope::app
