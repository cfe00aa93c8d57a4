#include "projection/mixed_head.h"

#include "projection/between.h"

#include <epochscope/analysis/heads.h>

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// Asks both.
class MixedHead : public ClassifierHead {
  public:
    MixedHead(std::shared_ptr<const ClassifierHead> a, std::shared_ptr<const ClassifierHead> b,
              double t)
        : a_(std::move(a)), b_(std::move(b)), t_(t) {}

    [[nodiscard]] std::size_t dimension() const override { return a_->dimension(); }
    [[nodiscard]] std::size_t class_count() const override { return a_->class_count(); }
    void write_logits(std::span<const float> rows, std::span<float> logits) const override {
        a_->write_logits(rows, logits);
        std::vector<float> others(logits.size());
        b_->write_logits(rows, others);
        mix_into(logits, others, t_);
    }
    void write_gradients(std::span<const float> rows, std::span<const float> weights,
                         std::span<float> gradients) const override {
        a_->write_gradients(rows, weights, gradients);
        std::vector<float> others(gradients.size());
        b_->write_gradients(rows, weights, others);
        mix_into(gradients, others, t_);
    }

  private:
    std::shared_ptr<const ClassifierHead> a_;
    std::shared_ptr<const ClassifierHead> b_;
    double t_;
};

}  // namespace

Head mixed_head(const Head& a, const Head& b, double t) {
    if (!a.is_linear() || !b.is_linear())
        return Head(std::make_shared<MixedHead>(asked(a), asked(b), t));
    return between(a.linear(), b.linear(), t);
}

}  // namespace epochscope
