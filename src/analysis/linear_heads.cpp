#include <epochscope/analysis/linear_heads.h>
#include <epochscope/analysis/prepared_recording.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace epochscope {

namespace {

/// The embeddings and logits of an epoch, without samples of which either is not known.
class KnownRows {
  public:
    explicit KnownRows(const RecordedEpoch& epoch)
        : embeddings_(epoch.embeddings), logits_(epoch.logits) {
        const std::vector<std::size_t> known = known_rows(epoch);
        if (known.size() == logits_.rows()) return;
        copy(known, embeddings_, embedding_copy_);
        copy(known, logits_, logit_copy_);
    }
    KnownRows(const KnownRows&) = delete;
    KnownRows& operator=(const KnownRows&) = delete;

    [[nodiscard]] const Table& embeddings() const { return embeddings_; }
    [[nodiscard]] const Table& logits() const { return logits_; }

  private:
    static void copy(const std::vector<std::size_t>& known, Table& table,
                     std::vector<float>& copied) {
        copied.reserve(known.size() * table.columns);
        for (const std::size_t i : known)
            copied.insert(copied.end(), table.row(i).begin(), table.row(i).end());
        table.values = copied;
    }

    Table embeddings_;
    Table logits_;
    std::vector<float> embedding_copy_;
    std::vector<float> logit_copy_;
};

std::optional<FittedHead> fitted(const KnownRows& known, int threads) {
    const Table& rows = known.embeddings();
    if (rows.empty() || std::min(rows.rows(), rows.columns) > head_fit_limit) return std::nullopt;
    const auto fit = least_squares(rows, known.logits(), threads);
    if (!fit) return std::nullopt;
    return FittedHead{*fit};
}

}  // namespace

std::optional<FittedHead> head_of(const Recording& recording, std::size_t epoch, int threads) {
    const RecordedEpoch& recorded = recording.epoch(epoch);
    if (!recorded.head && recorded.logits.empty()) return std::nullopt;
    check_values(recording, epoch);
    const KnownRows known(recorded);
    std::optional<FittedHead> head;
    if (recorded.head) {
        const auto& [weight, bias] = *recorded.head;
        head = FittedHead{
            {{weight.values.begin(), weight.values.end()}, {bias.begin(), bias.end()}}, 0, true};
        if (known.logits().empty()) return head;
    } else {
        head = fitted(known, threads);
    }
    if (head)
        head->residual = residual_of(head->view(), known.embeddings(), known.logits(), threads);
    return head;
}

}  // namespace epochscope
