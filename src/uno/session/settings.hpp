// The person's settings and the folder of the extension.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <rtl/ustring.hxx>

namespace thethuc::uno {

using Context = css::uno::Reference<css::uno::XComponentContext>;

/// Name of the extension, as description.xml has it.
inline constexpr std::string_view kExtension = "vn.thethuc.writer";

/// A value of the office's configuration, "/org.openoffice.Setup/L10N" and "ooLocale"; void where there is none.
[[nodiscard]] css::uno::Any setting(const Context& context, const rtl::OUString& node, const rtl::OUString& name);

/// Language of panel and messages, "vi" or "en": the setting of the person, else decided from the office.
/// “auto” is Vietnamese unless the office speaks English and neither its locale nor its default document
/// language is Vietnamese: most offices that run an English LibreOffice still write Vietnamese documents.
[[nodiscard]] std::string language(const Context& context);
/// The same decision on plain values (language tags such as "en-US", "" where unknown).
[[nodiscard]] std::string chooseLanguage(std::string_view chosen, std::string_view interface, std::string_view locale,
                                         std::string_view documents);

/// What the person chose for language(): “auto”, “vi” or “en”.
[[nodiscard]] std::string chosenLanguage(const Context& context);
void keepLanguage(const Context& context, const std::string& chosen);

/// Whether an earlier result is brought up to date by itself after a change.
[[nodiscard]] bool checksAgain(const Context& context);
void keepChecksAgain(const Context& context, bool again);
/// Whether percentages that are certain are brought up to date whenever the person saves a document. Off by default.
[[nodiscard]] bool updatesOnSave(const Context& context);
void keepUpdatesOnSave(const Context& context, bool on);

/// The agency's file that the person works with: its id in the store; empty before one is chosen.
[[nodiscard]] std::string chosenProfile(const Context& context);
void chooseProfile(const Context& context, const std::string& id);
/// Abbreviation of the type that the person last drafted; empty before the first.
[[nodiscard]] std::string draftedType(const Context& context);
void keepDraftedType(const Context& context, const std::string& type);
/// The person's own patterns of phrases, as figures::ownPatterns() reads them.
[[nodiscard]] std::vector<std::string> phraseLines(const Context& context);
void keepPhraseLines(const Context& context, const std::vector<std::string>& lines);
/// Folder of the agency's files in the person's own settings, a path of the file system in UTF-8.
[[nodiscard]] std::string profileFolder(const Context& context);
/// Where outlines that the office made itself are kept (UTF-8 path).
[[nodiscard]] std::string outlineFolder(const Context& context);

/// Folder of the memories of cited documents, beside those.
[[nodiscard]] std::string citedFolder(const Context& context);
/// Whether cited documents are remembered by themselves each time the person has the citations read.
[[nodiscard]] bool remembersCited(const Context& context);
void rememberCited(const Context& context, bool on);
/// Whether citations in the text are smart tags.
[[nodiscard]] bool tagsCitations(const Context& context);
void tagCitations(const Context& context, bool on);

/// URL of the extension's folder; where it is not installed as an extension, the folder of our library.
[[nodiscard]] rtl::OUString folderUrl(const Context& context);
/// The same as a path of the file system, UTF-8.
[[nodiscard]] std::string folderPath(const Context& context);

}  // namespace thethuc::uno
