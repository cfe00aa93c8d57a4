#include "app/window/dock_layout.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QToolBar>

#include <algorithm>
#include <utility>

namespace epochscope::app {
namespace {

constexpr QSize first_size{1360, 860};
constexpr QSize least_size{800, 560};
/// What the frame of a window takes of the screen.
constexpr QSize frame_size{4, 40};
/// How low a dock may become, and the height of its title.
constexpr int least_height = 72;
constexpr int title_height = 24;

/// The content of a dock: as large as it wishes, and scrolled where it must be lower.
class DockContent : public QScrollArea {
  public:
    explicit DockContent(QWidget* content) {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWidget(content);
    }
    [[nodiscard]] QSize sizeHint() const override { return widget()->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override {
        const QSize least = wanted();
        return {least.width(), std::min(least.height(), least_height)};
    }
    /// The least size at which it does not scroll.
    [[nodiscard]] QSize wanted() const {
        return widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
    }
};

QSize wanted(const QDockWidget& dock) {
    const auto* content = dynamic_cast<const DockContent*>(dock.widget());
    return content != nullptr ? content->wanted() + QSize(0, title_height) : dock.minimumSizeHint();
}

}  // namespace

QDockWidget* DockLayout::add_dock(QMainWindow& window, const QString& title, const QString& name,
                                  QWidget* content, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, &window);
    dock->setObjectName(name);
    dock->setWidget(new DockContent(content));
    window.addDockWidget(area, dock);
    return dock;
}

DockLayout::DockLayout(QMainWindow& window) : QObject(&window), window_(window) {
    fitting_.setSingleShot(true);
    fitting_.setInterval(0);
    connect(&fitting_, &QTimer::timeout, this, qOverload<>(&DockLayout::fit));
}

QList<QWidget*> DockLayout::parts() const {
    QList<QWidget*> parts;
    for (auto* dock : window_.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly))
        parts << dock;
    for (auto* bar : window_.findChildren<QToolBar*>(QString(), Qt::FindDirectChildrenOnly))
        parts << bar;
    return parts;
}

void DockLayout::restore() {
    const QSettings stored;
    const QSize room = window_.screen()->availableGeometry().size() - frame_size;
    window_.setMinimumSize(least_size.boundedTo(room));
    window_.resize(first_size.boundedTo(room));
    window_.restoreGeometry(stored.value("window/geometry").toByteArray());
    layout_ = stored.value("window/layout").toByteArray();
    window_.installEventFilter(this);
    for (QWidget* part : parts()) part->installEventFilter(this);
    for (auto* dock : window_.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        connect(dock, &QDockWidget::dockLocationChanged, this, &DockLayout::changed);
        connect(dock, &QDockWidget::topLevelChanged, this, &DockLayout::changed);
    }
}

void DockLayout::store() const {
    QSettings stored;
    stored.setValue("window/geometry", window_.saveGeometry());
    if (!is_empty_) stored.setValue("window/layout", window_.saveState());
}

void DockLayout::set_empty(bool empty) {
    if (empty == is_empty_) return;
    is_empty_ = empty;
    const auto toggles = [this](bool enabled) {
        for (QWidget* part : parts()) {
            if (const auto* dock = qobject_cast<QDockWidget*>(part))
                dock->toggleViewAction()->setEnabled(enabled);
            if (const auto* bar = qobject_cast<QToolBar*>(part))
                bar->toggleViewAction()->setEnabled(enabled);
        }
    };
    toggles(!empty);
    if (empty) {
        for (QWidget* part : parts()) {
            if (part->isHidden()) continue;
            hidden_ << part;
            part->hide();
        }
        return;
    }
    for (QWidget* part : std::exchange(hidden_, {})) part->show();
    window_.restoreState(std::exchange(layout_, {}));
}

bool DockLayout::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Resize:
        case QEvent::Move:
        case QEvent::Show:
        case QEvent::Hide:
            fitting_.start();
            emit changed();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

void DockLayout::fit() {
    if (is_empty_ || !window_.isVisible()) return;
    for (const auto area :
         {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea})
        fit(area);
}

/// A column is as high as the centre beside it; a row is as wide as the window.
void DockLayout::fit(Qt::DockWidgetArea area) {
    QDockWidget* first = nullptr;
    QList<QDockWidget*> others;
    QSize needed(0, 0);
    for (auto* dock : window_.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (dock->isHidden() || dock->isFloating() || window_.dockWidgetArea(dock) != area)
            continue;
        if (first != nullptr && window_.tabifiedDockWidgets(first).contains(dock)) continue;
        needed += wanted(*dock);
        if (first == nullptr) {
            first = dock;
        } else {
            others << dock;
        }
    }
    const bool fits = area == Qt::BottomDockWidgetArea
                          ? needed.width() <= window_.width()
                          : needed.height() <= window_.centralWidget()->height();
    if (fits) return;
    for (QDockWidget* dock : others) window_.tabifyDockWidget(first, dock);
    if (!others.isEmpty()) first->raise();
}

}  // namespace epochscope::app
