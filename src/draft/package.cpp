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
    return {stream("document-content", fonts + automatic + body),
            stream("document-styles", fonts + std::string(section(flat, "office:styles")) + automatic +
                                          std::string(section(flat, "office:master-styles")))};
}

}  // namespace thethuc::draft
