package io.countersign.policy.ui;

import io.countersign.mail.InMemoryMail;
import io.countersign.mail.Message;
import io.countersign.policy.Condition;
import io.countersign.policy.ConditionEvaluator;
import io.countersign.policy.MessageField;
import io.countersign.policy.Policy;
import io.countersign.policy.SampleMail;
import io.countersign.policy.simulation.LiveMatches;
import io.countersign.policy.simulation.MatchPreview;
import io.countersign.policy.simulation.Simulation;
import io.countersign.policy.simulation.Simulation.Past;
import io.countersign.policy.simulation.Simulation.Precision;
import io.countersign.policy.simulation.Simulator;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Mail made up from a seed, with matches really counted and a past in which every second mail was decided. */
final class SampleMailbox implements LiveMatches, Simulator {
    /** The same mail, to be listed and read. */
    final InMemoryMail stored = new InMemoryMail();

    private final List<Message> mails = new ArrayList<>();
    private final List<Condition> counted = new ArrayList<>();
    private int simulated;
    private boolean slow;

    SampleMailbox(int size) {
        var random = new Random(7);
        for (int i = 0; i < size; i++) {
            var mail = SampleMail.random(random);
            add(new Message(i + 1, i + 1, 1, mail.envelope(), mail.state(), mail.understanding()));
        }
    }

    private void add(Message mail) {
        var envelope = mail.envelope();
        var text = "The text of mail " + mail.id() + ".\n\nHave a good day.";
        mails.add(mail);
        stored.add(mail, InMemoryMail.text(envelope.from(), envelope.subject(), text));
    }

    /** The conditions that were counted, in their order. */
    List<Condition> counted() {
        return counted;
    }

    int simulated() {
        return simulated;
    }

    private List<Message> holding(Condition condition) {
        var test = new ConditionEvaluator(condition);
        return mails.stream().filter(mail -> test.matches(mail, SampleMail.NOW)).toList();
    }

    @Override
    public MatchPreview matches(Condition condition, int limit, Progress progress) {
        counted.add(condition);
        var found = holding(condition);
        return new MatchPreview(
                found.size(), mails.size(), found.stream().limit(limit).toList(), Optional.empty());
    }

    @Override
    public Optional<MatchPreview> ahead(Condition condition, int limit, Progress progress) {
        if (!slow) {
            return Optional.empty();
        }
        var found = holding(condition).stream()
                .filter(mail -> mail.id() <= mails.size() / 2)
                .toList();
        return Optional.of(new MatchPreview(
                found.size(), mails.size() / 2, found.stream().limit(limit).toList(), Optional.empty()));
    }

    /** From now on, counting takes long, and something is known ahead. */
    void slowDown() {
        slow = true;
    }

    @Override
    public void prepare(Progress progress) {}

    @Override
    public List<String> complete(MessageField field, String typed, int limit) {
        return mails.stream()
                .map(mail -> field.shown(mail, SampleMail.NOW))
                .filter(value -> !value.isEmpty() && value.contains(typed))
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public Simulation simulate(List<Policy> drafts, Progress progress) {
        simulated++;
        progress.report(1, 2, "");
        progress.checkCancelled();
        return new Simulation(mails.size(), drafts.stream().map(this::forecast).toList());
    }

    private Simulation.Forecast forecast(Policy draft) {
        var found = holding(draft.condition()).stream().map(Message::id).toList();
        var agree = found.stream().filter(id -> id % 2 == 0).toList();
        var disagree = found.stream().filter(id -> id % 10 == 1).toList();
        return new Simulation.Forecast(
                draft,
                found.size(),
                found,
                new Past(agree.size(), agree),
                new Past(disagree.size(), disagree),
                agree.isEmpty() ? Optional.empty() : Optional.of(new Precision(0.833, 0.694, 0.917)),
                Map.of(1L, 12L),
                Map.of(2L, 3L),
                Optional.empty());
    }
}
