#include "app/window/desktop_services.h"

#include "app/canvas/text_overlay.h"
#include "app/datamap/map_picture.h"
#include "app/export/figure_svg.h"
#include "app/figure/figure_file.h"
#include "app/messages/message_words.h"
#include "app/widgets/icons.h"
#include "app/window/display.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "app/window/termination.h"

#include <QApplication>
#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <array>
#include <iostream>
#include <mutex>

namespace epochscope::app {
namespace {

/// The one that the command line names, or that of the settings.
Renderer renderer_of(const std::string& name) {
    if (name == "raster") return Renderer::raster;
    if (name == "gl") return Renderer::gl;
    return Settings().renderer();
}

/// Ours, and Qt's own for the buttons of its dialogs where they are installed.
void load_translations(QTranslator& ours, QTranslator& qt) {
    if (const QString language = Settings().language(); !language.isEmpty())
        QLocale::setDefault(QLocale(language));
    const QLocale locale;
    if (ours.load(locale, "epochscope", "_", ":/translations"))
        QCoreApplication::installTranslator(&ours);
    if (qt.load(locale, "qtbase", "_", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
}

int open_window(const cli::WindowCall& call) {
    if (const QString problem = display_problem(); !problem.isEmpty()) {
        std::cerr << "epochscope: " << problem.toStdString() << '\n';
        return 1;
    }
    std::string program = "epochscope";
    int count = 1;
    std::array<char*, 2> arguments{program.data(), nullptr};
    QApplication application(count, arguments.data());
    QApplication::setOrganizationName("Epochscope");
    QApplication::setApplicationName("epochscope");
    QApplication::setApplicationDisplayName("Epochscope");
    QApplication::setApplicationVersion(EPOCHSCOPE_VERSION);
    QGuiApplication::setDesktopFileName("epochscope");
    QTranslator ours;
    QTranslator qt;
    load_translations(ours, qt);
    const TerminationWatch termination([] { QCoreApplication::exit(0); });
    MainWindow window(renderer_of(call.renderer));
    window.show();
    if (!call.folder.empty()) {
        OpenOptions opening = call.opening;
        opening.projection = call.projection;
        const QString path = QDir(QString::fromStdString(call.folder)).absolutePath();
        const QString second = QString::fromStdString(call.second);
        if (call.waits)
            window.watch(path, opening);
        else if (second.isEmpty())
            window.open(path, opening);
        else
            window.compare(path, QDir(second).absolutePath(), opening);
    }
    return QApplication::exec();
}

/// Fonts need a QGuiApplication; the offscreen platform gives one on any machine.
void ensure_application() {
    static std::once_flag once;
    std::call_once(once, [] {
        if (QCoreApplication::instance() != nullptr) return;
        static int count = 3;
        static std::array<char, 11> program{"epochscope"};
        static std::array<char, 10> option{"-platform"};
        static std::array<char, 10> platform{"offscreen"};
        static std::array<char*, 4> arguments{program.data(), option.data(), platform.data(),
                                              nullptr};
        // Lives as long as the process: Qt's own statics are gone before ours would be.
        static auto* const application = new QGuiApplication(count, arguments.data());
        static_cast<void>(application);
    });
}

/// Whatever the language of the window is.
std::string in_chinese(const std::string& sentence) {
    ensure_application();
    static std::once_flag once;
    std::call_once(once, [] {
        static QTranslator chinese;
        if (chinese.load(QLocale(QLocale::Chinese, QLocale::China), "epochscope", "_",
                         ":/translations"))
            QCoreApplication::installTranslator(&chinese);
    });
    return message_words(sentence).toStdString();
}

}  // namespace

cli::Desktop desktop_services() {
    return {.take_over = {},
            .open_window = open_window,
            .paint_text =
                [](PixelView picture, const Frame& frame) {
                    ensure_application();
                    paint_texts(picture, frame);
                },
            .paint_map =
                [](const MapPlot& plot, Size size) {
                    ensure_application();
                    return app::paint_map(plot, size);
                },
            .write_figure =
                [](const Figure& figure, const cli::FigureFile& to) {
                    ensure_application();
                    write_figure(to.file, svg_of(figure, to.size, to.with_texts, to.max_discs));
                },
            .write_map =
                [](const MapPlot& plot, const cli::FigureFile& to) {
                    ensure_application();
                    write_figure(to.file, svg_of(plot, to.size, to.max_discs));
                },
            .in_chinese = in_chinese};
}

}  // namespace epochscope::app
