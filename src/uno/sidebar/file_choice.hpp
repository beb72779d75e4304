// The office's dialogs that ask for a file, as system paths.
#pragma once

#include <optional>
#include <string>

#include <rtl/ustring.hxx>

#include "uno/session/settings.hpp"

namespace thethuc::uno {

/// Kinds of files: the name that the dialog shows, and the ending without its dot (“json”), for reading also more (“odt|docx”).
struct FileKind {
    rtl::OUString name;
    std::string ending;
};

/// A file to read, UTF-8; nothing where the person gives up.
[[nodiscard]] std::optional<std::string> fileToRead(const Context& context, const FileKind& kind);
/// A file to write; the dialog asks before one is replaced.
[[nodiscard]] std::optional<std::string> fileToWrite(const Context& context, const FileKind& kind, const std::string& proposedName);

/// The next file that is asked for is this one, and no dialog opens: for people who drive the office by script, and for tests.
void answerNextChoice(const std::string& path);

}  // namespace thethuc::uno
