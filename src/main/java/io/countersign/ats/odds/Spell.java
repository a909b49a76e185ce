package io.countersign.ats.odds;

import io.countersign.ats.Application;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One silence of the other side: from the application, its last word, a talk, or what the person wrote to it, until its next
 * word.
 *
 * @param stage where the application was
 * @param system through which it went
 * @param days whole days that it lasted, or has lasted so far
 * @param answered true when the other side ended it; false when it still lasts or the person ended it
 * @param followUps on which days of it the person asked for news, rising
 */
public record Spell(Stage stage, Optional<String> system, int days, boolean answered, List<Integer> followUps) {
    /** For so many days a follow-up can be what an answer answers. */
    static final int FOLLOW_UP_DAYS = 14;

    public Spell {
        followUps = List.copyOf(followUps);
    }

    /** The silences of an application until now, oldest first. */
    public static List<Spell> of(Application application, Instant now) {
        return Silences.of(application, now).spells();
    }

    /** True when the person asked for news so shortly before that day that an answer may be due to it. */
    boolean isAsked(int day) {
        for (int asked : followUps) {
            if (asked <= day && day < asked + FOLLOW_UP_DAYS) {
                return true;
            }
        }
        return false;
    }
}
