#include "app/classes/classes_panel.h"

#include "app/actions/context_menus.h"
#include "app/classes/class_delegate.h"
#include "app/classes/classes_model.h"
#include "app/events/event_watcher.h"
#include "app/session/session.h"
#include "app/widgets/number_words.h"
#include "app/widgets/swatch.h"

#include <QColorDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <span>
#include <utility>

namespace epochscope::app {

namespace {

/// With more classes than this, a filter helps.
constexpr int most_without_filter = 12;
/// Of the classes with which one is confused, those that a menu offers.
constexpr std::size_t most_confused = 10;

}  // namespace

ClassesPanel::ClassesPanel(Session& session, EventWatcher& events, QWidget* parent)
    : QWidget(parent),
      session_(session),
      events_(events),
      model_(new ClassesModel(session, this)),
      filtered_(new QSortFilterProxyModel(this)),
      delegate_(new ClassDelegate(this)),
      filter_(new QLineEdit(this)),
      view_(new QTreeView(this)),
      only_this_(new QPushButton(tr("Show &only this"), this)),
      show_all_(new QPushButton(tr("Show &all"), this)) {
    build_view();
    build_buttons();
    lay_out();
    connect(model_, &QAbstractItemModel::modelReset, this, &ClassesPanel::follow_rows);
    connect(&session, &Session::dataset_changed, this, &ClassesPanel::follow_dataset);
    connect(&session, &Session::style_changed, this, &ClassesPanel::follow_style);
    connect(&session, &Session::picked_changed, this, &ClassesPanel::fit_counts);
    follow_dataset();
}

void ClassesPanel::build_view() {
    filtered_->setSourceModel(model_);
    filtered_->setSortRole(ClassesModel::sort_role);
    filtered_->setFilterKeyColumn(ClassesModel::name_column);
    filtered_->setFilterCaseSensitivity(Qt::CaseInsensitive);

    view_->setModel(filtered_);
    view_->setItemDelegate(delegate_);
    view_->setAccessibleName(tr("Classes"));
    view_->setRootIsDecorated(false);
    view_->setUniformRowHeights(true);
    view_->setTextElideMode(Qt::ElideMiddle);
    view_->setAllColumnsShowFocus(true);
    view_->setFrameShape(QFrame::NoFrame);
    view_->viewport()->setAutoFillBackground(false);
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    view_->setExpandsOnDoubleClick(false);
    view_->installEventFilter(this);
    view_->viewport()->installEventFilter(this);

    QHeaderView* header = view_->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(ClassesModel::name_column, QHeaderView::Stretch);
    header->resizeSection(ClassesModel::accuracy_column,
                          fontMetrics().horizontalAdvance(tr("100 %")) + 20);
    view_->setSortingEnabled(true);
    view_->sortByColumn(ClassesModel::name_column, Qt::AscendingOrder);
    connect(view_, &QWidget::customContextMenuRequested, this, &ClassesPanel::open_menu);
}

void ClassesPanel::build_buttons() {
    filter_->setPlaceholderText(tr("Filter classes"));
    filter_->setAccessibleName(tr("Filter classes"));
    filter_->setToolTip(tr("Lists only classes whose names contain this text"));
    filter_->setClearButtonEnabled(true);
    connect(filter_, &QLineEdit::textChanged, filtered_,
            &QSortFilterProxyModel::setFilterFixedString);

    only_this_->setAccessibleName(tr("Show only this class"));
    only_this_->setToolTip(
        tr("Shows the chosen class alone, or all again (Shift+Enter in the list)"));
    connect(only_this_, &QPushButton::clicked, this, &ClassesPanel::show_only_current);
    show_all_->setAccessibleName(tr("Show all classes"));
    show_all_->setToolTip(tr("Shows every class (Alt+A)"));
    connect(show_all_, &QPushButton::clicked, &session_, [this] {
        session_.categories() != nullptr ? session_.show_all_categories()
                                         : session_.show_all_classes();
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ClassesPanel::follow_style);
}

void ClassesPanel::lay_out() {
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(only_this_);
    buttons->addWidget(show_all_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(filter_);
    column->addWidget(view_, 1);
    column->addLayout(buttons);
}

void ClassesPanel::follow_dataset() {
    if (colours_ != nullptr) {
        // It is about a class of what was open before.
        colours_->disconnect(this);
        colours_->deleteLater();
        colours_ = nullptr;
    }
    follow_rows();
}

/// The rows are others, and with the categories of a column there is no accuracy.
void ClassesPanel::follow_rows() {
    const auto& dataset = session_.dataset();
    view_->setColumnHidden(
        ClassesModel::accuracy_column,
        session_.categories() != nullptr || (dataset && !dataset->series.has_predictions()));
    filter_->clear();
    filter_->setVisible(model_->rowCount() > most_without_filter);
    fit_counts();
    follow_style();
}

/// Wide enough for the words and a sign of sorting, and never wider: names need the room.
void ClassesPanel::fit_counts() {
    const QFontMetrics metrics = fontMetrics();
    int width = metrics.horizontalAdvance(tr("Samples")) + 14;
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QModelIndex cell = model_->index(row, ClassesModel::count_column);
        width = std::max(width, metrics.horizontalAdvance(cell.data().toString()) + 10);
    }
    view_->header()->resizeSection(ClassesModel::count_column, width);
}

void ClassesPanel::follow_style() {
    const std::vector<bool>& hidden = shown_hidden();
    show_all_->setEnabled(std::find(hidden.begin(), hidden.end(), true) != hidden.end());
    only_this_->setEnabled(current_class().has_value());
}

const std::vector<bool>& ClassesPanel::shown_hidden() const {
    const ViewState& view = session_.view();
    return session_.categories() != nullptr ? view.hidden_categories : view.hidden;
}

void ClassesPanel::stand_out(std::optional<std::size_t> index) {
    session_.categories() != nullptr ? session_.stand_out_category(index)
                                     : session_.stand_out(index);
}

std::optional<std::size_t> ClassesPanel::current_class() const {
    const QModelIndex index = filtered_->mapToSource(view_->currentIndex());
    if (!index.isValid()) return std::nullopt;
    return static_cast<std::size_t>(index.row());
}

ClassDelegate::Part ClassesPanel::part_at(const QModelIndex& index, const QPoint& at) const {
    QStyleOptionViewItem option;
    option.initFrom(view_);
    option.widget = view_;
    option.rect = view_->visualRect(index);
    return delegate_->part_at(option, index, at);
}

bool ClassesPanel::eventFilter(QObject* watched, QEvent* event) {
    const QEvent::Type type = event->type();
    if (watched == view_ && (type == QEvent::ShortcutOverride || type == QEvent::KeyPress))
        return filter_key(*static_cast<QKeyEvent*>(event));
    if (watched == view_->viewport() &&
        (type == QEvent::MouseButtonRelease || type == QEvent::MouseButtonDblClick))
        follow_mouse(*static_cast<QMouseEvent*>(event));
    return QWidget::eventFilter(watched, event);
}

bool ClassesPanel::filter_key(QKeyEvent& event) {
    const int key = event.key();
    const bool ours = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!ours || !current_class()) return false;
    // The window has shortcuts on some of these keys; here they are the list's.
    event.accept();
    if (event.type() == QEvent::ShortcutOverride) return true;
    if (key == Qt::Key_Space)
        toggle_shown();
    else if (event.modifiers() & Qt::ShiftModifier)
        show_only_current();
    else
        choose_colour();
    return true;
}

/// A click lets a class stand out, a double click shows it alone. The second release of a double
/// click counts for nothing.
void ClassesPanel::follow_mouse(const QMouseEvent& event) {
    const QPoint at = event.position().toPoint();
    const QModelIndex index = view_->indexAt(at);
    if (event.button() != Qt::LeftButton || !index.isValid()) return;
    const bool doubled = event.type() == QEvent::MouseButtonDblClick;
    if (!doubled && std::exchange(is_double_click_, false)) return;
    is_double_click_ = doubled;
    const ClassDelegate::Part part = part_at(index, at);
    if (part == ClassDelegate::Part::swatch && !doubled) return choose_colour();
    if (part != ClassDelegate::Part::elsewhere) return;
    if (doubled) {
        stand_out(std::nullopt);
        show_only_current();
    } else if (const auto one = current_class()) {
        const auto now = session_.categories() != nullptr ? session_.category_standing_out()
                                                          : session_.standing_out();
        stand_out(now == one ? std::nullopt : one);
    }
}

void ClassesPanel::toggle_shown() {
    const auto index = current_class();
    if (!index) return;
    const bool hidden = !shown_hidden()[*index];
    session_.categories() != nullptr ? session_.set_category_hidden(*index, hidden)
                                     : session_.set_class_hidden(*index, hidden);
}

void ClassesPanel::show_only_current() {
    const auto index = current_class();
    if (!index) return;
    session_.categories() != nullptr ? session_.toggle_solo_category(*index)
                                     : session_.toggle_solo(*index);
}

void ClassesPanel::choose_colour() {
    const auto index = current_class();
    // Those of categories are chosen with the column.
    if (!index || session_.categories() != nullptr) return;
    delete colours_;
    const Colour before = session_.view().colours[*index];
    colours_ = new QColorDialog(to_qcolor(before), this);
    const auto& names = session_.dataset()->series.classes().names;
    colours_->setWindowTitle(tr("Colour of %1").arg(QString::fromStdString(names[*index])));
    // Seen at once, taken back when the dialog is left by Cancel.
    connect(colours_, &QColorDialog::currentColorChanged, this,
            [this, index](const QColor& c) { session_.set_class_colour(*index, to_colour(c)); });
    connect(colours_, &QDialog::rejected, this,
            [this, index, before] { session_.set_class_colour(*index, before); });
    connect(colours_, &QDialog::finished, this, [this] {
        colours_->deleteLater();
        colours_ = nullptr;
    });
    colours_->open();
}

void ClassesPanel::add_flips(QMenu& menu, std::size_t index) {
    if (!session_.dataset()->series.has_predictions()) return;
    QMenu& flips = *menu.addMenu(tr("&Flips with"));
    events_.request();
    const auto& found = events_.found();
    if (!found) {
        flips.addAction(tr("Looking for events\u2026"))->setEnabled(false);
        return;
    }
    const auto one = static_cast<std::int32_t>(index);
    const auto add = [&](const QString& name, std::size_t count,
                         std::optional<std::int32_t> other) {
        flips.addAction(tr("%1 (%2)").arg(name, number_words(count)), this,
                        [this, one, other] { emit flips_wanted(one, other); });
    };
    const auto known = found->flips.find(one);
    const auto most_first =
        known == found->flips.end() ? std::span<const FlipCount>() : std::span(known->second);
    std::size_t all = 0;
    for (const auto& [other, count] : most_first) all += count;
    add(tr("any class"), all, std::nullopt);
    const auto& names = session_.dataset()->series.classes().names;
    for (std::size_t k = 0; k < std::min(most_confused, most_first.size()); ++k)
        add(QString::fromStdString(names[static_cast<std::size_t>(most_first[k].first)]),
            most_first[k].second, most_first[k].first);
}

void ClassesPanel::open_menu(const QPoint& at) {
    const QModelIndex index = view_->indexAt(at);
    if (!index.isValid()) return;
    view_->setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (session_.categories() != nullptr) {
        add_category_entries(*menu, session_, current_class().value_or(0));
    } else {
        add_class_entries(*menu, session_, current_class().value_or(0));
        menu->addSeparator();
        add_flips(*menu, current_class().value_or(0));
        menu->addAction(tr("&Colour\u2026"), this, &ClassesPanel::choose_colour);
    }
    menu->popup(view_->viewport()->mapToGlobal(at));
}

}  // namespace epochscope::app
