package io.countersign.search.lucene;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.search.Ranking;
import io.countersign.search.SearchQuery.Mark;
import java.time.ZoneOffset;
import java.util.List;
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

    private static final List<Category> CATEGORIES = List.of(Category.values());
    private static final List<Stage> STAGES = List.of(Stage.values());

    private MailState() {}

    /** Changes whenever a number would mean something else. */
    static String format() {
        return Stream.concat(
                        CATEGORIES.stream().map(Category::id), STAGES.stream().map(Stage::id))
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
        bits |= (long) CATEGORIES.indexOf(mail.understanding().category()) << CATEGORY;
        bits |= ats.flatMap(AtsFacts::stage)
                        .map(stage -> STAGES.indexOf(stage) + 1L)
                        .orElse(0L)
                << STAGE;
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

    /** The number of the category, for {@link #categoryOf}. */
    static int category(long state) {
        return (int) (state >> CATEGORY) & BYTE;
    }

    /** The number of the stage, for {@link #stageOf}; 0 where there is none. */
    static int stage(long state) {
        return (int) (state >> STAGE) & BYTE;
    }

    static Category categoryOf(int number) {
        return CATEGORIES.get(number);
    }

    static Stage stageOf(int number) {
        return STAGES.get(number - 1);
    }

    static int numberOf(Stage stage) {
        return STAGES.indexOf(stage) + 1;
    }

    static int year(long state) {
        return (int) (state >> YEAR);
    }

    static boolean isIn(long state, String category) {
        return categoryOf(category(state)).id().equals(category);
    }

    static boolean announces(long state, String stage) {
        return stage(state) > 0 && stageOf(stage(state)).id().equals(stage);
    }
}
