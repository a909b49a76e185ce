package io.countersign.policy;

import io.countersign.mail.Message;
import io.countersign.policy.Condition.Leaf;
import io.countersign.policy.MatchTable.Matches;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Asks {@link ConditionEvaluator} about many mails, on all processors; about equal texts once. Thread-safe. */
final class LeafMatches {
    private static final int CHUNK = 2048;

    private final List<Message> mails;
    private final TextColumns columns;

    LeafMatches(List<Message> mails, TextColumns columns) {
        this.mails = mails;
        this.columns = columns;
    }

    /** The mails for which a condition holds, each part of it evaluated where the evaluator does. */
    Matches evaluate(Condition condition, Instant now, Progress progress) {
        if (condition instanceof Leaf leaf && comparesTexts(leaf)) {
            var column = columns.of(leaf.field());
            return spread(evaluated(new ValuePass(leaf, now, column), progress), column);
        }
        return evaluated(new MailPass(condition, now), progress);
    }

    private static boolean comparesTexts(Leaf leaf) {
        return switch (leaf.field()) {
            case MessageField.Text _, MessageField.Texts _ -> true;
            case MessageField.Numeric _, MessageField.Flag _, MessageField.Moment _ -> false;
        };
    }

    /** From the values of a column to the mails that have them. */
    private Matches spread(Matches values, TextColumn column) {
        var holding = new BitSet(mails.size());
        var failed = new BitSet();
        for (int i = 0; i < mails.size(); i++) {
            holding.set(i, values.holding().get(column.code(i)));
            if (values.failed().get(column.code(i))) {
                failed.set(i);
            }
        }
        return new Matches(holding, failed, values.problem());
    }

    private static Matches evaluated(Pass pass, Progress progress) {
        int size = pass.size();
        var parts = IntStream.range(0, (size + CHUNK - 1) / CHUNK)
                .parallel()
                .mapToObj(chunk -> {
                    progress.checkCancelled();
                    return over(pass, chunk * CHUNK, Math.min(size, (chunk + 1) * CHUNK));
                })
                .toList();
        var whole = new Matches(new BitSet(size), new BitSet(), Optional.empty());
        for (var part : parts) {
            whole.holding().or(part.holding());
            whole.failed().or(part.failed());
        }
        return new Matches(
                whole.holding(),
                whole.failed(),
                parts.stream().flatMap(part -> part.problem().stream()).findFirst());
    }

    private static Matches over(Pass pass, int from, int to) {
        var holding = new BitSet(to);
        var failed = new BitSet();
        var problem = Optional.<String>empty();
        for (int i = from; i < to; i++) {
            try {
                holding.set(i, pass.holds(i));
            } catch (PolicyEvaluationException e) {
                failed.set(i);
                problem = problem.or(() -> Optional.of(String.valueOf(e.getMessage())));
            }
        }
        return new Matches(holding, failed, problem);
    }

    /** A test of things that are numbered from 0. For several threads. */
    private interface Pass {
        int size();

        boolean holds(int index);
    }

    private final class MailPass implements Pass {
        private final ConditionEvaluator evaluator;
        private final Instant now;

        MailPass(Condition condition, Instant now) {
            this.evaluator = new ConditionEvaluator(condition);
            this.now = now;
        }

        @Override
        public int size() {
            return mails.size();
        }

        @Override
        public boolean holds(int index) {
            return evaluator.matches(new Candidate(mails.get(index), now));
        }
    }

    /** A leaf that compares texts says the same of all mails with the same texts. */
    private final class ValuePass implements Pass {
        private final ConditionEvaluator evaluator;
        private final Instant now;
        private final MessageField field;
        private final int[] samples;
        private final List<List<String>> texts;
        private final List<List<String>> folded;

        ValuePass(Leaf leaf, Instant now, TextColumn column) {
            this.evaluator = new ConditionEvaluator(leaf);
            this.now = now;
            this.field = column.field();
            this.samples = column.samples();
            this.texts = column.texts();
            this.folded = leaf.operator() == Condition.Operator.REGEX ? texts : column.folded();
        }

        @Override
        public int size() {
            return samples.length;
        }

        @Override
        public boolean holds(int index) {
            return samples[index] >= 0
                    && evaluator.matches(
                            new Candidate(mails.get(samples[index]), now, field, texts.get(index), folded.get(index)));
        }
    }
}
