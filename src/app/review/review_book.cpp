#include "app/review/review_book.h"

#include "app/messages/message_words.h"
#include "app/session/path_files.h"
#include "app/session/session.h"
#include "app/tasks/task.h"

#include <QDateTime>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <exception>
#include <stop_token>
#include <string>
#include <utility>

namespace epochscope::app {
namespace {

QString path_of(const Dataset& dataset) { return QString::fromStdString(dataset.path); }

/// A file that can be written whatever the folder is.
QString spare_file(const Dataset& dataset) {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
                      QStringLiteral("/reviews"));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(name_of_path(path_of(dataset)) + QStringLiteral(".csv"));
}

std::string now_words() {
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
}

}  // namespace

QString review_place_key(const QString& folder) {
    return QStringLiteral("review/") + name_of_path(folder);
}

ReviewBook::ReviewBook(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      reader_(std::make_unique<Reader>([](const std::shared_ptr<const Dataset>& dataset,
                                          const std::stop_token&) { return read(*dataset); },
                                       [this](const std::shared_ptr<const Dataset>&,
                                              Loaded loaded) { take(std::move(loaded)); })) {
    make_writer();
    connect(&session, &Session::dataset_changed, this, &ReviewBook::follow_dataset);
    connect(&session, &Session::epochs_changed, this, [this] { dataset_ = session_.dataset(); });
    follow_dataset();
}

ReviewBook::~ReviewBook() {
    reader_.reset();
    finish();
}

void ReviewBook::make_writer() {
    writer_ = std::make_unique<Writer>(
        [](const Writing& writing, const std::stop_token&) { return write(writing); },
        [this](const Writing& writing, const Written& written) { take(writing, written); });
}

ReviewBook::Loaded ReviewBook::read(const Dataset& dataset) {
    Loaded loaded;
    const QString other = QSettings().value(review_place_key(path_of(dataset))).toString();
    loaded.file = std::make_shared<ReviewFile>(
        other.isEmpty() ? review_file_of(dataset) : std::filesystem::path(other.toStdString()));
    std::vector<std::string> warnings;
    try {
        loaded.review = std::make_shared<const Review>(loaded.file->read(dataset, warnings));
    } catch (const std::exception& error) {
        loaded.review = std::make_shared<const Review>();
        loaded.problem = tr("%1. It stays as it is: the next decision gives it the ending .bak and "
                            "begins a new file.")
                             .arg(problem_of(error));
    }
    for (const std::string& warning : warnings) loaded.warnings << message_words(warning);
    return loaded;
}

ReviewBook::Written ReviewBook::write(const Writing& writing) {
    Written written;
    try {
        const auto moved = writing.file->write(*writing.review, *writing.dataset);
        if (moved) written.moved = QString::fromStdString(moved->string());
    } catch (const std::exception& error) {
        written.problem = problem_of(error);
    }
    return written;
}

void ReviewBook::follow_dataset() {
    finish();
    dataset_ = session_.dataset();
    file_.reset();
    review_.reset();
    steps_.clear();
    done_ = 0;
    written_ = changes_;
    problem_.clear();
    reader_->cancel();
    if (dataset_) reader_->ask(dataset_);
    emit opened();
    emit state_changed();
}

void ReviewBook::take(Loaded loaded) {
    file_ = std::move(loaded.file);
    review_ = std::move(loaded.review);
    problem_ = loaded.problem;
    emit opened();
    emit state_changed();
    for (const QString& warning : std::as_const(loaded.warnings)) emit message(warning);
}

void ReviewBook::take(const Writing& writing, const Written& written) {
    if (writing.file != file_) return;
    problem_ = written.problem;
    if (problem_.isEmpty()) written_ = writing.change;
    emit state_changed();
    if (!written.moved.isEmpty())
        emit message(tr("There was another file with decisions; it is kept as %1.")
                         .arg(QDir::toNativeSeparators(written.moved)));
}

const ReviewDecision* ReviewBook::find(std::size_t sample) const {
    if (!review_) return nullptr;
    const auto found = review_->decisions.find(sample);
    return found == review_->decisions.end() ? nullptr : &found->second;
}

bool ReviewBook::is_decided(std::size_t sample) const {
    const ReviewDecision* decision = find(sample);
    return decision != nullptr && decision->action != ReviewAction::none;
}

void ReviewBook::decide(std::size_t sample, ReviewAction action, std::int32_t new_label) {
    const ReviewDecision* before = find(sample);
    ReviewDecision decision = before != nullptr ? *before : ReviewDecision{};
    decision.action = action;
    decision.new_label = action == ReviewAction::relabel ? new_label : -1;
    change(sample, std::move(decision));
}

void ReviewBook::note(std::size_t sample, const QString& words) {
    const ReviewDecision* before = find(sample);
    ReviewDecision decision = before != nullptr ? *before : ReviewDecision{};
    std::string note = words.trimmed().toStdString();
    if (note == decision.note) return;
    decision.note = std::move(note);
    change(sample, std::move(decision));
}

void ReviewBook::change(std::size_t sample, ReviewDecision decision) {
    if (!review_) return;
    const ReviewDecision* before = find(sample);
    Step step{sample, before != nullptr ? std::optional(*before) : std::nullopt, std::nullopt};
    decision.time = now_words();
    if (decision.action != ReviewAction::none || !decision.note.empty())
        step.after = std::move(decision);
    steps_.resize(done_);
    steps_.push_back(step);
    ++done_;
    apply(sample, step.after);
    emit decided(done_ - 1);
}

std::optional<std::size_t> ReviewBook::undo() {
    if (!can_undo()) return std::nullopt;
    const Step step = steps_[--done_];
    apply(step.sample, step.before);
    return step.sample;
}

std::optional<std::size_t> ReviewBook::redo() {
    if (!can_redo()) return std::nullopt;
    const Step step = steps_[done_++];
    apply(step.sample, step.after);
    return step.sample;
}

void ReviewBook::undo_to(std::size_t step) {
    while (done_ > step) undo();
}

void ReviewBook::redo_to(std::size_t step) {
    while (done_ < step && can_redo()) redo();
}

void ReviewBook::apply(std::size_t sample, const std::optional<ReviewDecision>& decision) {
    // A copy, since the thread that writes may hold the old one.
    auto review = std::make_shared<Review>(*review_);
    if (decision) {
        review->decisions[sample] = *decision;
    } else {
        review->decisions.erase(sample);
    }
    review_ = std::move(review);
    ++changes_;
    save();
    emit changed(sample);
    emit state_changed();
}

void ReviewBook::save() { writer_->ask({file_, dataset_, review_, changes_}); }

QString ReviewBook::file() const {
    return file_ ? QDir::toNativeSeparators(QString::fromStdString(file_->path().string()))
                 : QString();
}

void ReviewBook::keep_in(const QString& file) {
    if (!review_) return;
    file_ = std::make_shared<ReviewFile>(std::filesystem::path(file.toStdString()));
    QSettings().setValue(review_place_key(path_of(*dataset_)), file);
    ++changes_;
    save();
    emit state_changed();
}

void ReviewBook::finish() {
    // Its thread ends with what it writes, so that two never write at once.
    writer_.reset();
    if (dataset_ && review_ && !is_saved()) {
        Writing writing{file_, dataset_, review_, changes_};
        if (!write(writing).problem.isEmpty()) {
            const QString spare = spare_file(*dataset_);
            writing.file = std::make_shared<ReviewFile>(std::filesystem::path(spare.toStdString()));
            if (write(writing).problem.isEmpty())
                QSettings().setValue(review_place_key(path_of(*dataset_)), spare);
        }
    }
    written_ = changes_;
    make_writer();
}

}  // namespace epochscope::app
