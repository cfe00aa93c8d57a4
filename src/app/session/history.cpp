#include "app/session/history.h"

#include "app/session/background_cache.h"
#include "app/session/sample_filter.h"
#include "app/session/session.h"
#include "app/widgets/number_words.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QUndoCommand>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::History)
};

/// Changes of one kind within this time are one step, in milliseconds.
constexpr qint64 together_ms = 1000;

/// The memory for steps in bytes, of which the picks of one take nine a sample.
constexpr std::size_t budget = 200'000'000;

/// What a step changes. Those from `find` on join steps of the same kind before them.
enum class Change : std::uint8_t { other, find, colours, look, camera };

struct Difference {
    Change change = Change::other;
    QString words;
};

QString selecting(const ViewState& view) {
    const std::size_t count = view.selection.size();
    if (count == 0) return Words::tr("clearing the selection");
    return count == 1 ? Words::tr("selecting a sample")
                      : Words::tr("selecting %1 samples").arg(number_words(count));
}

QString picking(const ViewState& view) {
    const std::size_t count = view.picked ? view.picked->count() : 0;
    if (count == 0) return Words::tr("clearing the picks");
    return count == 1 ? Words::tr("picking a sample")
                      : Words::tr("picking %1 samples").arg(number_words(count));
}

bool same_colouring(const ViewState& a, const ViewState& b) {
    return a.colouring == b.colouring ||
           (a.colouring && b.colouring && *a.colouring == *b.colouring);
}

/// The theme's colours are not the user's.
bool same_style(Style a, const Style& b) {
    a.canvas = b.canvas;
    a.ink = b.ink;
    return a == b;
}

/// What differs most to the user; nothing if nothing does.
std::optional<Difference> difference(const SavedView& a, const SavedView& b) {
    const ViewState& from = a.view;
    const ViewState& to = b.view;
    if (!same_samples(from.picked, to.picked)) return Difference{Change::other, picking(to)};
    // The text says what the filter is.
    if (a.find != b.find) return Difference{Change::find, Words::tr("finding samples")};
    if (from.selection != to.selection) return Difference{Change::other, selecting(to)};
    if (from.place != to.place)
        return Difference{Change::other, Words::tr("inspecting a position")};
    if (from.hidden != to.hidden || from.hidden_categories != to.hidden_categories)
        return Difference{Change::other, Words::tr("hiding or showing classes")};
    if (!same_colouring(from, to) || from.style.colour_by != to.style.colour_by ||
        from.colours != to.colours)
        return Difference{Change::colours, Words::tr("changing colours")};
    if (!same_style(from.style, to.style) || from.prototypes != to.prototypes ||
        from.background_origin != to.background_origin)
        return Difference{Change::look, Words::tr("changing what is drawn")};
    if (from.camera != to.camera)
        return Difference{Change::camera, Words::tr("moving the picture")};
    return std::nullopt;
}

}  // namespace

class History::ViewStep : public QUndoCommand {
  public:
    ViewStep(History& history, SavedView before, SavedView after, const Difference& difference)
        : QUndoCommand(difference.words),
          history_(history),
          before_(std::move(before)),
          after_(std::move(after)),
          change_(difference.change) {
        since_.start();
    }

    void undo() override { history_.bring_back(after_, before_); }
    void redo() override {
        // It is done when it is added.
        if (std::exchange(is_new_, false)) return;
        history_.bring_back(before_, after_);
    }
    [[nodiscard]] int id() const override {
        return change_ == Change::other ? -1 : static_cast<int>(change_);
    }
    bool mergeWith(const QUndoCommand* command) override {
        const auto& next = static_cast<const ViewStep&>(*command);
        if (since_.elapsed() > together_ms) return false;
        since_.restart();
        after_ = next.after_;
        setObsolete(!difference(before_, after_));
        return true;
    }

  private:
    History& history_;
    SavedView before_;
    SavedView after_;
    Change change_;
    QElapsedTimer since_;
    bool is_new_ = true;
};

class History::OtherStep : public QUndoCommand {
  public:
    OtherStep(const QString& words, std::function<void()> undo, std::function<void()> redo)
        : QUndoCommand(words), undo_(std::move(undo)), redo_(std::move(redo)) {}

