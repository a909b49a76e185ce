package io.countersign.ats;

import io.countersign.mail.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a person said about applications. It names them by something that they hold, a mail or a row, never by what joining
 * made of them: so it means the same after any rescan.
 */
public sealed interface ApplicationDecision {
    /**
     * Two are one; id and names of {@code kept} stay.
     *
     * @param parts all mails and rows of both
     * @param company how it was called then; empty when nobody knew
     * @param role the same
     */
    record Merge(ApplicationId kept, Set<ApplicationId> parts, String company, String role)
            implements ApplicationDecision {
        public Merge {
            parts = Set.copyOf(parts);
        }
    }

    /** These mails are an application of their own, apart from the rest of the one they were in. */
    record Split(Set<ApplicationId> moved, Set<ApplicationId> rest) implements ApplicationDecision {
        public Split {
            moved = Set.copyOf(moved);
            rest = Set.copyOf(rest);
        }
    }

    /** It is at this stage since that day. */
    record AtStage(ApplicationId anchor, Stage stage, LocalDate since) implements ApplicationDecision {}

    /** It is about this employer and role. */
    record Rename(ApplicationId anchor, String company, String role) implements ApplicationDecision {}

    /** There is one that no mail tells of. */
    record Add(NewApplication application) implements ApplicationDecision {}

    /** What these mails and rows are, the first of it anyway, is no application of this person. */
    record Dismiss(Set<ApplicationId> parts) implements ApplicationDecision {
        public Dismiss {
            parts = Set.copyOf(parts);
        }
    }

    /** The person asked for news at that time. */
    record FollowUp(ApplicationId anchor, Instant at) implements ApplicationDecision {}
}
