package io.countersign.policy;

import io.countersign.mail.Message;
import io.countersign.policy.Condition.Leaf;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds among many mails those that a condition holds for. {@link ConditionEvaluator} judges each leaf by itself; what it said is
 * remembered, so that after a change to one clause only that is evaluated again. Thread-safe.
 */
public final class MatchTable {
    private static final int REMEMBERED = 256;

    private static final List<String> PREPARED = List.of("subject", "preview", "from", "to", "senderDomain", "listId");

    private final List<Message> mails;
    private final TextColumns columns;
    private final LeafMatches leaves;
    private final Map<Leaf, Matches> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Leaf, Matches> eldest) {
            return size() > REMEMBERED;
        }
    };

    public MatchTable(List<Message> mails) {
        this(List.copyOf(mails), new TextColumns(List.copyOf(mails)));
    }

    private MatchTable(List<Message> mails, TextColumns columns) {
        this.mails = mails;
        this.columns = columns;
        this.leaves = new LeafMatches(mails, columns);
    }

    /**
     * A table of the mails as they are now, which takes over what this one knows of those that stayed as they were.
     *
     * @param origins for each mail its index in this table, -1 for one that is new or changed
     */
    public MatchTable following(List<Message> now, int[] origins) {
        var fixed = List.copyOf(now);
        return new MatchTable(fixed, columns.following(fixed, origins));
    }

    /**
     * The mails, by their index, that a condition holds for.
     *
     * @param failed those for which it could not be evaluated
     * @param problem why not, a sentence
     */
    public record Matches(BitSet holding, BitSet failed, Optional<String> problem) {}

    /** The mails that are searched, in the order of their indexes. */
    public List<Message> mails() {
        return mails;
    }

    /** Reads the texts of the fields that most conditions compare, so that the first question is answered as fast as the next. */
    public void prepare() {
        PREPARED.forEach(name -> columns.of(MessageFields.named(name)).folded());
    }

    /** Whether a condition has a pattern that takes long on many texts, and that was not looked for before. */
    public boolean takesLong(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.stream().anyMatch(this::takesLong);
            case Condition.Any(List<Condition> parts) -> parts.stream().anyMatch(this::takesLong);
            case Condition.Not(Condition part) -> takesLong(part);
            case Leaf leaf ->
                leaf.operand() instanceof Operand.Regex(var pattern)
                        && !PatternSearch.isFast(pattern)
                        && known(leaf).isEmpty();
            case Condition.Unreadable _ -> false;
        };
    }

    private Optional<Matches> known(Leaf leaf) {
        synchronized (remembered) {
            return Optional.ofNullable(remembered.get(leaf));
        }
    }

    /** The caller may change what it gets. */
    public Matches matches(Condition condition, Instant now, Progress progress) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> all(parts, now, progress);
            case Condition.Any(List<Condition> parts) -> any(parts, now, progress);
            case Condition.Not(Condition part) -> not(matches(part, now, progress));
            case Leaf leaf -> copy(leaf(leaf, now, progress));
            case Condition.Unreadable _ -> leaves.evaluate(condition, now, progress);
        };
    }

    /** As the evaluator does: a part is asked only where those before it left the answer open. */
    private Matches all(List<Condition> parts, Instant now, Progress progress) {
        var open = everything();
        var failed = new BitSet();
        var problem = Optional.<String>empty();
        for (var part : parts) {
            var one = matches(part, now, progress);
            one.failed().and(open);
            failed.or(one.failed());
            problem = problem.or(() -> one.failed().isEmpty() ? Optional.empty() : one.problem());
            open.and(one.holding());
        }
        return new Matches(open, failed, problem);
    }

    private Matches any(List<Condition> parts, Instant now, Progress progress) {
        var open = everything();
        var holding = new BitSet();
        var failed = new BitSet();
        var problem = Optional.<String>empty();
        for (var part : parts) {
            var one = matches(part, now, progress);
            one.holding().and(open);
            one.failed().and(open);
            holding.or(one.holding());
            failed.or(one.failed());
            problem = problem.or(() -> one.failed().isEmpty() ? Optional.empty() : one.problem());
            open.andNot(one.holding());
            open.andNot(one.failed());
        }
        return new Matches(holding, failed, problem);
    }

    private Matches not(Matches part) {
        var holding = everything();
        holding.andNot(part.holding());
        holding.andNot(part.failed());
        return new Matches(holding, part.failed(), part.problem());
    }

    private BitSet everything() {
        var all = new BitSet(mails.size());
        all.set(0, mails.size());
        return all;
    }

    private static Matches copy(Matches matches) {
        return new Matches(
                (BitSet) matches.holding().clone(), (BitSet) matches.failed().clone(), matches.problem());
    }

    private Matches leaf(Leaf leaf, Instant now, Progress progress) {
        if (dependsOnTime(leaf)) {
            return leaves.evaluate(leaf, now, progress);
        }
        var known = known(leaf);
        if (known.isPresent()) {
            return known.get();
        }
        var fresh = leaves.evaluate(leaf, now, progress);
        synchronized (remembered) {
            remembered.put(leaf, fresh);
        }
        return fresh;
    }

    private static boolean dependsOnTime(Leaf leaf) {
        return leaf.operand() instanceof Operand.Now || leaf.field().name().equals("ageDays");
    }
}
