package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.ui.EarlierApplications.Earlier;
import io.countersign.ats.Application;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.ApplicationSource;
import io.countersign.ats.ApplicationState;
import io.countersign.ats.InMemoryApplications;
import io.countersign.ats.Provenance;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.detection.RelayDomains;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.Understanding;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where somebody applied already, beside new mail of that employer. */
class AppliedHereTest {
    private static final Instant APPLIED = Instant.parse("2025-08-20T09:00:00Z");
    private static final long CONFIRMATION = 3;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-09-03T12:00:00Z"), ZoneOffset.UTC);

    private final InMemoryApplications desk = new InMemoryApplications(new RiskRanking(ZoneOffset.UTC), CLOCK)
            .with(List.of(application("Tidemark", Stage.APPLIED)));
    private final AppliedHere applied = new AppliedHere(desk, RelayDomains.load(), ZoneOffset.UTC);
    private final InMemoryMail mails = new InMemoryMail();

    private static Application application(String company, Stage stage) {
        return new Application(
                new ApplicationId(Provenance.MAIL, CONFIRMATION),
                company,
                "Solutions Architect",
                Optional.empty(),
                Optional.empty(),
                ApplicationSource.DIRECT,
                new ApplicationState(
                        stage,
                        Stage.APPLIED,
                        Optional.of(APPLIED),
                        Optional.of(APPLIED),
                        Optional.of(APPLIED),
                        Optional.empty(),
                        0,
                        Optional.empty()),
                List.of(entry()));
    }

    private static TimelineEntry entry() {
        return new TimelineEntry(
                APPLIED,
                TimelineEntry.Kind.STAGE,
                Optional.of(Stage.APPLIED),
                List.of(),
                Optional.of(CONFIRMATION),
                "Thank you",
                "Tidemark",
                Optional.empty(),
                Provenance.MAIL,
                false);
    }

    private Message mail(long id, String from, Category category, Optional<String> company) {
        var understanding = Understanding.unknown().withCategory(category, 0.9, List.of());
        var facts = new AtsFacts(
                Optional.empty(),
                Optional.empty(),
                StageFinding.none(),
                Optional.empty(),
                Optional.empty(),
                company,
                Optional.empty(),
                0.2,
                Optional.empty(),
                Optional.empty());
        var sender = new Address("", from);
        mails.add(
                id,
                company.isPresent() ? understanding.withAts(facts) : understanding,
                InMemoryMail.text(sender, "Hello", "Hello"));
        return mails.find(id).orElseThrow();
    }

    @Test
    void anotherMailOfTheEmployerNamesTheApplication() {
        var outreach = mail(9, "jo@agency.example", Category.RECRUITER_OUTREACH, Optional.of("Tidemark"));
        assertThat(applied.at(outreach))
                .containsExactly(new Earlier(
                        "Tidemark",
                        "Solutions Architect",
                        Optional.of(LocalDate.of(2025, 8, 20)),
                        Stage.APPLIED,
                        Optional.of(14)));
    }

    @Test
    void theMailOfTheApplicationItselfNamesNoOther() {
        var own =
                mail(CONFIRMATION, "jobs@tidemark.example", Category.APPLICATION_CONFIRMATION, Optional.of("Tidemark"));
        assertThat(applied.at(own)).isEmpty();
    }

    @Test
    void whereNoEmployerIsNamedItsDomainCountsButNoBoards() {
        desk.with(List.of(application("tidemark.example", Stage.APPLIED), application("linkedin.com", Stage.APPLIED)));
        assertThat(applied.at(mail(9, "news@tidemark.example", Category.JOB_ALERT, Optional.empty())))
                .hasSize(1);
        assertThat(applied.at(mail(10, "jobs@linkedin.com", Category.JOB_ALERT, Optional.empty())))
                .isEmpty();
        assertThat(applied.at(mail(11, "jo@gmail.com", Category.RECRUITER_OUTREACH, Optional.empty())))
                .isEmpty();
    }

    @Test
    void mailAboutOtherThingsIsNotLookedUp() {
        desk.breakDown(true);
        assertThat(applied.at(mail(9, "shop@tidemark.example", Category.RECEIPT, Optional.empty())))
                .isEmpty();
    }

    @Test
    void anEndedOneIsNotSilent() {
        desk.with(List.of(application("Tidemark", Stage.REJECTED)));
        var outreach = mail(9, "jo@agency.example", Category.RECRUITER_OUTREACH, Optional.of("Tidemark"));
        assertThat(applied.at(outreach)).extracting(Earlier::daysSilent).containsExactly(Optional.empty());
    }
}
