#include "app/curves/curves_panel.h"

#include "app/curves/computed_curves.h"
#include "app/curves/curve_gatherer.h"
#include "app/curves/curve_list.h"
#include "app/curves/curve_plot.h"
#include "app/curves/curves_csv.h"
#include "app/figure/figure_file.h"
#include "app/health/health_watcher.h"
#include "app/messages/message_words.h"
#include "app/session/folder_beside.h"
#include "app/session/player.h"
#include "app/session/session.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/progress_strip.h"
#include "app/widgets/swatch.h"

#include <epochscope/model/error.h>
#include <epochscope/render/palette.h>

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace epochscope::app {
namespace {

/// The slider's steps of smoothing.
constexpr int max_smoothing = 999;

}  // namespace

CurvesPanel::CurvesPanel(Session& session, Player& player, HealthWatcher& health, QWidget* parent)
    : QWidget(parent),
      session_(session),
      health_(health),
      gatherer_(new CurveGatherer(session, this)),
      list_(new CurveList(this)),
      plot_(new CurvePlot(this)),
      table_(new QTableView(this)),
      smoothing_(new QSlider(Qt::Horizontal, this)),
      smoothing_words_(new QLabel(this)),
      logarithmic_(new QCheckBox(tr("Logarithmic"), this)),
      normalized_(new QCheckBox(tr("Normalize each curve"), this)),
      save_picture_(new QPushButton(tr("Save as picture…"), this)),
      save_table_(new QPushButton(tr("Save as CSV…"), this)),
      progress_(new ProgressStrip(this)),
      notes_(new ElidedLabel(this)),
      problems_(new ElidedLabel(this)),
      writing_([this](const Outcome<QString>& outcome) {
          enable_saving();
          emit message(outcome.result ? *outcome.result
                                      : tr("The table was not written: %1").arg(outcome.problem));
      }) {
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(plot_);
    splitter->addWidget(make_list());
    splitter->setStretchFactor(0, 3);
    splitter->setSizes({700, 340});
    auto* below = new QHBoxLayout;
    below->setContentsMargins(8, 0, 8, 4);
    notes_->setAccessibleName(tr("Notes on the curves"));
    problems_->setAccessibleName(tr("Problems with the curves"));
    below->addWidget(notes_, 1);
    below->addWidget(problems_, 1);
    below->addWidget(progress_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(make_bar());
    layout->addWidget(splitter, 1);
    layout->addLayout(below);
    wire(player);
    follow_dataset();
}

QWidget* CurvesPanel::make_bar() {
    auto* bar = new QWidget(this);
    auto* label = new QLabel(tr("Smoothing"), bar);
    label->setBuddy(smoothing_);
    smoothing_->setRange(0, max_smoothing);
    smoothing_->setMaximumWidth(180);
    smoothing_->setAccessibleName(tr("Smoothing"));
    smoothing_->setToolTip(tr("Weight of the values before each value"));
    smoothing_words_->setMinimumWidth(
        smoothing_words_->fontMetrics().horizontalAdvance(QStringLiteral("0.000")));
    logarithmic_->setToolTip(tr("Logarithmic scale, without values of 0 or below"));
    normalized_->setToolTip(
        tr("Scale each curve from its minimum to its maximum; the numbers are those of the "
           "curve chosen in the list"));
    normalized_->setChecked(true);
    save_picture_->setToolTip(
        tr("Save the curves as a picture: PNG, twice as large as on the screen, SVG or PDF"));
    save_table_->setToolTip(tr("Save the points of the shown curves with all digits"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 0);
    row->addWidget(label);
    row->addWidget(smoothing_);
    row->addWidget(smoothing_words_);
    row->addWidget(logarithmic_);
    row->addWidget(normalized_);
    row->addStretch();
    auto* open = new QPushButton(tr("Open…"), bar);
    open->setToolTip(tr("Open TensorBoard event files, logs or tables in addition"));
    connect(open, &QPushButton::clicked, this, &CurvesPanel::ask_for_files);
    for (QPushButton* button : {open, save_picture_, save_table_}) row->addWidget(button);
    for (QWidget* control :
         {static_cast<QWidget*>(logarithmic_), static_cast<QWidget*>(normalized_),
          static_cast<QWidget*>(open), static_cast<QWidget*>(save_picture_),
          static_cast<QWidget*>(save_table_)})
        control->setAccessibleName(qobject_cast<QAbstractButton*>(control)->text());
    return bar;
}

QWidget* CurvesPanel::make_list() {
    auto* side = new QWidget(this);
    table_->setModel(list_);
    table_->setAccessibleName(tr("Curves"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 6);
    QHeaderView& header = *table_->horizontalHeader();
    header.setHighlightSections(false);
    header.setSectionResizeMode(CurveList::name, QHeaderView::Stretch);
    header.resizeSection(CurveList::run, 90);
    header.resizeSection(CurveList::value, 80);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 8, 0);
    for (const bool shown : {true, false}) {
        auto* button = new QPushButton(shown ? tr("Show all") : tr("Hide all"), side);
        button->setAccessibleName(button->text());
        button->setToolTip(shown ? tr("Show all curves") : tr("Hide all curves"));
        connect(button, &QPushButton::clicked, list_, [this, shown] { list_->show_all(shown); });
        buttons->addWidget(button);
    }
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(table_, 1);
    layout->addLayout(buttons);
    return side;
}

void CurvesPanel::wire(Player& player) {
    connect(&session_, &Session::dataset_changed, this, &CurvesPanel::follow_dataset);
    connect(&session_, &Session::epochs_changed, this, &CurvesPanel::follow_epochs);
    connect(&session_, &Session::style_changed, this, &CurvesPanel::follow_colours);
    connect(&session_, &Session::playhead_changed, plot_,
            [this] { plot_->set_playhead(session_.playhead()); });
    connect(plot_, &CurvePlot::scrubbed, this, [this, &player](double playhead) {
        player.pause();
        session_.set_playhead(playhead);
    });
    connect(plot_, &CurvePlot::stepped, &player, &Player::step);
    connect(plot_, &CurvePlot::epoch_number_changed, this,
            [this] { list_->set_epoch_number(plot_->epoch_number()); });
    connect(gatherer_, &CurveGatherer::changed, this, &CurvesPanel::follow_curves);
    connect(&health_, &HealthWatcher::changed, this, [this] {
        if (isVisible()) follow_curves();
    });
    connect(gatherer_, &CurveGatherer::progressed, this, [this](double fraction) {
        if (fraction == 0) progress_->start(tr("Reading curves"));
        fraction == 1 ? progress_->stop() : progress_->set_fraction(fraction);
    });
    connect(progress_, &ProgressStrip::cancelled, gatherer_, &CurveGatherer::cancel);
    connect(list_, &CurveList::shown_changed, this, &CurvesPanel::follow_shown);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                plot_->set_current(index.isValid()
                                       ? std::optional(static_cast<std::size_t>(index.row()))
                                       : std::nullopt);
            });
    connect(smoothing_, &QSlider::valueChanged, this, &CurvesPanel::follow_style);
    connect(logarithmic_, &QCheckBox::toggled, this, &CurvesPanel::follow_style);
    connect(normalized_, &QCheckBox::toggled, this, &CurvesPanel::follow_style);
    connect(save_picture_, &QPushButton::clicked, this, [this] {
        ask_where(tr("Save the curves as a picture"), picture_filter(),
                  QStringLiteral("-curves.png"), &CurvesPanel::save_picture_to);
    });
    connect(save_table_, &QPushButton::clicked, this, [this] {
        ask_where(tr("Save the curves as a table"), tr("Tables (*.csv)"),
                  QStringLiteral("-curves.csv"), &CurvesPanel::save_table_to);
    });
    follow_style();
}

void CurvesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    gatherer_->set_active(true);
    health_.request();
    follow_curves();
}

void CurvesPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    gatherer_->set_active(false);
}

void CurvesPanel::follow_dataset() {
    plot_->clear();
    follow_epochs();
    is_other_set_ = true;
    if (isVisible()) health_.request();
}

void CurvesPanel::follow_epochs() {
    std::vector<std::int64_t> numbers;
    if (const auto& dataset = session_.dataset()) {
        numbers.reserve(dataset->series.epoch_count());
        for (const Epoch& epoch : dataset->series.epochs()) numbers.push_back(epoch.number);
    }
    plot_->set_epochs(std::move(numbers));
    plot_->set_playhead(session_.playhead());
}

void CurvesPanel::follow_curves() {
    const GatheredCurves& gathered = gatherer_->gathered();
    DockCurves curves = gathered.curves;
    if (health_.found()) {
        const DockCurves of_health = health_curves(health_.found()->epochs);
        curves.insert(curves.end(), of_health.begin(), of_health.end());
    }
    list_->set_curves(std::move(curves), is_other_set_);
    is_other_set_ = false;
    follow_colours();
    QStringList notes{words_of(gathered.placings), health_.obstacle()};
    notes.removeAll(QString());
    notes_->set_words(notes.join(QStringLiteral(" ")));
    const QStringList problems = gathered.problems + gathered.warnings;
    problems_->set_lines(problems);
    problems_->setVisible(!problems.isEmpty());
    list_->set_epoch_number(plot_->epoch_number());
}

