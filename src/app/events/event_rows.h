#pragma once

#include "app/events/event_watcher.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace epochscope::app {

/// The columns of the table of events.
enum class EventColumn : std::uint8_t { epoch, sample, kind, what };

/// Which events are listed, and in what order.
struct EventOrder {
    std::shared_ptr<const FoundEvents> found;
    ShownKinds kinds{true, true, true};
    /// Of these samples only, in rising order; of all where it is nothing.
    std::optional<std::vector<std::size_t>> samples;
    EventColumn column = EventColumn::epoch;
    bool descending = false;
};

/// The indices of these events in this order; those alike stay in the order of epochs, kinds and
/// samples. Those of `what` are ordered by kind, then by how much. O(n log n). Throws Cancelled.
std::vector<std::uint32_t> event_rows(const EventOrder& order, const std::stop_token& stop);

}  // namespace epochscope::app
