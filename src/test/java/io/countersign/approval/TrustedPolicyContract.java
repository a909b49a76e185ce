package io.countersign.approval;

import io.countersign.approval.trust.PolicyTrust;
import io.countersign.mail.RawMail;
import io.countersign.policy.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A desk with a policy that the person came to trust. */
abstract class TrustedPolicyContract extends DeskContract {
    /** Approvals in a row that are enough. */
    static final int EARNS = 73;

    PolicyTrust trust(Policy policy) {
        return desk.trust.all().stream()
                .filter(one -> one.policyId() == policy.id())
                .findFirst()
                .orElseThrow();
    }

    /** A policy that may act alone once the person says so. */
    Policy earned() {
        promotions(EARNS);
        var policy = desk.archivePromotions();
        desk.propose();
        desk.approve(desk.pendingIds().toArray(Long[]::new));
        desk.clock.forward(Duration.ofMinutes(1));
        return policy;
    }

    /** A policy that acts alone. */
    Policy automatic() {
        var policy = earned();
        desk.trust.answer(policy.id(), true);
        desk.clock.forward(Duration.ofMinutes(1));
        return policy;
    }

    List<BatchSummary> automaticBatches() {
        return desk.approvals.batches(1000).stream()
                .filter(batch -> batch.automatic().isPresent())
                .toList();
    }

    long inInbox() {
        var folders = new ArrayList<String>();
        desk.messages.forEachNewestFirst(message -> folders.add(message.state().folder()));
        return folders.stream().filter(RawMail.INBOX::equals).count();
    }
}
