package io.countersign.api.routes;

import io.countersign.api.Call;
import io.countersign.api.Reply;
import io.countersign.api.Route;
import io.countersign.api.Route.Verb;
import io.countersign.insight.PolicyStatistics;
import io.countersign.insight.PolicyStatsJson;
import io.countersign.learning.UserWeights;
import io.countersign.learning.WeightJson;
import io.countersign.shared.Json;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** How good the policies are, and what was learned, for one person. */
public final class LearningRoutes {
    private static final int LONGEST_WINDOW = 36_600;

    private final PolicyStatistics statistics;
    private final UserWeights weights;
    private final String user;
    private final FreshBytes all;

    /** @param version of the database: another one means that something may have changed; empty: it may have at any time */
    public LearningRoutes(
            PolicyStatistics statistics, UserWeights weights, String user, Supplier<OptionalLong> version) {
        this.statistics = statistics;
        this.weights = weights;
        this.user = user;
        this.all = new FreshBytes(version, () -> stats(OptionalInt.empty()));
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                new Route(
                        Verb.GET, "/api/policy/stats", "How good every policy is.", Set.of("window_days"), this::stats),
                Route.of(Verb.GET, "/api/learning/weights", "What was learned from decisions.", this::weights));
    }

    private Reply stats(Call call) {
        var window = call.number("window_days", 1, LONGEST_WINDOW);
        return Reply.json(200, window.isEmpty() ? all.get() : stats(window));
    }

    private byte[] stats(OptionalInt window) {
        return Json.bytes(Json.array(
                statistics.of(user, window).stream().map(PolicyStatsJson::of).toList()));
    }

    private Reply weights(Call call) {
        return Reply.json(
                Json.array(weights.all(user).stream().map(WeightJson::of).toList()));
    }
}
