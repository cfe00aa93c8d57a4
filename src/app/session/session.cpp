#include "app/session/session.h"

#include "app/session/background_cache.h"
#include "app/session/thumbnail_cache.h"

#include <epochscope/model/playhead.h>
#include <epochscope/opening/measure_folder.h>
#include <epochscope/query/sample_columns.h>
#include <epochscope/render/backgrounds.h>
#include <epochscope/render/contrast.h>
#include <epochscope/render/palette.h>

#include <algorithm>
#include <utility>

namespace epochscope::app {

Session::Session(QObject* parent)
    : QObject(parent),
      backgrounds_(std::make_unique<BackgroundCache>()),
      thumbnails_(std::make_unique<ThumbnailCache>()) {
    connect(backgrounds_.get(), &BackgroundCache::decoded, this, &Session::backgrounds_changed);
    connect(backgrounds_.get(), &BackgroundCache::oriented, this, &Session::take_orientation);
}

Session::~Session() = default;

void Session::set_dataset(std::shared_ptr<const Dataset> dataset) {
    emit dataset_leaves();
    dataset_ = std::move(dataset);
    columns_ = dataset_ ? std::make_shared<const SampleColumns>(dataset_) : nullptr;
    picked_.reset();
    filter_.reset();
    standing_out_.reset();
    category_standing_out_.reset();
    outstanding_.reset();
    has_other_backgrounds_ = false;
    Style style = view_.style;
    if (style.colour_by == ColourBy::column) style.colour_by = ColourBy::label;
    const bool equal_axes = view_.camera.equal_axes;
    view_ = ViewState{};
    found_origin_ = view_.background_origin;
    kept_origin_.reset();
    view_.style = style;
    class_colours_.clear();
    if (dataset_) {
        const EpochSeries& series = dataset_->series;
        view_.camera = home(series.frame(), equal_axes);
        view_.hidden.assign(series.class_count(), false);
        class_colours_ = palette_->colours(series.classes());
        view_.colours = colours_on(view_.style.canvas, class_colours_);
    }
    show_backgrounds();
    thumbnails_->set_source(dataset_ ? dataset_->thumbnails : nullptr);
    emit dataset_changed();
}

void Session::set_epochs(std::shared_ptr<const Dataset> grown, std::size_t kept) {
    const EpochSeries& before = dataset_->series;
    const bool is_at_end = view_.playhead == static_cast<double>(before.epoch_count() - 1);
    const bool is_home = view_.camera == home(before.frame(), view_.camera.equal_axes);
    const bool has_pictures = dataset_->thumbnails != nullptr;
    const double playhead = view_.playhead;
    if (has_other_backgrounds_ || dataset_->compared) {
        Dataset changed = *grown;
        if (has_other_backgrounds_) changed.backgrounds = dataset_->backgrounds;
        // Of the epochs before, until it is compared again.
        changed.compared = dataset_->compared;
        grown = std::make_shared<const Dataset>(std::move(changed));
    }
    dataset_ = std::move(grown);
    columns_ = std::make_shared<const SampleColumns>(dataset_);
    const EpochSeries& series = dataset_->series;
    if (is_at_end) view_.playhead = static_cast<double>(series.epoch_count() - 1);
    if (is_home) view_.camera = home(series.frame(), view_.camera.equal_axes);
    kept_epochs_ = kept;
    show_backgrounds(kept);
    if (!has_pictures && dataset_->thumbnails) thumbnails_->set_source(dataset_->thumbnails);
    emit epochs_changed();
    if (view_.playhead != playhead) emit playhead_changed();
}

void Session::set_backgrounds(std::shared_ptr<const BackgroundSource> backgrounds) {
    if (!dataset_) return;
    Dataset changed = *dataset_;
    changed.backgrounds = std::move(backgrounds);
    has_other_backgrounds_ = true;
    kept_origin_.reset();
    dataset_ = std::make_shared<const Dataset>(std::move(changed));
    show_backgrounds();
    found_origin_ = view_.background_origin;
    emit backgrounds_changed();
}

std::size_t Session::landscape_steps() const {
    return dataset_ && shows_between(*dataset_, view_.style) ? 8 : 1;
}

/// One thread paints landscapes, since the others draw samples.
void Session::show_backgrounds(std::size_t kept) {
    if (!dataset_) return backgrounds_->set_source(nullptr, 0);
    const std::size_t epochs = dataset_->series.epoch_count();
    // Hidden backgrounds are not requested; decoded pictures stay cached.
    if (dataset_->backgrounds || !dataset_->landscape)
        return backgrounds_->set_source(dataset_->backgrounds, epochs, 1, kept);
    const Size size = live_size(*dataset_->landscape, epochs);
    const std::size_t steps = landscape_steps();
    backgrounds_->set_source(backgrounds_to_show(*dataset_, view_, size, 1, steps), epochs, steps,
                             kept);
}

void Session::repaint_landscape() {
    if (dataset_ && !dataset_->backgrounds && dataset_->landscape) show_backgrounds();
}

void Session::set_neighbours(const EpochSeries& listed) {
    if (!dataset_ || dataset_->series.labels().data() != listed.labels().data()) return;
    Dataset changed = *dataset_;
    changed.series = listed;
    dataset_ = std::make_shared<const Dataset>(std::move(changed));
    emit neighbours_changed();
}

void Session::show_teachers(std::shared_ptr<const TeacherLinks> teachers) {
    if (!dataset_ || teachers == view_.teachers) return;
    view_.teachers = std::move(teachers);
    emit teachers_changed();
}

void Session::set_findings(const Findings& findings) {
    if (!dataset_) return;
    Dataset changed = *dataset_;
    if (findings.trust) {
        changed.trust = findings.trust;
        changed.preserved = findings.preserved;
    }
    if (findings.prototypes) changed.prototypes = findings.prototypes;
    dataset_ = std::make_shared<const Dataset>(std::move(changed));
    columns_ = std::make_shared<const SampleColumns>(dataset_);
    emit findings_changed();
}

void Session::set_compared(std::shared_ptr<const Compared> compared) {
    if (!dataset_ || compared == dataset_->compared) return;
    Dataset changed = *dataset_;
    changed.compared = std::move(compared);
    dataset_ = std::make_shared<const Dataset>(std::move(changed));
    columns_ = std::make_shared<const SampleColumns>(dataset_);
    emit findings_changed();
}

void Session::set_playhead(double playhead) {
    if (!dataset_) return;
    playhead = clamp_playhead(playhead, dataset_->series.epoch_count());
    if (playhead == view_.playhead) return;
    view_.playhead = playhead;
    emit playhead_changed();
}

void Session::select(std::size_t sample) {
    if (!dataset_ || sample >= dataset_->series.sample_count()) return;
    if (view_.selection.size() == 1 && view_.selection.front() == sample) return;
    look_at(std::nullopt);
    view_.selection = {sample};
    emit selection_changed();
}

void Session::toggle(std::size_t sample) {
    if (!dataset_ || sample >= dataset_->series.sample_count()) return;
    look_at(std::nullopt);
    auto& selection = view_.selection;
    const auto found = std::find(selection.begin(), selection.end(), sample);
    if (found == selection.end()) {
        selection.push_back(sample);
    } else {
        selection.erase(found);
    }
    emit selection_changed();
}

void Session::clear_selection() {
    if (view_.selection.empty()) return;
    view_.selection.clear();
    emit selection_changed();
}

void Session::look_at(std::optional<Point> place) {
    if (!dataset_ || place == view_.place) return;
    view_.place = place;
    if (place) clear_selection();
    emit place_changed();
}

void Session::pick(Picks picked) {
    if (picked && picked->count() == 0) picked = nullptr;
    if (picked && (!dataset_ || picked->sample_count() != dataset_->series.sample_count())) return;
    if (end_stand_out()) emit style_changed();
    if (same_samples(picked, picked_)) return;
    picked_ = std::move(picked);
    view_.picked = picked_;
    emit picked_changed();
}

void Session::set_filter(Picks filter) {
    if (filter && (!dataset_ || filter->sample_count() != dataset_->series.sample_count())) return;
    if (filter == filter_) return;
    filter_ = std::move(filter);
    hide_categories();
    emit filter_changed();
}

void Session::set_alone(Picks alone) {
    if (alone && (!dataset_ || alone->sample_count() != dataset_->series.sample_count())) return;
    if (same_samples(alone, view_.alone)) return;
    view_.alone = std::move(alone);
    emit style_changed();
}

void Session::set_colouring(std::shared_ptr<const Colouring> colouring) {
    if (colouring && (!dataset_ || colouring->codes.size() != dataset_->series.sample_count()))
        return;
    if (!colouring && !view_.colouring) return;
    end_stand_out();
    view_.style.colour_by = colouring ? ColourBy::column : ColourBy::label;
    view_.colouring = std::move(colouring);
    view_.hidden_categories.assign(categories() ? group_count(*categories()) : 0, false);
    hide_categories();
    emit style_changed();
}

const Colouring* Session::categories() const {
    const bool are_shown = view_.style.colour_by == ColourBy::column && view_.colouring &&
                           view_.colouring->is_categorical();
    return are_shown ? view_.colouring.get() : nullptr;
}

void Session::hide_categories() {
    const Colouring* colouring = categories();
    view_.filter = colouring == nullptr
                       ? filter_
                       : without_hidden(*colouring, view_.hidden_categories, filter_);
}

void Session::set_hidden_categories(std::vector<bool> hidden) {
    if (hidden == view_.hidden_categories) return;
    view_.hidden_categories = std::move(hidden);
    hide_categories();
    emit style_changed();
}

void Session::set_category_hidden(std::size_t index, bool hidden) {
    if (categories() == nullptr || index >= view_.hidden_categories.size()) return;
    std::vector<bool> changed = view_.hidden_categories;
    changed[index] = hidden;
    set_hidden_categories(std::move(changed));
}

void Session::toggle_solo_category(std::size_t index) {
    if (categories() == nullptr || index >= view_.hidden_categories.size()) return;
    std::vector<bool> solo(view_.hidden_categories.size(), true);
    solo[index] = false;
    if (view_.hidden_categories == solo) solo.assign(solo.size(), false);
    set_hidden_categories(std::move(solo));
}

void Session::show_all_categories() {
    set_hidden_categories(std::vector<bool>(view_.hidden_categories.size(), false));
}

void Session::stand_out_category(std::optional<std::size_t> index) {
    if (index == category_standing_out_ || (index && *index >= view_.hidden_categories.size()))
        return;
    end_stand_out();
    category_standing_out_ = index;
    if (index) view_.picked = samples_of_group(*view_.colouring, *index);
    emit style_changed();
}

void Session::set_pick_mode(PickMode mode) {
    if (mode == pick_mode_) return;
    pick_mode_ = mode;
    emit pick_mode_changed();
}

void Session::stand_out(std::optional<std::size_t> index) {
    if (index == standing_out_ || (index && *index >= view_.hidden.size())) return;
    end_stand_out();
    standing_out_ = index;
    if (index) view_.picked = samples_of_class(dataset_->series, *index);
    emit style_changed();
}

void Session::stand_out_samples(Picks samples) {
    if (samples && (!dataset_ || samples->sample_count() != dataset_->series.sample_count()))
        return;
    if (samples == outstanding_) return;
    end_stand_out();
    outstanding_ = std::move(samples);
    if (outstanding_) view_.picked = outstanding_;
    emit style_changed();
}

bool Session::end_stand_out() {
    if (!standing_out_ && !category_standing_out_ && !outstanding_) return false;
    standing_out_.reset();
    category_standing_out_.reset();
    outstanding_.reset();
    view_.picked = picked_;
    return true;
}

void Session::set_drag_tool(DragTool tool) {
    if (tool == drag_tool_) return;
    drag_tool_ = tool;
    emit drag_tool_changed();
}

void Session::set_camera(const Camera& camera) {
    if (camera == view_.camera) return;
    view_.camera = camera;
    emit camera_changed();
}

void Session::set_style(const Style& style) {
    if (style == view_.style) return;
    const bool other = style.landscape != view_.style.landscape ||
                       style.landscape_between != view_.style.landscape_between ||
                       style.background != view_.style.background ||
                       style.canvas != view_.style.canvas;
    const bool recoloured = style.colour_by != view_.style.colour_by;
    view_.style = style;
    view_.colours = colours_on(style.canvas, class_colours_);
    if (recoloured) hide_categories();
    if (recoloured && category_standing_out_) end_stand_out();
    if (other) repaint_landscape();
    emit style_changed();
}

void Session::set_prototype_view(const PrototypeView& view) {
    if (view == view_.prototypes) return;
    view_.prototypes = view;
    emit style_changed();
}

void Session::set_trust_measure(const std::string& name) {
    if (name == trust_measure_) return;
    trust_measure_ = name;
    emit trust_measure_changed();
}

void Session::flip_backgrounds(bool flipped) {
    kept_origin_.reset();
    set_background_origin(flipped ? opposite(found_origin_) : found_origin_);
}

/// Flipped backgrounds stay flipped.
void Session::take_orientation(Origin found) {
    if (kept_origin_) {
        found_origin_ = found;
        return;
    }
    const bool flipped = are_backgrounds_flipped();
    found_origin_ = found;
    flip_backgrounds(flipped);
}

void Session::keep_background_origin(Origin origin) {
    kept_origin_ = origin;
    set_background_origin(origin);
}

void Session::set_background_origin(Origin origin) {
    if (origin == view_.background_origin) return;
    view_.background_origin = origin;
    emit style_changed();
}

void Session::set_class_hidden(std::size_t index, bool hidden) {
    if (index >= view_.hidden.size() || view_.hidden[index] == hidden) return;
    view_.hidden[index] = hidden;
    emit style_changed();
}

void Session::toggle_solo(std::size_t index) {
    if (index >= view_.hidden.size()) return;
    std::vector<bool> solo(view_.hidden.size(), true);
    solo[index] = false;
    if (view_.hidden == solo) solo.assign(solo.size(), false);
    view_.hidden = std::move(solo);
    emit style_changed();
}

void Session::show_all_classes() {
    const std::vector<bool> none(view_.hidden.size(), false);
    if (view_.hidden == none) return;
    view_.hidden = none;
    emit style_changed();
}

void Session::set_class_colour(std::size_t index, Colour colour) {
    if (index >= view_.colours.size() || view_.colours[index] == colour) return;
    class_colours_[index] = colour;
    view_.colours = colours_on(view_.style.canvas, class_colours_);
    repaint_landscape();
    emit style_changed();
}

void Session::set_class_colours(std::vector<Colour> colours) {
    if (colours == class_colours_) return;
    class_colours_ = std::move(colours);
    for (const Palette& palette : palettes())
        if (palette.colours(dataset_->series.classes()) == class_colours_) palette_ = &palette;
    view_.colours = colours_on(view_.style.canvas, class_colours_);
    repaint_landscape();
    emit style_changed();
}

SavedView Session::saved() const {
    SavedView saved{.view = view_,
                    .standing_out = view_.picked == picked_ ? nullptr : view_.picked,
                    .find = {}};
    saved.view.colours = class_colours_;
    saved.view.picked = picked_;
    saved.view.filter = filter_;
    return saved;
}

void Session::restore(const SavedView& saved) {
    if (!dataset_) return;
    const ViewState& view = saved.view;
    if (!same_samples(view.picked, picked_)) pick(view.picked);
    if (!same_samples(view.filter, filter_)) set_filter(view.filter);
    restore_colouring(view);
    if (view.hidden.size() == view_.hidden.size() && view.hidden != view_.hidden) {
        view_.hidden = view.hidden;
        emit style_changed();
    }
    if (view.colours.size() == class_colours_.size()) set_class_colours(view.colours);
    set_prototype_view(view.prototypes);
    restore_selection(view);
    restore_stand_out(saved.standing_out);
    set_camera(view.camera);
    set_playhead(view.playhead);
}

void Session::restore_stand_out(const Picks& samples) {
    if (same_samples(samples, view_.picked == picked_ ? nullptr : view_.picked)) return;
    if (end_stand_out()) emit style_changed();
    stand_out_samples(samples);
}

void Session::restore_colouring(const ViewState& view) {
    const auto& before = view_.colouring;
    const bool same =
        view.colouring == before || (view.colouring && before && *view.colouring == *before);
    if (!same) set_colouring(view.colouring);
    Style style = view.style;
    style.canvas = view_.style.canvas;
    style.ink = view_.style.ink;
    set_style(style);
    if (view.hidden_categories.size() == view_.hidden_categories.size())
        set_hidden_categories(view.hidden_categories);
}

void Session::restore_selection(const ViewState& view) {
    const bool moved = view.place != view_.place;
    const bool selected = view.selection != view_.selection;
    view_.place = view.place;
    view_.selection = view.selection;
    if (moved) emit place_changed();
    if (selected) emit selection_changed();
}

void Session::set_palette(const Palette& palette) {
    if (&palette == palette_) return;
    palette_ = &palette;
    if (!dataset_) return;
    class_colours_ = palette.colours(dataset_->series.classes());
    view_.colours = colours_on(view_.style.canvas, class_colours_);
    repaint_landscape();
    emit style_changed();
}

}  // namespace epochscope::app
