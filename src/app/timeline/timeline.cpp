#include "app/timeline/timeline.h"

#include "app/actions/playback_actions.h"
#include "app/events/event_watcher.h"
#include "app/events/event_words.h"
#include "app/figure/figure_file.h"
#include "app/health/health_watcher.h"
#include "app/health/health_words.h"
#include "app/messages/message_words.h"
#include "app/open/run_badge.h"
#include "app/open/run_follower.h"
#include "app/session/folder_beside.h"
#include "app/session/player.h"
#include "app/session/session.h"
#include "app/timeline/epoch_field.h"

#include <epochscope/analysis/curves.h>
#include <epochscope/model/error.h>
#include <epochscope/model/playhead.h>

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace epochscope::app {
namespace {

constexpr std::array rates{0.25, 0.5, 1.0, 2.0, 4.0, 8.0};

}  // namespace

/// Accuracy, or mean movement if there are no predictions. Reads every value of the epochs that are
/// not known and releases their memory.
Curve Timeline::curve_of(const CurveRequest& request, const std::stop_token& stop) {
    const EpochSeries& series = request.dataset->series;
    const bool accuracy = series.has_predictions();
    Curve curve{.caption = accuracy ? tr("accuracy") : tr("movement"),
                .values = {},
                .top = accuracy ? 1. : 0.};
    if (request.known.caption == curve.caption) curve = request.known;
    for (std::size_t e = curve.values.size(); e < series.epoch_count(); ++e) {
        curve.values.push_back(accuracy ? accuracy_at(series, e, stop)
                                        : mean_step_at(series, e, stop));
        if (!accuracy) curve.top = std::max(curve.top, *curve.values.back());
        if (e > 0) series.release(e - 1);
    }
    return curve;
}

Timeline::Timeline(Session& session, Player& player, EventWatcher& events,
                   const RunFollower& follower, const PlaybackActions& actions, QWidget* parent)
    : QWidget(parent),
      session_(session),
      player_(player),
      events_(events),
      track_(new Track(this)),
      rate_(new QComboBox(this)),
      epoch_(new EpochField(this)),
      last_(new QLabel(this)),
      curve_(curve_of, [this](const auto&, Curve curve) { track_->set_curve(std::move(curve)); }) {
    auto* controls = new QHBoxLayout;
    controls->addWidget(make_buttons(actions));
    controls->addSpacing(8);
    controls->addWidget(make_rate());
    controls->addStretch();
    auto* run = new RunBadge(follower, this);
    controls->addWidget(run);
    auto* label = new QLabel(tr("Epoch"), this);
    label->setBuddy(epoch_);
    controls->addWidget(label);
    controls->addWidget(epoch_);
    controls->addWidget(last_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 2);
    layout->setSpacing(2);
    layout->addLayout(controls);
    layout->addWidget(track_);

    connect(track_, &Track::scrubbed, this, [this](double playhead) {
        player_.pause();
        session_.set_playhead(playhead);
    });
    connect(track_, &Track::stepped, &player_, &Player::step);
    connect(epoch_, &EpochField::entered, this, [this](double number) {
        if (!session_.dataset()) return;
        player_.pause();
        session_.set_playhead(playhead_at_number(session_.dataset()->series, number));
    });
    connect(run, &QToolButton::clicked, this, [this] {
        player_.pause();
        session_.set_playhead(std::numeric_limits<double>::infinity());
    });
    connect(&session_, &Session::dataset_changed, this, &Timeline::show_dataset);
    connect(&session_, &Session::epochs_changed, this, &Timeline::show_epochs);
    connect(&session_, &Session::playhead_changed, this, &Timeline::show_playhead);
    connect(&session_, &Session::trust_measure_changed, this, &Timeline::show_trust);
    connect(&session_, &Session::findings_changed, this, &Timeline::show_trust);
    connect(&events, &EventWatcher::changed, this, &Timeline::show_events);
    connect(&events, &EventWatcher::shown_changed, this, &Timeline::show_events);
    connect(&events, &EventWatcher::colours_changed, this, &Timeline::show_events);
    connect(&player_, &Player::changed, this, &Timeline::show_playhead);
    auto* save = new QAction(tr("Save the timeline as a picture\u2026"), track_);
    connect(save, &QAction::triggered, this, &Timeline::ask_where);
    track_->addAction(save);
    show_dataset();
}

void Timeline::ask_where() {
    if (!session_.dataset()) return;
    const QFileDialog& dialog =
        ask_where_to_save(*this, *session_.dataset(), tr("Save the timeline as a picture"),
                          picture_filter(), QStringLiteral("-timeline.png"));
    connect(&dialog, &QFileDialog::fileSelected, this, &Timeline::save_picture_to);
}

void Timeline::save_picture_to(const QString& file) {
    try {
        track_->write_picture(file.toStdString());
        emit message(tr("Timeline written to %1").arg(QDir::toNativeSeparators(file)));
    } catch (const Error& error) {
        emit message(tr("The picture was not written: %1").arg(message_words(error.what())));
    }
}

QWidget* Timeline::make_buttons(const PlaybackActions& actions) {
    auto* buttons = new QWidget(this);
    auto* layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (QAction* action : {actions.to_start, actions.step_back, actions.play, actions.step_forward,
                            actions.to_end, actions.loop, actions.backwards}) {
        auto* button = new QToolButton(buttons);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setIconSize({20, 20});
        // Clicking leaves the keyboard where it was; Tab still gets here.
        button->setFocusPolicy(Qt::TabFocus);
        const auto name = [button, action] { button->setAccessibleName(action->toolTip()); };
        connect(action, &QAction::changed, button, name);
        name();
        if (action == actions.loop) layout->addSpacing(8);
        layout->addWidget(button);
    }
    return buttons;
}

QWidget* Timeline::make_rate() {
    for (const double rate : rates)
        rate_->addItem((rate > 1 ? tr("%1 epochs/s") : tr("%1 epoch/s")).arg(rate), rate);
    rate_->setAccessibleName(tr("Rate"));
    rate_->setToolTip(tr("How fast it plays (slower: [, faster: ])"));
    rate_->setFocusPolicy(Qt::TabFocus);
    const auto show = [this] { rate_->setCurrentIndex(rate_->findData(player_.rate())); };
    connect(&player_, &Player::changed, rate_, show);
    connect(rate_, &QComboBox::activated, this,
            [this](int index) { player_.set_rate(rate_->itemData(index).toDouble()); });
    show();
    return rate_;
}

void Timeline::show_dataset() {
    setEnabled(session_.dataset() != nullptr);
    curve_.cancel();
    track_->clear();
    if (session_.dataset()) show_epochs();
}

void Timeline::show_epochs() {
    const auto& dataset = session_.dataset();
    std::vector<std::int64_t> numbers;
    for (const Epoch& epoch : dataset->series.epochs()) numbers.push_back(epoch.number);
    last_->setText(tr("of %1").arg(numbers.back()));
    Curve known = track_->curve();
    known.values.resize(std::min(known.values.size(), session_.kept_epochs()));
    curve_.ask({dataset, std::move(known)});
    track_->set_epochs(std::move(numbers));
    show_trust();
    show_events();
    show_playhead();
}

EventTicks Timeline::alert_ticks(const FoundHealth& health) const {
    EventTicks ticks{.caption = plural_of(EventKind::alert),
                     .colour = events_.colour_of(EventKind::alert),
                     .counts = health.alert_counts()};
    for (const HealthAlert& alert : health.alerts)
        ticks.notes[health.epoch_of(alert)] << words_of(alert);
    return ticks;
}

void Timeline::show_events() {
    const auto& found = events_.found();
    std::vector<EventTicks> ticks;
    // Of another set they may be, while this one's are not there yet; of fewer epochs, too.
    const auto is_shown = [this](const auto& of) {
        return of && session_.dataset() && session_.dataset()->path == of->dataset->path;
    };
    if (is_shown(found)) {
        for (std::size_t k = 0; k < event_kinds; ++k) {
            const auto kind = static_cast<EventKind>(k);
            if (!events_.shown()[k] || !found->knows(kind)) continue;
            EventTicks& of_kind = ticks.emplace_back();
            of_kind.caption = plural_of(kind);
            of_kind.colour = events_.colour_of(kind);
            of_kind.counts.reserve(found->events.counts.size());
            for (const auto& counts : found->events.counts) of_kind.counts.push_back(counts[k]);
        }
    }
    const auto& health = events_.health().found();
    if (is_shown(health) && !health->alerts.empty() &&
        events_.shown()[static_cast<std::size_t>(EventKind::alert)])
        ticks.push_back(alert_ticks(*health));
    track_->set_events(std::move(ticks));
}

void Timeline::show_trust() {
    const auto& dataset = session_.dataset();
    const TrustCurve* curve =
        dataset && dataset->trust ? dataset->trust->curve(session_.trust_measure()) : nullptr;
    if (curve == nullptr) return track_->set_trust({});
    TrustBand band{.caption = tr("neighbours preserved"), .meaning = {}, .values = curve->values};
    if (curve->name == "trustworthiness") {
        band.caption = tr("trustworthiness");
        // That of random positions.
        band.chance = 0.5;
        band.meaning =
            tr("Whether neighbours in the projection are near in feature space: 1 if all are, "
               "about 0.5 by chance.");
    } else if (curve->name == "cross_nn") {
        band.caption = tr("neighbours at other epochs");
        band.meaning =
            tr("Of the samples of other epochs that are nearest in feature space, the fraction "
               "that are nearest in the projection (cross_nn): 1 if all are.");
    } else {
        band.meaning =
            tr("The fraction of each sample's nearest neighbours in feature space that are among "
               "its nearest in the projection (nn_pv): 1 if all are.");
    }
    track_->set_trust(std::move(band));
}

void Timeline::show_playhead() {
    if (!session_.dataset()) return;
    track_->set_playhead(session_.playhead());
    const EpochSeries& series = session_.dataset()->series;
    // Digits that run past cannot be read.
    const double playhead =
        player_.is_playing() ? std::floor(session_.playhead()) : session_.playhead();
    epoch_->set_number(epoch_number_at(series, playhead));
}

}  // namespace epochscope::app
