package io.countersign.approval;

import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.policy.ActionEffect;
import io.countersign.policy.Policy;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells which policies a mail that none of them proposed an action for belongs to: the one with that action that knows its sender
 * or category best; all with that action where none knows it. Mail that the engine spares an action belongs to none. Immutable.
 */
public final class Belonging {
    private final Map<Action, List<Policy>> byAction;
    private final Map<Long, Reach> reaches;

    /** Disabled policies have no mail. */
    public Belonging(Collection<Policy> policies, Map<Long, Reach> reaches) {
        this.byAction = policies.stream()
                .filter(Policy::enabled)
                .sorted(Comparator.comparingInt(Policy::priority).thenComparingLong(Policy::id))
                .collect(Collectors.groupingBy(Policy::action));
        this.reaches = Map.copyOf(reaches);
    }

    /** Those that should have proposed {@code action} for {@code mail}, as it was before. */
    public List<Policy> of(Action action, Message mail) {
        if (!ActionEffect.wouldChange(action, mail)) {
            return List.of();
        }
        boolean spared = mail.isProtected() && ActionEffect.takesAway(action);
        var same = byAction.getOrDefault(action, List.of()).stream()
                .filter(policy -> !spared || policy.includeProtected())
                .toList();
        int nearest =
                same.stream().mapToInt(policy -> nearness(policy, mail)).max().orElse(0);
        return nearest == 0
                ? same
                : same.stream()
                        .filter(policy -> nearness(policy, mail) == nearest)
                        .limit(1)
                        .toList();
    }

    /** How well a policy knows the sender or category of a mail: 2 sender, 1 category, 0 neither. */
    public int nearness(Policy policy, Message mail) {
        return reaches.getOrDefault(policy.id(), Reach.NONE).nearness(mail);
    }
}
