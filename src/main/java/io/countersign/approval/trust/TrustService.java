package io.countersign.approval.trust;

import io.countersign.approval.trust.TrustLog.Stored;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyRepository;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The use cases of trust, put together from standings and log. */
public final class TrustService implements TrustDesk, DigestNotice {
    private static final int MOST_DAYS = 7;

    private final Transactions transactions;
    private final PolicyRepository policies;
    private final TrustLog log;
    private final TrustBook book;
    private final Clock clock;

    public TrustService(
            Transactions transactions, PolicyRepository policies, TrustLog log, TrustBook book, Clock clock) {
        this.transactions = transactions;
        this.policies = policies;
        this.log = log;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public List<PolicyTrust> all() {
        return stored(policies.all()).map(Known::trust).toList();
    }

    @Override
    public List<PolicyTrust> questions() {
        return stored(policies.all())
                .filter(known -> known.policy().enabled()
                        && known.stored().standing().level() == TrustLevel.EARNED
                        && !known.stored().standing().declined())
                .map(Known::trust)
                .toList();
    }

    @Override
    public PolicyTrust answer(long policyId, boolean automatic) {
        return changed(policyId, (policy, before) -> {
            var level = before.standing().level();
            if (!TrustBook.mayAct(policy)) {
                throw new CountersignException.Invalid(policy.name(), "Its action always asks.");
            }
            if (level == TrustLevel.SUGGEST) {
                throw new CountersignException.Invalid(
                        policy.name(),
                        "It did not earn automation yet: " + before.standing().missing()
                                + " more approvals in a row would do that.");
            }
            if (level == TrustLevel.AUTOMATIC) {
                return automatic ? before : book.said(policy, before, Answer.DEMOTE);
            }
            return book.said(policy, before, automatic ? Answer.AUTOMATIC : Answer.ASK);
        });
    }

    @Override
    public PolicyTrust demote(long policyId) {
        return changed(policyId, (policy, before) -> switch (before.standing().level()) {
            case SUGGEST -> before;
            case EARNED -> book.said(policy, before, Answer.ASK);
            case AUTOMATIC -> book.said(policy, before, Answer.DEMOTE);
        });
    }

    private PolicyTrust changed(long policyId, BiFunction<Policy, Stored, Stored> change) {
        return transactions.inTransaction(() -> {
            log.lock();
            var policy =
                    policies.find(policyId).orElseThrow(() -> new CountersignException.NotFound("policy", policyId));
            var before =
                    Objects.requireNonNull(book.standings(List.of(policy)).get(policyId), "a standing for each policy");
            return new Known(policy, change.apply(policy, before)).trust();
        });
    }

    @Override
    public Digest digest(LocalDate day) {
        var zone = clock.getZone();
        return new Digest(
                day,
                log.done(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    @Override
    public List<Digest> due() {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var first = today.minusDays(MOST_DAYS);
        var untold =
                log.told().map(told -> told.plusDays(1)).filter(first::isBefore).orElse(first);
        if (!untold.isBefore(today)) {
            return List.of();
        }
        var days = untold.datesUntil(today)
                .map(this::digest)
                .filter(digest -> !digest.done().isEmpty())
                .toList();
        log.tell(today.minusDays(1));
        return days;
    }

    private Stream<Known> stored(List<Policy> all) {
        var standings = book.standings(all);
        return all.stream()
                .flatMap(policy ->
                        Stream.ofNullable(standings.get(policy.id())).map(stored -> new Known(policy, stored)));
    }

    private record Known(Policy policy, Stored stored) {
        PolicyTrust trust() {
            var standing = stored.standing();
            return new PolicyTrust(
                    policy.id(),
                    policy.name(),
                    standing.level(),
                    TrustBook.mayAct(policy),
                    standing.decided(),
                    standing.approved(),
                    standing.precisionLow(),
                    standing.level() == TrustLevel.SUGGEST ? standing.missing() : 0,
                    standing.since(),
                    standing.demoted());
        }
    }
}
