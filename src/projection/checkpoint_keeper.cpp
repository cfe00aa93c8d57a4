#include "projection/checkpoint_keeper.h"

#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

void expect_alike(const Settings& kept, const Settings& wanted) {
    const auto value = [](const Settings& settings, const std::string& name) {
        const auto found = settings.find(name);
        return found == settings.end() ? std::string("nothing") : found->second;
    };
    // Of another method all else differs too.
    std::vector<std::string> names{"method"};
    for (const Settings* settings : {&wanted, &kept})
        for (const auto& [name, ignored] : *settings) names.push_back(name);
    for (const std::string& name : names)
        if (value(kept, name) != value(wanted, name))
            throw Error("checkpoint", "was made with ", name, " ", value(kept, name), ", expected ",
                        value(wanted, name), " as it is asked for now");
}

}  // namespace

CheckpointKeeper::CheckpointKeeper(const Checkpointing& checkpointing, const Recording& recording,
                                   Method method)
    : checkpointing_(checkpointing), goes_on_(checkpointing.from != nullptr) {
    if (!goes_on_ && !checkpointing.keep) return;
    now_.settings = settings_of(method);
    now_.recording = fingerprint_of(recording);
    if (!goes_on_) return;
    const TrainingCheckpoint& from = *checkpointing.from;
    Settings before = from.settings;
    rename_former(before, options_of(method));
    expect_alike(before, now_.settings);
    if (from.recording != now_.recording)
        throw Error("checkpoint", "was made of another recording than the one that is given");
    now_ = from;
    now_.settings = settings_of(std::move(method));
}

std::vector<TrainingPass> CheckpointKeeper::run(
    EdgeTraining& training, const Job& job, const std::function<void(const TrainingPass&)>& after) {
    if (std::exchange(goes_on_, false) && now_.training) training.go_on_from(*now_.training);
    if (!checkpointing_.keep) return training.run(job, after);
    const auto note = [&] {
        if (training.is_sound()) now_.training = training.state();
    };
    try {
        auto passes = training.run(job, after, [&](std::size_t batches) {
            const bool is_due = Clock::now() - kept_ >= checkpointing_.apart;
            // In memory once a pass, for the case that the loss is no number in the next one.
            if (is_due || batches == 0) note();
            if (is_due) keep();
        });
        note();
        return passes;
    } catch (const Cancelled&) {
        note();
        throw;
    }
}

void CheckpointKeeper::leave() {
    if (checkpointing_.keep && (now_.training || !now_.maps.empty())) keep();
}

void CheckpointKeeper::keep() {
    checkpointing_.keep(now_);
    kept_ = Clock::now();
}

}  // namespace epochscope
