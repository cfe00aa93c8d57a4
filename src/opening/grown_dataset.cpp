#include "opening/listed_series.h"

#include <epochscope/compute/threads.h>
#include <epochscope/opening/grown_dataset.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

bool has_epochs_of(const EpochSeries& again, const EpochSeries& before) {
    return again.epoch_count() >= before.epoch_count() &&
           std::equal(before.epochs().begin(), before.epochs().end(), again.epochs().begin(),
                      [](const Epoch& a, const Epoch& b) { return a.number == b.number; });
}

bool has_samples_of(const EpochSeries& again, const EpochSeries& before) {
    return again.classes().names == before.classes().names &&
           std::ranges::equal(again.labels(), before.labels());
}

/// Whether samples that have ids in both have the same ones.
bool has_ids_of(const Dataset& again, const Dataset& before) {
    const Column* now = again.metadata ? again.metadata->find("id") : nullptr;
    const Column* then = before.metadata ? before.metadata->find("id") : nullptr;
    if (now == nullptr || then == nullptr) return true;
    if (now->size() != then->size() || now->is_text() != then->is_text()) return false;
    for (std::size_t i = 0; i < now->size(); ++i)
        if (now->is_text() ? now->text(i) != then->text(i) : now->words(i) != then->words(i))
            return false;
    return true;
}

/// By bytes: a sample that is absent from both is at NaN.
template <typename T>
bool are_same(std::span<const T> a, std::span<const T> b) {
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size_bytes()) == 0);
}

std::size_t count_kept(const EpochSeries& again, const EpochSeries& before, const Job& job) {
    std::size_t kept = 0;
    for (bool is_kept = true; is_kept && kept < before.epoch_count();) {
        end_if_stopped(job.stop);
        is_kept = are_same(again.epoch(kept).positions, before.epoch(kept).positions) &&
                  are_same(again.epoch(kept).predictions, before.epoch(kept).predictions);
        again.release(kept);
        before.release(kept);
        if (is_kept) ++kept;
    }
    return kept;
}

EpochColumns::Lists copied(const NeighbourLists& lists) {
    EpochColumns::Lists copy;
    copy.offsets.push_back(0);
    for (std::size_t i = 0; i < lists.size(); ++i) {
        const auto of_sample = lists[i];
        copy.samples.insert(copy.samples.end(), of_sample.begin(), of_sample.end());
        copy.offsets.push_back(copy.samples.size());
    }
    return copy;
}

/// Those of the epochs of these numbers; none of the others.
EpochSeries with_lists_of(const EpochSeries& series, const EpochSeries& before,
                          const std::set<std::int64_t>& unchanged) {
    std::vector<NearestByClass> lists(series.epoch_count());
    for (std::size_t e = 0; e < before.epoch_count(); ++e) {
        const Epoch& epoch = before.epoch(e);
        if (epoch.intra.empty() || !unchanged.contains(epoch.number)) continue;
        lists[e] = {.intra = copied(epoch.intra), .inter = copied(epoch.inter)};
    }
    return listed(series, std::move(lists));
}

}  // namespace

std::optional<GrownDataset> grown_from(const Dataset& before, Dataset again,
                                       const std::set<std::int64_t>& unchanged, const Job& job) {
    const EpochSeries& series = again.series;
    if (!has_samples_of(series, before.series) || !has_ids_of(again, before) ||
        !has_epochs_of(series, before.series))
        return std::nullopt;
    GrownDataset grown;
    grown.kept = count_kept(series, before.series, job);
    grown.is_same = grown.kept == series.epoch_count();
    if (!series.has_intra() && before.series.has_intra())
        again.series = with_lists_of(series, before.series, unchanged);
    grown.dataset = std::make_shared<const Dataset>(std::move(again));
    return grown;
}

}  // namespace epochscope
