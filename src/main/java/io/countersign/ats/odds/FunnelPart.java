package io.countersign.ats.odds;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationSource;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.util.function.Predicate;

/** What a figure of a {@link Funnel} counts: the applications behind it. Pure and immutable. */
public sealed interface FunnelPart {
    /** True for an application that the figure counts. */
    boolean holds(Application application);

    /** Came to that stage or further, as {@link Funnel.Step#reached} counts. */
    record Reached(Stage stage) implements FunnelPart {
        @Override
        public boolean holds(Application application) {
            return Funnel.STAGES.indexOf(Funnel.furthest(application)) >= Funnel.STAGES.indexOf(stage);
        }
    }

    /** Awaited an answer at that stage, until now. */
    record AwaitedAt(Stage stage, Instant now) implements FunnelPart {
        @Override
        public boolean holds(Application application) {
            return awaited(application, now, spell -> spell.stage() == stage);
        }
    }

    /** Awaited an answer through that system, until now. */
    record AwaitedThrough(String system, Instant now) implements FunnelPart {
        @Override
        public boolean holds(Application application) {
            return awaited(
                    application,
                    now,
                    spell -> spell.system().filter(system::equals).isPresent());
        }
    }

    /** Began that way and awaited an answer, until now. */
    record AwaitedAfter(ApplicationSource source, Instant now) implements FunnelPart {
        @Override
        public boolean holds(Application application) {
            return application.source() == source && awaited(application, now, _ -> true);
        }
    }

    private static boolean awaited(Application application, Instant now, Predicate<Spell> which) {
        return Spell.of(application, now).stream().anyMatch(which);
    }
}
