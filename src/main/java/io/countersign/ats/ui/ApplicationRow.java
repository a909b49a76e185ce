package io.countersign.ats.ui;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.NextStep;
import io.countersign.ats.Outlook;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.Standing;
import io.countersign.mail.Stage;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.text.TextFold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of the list and one card of the board.
 *
 * @param company fit for one line; empty when nobody says
 * @param role fit for one line; empty when nobody says
 * @param folded what a search looks at
 */
record ApplicationRow(RankedApplication ranked, String company, String role, String folded) {
    static ApplicationRow of(RankedApplication ranked) {
        var application = ranked.application();
        var company = OneLine.of(application.company());
        var role = OneLine.of(application.role());
        return new ApplicationRow(
                ranked,
                company,
                role,
                TextFold.fold(
                        company + "\n" + role + "\n" + application.system().orElse("") + "\n"
                                + application.requisition().orElse("")));
    }

    ApplicationId id() {
        return application().id();
    }

    Application application() {
        return ranked.application();
    }

    Outlook outlook() {
        return ranked.outlook();
    }

    NextStep step() {
        return outlook().step();
    }

    Stage stage() {
        return application().state().stage();
    }

    boolean isEnded() {
        return outlook().standing() == Standing.ENDED;
    }

    /** True when its next step is due that day or was due before, or waits for the person all the time. */
    boolean needsAction(LocalDate today) {
        return switch (step()) {
            case NextStep.Decide _, NextStep.Assessment _ -> true;
            default -> step().dueDate().filter(due -> !due.isAfter(today)).isPresent();
        };
    }

    /** When the talk is that lies ahead. */
    Optional<Instant> talkAfter(Instant now) {
        return isEnded()
                ? Optional.empty()
                : application().state().interviewDate().filter(talk -> talk.isAfter(now));
    }
}
