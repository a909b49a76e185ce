package io.countersign.ats.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.ats.Application;
import io.countersign.ats.EnrichmentResult;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.detection.AtsEnricher;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.ats.tracking.ApplicationService;
import io.countersign.ats.tracking.AtsEnrichmentJob;
import io.countersign.ats.tracking.StoredInformedReader;
import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.SenderHistory;
import io.countersign.mail.AccountImport;
import io.countersign.mail.ArrivalRules;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.FollowedImport;
import io.countersign.mail.ImportService;
import io.countersign.mail.MailEnricher;
import io.countersign.mail.MailParser;
import io.countersign.mail.Message;
import io.countersign.mail.RescanService;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.Stage;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcAtsMails;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the enrichment adds to real mail in a real database. */
class AtsEnrichmentJobTest {
    private static final String ME = "alex@example.com";
    private static final Instant START = Instant.parse("2026-06-01T09:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final Database database = TestDatabases.h2();
    private final MovableClock clock = new MovableClock(START.plus(Duration.ofDays(40)));
    private final JdbcMessageRepository messages = new JdbcMessageRepository(database);
    private final JdbcMailStore store = new JdbcMailStore(database);
    private final List<MailEnricher> enrichers = List.of(new ClassifyEnricher(SenderHistory.none()), new AtsEnricher());
    private final JdbcAtsMails mails = new JdbcAtsMails(database, messages, clock);
    private final ApplicationService.Books books = new ApplicationService.Books(
            mails,
            messages,
            new JdbcApplicationDecisions(database, ME, clock),
            new JdbcWarehouseRows(database, ME, clock),
            database);
    private final ApplicationService desk = new ApplicationService(books, new RiskRanking(ZoneOffset.UTC), clock);
    private int files;

    @AfterEach
    void close() {
        database.close();
    }

    /** A clock that a test moves on. */
    private static final class MovableClock extends Clock {
        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private AtsEnrichmentJob job(SegmentRawMailStore raws) {
        return new AtsEnrichmentJob(
                desk,
                books,
                new StoredInformedReader(
                        new StoredMailReader(store, raws, new MailParser()), new MailParser(), AtsEnricher::new),
                new JdbcEnrichmentLog(database, ME),
                new JdbcSenderVolumes(database),
                clock,
                "1");
    }

    private EnrichmentResult run(boolean full) {
        try (var raws = new SegmentRawMailStore(folder.resolve("mail"))) {
            return job(raws).run(full, Progress.none());
        }
    }

    private void importMail(boolean enriching, String... mails) {
        var text = new StringBuilder();
        for (var mail : mails) {
            text.append("From x@example.org Thu Jan  1 00:00:00 2026\n")
                    .append(mail)
                    .append("\n\n");
        }
        try (var raws = new SegmentRawMailStore(folder.resolve("mail"))) {
            var file = Files.writeString(folder.resolve("f" + ++files + ".mbox"), text, StandardCharsets.UTF_8);
            var service = new ImportService(
                    new ImportService.Storage(database, store, raws),
                    new MailParser(),
                    enrichers,
                    ArrivalRules.none(),
                    clock);
            var imports = new AccountImport(() -> {}, service, ME);
            (enriching ? new FollowedImport(imports, (_, progress) -> job(raws).run(false, progress)) : imports)
                    .importPaths(List.of(file), Progress.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mail(String id, int day, String from, String to, String subject, String more, String body) {
        return "Message-ID: <" + id + "@x>\nFrom: " + from + "\nTo: " + to + "\nSubject: " + subject + "\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        START.plus(Duration.ofDays(day)).atOffset(ZoneOffset.UTC))
                + "\n" + more + "\n" + body;
    }

    private static String confirmation() {
        return mail(
                "applied",
                0,
                "Lumora Health <no-reply@hire.lever.co>",
                ME,
                "Thank you for your application to Lumora Health",
                "",
                "Hi Alex,\n\nWe have received your application for Backend Engineer at Lumora Health.\n");
    }

    private static String invitation() {
        return mail(
                "interview",
                5,
                "Dana Whitlock <dana@lumora-health.example>",
                ME,
                "Interview invitation: Backend Engineer at Lumora Health",
                "",
                "Hi Alex,\n\nthank you for your application. The hiring team would like to invite you to an interview for the"
                        + " position of Backend Engineer at Lumora Health.\n\nDana\nRecruiter\n");
    }

    private Message message(String id) {
        return messages.findByMessageId(id + "@x").orElseThrow();
    }

    private Optional<AtsFacts> facts(String id) {
        return message(id).understanding().ats();
    }

    private Application only() {
        var all = desk.applications();
        assertThat(all).hasSize(1);
        return all.stream().map(RankedApplication::application).findFirst().orElseThrow();
    }

    @Test
    void aSecondRunChangesNothing() {
        importMail(false, confirmation(), invitation());

        var first = run(false);
        var second = run(false);
        var full = run(true);

        assertThat(first.enriched()).isPositive();
        assertThat(first.applications()).isEqualTo(1);
        assertThat(second.enriched()).isZero();
        assertThat(full.enriched()).isZero();
        assertThat(full.counts()).containsEntry(AtsEnrichmentJob.ENRICHED_TOTAL, first.enriched());
    }

    @Test
    void eachMailCarriesTheRiskOfItsApplicationToday() {
        importMail(true, confirmation());
        assertThat(facts("applied")).map(AtsFacts::ghostingRisk).contains(1.0);

        importMail(
                true,
                mail(
                        "rejected",
                        39,
                        "Lumora Health <no-reply@hire.lever.co>",
                        ME,
                        "Your application to Lumora Health",
                        "",
                        "Hi Alex,\n\nwe have decided to move forward with other candidates.\n"));
        assertThat(only().state().stage()).isEqualTo(Stage.REJECTED);
        assertThat(facts("applied")).map(AtsFacts::ghostingRisk).contains(0.0);
        assertThat(facts("rejected")).map(AtsFacts::ghostingRisk).contains(0.0);
        assertThat(facts("rejected").flatMap(AtsFacts::role)).contains("Backend Engineer");
    }

    @Test
    void theRiskGrowsWithTheDays() {
        clock.move(Duration.ofDays(-30));
        importMail(true, confirmation());
        assertThat(facts("applied")).map(AtsFacts::ghostingRisk).contains(0.1);

        clock.move(Duration.ofDays(5));
        assertThat(run(false).enriched()).isEqualTo(1);
        assertThat(facts("applied").orElseThrow().ghostingRisk()).isCloseTo(0.95, Offset.offset(1e-9));
    }

    @Test
    void theOwnMailToAKnownRecruiterIsAFollowUpEvenInAConversationOfItsOwn() {
        importMail(
                true,
                confirmation(),
                invitation(),
                mail(
                        "reply",
                        6,
                        ME,
                        "dana@lumora-health.example",
                        "Re: Interview invitation",
                        "In-Reply-To: <interview@x>\n",
                        "Gladly.\n"),
                mail("news", 20, ME, "dana@lumora-health.example", "Any news", "", "Hi Dana, any news?\n"),
                mail("other", 21, ME, "friend@elsewhere.example", "Dinner", "", "Any news?\n"));

        assertThat(only().timeline())
                .filteredOn(entry -> entry.kind() == TimelineEntry.Kind.FOLLOW_UP)
                .extracting(TimelineEntry::title)
                .containsExactly("Any news");
        assertThat(only().state().followUps()).isEqualTo(1);
        assertThat(facts("other")).isEmpty();
        assertThat(run(true).enriched()).isZero();
    }

    @Test
    void whatAKnownRecruiterWritesIsAWordOfTheEmployer() {
        importMail(
                true,
                confirmation(),
                invitation(),
                mail(
                        "word",
                        30,
                        "Dana Whitlock <dana@lumora-health.example>",
                        ME,
                        "Hello again",
                        "",
                        "Hi Alex, I am back from my leave.\n"),
                mail(
                        "news",
                        31,
                        "News <news@lumora-health.example>",
                        ME,
                        "Our spring menu",
                        "List-Unsubscribe: <https://x.example>\n",
                        "Salads and soups.\n"));

        assertThat(facts("word").flatMap(AtsFacts::company)).contains("Lumora Health");
        assertThat(only().state().lastHeard())
                .contains(message("word").envelope().receivedAt());
        assertThat(facts("news")).isEmpty();
    }

    @Test
    void aDomainThatMostlyWritesAboutOtherThingsIsNoRecruiters() {
        var work = new String[20];
        for (int i = 0; i < work.length; i++) {
            work[i] = mail(
                    "w" + i,
                    8 + i,
                    "Dana Whitlock <dana@lumora-health.example>",
                    ME,
                    "Minutes " + i,
                    "",
                    "See attached.\n");
        }
        importMail(false, confirmation(), invitation());
        importMail(true, work);

        assertThat(facts("w3")).isEmpty();
        assertThat(only().messageIds()).hasSize(2);
    }

    @Test
    void whatAPersonSaidStaysThroughRunsAndRescans() {
        importMail(true, confirmation(), invitation());
        desk.correctMail(message("interview").id(), Optional.of(Stage.OFFER));

        for (int i = 0; i < 10; i++) {
            try (var raws = new SegmentRawMailStore(folder.resolve("mail"))) {
                new RescanService(messages, store, raws, new MailParser(), enrichers).run(Progress.none());
            }
            run(i % 2 == 0);
        }

        assertThat(only().state().stage()).isEqualTo(Stage.OFFER);
        assertThat(facts("interview").flatMap(AtsFacts::stage)).contains(Stage.OFFER);
        assertThat(run(true).enriched()).isZero();
    }

    @Test
    void aCancelledRunStops() {
        importMail(false, confirmation());
        var cancelled = new Progress() {
            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {
                throw new CancellationException();
            }
        };
        try (var raws = new SegmentRawMailStore(folder.resolve("mail"))) {
            var job = job(raws);
            assertThatThrownBy(() -> job.run(false, cancelled)).isInstanceOf(CancellationException.class);
        }
        assertThat(new JdbcEnrichmentLog(database, ME).newest()).isEmpty();
        assertThat(run(false).applications()).isEqualTo(1);
    }
}
