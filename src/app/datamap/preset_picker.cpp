#include "app/datamap/preset_picker.h"

#include "app/datamap/map_maker.h"
#include "app/session/session.h"
#include "app/widgets/number_words.h"

#include <utility>
#include <vector>

namespace epochscope::app {

QString preset_words(MapPreset preset) {
    switch (preset) {
        case MapPreset::mislabelled:
            return PresetPicker::tr("Probably mislabelled");
        case MapPreset::ambiguous:
            return PresetPicker::tr("Ambiguous");
        case MapPreset::easy:
            return PresetPicker::tr("Easy to learn");
        case MapPreset::forgotten:
            return PresetPicker::tr("Often forgotten");
        case MapPreset::never_learnt:
            return PresetPicker::tr("Never learnt");
    }
    return {};
}

QString preset_explanation(MapPreset preset) {
    switch (preset) {
        case MapPreset::mislabelled:
            return PresetPicker::tr(
                "Low confidence in the label and low variability: the model is confident in "
                "another class");
        case MapPreset::ambiguous:
            return PresetPicker::tr(
                "High variability, or a confidence that is neither high nor low");
        case MapPreset::easy:
            return PresetPicker::tr("High confidence in the label and low variability");
        case MapPreset::forgotten:
            return PresetPicker::tr(
                "Predicted correctly, then wrongly, at least the given number of times");
        case MapPreset::never_learnt:
            return PresetPicker::tr("Never predicted correctly");
    }
    return {};
}

PresetPicker::PresetPicker(Session& session, MapMaker& maker, QObject* parent)
    : QObject(parent), session_(session), maker_(maker) {
    connect(&maker, &MapMaker::changed, this, &PresetPicker::follow);
    connect(&session, &Session::dataset_changed, this, [this] { pending_.reset(); });
}

void PresetPicker::pick(MapPreset preset, int times) {
    if (!maker_.obstacle().isEmpty()) return;
    pending_ = Request{preset, times};
    maker_.retry();
    follow();
}

void PresetPicker::follow() {
    if (!pending_ || (maker_.is_working() && !maker_.mapped())) return;
    if (maker_.mapped()) return pick(*std::exchange(pending_, std::nullopt));
    if (maker_.problem().isEmpty()) return;
    pending_.reset();
    emit message(maker_.problem());
}

void PresetPicker::pick(const Request& request) {
    const EpochSeries& series = session_.dataset()->series;
    const auto all =
        samples_of(*maker_.mapped()->table, request.preset, static_cast<double>(request.times));
    const ShownSamples found = shown_of(series, session_.view(), {all.begin(), all.end()});
    const auto samples = std::make_shared<const PickedSamples>(series.sample_count(), found.shown);
    session_.pick(combined(session_.picked(), samples, session_.pick_mode()));
    const QString words =
        tr("%1: %2 picked").arg(preset_words(request.preset), number_words(found.shown.size()));
    emit message(with_left_out(words, found.hidden_count));
    emit picked(request.preset);
}

}  // namespace epochscope::app
