package io.countersign.ats.joining;

import io.countersign.ats.ApplicationDecisions.Decided;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.NewApplication;
import io.countersign.ats.Provenance;
import io.countersign.ats.WarehouseRows;
import io.countersign.mail.AtsMails.AtsMail;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.util.Comparator;

/** One thing that an application is made of. */
sealed interface Evidence {
    Comparator<Evidence> BY_TIME = Comparator.comparing(Evidence::at)
            .thenComparing(one -> one.id().origin())
            .thenComparingLong(one -> one.id().number());

    /** The time of what has none: nothing is older. */
    Instant UNDATED = Instant.EPOCH;

    Comparator<Evidence> UNDATED_LAST =
            Comparator.comparing((Evidence one) -> one.at().equals(UNDATED)).thenComparing(BY_TIME);

    /** Names it, and the application that is first known by it. */
    ApplicationId id();

    Instant at();

    Clues clues();

    /**
     * A mail.
     *
     * @param own the person wrote it
     */
    record Mail(AtsMail mail, boolean own, Clues clues) implements Evidence {
        @Override
        public ApplicationId id() {
            return new ApplicationId(Provenance.MAIL, message().id());
        }

        @Override
        public Instant at() {
            return message().envelope().receivedAt();
        }

        Message message() {
            return mail.message();
        }

        /** True when it announces a stage; no mail to many invites or offers. */
        boolean isStep() {
            boolean toOne = clues.personal() || !clues.system().isEmpty() || mail.byHand();
            return clues.stage()
                    .filter(stage -> toOne || stage == Stage.APPLIED || stage.isTerminal())
                    .isPresent();
        }
    }

    /** What a person added by hand. */
    record ByHand(Decided decided, NewApplication application, Instant at, Clues clues) implements Evidence {
        @Override
        public ApplicationId id() {
            return new ApplicationId(Provenance.PERSON, decided.number());
        }
    }

    /** What a warehouse says. */
    record Row(WarehouseRows.Numbered numbered, Instant at, Clues clues) implements Evidence {
        @Override
        public ApplicationId id() {
            return new ApplicationId(Provenance.WAREHOUSE, numbered.number());
        }
    }
}
