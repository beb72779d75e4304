#include "draft/package.hpp"

#include <stdexcept>

namespace thethuc::draft {

namespace {

/// The element `name` of the root, tags included.
std::string_view section(std::string_view flat, const std::string& name) {
    const auto begin = flat.find("<" + name + ">");
    const std::string close = "</" + name + ">";
    const auto end = flat.find(close, begin == std::string_view::npos ? 0 : begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) throw std::invalid_argument("flat OpenDocument text without " + name);
    return flat.substr(begin, end + close.size() - begin);
}

/// Attributes of the root: the name spaces and the version.
std::string attributes(std::string_view flat) {
    constexpr std::string_view kRoot = "<office:document";
    constexpr std::string_view kType = "office:mimetype=\"application/vnd.oasis.opendocument.text\"";
    const auto begin = flat.find(kRoot);
    const auto end = flat.find('>', begin == std::string_view::npos ? 0 : begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) throw std::invalid_argument("no flat OpenDocument text");
    std::string result(flat.substr(begin + kRoot.size(), end - begin - kRoot.size()));
    if (const auto type = result.find(kType); type != std::string::npos) result.erase(type, kType.size());
    return result;
}

/// The page styles without those that no paragraph of `body` begins a page of: Writer takes each page style over when it inserts a document, does
/// not record that, and its next Redo breaks off.
std::string usedPages(std::string masters, std::string_view automatic, std::string_view body) {
    constexpr std::string_view kOpen = "<style:master-page style:name=\"", kClose = "</style:master-page>";
    for (auto at = masters.find(kOpen); at != std::string::npos; at = masters.find(kOpen, at)) {
        const auto from = at + kOpen.size();
        const std::string name = masters.substr(from, masters.find('"', from) - from);
        const auto end = masters.find(kClose, at) + kClose.size();
        bool used = name == "Standard";
        const std::string asks = "style:master-page-name=\"" + name + "\"";
        for (auto found = automatic.find(asks); !used && found != std::string_view::npos; found = automatic.find(asks, found + 1)) {
            constexpr std::string_view kStyle = "<style:style style:name=\"";
            const auto style = automatic.rfind(kStyle, found) + kStyle.size();
            used = body.find("=\"" + std::string(automatic.substr(style, automatic.find('"', style) - style)) + "\"") != std::string_view::npos;
        }
        if (used) at = end;
        else masters.erase(at, end - at);
    }
    return masters;
}

}  // namespace

Package packageOf(std::string_view flat) {
    const std::string root = attributes(flat);
    const auto stream = [&](const std::string& name, const std::string& inner) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:" + name + root + ">" + inner + "</office:" + name + ">\n";
    };
    const std::string fonts(section(flat, "office:font-face-decls"));
    const std::string automatic(section(flat, "office:automatic-styles"));
    std::string body(section(flat, "office:body"));
    body.insert(body.rfind("</office:text>"), "<text:p/>");
    const std::string masters = usedPages(std::string(section(flat, "office:master-styles")), automatic, body);
    constexpr std::string_view kMaster = "<style:master-page ";
    const bool own = masters.find(kMaster, masters.find(kMaster) + 1) != std::string::npos;
    return {stream("document-content", fonts + automatic + body),
            stream("document-styles", fonts + std::string(section(flat, "office:styles")) + automatic + masters), own};
}

}  // namespace thethuc::draft
