#include "app/canvas/canvas.h"

#include "app/canvas/canvas_model.h"
#include "app/canvas/gl_view.h"
#include "app/canvas/key_brush.h"
#include "app/canvas/pointer.h"
#include "app/canvas/raster_view.h"
#include "app/canvas/session_scene.h"
#include "app/canvas/shown_pictures.h"
#include "app/session/session.h"
#include "app/tasks/post.h"
#include "app/tasks/query.h"
#include "app/widgets/number_words.h"

#include <epochscope/gl/gl_renderer.h>
#include <epochscope/model/playhead.h>
#include <epochscope/render/compose.h>
#include <epochscope/render/pick.h>

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace epochscope::app {
namespace {

/// How much a key zooms.
constexpr double zoom_step = 1.25;
/// A sample nearer to the edge, in logical pixels, is brought into view.
constexpr double view_margin = 8;
/// The pointer picks a point within so many logical pixels of its edge.
constexpr float pick_slack = 3;

Pixel pixel_of(QPointF at, double scale) {
    return {static_cast<float>(at.x() * scale), static_cast<float>(at.y() * scale)};
}

/// The renderer for a choice on this machine.
Renderer available(Renderer choice) {
    if (choice == Renderer::raster) return choice;
    const gl::Probe& found = gl::probe();
    const bool gl = choice == Renderer::gl ? found.usable : found.usable && found.hardware;
    return gl ? Renderer::gl : Renderer::raster;
}

std::unique_ptr<View> make_view(Renderer renderer, Scene& scene, QWidget* parent) {
    if (renderer == Renderer::gl) return std::make_unique<GlView>(scene, parent);
    return std::make_unique<RasterView>(scene, parent);
}

}  // namespace

struct Canvas::Impl {
    Impl(Canvas& c, CanvasModel& o)
        : canvas(c),
          model(o),
          session(o.session()),
          pictures(session.thumbnails(), [this] { changed(); }),
          scene(
              o, c, pictures, [this] { picture_changed(); }, [this] { fall_back(); }) {}

    void watch();
    void replace_view(Renderer choice);
    void fall_back();
    void changed();
    void picture_changed();
    void dataset_changed();
    [[nodiscard]] const Picture* picture_seen() const;
    [[nodiscard]] const Frame& frame_seen();
    /// Those that a canvas shows beyond are no samples of the session.
    [[nodiscard]] std::size_t session_samples() const {
        return session.dataset() ? session.dataset()->series.sample_count() : 0;
    }
    void describe();
    void zoom_about_centre(double factor);

    struct FitRequest {
        std::shared_ptr<const Dataset> dataset;
        std::vector<bool> hidden;
        Picks filter;
    };
    void fit_to(const Dataset& dataset, const Box& content);

    /// Of the constructor without a model.
    std::unique_ptr<CanvasModel> own_model;
    Canvas& canvas;
    CanvasModel& model;
    Session& session;
    ShownPictures pictures;
    SessionScene scene;
    std::unique_ptr<View> view;
    Renderer renderer = Renderer::raster;
    /// Destroyed before the view.
    std::unique_ptr<Pointer> pointer;
    std::unique_ptr<KeyBrush> keys;
    // Last: its thread ends before what it uses.
    Query<FitRequest, Box> fitting{[](const FitRequest& request, const std::stop_token& stop) {
                                       return content_box(request.dataset->series, request.hidden,
                                                          request.filter.get(), stop);
                                   },
                                   [this](const FitRequest& request, const Box& content) {
                                       fit_to(*request.dataset, content);
                                   }};
};

void Canvas::Impl::watch() {
    connect(&model, &CanvasModel::dataset_changed, &canvas, [this] { dataset_changed(); });
    connect(&model, &CanvasModel::changed, &canvas, [this] { changed(); });
    connect(&session, &Session::drag_tool_changed, &canvas, [this] { picture_changed(); });
    pointer = std::make_unique<Pointer>(canvas, model);
    keys = std::make_unique<KeyBrush>(canvas, session);
    connect(pointer.get(), &Pointer::hovered, &canvas, &Canvas::hovered);
    connect(pointer.get(), &Pointer::pointed_at, &canvas, &Canvas::pointed_at);
}

void Canvas::Impl::replace_view(Renderer choice) {
    renderer = available(choice);
    view = make_view(renderer, scene, &canvas);
    QWidget& widget = view->widget();
    // The pointer's events are the canvas's, whatever draws.
    widget.setAttribute(Qt::WA_TransparentForMouseEvents);
    canvas.layout()->addWidget(&widget);
    widget.lower();
    widget.show();
}

void Canvas::Impl::fall_back() {
    // Later: the view that failed is still painting.
    post(&canvas, [this] { canvas.set_renderer(Renderer::raster); });
}

void Canvas::Impl::changed() {
    scene.invalidate();
    view->refresh();
    describe();
}

void Canvas::Impl::picture_changed() {
    if (const Picture* picture = picture_seen()) pictures.show(picture->frame);
    if (pointer) pointer->picture_changed();
    emit canvas.picture_changed();
}

/// The picture on the screen, if it may be older than the newest frame.
const Picture* Canvas::Impl::picture_seen() const {
    const Picture* picture = view->picture();
    const bool is_ours =
        picture != nullptr && picture->request.dataset && model.shows(*picture->request.dataset);
    return is_ours ? picture : nullptr;
}

const Frame& Canvas::Impl::frame_seen() {
    const Picture* picture = picture_seen();
    return picture != nullptr ? picture->frame : scene.frame();
}

void Canvas::Impl::dataset_changed() {
    view->forget();
    pictures.forget();
    pointer->forget();
    keys->forget();
    fitting.cancel();
    changed();
}

void Canvas::Impl::describe() {
    const auto dataset = model.dataset();
    if (!dataset) {
        canvas.setAccessibleDescription(session.dataset() ? model.hint() : tr("Nothing is open"));
        return;
    }
    const double number = epoch_number_at(dataset->series, model.view().playhead);
    canvas.setAccessibleDescription(
        tr("%1: %Ln samples at epoch %2, %3 of them selected, %4 picked", nullptr,
           static_cast<int>(dataset->series.sample_count()))
            .arg(QString::fromStdString(dataset->name))
            .arg(number, 0, 'f', 2)
            .arg(number_words(session.view().selection.size()))
            .arg(number_words(session.picked_count())));
}

void Canvas::Impl::fit_to(const Dataset& dataset, const Box& content) {
    model.set_camera(fit(model.camera(), dataset.series.frame(), scene.pixel_size(), content));
}

void Canvas::Impl::zoom_about_centre(double factor) {
    const auto dataset = model.dataset();
    if (!dataset) return;
    const Size size = scene.pixel_size();
    const Pixel centre{static_cast<float>(size.width) / 2, static_cast<float>(size.height) / 2};
    model.set_camera(zoomed(model.camera(), dataset->series.frame(), size, centre, factor));
}

Canvas::Canvas(Session& session, Renderer renderer, QWidget* parent)
    : Canvas(std::make_unique<SessionCanvasModel>(session), renderer, parent) {}

Canvas::Canvas(std::unique_ptr<CanvasModel> model, Renderer renderer, QWidget* parent)
    : Canvas(*model, renderer, parent) {
    impl_->own_model = std::move(model);
}

Canvas::Canvas(CanvasModel& model, Renderer renderer, QWidget* parent)
    : QWidget(parent), impl_(std::make_unique<Impl>(*this, model)) {
    setAccessibleName(tr("Canvas"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    impl_->replace_view(renderer);
    impl_->watch();
    impl_->describe();
}

Canvas::~Canvas() = default;

Renderer Canvas::renderer() const { return impl_->renderer; }

void Canvas::set_renderer(Renderer renderer) {
    if (available(renderer) == impl_->renderer) return;
    impl_->replace_view(renderer);
    emit renderer_changed();
}

Size Canvas::pixel_size() const { return impl_->scene.pixel_size(); }

Frame Canvas::frame() const { return impl_->scene.frame(); }

QImage Canvas::grab_picture() { return impl_->view->grab_picture(); }

bool Canvas::is_settled() const { return impl_->view->is_settled(); }

bool Canvas::is_coarse() const {
    const Picture* picture = impl_->view->picture();
    return picture != nullptr && !picture->is_exact();
}

double Canvas::playhead_seen() const {
    const Picture* picture = impl_->picture_seen();
    return picture != nullptr ? picture->request.view.playhead : impl_->model.view().playhead;
}

std::optional<std::size_t> Canvas::sample_at(QPointF at) const {
    if (!impl_->model.dataset()) return std::nullopt;
    const double scale = devicePixelRatioF();
    const Frame& frame = impl_->frame_seen();
    const auto sample = pick(frame, pixel_of(at, scale),
                             frame.points.radius + pick_slack * static_cast<float>(scale));
    return sample && *sample < impl_->session_samples() ? sample : std::nullopt;
}

std::optional<QPointF> Canvas::place_of(std::size_t sample) const {
    if (!impl_->model.dataset()) return std::nullopt;
    const PointLayer& points = impl_->frame_seen().points;
    if (sample >= points.from.size() || points.is_hidden(sample)) return std::nullopt;
    const Pixel pixel = points.pixel_of(sample);
    if (!std::isfinite(pixel.x) || !std::isfinite(pixel.y)) return std::nullopt;
    return QPointF(pixel.x, pixel.y) / devicePixelRatioF();
}

std::optional<Point> Canvas::place_at(QPointF at) const {
    const auto dataset = impl_->model.dataset();
    if (!dataset || !dataset->landscape) return std::nullopt;
    const std::size_t epoch = moment_at(playhead_seen(), dataset->series.epoch_count()).reached();
    if (!dataset->landscape->is_by_model(epoch)) return std::nullopt;
    const Point place =
        impl_->frame_seen().points.mapping.to_plane(pixel_of(at, devicePixelRatioF()));
    const Box frame = dataset->series.frame();
    const bool within = place.x >= frame.min.x && place.x <= frame.max.x &&
                        place.y >= frame.min.y && place.y <= frame.max.y;
    return within ? std::optional(place) : std::nullopt;
}

std::shared_ptr<const PickedSamples> Canvas::samples_within(const Region& region) const {
    if (!impl_->model.dataset()) return nullptr;
    const PointLayer& points = impl_->frame_seen().points;
    std::vector<std::size_t> within = pick_within(points, region);
    std::erase_if(within, [count = impl_->session_samples()](std::size_t i) { return i >= count; });
    if (within.empty()) return nullptr;
    return std::make_shared<const PickedSamples>(impl_->session_samples(), within);
}

std::size_t Canvas::hidden_within(const Region& region) const {
    if (!impl_->model.dataset()) return 0;
    PointLayer points = impl_->frame_seen().points;
    if (!std::ranges::any_of(points.hidden, [](auto is) { return is != 0; })) return 0;
    const std::size_t shown = pick_within(points, region).size();
    points.hidden.clear();
    return pick_within(points, region).size() - shown;
}

CanvasModel& Canvas::model() const { return impl_->model; }

void Canvas::zoom_in() { impl_->zoom_about_centre(zoom_step); }

void Canvas::zoom_out() { impl_->zoom_about_centre(1 / zoom_step); }

void Canvas::go_home() {
    if (const auto dataset = impl_->model.dataset())
        impl_->model.set_camera(home(dataset->series.frame(), impl_->model.camera().equal_axes));
}

void Canvas::fit_samples() {
    const ViewState view = impl_->model.view();
    if (const auto dataset = impl_->model.dataset())
        impl_->fitting.ask({dataset, view.hidden, view.filter});
}

void Canvas::bring_into_view(std::size_t sample) {
    const auto dataset = impl_->model.dataset();
    if (!dataset || sample >= dataset->series.sample_count()) return;
    const EpochSeries& series = dataset->series;
    const Moment moment = moment_at(impl_->model.view().playhead, series.epoch_count());
    const Point place = position_at(series, moment, sample);
    if (!std::isfinite(place.x) || !std::isfinite(place.y)) return;
    const Size size = impl_->scene.pixel_size();
    Camera camera = impl_->model.camera();
    const Pixel at = mapping_of(camera, series.frame(), size).to_pixel(place);
    const auto margin = static_cast<float>(view_margin * devicePixelRatioF());
    const auto is_within = [margin](float x, int length) {
        return x >= margin && x <= static_cast<float>(length) - margin;
    };
    if (is_within(at.x, size.width) && is_within(at.y, size.height)) return;
    camera.centre = place;
    impl_->model.set_camera(camera);
}

void Canvas::draw_box_by_keys() {
    if (impl_->model.dataset()) impl_->keys->begin(Brush::Shape::box);
}

void Canvas::draw_lasso_by_keys() {
    if (impl_->model.dataset()) impl_->keys->begin(Brush::Shape::lasso);
}

bool Canvas::cancel_drag() { return impl_->pointer->cancel_drag() || impl_->keys->cancel(); }

}  // namespace epochscope::app
