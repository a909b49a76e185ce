package io.countersign.policy.ui;

import io.countersign.policy.Action;
import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import io.countersign.shared.ui.Navigation;
import io.countersign.shared.ui.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way from other views into the editor: a policy is shown there as a draft, and nothing is stored. UI thread only. */
public final class PolicyDrafts {
    private static final int PRIORITY = 500;
    private static final double THRESHOLD = 0.7;

    private final Navigation navigation;
    private final List<Offer> offers = new ArrayList<>();

    public PolicyDrafts(Navigation navigation) {
        this.navigation = navigation;
    }

    /**
     * A draft, and what to say about where it comes from; the empty text for nothing.
     *
     * @param simulated what it would do is told first
     */
    record Offer(Policy policy, String origin, boolean simulated) {}

    /** Opens the editor with a policy that is not stored; {@code origin} is a sentence about where it comes from. */
    public void edit(Policy policy, String origin) {
        offer(new Offer(policy, origin, false));
    }

    /** The same, and at once what it would do to past mail. */
    public void simulate(Condition condition, String name, String origin) {
        offer(new Offer(named(name, condition), origin, true));
    }

    private void offer(Offer offer) {
        offers.add(offer);
        navigation.show(View.POLICIES);
    }

    /** Opens the editor with a new policy for all mail that a condition holds for, such as that of a search. */
    public void fromSearch(Condition condition, String name, String origin) {
        edit(named(name, condition), origin);
    }

    /** The newest offer that was not taken up yet. */
    Optional<Offer> take() {
        return offers.isEmpty() ? Optional.empty() : Optional.of(offers.removeLast());
    }

    /** A policy to begin with. */
    static Policy named(String name, Condition condition) {
        return new Policy(0, 0, name, "", true, PRIORITY, condition, new Action.Archive(), THRESHOLD, false);
    }
}
