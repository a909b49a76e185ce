package io.countersign.api.metrics;

import io.countersign.insight.AllTimeCounts;
import io.countersign.job.JobDesk;
import io.countersign.job.JobTimes;
import io.countersign.mail.ImportResult;
import io.countersign.search.SearchDesk;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where the numbers of one person come from; each is asked at a scrape, blocking, and may fail.
 *
 * @param user their value of the label {@code user}
 */
public record Measured(String user, Decisions decisions, Mail mail, Jobs jobs) {
    /**
     * What policies propose and the person decides.
     *
     * @param pending proposals that wait for a decision
     */
    public record Decisions(AllTimeCounts counts, LongSupplier pending) {}

    /**
     * Mail and what is known of it.
     *
     * @param stored mails that were ever imported: none is ever removed
     * @param enriched mails on which the enrichment of applications ever wrote something
     * @param lastImport the last one of this process
     */
    public record Mail(
            LongSupplier stored,
            LongSupplier enriched,
            Supplier<Optional<ImportResult>> lastImport,
            Supplier<SearchDesk.IndexHealth> index) {}

    /** What repeats, by schedule and as it last ran. */
    public record Jobs(Supplier<List<JobDesk.State>> states, JobTimes times) {}
}
