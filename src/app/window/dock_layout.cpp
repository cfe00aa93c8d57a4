#include "app/window/dock_layout.h"

#include "app/widgets/window_frame.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QStyle>
#include <QTabBar>
#include <QToolBar>

#include <algorithm>
#include <utility>
#include <vector>

namespace epochscope::app {
namespace {

constexpr QSize first_size{1360, 860};
constexpr QSize least_size{800, 560};
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
        setWidget(content);
    }
    [[nodiscard]] QSize sizeHint() const override { return widget()->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override {
        const QSize least = wanted();
        const int bar = is_scrolled_ ? verticalScrollBar()->sizeHint().width() : 0;
        return {least.width() + bar, std::min(least.height(), least_height)};
    }
    /// The least size at which it does not scroll.
    [[nodiscard]] QSize wanted() const {
        return widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
    }

  protected:
    void resizeEvent(QResizeEvent* event) override {
        QScrollArea::resizeEvent(event);
        reserve_bar();
    }
    /// Content that wants more room than before gets it.
    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool done = QScrollArea::eventFilter(watched, event);
        if (watched == widget() && event->type() == QEvent::LayoutRequest && least_ != wanted()) {
            least_ = wanted();
            updateGeometry();
            reserve_bar();
        }
        return done;
    }

  private:
    /// The scroll bar takes no room from the content.
    void reserve_bar() {
        const bool scrolled = height() < wanted().height();
        if (scrolled == is_scrolled_) return;
        is_scrolled_ = scrolled;
        updateGeometry();
    }

    bool is_scrolled_ = false;
    QSize least_;
};

QSize wanted(const QDockWidget& dock) {
    const auto* content = dynamic_cast<const DockContent*>(dock.widget());
    const QSize least = dock.minimumSizeHint();
    if (content == nullptr) return least;
    return least.expandedTo(content->wanted() + QSize(0, title_height));
}

/// Docks that are tabs of each other, and the room that the largest of them needs.
struct Group {
    QDockWidget* first = nullptr;
    QSize needed;
};

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
    const QSize room = window_.screen()->availableGeometry().size() - window_frame;
    window_.setMinimumSize(least_size.boundedTo(room));
    window_.resize(first_size.boundedTo(room));
    window_.restoreGeometry(stored.value("window/geometry").toByteArray());
    fit_screen();
    layout_ = stored.value("window/layout").toByteArray();
    window_.installEventFilter(this);
    for (QWidget* part : parts()) part->installEventFilter(this);
    for (auto* dock : window_.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        connect(dock, &QDockWidget::dockLocationChanged, this, &DockLayout::changed);
        connect(dock, &QDockWidget::topLevelChanged, this, &DockLayout::changed);
        // As a tab it would be shown behind the others.
        connect(dock->toggleViewAction(), &QAction::triggered, dock, [dock](bool shown) {
            if (shown) dock->raise();
        });
    }
}

/// It may be a smaller one than when the window was closed.
void DockLayout::fit_screen() {
    if (window_.isMaximized() || window_.isFullScreen()) return;
    const QRect room = window_.screen()->availableGeometry();
    window_.resize(window_.size().boundedTo(room.size() - window_frame));
    const QPoint last = room.bottomRight() - QPoint(window_.width(), window_.height()) -
                        QPoint(window_frame.width(), window_frame.height());
    const QPoint at = window_.pos();
    if (at.x() <= last.x() && at.y() <= last.y()) return;
    window_.move(std::max(room.left(), std::min(at.x(), last.x())),
                 std::max(room.top(), std::min(at.y(), last.y())));
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
    asked_for_.clear();
}

bool DockLayout::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Resize:
        case QEvent::Move:
        case QEvent::Hide:
            fitting_.start();
            emit changed();
            break;
        case QEvent::Show:
            // Tabs are not hidden while others are seen, so that someone asked for this one.
            if (auto* dock = qobject_cast<QDockWidget*>(watched)) asked_for_ = dock;
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
    fit_columns();
    // Qt leaves a bar without tabs behind as a line; it shows a bar again that gets some.
    for (QTabBar* bar : window_.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        if (bar->count() == 0) bar->hide();
}

/// Both columns and the centre beside each other, or else the columns as tabs of one.
void DockLayout::fit_columns() {
    QDockWidget* left = nullptr;
    QList<QDockWidget*> right;
    int needed = window_.centralWidget()->minimumSizeHint().width();
    int widest = 0;
    for (auto* dock : window_.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (dock->isHidden() || dock->isFloating()) continue;
        const int width = dock->minimumSizeHint().width();
        if (window_.dockWidgetArea(dock) == Qt::LeftDockWidgetArea) {
            left = dock;
            widest = std::max(widest, width);
        } else if (window_.dockWidgetArea(dock) == Qt::RightDockWidgetArea) {
            if (right.isEmpty()) needed += width;
            right << dock;
        }
    }
    if (left == nullptr || needed + widest <= window_.width()) return;
    for (QDockWidget* dock : right) window_.tabifyDockWidget(left, dock);
    if (!right.isEmpty()) raise_one(*left);
}

/// A column is as high as the centre beside it; a row is as wide as the window.
void DockLayout::fit(Qt::DockWidgetArea area) {
    std::vector<Group> groups;
    for (auto* dock : window_.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (dock->isHidden() || dock->isFloating() || window_.dockWidgetArea(dock) != area)
            continue;
        const QList<QDockWidget*> mates = window_.tabifiedDockWidgets(dock);
        const auto own = std::ranges::find_if(
            groups, [&](const Group& group) { return mates.contains(group.first); });
        if (own == groups.end())
            groups.push_back({dock, wanted(*dock)});
        else
            own->needed = own->needed.expandedTo(wanted(*dock));
    }
    if (groups.size() < 2) return;
    const int gap = window_.style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent);
    QSize needed = QSize(gap, gap) * static_cast<int>(groups.size() - 1);
    for (const Group& group : groups) needed += group.needed;
    const bool fits = area == Qt::BottomDockWidgetArea
                          ? needed.width() <= window_.width()
                          : needed.height() <= window_.centralWidget()->height();
    if (fits) return;
    QDockWidget* first = groups.front().first;
    for (auto* dock : window_.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly))
        if (dock != first && !dock->isHidden() && !dock->isFloating() &&
            window_.dockWidgetArea(dock) == area &&
            !window_.tabifiedDockWidgets(first).contains(dock))
            window_.tabifyDockWidget(first, dock);
    raise_one(*first);
}

/// Of tabs that were put together, that which the user asked for last is seen.
void DockLayout::raise_one(QDockWidget& first) {
    const bool is_asked_for =
        asked_for_ && !asked_for_->isHidden() &&
        (asked_for_ == &first || window_.tabifiedDockWidgets(&first).contains(asked_for_));
    (is_asked_for ? *asked_for_ : first).raise();
}

}  // namespace epochscope::app
