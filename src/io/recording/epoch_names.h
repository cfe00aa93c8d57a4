#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// What the number in the name of an epoch's folder or file counts, and whether word and number are
/// the whole name. The first takes precedence.
enum class EpochNaming : std::uint8_t { epoch, epoch_and_more, step, step_and_more, plain };

struct EpochName {
    EpochNaming naming = EpochNaming::plain;
    std::int64_t number = 0;
    /// The step that is named besides an epoch: 100 of `epoch=0-step=100`.
    std::optional<std::int64_t> step = {};
};

/// The number of an epoch in a name, in any case of letters: after the word "epoch", "ep" or "e"
/// (`epoch_1`, `epoch-01`, `Epoch1`, `E1`, `epoch=0-step=100`, `model_epoch_3`), or before it
/// (`20epochs`), else after or before "checkpoint", "ckpt", "step", "iteration" or
/// "iter" (`checkpoint-500`, `iter10k`), else the whole name (`00001`). Between word and number may
/// stand one of `_-= .`; `k` behind the number means thousands. Nothing for other names, and for
/// hidden ones, which begin with a dot.
std::optional<EpochName> epoch_name(std::string_view name);

/// A folder or file of an epoch.
struct EpochEntry {
    std::int64_t number = 0;
    std::filesystem::path path;
};

enum class EpochEntries : std::uint8_t { folders, npy_files, npz_files, tables };

/// The entries of one naming, the first that occurs, sorted by number. Without any, the folders
/// whose names differ in one number only: `model_1`, `model_2`.
struct EpochListing {
    std::vector<EpochEntry> entries;
    /// The names that have a number of another naming.
    std::vector<std::string> others;
    /// The names that are like those of epochs, but have no whole number: `epoch_best`,
    /// `epoch_1.5`.
    std::vector<std::string> unnumbered = {};
    /// Sentences about names that say their epoch in another way than usual.
    std::vector<std::string> remarks = {};
};

/// The epochs in a folder; empty if it cannot be read.
EpochListing list_epochs(const std::filesystem::path& folder,
                         EpochEntries kind = EpochEntries::folders);

/// The same, for opening. Warns of names of another naming, of those without a whole number, and
/// of what was guessed. Throws Error if two names have the same number.
std::vector<EpochEntry> epochs_in(const std::filesystem::path& folder, EpochEntries kind,
                                  std::vector<std::string>& warnings);

}  // namespace epochscope
