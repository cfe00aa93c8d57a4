#include <epochscope/model/error.h>
#include <epochscope/model/head.h>
#include <epochscope/projection/checkpointing.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <vector>

namespace epochscope {

namespace {

/// Multiplies and turns (Appleby's MurmurHash64A has the factor).
class Fingerprint {
  public:
    void add(std::uint64_t bits) { state_ = std::rotl((state_ ^ bits) * 0xC6A4A7935BD1E995U, 29); }
    template <typename T>
    void add(std::span<const T> values) {
        add(values.size());
        static_assert(sizeof(T) == 4);
        std::uint32_t pair[2];
        std::size_t i = 0;
        for (; i + 1 < values.size(); i += 2) {
            std::memcpy(pair, &values[i], sizeof(pair));
            add(pair[0] | (std::uint64_t{pair[1]} << 32U));
        }
        if (i < values.size()) add(std::bit_cast<std::uint32_t>(values[i]));
    }
    [[nodiscard]] std::uint64_t value() const { return state_ ^ (state_ >> 31U); }

  private:
    std::uint64_t state_ = 0x9E3779B97F4A7C15U;
};

/// What a head says of some samples, which tells it from another. Nothing where it fails: what is
/// learned then does not depend on it.
std::vector<float> said_by(const ClassifierHead& head, const RecordedEpoch& epoch) {
    constexpr std::size_t asked = 16;
    const std::size_t count = std::min(asked, epoch.embeddings.rows());
    std::vector<float> logits(count * head.class_count());
    try {
        head.write_logits(epoch.embeddings.values.first(count * head.dimension()), logits);
    } catch (const Error&) {
        return {};
    }
    return logits;
}

}  // namespace

std::uint64_t fingerprint_of(const Recording& recording) {
    Fingerprint fingerprint;
    for (const std::size_t size :
         {recording.sample_count(), recording.dimension(), recording.class_count()})
        fingerprint.add(size);
    fingerprint.add(recording.labels());
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        const RecordedEpoch& epoch = recording.epoch(e);
        fingerprint.add(static_cast<std::uint64_t>(epoch.number));
        fingerprint.add(epoch.embeddings.values);
        fingerprint.add(epoch.logits.values);
        if (epoch.head) {
            fingerprint.add(epoch.head->weight.values);
            fingerprint.add(epoch.head->bias);
        }
        if (epoch.module) fingerprint.add(std::span<const float>(said_by(*epoch.module, epoch)));
        recording.release(e);
    }
    return fingerprint.value();
}

}  // namespace epochscope
