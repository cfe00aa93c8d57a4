#include "app/compare/comparison.h"

#include "app/messages/message_words.h"
#include "app/session/session.h"

#include <epochscope/analysis/matched_series.h>
#include <epochscope/model/playhead.h>
#include <epochscope/opening/compare_datasets.h>
#include <epochscope/query/sample_columns.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::app {
namespace {

struct MatchRequest {
    std::shared_ptr<const Dataset> first;
    std::shared_ptr<const Dataset> second;
    EpochPairing epochs_by = EpochPairing::number;
    bool is_laid = false;
};

/// All samples but these; null if that is none.
Picks others(std::size_t count, const std::vector<std::int32_t>& samples) {
    std::vector<bool> marks(count, false);
    for (const std::int32_t sample : samples) marks[static_cast<std::size_t>(sample)] = true;
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < count; ++i)
        if (!marks[i]) rest.push_back(i);
    return rest.empty() ? nullptr : std::make_shared<const PickedSamples>(count, rest);
}

/// Those that a matched series has behind the `own` of the first.
Picks behind(std::size_t own, std::size_t count) {
    if (count == own) return nullptr;
    std::vector<std::size_t> samples(count - own);
    std::iota(samples.begin(), samples.end(), own);
    return std::make_shared<const PickedSamples>(count, samples);
}

bool share_numbers(const EpochSeries& first, const EpochSeries& second) {
    return std::ranges::any_of(first.epochs(), [&second](const Epoch& epoch) {
        return second.find_epoch(epoch.number).has_value();
    });
}

/// What a canvas shows of the second. Pictures and names of samples are the first's.
std::shared_ptr<const Dataset> shown_of(const MatchRequest& request, const EpochSeries& series) {
    const Dataset& first = *request.first;
    const Dataset& second = *request.second;
    Dataset shown{series, nullptr, second.name, second.path, second.format, {}};
    shown.metadata = first.metadata;
    if (series.sample_count() == first.series.sample_count()) shown.thumbnails = first.thumbnails;
    if (!request.is_laid) shown.axes = second.axes;
    const bool is_as_it_was = series.positions(0).data() == second.series.positions(0).data() &&
                              series.classes().names == second.series.classes().names;
    if (is_as_it_was) {
        shown.preserved = second.preserved;
        shown.prototypes = second.prototypes;
    }
    return std::make_shared<const Dataset>(std::move(shown));
}

Comparison::Match match_of(const MatchRequest& request, const Job& job) {
    const EpochSeries& first = request.first->series;
    const EpochSeries& second = request.second->series;
    Comparison::Match match;
    match.pairs = pair_series(*request.first, *request.second, request.epochs_by);
    match.shares_numbers = share_numbers(first, second);
    match.is_laid = request.is_laid;
    std::optional<Similarity> placement;
    if (request.is_laid) placement = placement_onto_first(first, second, match.pairs);
    const EpochSeries series = matched_series(first, second, match.pairs, placement, job);
    match.first_alone = others(first.sample_count(), match.pairs.first);
    match.second_alone = behind(first.sample_count(), series.sample_count());
    match.dataset = shown_of(request, series);
    return match;
}

bool has_backgrounds(const Dataset& dataset) { return dataset.backgrounds || dataset.landscape; }

}  // namespace

