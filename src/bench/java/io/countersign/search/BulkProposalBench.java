package io.countersign.search;

import io.countersign.approval.Learning;
import io.countersign.approval.OnRequest;
import io.countersign.approval.OnRequest.Wish;
import io.countersign.approval.Workspace;
import io.countersign.approval.jdbc.JdbcApprovalStore;
import io.countersign.learning.jdbc.JdbcCalibrationLog;
import io.countersign.learning.jdbc.JdbcUserWeights;
import io.countersign.mail.MailParser;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.policy.Action;
import io.countersign.policy.jdbc.JdbcPolicyRepository;
import io.countersign.search.lucene.LuceneIndex;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * How long it takes to find every mail of a search, to propose an action for all of them, and to withdraw that: {@code
 * BulkProposalBench HOME USER QUERY...}, HOME being a copy, since proposals are made in it.
 */
public final class BulkProposalBench {
    private BulkProposalBench() {}

    public static void main(String[] arguments) {
        var home = Path.of(arguments[0]);
        var user = arguments[1];
        var clock = Clock.systemUTC();
        try (var database = Database.open(new DatabaseSettings.Embedded(home.resolve("countersign")));
                var raws = new SegmentRawMailStore(home.resolve("mail"));
                var index = new LuceneIndex(home.resolve("index"))) {
            var messages = new JdbcMessageRepository(database);
            var reader = new StoredMailReader(new JdbcMailStore(database), raws, new MailParser());
            new IndexCatchUp(index, new JdbcMailChanges(database), messages, reader).run(Progress.none());
            var requests = new OnRequest(
                    new Workspace(user, clock, database, messages, new JdbcPolicyRepository(database, clock, user)),
                    JdbcApprovalStore.of(database, user, ZoneOffset.UTC),
                    Learning.standard(new JdbcUserWeights(database, clock), new JdbcCalibrationLog(database)));
            for (int i = 2; i < arguments.length; i++) {
                measure(arguments[i], index, requests);
            }
        }
    }

    private static void measure(String query, LuceneIndex index, OnRequest requests) {
        var request =
                SearchRequest.of(SearchQuery.parse(query), 48, Clock.systemUTC().instant());
        long begin = System.nanoTime();
        var ids = index.matches(request, SearchDesk.Matches.MOST, Progress.none());
        long found = System.nanoTime();
        var wishes = ids.stream()
                .map(id -> new Wish(id, new Action.Label("Bench"), "Asked."))
                .toList();
        var made = requests.propose(wishes, Progress.none());
        long proposed = System.nanoTime();
        int withdrawn = made.id() == 0
                ? 0
                : requests.withdraw(OptionalLong.of(made.id()), Progress.none()).withdrawn();
        long end = System.nanoTime();
        System.out.printf(
                "%s: %d mails in %d ms, %d proposals in %d ms, %d withdrawn in %d ms%n",
                query,
                ids.size(),
                ms(found - begin),
                made.proposals(),
                ms(proposed - found),
                withdrawn,
                ms(end - proposed));
    }

    private static long ms(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
