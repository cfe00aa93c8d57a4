#pragma once

#include <epochscope/model/learned_map.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

/// A classifier's head of any kind: it makes logits of recorded embeddings. May be used from
/// several threads. The logits of a row do not depend on other rows, except for their last bits;
/// the same rows always give the same bits.
class ClassifierHead {
  public:
    ClassifierHead() = default;
    ClassifierHead(const ClassifierHead&) = delete;
    ClassifierHead& operator=(const ClassifierHead&) = delete;
    virtual ~ClassifierHead() = default;

    /// D and C.
    [[nodiscard]] virtual std::size_t dimension() const = 0;
    [[nodiscard]] virtual std::size_t class_count() const = 0;

    /// Writes a row of C for each row of D. They may not be finite. Throws Error if it fails.
    virtual void write_logits(std::span<const float> rows, std::span<float> logits) const = 0;
    /// Writes for each row the gradient, by its D features, of the sum of its logits times their
    /// weights (rows of C). Throws Error if it fails.
    virtual void write_gradients(std::span<const float> rows, std::span<const float> weights,
                                 std::span<float> gradients) const = 0;

    /// The file that it was read from, absolute; empty if there is none.
    [[nodiscard]] virtual std::string file() const { return {}; }
};

/// The head of one epoch: a linear layer, which has closed forms, or a module, which can only be
/// evaluated; or unknown.
class Head {
  public:
    Head() = default;
    /// A layer without outputs is no head.
    Head(DenseLayer layer) : linear_(std::move(layer)) {}  // NOLINT(google-explicit-constructor)
    explicit Head(std::shared_ptr<const ClassifierHead> module) : module_(std::move(module)) {}

    [[nodiscard]] bool is_known() const { return is_linear() || is_module(); }
    [[nodiscard]] bool is_linear() const { return linear_.outputs > 0; }
    [[nodiscard]] bool is_module() const { return module_ != nullptr; }
    /// Without outputs if the head is not linear.
    [[nodiscard]] const DenseLayer& linear() const { return linear_; }
    /// Null if the head is linear or unknown.
    [[nodiscard]] const std::shared_ptr<const ClassifierHead>& module() const { return module_; }

    [[nodiscard]] std::size_t class_count() const {
        return module_ ? module_->class_count() : linear_.outputs;
    }
    [[nodiscard]] std::size_t dimension() const {
        return module_ ? module_->dimension() : linear_.inputs;
    }
    friend bool operator==(const Head&, const Head&) = default;

  private:
    DenseLayer linear_;
    std::shared_ptr<const ClassifierHead> module_;
};

/// One an epoch.
using Heads = std::vector<Head>;

}  // namespace epochscope
