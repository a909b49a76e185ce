package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import io.countersign.classify.MomentFinder;
import io.countersign.classify.MomentFinder.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of the times that a text names is the talk's: the only one, or the one that it was moved to; several to choose from
 * are none. The words are those of {@code ats/times.txt}. Immutable and thread-safe.
 */
final class TalkTimes {
    private static final int REACH = 60;

    private final MomentFinder moments;
    private final List<String> old;
    private final List<String> moved;

    TalkTimes(MomentFinder moments, DataFile file) {
        this.moments = moments;
        var words = new HashMap<String, List<String>>();
        for (var section : file.sections()) {
            words.put(
                    section.name(),
                    section.lines().stream().map(DataFile.Line::text).toList());
        }
        old = words(words, "old");
        moved = words(words, "moved");
    }

    private static List<String> words(Map<String, List<String>> words, String section) {
        return words.getOrDefault(section, List.of());
    }

    /** The moment ahead of {@code sent} that the talk begins at. */
    Optional<Instant> find(String subject, String body, Instant sent) {
        var named = Stream.concat(holding(subject, sent), holding(body, sent))
                .distinct()
                .toList();
        boolean choice = named.size() > 1 && !(named.size() == 2 && isMoved(subject, body));
        return choice
                ? Optional.empty()
                : named.reversed().stream().filter(at -> at.isAfter(sent)).findFirst();
    }

    /** Those that no word says are over. */
    private Stream<Instant> holding(String text, Instant sent) {
        var all = moments.in(text, sent);
        var holding = new ArrayList<Instant>();
        for (var moment : all) {
            if (!isOld(text, moment)) {
                holding.add(moment.at());
            }
        }
        // "your interview on" is said of a talk that stands as well
        return (holding.isEmpty() ? all.stream().map(Moment::at) : holding.stream());
    }

    private boolean isOld(String text, Moment moment) {
        var before = text.substring(Math.max(0, moment.begin() - REACH), moment.begin())
                .strip()
                .toLowerCase(Locale.ROOT);
        var words = before.endsWith(",") ? before.substring(0, before.length() - 1) : before;
        return old.stream().anyMatch(word -> endsInWord(withoutFiller(words), word) || endsInWord(words, word));
    }

    /** "from Tuesday" and "from next Tuesday", "statt am Dienstag". */
    private static String withoutFiller(String words) {
        for (var filler : List.of("next", "this", "am", "on", "the", "dem")) {
            if (endsInWord(words, filler)) {
                return words.substring(0, words.length() - filler.length()).strip();
            }
        }
        return words;
    }

    private static boolean endsInWord(String text, String word) {
        int from = text.length() - word.length();
        return text.endsWith(word) && (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)));
    }

    private boolean isMoved(String subject, String body) {
        var text = (subject + "\n" + body).toLowerCase(Locale.ROOT);
        return moved.stream().anyMatch(text::contains);
    }
}
