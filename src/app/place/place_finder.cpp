#include "app/place/place_finder.h"

#include "app/messages/message_words.h"
#include "app/tasks/spare_threads.h"

#include <epochscope/model/error.h>
#include <epochscope/model/recording.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <utility>

namespace epochscope::app {
namespace {

/// How many samples are shown.
constexpr std::size_t nearest_shown = 10;
/// Nothing is searched while epochs go by quickly.
constexpr std::chrono::milliseconds rest(40);

/// The epoch of a recording that stands for one of a dataset. Throws Error where the two do not
/// fit.
std::size_t epoch_in(const Recording& recording, const PlaceAsked& asked, std::size_t dimension) {
    const EpochSeries& series = asked.dataset->series;
    const std::string& path = asked.dataset->recording;
    if (recording.dimension() != dimension)
        throw Error(path, "has embeddings of dimension ", recording.dimension(),
                    ", the map is of dimension ", dimension);
    const std::int64_t number = series.epoch(asked.epoch).number;
    const auto epochs = recording.epochs();
    const auto found = std::ranges::find(epochs, number, &RecordedEpoch::number);
    if (found == epochs.end()) throw Error(path, "has no epoch ", number);
    return static_cast<std::size_t>(found - epochs.begin());
}

}  // namespace

PlaceFinder::PlaceFinder(QObject* parent)
    : QObject(parent),
      worker_([this](const Request& request,
                     const std::stop_token& stop) { return answer(request, stop); },
              rest) {}

void PlaceFinder::ask(const PlaceAsked& asked) { worker_.request({asked}); }

void PlaceFinder::forget() {
    worker_.cancel();
    worker_.request({});
}

std::optional<PlaceFinder::Request> PlaceFinder::answer(const Request& request,
                                                        const std::stop_token& stop) {
    const PlaceAsked& asked = request.asked;
    if (!asked.dataset) {
        opened_.forget();
        return std::nullopt;
    }
    if (request.reading) {
        look_around(request, stop);
        return std::nullopt;
    }
    const auto& landscape = asked.dataset->landscape;
    PlaceFound found{
        asked, landscape ? landscape->reading_at(asked.epoch, asked.place) : std::nullopt, {}, {}};
    std::optional<Request> rest_of_it;
    if (found.reading && found.reading->embedding.empty()) {
        found.problem = tr("The folder has no map back to feature space.");
    } else if (found.reading && asked.dataset->recording.empty()) {
        found.problem = tr("The folder does not say which recording it was made of.");
    } else if (found.reading) {
        rest_of_it = Request{asked, found.reading};
    }
    tell(std::move(found));
    return rest_of_it;
}

void PlaceFinder::look_around(const Request& request, const std::stop_token& stop) {
    const PlaceAsked& asked = request.asked;
    PlaceFound found{asked, request.reading, {}, {}};
    try {
        const Recording& recording = opened_.open(asked.dataset->recording, *asked.dataset, stop);
        const std::vector<float>& embedding = request.reading->embedding;
        const std::size_t epoch = epoch_in(recording, asked, embedding.size());
        found.nearest = nearest_to(embedding, recording.epoch(epoch).embeddings,
                                   {.count = nearest_shown, .threads = spare_threads()},
                                   {.progress = {}, .stop = stop});
        recording.release(epoch);
        // What was cut off while it was read came as zeros.
        if (const auto fault = recording.fault()) throw Error(*fault);
    } catch (const Cancelled&) {
        return;  // Another place is asked about.
    } catch (const std::exception& error) {
        // It may be whole again when it is asked next.
        opened_.forget();
        found.nearest.reset();
        found.problem = tr("The nearest samples cannot be read from the recording: %1")
                            .arg(message_words(error.what()));
    }
    tell(std::move(found));
}

void PlaceFinder::tell(PlaceFound answer) {
    QMetaObject::invokeMethod(
        this, [this, answer = std::move(answer)] { emit found(answer); }, Qt::QueuedConnection);
}

}  // namespace epochscope::app
