#pragma once

#include <epochscope/model/learned_map.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

/// A classifier's head that may be anything: what makes logits of embeddings as they were recorded.
/// May be used from several threads. Each row is worked out by itself, so that what it becomes
/// depends on no other, but for the last bits; these are the same for the same rows.
class ClassifierHead {
  public:
    ClassifierHead() = default;
    ClassifierHead(const ClassifierHead&) = delete;
    ClassifierHead& operator=(const ClassifierHead&) = delete;
    virtual ~ClassifierHead() = default;

    /// D and C.
    [[nodiscard]] virtual std::size_t dimension() const = 0;
    [[nodiscard]] virtual std::size_t class_count() const = 0;

    /// Writes a row of C for each row of D; nobody has checked what comes out for being finite.
    /// Throws Error where it fails.
    virtual void write_logits(std::span<const float> rows, std::span<float> logits) const = 0;
    /// Writes for each row how the sum of its logits, each times its weight (rows of C), rises
    /// along each of the D dimensions. Throws Error where it fails.
    virtual void write_gradients(std::span<const float> rows, std::span<const float> weights,
                                 std::span<float> slopes) const = 0;

    /// The file that it was read from, absolute; empty where it comes from none.
    [[nodiscard]] virtual std::string file() const { return {}; }
};

/// The head of one epoch: a linear layer, about which much can be said in closed form, or a module
/// that can only be asked; or none is known.
class Head {
  public:
    Head() = default;
    /// A layer without outputs is no head.
    Head(DenseLayer layer) : linear_(std::move(layer)) {}  // NOLINT(google-explicit-constructor)
    explicit Head(std::shared_ptr<const ClassifierHead> module) : module_(std::move(module)) {}

    [[nodiscard]] bool is_known() const { return is_linear() || is_module(); }
    [[nodiscard]] bool is_linear() const { return linear_.outputs > 0; }
    [[nodiscard]] bool is_module() const { return module_ != nullptr; }
    /// Without outputs where it is not linear.
    [[nodiscard]] const DenseLayer& linear() const { return linear_; }
    /// Null where it is linear, or not known.
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
