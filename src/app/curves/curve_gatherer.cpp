#include "app/curves/curve_gatherer.h"

#include "app/curves/computed_curves.h"
#include "app/session.h"

#include <epochscope/model/error.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

namespace epochscope::app {
namespace {

using namespace std::chrono_literals;

/// What a folder may hold of itself.
QStringList own_sources(const Dataset& dataset) {
    QStringList found;
    const QDir folder(QString::fromStdString(dataset.path));
    for (const char* name : {"curves.csv", "runs", "prototypes/signals.csv"})
        if (QFileInfo::exists(folder.filePath(QString::fromLatin1(name))))
            found << folder.filePath(QString::fromLatin1(name));
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
      worker_([this](const Wish& wish, const std::stop_token& stop) -> std::optional<Wish> {
          work(wish, stop);
          return std::nullopt;
      }) {
    timer_.setInterval(2s);
    connect(&timer_, &QTimer::timeout, this, [this] { look(false); });
    connect(&session, &Session::dataset_changed, this, &CurveGatherer::follow_dataset);
}

void CurveGatherer::set_awake(bool awake) {
    if (awake == awake_) return;
    awake_ = awake;
    awake ? timer_.start() : timer_.stop();
    if (awake) look(gathered_.curves.empty());
}

void CurveGatherer::follow_dataset() {
    worker_.drop();
    working_ = false;
    paths_.clear();
    read_paths_ = 0;
    gathered_ = {};
    emit changed();
    look(true);
}

void CurveGatherer::open(const QStringList& paths) {
    for (const QString& path : paths)
        if (!paths_.contains(path)) paths_ << path;
    look(true);
}

void CurveGatherer::cancel() {
    if (!working_) return;
    worker_.drop();
    working_ = false;
    while (paths_.size() > read_paths_) paths_.removeLast();
    emit progressed(1);
}

void CurveGatherer::look(bool anew) {
    if (!awake_ || !session_.dataset()) return;
    if (working_ && !anew) return;
    if (anew) {
        ++number_;
        working_ = true;
        emit progressed(0);
    }
    worker_.wish({session_.dataset(), paths_, number_});
}

/// On the thread.
void CurveGatherer::work(const Wish& wish, const std::stop_token& stop) {
    Job job;
    job.stop = stop;
    job.progress = [this, last = -1.0](double share) mutable {
        if (share < last + 0.01) return;
        last = share;
        QMetaObject::invokeMethod(
            this,
            [this, share] {
                if (working_) emit progressed(std::min(share, 0.99));
            },
            Qt::QueuedConnection);
    };
    std::shared_ptr<GatheredCurves> gathered;
    try {
        const bool is_new = update(wish, job) || wish.number != memory_.number;
        memory_.number = wish.number;
        if (is_new) gathered = std::make_shared<GatheredCurves>(gather(wish));
    } catch (const Cancelled&) {
        return;  // Nobody waits for it.
    } catch (const std::exception& error) {
        gathered = std::make_shared<GatheredCurves>();
        gathered->faults << QString::fromUtf8(error.what());
    }
    QMetaObject::invokeMethod(
        this, [this, wish, gathered] { take(wish, gathered); }, Qt::QueuedConnection);
}

/// Returns whether anything is new.
bool CurveGatherer::update(const Wish& wish, const Job& job) {
    bool is_new = false;
    if (memory_.dataset != wish.dataset) {
        const bool is_other = !memory_.dataset || memory_.dataset->series.labels().data() !=
                                                      wish.dataset->series.labels().data();
        if (is_other) {
            memory_ = {};
            memory_.computed = computed_curves(*wish.dataset, job.part(0, 0.5));
        }
        memory_.dataset = wish.dataset;
        is_new = is_other;
    }
    const QStringList sources = own_sources(*wish.dataset) + wish.paths;
    const std::size_t forgotten = std::erase_if(
        memory_.followers, [&](const auto& entry) { return !sources.contains(entry.first); });
    QStringList faults;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        try {
            job.reached(0.5 + 0.5 * static_cast<double>(i) / static_cast<double>(sources.size()));
            is_new = read(sources[i], job) || is_new;
        } catch (const Error& error) {
            faults << QString::fromUtf8(error.what());
        }
    }
    is_new = is_new || forgotten > 0 || faults != memory_.faults;
    memory_.faults = std::move(faults);
    return is_new;
}

bool CurveGatherer::read(const QString& path, const Job& job) {
    auto found = memory_.followers.find(path);
    if (found == memory_.followers.end())
        found = memory_.followers.emplace(path, CurveFollower(path.toStdString())).first;
    // Its progress is a part's, which may end before another's begins.
    return found->second.update({.progress = {}, .stop = job.stop});
}

GatheredCurves CurveGatherer::gather(const Wish& wish) {
    GatheredCurves result;
    result.curves = memory_.computed;
    result.faults = memory_.faults;
    std::vector<std::int64_t> numbers;
    numbers.reserve(wish.dataset->series.epoch_count());
    for (const Epoch& epoch : wish.dataset->series.epochs()) numbers.push_back(epoch.number);
    std::vector<std::string> warnings;
    const auto steps = read_epochs_at_steps(wish.dataset->path, numbers.size(), warnings);
    const std::vector<double> at_steps = steps.value_or(std::vector<double>{});
    for (const auto& [path, follower] : memory_.followers) {
        const TrainingCurves read = follower.curves();
        warnings.insert(warnings.end(), read.warnings.begin(), read.warnings.end());
        for (const CurveRun& run : read.runs) {
            const QString label = run_label(path, run, read.runs.size());
            const AlignedCurves places = align_to_epochs(run, numbers, at_steps);
            if (!run.series.empty()) result.placings.push_back({label, places.rule});
            for (std::size_t s = 0; s < run.series.size(); ++s)
                result.curves.push_back(std::make_shared<const DockCurve>(
                    dock_curve(label, run.series[s], places.epochs[s])));
        }
    }
    for (const std::string& warning : warnings) result.warnings << QString::fromStdString(warning);
    return result;
}

void CurveGatherer::take(const Wish& wish, const std::shared_ptr<GatheredCurves>& gathered) {
    if (!session_.dataset() || !session_.shows(*wish.dataset) || wish.number != number_) return;
    if (working_) {
        working_ = false;
        read_paths_ = wish.paths.size();
        emit progressed(1);
    }
    if (!gathered) return;
    gathered_ = std::move(*gathered);
    emit changed();
}

}  // namespace epochscope::app
