#include "cli/started_team.h"

#include <epochscope/io/optional_library.h>
#include <epochscope/model/error.h>
#include <epochscope/mpi/mpi_interface.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

/// What a launcher calls the number of a process and how many there are.
struct Launcher {
    const char* rank;
    const char* size;
};

/// Open MPI, Slurm (of the step: a batch script has no ranks), and others that speak PMI.
constexpr std::array launchers{Launcher{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"},
                               Launcher{"SLURM_PROCID", "SLURM_STEP_NUM_TASKS"},
                               Launcher{"PMI_RANK", "PMI_SIZE"}};

std::optional<std::size_t> number_in(const char* variable) {
    const char* text = std::getenv(variable);
    if (text == nullptr) return std::nullopt;
    const std::string_view digits = text;
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

const EpochscopeMpi& mpi_library() {
    constexpr const char* library = "epochscope_mpi.so";
    const auto get = reinterpret_cast<const EpochscopeMpi* (*)()>(
        optional_library(library, "epochscope_mpi", "MPI"));
    if (get == nullptr)
        throw Error(
            "several processes were started together (mpirun, srun), and this program was built "
            "without MPI (Debian: apt install libopenmpi-dev, then build it again with "
            "-DEPOCHSCOPE_MPI=ON; the manual's page cluster.md says more)");
    const EpochscopeMpi* mpi = get();
    if (mpi == nullptr || mpi->version != epochscope_mpi_version)
        throw Error(library, "is of another version of the program");
    return *mpi;
}

class MpiTeam final : public StartedTeam {
  public:
    MpiTeam(const EpochscopeMpi& mpi, std::stop_token stop) : mpi_(mpi), stop_(std::move(stop)) {
        mpi_.join(&rank_, &size_);
    }

    [[nodiscard]] std::size_t rank() const override { return rank_; }
    [[nodiscard]] std::size_t size() const override { return size_; }
    [[nodiscard]] std::uint64_t sent() const override { return sent_; }

    std::vector<Parcel> gather(Parcel own) override {
        expect(mpi_.meet(wait()));
        if (rank_ != 0) {
            send(own);
            return {};
        }
        std::vector<Parcel> all;
        all.push_back(std::move(own));
        while (all.size() < size_) all.push_back(received_from(all.size()));
        return all;
    }

    std::vector<Parcel> exchange(Parcel own) override {
        expect(mpi_.meet(wait()));
        std::vector<Parcel> all;
        while (all.size() < size_) {
            if (all.size() == rank_)
                all.push_back(handed_round(std::move(own)));
            else
                all.push_back(handed_round_by(all.size()));
        }
        return all;
    }

    void leave() override {
        expect(mpi_.meet(wait()));
        mpi_.leave();
    }

    void abort(int code) override { mpi_.abort(code); }

  private:
    [[nodiscard]] EpochscopeMpiWait wait() const {
        const auto is_over = [](const void* stop) {
            return static_cast<const std::stop_token*>(stop)->stop_requested();
        };
        return {is_over, &stop_};
    }
    /// False where the wait for others was over.
    static void expect(bool done) {
        if (!done) throw Cancelled();
    }

    void send(const Parcel& parcel) {
        const std::uint64_t size = parcel.bytes().size();
        expect(mpi_.send(0, &size, sizeof(size), wait()));
        expect(mpi_.send(0, parcel.bytes().data(), size, wait()));
        sent_ += sizeof(size) + size;
    }

    [[nodiscard]] Parcel received_from(std::size_t other) const {
        std::uint64_t size = 0;
        expect(mpi_.receive(other, &size, sizeof(size), wait()));
        std::vector<std::byte> bytes(size);
        expect(mpi_.receive(other, bytes.data(), size, wait()));
        return Parcel(std::move(bytes));
    }

    Parcel handed_round(Parcel own) {
        std::vector<std::byte> bytes = own.bytes();
        std::uint64_t size = bytes.size();
        expect(mpi_.broadcast(rank_, &size, sizeof(size), wait()));
        expect(mpi_.broadcast(rank_, bytes.data(), size, wait()));
        sent_ += (sizeof(size) + size) * (size_ - 1);
        return own;
    }

    [[nodiscard]] Parcel handed_round_by(std::size_t other) const {
        std::uint64_t size = 0;
        expect(mpi_.broadcast(other, &size, sizeof(size), wait()));
        std::vector<std::byte> bytes(size);
        expect(mpi_.broadcast(other, bytes.data(), size, wait()));
        return Parcel(std::move(bytes));
    }

    const EpochscopeMpi& mpi_;
    std::stop_token stop_;
    std::size_t rank_ = 0;
    std::size_t size_ = 1;
    std::uint64_t sent_ = 0;
};

}  // namespace

StartedAs started_as() {
    for (const Launcher& launcher : launchers) {
        const auto rank = number_in(launcher.rank);
        const auto size = number_in(launcher.size);
        if (rank && size && *rank < *size) return {*rank, *size};
    }
    return {};
}

std::shared_ptr<StartedTeam> join_team(const StartedAs& started, const std::stop_token& stop) {
    auto team = std::make_shared<MpiTeam>(mpi_library(), stop);
    if (team->size() != started.size)
        throw Error("MPI", "finds ", team->size(), " processes, but ", started.size,
                    " were started: by the mpirun of another MPI, or by srun without --mpi=pmix");
    return team;
}

}  // namespace epochscope::cli
