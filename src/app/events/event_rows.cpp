#include "app/events/event_rows.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace epochscope::app {
namespace {

/// Sorts by a key of an event; stably, in either direction.
template <typename Key>
void sort_by(std::vector<std::uint32_t>& rows, bool descending, const Key& key) {
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return descending ? key(b) < key(a) : key(a) < key(b);
    });
}

bool passes(const EventFilter& filter, const FoundEvents& found, std::size_t event) {
    if (filter.epoch && found.events.epochs[event] != *filter.epoch) return false;
    if (!filter.from && !filter.to) return true;
    if (found.events.kinds[event] != EventKind::flip) return false;
    const Flip flip = flip_at(found, event);
    const auto leads = [&filter](std::int32_t from, std::int32_t to) {
        return from == filter.from.value_or(from) && to == filter.to.value_or(to);
    };
    return leads(flip.from, flip.to) || (filter.both_ways && leads(flip.to, flip.from));
}

bool is_listed(const EventOrder& order, std::size_t event) {
    const TrainingEvents& events = order.found->events;
    if (!order.kinds[static_cast<std::size_t>(events.kinds[event])]) return false;
    if (!passes(order.filter, *order.found, event)) return false;
    return !order.samples || std::binary_search(order.samples->begin(), order.samples->end(),
                                                std::size_t{events.samples[event]});
}

}  // namespace

std::vector<std::uint32_t> event_rows(const EventOrder& order, const std::stop_token& stop) {
    constexpr std::size_t between_looks = 1U << 16U;
    const TrainingEvents& events = order.found->events;
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i % between_looks == 0 && stop.stop_requested()) throw Cancelled();
        if (is_listed(order, i)) rows.push_back(static_cast<std::uint32_t>(i));
    }
    switch (order.column) {
        case EventColumn::epoch:
            if (order.descending)
                sort_by(rows, true, [&](std::uint32_t i) { return events.epochs[i]; });
            break;
        case EventColumn::sample:
            sort_by(rows, order.descending, [&](std::uint32_t i) { return events.samples[i]; });
            break;
        case EventColumn::kind:
            sort_by(rows, order.descending, [&](std::uint32_t i) { return events.kinds[i]; });
            break;
        case EventColumn::what:
            sort_by(rows, order.descending, [&](std::uint32_t i) {
                const bool flips = events.kinds[i] == EventKind::flip;
                const Flip flip = flips ? flip_at(*order.found, i) : Flip{};
                return std::tuple(events.kinds[i], flip.from, flip.to, std::abs(events.amounts[i]));
            });
            break;
    }
    return rows;
}

}  // namespace epochscope::app
