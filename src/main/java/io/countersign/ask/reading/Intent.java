package io.countersign.ask.reading;

import io.countersign.mail.Stage;
import java.util.Set;

/** What a question is about. */
public sealed interface Intent {
    Narrowing by();

    /** A question that is answered from what is stored. */
    sealed interface Structured extends Intent {
        Asking asking();

        @Override
        default Narrowing by() {
            return asking().by();
        }
    }

    /**
     * Applications.
     *
     * @param stages those that came to one of these; empty: all
     */
    record Applications(Asking asking, Set<Stage> stages) implements Structured {
        public Applications {
            stages = Set.copyOf(stages);
        }
    }

    /** Talks with a date. */
    record Talks(Asking asking) implements Structured {}

    /**
     * What is due by a day.
     *
     * @param all also what is good to do without being due
     * @param stages of applications that are at one of these; empty: of all
     */
    record Deadlines(Asking asking, boolean all, Set<Stage> stages) implements Structured {
        public Deadlines {
            stages = Set.copyOf(stages);
        }
    }

    /** Where it is time to ask for news. */
    record FollowUps(Asking asking) implements Structured {}

    /**
     * Applications without an answer.
     *
     * @param ghosted only those of which none is to be expected any more
     */
    record Silence(Asking asking, boolean ghosted) implements Structured {}

    /**
     * How long employers took to answer.
     *
     * @param stages up to the first of these; empty: up to any answer but a confirmation
     */
    record Response(Asking asking, Order order, Set<Stage> stages) implements Structured {
        public Response {
            stages = Set.copyOf(stages);
        }

        /** Which of them. */
        public enum Order {
            NEWEST,
            FASTEST,
            SLOWEST
        }
    }

    /** Mail of people whom the person has not answered. */
    record Unanswered(Asking asking) implements Structured {}

    /**
     * Whether there is more of something in some days than in others.
     *
     * @param base what is counted or added up, in the first days
     * @param other the other days
     * @param more false: fewer
     */
    record Compared(Structured base, Period other, boolean more) implements Intent {
        @Override
        public Narrowing by() {
            return base.by();
        }
    }

    /** What was paid. */
    record Spending(Asking asking, Sort sort) implements Structured {
        /** Which charges. */
        public enum Sort {
            SPENT,
            /** All receipts, whatever they state. */
            RECEIPTS,
            REFUNDS,
            UNPAID,
            SUBSCRIPTIONS
        }
    }

    /** What may have been paid twice. */
    record Duplicates(Asking asking) implements Structured {}

    /** Stored mail. */
    record Mails(Asking asking) implements Structured {}

    /** Who sends mail. */
    record Senders(Asking asking) implements Structured {}

    /** Proposals that wait for a decision. */
    record Proposals(Asking asking) implements Structured {}

    /** Something is to be done with mail. */
    record Wanted(Deed deed, Narrowing by) implements Intent {
        /** What is to be done. */
        public enum Deed {
            CLEAN,
            UNSUBSCRIBE,
            FLAG,
            FOLLOW_UP,
            CALENDAR,
            TASKS,
            MARK_READ,
            BLOCK
        }
    }

    /** A summary of mail. */
    record Summary(Narrowing by) implements Intent {}

    /** Mail is to be found by its words. */
    record Find(Narrowing by) implements Intent {}

    /** Anything else. */
    record Unclear(Narrowing by) implements Intent {}
}
