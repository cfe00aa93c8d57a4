#include "app/open/run_badge.h"

#include "app/open/run_follower.h"
#include "app/widgets/swatch.h"
#include "app/widgets/time_words.h"

#include <QEvent>
#include <QPainter>
#include <QPixmap>

namespace epochscope::app {
namespace {

constexpr int side = 12;
constexpr double radius = 4;

/// A dot while the run goes on, a ring while it is silent, a square when it has ended.
QIcon sign_of(RunState state, const QPalette& palette, double ratio) {
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle(side / 2., side / 2.);
    if (state == RunState::silent) {
        painter.setPen(QPen(bad_colour(palette), 2));
        painter.drawEllipse(middle, radius - 1, radius - 1);
        return QIcon(pixmap);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(state == RunState::live ? good_colour(palette) : faint_colour(palette));
    if (state == RunState::live)
        painter.drawEllipse(middle, radius, radius);
    else
        painter.drawRect(QRectF(middle.x() - radius + 1, middle.y() - radius + 1, 2 * radius - 2,
                                2 * radius - 2));
    return QIcon(pixmap);
}

QString words_of(const RunFollower& follower) {
    switch (follower.state()) {
        case RunState::live:
            return RunBadge::tr("live");
        case RunState::silent:
            return RunBadge::tr("silent for %1").arg(time_words(follower.silence()));
        case RunState::ended:
            return RunBadge::tr("ended");
        case RunState::still:
            break;
    }
    return {};
}

QString meaning_of(const RunFollower& follower) {
    if (!follower.problem().isEmpty())
        return RunBadge::tr("%1. What is shown stays; the folder is tried again.")
            .arg(follower.problem());
    switch (follower.state()) {
        case RunState::live:
            return RunBadge::tr(
                "The folder grows: new epochs are shown as they come. At the last epoch the "
                "playhead goes along. Click to go there.");
        case RunState::silent:
            return RunBadge::tr(
                "No epoch has come for several times as long as usual, and the run has not said "
                "that it ended.");
        case RunState::ended:
            return RunBadge::tr("The run has ended: no more epochs come.");
        case RunState::still:
            break;
    }
    return {};
}

}  // namespace

RunBadge::RunBadge(const RunFollower& follower, QWidget* parent)
    : QToolButton(parent), follower_(follower) {
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({side, side});
    setFocusPolicy(Qt::TabFocus);
    connect(&follower, &RunFollower::changed, this, &RunBadge::follow);
    follow();
}

void RunBadge::follow() {
    setVisible(follower_.state() != RunState::still);
    setText(words_of(follower_));
    setIcon(sign_of(follower_.state(), palette(), devicePixelRatioF()));
    setToolTip(QStringLiteral("<qt>%1</qt>").arg(meaning_of(follower_).toHtmlEscaped()));
    setAccessibleName(text());
    setAccessibleDescription(meaning_of(follower_));
}

void RunBadge::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) follow();
}

}  // namespace epochscope::app
