package io.countersign.app;

import io.countersign.approval.ui.EarlierApplications;
import io.countersign.ats.ApplicationDesk;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.Standing;
import io.countersign.ats.detection.RelayDomains;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Message;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Finds the applications at the employer that a job mail names, else at the one from whose domain it comes. */
record AppliedHere(ApplicationDesk desk, RelayDomains relays, ZoneId zone) implements EarlierApplications {
    @Override
    public List<Earlier> at(Message mail) {
        var understanding = mail.understanding();
        boolean aboutWork =
                understanding.category().isJobSearch() || understanding.ats().isPresent();
        return aboutWork
                ? employer(mail).map(desk::at).orElse(List.of()).stream()
                        .filter(ranked -> !ranked.application().messageIds().contains(mail.id()))
                        .map(this::earlier)
                        .toList()
                : List.of();
    }

    private Optional<String> employer(Message mail) {
        var domain = mail.envelope().senderDomain();
        return mail.understanding()
                .ats()
                .flatMap(AtsFacts::company)
                .or(() -> domain.isEmpty() || relays.holds(domain) ? Optional.empty() : Optional.of(domain));
    }

    private Earlier earlier(RankedApplication ranked) {
        var application = ranked.application();
        boolean ended = ranked.outlook().standing() == Standing.ENDED;
        return new Earlier(
                application.company(),
                application.role(),
                application.state().appliedAt().map(at -> LocalDate.ofInstant(at, zone)),
                application.state().stage(),
                ended ? Optional.empty() : Optional.of(ranked.outlook().daysSilent()));
    }
}
