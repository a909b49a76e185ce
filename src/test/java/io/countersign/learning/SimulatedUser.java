package io.countersign.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A person with known preferences and a mailbox that fits: forty senders, a few of whom write most of the mail, each with its
 * category, list and usual words; one policy for each category, with its action and threshold. Decides ten proposals a day.
 */
final class SimulatedUser {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final int SENDERS = 40;
    private static final double SECONDS_BETWEEN = 8640;
    private static final List<String> WORDS =
            List.of("sale", "invoice", "event", "order", "newsletter", "offer", "deal");

    /** How a person decides. */
    enum Kind {
        AGREES("agrees with the policies"),
        HATES_A_SENDER("hates one sender"),
        LIKES_SOME_CATEGORIES("likes only some categories"),
        MINDS_A_WORD("minds one word"),
        NOISY("likes some categories, decides noisily"),
        FAVOURITE_SENDERS("has favourite senders"),
        CHANGES_TASTE("likes some categories, then others"),
        THRESHOLDS_FAR_OFF("thresholds far off"),
        SEVERAL_ACTIONS("likes some actions"),
        AS_THE_PRIOR_SAYS("approves exactly as often as the policy says");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** One proposal: what the learner sees of its mail, the policy's own figure, and how likely the person really approves. */
    record Item(List<String> features, String action, double prior, double truth) {}

    private record Policy(String category, String action, double threshold, boolean reliable) {}

    private static final List<Policy> POLICIES = List.of(
            new Policy("promotion", "archive_email", 0.7, true),
            new Policy("newsletter", "archive_email", 0.6, false),
            new Policy("receipt", "label_email", 0.8, true),
            new Policy("event", "create_calendar_event", 0.65, false),
            new Policy("social", "mark_read", 0.75, true));

    private record Sender(Policy policy, List<String> always, String word, double liked) {}

    private final Kind kind;
    private final Random random;
    private final List<Sender> senders = new ArrayList<>();
    private Instant now = START;

    SimulatedUser(Kind kind, long seed) {
        this.kind = kind;
        this.random = new Random(seed);
        random.nextLong();
        for (int i = 0; i < SENDERS; i++) {
            var policy = POLICIES.get(random.nextInt(POLICIES.size()));
            var always = new ArrayList<>(List.of("category:" + policy.category(), "sender_domain:s" + i + ".example"));
            if (random.nextBoolean()) {
                always.add("listid:l" + i + ".example");
            }
            senders.add(new Sender(
                    policy, always, WORDS.get(random.nextInt(WORDS.size())), random.nextInt(10) < 6 ? 0.95 : 0.1));
        }
    }

    /** When the next decision is made. */
    Instant later() {
        now = now.plusSeconds(1 + (long) (-Math.log(1 - random.nextDouble()) * SECONDS_BETWEEN));
        return now;
    }

    boolean decides(Item item) {
        return random.nextDouble() < item.truth();
    }

    /** The next proposal, the {@code number}th from 0 on. */
    Item next(int number) {
        // Few senders write most of the mail.
        int who = (int) (SENDERS * Math.pow(random.nextDouble(), 2.2));
        var sender = senders.get(who);
        var features = new ArrayList<>(sender.always());
        boolean usual = random.nextInt(10) < 6;
        if (usual) {
            features.add("contains:" + sender.word());
        }
        var policy = sender.policy();
        return new Item(features, policy.action(), prior(policy), truth(number, who, sender, usual));
    }

    private double prior(Policy policy) {
        return kind == Kind.THRESHOLDS_FAR_OFF ? policy.reliable() ? 0.4 : 0.9 : policy.threshold();
    }

    private double truth(int number, int who, Sender sender, boolean usual) {
        var policy = sender.policy();
        return switch (kind) {
            case AGREES -> 0.96;
            case HATES_A_SENDER -> who == 0 ? 0.03 : 0.95;
            case LIKES_SOME_CATEGORIES -> policy.reliable() ? 0.93 : 0.08;
            case MINDS_A_WORD ->
                usual && sender.word().equals(senders.getFirst().word()) ? 0.05 : 0.93;
            case NOISY -> policy.reliable() ? 0.82 : 0.2;
            case FAVOURITE_SENDERS -> sender.liked();
            case CHANGES_TASTE -> policy.reliable() == number < 250 ? 0.93 : 0.08;
            case THRESHOLDS_FAR_OFF -> policy.reliable() ? 0.92 : 0.3;
            case SEVERAL_ACTIONS ->
                switch (policy.action()) {
                    case "archive_email" -> 0.95;
                    case "label_email" -> 0.9;
                    case "mark_read" -> 0.2;
                    default -> 0.6;
                };
            case AS_THE_PRIOR_SAYS -> prior(policy);
        };
    }
}
