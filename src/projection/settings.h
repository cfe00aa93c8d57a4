#pragma once

#include <epochscope/projection/dvi.h>
#include <epochscope/projection/timevis.h>

#include <map>
#include <string>

namespace epochscope {

// All that decides what a method makes of a recording, by name: the source of a folder, and what
// has to be alike to go on from a checkpoint.

std::map<std::string, std::string> settings_of(const TimevisOptions& options);
std::map<std::string, std::string> settings_of(const DviOptions& options);

}  // namespace epochscope
