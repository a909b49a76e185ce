package io.countersign.approval;

import java.util.Map;

/** How much of each sender's mail is advertising. */
@FunctionalInterface
public interface PromotionShares {
    /** Share of promotions, 0..1, by sender domain; domains without promotions are absent. */
    Map<String, Double> byDomain();
}
