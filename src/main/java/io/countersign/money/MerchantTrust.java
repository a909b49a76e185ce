package io.countersign.money;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What answers teach about a merchant's suspects: the odds that the next one is a true double, from a beta-binomial model
 * with Jeffreys' prior, Beta(0.5, 0.5), relative to a merchant of whom nothing was ever said. Two "not" divide the odds by
 * five, two "duplicate" multiply them by five.
 */
final class MerchantTrust {
    private static final double PRIOR = 0.5;

    private final Map<String, int[]> answers = new HashMap<>();

    MerchantTrust(Collection<DuplicateAnswers.Answer> answers) {
        for (var answer : answers) {
            this.answers.computeIfAbsent(answer.merchantKey(), _ -> new int[2])[answer.duplicate() ? 1 : 0]++;
        }
    }

    /** What to multiply the odds with; 1 for a merchant without answers. */
    double odds(String merchantKey) {
        return (confirmed(merchantKey) + PRIOR) / (denied(merchantKey) + PRIOR);
    }

    int confirmed(String merchantKey) {
        return answers.getOrDefault(merchantKey, new int[2])[1];
    }

    int denied(String merchantKey) {
        return answers.getOrDefault(merchantKey, new int[2])[0];
    }
}
