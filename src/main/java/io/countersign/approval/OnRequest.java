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
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes proposals of what a person asked for in words. No stored policy stands behind them: they carry the id
 * {@value #POLICY_ID}, which no stored policy has, so that nothing earns trust or acts alone, while decisions, undo, learning
 * and statistics treat them like those of a policy that was removed. Blocking and thread-safe.
 */
public final class OnRequest {
    private static final Logger LOG = LoggerFactory.getLogger(OnRequest.class);

    /** Names no stored policy. */
    public static final long POLICY_ID = 0;

    static final String NAME = "Asked for";

    // A person who asks for something wants it more often than not; how often, decisions teach.
    private static final double THRESHOLD = 0.7;

    // Others can decide between two parts.
    private static final int PART = 2000;
    private static final int PART_WITHDRAWN = 1000;

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
     * What became of a request.
     *
     * @param id by which it can be withdrawn; 0 where nothing was proposed
     * @param proposals how many are new or pending again
     */
    public record Request(long id, int proposals) {
        static final Request NOTHING = new Request(0, 0);
    }

    /**
     * What of a request was taken back.
     *
     * @param withdrawn how many were pending, and are no proposals any longer
     * @param decided how many were decided meanwhile, or proposed anew, and stay
     * @param left how many are still pending, because it was cancelled
     */
    public record Withdrawn(long request, int withdrawn, int decided, int left) {
        public Withdrawn(long request, int withdrawn, int decided) {
            this(request, withdrawn, decided, 0);
        }
    }

    /**
     * Makes pending proposals; rejected ones become pending again, since the person asks for them now. Left out is what is
     * pending or done already, what would change nothing, and what protected mail is spared. Cancelled, it withdraws what it
     * has made by then.
     *
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public Request propose(Collection<Wish> wishes, Progress progress) {
        if (wishes.isEmpty()) {
            return Request.NOTHING;
        }
        var all = List.copyOf(wishes);
        var drafting = drafting();
        var made = Request.NOTHING;
        try {
            for (int from = 0; from < all.size(); from += PART) {
                progress.checkCancelled();
                progress.report(from, all.size(), "");
                var part = all.subList(from, Math.min(all.size(), from + PART));
                var before = made;
                made = workspace.inTransaction(() -> store(part, drafting, before));
            }
        } catch (CancellationException e) {
            if (made.proposals() > 0) {
                withdraw(OptionalLong.of(made.id()), Progress.none());
            }
            throw e;
        }
        return made;
    }

    /**
     * Takes back those of a request, or of the newest of which something is pending, that are still pending, as if they had
     * never been proposed: this is no decision, nothing is learned of it, and the same can be asked for again. Others can decide
     * in between: it is done in parts, each wholly or not at all. Cancelled, it leaves the rest pending and says so; whatever
     * else stops it, doing it again does the rest.
     *
     * @throws CountersignException.NotFound when there is no such request
     */
    public Withdrawn withdraw(OptionalLong request, Progress progress) {
        var pending = workspace.inTransaction(() -> pending(request));
        int withdrawn = 0;
        try {
            for (int from = 0; from < pending.ids().size(); from += PART_WITHDRAWN) {
                progress.checkCancelled();
                progress.report(from, pending.ids().size(), "");
                var part = pending.ids().subList(from, Math.min(pending.ids().size(), from + PART_WITHDRAWN));
                withdrawn += workspace.inTransaction(() -> withdraw(pending.request(), part));
            }
        } catch (CancellationException _) {
            LOG.info("withdrawing request {} was cancelled after {}", pending.request(), withdrawn);
        }
        return outcome(pending.request(), withdrawn);
    }

    private record Pending(long request, List<Long> ids) {}

    private Pending pending(OptionalLong request) {
        store.decisions().lock();
        long id = request.isPresent()
                ? request.getAsLong()
                : store.requests().newest().orElseThrow(() -> new CountersignException.NotFound("request", "pending"));
        store.requests().proposals(id).orElseThrow(() -> new CountersignException.NotFound("request", id));
        return new Pending(id, store.requests().pending(id));
    }

    private int withdraw(long request, List<Long> part) {
        store.decisions().lock();
        int withdrawn = store.requests().withdraw(request, part);
        if (withdrawn > 0) {
            var now = workspace.clock().instant();
            store.requests().count(request, -withdrawn, now);
            audit("withdrawn", withdrawn, now);
        }
        return withdrawn;
    }

    private Withdrawn outcome(long request, int withdrawn) {
        return workspace.inTransaction(() -> {
            store.decisions().lock();
            int left = store.requests().pending(request).size();
            int made = Math.toIntExact(store.requests().proposals(request).orElse(0));
            return new Withdrawn(request, withdrawn, made - left, left);
        });
    }

    private Drafting drafting() {
        return new Drafting(
                learning,
                new Lessons(workspace.user(), store.features(), learning).experience(),
                store.promotionShares().byDomain());
    }

    private Request store(List<Wish> wishes, Drafting drafting, Request before) {
        store.decisions().lock();
        var now = workspace.clock().instant();
        var mails = Mails.byId(
                workspace.messages(), wishes.stream().map(Wish::messageId).toList());
        var earlier = store.proposals().earlier(mails.keySet());
        var fresh = new ArrayList<Draft>();
        var revivals = new ArrayList<Revival>();
        drafts(wishes, mails, drafting, now).forEach((key, draft) -> {
            var found = earlier.get(key);
            if (found == null) {
                fresh.add(draft);
            } else if (found.status() == ProposalStatus.REJECTED) {
                revivals.add(new Revival(found.id(), draft));
            }
        });
        int count = fresh.size() + revivals.size();
        if (count == 0) {
            return before;
        }
        long request = before.id() == 0 ? store.requests().open(now) : before.id();
        store.writer().add(fresh, now, OptionalLong.of(request));
        store.writer().revive(revivals, OptionalLong.of(request));
        store.requests().count(request, count, now);
        audit("proposed", count, now);
        return new Request(request, before.proposals() + count);
    }

    private static Map<ProposalKey, Draft> drafts(
            List<Wish> wishes, Map<Long, Message> mails, Drafting drafting, Instant now) {
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

    private void audit(String event, int count, Instant now) {
        store.audit().add(now, List.of(new Line(event, null, null, null, POLICY_ID, NAME + ": " + count, null)));
    }
}
