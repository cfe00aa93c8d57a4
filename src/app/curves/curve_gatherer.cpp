#include "app/curves/curve_gatherer.h"

#include "app/curves/computed_curves.h"
#include "app/messages/message_words.h"
#include "app/session/session.h"

#include <epochscope/model/error.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

namespace epochscope::app {
namespace {

using namespace std::chrono_literals;

/// The files of the dataset's own folder.
QStringList own_sources(const Dataset& dataset) {
    QStringList found;
    for (const std::filesystem::path& path : curves_beside(dataset.path))
        found << QString::fromStdString(path.string());
    const QString prototypes = QString::fromStdString(dataset.path + "/prototypes/signals.csv");
    if (QFileInfo::exists(prototypes)) found << prototypes;
    return found;
}

QString run_label(const QString& path, const CurveRun& run, std::size_t runs) {
    const QString name = QFileInfo(path).fileName();
    const QString own = QString::fromStdString(run.name);
    return runs == 1 || own == name ? own : QStringLiteral("%1/%2").arg(name, own);
}

}  // namespace

CurveGatherer::CurveGatherer(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      task_([this](auto outcome) { take(std::move(outcome)); },
            [this](double fraction) {
                if (working_) emit progressed(std::min(fraction, 0.99));
            }) {
    timer_.setInterval(2s);
    connect(&timer_, &QTimer::timeout, this, [this] { read(false); });
    connect(&session, &Session::dataset_changed, this, &CurveGatherer::follow_dataset);
    for (const auto changes : {&Session::epochs_changed, &Session::findings_changed})
        connect(&session, changes, this, [this] { read(false); });
}

void CurveGatherer::set_active(bool active) {
    if (active == is_active_) return;
    is_active_ = active;
    active ? timer_.start() : timer_.stop();
    if (active) read(gathered_.curves.empty());
}

void CurveGatherer::follow_dataset() {
    task_.drop();
    working_ = false;
    paths_.clear();
    read_paths_ = 0;
    gathered_ = {};
    emit changed();
    read(true);
}

void CurveGatherer::open(const QStringList& paths) {
    for (const QString& path : paths)
        if (!paths_.contains(path)) paths_ << path;
    read(true);
}

void CurveGatherer::cancel() {
    if (!working_) return;
    task_.drop();
    working_ = false;
    while (paths_.size() > read_paths_) paths_.removeLast();
    emit progressed(1);
}

void CurveGatherer::read(bool anew) {
    if (!is_active_ || !session_.dataset()) return;
    if (task_.is_running() && !anew) return;
    if (anew) {
        ++number_;
        working_ = true;
        emit progressed(0);
    }
    task_.start([this, request = Request{session_.dataset(), paths_, number_}](
                    const Job& job) -> std::optional<GatheredCurves> {
        const bool is_new = update(request, job) || request.number != memory_.number;
        memory_.number = request.number;
        return is_new ? std::optional(gather(request)) : std::nullopt;
    });
}

void CurveGatherer::take(Outcome<std::optional<GatheredCurves>> outcome) {
    if (working_) {
        working_ = false;
        read_paths_ = paths_.size();
        emit progressed(1);
    }
    if (outcome.result && !*outcome.result) return;
    gathered_ = outcome.result ? std::move(**outcome.result) : GatheredCurves{};
    if (!outcome.result) gathered_.problems << outcome.problem;
    emit changed();
}

bool CurveGatherer::update(const Request& request, const Job& job) {
    bool is_new = false;
    if (memory_.dataset != request.dataset) {
        const bool is_other = !memory_.dataset || memory_.dataset->series.labels().data() !=
                                                      request.dataset->series.labels().data();
        if (is_other) {
            const bool is_same_folder =
                memory_.dataset && memory_.dataset->path == request.dataset->path;
            if (!is_same_folder) memory_ = {};
            memory_.computed = computed_curves(*request.dataset, job.part(0, 0.5));
        }
        is_new = is_other || memory_.dataset->compared != request.dataset->compared;
        memory_.dataset = request.dataset;
    }
    const QStringList sources = own_sources(*request.dataset) + request.paths;
    const std::size_t forgotten = std::erase_if(
        memory_.followers, [&](const auto& entry) { return !sources.contains(entry.first); });
    QStringList problems;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        try {
            job.reached(0.5 + 0.5 * static_cast<double>(i) / static_cast<double>(sources.size()));
            is_new = update(sources[i], job) || is_new;
        } catch (const Error& error) {
            problems << message_words(error.what());
        }
    }
    is_new = is_new || forgotten > 0 || problems != memory_.problems;
    memory_.problems = std::move(problems);
    return is_new;
}

bool CurveGatherer::update(const QString& path, const Job& job) {
    auto found = memory_.followers.find(path);
    if (found == memory_.followers.end())
        found = memory_.followers.emplace(path, CurveFollower(path.toStdString())).first;
    return found->second.update({.progress = {}, .stop = job.stop});
}

GatheredCurves CurveGatherer::gather(const Request& request) {
    GatheredCurves result;
    result.curves = memory_.computed;
    const DockCurves compared = compared_curves(*request.dataset);
    result.curves.insert(result.curves.end(), compared.begin(), compared.end());
    result.problems = memory_.problems;
    std::vector<std::int64_t> numbers;
    numbers.reserve(request.dataset->series.epoch_count());
    for (const Epoch& epoch : request.dataset->series.epochs()) numbers.push_back(epoch.number);
    std::vector<std::string> warnings;
    const auto steps = read_epochs_at_steps(request.dataset->path, numbers.size(), warnings);
    const std::vector<double> at_steps = steps.value_or(std::vector<double>{});
    for (const auto& [path, follower] : memory_.followers) {
        const TrainingCurves read = follower.curves();
        warnings.insert(warnings.end(), read.warnings.begin(), read.warnings.end());
        for (const CurveRun& run : read.runs) {
            const QString label = run_label(path, run, read.runs.size());
            const AlignedCurves places = align_to_epochs(run, numbers, at_steps);
            if (!run.series.empty()) result.placings.push_back({label, places.rule});
            if (places.is_moved)
                result.warnings << tr("%1 counts epochs from 0 and the dataset from 1: its curves "
                                      "are moved by one epoch")
                                       .arg(label);
            for (std::size_t s = 0; s < run.series.size(); ++s)
                result.curves.push_back(std::make_shared<const DockCurve>(
                    dock_curve(label, run.series[s], places.epochs[s])));
        }
    }
    for (const std::string& warning : warnings) result.warnings << message_words(warning);
    return result;
}

}  // namespace epochscope::app
