#include "uno/session/settings.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNameReplace.hpp>
#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/util/PathSubstitution.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>
#include <com/sun/star/util/XStringSubstitution.hpp>
#include <osl/file.hxx>
#include <osl/module.hxx>

#include "uno/bridge/border.hpp"
#include "uno/bridge/properties.hpp"
#include "uno/bridge/sequence.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

bool isVietnamese(std::string_view tag) { return tag == "vi" || tag.substr(0, 3) == "vi-"; }
bool isEnglish(std::string_view tag) { return tag == "en" || tag.substr(0, 3) == "en-"; }

constexpr const char* kGeneral = "/vn.thethuc.Settings/General";

/// One of the extension's own settings.
css::uno::Any ownSetting(const Context& context, const char* name) {
    return setting(context, rtl::OUString::createFromAscii(kGeneral), rtl::OUString::createFromAscii(name));
}

void changeSetting(const Context& context, const rtl::OUString& name, const css::uno::Any& value) {
    css::beans::NamedValue path;
    path.Name = "nodepath";
    path.Value <<= rtl::OUString::createFromAscii(kGeneral);
    css::uno::Sequence<css::uno::Any> arguments(1);
    arguments[0] <<= path;
    const css::uno::Reference<css::container::XNameReplace> access(
        css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess", arguments),
        css::uno::UNO_QUERY_THROW);
    access->replaceByName(name, value);
    css::uno::Reference<css::util::XChangesBatch>(access, css::uno::UNO_QUERY_THROW)->commitChanges();
}

void here() {}  // an address inside this library

rtl::OUString libraryFolder() {
    rtl::OUString url;
    if (!osl::Module::getUrlFromAddress(reinterpret_cast<oslGenericFunction>(&here), url)) return {};
    const sal_Int32 slash = url.lastIndexOf('/');
    return slash < 0 ? rtl::OUString() : url.copy(0, slash);
}

}  // namespace

css::uno::Any setting(const Context& context, const rtl::OUString& node, const rtl::OUString& name) {
    css::uno::Any result;
    guarded("setting", [&] {
        css::beans::NamedValue path;
        path.Name = "nodepath";
        path.Value <<= node;
        css::uno::Sequence<css::uno::Any> arguments(1);
        arguments[0] <<= path;
        const css::uno::Reference<css::container::XNameAccess> access(
            css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
                "com.sun.star.configuration.ConfigurationAccess", arguments),
            css::uno::UNO_QUERY_THROW);
        if (access->hasByName(name)) result = access->getByName(name);
    });
    return result;
}

std::string chooseLanguage(std::string_view chosen, std::string_view interface, std::string_view locale,
                           std::string_view documents) {
    if (chosen == "vi" || chosen == "en") return std::string(chosen);
    if (isEnglish(interface) && !isVietnamese(locale) && !isVietnamese(documents)) return "en";
    return "vi";
}

std::string language(const Context& context) {
    const auto text = [&](const char* node, const char* name) {
        return toUtf8(asOr<rtl::OUString>(
            setting(context, rtl::OUString::createFromAscii(node), rtl::OUString::createFromAscii(name)), {}));
    };
    return chooseLanguage(text(kGeneral, "Language"), text("/org.openoffice.Setup/L10N", "ooLocale"),
                          text("/org.openoffice.Setup/L10N", "ooSetupSystemLocale"),
                          text("/org.openoffice.Office.Linguistic/General", "DefaultLocale"));
}

std::string chosenLanguage(const Context& context) { return toUtf8(asOr<rtl::OUString>(ownSetting(context, "Language"), {})); }

void keepLanguage(const Context& context, const std::string& chosen) { changeSetting(context, "Language", css::uno::Any(str(chosen))); }

bool checksAgain(const Context& context) {
    return asOr<bool>(ownSetting(context, "CheckAgain"), true);
}

void keepChecksAgain(const Context& context, bool again) { changeSetting(context, "CheckAgain", css::uno::Any(again)); }

bool updatesOnSave(const Context& context) {
    return asOr<bool>(ownSetting(context, "UpdateOnSave"), false);
}

void keepUpdatesOnSave(const Context& context, bool on) { changeSetting(context, "UpdateOnSave", css::uno::Any(on)); }

std::string chosenProfile(const Context& context) {
    return toUtf8(asOr<rtl::OUString>(ownSetting(context, "Profile"), {}));
}

void chooseProfile(const Context& context, const std::string& id) { changeSetting(context, "Profile", css::uno::Any(str(id))); }

std::vector<std::string> phraseLines(const Context& context) {
    std::vector<std::string> lines;
    const auto kept = asOr<css::uno::Sequence<rtl::OUString>>(ownSetting(context, "Phrases"), {});
    for (const rtl::OUString& line : kept) lines.push_back(toUtf8(line));
    return lines;
}

void keepPhraseLines(const Context& context, const std::vector<std::string>& lines) {
    std::vector<rtl::OUString> kept;
    for (const std::string& line : lines) kept.push_back(str(line));
    changeSetting(context, "Phrases", css::uno::Any(seq(kept)));
}

std::string draftedType(const Context& context) {
    return toUtf8(asOr<rtl::OUString>(ownSetting(context, "DraftedType"), {}));
}

void keepDraftedType(const Context& context, const std::string& type) { changeSetting(context, "DraftedType", css::uno::Any(str(type))); }

namespace {

/// A folder of the person's settings; empty where the office does not tell.
std::string ownFolder(const Context& context, const char* name) {
    const css::uno::Reference<css::util::XStringSubstitution> paths = css::util::PathSubstitution::create(context);
    rtl::OUString path;
    if (osl::FileBase::getSystemPathFromFileURL(paths->substituteVariables("$(user)", true), path) != osl::FileBase::E_None) return {};
    return toUtf8(path) + "/thethuc/" + name;
}

}  // namespace

std::string profileFolder(const Context& context) { return ownFolder(context, "ho-so"); }

std::string outlineFolder(const Context& context) { return ownFolder(context, "de-cuong"); }

std::string citedFolder(const Context& context) { return ownFolder(context, "van-ban"); }

bool remembersCited(const Context& context) { return asOr<bool>(ownSetting(context, "RememberCited"), false); }

void rememberCited(const Context& context, bool on) { changeSetting(context, "RememberCited", css::uno::Any(on)); }

bool tagsCitations(const Context& context) { return asOr<bool>(ownSetting(context, "TagCitations"), true); }

void tagCitations(const Context& context, bool on) { changeSetting(context, "TagCitations", css::uno::Any(on)); }

rtl::OUString folderUrl(const Context& context) {
    rtl::OUString url;
    guarded("folder of the extension", [&] {
        url = css::deployment::PackageInformationProvider::get(context)->getPackageLocation(str(kExtension));
    });
    return url.isEmpty() ? libraryFolder() : url;
}

std::string folderPath(const Context& context) {
    rtl::OUString path;
    if (osl::FileBase::getSystemPathFromFileURL(folderUrl(context), path) != osl::FileBase::E_None) return {};
    return toUtf8(path);
}

}  // namespace thethuc::uno
