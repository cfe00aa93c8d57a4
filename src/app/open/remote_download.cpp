#include "app/open/remote_download.h"

#include "app/tasks/post.h"

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

namespace epochscope::app {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr qsizetype longest_head = qsizetype{1} << 16;
/// How often a silent server is looked at.
constexpr milliseconds between_looks{50};

using Multi = std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)>;
using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

bool is_redirect(long status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Headers headers_for(const RemoteVersion& known) {
    Headers headers(nullptr, &curl_slist_free_all);
    const auto add = [&](const QByteArray& line) {
        headers.reset(curl_slist_append(headers.release(), line.constData()));
    };
    add("Accept: image/png");
    add("Cache-Control: no-cache");
    if (!known.tag.isEmpty()) add("If-None-Match: " + known.tag);
    if (!known.modified.isEmpty()) add("If-Modified-Since: " + known.modified);
    return headers;
}

/// What libcurl hands over of one request.
struct Reply {
    qsizetype most = 0;
    QByteArray bytes;
    QByteArray head;
    Clock::time_point last = Clock::now();
    bool is_too_large = false;
    bool is_head_too_long = false;

    static std::size_t take(const char* data, std::size_t size, std::size_t count, void* of) {
        auto& reply = *static_cast<Reply*>(of);
        reply.last = Clock::now();
        const auto length = static_cast<qsizetype>(size * count);
        reply.is_too_large = reply.bytes.size() + length > reply.most;
        if (reply.is_too_large) return 0;
        reply.bytes.append(data, length);
        return size * count;
    }
    static std::size_t take_head(const char* data, std::size_t size, std::size_t count, void* of) {
        auto& reply = *static_cast<Reply*>(of);
        reply.last = Clock::now();
        reply.head.append(data, static_cast<qsizetype>(size * count));
        reply.is_head_too_long = reply.head.size() > longest_head;
        return reply.is_head_too_long ? 0 : size * count;
    }
    /// What the server says of its answer, such as "404 Not Found".
    [[nodiscard]] QString status_words() const {
        // Those of a proxy, and of answers on the way, come before it.
        const QByteArray last = head.mid(head.lastIndexOf("\nHTTP/") + 1);
        const QByteArray line = last.left(last.indexOf('\n')).trimmed();
        return QString::fromUtf8(line.mid(line.indexOf(' ') + 1).left(200));
    }
};

/// Fetches one file, on a thread that may take its time.
class Transfer {
  public:
    Transfer(QUrl url, RemoteVersion known, const RemoteLimits& limits, std::stop_token stop)
        : url_(std::move(url)), known_(std::move(known)), limits_(limits), stop_(std::move(stop)) {}

    /// Nothing if it was stopped.
    std::optional<RemoteAnswer> answer() {
        for (;;) {
            Reply reply;
            reply.most = static_cast<qsizetype>(limits_.bytes);
            const Easy easy = request(reply);
            if (!easy || !multi_) return failed(words_of(CURLE_FAILED_INIT, reply));
            const CURLcode code = perform(easy.get(), reply);
            if (stop_.stop_requested()) return std::nullopt;
            if (!problem_.isEmpty()) return failed(problem_);
            if (code != CURLE_OK) return failed(words_of(code, reply));
            long status = 0;
            curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
            if (!is_redirect(status)) return taken(easy.get(), status, reply);
            char* to = nullptr;
            curl_easy_getinfo(easy.get(), CURLINFO_REDIRECT_URL, &to);
            const QString problem = go_on_to(QByteArray(to));
            if (!problem.isEmpty()) return failed(problem);
        }
    }

  private:
    static RemoteAnswer failed(const QString& problem) {
        return {.problem = problem, .bytes = {}, .version = {}};
    }

    Easy request(Reply& reply) {
        Easy easy(curl_easy_init(), &curl_easy_cleanup);
        if (!easy) return easy;
        const auto set = [&](CURLoption option, auto value) {
            curl_easy_setopt(easy.get(), option, value);
        };
        headers_ = headers_for(known_);
        set(CURLOPT_URL, url_.toEncoded().constData());
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_HTTPHEADER, headers_.get());
        set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits_.bytes));
        set(CURLOPT_WRITEFUNCTION, &Reply::take);
        set(CURLOPT_WRITEDATA, static_cast<void*>(&reply));
        set(CURLOPT_HEADERFUNCTION, &Reply::take_head);
        set(CURLOPT_HEADERDATA, static_cast<void*>(&reply));
        set(CURLOPT_NOSIGNAL, 1L);
        // A name that is still looked up must not hold up whoever stops.
        set(CURLOPT_QUICK_EXIT, 1L);
        return easy;
    }

    CURLcode perform(CURL* easy, const Reply& reply) {
        curl_multi_add_handle(multi_.get(), easy);
        // The window waits for this thread when it stops.
        const std::stop_callback wake(stop_, [this] { curl_multi_wakeup(multi_.get()); });
        CURLcode code = CURLE_GOT_NOTHING;
        for (int running = 1; running > 0 && !stop_.stop_requested() && !is_late(reply);) {
            curl_multi_perform(multi_.get(), &running);
            if (running > 0)
                curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(between_looks.count()),
                                nullptr);
        }
        int left = 0;
        if (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left))
            code = message->data.result;
        curl_multi_remove_handle(multi_.get(), easy);
        return code;
    }

    bool is_late(const Reply& reply) {
        const Clock::time_point now = Clock::now();
        if (now - reply.last > milliseconds(limits_.stalled_after))
            problem_ = RemoteDownload::tr("no data arrived for %1 seconds")
                           .arg(limits_.stalled_after / 1000);
        if (now - begun_ > milliseconds(limits_.whole_within))
            problem_ = RemoteDownload::tr("the file did not come whole within %1 seconds")
                           .arg(limits_.whole_within / 1000);
        return !problem_.isEmpty();
    }

    [[nodiscard]] QString words_of(CURLcode code, const Reply& reply) const {
        if (reply.is_too_large || code == CURLE_FILESIZE_EXCEEDED)
            return RemoteDownload::tr("the file is larger than %1 MB").arg(limits_.bytes >> 20);
        if (reply.is_head_too_long || code == CURLE_WEIRD_SERVER_REPLY ||
            // libcurl says this of a head without an end, too.
            code == CURLE_OUT_OF_MEMORY || code == CURLE_UNSUPPORTED_PROTOCOL)
            return RemoteDownload::tr("the server does not answer as one for web pages does");
        if (code == CURLE_PARTIAL_FILE || code == CURLE_GOT_NOTHING)
            return RemoteDownload::tr("the connection ended before the file was whole");
        return QString::fromUtf8(curl_easy_strerror(code));
    }

    [[nodiscard]] RemoteAnswer taken(CURL* easy, long status, Reply& reply) const {
        if (status == 304 && !(known_.tag.isEmpty() && known_.modified.isEmpty()))
            return {.problem = {}, .bytes = {}, .version = known_, .is_unchanged = true};
        if (status != 200)
            return failed(RemoteDownload::tr("the server answers “%1”").arg(reply.status_words()));
        const auto field = [&](const char* name) {
            curl_header* header = nullptr;
            const auto found = curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &header);
            return found == CURLHE_OK ? QByteArray(header->value) : QByteArray();
        };
        const QByteArray encoding = field("Content-Encoding");
        if (!encoding.isEmpty() && encoding != "identity")
            return failed(
                RemoteDownload::tr("the server sends the file as “%1”, which was not asked for")
                    .arg(QString::fromUtf8(encoding.left(200))));
        return {.problem = {},
                .bytes = std::move(reply.bytes),
                .version = {field("ETag"), field("Last-Modified")}};
    }

    /// Why not; empty if it is allowed.
    QString go_on_to(const QByteArray& address) {
        const QUrl to = QUrl::fromEncoded(address, QUrl::StrictMode);
        const bool less_safe = url_.scheme() == "https" && to.scheme() != "https";
        if (!is_fetchable(to) || less_safe)
            return RemoteDownload::tr("the server redirects to “%1”, which is not allowed")
                .arg(to.toDisplayString());
        if (++redirects_ > limits_.redirects)
            return RemoteDownload::tr("the server redirects more than %1 times")
                .arg(limits_.redirects);
        url_ = to;
        return {};
    }

    QUrl url_;
    RemoteVersion known_;
    RemoteLimits limits_;
    std::stop_token stop_;
    Clock::time_point begun_ = Clock::now();
    int redirects_ = 0;
    QString problem_;
    Headers headers_{nullptr, &curl_slist_free_all};
    Multi multi_{curl_multi_init(), &curl_multi_cleanup};
};

}  // namespace

bool is_fetchable(const QUrl& url) {
    const QString scheme = url.scheme();
    return url.isValid() && (scheme == "http" || scheme == "https") && !url.host().isEmpty() &&
           url.userInfo().isEmpty();
}

RemoteDownload::RemoteDownload(const QUrl& url, const RemoteVersion& known,
                               const RemoteLimits& limits, QObject* parent)
    : QObject(parent), thread_([this, url, known, limits](const std::stop_token& stop) {
          if (auto answer = Transfer(url, known, limits, stop).answer())
              post(this, [this, answer = std::move(*answer)] { emit finished(answer); });
      }) {}

RemoteDownload::~RemoteDownload() = default;

}  // namespace epochscope::app
