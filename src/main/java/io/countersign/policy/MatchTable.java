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
import java.util.stream.IntStream;

/**
 * Finds among many mails those that a condition holds for. {@link ConditionEvaluator} judges each leaf by itself; what it said is
 * remembered, so that after a change to one clause only that is evaluated again. Thread-safe.
 */
public final class MatchTable {
    private static final int REMEMBERED = 256;
    private static final int CHUNK = 4096; // a multiple of 64, so that chunks never share a word of a bit set

    private final List<Message> mails;
    private final FoldedColumns folded;
    private final Map<Leaf, Matches> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Leaf, Matches> eldest) {
            return size() > REMEMBERED;
        }
    };

    public MatchTable(List<Message> mails) {
        this.mails = List.copyOf(mails);
        this.folded = new FoldedColumns(this.mails);
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

    /** Folds the texts of the fields that most conditions compare, so that the first question is answered as fast as the next. */
    public void prepare() {
        List.of("subject", "preview", "from").forEach(name -> folded.of(MessageFields.named(name)));
    }

    /** The caller may change what it gets. */
    public Matches matches(Condition condition, Instant now, Progress progress) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> all(parts, now, progress);
            case Condition.Any(List<Condition> parts) -> any(parts, now, progress);
            case Condition.Not(Condition part) -> not(matches(part, now, progress));
            case Leaf leaf -> copy(leaf(leaf, now, progress));
            case Condition.Unreadable _ -> evaluate(condition, now, progress);
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
            return evaluate(leaf, now, progress);
        }
        synchronized (remembered) {
            var known = remembered.get(leaf);
            if (known != null) {
                return known;
            }
        }
        var fresh = evaluate(leaf, now, progress);
        synchronized (remembered) {
            remembered.put(leaf, fresh);
        }
        return fresh;
    }

    private static boolean dependsOnTime(Leaf leaf) {
        return leaf.operand() instanceof Operand.Now || leaf.field().name().equals("ageDays");
    }

    private Matches evaluate(Condition leaf, Instant now, Progress progress) {
        var pass = new Pass(new ConditionEvaluator(leaf), now, column(leaf));
        int chunks = (mails.size() + CHUNK - 1) / CHUNK;
        var parts = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> {
                    progress.checkCancelled();
                    return pass.over(chunk * CHUNK, Math.min(mails.size(), (chunk + 1) * CHUNK));
                })
                .toList();
        var whole = new Matches(new BitSet(mails.size()), new BitSet(), Optional.empty());
        for (var part : parts) {
            whole.holding().or(part.holding());
            whole.failed().or(part.failed());
        }
        return new Matches(
                whole.holding(),
                whole.failed(),
                parts.stream().flatMap(part -> part.problem().stream()).findFirst());
    }

    private Optional<FoldedColumns.Column> column(Condition condition) {
        return condition instanceof Leaf leaf && comparesFolded(leaf)
                ? Optional.of(folded.of(leaf.field()))
                : Optional.empty();
    }

    private static boolean comparesFolded(Leaf leaf) {
        return switch (leaf.field()) {
            case MessageField.Text _, MessageField.Texts _ ->
                leaf.operator() != Condition.Operator.REGEX && leaf.operator() != Condition.Operator.EXISTS;
            case MessageField.Numeric _, MessageField.Flag _, MessageField.Moment _ -> false;
        };
    }

    private final class Pass {
        private final ConditionEvaluator evaluator;
        private final Instant now;
        private final Optional<FoldedColumns.Column> column;

        Pass(ConditionEvaluator evaluator, Instant now, Optional<FoldedColumns.Column> column) {
            this.evaluator = evaluator;
            this.now = now;
            this.column = column;
        }

        Matches over(int from, int to) {
            var holding = new BitSet(to);
            var failed = new BitSet();
            var problem = Optional.<String>empty();
            for (int i = from; i < to; i++) {
                try {
                    holding.set(i, evaluator.matches(candidate(i)));
                } catch (PolicyEvaluationException e) {
                    failed.set(i);
                    problem = problem.or(() -> Optional.of(String.valueOf(e.getMessage())));
                }
            }
            return new Matches(holding, failed, problem);
        }

        private Candidate candidate(int index) {
            var message = mails.get(index);
            return column.map(texts -> new Candidate(message, now, texts.field(), texts.of(index)))
                    .orElseGet(() -> new Candidate(message, now));
        }
    }
}
