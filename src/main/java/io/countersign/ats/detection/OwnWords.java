package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Leaves of a body what its sender wrote: quoted mail below an answer, signature and footer go; a mail that was passed on
 * without a word stays. The marks are those of {@code ats/body.txt}. Immutable.
 */
final class OwnWords {
    private static final int SOME_WORDS = 25;
    private static final int LONGEST_ATTRIBUTION = 200;

    private final List<String> quoteLines = new ArrayList<>();
    private final List<String> quoteEnds = new ArrayList<>();
    private final List<String> footers = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();

    OwnWords(DataFile file) {
        for (var section : file.sections()) {
            var list =
                    switch (section.name()) {
                        case "quote-line" -> quoteLines;
                        case "quote-end" -> quoteEnds;
                        case "footer" -> footers;
                        case "forwarded-header" -> headers;
                        default -> throw section.at().refuse("'" + section.name() + "' is not a kind of mark");
                    };
            section.lines().forEach(line -> list.add(line.text().toLowerCase(Locale.ROOT)));
        }
    }

    String of(String body) {
        var own = new StringBuilder(body.length());
        int words = 0;
        int from = 0;
        while (from < body.length()) {
            int end = body.indexOf('\n', from);
            end = end < 0 ? body.length() : end;
            var line = body.substring(from, end).strip();
            var lower = line.toLowerCase(Locale.ROOT);
            from = end + 1;
            if (startsQuote(lower) && words >= SOME_WORDS) {
                return own.toString();
            }
            if (lower.equals("--") || startsAny(lower, footers)) {
                // what follows a footer's first line is seldom more than more footer, but short mails come with it on
                // top
                if (words >= SOME_WORDS) {
                    return own.toString();
                }
                continue;
            }
            if (lower.startsWith(">") || isHeader(lower)) {
                continue;
            }
            if (startsQuote(lower)) {
                line = behindMark(line);
            }
            words += line.length();
            own.append(line).append('\n');
        }
        return own.toString();
    }

    private boolean startsQuote(String lower) {
        if (startsAny(lower, quoteLines)) {
            return true;
        }
        boolean attribution = lower.startsWith("on ")
                || lower.startsWith("am ")
                || lower.startsWith("le ")
                || lower.startsWith("el ");
        return attribution
                && lower.length() < LONGEST_ATTRIBUTION
                && quoteEnds.stream().anyMatch(lower::endsWith);
    }

    /** What stands behind "--- forwarded ---" on its own line, when the breaks of a mail got lost. */
    private static String behindMark(String line) {
        int close = line.indexOf("---", 8);
        return close < 0 ? "" : line.substring(close).replace("-", " ").strip();
    }

    private boolean isHeader(String lower) {
        return lower.length() < LONGEST_ATTRIBUTION && startsAny(lower, headers);
    }

    private static boolean startsAny(String lower, List<String> starts) {
        for (var start : starts) {
            if (lower.startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