void CurvesPanel::follow_colours() {
    const std::vector<Colour> apart = colours_apart(session_.view().colours, list_->curves().size(),
                                                    to_colour(palette().color(QPalette::Window)));
    std::vector<QColor> colours(apart.size());
    std::ranges::transform(apart, colours.begin(), to_qcolor);
    list_->set_colours(std::move(colours));
}

void CurvesPanel::follow_style() {
    CurveStyle style;
    style.smoothing = smoothing_->value() / 1000.;
    style.logarithmic = logarithmic_->isChecked();
    style.normalized = normalized_->isChecked();
    smoothing_words_->setText(QString::number(style.smoothing, 'f', 3));
    plot_->set_style(style);
}

void CurvesPanel::follow_shown() {
    plot_->set_curves(list_->curves(), list_->colours());
    plot_->set_shown(list_->shown());
    enable_saving();
}

void CurvesPanel::enable_saving() {
    const bool any = !list_->shown().empty();
    save_picture_->setEnabled(any);
    save_table_->setEnabled(any && !writing_.is_running());
}

void CurvesPanel::open(const QStringList& paths) { gatherer_->open(paths); }

void CurvesPanel::ask_for_files() {
    auto* dialog = new QFileDialog(this, tr("Open event files, logs or tables of a run"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &CurvesPanel::open);
    dialog->open();
}

void CurvesPanel::ask_for_folder() {
    auto* dialog = new QFileDialog(this, tr("Open a folder of runs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &CurvesPanel::open);
    dialog->open();
}

void CurvesPanel::ask_where(const QString& title, const QString& filter, const QString& end,
                            void (CurvesPanel::*save)(const QString&)) {
    if (!session_.dataset()) return;
    const QFileDialog& dialog = ask_where_to_save(*this, *session_.dataset(), title, filter, end);
    connect(&dialog, &QFileDialog::fileSelected, this, save);
}

void CurvesPanel::save_picture_to(const QString& file) {
    try {
        plot_->write_picture(file.toStdString());
        emit message(tr("Curves written to %1").arg(QDir::toNativeSeparators(file)));
    } catch (const Error& error) {
        emit message(tr("The picture was not written: %1").arg(message_words(error.what())));
    }
}

void CurvesPanel::save_table_to(const QString& file) {
    DockCurves curves;
    for (const std::size_t index : list_->shown()) curves.push_back(list_->curves()[index]);
    writing_.start([file, curves = std::move(curves)](const Job& job) {
        write_curves(file.toStdString(), curves, job);
        return tr("Curves written to %1").arg(QDir::toNativeSeparators(file));
    });
    enable_saving();
}

}  // namespace epochscope::app
