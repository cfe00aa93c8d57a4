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

/// A class pair lists only flips.
struct EventFilter {
    /// The classes predicted before and after.
    std::optional<std::int32_t> from = {};
    std::optional<std::int32_t> to = {};
    /// Also flips back, from `to` to `from`.
    bool both_ways = false;
    /// The index of the epoch.
    std::optional<std::size_t> epoch = {};
    friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

/// Which events are listed, and in what order.
struct EventOrder {
    std::shared_ptr<const FoundEvents> found;
    ShownKinds kinds{true, true, true};
    /// Only of these samples, in rising order; nothing: of all.
    std::optional<std::vector<std::size_t>> samples;
    EventFilter filter;
    EventColumn column = EventColumn::epoch;
    bool descending = false;
};

/// The indices of these events in this order; ties are in the order of epochs, kinds and samples.
/// `what` orders by kind, then flips by the classes before and after, others by amount. O(n log n).
/// Throws Cancelled.
std::vector<std::uint32_t> event_rows(const EventOrder& order, const std::stop_token& stop);

}  // namespace epochscope::app
