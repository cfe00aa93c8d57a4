#include "app/window/main_window.h"

#include "app/bookmarks/bookmarks.h"
#include "app/bookmarks/bookmarks_panel.h"
#include "app/classes/classes_panel.h"
#include "app/compare/compared_view.h"
#include "app/compare/comparison.h"
#include "app/curves/curves_panel.h"
#include "app/datamap/canvas_area.h"
#include "app/datamap/map_maker.h"
#include "app/datamap/preset_picker.h"
#include "app/events/event_watcher.h"
#include "app/events/events_panel.h"
#include "app/find/find_bar.h"
#include "app/health/health_watcher.h"
#include "app/health/health_words.h"
#include "app/help/manual_pages.h"
#include "app/histograms/histograms_panel.h"
#include "app/measure/measurer.h"
#include "app/messages/message_words.h"
#include "app/open/background_sources.h"
#include "app/open/folder_pictures.h"
#include "app/open/neighbour_finder.h"
#include "app/open/opener.h"
#include "app/open/run_follower.h"
#include "app/open/welcome.h"
#include "app/project/projector.h"
#include "app/project/recording_bar.h"
#include "app/prototypes/prototype_panel.h"
#include "app/report/reporter.h"
#include "app/review/review_book.h"
#include "app/review/review_panel.h"
#include "app/sample/sample_panel.h"
#include "app/session/background_cache.h"
#include "app/session/history.h"
#include "app/session/player.h"
#include "app/session/sample_filter.h"
#include "app/session/session.h"
#include "app/session/thumbnail_cache.h"
#include "app/session/traveller.h"
#include "app/table/sample_table.h"
#include "app/timeline/timeline.h"
#include "app/widgets/ask_to_stop.h"
#include "app/widgets/icons.h"
#include "app/widgets/notice_bar.h"
#include "app/widgets/number_words.h"
#include "app/widgets/show_warning.h"
#include "app/widgets/status_line.h"
#include "app/window/application_keys.h"
#include "app/window/desktop_notice.h"
#include "app/window/dock_layout.h"
#include "app/window/drop_target.h"
#include "app/window/first_look.h"
#include "app/window/landscape_note.h"
#include "app/window/left_off.h"
#include "app/window/main_menus.h"
#include "app/window/settings.h"
#include "app/window/shortcut_override.h"
#include "app/window/state_store.h"
#include "app/window/window_docks.h"
#include "app/window/workspaces.h"

