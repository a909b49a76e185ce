package io.countersign.approval;

import io.countersign.approval.AuditLog.Line;
import io.countersign.approval.ProposalWriter.Revival;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.policy.ActionEffect;
import io.countersign.policy.Condition;
import io.countersign.policy.ConditionEvaluator;
import io.countersign.policy.Policy;
import io.countersign.policy.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes proposals of what a person asked for in words. No stored policy stands behind them: they carry the id
 * {@value #POLICY_ID}, which no stored policy has, so that nothing earns trust or acts alone, while decisions, undo, learning
 * and statistics treat them like those of a policy that was removed. Blocking and thread-safe.
 */
public final class OnRequest {
    /** Names no stored policy. */
    public static final long POLICY_ID = 0;

    static final String NAME = "Asked for";

    // A person who asks for something wants it more often than not; how often, decisions teach.
    private static final double THRESHOLD = 0.7;

    private final Workspace workspace;
    private final ApprovalStore store;
    private final Learning learning;

    public OnRequest(Workspace workspace, ApprovalStore store, Learning learning) {
        this.workspace = workspace;
        this.store = store;
        this.learning = learning;
    }

    /**
     * One action that is wanted for one mail.
     *
     * @param reason why, one sentence for the person
     */
    public record Wish(long messageId, Action action, String reason) {}

    /**
     * Makes pending proposals; rejected ones become pending again, since the person asks for them now. Left out is what is
     * pending or done already, what would change nothing, and what protected mail is spared.
     *
     * @return how many are new or pending again
     */
    public int propose(Collection<Wish> wishes) {
        return wishes.isEmpty() ? 0 : workspace.inTransaction(() -> store(wishes));
    }

    private int store(Collection<Wish> wishes) {
        store.decisions().lock();
        var now = workspace.clock().instant();
        var mails = Mails.byId(
                workspace.messages(), wishes.stream().map(Wish::messageId).toList());
        var earlier = store.proposals().earlier(mails.keySet());
        var fresh = new ArrayList<Draft>();
        var revivals = new ArrayList<Revival>();
        drafts(wishes, mails, now).forEach((key, draft) -> {
            var before = earlier.get(key);
            if (before == null) {
                fresh.add(draft);
            } else if (before.status() == ProposalStatus.REJECTED) {
                revivals.add(new Revival(before.id(), draft));
            }
        });
        write(fresh, revivals, now);
        return fresh.size() + revivals.size();
    }

    private Map<ProposalKey, Draft> drafts(Collection<Wish> wishes, Map<Long, Message> mails, Instant now) {
        var drafting = new Drafting(
                learning,
                new Lessons(workspace.user(), store.features(), learning).experience(),
                store.promotionShares().byDomain());
        var drafts = new LinkedHashMap<ProposalKey, Draft>();
        for (var wish : wishes) {
            var mail = mails.get(wish.messageId());
            if (mail != null && makesSense(wish.action(), mail)) {
                drafts.computeIfAbsent(
                        new ProposalKey(mail.id(), wish.action()), _ -> drafting.draft(match(wish, mail, now)));
            }
        }
        return drafts;
    }

    private static boolean makesSense(Action action, Message mail) {
        return ActionEffect.wouldChange(action, mail) && !(mail.isProtected() && ActionEffect.takesAway(action));
    }

    private static Verdict.Match match(Wish wish, Message mail, Instant now) {
        var everything = new Condition.All(List.of());
        var policy = new Policy(
                POLICY_ID,
                0,
                NAME,
                wish.reason(),
                true,
                Policy.MIN_PRIORITY,
                everything,
                wish.action(),
                THRESHOLD,
                false);
        return new Verdict.Match(policy, new ConditionEvaluator(everything), mail, now, List.of());
    }

    private void write(List<Draft> fresh, List<Revival> revivals, Instant now) {
        int count = fresh.size() + revivals.size();
        if (count == 0) {
            return;
        }
        store.writer().add(fresh, now);
        store.writer().revive(revivals);
        store.counters().fired(Map.of(POLICY_ID, count), now);
        store.audit().add(now, List.of(new Line("proposed", null, null, null, POLICY_ID, NAME + ": " + count, null)));
    }
}
