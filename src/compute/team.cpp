#include <epochscope/compute/team.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cstring>

namespace epochscope {

void Parcel::add(std::span<const std::byte> bytes) {
    const std::size_t size = bytes.size();
    const auto head = std::as_bytes(std::span(&size, 1));
    bytes_.insert(bytes_.end(), head.begin(), head.end());
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
}

std::size_t Parcel::next_size() const {
    std::size_t size = 0;
    if (bytes_.size() - taken_ < sizeof(size)) return 0;
    std::memcpy(&size, bytes_.data() + taken_, sizeof(size));
    return std::min(size, bytes_.size() - taken_ - sizeof(size));
}

void Parcel::fill(std::span<std::byte> values) {
    constexpr std::size_t head = sizeof(std::size_t);
    if (bytes_.size() - taken_ < head || next_size() != values.size())
        throw Error("team", "a process handed over ", next_size(), " bytes, expected ",
                    values.size(), "; are all processes of the same version?");
    if (!values.empty()) std::memcpy(values.data(), bytes_.data() + taken_ + head, values.size());
    taken_ += head + values.size();
}

std::vector<std::size_t> Team::own(std::size_t count) const {
    std::vector<std::size_t> indices;
    for (std::size_t i = rank(); i < count; i += size()) indices.push_back(i);
    return indices;
}

std::vector<Parcel> Team::gather(Parcel own) const {
    if (ranks_) return ranks_->gather(std::move(own));
    std::vector<Parcel> all;
    all.push_back(std::move(own));
    return all;
}

std::vector<Parcel> Team::exchange(Parcel own) const {
    return ranks_ ? ranks_->exchange(std::move(own)) : gather(std::move(own));
}

namespace {

/// By rounds, in which each rank makes one piece; `bring` brings these to whoever takes them.
template <typename Bring>
void by_rounds(const Team& team, std::size_t count, const Team::Make& make, const Team::Take& take,
               const Bring& bring) {
    for (std::size_t first = 0; first < count; first += team.size()) {
        const std::size_t own = first + team.rank();
        std::vector<Parcel> made = bring(own < count ? make(own) : Parcel());
        for (std::size_t r = 0; r < made.size() && first + r < count; ++r) take(first + r, made[r]);
    }
}

}  // namespace

void Team::share_out(std::size_t count, const Make& make, const Take& take) const {
    by_rounds(*this, count, make, take, [&](Parcel own) { return gather(std::move(own)); });
}

void Team::share_out_to_all(std::size_t count, const Make& make, const Take& take) const {
    by_rounds(*this, count, make, take, [&](Parcel own) { return exchange(std::move(own)); });
}

Parcel Team::of_first(const std::function<Parcel()>& make) const {
    return std::move(exchange(is_first() ? make() : Parcel()).front());
}

}  // namespace epochscope
