#pragma once

#include "io/dynamics/literal_reader.h"

#include <epochscope/model/training_dynamics.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// An inconsistency of a line that is not an error.
enum class Oddity : std::uint8_t {
    /// Probabilities do not sum to 1.
    sum,
    /// label_probs differs from the label's entry of probs.
    label_probability,
    /// `correct` contradicts probs.
    correct,
    /// pred_label contradicts probs.
    prediction,
    /// The loss is not finite.
    loss,
    /// A probability or logit is not finite: the sample is not evaluated.
    outputs,
    /// The sample has no label, and so is not evaluated.
    label,
};

inline constexpr std::size_t oddity_count = 7;

/// One sample at one evaluation.
struct SignalLine {
    /// Views the line, or a stored string.
    std::string_view id;
    /// The index of the line, from 0.
    std::size_t line = 0;
    /// -1 if unknown.
    std::int32_t label = 0;
    std::int32_t s_label = 0;
    /// The number of probabilities or logits; 0 without them.
    std::uint32_t classes = 0;
    bool right = false;
    SampleEvaluation verdict;
    /// By Oddity.
    std::array<bool, oddity_count> odd{};
};

/// The layout of lines. `read` throws LineFault.
class LineLayout {
  public:
    LineLayout() = default;
    LineLayout(const LineLayout&) = delete;
    LineLayout& operator=(const LineLayout&) = delete;
    virtual ~LineLayout() = default;
    /// Reads the record of a line. `numbers` is a buffer.
    virtual SignalLine read(LiteralReader& reader, std::vector<double>& numbers) const = 0;
    /// The expected form of a line, for messages.
    [[nodiscard]] virtual std::string_view example() const = 0;
};

/// Lines of TrustAI: id, label, pred_label, noisy_label, correct, loss, probs, label_probs.
class TrustaiLayout : public LineLayout {
  public:
    SignalLine read(LiteralReader& reader, std::vector<double>& numbers) const override;
    [[nodiscard]] std::string_view example() const override {
        return "{'id': ..., 'label': ..., 'probs': [...]}";
    }
};

/// Lines of Dataset Cartography for one epoch: guid, logits_epoch_<k>, gold.
class CartographyLayout : public LineLayout {
  public:
    /// `are_probabilities`: the numbers of logits_epoch_<k> are probabilities.
    explicit CartographyLayout(std::int64_t epoch, bool are_probabilities = false)
        : logits_key_("logits_epoch_" + std::to_string(epoch)),
          are_probabilities_(are_probabilities) {}
    SignalLine read(LiteralReader& reader, std::vector<double>& numbers) const override;
    [[nodiscard]] std::string_view example() const override {
        return R"({"guid": ..., "logits_epoch_<k>": [...], "gold": ...})";
    }

  private:
    std::string logits_key_;
    bool are_probabilities_ = false;
};

}  // namespace epochscope
