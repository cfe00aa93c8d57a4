#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/prototypes.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace epochscope {

/// The folder that lies in a dataset's folder.
inline constexpr const char* prototypes_folder = "prototypes";

/// Reads what a dataset's folder knows of prototypes, the folder `prototypes`:
///
/// `prototypes.json`: `epochs` [E numbers], `levels` [{"clusters": K, "alpha"}], `placing` ("map"
/// or "samples"), `normalised`, `recorded`, `batch`, `negatives`, `temperature`, `seed`, `nearest`,
/// `lambda`, `weights` ("normalised", "equal", "inverse");
/// for each level the folder `<K>` of arrays: `centres` float32 [E, K, D], `assignments` int32
/// [E, N], `counts` int32 [E, K], `concentration` float32 [E, K], `places` float32 [E, K, 2],
/// `nearest` int32 and `squares` float32 [E, N, L], `hinges` int32 [E, N], and
/// `multiplicities.csv`: `epoch`, then how many prototypes occur 1, 2, ... times in a batch;
/// `signals.csv`: `epoch`, then `<signal>_<K>` for each signal and level.
///
/// Null where there is no `prototypes.json`; what is broken is left out as a whole, with a warning.
/// Epochs that the series does not have are left out, and those that are missing are empty. Throws
/// Cancelled when stopped.
std::shared_ptr<const Prototypes> read_prototypes(const std::filesystem::path& folder,
                                                  const EpochSeries& series,
                                                  std::vector<std::string>& warnings,
                                                  const Job& job = {});

/// Writes the folder `prototypes` into a folder that is there and has none. Throws Error, also for
/// files behind the prototypes that have become shorter meanwhile.
void write_prototypes(const Prototypes& prototypes, const EpochSeries& series,
                      const std::filesystem::path& folder);

}  // namespace epochscope
