#pragma once

#include <epochscope/model/option.h>
#include <epochscope/opening/project_run.h>
#include <epochscope/projection/project.h>

#include <string>
#include <utility>

namespace epochscope {

/// The `source` of a folder that a run makes of the recording of this name: see write_dataset.
/// Takes that of the projection.
inline Settings source_of(const ProjectRun& run, Projection& projection, const std::string& name) {
    Settings source = std::move(projection.source);
    if (!run.where.empty()) source["where"] = run.where;
    source.insert(
        {{"made_by", "epochscope project"}, {"from", name}, {"version", EPOCHSCOPE_VERSION}});
    return source;
}

}  // namespace epochscope
