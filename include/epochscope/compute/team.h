#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace epochscope {

/// Values on their way between processes of one program, taken out in the order in which they were
/// put in.
class Parcel {
  public:
    Parcel() = default;
    explicit Parcel(std::vector<std::byte> bytes) : bytes_(std::move(bytes)) {}

    [[nodiscard]] const std::vector<std::byte>& bytes() const { return bytes_; }

    template <typename T>
    void put(const std::vector<T>& values) {
        static_assert(std::is_trivially_copyable_v<T>);
        add(std::as_bytes(std::span(values)));
    }
    template <typename T>
    void put_one(const T& value) {
        static_assert(std::is_trivially_copyable_v<T>);
        add(std::as_bytes(std::span(&value, 1)));
    }
    template <typename T>
    [[nodiscard]] std::vector<T> take() {
        std::vector<T> values(next_size() / sizeof(T));
        fill(std::as_writable_bytes(std::span(values)));
        return values;
    }
    template <typename T>
    [[nodiscard]] T take_one() {
        T value{};
        fill(std::as_writable_bytes(std::span(&value, 1)));
        return value;
    }

  private:
    void add(std::span<const std::byte> bytes);
    /// In bytes; 0 at the end.
    [[nodiscard]] std::size_t next_size() const;
    /// Throws Error if what comes next is of another size.
    void fill(std::span<std::byte> values);

    std::vector<std::byte> bytes_;
    std::size_t taken_ = 0;
};

/// Processes that do one work together, counted from 0: what a Team asks of them. Each function is
/// called by all of them, in the same order, and waits for what it needs of others.
class Ranks {
  public:
    Ranks() = default;
    Ranks(const Ranks&) = delete;
    Ranks& operator=(const Ranks&) = delete;
    virtual ~Ranks() = default;

    [[nodiscard]] virtual std::size_t rank() const = 0;
    [[nodiscard]] virtual std::size_t size() const = 0;
    /// What each rank hands over, by rank: at rank 0. Nothing elsewhere.
    virtual std::vector<Parcel> gather(Parcel own) = 0;
    /// What each rank hands over, by rank: at every rank.
    virtual std::vector<Parcel> exchange(Parcel own) = 0;
    /// How many bytes this rank has sent to others.
    [[nodiscard]] virtual std::uint64_t sent() const = 0;
};

/// Who does long work: this process alone, or as one of several that share it out. Cheap to copy.
/// Whatever several find is what one would: pieces are made whole by one rank, and put together in
/// the order of their indices.
class Team {
  public:
    using Make = std::function<Parcel(std::size_t)>;
    using Take = std::function<void(std::size_t, Parcel&)>;

    /// This process alone.
    Team() = default;
    explicit Team(std::shared_ptr<Ranks> ranks) : ranks_(std::move(ranks)) {}

    [[nodiscard]] std::size_t rank() const { return ranks_ ? ranks_->rank() : 0; }
    [[nodiscard]] std::size_t size() const { return ranks_ ? ranks_->size() : 1; }
    /// Whether this is rank 0, which writes and tells how it goes.
    [[nodiscard]] bool is_first() const { return rank() == 0; }
    /// The pieces that are made here.
    [[nodiscard]] std::vector<std::size_t> own(std::size_t count) const;

    // As Ranks have them.
    [[nodiscard]] std::vector<Parcel> gather(Parcel own) const;
    [[nodiscard]] std::vector<Parcel> exchange(Parcel own) const;

    /// Calls `make` for each index below `count`, at the rank that makes it, and `take` for what it
    /// made, in the order of indices, at rank 0. No more than one piece a rank is held at once.
    void share_out(std::size_t count, const Make& make, const Take& take) const;
    /// The same with `take` at every rank.
    void share_out_to_all(std::size_t count, const Make& make, const Take& take) const;
    /// What rank 0 makes, at every rank.
    [[nodiscard]] Parcel of_first(const std::function<Parcel()>& make) const;

  private:
    std::shared_ptr<Ranks> ranks_;
};

}  // namespace epochscope
