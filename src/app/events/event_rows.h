#pragma once

#include "app/events/event_watcher.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace epochscope::app {

/// What the table lists, by index: the events of samples, then the alerts of the run.
struct ListedEvents {
    /// Either may be null.
    std::shared_ptr<const FoundEvents> found;
    std::shared_ptr<const FoundHealth> health;

    /// Of how many samples.
    [[nodiscard]] std::size_t of_samples() const { return found ? found->events.size() : 0; }
    [[nodiscard]] std::size_t size() const {
        return of_samples() + (health ? health->alerts.size() : 0);
    }
    /// Null if it is of a sample.
    [[nodiscard]] const HealthAlert* alert(std::size_t index) const {
        return index < of_samples() ? nullptr : &health->alerts[index - of_samples()];
    }
    [[nodiscard]] EventKind kind(std::size_t index) const {
        return index < of_samples() ? found->events.kinds[index] : EventKind::alert;
    }
    /// The index of the epoch.
    [[nodiscard]] std::size_t epoch(std::size_t index) const {
        return index < of_samples() ? found->events.epochs[index] : health->epoch_of(*alert(index));
    }
    /// Nothing for an alert.
    [[nodiscard]] std::optional<std::size_t> sample(std::size_t index) const {
        if (index >= of_samples()) return std::nullopt;
        return found->events.samples[index];
    }
    [[nodiscard]] float amount(std::size_t index) const {
        return index < of_samples() ? found->events.amounts[index] : 0;
    }
};

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
    ListedEvents listed;
    ShownKinds kinds{true, true, true, true, true, true};
    /// Only of these samples, in rising order; nothing: of all.
    std::optional<std::vector<std::size_t>> samples;
    EventFilter filter;
    EventColumn column = EventColumn::epoch;
    bool descending = false;
};

/// The indices of these events in this order; ties are alerts, then in the order of epochs, kinds
/// and samples. `what` orders by kind, then flips by the classes before and after, others by
/// amount. O(n log n). Throws Cancelled.
std::vector<std::uint32_t> event_rows(const EventOrder& order, const std::stop_token& stop);

}  // namespace epochscope::app
