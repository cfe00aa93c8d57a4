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

bool passes(const EventFilter& filter, const ListedEvents& listed, std::size_t event) {
    if (filter.epoch && listed.epoch(event) != *filter.epoch) return false;
    if (!filter.from && !filter.to) return true;
    if (listed.kind(event) != EventKind::flip) return false;
    const Flip flip = flip_at(*listed.found, event);
    const auto leads = [&filter](std::int32_t from, std::int32_t to) {
        return from == filter.from.value_or(from) && to == filter.to.value_or(to);
    };
    return leads(flip.from, flip.to) || (filter.both_ways && leads(flip.to, flip.from));
}

bool is_listed(const EventOrder& order, std::size_t event) {
    if (!order.kinds[static_cast<std::size_t>(order.listed.kind(event))]) return false;
    if (!passes(order.filter, order.listed, event)) return false;
    if (!order.samples) return true;
    const auto sample = order.listed.sample(event);
    return sample && std::binary_search(order.samples->begin(), order.samples->end(), *sample);
}

/// Alerts, then events of samples, each by epoch.
std::vector<std::uint32_t> listed_rows(const EventOrder& order, const std::stop_token& stop) {
    constexpr std::size_t between_looks = 1U << 16U;
    const std::size_t of_samples = order.listed.of_samples();
    std::vector<std::uint32_t> rows;
    const auto add = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (i % between_looks == 0 && stop.stop_requested()) throw Cancelled();
            if (is_listed(order, i)) rows.push_back(static_cast<std::uint32_t>(i));
        }
    };
    add(of_samples, order.listed.size());
    add(0, of_samples);
    return rows;
}

}  // namespace

std::vector<std::uint32_t> event_rows(const EventOrder& order, const std::stop_token& stop) {
    const ListedEvents& listed = order.listed;
    std::vector<std::uint32_t> rows = listed_rows(order, stop);
    switch (order.column) {
        case EventColumn::epoch:
            // Without alerts they are in this order.
            if (order.descending || (!rows.empty() && listed.alert(rows.front()) != nullptr))
                sort_by(rows, order.descending, [&](std::uint32_t i) { return listed.epoch(i); });
            break;
        case EventColumn::sample:
            sort_by(rows, order.descending, [&](std::uint32_t i) { return listed.sample(i); });
            break;
        case EventColumn::kind:
            sort_by(rows, order.descending, [&](std::uint32_t i) { return listed.kind(i); });
            break;
        case EventColumn::what:
            sort_by(rows, order.descending, [&](std::uint32_t i) {
                const bool flips = listed.kind(i) == EventKind::flip;
                const Flip flip = flips ? flip_at(*listed.found, i) : Flip{};
                return std::tuple(listed.kind(i), flip.from, flip.to, std::abs(listed.amount(i)));
            });
            break;
    }
    return rows;
}

}  // namespace epochscope::app
