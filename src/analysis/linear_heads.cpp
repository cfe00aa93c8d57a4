#include <epochscope/analysis/linear_heads.h>

#include <algorithm>

namespace epochscope {

namespace {

std::optional<FittedHead> fitted(const RecordedEpoch& epoch, int threads) {
    const Table& rows = epoch.embeddings;
    if (std::min(rows.rows(), rows.columns) > head_fit_limit) return std::nullopt;
    const auto fit = least_squares(rows, epoch.logits, threads);
    if (!fit) return std::nullopt;
    return FittedHead{*fit};
}

}  // namespace

std::optional<FittedHead> head_of(const Recording& recording, std::size_t epoch, int threads) {
    const RecordedEpoch& recorded = recording.epoch(epoch);
    if (!recorded.head && recorded.logits.empty()) return std::nullopt;
    check_values(recording, epoch);
    std::optional<FittedHead> head;
    if (recorded.head) {
        const auto& [weight, bias] = *recorded.head;
        head = FittedHead{
            {{weight.values.begin(), weight.values.end()}, {bias.begin(), bias.end()}}, 0, true};
        if (recorded.logits.empty()) return head;
    } else {
        head = fitted(recorded, threads);
    }
    if (head)
        head->residual = residual_of(head->view(), recorded.embeddings, recorded.logits, threads);
    return head;
}

}  // namespace epochscope
