package io.countersign.ats.tracking;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.EnrichmentLog;
import io.countersign.ats.EnrichmentResult;
import io.countersign.ats.GhostingRisk;
import io.countersign.ats.InformedReader;
import io.countersign.ats.Provenance;
import io.countersign.ats.SenderVolumes;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.AtsMails;
import io.countersign.mail.AtsMails.AtsMail;
import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/**
 * Adds to mails what needs more than one of them: what known conversations and employers tell about those that name no
 * application, and the employer, role and ghosting risk of their application. A second run changes nothing. Blocking.
 */
public final class AtsEnrichmentJob {
    /** What schedules and histories call it. */
    public static final String NAME = "ats-enrichment";
    /** The counter of all mails that were ever changed. */
    public static final String ENRICHED_TOTAL = "ats_enriched_total";

    private static final int BATCH = 500;
    private static final int MOST_ROUNDS = 10;

    private final ApplicationService applications;
    private final AtsMails mails;
    private final KnownMailScan scan;
    private final EnrichmentLog log;
    private final Clock clock;

    /** @param detectors names the version of the detectors behind {@code reader}: with another one, mail is read again */
    public AtsEnrichmentJob(
            ApplicationService applications,
            ApplicationService.Books books,
            InformedReader reader,
            EnrichmentLog log,
            SenderVolumes volumes,
            Clock clock,
            String detectors) {
        this.applications = applications;
        this.mails = books.mails();
        this.log = log;
        this.clock = clock;
        this.scan = new KnownMailScan(books.mails(), books.messages(), reader, log, volumes, detectors);
    }

    /** Mails on which all runs together wrote something; never falls. */
    public long enrichedTotal() {
        return log.enrichedTotal();
    }

    /**
     * Runs; a cancelled run keeps what was done.
     *
     * @param full looks at all mail, not only at what is new or newly known
     */
    public EnrichmentResult run(boolean full, Progress progress) {
        var startedAt = clock.instant();
        long start = System.nanoTime();
        var scanned = scan(full ? Optional.empty() : log.newest(), startedAt, progress);
        long named = enrich(progress);
        var joined = applications.joined();
        int count = joined.applications().size();
        long enriched = scanned.changed() + named;
        double seconds = (System.nanoTime() - start) / 1e9;
        log.add(new EnrichmentLog.Run(
                startedAt,
                scanned.examined(),
                enriched,
                count,
                seconds,
                scanned.newestMessageId(),
                scanned.knowledge()));
        return new EnrichmentResult(
                scanned.examined(),
                enriched,
                count,
                seconds,
                Map.of(ENRICHED_TOTAL, log.enrichedTotal()),
                joined.warehouse());
    }

    /** What is read makes more senders known, until nothing new is. */
    private KnownMailScan.Scanned scan(Optional<EnrichmentLog.Run> newest, Instant startedAt, Progress progress) {
        var before = newest;
        long examined = 0;
        long changed = 0;
        for (int round = 1; ; round++) {
            var scanned = scan.run(applications.joined(), before, progress);
            examined = Math.max(examined, scanned.examined());
            changed += scanned.changed();
            if (scanned.changed() == 0 || round == MOST_ROUNDS) {
                return new KnownMailScan.Scanned(examined, changed, scanned.newestMessageId(), scanned.knowledge());
            }
            before = Optional.of(
                    new EnrichmentLog.Run(startedAt, 0, 0, 0, 0, scanned.newestMessageId(), scanned.knowledge()));
        }
    }

    /** Writes employer, role and risk of each application on its mails; returns how many changed. */
    private long enrich(Progress progress) {
        var joined = applications.joined();
        var now = clock.instant();
        var changed = new ArrayList<Message>();
        for (var mail : mails.all()) {
            var id = new ApplicationId(Provenance.MAIL, mail.message().id());
            joined.find(id)
                    .flatMap(application -> enriched(mail, application, now))
                    .ifPresent(changed::add);
        }
        for (int from = 0; from < changed.size(); from += BATCH) {
            progress.checkCancelled();
            int to = Math.min(changed.size(), from + BATCH);
            mails.enrich(changed.subList(from, to));
            progress.report(to, changed.size(), "");
        }
        return changed.size();
    }

    private static Optional<Message> enriched(AtsMail mail, Application application, Instant now) {
        var message = mail.message();
        var before = message.understanding().ats();
        var after = before.map(facts -> enriched(facts, mail, application, now));
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(message.withUnderstanding(message.understanding().withAts(after)));
    }

    private static AtsFacts enriched(AtsFacts facts, AtsMail mail, Application application, Instant now) {
        var state = application.state();
        var risky = facts.withGhostingRisk(
                GhostingRisk.of(Optional.of(state.stage()), state.lastStageChange(), state.interviewDate(), now));
        return mail.byHand()
                ? risky
                : risky.withNames(
                        mail.stated().flatMap(AtsFacts::company).or(() -> named(application.company())),
                        mail.stated().flatMap(AtsFacts::role).or(() -> named(application.role())));
    }

    private static Optional<String> named(String name) {
        return Optional.of(name).filter(text -> !text.isEmpty());
    }
}
