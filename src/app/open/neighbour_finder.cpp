#include "app/open/neighbour_finder.h"

#include "app/session.h"

#include <epochscope/opening/open_folder.h>

#include <algorithm>
#include <optional>
#include <thread>

namespace epochscope::app {
namespace {

/// As many as `epochscope project` lists.
constexpr std::size_t neighbours = 10;
/// What a core does in a few seconds, in multiplications.
constexpr double bearable_cost = 2e11;

/// Nobody asked for it, so a core is left to those who did.
int threads_to_spare() {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
}

}  // namespace

NeighbourFinder::NeighbourFinder(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      worker_([this](const Wish& wish, const std::stop_token& stop) -> std::optional<Wish> {
          find(*wish, stop);
          return std::nullopt;
      }) {
    connect(&session, &Session::dataset_changed, this, &NeighbourFinder::follow_dataset);
}

void NeighbourFinder::follow_dataset() {
    worker_.drop();
    const auto& dataset = session_.dataset();
    if (dataset && dataset->explained_variance) worker_.wish(dataset);
}

void NeighbourFinder::find(const Dataset& dataset, const std::stop_token& stop) {
    try {
        const Recording recording =
            open_recording(dataset.path, {.progress = {}, .stop = stop}, {.is_wanted = false})
                .recording;
        if (neighbour_cost(recording) > bearable_cost) return;
        EpochSeries listed = with_neighbours(dataset.series, recording,
                                             {.count = neighbours, .threads = threads_to_spare()},
                                             {.progress = {}, .stop = stop});
        QMetaObject::invokeMethod(
            this, [this, listed] { session_.set_neighbours(listed); }, Qt::QueuedConnection);
    } catch (const Cancelled&) {
        return;  // Another folder is open.
    } catch (const std::exception& error) {
        const QString words = QString::fromUtf8(error.what());
        QMetaObject::invokeMethod(
            this,
            [this, words] {
                emit failed(tr("Neighbours are those in the plane, since the recording cannot be "
                               "read again: %1")
                                .arg(words));
            },
            Qt::QueuedConnection);
    }
}

}  // namespace epochscope::app
