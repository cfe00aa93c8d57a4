#include "export/report/words.h"

namespace epochscope {

std::string ReportWords::filled(Phrase phrase,
                                std::initializer_list<std::string_view> values) const {
    constexpr std::string_view place = "{}";
    const ReportSentence& sentence = phrase.sentence();
    const std::string_view form = language_ == ReportLanguage::zh ? sentence.zh : sentence.en;
    std::string text;
    std::size_t begin = 0;
    for (const std::string_view value : values) {
        const std::size_t end = form.find(place, begin);
        text.append(form, begin, end - begin).append(value);
        begin = end + place.size();
    }
    return text.append(form, begin);
}

}  // namespace epochscope
