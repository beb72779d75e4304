#include "citations/articles.hpp"

#include <cstddef>
#include <optional>

#include "text/text.hpp"

namespace thethuc::citations {

namespace {

enum class Level : std::uint8_t { point, clause, article };

/// “Điều 103”: [first, last) of the tokens.
struct PartAt {
    Level level = Level::point;
    std::int32_t first = 0, last = 0;
};

class Reader {
public:
    explicit Reader(const Stream& stream) : stream_(stream), size_(static_cast<std::int32_t>(stream.tokens.size())) {}

    [[nodiscard]] bool is(std::int32_t at, TokenKind kind) const { return at >= 0 && at < size_ && token(at).kind == kind; }
    [[nodiscard]] bool word(std::int32_t at, text::Word lower) const { return is(at, TokenKind::word) && token(at).hash == lower.hash; }
    [[nodiscard]] const Token& token(std::int32_t at) const { return stream_.tokens[static_cast<std::size_t>(at)]; }
    [[nodiscard]] std::int32_t size() const noexcept { return size_; }
    [[nodiscard]] Span span(std::int32_t first, std::int32_t last) const {
        return {stream_.originStart(token(first).start), stream_.originEnd(token(last - 1).end)};
    }

    /// The part whose word stands at `at`.
    [[nodiscard]] std::optional<PartAt> partAt(std::int32_t at) const {
        if (word(at, U"điểm")) {
            if (!isLetter(at + 1)) return std::nullopt;
            // “điểm a1”, “điểm a) khoản 2”
            std::int32_t last = at + 2;
            if (is(last, TokenKind::number) && !token(last).space) ++last;
            if (is(last, TokenKind::close) && !token(last).space && (word(last + 1, U"khoản") || word(last + 1, U"điều"))) ++last;
            return PartAt{Level::point, at, last};
        }
        const bool clause = word(at, U"khoản"), article = word(at, U"điều");
        if ((!clause && !article) || !is(at + 1, TokenKind::number)) return std::nullopt;
        std::int32_t last = at + 2;
        if (isLetter(last) && !token(last).space) ++last;    // “Điều 5a”
        // “khoản 2,5 tỷ đồng”, “khoản 15.000 đồng”, “khoản 5%” are amounts
        if (clause && last < size_ && !token(last).space && !is(last, TokenKind::comma) && !is(last, TokenKind::semicolon) && !is(last, TokenKind::close) &&
            !is(last, TokenKind::quote) && !(is(last, TokenKind::dot) && (last + 1 >= size_ || token(last + 1).space))) {
            return std::nullopt;
        }
        if (is(last, TokenKind::comma) && is(last + 1, TokenKind::number) && !token(last + 1).space) return std::nullopt;
        return PartAt{clause ? Level::clause : Level::article, at, last};
    }

    /// Behind a part: what may go on with an enumeration.
    [[nodiscard]] bool joins(std::int32_t at) const {
        return is(at, TokenKind::comma) || is(at, TokenKind::semicolon) || word(at, U"và") || word(at, U"hoặc") || word(at, U"đến") || word(at, U"các");
    }
    [[nodiscard]] bool isLabel(std::int32_t at) const { return is(at, TokenKind::number) || isLetter(at); }

private:
    [[nodiscard]] bool isLetter(std::int32_t at) const { return is(at, TokenKind::word) && !token(at).capital && token(at).end - token(at).start == 1; }

    const Stream& stream_;
    std::int32_t size_;
};

/// Parts that follow `part` in falling order: “Điều 5, khoản 2, điểm a”. `comma`: one stands between two of them.
std::vector<PartAt> fallingFrom(const Reader& reader, const PartAt& part, bool& comma) {
    std::vector<PartAt> out{part};
    comma = false;
    for (;;) {
        const std::int32_t end = out.back().last;
        const bool separated = reader.is(end, TokenKind::comma);
        const auto next = reader.partAt(separated ? end + 1 : end);
        if (!next || next->level >= out.back().level) return out;
        comma = comma || separated;
        out.push_back(*next);
    }
}

/// What follows names a part that the last one may belong to: “…, khoản 2 Điều 6”, “…, khoản 2 và khoản 3 Điều 6”.
bool belongsToNext(const Reader& reader, const std::vector<PartAt>& chain, bool comma) {
    const PartAt& last = chain.back();
    std::int32_t at = last.last;
    if (!comma) {
        // “Điều 5 khoản 2 và …”, “khoản 2 điểm a Điều 5”: nothing but this article or clause can be meant
        const auto next = reader.partAt(at);
        return next && next->level > last.level && next->level <= chain.front().level;
    }
    while (at < reader.size()) {
        if (const auto next = reader.partAt(at)) {
            if (next->level > last.level) return true;
            at = next->last;
        } else if (reader.joins(at) || reader.isLabel(at)) {
            ++at;
        } else {
            return false;
        }
    }
    return false;
}

}  // namespace

std::vector<ReversedParts> reversedParts(const Stream& stream) {
    const Reader reader(stream);
    std::vector<ReversedParts> out;
    std::int32_t behindPart = -1;                // one past the part before
    for (std::int32_t i = 0; i < reader.size(); ++i) {
        const auto part = reader.partAt(i);
        if (!part) continue;
        bool comma = false;
        const std::vector<PartAt> chain = fallingFrom(reader, *part, comma);
        // “khoản 3 Điều 5, khoản 2 …” goes on with an enumeration
        const bool enumerates = comma && behindPart == part->first;
        if (chain.size() > 1 && !enumerates && !belongsToNext(reader, chain, comma)) {
            ReversedParts found;
            found.at = reader.span(chain.front().first, chain.back().last);
            for (auto one = chain.rbegin(); one != chain.rend(); ++one) {
                if (!found.ordered.empty()) found.ordered += U' ';
                found.ordered += cleaned(stream, one->first, one->last);
            }
            out.push_back(std::move(found));
        }
        behindPart = chain.back().last;
        i = chain.back().last - 1;
    }
    return out;
}

Span articleBeforeComma(const Stream& stream, std::int32_t citation) {
    const Reader reader(stream);
    const std::int32_t comma = citation - 1;
    if (!reader.is(comma, TokenKind::comma)) return {};
    for (std::int32_t first = comma - 3; first < comma; ++first) {
        const auto part = first >= 0 ? reader.partAt(first) : std::nullopt;
        if (part && part->level == Level::article && part->last == comma) return reader.span(first, comma);
    }
    return {};
}

}  // namespace thethuc::citations