Comparison::Comparison(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      matching_([this](Outcome<Match> outcome) { take(std::move(outcome)); }),
      finding_([this](Outcome<Compared> outcome) { take(std::move(outcome)); },
               [this](double fraction) { emit progressed(fraction); }) {
    connect(&session, &Session::dataset_changed, this, &Comparison::end);
    connect(&session, &Session::epochs_changed, this, [this] {
        if (!second_) return;
        if (is_with_itself()) second_ = session_.dataset();
        // Epochs that come faster than they are matched do not keep it from an end.
        if (matching_.is_running())
            is_behind_ = true;
        else
            start_matching();
    });
}

Comparison::~Comparison() = default;

bool Comparison::is_with_itself() const {
    return second_ && session_.dataset() && second_->path == session_.dataset()->path &&
           second_->projection_folder == session_.dataset()->projection_folder;
}

void Comparison::begin(std::shared_ptr<const Dataset> second) {
    if (!session_.dataset() || !second) return;
    forget();
    second_ = std::move(second);
    epochs_by_ = EpochPairing::number;
    pinned_.reset();
    // A plane that is the same needs no laying, and its pictures are seen side by side.
    is_laid_ = !is_with_itself() && !has_backgrounds(*second_);
    couples_ = is_with_itself();
    emit second_changed();
    start_matching();
}

void Comparison::end() {
    if (!second_) return;
    forget();
    second_.reset();
    emit second_changed();
    emit changed();
}

void Comparison::forget() {
    matching_.drop();
    finding_.drop();
    match_.reset();
    if (!session_.dataset()) return;
    const auto& colouring = session_.view().colouring;
    const ColumnInfo* coloured = colouring ? session_.columns()->find(colouring->title) : nullptr;
    const bool is_coloured = coloured != nullptr && coloured->source == ColumnSource::comparison;
    if (is_coloured) session_.set_colouring(nullptr);
    session_.set_compared(nullptr);
    session_.set_alone(nullptr);
}

void Comparison::start_matching() {
    is_behind_ = false;
    matching_.start([request = MatchRequest{session_.dataset(), second_, epochs_by_, is_laid_}](
                        const Job& job) { return match_of(request, job); });
    emit changed();
}

void Comparison::take(Outcome<Match> outcome) {
    if (!outcome.result) {
        const QString name = QString::fromStdString(second_->name);
        end();
        emit failed(name, outcome.problem);
        return;
    }
    match_ = std::make_shared<const Match>(std::move(*outcome.result));
    session_.set_alone(match_->first_alone);
    emit changed();
    if (is_behind_) start_matching();
}

QStringList Comparison::warnings() const {
    QStringList words;
    const auto add = [&words](const std::vector<std::string>& warnings) {
        for (const std::string& warning : warnings) words << message_words(warning);
    };
    if (!match_) return words;
    if (!is_with_itself()) add(second_->warnings);
    add(match_->pairs.warnings);
    if (const auto& compared = session_.dataset()->compared) add(compared->warnings);
    return words;
}

double Comparison::playhead() const {
    if (pinned_) return *pinned_;
    return match_ ? second_playhead(match_->pairs, session_.playhead()) : session_.playhead();
}

void Comparison::set_pinned(bool pinned) {
    if (pinned == is_pinned() || !session_.dataset()) return;
    if (pinned) return pin_at(second_ ? playhead() : session_.playhead());
    pinned_.reset();
    emit changed();
}

void Comparison::pin_at(double playhead) {
    if (!session_.dataset()) return;
    if (!second_) begin(session_.dataset());
    pinned_ = std::clamp(playhead, 0.0, static_cast<double>(second_->series.epoch_count() - 1));
    emit changed();
}

EpochPairing Comparison::epochs_by() const { return match_ ? match_->pairs.epochs_by : epochs_by_; }

void Comparison::set_epochs_by(EpochPairing pairing) {
    if (!second_ || pairing == (matching_.is_running() ? epochs_by_ : epochs_by())) return;
    epochs_by_ = pairing;
    start_matching();
}

void Comparison::set_laid(bool laid) {
    if (!second_ || laid == is_laid_) return;
    is_laid_ = laid;
    start_matching();
}

void Comparison::set_cameras_coupled(bool coupled) {
    if (coupled == couples_) return;
    couples_ = coupled;
    emit changed();
}

void Comparison::set_joined(bool joined) {
    if (joined == joins_) return;
    joins_ = joined;
    emit changed();
}

void Comparison::find_differences() {
    if (!match_) return;
    const EpochSeries& first = session_.dataset()->series;
    const auto number = [](const EpochSeries& series, double playhead) {
        return series.epoch(moment_at(playhead, series.epoch_count()).reached()).number;
    };
    std::optional<std::pair<std::int64_t, std::int64_t>> epochs;
    std::string other = second_->name;
    if (is_pinned()) {
        epochs.emplace(number(first, session_.playhead()), number(second_->series, playhead()));
        other = tr("%1 (epochs %2 and %3)")
                    .arg(QString::fromStdString(other))
                    .arg(epochs->first)
                    .arg(epochs->second)
                    .toStdString();
    }
    finding_.start([first = session_.dataset(), second = second_, epochs, other,
                    options = CompareOptions{.epochs_by = epochs_by_}](const Job& job) {
        return compared_of(
            *first, other,
            compare_datasets(*first, *second, options, CompareSpace::automatic, epochs, job));
    });
    emit changed();
}

void Comparison::cancel_differences() {
    finding_.drop();
    emit changed();
}

void Comparison::take(Outcome<Compared> outcome) {
    if (!outcome.result) {
        emit told(tr("What differs was not found: %1").arg(outcome.problem));
        emit changed();
        return;
    }
    session_.set_compared(std::make_shared<const Compared>(std::move(*outcome.result)));
    emit changed();
    emit differences_found();
}

}  // namespace epochscope::app
