#include "app/window/state_store.h"

#include "app/session/session.h"
#include "app/window/dock_layout.h"
#include "app/window/settings.h"

#include <QCoreApplication>
#include <QMainWindow>

namespace epochscope::app {
namespace {

/// How long after a change settings are written, in milliseconds.
constexpr int stored_after = 500;

}  // namespace

StateStore::StateStore(QMainWindow& window, Session& session, DockLayout& layout)
    : session_(session), layout_(layout) {
    soon_.setSingleShot(true);
    soon_.setInterval(stored_after);
    connect(&soon_, &QTimer::timeout, this, &StateStore::store);
    const auto later = [this] { soon_.start(); };
    connect(&session, &Session::style_changed, this, later);
    connect(&session, &Session::camera_changed, this, later);
    connect(&layout, &DockLayout::changed, this, later);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, [this, &window] {
        if (window.isVisible()) store();
    });
}

void StateStore::store() const {
    store_view(session_);
    layout_.store();
}

}  // namespace epochscope::app
