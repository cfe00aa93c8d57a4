#pragma once

#include <epochscope/model/option.h>
#include <epochscope/projection/dvi.h>
#include <epochscope/projection/external.h>
#include <epochscope/projection/method.h>
#include <epochscope/projection/pca.h>
#include <epochscope/projection/spacetime.h>
#include <epochscope/projection/timevis.h>
#include <epochscope/projection/tsne.h>

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace epochscope {

/// A method of projection with its options: the list of all methods, in the order in which they are
/// offered. A method is a struct of options in a header of its own, with these functions:
///
///     MethodText about(const Options&);
///     std::vector<Option> options_of(Options&);
///     double memory_needed(const Recording&, const Options&);
///     std::optional<ProjectionWork> work_of(const Recording&, const Options&);
///     Placed placed_by(const Options&, const MethodRun&);
///
/// and a member `threads`.
using Method = std::variant<PcaOptions, TsneOptions, SpacetimeOptions, TimevisOptions, DviOptions,
                            ExternalOptions>;

/// All methods, with the default values of their options.
std::vector<Method> methods();
/// The one of that id; nothing if there is none.
std::optional<Method> find_method(std::string_view id);

MethodText about(const Method& method);
/// Bound to `method`.
std::vector<Option> options_of(Method& method);
/// The id and all options: what a folder says of how it was made, and what a checkpoint must agree
/// with.
Settings settings_of(Method method);

}  // namespace epochscope
