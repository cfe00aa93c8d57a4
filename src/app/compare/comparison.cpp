#include "app/compare/comparison.h"

#include "app/messages/message_words.h"

#include <epochscope/analysis/matched_series.h>
#include <epochscope/model/playhead.h>
#include <epochscope/opening/compare_datasets.h>
#include <epochscope/query/sample_columns.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
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
    match.second = request.second;
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

bool are_one_folder(const Dataset& a, const Dataset& b) {
    return a.path == b.path && a.projection_folder == b.projection_folder &&
           a.recording_settings == b.recording_settings;
}

}  // namespace

Comparison::Comparison(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      matching_([this](Outcome<Match> outcome) { take(std::move(outcome)); }),
      finding_([this](Outcome<Differences> outcome) { take(std::move(outcome)); },
               [this](double fraction) { emit progressed(fraction); }) {
    connect(&session, &Session::dataset_changed, this, &Comparison::follow_dataset);
    connect(&session, &Session::epochs_changed, this, &Comparison::follow_epochs);
    connect(&second_, &Session::dataset_changed, this, &Comparison::follow_second);
    connect(&second_, &Session::epochs_changed, this, &Comparison::match_again);
}

Comparison::~Comparison() = default;

bool Comparison::is_with_itself() const {
    return second() && session_.dataset() && are_one_folder(*second(), *session_.dataset());
}

void Comparison::begin(std::shared_ptr<const Dataset> second) {
    if (!session_.dataset() || !second) return;
    forget();
    // One folder is one dataset, so that epochs come to both at once.
    const bool is_itself = are_one_folder(*second, *session_.dataset());
    if (is_itself) second = session_.dataset();
    epochs_by_ = EpochPairing::number;
    pinned_.reset();
    // A plane that is the same needs no laying, and its pictures are seen side by side.
    is_laid_ = !is_itself && !has_backgrounds(*second);
    couples_ = is_itself;
    second_.set_dataset(std::move(second));
}

void Comparison::end() {
    if (!second()) return;
    forget();
    second_.set_dataset(nullptr);
}

void Comparison::forget() {
    matching_.drop();
    finding_.drop();
    match_.reset();
    fault_.clear();
    wanted_.reset();
    if (!session_.dataset()) return;
    drop_compared();
    session_.set_alone(nullptr);
}

/// And the colours by it.
void Comparison::drop_compared() {
    const auto& colouring = session_.view().colouring;
    const ColumnInfo* coloured = colouring ? session_.columns()->find(colouring->title) : nullptr;
    const bool is_coloured = coloured != nullptr && coloured->source == ColumnSource::comparison;
    if (is_coloured) session_.set_colouring(nullptr);
    session_.set_compared(nullptr);
}

void Comparison::follow_dataset() {
    if (!std::exchange(stays_, false)) return end();
    matching_.drop();
    finding_.drop();
    match_.reset();
    match_again();
}

void Comparison::follow_epochs() {
    is_with_itself() ? second_.set_epochs(session_.dataset(), session_.kept_epochs())
                     : match_again();
}

/// Another one, or the same run begun anew.
void Comparison::follow_second() {
    if (second() && pinned_) pin_at(*pinned_);
    emit second_changed();
    second() ? match_again() : emit changed();
}

/// Work that is under way ends first: epochs that come faster do not keep it from an end.
void Comparison::match_again() {
    if (!second()) return;
    matches_again_ = matching_.is_running();
    if (!matches_again_) start_matching();
}

void Comparison::start_matching() {
    matches_again_ = false;
    matching_.start([request = MatchRequest{session_.dataset(), second(), epochs_by_, is_laid_}](
                        const Job& job) { return match_of(request, job); });
    emit changed();
}

void Comparison::take(Outcome<Match> outcome) {
    const bool matches_again = std::exchange(matches_again_, false);
    if (outcome.result) {
        const auto before =
            std::exchange(match_, std::make_shared<const Match>(std::move(*outcome.result)));
        fault_.clear();
        session_.set_alone(match_->first_alone);
        if (before) go_along(before->pairs);
        if (wanted_) {
            finds_again_ = finding_.is_running();
            if (!finds_again_) start_finding();
        }
    } else if (match_) {
        fault_ = tr("%1. What is shown stays; the folder is tried again.").arg(outcome.problem);
    } else {
        const QString name = QString::fromStdString(second()->name);
        end();
        emit failed(name, outcome.problem);
        return;
    }
    emit changed();
    if (matches_again) start_matching();
}

/// From the last epoch that belonged together.
void Comparison::go_along(const SeriesPairs& before) {
    const SeriesPairs& now = match_->pairs;
    const std::size_t last = before.epochs.back().first;
    if (pinned_ || now.epochs_by != before.epochs_by || now.epochs.back().first <= last) return;
    if (session_.playhead() == static_cast<double>(last)) go_to_last();
}

void Comparison::go_to_last() {
    if (pinned_) return pin_at(std::numeric_limits<double>::infinity());
    if (match_) session_.set_playhead(static_cast<double>(match_->pairs.epochs.back().first));
}

QStringList Comparison::warnings() const {
    QStringList words;
    const auto add = [&words](const std::vector<std::string>& warnings) {
        for (const std::string& warning : warnings) words << message_words(warning);
    };
    if (!match_) return words;
    if (!fault_.isEmpty()) words << fault_;
    if (!is_with_itself()) add(match_->second->warnings);
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
    if (pinned) return pin_at(second() ? playhead() : session_.playhead());
    pinned_.reset();
    emit changed();
}

void Comparison::pin_at(double playhead) {
    if (!session_.dataset()) return;
    if (!second()) begin(session_.dataset());
    pinned_ = std::clamp(playhead, 0.0, static_cast<double>(second()->series.epoch_count() - 1));
    emit changed();
}

EpochPairing Comparison::epochs_by() const { return match_ ? match_->pairs.epochs_by : epochs_by_; }

void Comparison::set_epochs_by(EpochPairing pairing) {
    if (!second() || pairing == (matching_.is_running() ? epochs_by_ : epochs_by())) return;
    epochs_by_ = pairing;
    start_matching();
}

void Comparison::set_laid(bool laid) {
    if (!second() || laid == is_laid_) return;
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
    const Dataset& shown = *match_->second;
    wanted_ = Wanted{.epochs = {}, .other = shown.name};
    if (is_pinned()) {
        wanted_->epochs.emplace(number(first, session_.playhead()),
                                number(shown.series, playhead()));
        wanted_->other = tr("%1 (epochs %2 and %3)")
                             .arg(QString::fromStdString(wanted_->other))
                             .arg(wanted_->epochs->first)
                             .arg(wanted_->epochs->second)
                             .toStdString();
    }
    start_finding();
    emit changed();
}

void Comparison::start_finding() {
    finds_again_ = false;
    finding_.start([first = session_.dataset(), second = match_->second, wanted = *wanted_,
                    options = CompareOptions{.epochs_by = epochs_by_}](const Job& job) {
        const epochscope::Comparison none;
        DatasetComparison comparison =
            compare_datasets(*first, *second, options, CompareSpace::automatic, wanted.epochs,
                             wanted.found ? *wanted.found : none, job);
        auto compared =
            std::make_shared<const Compared>(compared_of(*first, wanted.other, comparison));
        return Differences{std::move(compared), std::make_shared<const epochscope::Comparison>(
                                                    std::move(comparison.found))};
    });
}

void Comparison::cancel_differences() {
    finding_.drop();
    wanted_.reset();
    emit changed();
}

void Comparison::take(Outcome<Differences> outcome) {
    if (!outcome.result && wanted_->is_told) {
        // A folder that is written at that moment: what was found stays.
        if (finds_again_) return start_finding();
        emit told(tr("What differs was not found again: %1").arg(outcome.problem));
        emit changed();
        return;
    }
    if (!outcome.result) {
        wanted_.reset();
        drop_compared();
        emit told(tr("What differs was not found: %1").arg(outcome.problem));
        emit changed();
        return;
    }
    session_.set_compared(std::move(outcome.result->compared));
    wanted_->found = std::move(outcome.result->found);
    const bool is_told = std::exchange(wanted_->is_told, true);
    if (finds_again_) start_finding();
    emit changed();
    if (!is_told) emit differences_found();
}

}  // namespace epochscope::app
