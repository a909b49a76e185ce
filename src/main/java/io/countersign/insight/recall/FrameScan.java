package io.countersign.insight.recall;

import io.countersign.approval.Belonging;
import io.countersign.insight.recall.RecallRecords.Asked;
import io.countersign.insight.recall.RecallRecords.Draw;
import io.countersign.insight.recall.RecallRecords.FrameKey;
import io.countersign.insight.recall.RecallRecords.New;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;

/**
 * One look at all mail, to find each policy's unfired mail: of its action, nothing was proposed, it would change something, and
 * no other policy with that action knows the mail better. Mail once asked about stays in, whatever became of it, unless its
 * action was proposed since: that it was asked must not change what it stands for. Made for one pass; not thread-safe.
 */
final class FrameScan {
    private final Belonging belonging;
    private final Lottery lottery;
    private final int mostQuestions;
    private final Map<Action, LongPredicate> proposed = new LinkedHashMap<>();
    private final Map<Long, Set<Long>> handled = new HashMap<>();
    private final Map<Long, Map<Long, Asked>> asked = new HashMap<>();
    private final Map<Long, Policy> policies = new LinkedHashMap<>();
    private final Map<FrameKey, Long> frames = new HashMap<>();
    private final Set<Long> counted = new HashSet<>();
    private final Map<FrameKey, PriorityQueue<Ticket>> tickets = new HashMap<>();

    private record Ticket(long number, long messageId) {}

    FrameScan(Belonging belonging, Collection<Policy> enabled, Lottery lottery, int mostQuestions) {
        this.belonging = belonging;
        this.lottery = lottery;
        this.mostQuestions = mostQuestions;
        enabled.forEach(policy -> policies.put(policy.id(), policy));
    }

    /**
     * Says what is known before the pass.
     *
     * @param questions all that were ever asked
     * @param handledByHand per policy, mails that count as missed already
     * @param proposedOf for an action, which mails it was ever proposed for
     */
    void prepare(
            Collection<Asked> questions,
            Map<Long, Collection<Long>> handledByHand,
            Function<Action, LongPredicate> proposedOf) {
        policies.values().forEach(policy -> proposed.computeIfAbsent(policy.action(), proposedOf));
        handledByHand.forEach((policy, mails) -> handled.put(policy, Set.copyOf(mails)));
        questions.forEach(question -> asked.computeIfAbsent(question.messageId(), _ -> new HashMap<>())
                .put(question.policyId(), question));
    }

    /** Always true: all mail is looked at. */
    boolean visit(Message mail) {
        var questions = asked.getOrDefault(mail.id(), Map.of());
        questions.values().forEach(this::keep);
        proposed.forEach((action, isProposed) -> {
            if (!isProposed.test(mail.id())) {
                belonging.of(action, mail).stream()
                        .filter(policy -> !questions.containsKey(policy.id()) && !isHandled(policy, mail))
                        .forEach(policy -> enter(policy, mail));
            }
        });
        return true;
    }

    private boolean isHandled(Policy policy, Message mail) {
        return handled.getOrDefault(policy.id(), Set.of()).contains(mail.id());
    }

    private void keep(Asked question) {
        var policy = policies.get(question.policyId());
        if (policy != null
                && policy.action().equals(question.action())
                && !proposed.getOrDefault(question.action(), _ -> false).test(question.messageId())) {
            frames.merge(new FrameKey(policy.id(), question.stratum()), 1L, Long::sum);
            counted.add(question.id());
        }
    }

    private void enter(Policy policy, Message mail) {
        var key = new FrameKey(policy.id(), belonging.nearness(policy, mail) > 0 ? Stratum.NEAR : Stratum.FAR);
        frames.merge(key, 1L, Long::sum);
        var best = tickets.computeIfAbsent(
                key,
                _ -> new PriorityQueue<>(
                        Comparator.comparingLong(Ticket::number).reversed()));
        best.add(new Ticket(lottery.number(policy.id(), mail.id()), mail.id()));
        if (best.size() > mostQuestions) {
            best.remove();
        }
    }

    /** The outcome, with so many new questions as there are mails for: to where the fewest were asked first, near misses before others. */
    Draw draw(int questions) {
        var askedIn = new HashMap<FrameKey, Integer>();
        asked.values().stream()
                .flatMap(perPolicy -> perPolicy.values().stream())
                .filter(question -> counted.contains(question.id()))
                .forEach(question ->
                        askedIn.merge(new FrameKey(question.policyId(), question.stratum()), 1, Integer::sum));
        var rising = new HashMap<FrameKey, List<Ticket>>();
        tickets.forEach((key, best) -> rising.put(
                key,
                new ArrayList<>(best.stream()
                        .sorted(Comparator.comparingLong(Ticket::number))
                        .toList())));
        var drawn = new ArrayList<New>();
        for (int i = 0; i < questions; i++) {
            rising.values().removeIf(List::isEmpty);
            rising.keySet().stream()
                    .min(Comparator.comparingInt((FrameKey key) -> askedIn.getOrDefault(key, 0))
                            .thenComparing(FrameKey::stratum)
                            .thenComparingLong(key -> lottery.number(key.policyId(), 0)))
                    .ifPresent(key -> drawn.add(question(key, rising, askedIn)));
        }
        return new Draw(frames, counted, drawn);
    }

    private New question(FrameKey key, Map<FrameKey, List<Ticket>> rising, Map<FrameKey, Integer> askedIn) {
        askedIn.merge(key, 1, Integer::sum);
        var ticket = rising.getOrDefault(key, List.of()).removeFirst();
        var policy = policies.get(key.policyId());
        if (policy == null) {
            throw new IllegalStateException("frames are of enabled policies");
        }
        return new New(key.policyId(), ticket.messageId(), policy.action(), key.stratum());
    }
}
