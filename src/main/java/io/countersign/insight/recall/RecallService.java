package io.countersign.insight.recall;

import io.countersign.approval.Belonging;
import io.countersign.approval.ByHandLog;
import io.countersign.approval.DecisionRepository;
import io.countersign.insight.InsightSnapshot.Recall;
import io.countersign.insight.PolicyCounts;
import io.countersign.insight.RecallDesk;
import io.countersign.insight.RecallQuestion;
import io.countersign.insight.recall.RecallRecords.Asked;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyRepository;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Transactions;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks a few questions a week about mail drawn at random, and makes recall of the answers and of what was done by hand. */
public final class RecallService implements RecallDesk {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int A_WEEK = 5;

    private final RecallRecords records;
    private final Books books;
    private final Lottery lottery;
    private final Clock clock;

    /** @param seed decides which mails are asked about */
    public RecallService(RecallRecords records, Books books, long seed, Clock clock) {
        this.records = records;
        this.books = books;
        this.lottery = new Lottery(seed);
        this.clock = clock;
    }

    /** What questions are about; {@code decisions} holds the lock. */
    public record Books(
            MessageRepository messages,
            PolicyRepository policies,
            ByHandLog byHand,
            DecisionRepository decisions,
            Transactions transactions) {}

    @Override
    public Map<Long, Recall> recall(List<PolicyCounts.Row> rows, Instant from) {
        var evidence = records.evidence(from);
        var recall = new HashMap<Long, Recall>();
        for (var row : rows) {
            Optional.ofNullable(evidence.get(row.policyId()))
                    .flatMap(known -> RecallEstimate.of(row, known))
                    .ifPresent(one -> recall.put(row.policyId(), one));
        }
        return recall;
    }

    @Override
    public List<RecallQuestion> questions() {
        if (records.lastDraw().isEmpty()) {
            draw(Progress.none());
        }
        var open = records.open();
        var mails = books.messages().findAll(open.stream().map(Asked::messageId).toList()).stream()
                .collect(Collectors.toMap(Message::id, Function.identity()));
        var policies = books.policies().all().stream().collect(Collectors.toMap(Policy::id, Function.identity()));
        return open.stream()
                .flatMap(
                        asked -> question(asked, policies.get(asked.policyId()), mails.get(asked.messageId())).stream())
                .toList();
    }

    private static Optional<RecallQuestion> question(
            Asked asked,
            @org.jspecify.annotations.Nullable Policy policy,
            @org.jspecify.annotations.Nullable Message mail) {
        return policy == null
                        || mail == null
                        || !policy.enabled()
                        || !policy.action().equals(asked.action())
                ? Optional.empty()
                : Optional.of(new RecallQuestion(
                        asked.id(), policy.id(), policy.name(), asked.action(), mail, asked.askedAt()));
    }

    private boolean isDue() {
        return records.lastDraw()
                .map(last -> !clock.instant().isBefore(last.plus(WEEK)))
                .orElse(true);
    }

    /** Looks at all mail without the lock, so that nobody waits for it. */
    @Override
    public int draw(Progress progress) {
        if (!isDue()) {
            return 0;
        }
        var enabled = books.policies().all().stream().filter(Policy::enabled).toList();
        var reaches = books.transactions().inTransaction(() -> {
            books.decisions().lock();
            records.recountReach();
            return books.byHand().reaches();
        });
        var scan = new FrameScan(new Belonging(enabled, reaches), enabled, lottery, A_WEEK);
        scan.prepare(records.all(), records.handledByHand(), records::proposed);
        books.messages().forEachFrom(0, mail -> {
            progress.checkCancelled();
            return scan.visit(mail);
        });
        return books.transactions().inTransaction(() -> {
            books.decisions().lock();
            if (!isDue()) {
                return 0; // somebody else was faster
            }
            int open = records.open().size();
            records.store(scan.draw(Math.max(0, A_WEEK - open)), clock.instant());
            putMissed();
            return records.open().size() - open;
        });
    }

    @Override
    public void answer(long questionId, boolean wanted) {
        put(questionId, Optional.of(wanted));
    }

    @Override
    public void reopen(long questionId) {
        put(questionId, Optional.empty());
    }

    private void put(long questionId, Optional<Boolean> wanted) {
        books.transactions().inTransaction(() -> {
            books.decisions().lock();
            var now = clock.instant();
            long policy = records.answer(questionId, wanted, now)
                    .orElseThrow(() -> new CountersignException.NotFound("question", questionId));
            var known = Optional.ofNullable(records.evidence(Instant.EPOCH).get(policy));
            records.putMissed(
                    policy,
                    known.filter(Evidence::isAny).map(one -> one.missed().value()),
                    now);
        });
    }

    @Override
    public void recount() {
        records.recountReach();
        putMissed();
    }

    private void putMissed() {
        var missed = new HashMap<Long, Double>();
        records.evidence(Instant.EPOCH).forEach((policy, evidence) -> {
            if (evidence.isAny()) {
                missed.put(policy, evidence.missed().value());
            }
        });
        records.putMissed(missed, clock.instant());
    }
}
