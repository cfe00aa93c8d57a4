#include "app/project/project_dialog.h"

#include "app/project/expected_time.h"
#include "app/project/live_preview.h"
#include "app/project/option_form.h"
#include "app/project/project_plan.h"
#include "app/widgets/ask_to_stop.h"
#include "app/widgets/folder_field.h"
#include "app/widgets/swatch.h"
#include "app/widgets/time_words.h"
#include "app/widgets/window_frame.h"

#include <epochscope/opening/open_folder.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace epochscope::app {

ProjectDialog::ProjectDialog(const QString& recording, OpenOptions opening, const Style& style,
                             QWidget* parent)
    : QDialog(parent),
      offered_(recording),
      opening_(std::move(opening)),
      fields_(new QWidget(this)),
      form_(new QFormLayout(fields_)),
      recording_(new FolderField(tr("Choose the recording's folder"), fields_)),
      method_(new QComboBox(fields_)),
      pages_(new QStackedWidget(fields_)),
      maps_(new FolderField(tr("Choose the folder whose map is used"), fields_)),
      neighbours_(new QSpinBox(fields_)),
      distance_(new QComboBox(fields_)),
      landscape_(new QCheckBox(tr("Paint the &landscape of each epoch"), fields_)),
      format_(new QComboBox(fields_)),
      target_(new FolderField(tr("Choose an empty folder to write"), fields_)),
      resume_(new QCheckBox(tr("&Continue the cancelled run"), fields_)),
      picture_(new LivePreview(style, this)),
      message_(new QLabel(this)),
      expected_words_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      project_(new QPushButton(tr("&Project"), this)),
      close_(new QPushButton(tr("Close"), this)),
      job_(new ProjectJob(this)),
      expected_(new ExpectedTime(this)) {
    setWindowTitle(tr("Project a recording"));
    recording_->line()->setText(recording);
    build_method();
    build_fields();
    lay_out();
    connect_fields();
    follow_method();
}