    void undo() override { undo_(); }
    void redo() override {
        if (!std::exchange(is_new_, false)) redo_();
    }

  private:
    std::function<void()> undo_;
    std::function<void()> redo_;
    bool is_new_ = true;
};

History::History(Session& session, SampleFilter& filter, QObject* parent)
    : QObject(parent), session_(session), filter_(filter) {
    for (const auto signal :
         {&Session::selection_changed, &Session::place_changed, &Session::picked_changed,
          &Session::filter_changed, &Session::camera_changed, &Session::style_changed})
        connect(&session, signal, this, &History::note_soon);
    connect(&filter, &SampleFilter::changed, this, &History::note_soon);
    connect(&session, &Session::dataset_changed, this, [this] { forget(); });
    // A camera that shows all goes along with what there is.
    connect(&session, &Session::epochs_changed, this,
            [this] { last_.view.camera = session_.view().camera; });
    // So do pictures whose orientation is found, a moment after they are there.
    connect(&session.backgrounds(), &BackgroundCache::oriented, this,
            [this] { last_.view.background_origin = session_.view().background_origin; });
    forget();
}

History::~History() = default;

SavedView History::now() const {
    SavedView saved = session_.saved();
    saved.find = filter_.text().toStdString();
    return saved;
}

void History::note_soon() {
    if (std::exchange(is_waiting_, true)) return;
    QMetaObject::invokeMethod(this, &History::note, Qt::QueuedConnection);
}

void History::note() {
    is_waiting_ = false;
    // Until what was asked for is found, the text and the filter do not fit each other.
    if (is_begun_ || !session_.dataset() || !filter_.is_settled()) return;
    SavedView view = now();
    auto found = difference(last_, view);
    if (!found) {
        words_.clear();
        last_ = std::move(view);
        return;
    }
    if (found->change == Change::camera && std::exchange(is_camera_moving_, false)) {
        last_ = std::move(view);
        return;
    }
    if (!words_.isEmpty()) found = Difference{Change::other, words_};
    words_.clear();
    auto step = std::make_unique<ViewStep>(*this, last_, view, *found);
    last_ = std::move(view);
    steps_.push(step.release());
    emit changed();
}

void History::undo() {
    if (is_begun_) end();
    note();
    steps_.undo();
}

void History::redo() {
    if (is_begun_) end();
    note();
    steps_.redo();
}

void History::begin(const QString& words) {
    if (is_begun_) end();
    note();
    words_ = words;
    is_begun_ = true;
}

void History::end() {
    if (!std::exchange(is_begun_, false)) return;
    note();
}

void History::add(const QString& words, std::function<void()> undo, std::function<void()> redo) {
    note();
    steps_.push(std::make_unique<OtherStep>(words, std::move(undo), std::move(redo)).release());
}

void History::forget(bool camera_is_moving) {
    is_begun_ = false;
    words_.clear();
    is_camera_moving_ = camera_is_moving;
    steps_.clear();
    const auto& dataset = session_.dataset();
    const std::size_t samples = dataset ? dataset->series.sample_count() : 0;
    steps_.setUndoLimit(
        static_cast<int>(std::clamp<std::size_t>(budget / (9 * samples + 1), 20, 200)));
    last_ = now();
    emit changed();
}

void History::show(const SavedView& saved) {
    filter_.set_text(QString::fromStdString(saved.find));
    session_.restore(saved);
    session_.keep_background_origin(saved.view.background_origin);
}

void History::bring_back(const SavedView& from, const SavedView& to) {
    SavedView view = to;
    view.view.playhead = session_.playhead();
    view.standing_out = session_.saved().standing_out;
    // What the step left as it was may have been found since.
    const bool is_turned = from.view.background_origin != to.view.background_origin;
    if (!is_turned) view.view.background_origin = session_.view().background_origin;
    filter_.set_text(QString::fromStdString(view.find));
    session_.restore(view);
    if (is_turned) session_.keep_background_origin(view.view.background_origin);
    last_ = std::move(view);
    emit changed();
}

}  // namespace epochscope::app
