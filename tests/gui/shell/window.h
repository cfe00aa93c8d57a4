#pragma once

#include "app/session/session.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "gui/shell/dataset.h"

#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <stdexcept>

namespace epochscope::tests {

/// How long a test waits for what must come, in milliseconds.
inline constexpr int window_patience = 60'000;

/// The window, shown and active.
class Window {
  public:
    /// With the settings of a first start, except that folders open at their first epoch without a
    /// hint; with all settings of a first start; with the settings that are there.
    enum class Start { first, untouched, again };

    explicit Window(Start start = Start::first, app::Renderer renderer = app::Renderer::raster) {
        if (start != Start::again) QSettings().clear();
        if (start == Start::first) {
            app::Settings settings;
            settings.set_opens_at_first_epoch(true);
            settings.set_hints(false);
        }
        window_ = std::make_unique<app::MainWindow>(renderer);
        // Wider than the screen of a platform without one.
        if (start != Start::again) window_->resize(1360, 860);
        window_->show();
        QApplication::setActiveWindow(window_.get());
        REQUIRE(QTest::qWaitForWindowExposed(window_.get()));
    }

    app::MainWindow* operator->() const { return window_.get(); }
    app::MainWindow& operator*() const { return *window_; }
    [[nodiscard]] app::Session& session() const { return window_->session(); }

    /// Whether a folder opened.
    bool open(const QString& folder) const {
        QSignalSpy finished(window_.get(), &app::MainWindow::open_finished);
        window_->open(folder);
        REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
        return finished.back()[0].toBool();
    }
    /// Opens the folder of write_folder.
    void open_made() const { REQUIRE(open(write_folder(folder_.path() / "made"))); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        // Shortcuts are those of the active window, which a closed dialog may have been.
        QApplication::setActiveWindow(window_.get());
        QTest::keyClick(window_.get(), key, modifiers);
    }
    template <typename Widget>
    Widget& find() const {
        auto* found = window_->findChild<Widget*>();
        REQUIRE(found != nullptr);
        return *found;
    }
    /// The action that a menu shows by these words.
    [[nodiscard]] QAction& action(const QString& text) const {
        for (QAction* action : window_->findChildren<QAction*>()) {
            if (action->text().remove('&') == text) return *action;
        }
        throw std::runtime_error("no action is called " + text.toStdString());
    }
    /// A folder that is gone after the test.
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

  private:
    TemporaryFolder folder_;
    std::unique_ptr<app::MainWindow> window_;
};

}  // namespace epochscope::tests
