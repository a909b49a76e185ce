package io.countersign.search.lucene;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.search.Ranking;
import io.countersign.search.SearchQuery.Mark;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changes about a mail, and its year, in one number, so that one column is rewritten when it changes. */
final class MailState {
    private static final int RISKY = 5;
    private static final int CATEGORY = 8;
    private static final int STAGE = 16;
    private static final int YEAR = 32;
    private static final int BYTE = 0xFF;
    private static final int LAST_YEAR = 9999;

    private MailState() {}

    /** Changes whenever a number would mean something else. */
    static String format() {
        return Stream.concat(
                        Arrays.stream(Category.values()).map(Category::id),
                        Arrays.stream(Stage.values()).map(Stage::id))
                .collect(Collectors.joining(",", "2:", ""));
    }

    static long of(Message mail) {
        var state = mail.state();
        var ats = mail.understanding().ats();
        long bits = 0;
        bits |= bit(state.unread(), Mark.UNREAD);
        bits |= bit(state.starred(), Mark.STARRED);
        bits |= bit(state.answered(), Mark.ANSWERED);
        bits |= bit(state.quarantined(), Mark.QUARANTINED);
        bits |= bit(mail.envelope().hasAttachment(), Mark.ATTACHMENT);
        bits |= ats.filter(facts -> facts.ghostingRisk() >= Ranking.RISKY).isPresent() ? 1L << RISKY : 0;
        bits |= (long) mail.understanding().category().ordinal() << CATEGORY;
        bits |= ats.flatMap(AtsFacts::stage).map(stage -> stage.ordinal() + 1L).orElse(0L) << STAGE;
        int year = mail.envelope().receivedAt().atOffset(ZoneOffset.UTC).getYear();
        return bits | (long) Math.clamp(year, 0, LAST_YEAR) << YEAR;
    }

    private static long bit(boolean set, Mark mark) {
        return set ? 1L << index(mark) : 0;
    }

    private static int index(Mark mark) {
        return switch (mark) {
            case UNREAD, READ -> 0;
            case STARRED -> 1;
            case ANSWERED -> 2;
            case QUARANTINED -> 3;
            case ATTACHMENT -> 4;
        };
    }

    static boolean has(long state, Mark mark) {
        return (state >> index(mark) & 1) == (mark == Mark.READ ? 0 : 1);
    }

    static boolean isRisky(long state) {
        return (state >> RISKY & 1) == 1;
    }

    /** The ordinal of the category. */
    static int category(long state) {
        return (int) (state >> CATEGORY) & BYTE;
    }

    /** The ordinal of the stage plus 1; 0 where there is none. */
    static int stage(long state) {
        return (int) (state >> STAGE) & BYTE;
    }

    static int year(long state) {
        return (int) (state >> YEAR);
    }

    static boolean isIn(long state, String category) {
        return Category.of(category).map(Category::ordinal).equals(Optional.of(category(state)));
    }

    static boolean announces(long state, String stage) {
        return Stage.of(stage).map(known -> known.ordinal() + 1).equals(Optional.of(stage(state)));
    }
}
