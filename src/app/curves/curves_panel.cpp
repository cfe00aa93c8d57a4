#include "app/curves/curves_panel.h"

#include "app/curves/curve_gatherer.h"
#include "app/curves/curve_list.h"
#include "app/curves/curve_plot.h"
#include "app/curves/curves_csv.h"
#include "app/player.h"
#include "app/session.h"
#include "app/status_line.h"
#include "app/widgets/elided_label.h"

#include <epochscope/io/file.h>
#include <epochscope/model/error.h>

#include <QBuffer>
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

#include <utility>

namespace epochscope::app {
namespace {

/// The slider's steps of smoothing.
constexpr int most_smoothing = 999;

}  // namespace

CurvesPanel::CurvesPanel(Session& session, Player& player, QWidget* parent)
    : QWidget(parent),
      session_(session),
      gatherer_(new CurveGatherer(session, this)),
      list_(new CurveList(this)),
      plot_(new CurvePlot(this)),
      table_(new QTableView(this)),
      smoothing_(new QSlider(Qt::Horizontal, this)),
      smoothing_words_(new QLabel(this)),
      logarithmic_(new QCheckBox(tr("Logarithmic"), this)),
      own_heights_(new QCheckBox(tr("Each its own height"), this)),
      save_picture_(new QPushButton(tr("Save as PNG…"), this)),
      save_table_(new QPushButton(tr("Save as CSV…"), this)),
      progress_(new ProgressStrip(this)),
      notes_(new ElidedLabel(this)),
      problems_(new ElidedLabel(this)),
      writer_([this](const CsvWish& wish, const std::stop_token& stop) -> std::optional<CsvWish> {
          write(wish, stop);
          return std::nullopt;
      }) {
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(plot_);
    splitter->addWidget(make_list());
    splitter->setStretchFactor(0, 3);
    splitter->setSizes({700, 340});
    auto* below = new QHBoxLayout;
    below->setContentsMargins(8, 0, 8, 4);
    notes_->setAccessibleName(tr("How steps became epochs"));
    problems_->setAccessibleName(tr("What is wrong with the curves"));
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

CurvesPanel::~CurvesPanel() = default;

QWidget* CurvesPanel::make_bar() {
    auto* bar = new QWidget(this);
    auto* label = new QLabel(tr("Smoothing"), bar);
    label->setBuddy(smoothing_);
    smoothing_->setRange(0, most_smoothing);
    smoothing_->setMaximumWidth(180);
    smoothing_->setAccessibleName(tr("Smoothing"));
    smoothing_->setToolTip(tr("How much of each value is of those before it"));
    smoothing_words_->setMinimumWidth(
        smoothing_words_->fontMetrics().horizontalAdvance(QStringLiteral("0.000")));
    logarithmic_->setToolTip(tr("Heights by logarithms; what is not above 0 is left out"));
    own_heights_->setToolTip(
        tr("Each curve from its least value to its greatest; numbers are those of the curve that "
           "is chosen in the list"));
    own_heights_->setChecked(true);
    save_picture_->setToolTip(tr("Save the curves as a picture, twice as large as on the screen"));
    save_table_->setToolTip(tr("Save the points of the curves that are shown, with all digits"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 0);
    row->addWidget(label);
    row->addWidget(smoothing_);
    row->addWidget(smoothing_words_);
    row->addWidget(logarithmic_);
    row->addWidget(own_heights_);
    row->addStretch();
    auto* open = new QPushButton(tr("Open…"), bar);
    open->setToolTip(tr("Read event files of TensorBoard, logs or tables besides"));
    connect(open, &QPushButton::clicked, this, &CurvesPanel::ask_for_files);
    for (QPushButton* button : {open, save_picture_, save_table_}) row->addWidget(button);
    for (QWidget* control :
         {static_cast<QWidget*>(logarithmic_), static_cast<QWidget*>(own_heights_),
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
        button->setToolTip(shown ? tr("Draw all curves of the list") : tr("Draw none of them"));
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
    connect(&session_, &Session::playhead_changed, plot_,
            [this] { plot_->set_playhead(session_.playhead()); });
    connect(plot_, &CurvePlot::scrubbed, this, [this, &player](double playhead) {
        player.pause();
        session_.set_playhead(playhead);
    });
    connect(plot_, &CurvePlot::stepped, &player, &Player::step);
    connect(plot_, &CurvePlot::place_changed, this, [this] { list_->set_place(plot_->place()); });
    connect(gatherer_, &CurveGatherer::changed, this, &CurvesPanel::follow_curves);
    connect(gatherer_, &CurveGatherer::progressed, this, [this](double share) {
        if (share == 0) progress_->start(tr("Reading curves"));
        share == 1 ? progress_->stop() : progress_->set_share(share);
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
    connect(own_heights_, &QCheckBox::toggled, this, &CurvesPanel::follow_style);
    connect(save_picture_, &QPushButton::clicked, this, [this] {
        ask_where(tr("Where to write the picture"), tr("Pictures (*.png)"), QStringLiteral("png"),
                  &CurvesPanel::save_picture_to);
    });
    connect(save_table_, &QPushButton::clicked, this, [this] {
        ask_where(tr("Where to write the table"), tr("Tables (*.csv)"), QStringLiteral("csv"),
                  &CurvesPanel::save_table_to);
    });
    follow_style();
}

void CurvesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    gatherer_->set_awake(true);
}

void CurvesPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    gatherer_->set_awake(false);
}

void CurvesPanel::follow_dataset() {
    std::vector<std::int64_t> numbers;
    if (const auto& dataset = session_.dataset()) {
        numbers.reserve(dataset->series.epoch_count());
        for (const Epoch& epoch : dataset->series.epochs()) numbers.push_back(epoch.number);
    }
    plot_->set_epochs(std::move(numbers));
    plot_->set_playhead(session_.playhead());
    is_other_set_ = true;
}

void CurvesPanel::follow_curves() {
    const GatheredCurves& gathered = gatherer_->gathered();
    list_->set_curves(gathered.curves, is_other_set_);
    is_other_set_ = false;
    notes_->set_words(words_of(gathered.placings));
    const QStringList problems = gathered.faults + gathered.warnings;
    problems_->set_words(problems.join(QStringLiteral("; ")));
    problems_->setVisible(!problems.isEmpty());
    list_->set_place(plot_->place());
}

void CurvesPanel::follow_style() {
    CurveStyle style;
    style.smoothing = smoothing_->value() / 1000.;
    style.logarithmic = logarithmic_->isChecked();
    style.own_heights = own_heights_->isChecked();
    smoothing_words_->setText(QString::number(style.smoothing, 'f', 3));
    plot_->set_style(style);
}

void CurvesPanel::follow_shown() {
    const std::vector<std::size_t> shown = list_->shown();
    plot_->set_curves(list_->curves(), list_->colours());
    plot_->set_shown(shown);
    save_picture_->setEnabled(!shown.empty());
    save_table_->setEnabled(!shown.empty());
}

void CurvesPanel::open(const QStringList& paths) { gatherer_->open(paths); }

void CurvesPanel::ask_for_files() {
    auto* dialog = new QFileDialog(this, tr("Event files, logs or tables of a run"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &CurvesPanel::open);
    dialog->open();
}

void CurvesPanel::ask_for_folder() {
    auto* dialog = new QFileDialog(this, tr("A folder of runs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &CurvesPanel::open);
    dialog->open();
}

void CurvesPanel::ask_where(const QString& title, const QString& filter, const QString& suffix,
                            void (CurvesPanel::*save)(const QString&)) {
    if (!session_.dataset()) return;
    auto* dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QStringLiteral("%1-curves.%2")
                           .arg(QString::fromStdString(session_.dataset()->name), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, save);
    dialog->open();
}

void CurvesPanel::save_picture_to(const QString& file) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    plot_->picture().save(&buffer, "PNG");
    try {
        write_file(file.toStdString(), {reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                        static_cast<std::size_t>(bytes.size())});
        emit told(tr("The curves are written to %1").arg(QDir::toNativeSeparators(file)));
    } catch (const Error& error) {
        emit told(tr("The picture is not written: %1").arg(QString::fromUtf8(error.what())));
    }
}

void CurvesPanel::save_table_to(const QString& file) {
    DockCurves curves;
    for (const std::size_t index : list_->shown()) curves.push_back(list_->curves()[index]);
    writer_.wish({file, std::move(curves)});
}

/// On the writer's thread.
void CurvesPanel::write(const CsvWish& wish, const std::stop_token& stop) {
    QString words = tr("The curves are written to %1").arg(QDir::toNativeSeparators(wish.file));
    try {
        write_curves(wish.file.toStdString(), wish.curves, {.progress = {}, .stop = stop});
    } catch (const Cancelled&) {
        return;  // The window closes.
    } catch (const std::exception& error) {
        words = tr("The table is not written: %1").arg(QString::fromUtf8(error.what()));
    }
    QMetaObject::invokeMethod(
        this, [this, words] { emit told(words); }, Qt::QueuedConnection);
}

}  // namespace epochscope::app
