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

/// What is odd about a line, and yet no fault.
enum class Oddity : std::uint8_t {
    /// Probabilities that do not add up to 1.
    sum,
    /// label_probs is not what probs has for the label.
    label_probability,
    /// `correct` is not what probs say.
    correct,
    /// pred_label is not what probs say.
    prediction,
    /// The loss is no finite number.
    loss,
};

inline constexpr std::size_t oddity_count = 5;

/// One sample at one evaluation, as a line has it.
struct SignalLine {
    /// Views the line, or a text kept beside it.
    std::string_view id;
    /// Which line it is, from 0.
    std::size_t line = 0;
    std::int32_t label = 0;
    std::int32_t s_label = 0;
    /// How many probabilities or logits there are; 0 where there are none.
    std::uint32_t classes = 0;
    bool right = false;
    SampleEvaluation verdict;
    /// By Oddity.
    std::array<bool, oddity_count> odd{};
};

/// What lines have in them. Throws LineFault from read.
class LineLayout {
  public:
    LineLayout() = default;
    LineLayout(const LineLayout&) = delete;
    LineLayout& operator=(const LineLayout&) = delete;
    virtual ~LineLayout() = default;
    /// Reads the record that a line is. `numbers` is room for a list.
    virtual SignalLine read(LiteralReader& reader, std::vector<double>& numbers) const = 0;
    /// What a line should be, for a message.
    [[nodiscard]] virtual std::string_view example() const = 0;
};

/// TrustAI's lines: id, label, pred_label, noisy_label, correct, loss, probs, label_probs.
class TrustaiLayout : public LineLayout {
  public:
    SignalLine read(LiteralReader& reader, std::vector<double>& numbers) const override;
    [[nodiscard]] std::string_view example() const override {
        return "{'id': ..., 'label': ..., 'probs': [...]}";
    }
};

/// Dataset Cartography's lines of one epoch: guid, logits_epoch_<k>, gold.
class CartographyLayout : public LineLayout {
  public:
    explicit CartographyLayout(std::int64_t epoch)
        : logits_key_("logits_epoch_" + std::to_string(epoch)) {}
    SignalLine read(LiteralReader& reader, std::vector<double>& numbers) const override;
    [[nodiscard]] std::string_view example() const override {
        return R"({"guid": ..., "logits_epoch_<k>": [...], "gold": ...})";
    }

  private:
    std::string logits_key_;
};

}  // namespace epochscope
