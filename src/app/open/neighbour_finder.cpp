#include "app/open/neighbour_finder.h"

#include "app/session/session.h"
#include "app/tasks/spare_threads.h"

#include <epochscope/model/dataset.h>
#include <epochscope/opening/open_folder.h>

#include <optional>

namespace epochscope::app {
namespace {

/// As many as `epochscope project` lists.
constexpr std::size_t neighbours = 10;
/// In multiplications: a core does them in a few seconds.
constexpr double max_cost = 2e11;

/// Nothing where that would take too long.
std::optional<EpochSeries> with_feature_neighbours(const Dataset& dataset, const Job& job) {
    OpenOptions options = recording_options(dataset);
    options.heads.is_wanted = false;
    const Recording recording = open_recording(dataset.path, options, job).recording;
    const double cost = neighbour_cost(dataset.series, recording);
    if (cost == 0 || cost > max_cost) return std::nullopt;
    return with_neighbours(dataset.series, recording,
                           {.count = neighbours, .threads = spare_threads()}, job);
}

}  // namespace

NeighbourFinder::NeighbourFinder(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      task_([this](const Outcome<std::optional<EpochSeries>>& outcome) {
          if (!outcome.result) {
              emit failed(tr("Neighbours are those in the plane, since the recording cannot be "
                             "read again: %1")
                              .arg(outcome.problem));
          } else if (*outcome.result) {
              session_.set_neighbours(**outcome.result);
          }
      }) {
    for (const auto changes : {&Session::dataset_changed, &Session::epochs_changed})
        connect(&session, changes, this, &NeighbourFinder::follow_dataset);
}

void NeighbourFinder::follow_dataset() {
    task_.drop();
    const auto& dataset = session_.dataset();
    if (!dataset || !dataset->explained_variance) return;
    task_.start([dataset](const Job& job) { return with_feature_neighbours(*dataset, job); });
}

}  // namespace epochscope::app
