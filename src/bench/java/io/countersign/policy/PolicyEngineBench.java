package io.countersign.policy;

import io.countersign.mail.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Measures one thread evaluating 100,000 mails against 50 policies; arguments: mails, policies, rounds. */
public final class PolicyEngineBench {
    private PolicyEngineBench() {}

    public static void main(String[] arguments) {
        int mails = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int policies = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        var random = new Random(1);
        var messages = new ArrayList<Message>(mails);
        for (int i = 0; i < mails; i++) {
            messages.add(SampleMail.random(random));
        }
        run("mixed", new PolicyEngine(mixed(policies)), messages, rounds);
        var letter = SampleMail.mail()
                .subject("Größere Änderungen")
                .preview("Grüße aus Zürich – ".repeat(15))
                .get();
        run(
                "300 letters beyond ASCII, none matching",
                new PolicyEngine(textOnly(policies)),
                Collections.nCopies(mails, letter),
                rounds);
        run("text only, none matching", new PolicyEngine(textOnly(policies)), messages, rounds);
    }

    /** The default set, then conditions like it on text and numbers. */
    private static List<Policy> mixed(int count) {
        var policies = new ArrayList<>(DefaultPolicies.load(new PolicyJson()));
        for (int i = policies.size(); i < count; i++) {
            policies.add(policy(i, """
                    {"all":[{"neq":["senderDomain","never%d.example"]},{"any":[{"contains":["subject","word%d"]},
                     {"regex":["subject","(?i)order #%d\\\\b"]},{"eq":["listId","list%d.example"]}]},{"gt":["ageDays",%d]}]}""".formatted(i, i, i, i, i % 60)));
        }
        return policies;
    }

    private static List<Policy> textOnly(int count) {
        var policies = new ArrayList<Policy>();
        for (int i = 0; i < count; i++) {
            policies.add(policy(i, "{\"contains\":[\"preview\",\"never %d\"]}".formatted(i)));
        }
        return policies;
    }

    private static Policy policy(int number, String condition) {
        return new Policy(
                number,
                1,
                "p" + number,
                "",
                true,
                300 + number,
                new PolicyJson().condition(condition),
                new Action.Label("L" + number),
                0.7,
                false);
    }

    private static void run(String what, PolicyEngine engine, List<Message> messages, int rounds) {
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            long matched = messages.stream()
                    .filter(message -> engine.evaluate(message, SampleMail.NOW) instanceof Verdict.Match)
                    .count();
            var took = Duration.ofNanos(System.nanoTime() - start);
            System.out.printf("%s: %d mails, %d matched, %d ms%n", what, messages.size(), matched, took.toMillis());
        }
    }
}
