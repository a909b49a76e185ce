package io.countersign.search.ui;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Message;
import io.countersign.search.Facet;
import io.countersign.search.SearchDesk.Completion;
import io.countersign.search.SearchDesk.Extent;
import io.countersign.search.SearchDesk.Found;
import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchDesk.Range;
import io.countersign.search.SearchDesk.Snippet;
import io.countersign.search.SearchHit.Kind;
import io.countersign.search.SearchHit.Reason;
import io.countersign.search.ui.HealthViewModel.Notice;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.text.TextFold;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was found, in the person's language. */
public record SearchWords(Texts texts, Formats formats) {
    private static final int NAMED = 3;
    private static final double CHANGES_NOTHING = 0.005;

    String get(String key, Object... arguments) {
        return arguments.length == 0 ? texts.get(key) : texts.get(key, arguments);
    }

    String number(long count) {
        return formats.number(count);
    }

    /** Who wrote it: the name, else the address. */
    public String sender(Message mail) {
        var shown = OneLine.of(mail.envelope().from().display());
        return shown.isEmpty() ? get("search.no.sender") : shown;
    }

    /** What it says it is about. */
    public String subject(Message mail) {
        var shown = OneLine.of(mail.envelope().subject());
        return shown.isEmpty() ? get("search.no.subject") : shown;
    }

    String address(Message mail) {
        var email = OneLine.of(mail.envelope().from().email());
        return mail.envelope().from().name().isBlank() || email.isEmpty() ? email : "<" + email + ">";
    }

    String category(Message mail) {
        return category(mail.understanding().category().id());
    }

    private String category(String id) {
        return worded("approvals.category.", id);
    }

    Optional<String> stage(Message mail) {
        return mail.understanding().ats().flatMap(AtsFacts::stage).map(stage -> worded("clause.stage.", stage.id()));
    }

    String facet(Facet facet) {
        return get("search.facet." + facet.name().toLowerCase(Locale.ROOT));
    }

    String value(Facet facet, String value) {
        return switch (facet) {
            case CATEGORY -> category(value);
            case STAGE -> worded("clause.stage.", value);
            case SENDER, YEAR -> OneLine.of(value);
        };
    }

    /** Why a mail stands where it stands, line by line with its factor; the factor is empty where it changes nothing. */
    Map<String, String> reasons(Hit hit, Optional<Snippet> snippet) {
        var lines = new LinkedHashMap<String, String>();
        for (var reason : hit.reasons()) {
            lines.putIfAbsent(
                    reason(reason, snippet, hit.mail().envelope().subject()),
                    Math.abs(reason.factor() - 1) < CHANGES_NOTHING ? "" : "× " + formats.decimal(reason.factor(), 2));
        }
        return lines;
    }

    private String reason(Reason reason, Optional<Snippet> snippet, String subject) {
        var key = "search.reason." + reason.kind().name().toLowerCase(Locale.ROOT);
        var seen = snippet.map(found -> seen(reason.kind(), found, subject)).orElse("");
        return seen.isEmpty() ? get(key) : get(key + ".words", seen);
    }

    private String seen(Kind kind, Snippet snippet, String subject) {
        return switch (kind) {
            case SUBJECT -> seen(subject, snippet.subjectMarks());
            case TEXT -> seen(snippet.text(), snippet.marks());
            default -> "";
        };
    }

    /** The words that stand out in a text, each once. */
    private String seen(String text, List<Range> marks) {
        return marks.stream()
                .filter(mark -> 0 <= mark.start() && mark.start() < mark.end() && mark.end() <= text.length())
                .map(mark -> text.substring(mark.start(), mark.end()))
                .collect(Collectors.toMap(TextFold::fold, word -> word, (one, _) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .limit(NAMED)
                .map(word -> get("search.quoted", OneLine.of(word)))
                .collect(Collectors.joining(", "));
    }

    /** How the index is; empty where all is well. */
    String notice(Notice notice) {
        return switch (notice) {
            case Notice.None _ -> "";
            case Notice.Failing(var kind, boolean partly) ->
                partly(get("search.failing." + kind.name().toLowerCase(Locale.ROOT)), partly);
            case Notice.Building(long mails, long all, boolean partly) ->
                partly(get("search.building", number(mails), number(all)), partly);
            case Notice.Behind(long changes) -> get("search.behind", changes, number(changes));
        };
    }

    private String partly(String notice, boolean partly) {
        return partly ? notice + " " + get("search.partly") : notice;
    }

    /** What a completion is, and of how many mails. */
    String note(Completion completion) {
        var kind = get("search.completion." + completion.kind().name().toLowerCase(Locale.ROOT));
        return completion.mails() <= 0
                ? kind
                : kind + " · " + get("search.completion.mails", completion.mails(), number(completion.mails()));
    }

    /** How many there are, and how many that only mean the same. */
    String count(Found found) {
        var count = found.extent() == Extent.WHOLE
                ? count(found.total(), found.hits().size())
                : get("search.count.partly", found.total(), number(found.total()));
        int similar = found.similar().size();
        return similar == 0 ? count : get("search.count.similar", count, similar, number(similar));
    }

    private String count(long total, int listed) {
        return total > listed && listed >= SearchViewModel.MOST
                ? get("search.count.first", number(listed), number(total))
                : get("search.count", total, number(total));
    }

    /** Words of the query as they are typed, of which one may be left out. */
    static List<String> terms(String typed) {
        return List.of(typed.strip().split("\\s+"));
    }

    private String worded(String prefix, String id) {
        return texts.has(prefix + id) ? get(prefix + id) : OneLine.of(id.replace('_', ' '));
    }
}