void ProjectDialog::build_method() {
    for (Method& method : methods_) {
        const MethodText text = about(method);
        method_->addItem(translated(text.label));
        auto* page = new OptionForm(
            tr("%1 Not shown: %2").arg(translated(text.shows), translated(text.hides)),
            options_of(method), QStringLiteral("RMNDLFWGP"), pages_);
        connect(page, &OptionForm::changed, this, &ProjectDialog::refresh);
        pages_->addWidget(page);
    }
    method_->addItem(tr("The map of another folder"));
    pages_->addWidget(make_map_page());
    // Features of one model have no paths.
    const std::string path = recording_->line()->text().toStdString();
    const std::string_view best = !path.empty() && is_one_model(path) ? "tsne" : "spacetime";
    const auto first =
        std::ranges::find(methods_, best, [](const Method& method) { return about(method).id; });
    method_->setCurrentIndex(static_cast<int>(first - methods_.begin()));
    method_->setAccessibleName(tr("Method"));
    method_->setToolTip(tr("Projection method (Alt+M)"));
    pages_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QWidget* ProjectDialog::make_map_page() {
    auto* page =
        new OptionForm(tr("Places samples by the map of a folder that was projected before, "
                          "without learning: other samples or later epochs of the same run."),
                       {}, {}, pages_);
    maps_->line()->setAccessibleName(tr("Map of"));
    maps_->line()->setToolTip(tr("A folder made by PCA, TimeVis, DVI or spacetime (Alt+O)"));
    auto* label = new QLabel(tr("Map &of"), page);
    label->setBuddy(maps_->line());
    auto* row = new QFormLayout;
    row->addRow(label, maps_);
    static_cast<QVBoxLayout*>(page->layout())->insertLayout(1, row);
    connect(maps_->line(), &QLineEdit::textChanged, this, &ProjectDialog::refresh);
    return page;
}

void ProjectDialog::build_fields() {
    recording_->line()->setAccessibleName(tr("Recording"));
    recording_->line()->setToolTip(
        tr("The folder with dataset/labels.npy and epochs/epoch_<k>/embeddings.npy (Alt+R)"));
    neighbours_->setRange(0, 1000);
    neighbours_->setValue(static_cast<int>(ProjectOptions{}.neighbours));
    neighbours_->setSpecialValueText(tr("none"));
    neighbours_->setAccessibleName(tr("Neighbours"));
    neighbours_->setToolTip(
        tr("How many nearest neighbours in feature space are listed for each "
           "sample, of its own and of other classes each (Alt+N)"));
    distance_->addItems({tr("Euclidean"), tr("Cosine: by the angle between embeddings")});
    distance_->setAccessibleName(tr("Distance"));
    distance_->setToolTip(tr("Distance between embeddings (Alt+D)"));
    landscape_->setToolTip(
        tr("Writes what is predicted where in the plane as backgrounds. The "
           "window paints it coarsely where a folder has none (Alt+L)"));
    format_->addItems({tr("Arrays (.npy): open at once whatever their size"),
                       tr("Sequence-Scatter (data.json)")});
    format_->setAccessibleName(tr("Format"));
    format_->setToolTip(tr("How the folder is written (Alt+F)"));
    target_->line()->setAccessibleName(tr("Folder to write"));
    target_->line()->setToolTip(
        tr("A new or an empty folder; it appears once it is complete (Alt+W)"));
    resume_->setChecked(true);
    resume_->setToolTip(
        tr("A cancelled run with the same settings left a checkpoint beside the folder. Otherwise "
           "it starts anew, and the checkpoint is lost (Alt+C)"));
    progress_->setRange(0, 1000);
    progress_->setAccessibleName(tr("Progress"));
    message_->setWordWrap(true);
    message_->setAccessibleName(tr("Status"));
    message_->setMinimumHeight(3 * fontMetrics().lineSpacing());
    message_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    message_->setTextFormat(Qt::PlainText);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    expected_words_->setAccessibleName(tr("Expected time"));
    expected_words_->setToolTip(
        tr("Estimated from the size of the recording, the options, and how fast this machine is"));
    project_->setDefault(true);
    project_->setToolTip(tr("Project it, write the folder and open it (Enter)"));
    close_->setAutoDefault(false);
}

void ProjectDialog::lay_out() {
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [this](const QString& title, QWidget* field, QWidget* buddy) {
        auto* label = new QLabel(title, fields_);
        label->setBuddy(buddy);
        form_->addRow(label, field);
    };
    add(tr("&Recording"), recording_, recording_->line());
    add(tr("&Method"), method_, method_);
    form_->addRow(QString(), pages_);
    add(tr("&Neighbours"), neighbours_, neighbours_);
    add(tr("&Distance"), distance_, distance_);
    form_->addRow(QString(), landscape_);
    add(tr("&Format"), format_, format_);
    add(tr("&Write to"), target_, target_->line());
    form_->addRow(QString(), resume_);

    // Advanced options are scrolled to, and on a small screen the others too.
    auto* scrolled = new QScrollArea(this);
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scrolled->setWidgetResizable(true);
    scrolled->setWidget(fields_);
    auto* left = new QVBoxLayout;
    left->addWidget(scrolled, 1);
    left->addWidget(message_);
    left->addWidget(expected_words_);
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addLayout(left, 3);
    top->addWidget(picture_, 2);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(progress_, 1);
    buttons->addStretch(0);
    buttons->addWidget(close_);
    buttons->addWidget(project_);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(top, 1);
    column->addLayout(buttons);
    picture_->setMinimumSize(320, 320);
    fields_->setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    scrolled->setMinimumWidth(fields_->minimumWidth() + scrolled->verticalScrollBar()->width());
    // Kept free, so that the buttons do not move when it is shown.
    QSizePolicy policy = progress_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    progress_->setSizePolicy(policy);
    progress_->hide();
    const int hidden = fields_->sizeHint().height() - scrolled->sizeHint().height();
    resize((sizeHint() + QSize(0, std::max(hidden, 0)))
               .boundedTo(screen()->availableSize() - window_frame));
}

void ProjectDialog::connect_fields() {
    connect(recording_->line(), &QLineEdit::textChanged, this, &ProjectDialog::suggest);
    connect(target_->line(), &QLineEdit::textChanged, this, &ProjectDialog::refresh);
    connect(method_, &QComboBox::currentIndexChanged, this, &ProjectDialog::follow_method);
    connect(neighbours_, &QSpinBox::valueChanged, this,
            [this](int count) { distance_->setEnabled(count > 0); });
    connect(neighbours_, &QSpinBox::valueChanged, this, &ProjectDialog::refresh);
    connect(landscape_, &QCheckBox::toggled, this, &ProjectDialog::refresh);
    connect(expected_, &ExpectedTime::found, this, &ProjectDialog::show_expected);
    connect(project_, &QPushButton::clicked, this, &ProjectDialog::begin);
    connect(close_, &QPushButton::clicked, this,
            [this] { job_->is_running() ? cancel() : reject(); });
    connect(job_, &ProjectJob::progressed, this, &ProjectDialog::show_progress);
    connect(job_, &ProjectJob::began, this, [this](const QString& stage) { say(stage, false); });
    connect(job_, &ProjectJob::formed, picture_, &LivePreview::show_places);
    connect(job_, &ProjectJob::ended, this, &ProjectDialog::finish);
}

bool ProjectDialog::by_maps() const {
    return method_->currentIndex() == static_cast<int>(methods_.size());
}

ProjectRun ProjectDialog::run() const {
    const auto path = [](const FolderField* field) {
        return std::filesystem::path(QDir::cleanPath(field->line()->text()).toStdString());
    };
    ProjectRun run{.recording = recording_->line()->text().toStdString(),
                   .opening = recording_->line()->text() == offered_ ? opening_ : OpenOptions(),
                   .target = path(target_),
                   .resume = resume_->isChecked()};
    if (by_maps())
        run.maps = path(maps_);
    else
        run.options.method = methods_[static_cast<std::size_t>(method_->currentIndex())];
    run.options.neighbours = static_cast<std::size_t>(neighbours_->value());
    run.options.distance = distance_->currentIndex() == 1 ? Distance::cosine : Distance::euclidean;
    if (landscape_->isChecked()) run.landscape = landscape_size;
    run.format = format_->currentIndex() == 1 ? DatasetFormat::json : DatasetFormat::npy;
    return run;
}

void ProjectDialog::follow_method() {
    // Only what is seen decides how far there is to scroll.
    for (int i = 0; i < pages_->count(); ++i)
        pages_->widget(i)->setSizePolicy(QSizePolicy::Preferred, i == method_->currentIndex()
                                                                     ? QSizePolicy::Preferred
                                                                     : QSizePolicy::Ignored);
    pages_->setCurrentIndex(method_->currentIndex());
    suggest();
}

void ProjectDialog::suggest() {
    if (target_->line()->text() == suggested_) {
        const std::string_view name = by_maps() ? "placed" : about(run().options.method).id;
        suggested_ =
            suggested_target(recording_->line()->text(), QString::fromStdString(std::string(name)));
        target_->line()->setText(suggested_);
    }
    refresh();
}

void ProjectDialog::refresh() {
    if (job_->is_running()) return;
    const ProjectRun planned = run();
    const QString problem = problem_with(planned, by_maps());
    target_->begin_at(recording_->line()->text());
    resume_->setVisible(has_checkpoint(planned));
    project_->setEnabled(problem.isEmpty());
    // A field that nobody has filled in yet is no fault.
    const bool begun = !planned.recording.empty() && (!by_maps() || !planned.maps.empty());
    say(problem.isEmpty() ? tr("Writes the folder, then opens it.") : problem,
        !problem.isEmpty() && begun);
    if (problem.isEmpty()) return expected_->ask(planned);
    expected_->forget();
    show_expected(std::nullopt);
}

void ProjectDialog::show_expected(std::optional<double> seconds) {
    expected_words_->setText(seconds ? expected_words(*seconds) : QString());
}

void ProjectDialog::begin() {
    const ProjectRun planned = run();
    if (job_->is_running() || !problem_with(planned, by_maps()).isEmpty()) return refresh();
    progress_->setValue(0);
    progress_->setFormat(QStringLiteral("%p%"));
    clock_.start();
    left_ = {};
    picture_->clear();
    expected_->forget();
    show_expected(std::nullopt);
    job_->start(planned);
    set_running(true);
    say(tr("Opening the recording…"), false);
}

void ProjectDialog::set_running(bool running) {
    fields_->setEnabled(!running);
    project_->setEnabled(!running);
    progress_->setVisible(running);
    close_->setText(running ? tr("Cancel") : tr("Close"));
}

void ProjectDialog::show_progress(double share) {
    constexpr double milliseconds = 1000;
    progress_->setValue(static_cast<int>(share * 1000));
    const auto left = left_.at(static_cast<double>(clock_.elapsed()) / milliseconds, share);
    if (!left) return;
    progress_->setFormat(tr("%p%, about %1 left").arg(time_words(*left)));
}

void ProjectDialog::finish(ProjectJob::End end, const QString& message, const QStringList& remarks,
                           const QStringList& warnings) {
    set_running(false);
    switch (end) {
        case ProjectJob::End::done:
            emit projected(QDir::cleanPath(target_->line()->text()), remarks, warnings);
            accept();
            break;
        case ProjectJob::End::cancelled:
            picture_->clear();
            refresh();
            say(resume_->isVisible() ? tr("Cancelled. The checkpoint is beside the folder.")
                                     : tr("Cancelled. Nothing was written."),
                false);
            break;
        case ProjectJob::End::failed:
            picture_->clear();
            resume_->setVisible(has_checkpoint(run()));
            say(message, true);
            break;
    }
}

void ProjectDialog::say(const QString& words, bool fault) {
    QPalette colours = palette();
    if (fault) colours.setColor(QPalette::WindowText, bad_colour(colours));
    message_->setPalette(colours);
    message_->setText(words);
}

void ProjectDialog::cancel() {
    if (!job_->is_running()) return;
    job_->cancel();
    say(tr("Cancelling…"), false);
}

void ProjectDialog::reject() {
    if (!job_->is_running()) return QDialog::reject();
    ask_to_stop(*this,
                leaves_checkpoints(run())
                    ? tr("The projection is still running. Its last checkpoint is kept.")
                    : tr("The projection is still running. What it has computed would be lost."),
                [this] { cancel(); });
}

}  // namespace epochscope::app