#include <epochscope/query/sample_columns.h>

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace epochscope::app {
namespace {

/// How long a message stands in the status line, in milliseconds.
constexpr int told_for = 8000;

}  // namespace

struct MainWindow::Impl {
    Impl(MainWindow& w, Renderer renderer);

    void build_centre();
    void build_menus();
    void wire();
    void restore();
    void follow_theme();
    void follow_palette();
    void show_dataset();
    void show_summary();
    void tell(const QString& words) { status->showMessage(words, told_for); }
    void tell_fault();
    void wire_follower();
    void follow_runs();
    void wire_alerts();
    void raise(const std::vector<HealthAlert>& alerts);
    void show_alerts();
    void wire_measurer();
    void wire_samples();
    void wire_comparison();
    void refuse_comparison(const QString& name, const QString& problem);
    void show_table(bool only_picked);
    void wire_review();
    static void show(QDockWidget& dock);
    void follow_sample();
    void wire_workspaces();
    void show_opened(bool is_new);
    void follow_left_off();
    void show_review();
    [[nodiscard]] bool may_close();

    MainWindow& window;
    ApplicationKeys keys;
    Settings settings;
    Session session;
    SampleFilter filter{session};
    Player player{session};
    History history{session, filter};
    Traveller traveller{session, player, history};
    Bookmarks bookmarks{session, history};
    /// Of a run that begins anew.
    std::vector<Bookmark> marked;
    MapMaker maps{session};
    PresetPicker presets{session, maps};
    HealthWatcher health{session};
    EventWatcher events{session, health};
    ReviewBook reviewed{session};
    CanvasArea* canvas_area;
    StatusLine* status;
    SamplePanel* sample;
    SampleTable* table;
    ReviewPanel* review;
    PrototypePanel* prototypes;
    CurvesPanel* curves;
    EventsPanel* events_panel = nullptr;
    BookmarksPanel* bookmarks_panel;
    Opener opener;
    RunFollower follower{session, [this] { return opener.options(); }};
    FolderPictures pictures;
    BackgroundSources backgrounds;
    Projector projector;
    Comparison comparison{session};
    RunFollower second_follower{comparison.second_session(),
                                [this] { return opener.second_options(); }};
    std::unique_ptr<ComparedView> compared;
    /// Those in the status bar that are of the comparison.
    QStringList compared_warnings;
    Measurer measurer;
    Reporter reporter;
    NeighbourFinder neighbours{session};
    FindBar* find = nullptr;
    QStackedWidget* centre = nullptr;
    Welcome* welcome = nullptr;
    Timeline* timeline = nullptr;
    DockLayout* layout = nullptr;
    NoticeBar* go_on = nullptr;
    std::unique_ptr<FirstLook> first_look;
    std::unique_ptr<Workspaces> workspaces;
    std::unique_ptr<LeftOff> left_off;
    std::unique_ptr<StateStore> store;
    std::unique_ptr<DropTarget> drops;
    DesktopNotice* notice;
    WindowDocks docks;
    QMenu* playback = nullptr;
    /// Whether folders are followed whatever the settings say.
    bool watches = false;
    /// Whether running work may be stopped.
    bool leaving = false;
    /// Those that the panel was shown for.
    const void* shown_prototypes = nullptr;
    /// Whether a sample is selected, or a place looked at.
    bool is_asking = false;
    PlaybackActions playback_actions;
};

MainWindow::Impl::Impl(MainWindow& w, Renderer renderer)
    : window(w),
      canvas_area(new CanvasArea(session, maps, renderer, &w)),
      status(new StatusLine(&w)),
      sample(new SamplePanel(session, &w)),
      table(new SampleTable(session, filter, maps, &w)),
      review(new ReviewPanel(session, reviewed, &w)),
      prototypes(new PrototypePanel(session, &w)),
      curves(new CurvesPanel(session, player, health, &w)),
      bookmarks_panel(new BookmarksPanel(bookmarks, traveller, &w)),
      opener(w, session, *status),
      pictures(session, player, opener.recent()),
      backgrounds(w, session, *status),
      projector(w, session, opener, *status),
      measurer(w, session, *status),
      reporter(w, session, *status),
      notice(new DesktopNotice(w)) {
    QApplication::instance()->installEventFilter(&keys);
    window.setStatusBar(status);
    status->addPermanentWidget(new LandscapeNote(session, status));
    playback = new QMenu(MainWindow::tr("&Playback"), &w);
    playback_actions = add_playback_actions(w, *playback, session, player);
    build_centre();
    auto* classes = new ClassesPanel(session, events, &w);
    events_panel = new EventsPanel(session, player, events, &w);
    docks = add_docks(w, {.classes = classes,
                          .sample = sample,
                          .table = table,
                          .review = review,
                          .histograms = new HistogramsPanel(session, filter, &w),
                          .curves = curves,
                          .events = events_panel,
                          .prototypes = prototypes,
                          .bookmarks = bookmarks_panel});
    connect(classes, &ClassesPanel::flips_wanted, events_panel,
            [this](std::int32_t one, std::optional<std::int32_t> other) {
                events_panel->list_flips(one, other);
                show(*docks.events);
            });
    workspaces =
        std::make_unique<Workspaces>(w, session, history, bookmarks, opener, comparison, *status);
    compared = std::make_unique<ComparedView>(session, comparison, second_follower, *canvas_area);
    build_menus();
    wire();
    wire_follower();
    wire_alerts();
    wire_samples();
    wire_comparison();
    wire_review();
    wire_measurer();
    restore();
    first_look = std::make_unique<FirstLook>(session, player, canvas_area->canvas(), settings);
    wire_workspaces();
    show_dataset();
    drops = std::make_unique<DropTarget>(w, session, *welcome, opener);
    store = std::make_unique<StateStore>(w, session, *layout);
}

void MainWindow::Impl::build_centre() {
    auto* middle = new QWidget(&window);
    centre = new QStackedWidget(middle);
    welcome = new Welcome(opener.recent(), pictures, centre);
    centre->addWidget(welcome);
    centre->addWidget(canvas_area);
    timeline = new Timeline(session, player, events, follower, playback_actions, middle);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new RecordingBar(session, middle);
    find = new FindBar(session, filter, middle);
    go_on = new NoticeBar(MainWindow::tr("Where it was left"), MainWindow::tr("Go on there"),
                          MainWindow::tr("Show epoch, view, selection, picks, filter and colours "
                                         "as they were left"),
                          middle);
    column->addWidget(go_on);
    column->addWidget(bar);
    column->addWidget(find);
    column->addWidget(centre, 1);
    column->addWidget(timeline);
    window.setCentralWidget(middle);
    set_manual_page(*canvas_area, "start.md");
    set_manual_page(*timeline, "curves.md");
    set_manual_page(*find, "samples.md");
    connect(welcome, &Welcome::open_requested, &opener, &Opener::ask);
    connect(bar, &RecordingBar::accepted, &projector, &Projector::ask);
}

void MainWindow::Impl::build_menus() {
    QToolBar& bar = *window.addToolBar(MainWindow::tr("Tool bar"));
    bar.setObjectName("tools");
    bar.setMovable(false);
    bar.setIconSize({20, 20});
    add_menus({window,
               bar,
               session,
               player,
               *canvas_area,
               maps,
               presets,
               *sample,
               *find,
               timeline->track(),
               opener,
               backgrounds,
               projector,
               measurer,
               reporter,
               comparison,
               *compared,
               docks,
               *table,
               *review,
               *curves,
               history,
               bookmarks,
               *bookmarks_panel,
               *workspaces,
               settings,
               [this](const QString& words) { tell(words); }},
              *playback);
}

void MainWindow::Impl::wire() {
    connect(&opener, &Opener::finished, &window, &MainWindow::open_finished);
    connect(&settings, &Settings::changed, &window, [this] { follow_theme(); });
    connect(&session, &Session::dataset_changed, &window, [this] { show_dataset(); });
    connect(&session, &Session::epochs_changed, &window, [this] { show_summary(); });
    connect(canvas_area, &CanvasArea::hovered, status, &StatusLine::set_hovered);
    const auto told = [this](const QString& words) { tell(words); };
    connect(&presets, &PresetPicker::message, &window, told);
    connect(curves, &CurvesPanel::message, &window, told);
    connect(timeline, &Timeline::message, &window, told);
    connect(canvas_area, &CanvasArea::told, &window, told);
    const auto tell_picked = [this] { status->set_picked(session.picked_count()); };
    connect(&session, &Session::picked_changed, &window, tell_picked);
    connect(&session, &Session::dataset_changed, &window, tell_picked);
    connect(&session.backgrounds(), &BackgroundCache::failed, status, &StatusLine::add_warning);
    connect(&session.thumbnails(), &ThumbnailCache::failed, status, &StatusLine::add_warning);
    connect(&neighbours, &NeighbourFinder::failed, status, &StatusLine::add_warning);
    connect(canvas_area, &CanvasArea::picture_changed, &window, [this] { tell_fault(); });
}

void MainWindow::Impl::wire_follower() {
    connect(&follower, &RunFollower::told, &window, [this](const QString& words) { tell(words); });
    connect(&follower, &RunFollower::warned, status, &StatusLine::add_warning);
    for (const auto came : {&RunFollower::grew, &RunFollower::began_anew})
        connect(&follower, came, &opener, &Opener::tell_warnings);
    // What was marked of the run before is still the user's.
    connect(&follower, &RunFollower::begins_anew, &window, [this] {
        marked = bookmarks.list();
        comparison.stay();
    });
    connect(&follower, &RunFollower::began_anew, &window, [this] {
        bookmarks.set_list(std::exchange(marked, {}));
        follow_left_off();
    });
    connect(&second_follower, &RunFollower::told, &window, [this](const QString& words) {
        tell(
            MainWindow::tr("%1: %2").arg(QString::fromStdString(comparison.second()->name), words));
    });
    connect(&second_follower, &RunFollower::warned, status, &StatusLine::add_warning);
    connect(&comparison, &Comparison::second_changed, &window, [this] { follow_runs(); });
    connect(&settings, &Settings::changed, &window, [this] { follow_runs(); });
    follow_runs();
}

void MainWindow::Impl::follow_runs() {
    const bool are_followed = watches || settings.follows_growth();
    follower.set_on(are_followed);
    // What is compared with itself is followed already.
    second_follower.set_on(are_followed && !comparison.is_with_itself());
}

void MainWindow::Impl::wire_alerts() {
    connect(&health, &HealthWatcher::changed, &window, [this] {
        QStringList words;
        if (health.found())
            for (const HealthAlert& alert : health.found()->alerts)
                words << words_with_epoch(alert);
        status->set_alerts(words);
    });
    connect(&health, &HealthWatcher::raised, &window,
            [this](const std::vector<HealthAlert>& alerts) { raise(alerts); });
    connect(status, &StatusLine::alerts_requested, docks.events, [this] { show_alerts(); });
    connect(notice, &DesktopNotice::clicked, docks.events, [this] { show_alerts(); });
}

void MainWindow::Impl::raise(const std::vector<HealthAlert>& alerts) {
    QStringList words;
    for (const HealthAlert& alert : alerts) words << words_with_epoch(alert);
    // The line has room for one; the button beside it tells all.
    tell(words.size() == 1
             ? words.front()
             : MainWindow::tr("%1 (and %2 more)")
                   .arg(words.front(), number_words(static_cast<std::size_t>(words.size() - 1))));
    if (settings.notifies_of_alerts())
        notice->tell(
            MainWindow::tr("Alert of %1").arg(QString::fromStdString(session.dataset()->name)),
            words.join(QChar(u'\n')));
}

/// Goes to the last one.
void MainWindow::Impl::show_alerts() {
    const auto& found = health.found();
    if (!found || found->alerts.empty()) return;
    events_panel->list_alerts();
    show(*docks.events);
    player.pause();
    session.set_playhead(static_cast<double>(found->epoch_of(found->alerts.back())));
}

void MainWindow::Impl::wire_samples() {
    const auto told = [this](const QString& words) { tell(words); };
    const auto reach = [this](std::size_t index) { canvas_area->bring_into_view(index); };
    connect(&session, &Session::selection_changed, docks.sample, [this] { follow_sample(); });
    connect(&session, &Session::place_changed, docks.sample, [this] { follow_sample(); });
    connect(table, &SampleTable::message, &window, told);
    connect(table, &SampleTable::reached, &window, reach);
    connect(find, &FindBar::message, &window, told);
    connect(find, &FindBar::reached, &window, reach);
    connect(find, &FindBar::left, &window, [this] { canvas_area->active().setFocus(); });
    connect(status, &StatusLine::picked_requested, docks.table, [this] { show_table(true); });
    connect(&presets, &PresetPicker::picked, &window, [this](MapPreset preset) {
        if (preset != MapPreset::mislabelled || session.picked_count() == 0) return;
        table->sort_by(std::string(name_of(Signal::suspicion)), Qt::DescendingOrder);
        show_table(true);
        show(*docks.review);
        review->review_picked();
    });
}

void MainWindow::Impl::wire_comparison() {
    connect(&opener, &Opener::second_taken, &comparison, &Comparison::begin);
    connect(&comparison, &Comparison::changed, &window, [this] {
        for (const QString& warning : std::exchange(compared_warnings, {}))
            status->remove_warning(warning);
        for (const QString& warning : comparison.warnings()) {
            if (status->warnings().contains(warning)) continue;
            status->add_warning(warning);
            compared_warnings << warning;
        }
    });
    connect(&comparison, &Comparison::told, &window, [this](const QString& words) { tell(words); });
    connect(
        &comparison, &Comparison::failed, &window,
        [this](const QString& name, const QString& problem) { refuse_comparison(name, problem); });
    connect(&comparison, &Comparison::differences_found, &window, [this] {
        const auto columns = session.columns()->list();
        const auto found =
            std::ranges::find(columns, ColumnSource::comparison, &ColumnInfo::source);
        if (found == columns.end())
            return tell(MainWindow::tr("Nothing is known that could differ."));
        table->sort_by(found->name, Qt::AscendingOrder);
        show_table(false);
        tell(MainWindow::tr("The samples that changed most come first"));
    });
}

void MainWindow::Impl::refuse_comparison(const QString& name, const QString& problem) {
    show_warning(window, MainWindow::tr("Not compared"),
                 MainWindow::tr("%1 cannot be compared with what is open.").arg(name), problem);
}

void MainWindow::Impl::show_table(bool only_picked) {
    table->set_only_picked(only_picked);
    show(*docks.table);
}

void MainWindow::Impl::show(QDockWidget& dock) {
    dock.show();
    dock.raise();
}

/// Where docks are tabs, what was asked for would be behind another. One that has the focus stays.
void MainWindow::Impl::follow_sample() {
    const bool asks = !session.view().selection.empty() || session.view().place;
    const bool begins = asks && !is_asking;
    is_asking = asks;
    if (!begins || !docks.sample->toggleViewAction()->isChecked()) return;
    const QWidget* focus = QApplication::focusWidget();
    const auto others = window.tabifiedDockWidgets(docks.sample);
    const bool is_in_use = std::ranges::any_of(others, [focus](const QDockWidget* dock) {
        return focus != nullptr && dock->isAncestorOf(focus);
    });
    if (!is_in_use) docks.sample->raise();
}

void MainWindow::Impl::wire_review() {
    connect(review, &ReviewPanel::message, &window, [this](const QString& words) { tell(words); });
    connect(review, &ReviewPanel::list_wanted, table, &SampleTable::save_list);
    connect(review, &ReviewPanel::mislabelled_wanted, &window,
            [this] { presets.pick(MapPreset::mislabelled); });
    const auto follow = [this] { review->set_obstacle(maps.obstacle()); };
    connect(&session, &Session::dataset_changed, review, follow);
    follow();
    // Their panel undoes decisions alone, so a step of the window goes to where it belongs.
    connect(&reviewed, &ReviewBook::decided, &history, [this](std::size_t step) {
        history.add(
            MainWindow::tr("a decision"), [this, step] { reviewed.undo_to(step); },
            [this, step] { reviewed.redo_to(step + 1); });
    });
}

void MainWindow::Impl::wire_workspaces() {
    const auto told = [this](const QString& words) { tell(words); };
    connect(bookmarks_panel, &BookmarksPanel::message, &window, told);
    connect(workspaces.get(), &Workspaces::message, &window, told);
    left_off = std::make_unique<LeftOff>(session, player, history, bookmarks, traveller,
                                         opener.recent(), *go_on);
    connect(&opener, &Opener::taken, &window, [this](bool is_new) { show_opened(is_new); });
    connect(workspaces.get(), &Workspaces::saved, left_off.get(), [this](const QString& file) {
        left_off->forget(file);
        left_off->follow(file, true);
    });
}

/// A workspace and whatever else was opened. What opens by itself is not undone.
void MainWindow::Impl::show_opened(bool is_new) {
    const bool is_shown = workspaces->take();
    if (!is_shown) first_look->show(is_new);
    history.forget(!is_shown && !settings.opens_at_first_epoch());
    follow_left_off();
}

void MainWindow::Impl::follow_left_off() {
    const QString& file = workspaces->file();
    left_off->follow(file.isEmpty() ? QString::fromStdString(session.dataset()->path) : file,
                     !file.isEmpty());
}

void MainWindow::Impl::wire_measurer() {
    const auto follow = [this] { prototypes->set_obstacle(measurer.obstacle_to_prototypes()); };
    connect(&measurer, &Measurer::changed, &window, follow);
    connect(&measurer, &Measurer::message, &window,
            [this](const QString& words) { status->showMessage(words, told_for); });
    connect(&reporter, &Reporter::message, &window,
            [this](const QString& words) { status->showMessage(words, told_for); });
    connect(&session, &Session::findings_changed, &window, [this] {
        const void* found = session.dataset()->prototypes.get();
        if (std::exchange(shown_prototypes, found) != found && found) docks.prototypes->show();
    });
    connect(prototypes, &PrototypePanel::compute_wanted, &measurer, &Measurer::ask_for_prototypes);
    follow();
}

/// Asks before work is lost. The window closes once that was answered.
bool MainWindow::Impl::may_close() {
    const bool works = projector.is_running() || measurer.is_running() || reporter.is_running();
    if (!works || leaving) return true;
    ask_to_stop(window, MainWindow::tr("Work is still running. Closing the window stops it."),
                [this] {
                    leaving = true;
                    window.close();
                });
    return false;
}

/// A mapped file that was cut short shows zeros: nobody should take them for the data.
void MainWindow::Impl::tell_fault() {
    const auto tell_of = [this](const Dataset& dataset) {
        if (const auto fault = dataset.series.fault()) status->add_warning(message_words(*fault));
    };
    if (session.dataset()) tell_of(*session.dataset());
    if (comparison.match()) tell_of(*comparison.match()->dataset);
}

void MainWindow::Impl::show_dataset() {
    const auto& dataset = session.dataset();
    centre->setCurrentIndex(dataset ? 1 : 0);
    timeline->setVisible(dataset != nullptr);
    layout->set_empty(!dataset);
    if (!dataset) return window.setWindowTitle("Epochscope");
    shown_prototypes = dataset->prototypes.get();
    if (dataset->prototypes) docks.prototypes->show();
    window.setWindowTitle(
        MainWindow::tr("%1 — Epochscope").arg(QString::fromStdString(dataset->name)));
    show_summary();
}

void MainWindow::Impl::show_summary() {
    const EpochSeries& series = session.dataset()->series;
    status->set_summary(MainWindow::tr("Samples: %1   Epochs: %2   Classes: %3")
                            .arg(number_words(series.sample_count()),
                                 number_words(series.epoch_count()),
                                 number_words(series.classes().predictable_count())));
}

void MainWindow::Impl::follow_theme() {
    apply_theme(settings.theme());
    follow_palette();
}

void MainWindow::Impl::follow_palette() { session.set_style(themed(session.view().style)); }

void MainWindow::Impl::restore() {
    restore_view(session);
    follow_theme();
    layout = new DockLayout(window);
    layout->restore();
}

MainWindow::MainWindow(Renderer renderer, QWidget* parent) : QMainWindow(parent) {
    setWindowIcon(program_icon());
    impl_ = std::make_unique<Impl>(*this, renderer);
}

MainWindow::~MainWindow() {
    // The views go first: they look at the session, which is not theirs.
    QList<QPointer<QWidget>> views;
    for (QWidget* view : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        views << view;
    for (const auto& view : views) delete view;
}

Session& MainWindow::session() { return impl_->session; }
Player& MainWindow::player() { return impl_->player; }
Canvas& MainWindow::canvas() { return impl_->canvas_area->canvas(); }
CanvasArea& MainWindow::canvas_area() { return *impl_->canvas_area; }
Comparison& MainWindow::comparison() { return impl_->comparison; }
Canvas* MainWindow::compared_canvas() { return impl_->compared->canvas(); }

void MainWindow::open(const QString& path, const OpenOptions& options) {
    impl_->opener.open_with(path, options);
}

void MainWindow::compare(const QString& first, const QString& second, const OpenOptions& options) {
    impl_->opener.open_both(first, second, options);
}

void MainWindow::watch(const QString& path, const OpenOptions& options) {
    impl_->watches = true;
    impl_->follow_runs();
    impl_->opener.wait_for(path, options);
}

bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = dynamic_cast<QKeyEvent*>(event);
        if (key != nullptr && wants_key(QApplication::focusWidget(), *key)) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::event(event);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (impl_ && event->type() == QEvent::PaletteChange) impl_->follow_palette();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!impl_->may_close()) return event->ignore();
    impl_->store->store();
    impl_->left_off->store();
    QMainWindow::closeEvent(event);
}

}  // namespace epochscope::app
